"""People told by name: "John Smith was shot dead"."""

import msgspec

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.deed import kills_them, takes_object
from dateline.frames.outcomes.word import OF_ACT, undergoes, word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.counted import Noun, noun
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls

_MOST = 20  # names in a row
_PARTICLES = frozenset(("-", "al", "el", "bin", "ibn", "abu", "de", "del", "la", "van", "von", "dos", "da"))


def by_name(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "John Smith was shot dead", "Gunmen killed opposition leader Juan Perez": one person, told by name."""
    if r.sentence.text.isupper():
        return out
    for patient, outcome in _suffered(r, frame):
        told = (
            c
            for c in r.view.kids(patient, "appos")
            if patient < c <= patient + 3 and all(r.view.tag[k] == "NNP" for k in range(patient + 1, c + 1))
        )
        patient = next(told, patient)  # "Opposition leader Sara Mendes"
        if any(c.outcome == outcome and not _kin_of(r, c, patient) for c in out) or not _is_name(r, patient):
            continue
        first, stop = r.view.phrase(patient)
        first += r.view.low[first] in ("of", "dead")
        stop = max(stop, patient + 1)
        title = _titled(r, first, stop)
        n = msgspec.structs.replace(
            _named(r, first, stop), noun=r.view.words[patient], group=title.group if title else None
        )
        out.append(Count(outcome, n, first))
        listed = _listed(r, first)
        second = None if listed else _second_name(r, first) or _next_name(r, stop)
        for x in listed if second is None else [second]:
            rank = _titled(r, *x)
            other = msgspec.structs.replace(_named(r, *x), group=rank.group if rank else None)
            out.append(Count(outcome, other, x[0]))
    for t in frame.acts:
        stretch = _behind(r, t) or _before(r, frame, t)
        if stretch and not any(c.outcome == OF_ACT[t.act] for c in out):
            out.append(Count(OF_ACT[t.act], _named(r, *stretch), stretch[0]))
    return out


def _behind(r: Reading, t: Trigger) -> tuple[int, int] | None:
    """ "Gunmen killed lawyer Huda al-Ghazali": the tokens of the name, with the trade before it, right behind the deed, whatever the tree says."""
    v = r.view
    if t.act not in ("kill", "abduct", "arrest") or t.noun or t.weak or not takes_object(r, t):
        return None
    first = at = t.last + 1
    while at < min(first + 4, len(v)) and v.words[at].islower() and v.tag[at] in ("NN", "JJ"):
        at += 1
    trade = noun(v.low[at - 1]) if at > first else None
    stop = at
    while stop < len(v) and ((v.words[stop].istitle() and v.tag[stop] in ("NNP", "NN")) or v.words[stop] in _PARTICLES):
        stop += 1
    names = sum(v.words[k].istitle() for k in range(at, stop))
    if not ((trade is not None and trade.people and not trade.many and names) or names > 1) or stop - at > 6:
        return None
    mixed = any(k in r.party_at for k in range(at, stop)) or _on_place(r, first, stop)
    return None if mixed or v.low[stop : stop + 1] in (["'s"], ["’s"]) else (first, stop)


def _before(r: Reading, frame: Frame, t: Trigger) -> tuple[int, int] | None:
    """ "Councillor Juan Cruz was on his way home when two gunmen shot him dead": the tokens of the name that "him" stands for."""
    v = r.view
    if not kills_them(r, t) or not {"him", "her"} & set(v.low[t.first : t.last + 3]):
        return None
    named = (k for k in range(t.first - 1, frame.first - 1, -1) if v.base(k) == "nsubj" and _is_name(r, k))
    found = next(named, None)
    return v.phrase(found) if found is not None and v.phrase(found)[1] <= t.first else None


def _kin_of(r: Reading, c: Count, patient: int) -> bool:
    """ "Anna Schmidt and her driver were killed": the driver, not the one named before him."""
    v, at = r.view, c.token
    owned = not c.number.numeral and v.low[at] in tolls().people.possessive and v.low[at - 1] == "and"
    return owned and patient < at - 1 and all(v.tag[k] == "NNP" for k in range(patient, at - 1))


def _suffered(r: Reading, frame: Frame) -> list[tuple[int, Outcome]]:
    """(token, outcome) of whoever a deed of the stretch was done to, or who died, fell or was hurt in it."""
    v = r.view
    out: list[tuple[int, Outcome]] = []
    for t in frame.acts:
        if t.act in ("kill", "abduct", "arrest") and not (t.noun or t.weak) and v.verbal(t.token):
            patient = v.patient(t.token)
            if patient is None and v.tag[t.last + 1 : t.last + 3] == ["NNP", "NNP"]:
                patient = t.last + 1
                while v.tag[patient + 1 : patient + 2] == ["NNP"]:
                    patient += 1
            if patient is not None:
                out.append((patient, OF_ACT[t.act]))
        elif t.act in ("kill", "abduct", "arrest") and t.noun:
            out += [(x, OF_ACT[t.act]) for x in _of_whom(r, t.token)]
    for i in range(frame.first, frame.last + 1):
        if not v.verbal(i):
            continue
        fate = next((f[2] for f in r.fates if f[0] <= i <= f[1]), None)
        told = fate or (word_outcome(r, i) if v.passive(i) or undergoes(r, i) else None)
        subject = v.subject(i) if told is not None else None
        if subject is not None and told is not None:
            out.append((subject, told))
    return out


def _of_whom(r: Reading, token: int) -> list[int]:
    """ "the murder of political analyst Edgar Chacon": the name too where the tree hangs its trade on it, and "of" on the trade."""
    v = r.view
    found = [x for p, x in v.preps(token) if p == "of"]
    if found or v.low[token + 1 : token + 2] != ["of"]:
        return found
    return [c for c in v.kids(token, "appos", "nmod") if token < c <= token + 6 and v.tag[c] == "NNP"]


def _is_name(r: Reading, token: int) -> bool:
    """Whether a noun phrase is a person's name: capitals, no article, no party, no place, nobody's."""
    v = r.view
    first, stop = v.phrase(token)
    if _titled(r, first, stop) is not None:
        return True
    names = [k for k in range(first, stop) if v.tag[k] == "NNP" and v.words[k][:1].isupper() and v.words[k].isalpha()]
    if v.tag[token] not in ("NNP", "NN") or len(names) < 2 or v.low[first] in ("the", "a", "an") or stop - first > 6:
        return False
    if (
        any(k in r.party_at for k in names)
        or any(v.low[k] in ("'s", "’s") for k in range(first, stop))
        or (stop < len(v) and v.low[stop] in ("'s", "’s", "'", "’"))
    ):
        return False
    if any(v.words[k].isupper() and len(v.words[k]) > 1 for k in names):
        return False
    return not _on_place(r, first, stop)


def _titled(r: Reading, first: int, stop: int) -> Noun | None:
    """ "Constable Inamullah", "Sepoy Waqas Khattak": the rank or trade before a name, where the name is all that follows."""
    v = r.view
    if not 2 <= stop - first <= 4 or not all(v.words[k].istitle() and v.words[k].isalpha() for k in range(first, stop)):
        return None
    title = noun(v.low[first])
    if title is None or not title.people or title.many or noun(v.low[stop - 1]) is not None:
        return None
    return None if _on_place(r, first, stop) else title


def _on_place(r: Reading, first: int, stop: int) -> bool:
    """Whether a place is named among these tokens."""
    start, end = r.span(first, stop - 1)
    return any(p.start < end and start < p.end for p in r.places)


def _named(r: Reading, first: int, stop: int) -> Number:
    """One person, told by the name at these tokens."""
    start, end = r.span(first, stop - 1)
    return Number(
        start=start, end=end, text=r.words(first, stop - 1), low=1, high=1, kind="exact", noun=r.view.words[stop - 1],
        noun_start=start, noun_end=end, people=True, numeral=False,
    )  # fmt: skip


def _listed(r: Reading, first: int) -> list[tuple[int, int]]:
    """ "Ahmad Saadi, 19, Khaled Mansour and Omar Jabarin were killed": the names told with the one that begins at ``first``."""
    v, at = r.view, first
    out: list[tuple[int, int]] = []
    while len(out) < _MOST:
        stop = at
        while stop < len(v) and v.tag[stop] == "NNP" and v.words[stop].istitle() and stop not in r.party_at:
            stop += 1
        if not 2 <= stop - at <= 4:
            return []
        out.append((at, stop))
        if (
            v.words[stop : stop + 1] == [","]
            and v.low[stop + 1 : stop + 2] != ["and"]
            and v.tag[stop + 1 : stop + 2] == ["CD"]
        ):
            stop += 2  # an age
        between = v.low[stop : stop + 2]
        if between == [",", "and"]:
            at = stop + 2
        elif between[:1] in ([","], ["and"]):
            at = stop + 1
        else:
            break
        if v.low[at : at + 1] and v.low[at] in tolls().between.be:
            break  # "…, 24, were shot"
    return out[1:] if len(out) > 1 and v.low[stop : stop + 1] and v.low[stop] in tolls().between.be else []


def _second_name(r: Reading, first: int) -> tuple[int, int] | None:
    """ "Lawyer Elvino Dias and party official Paulo Guambe": the name that "and" joins to the one that begins at ``first``."""
    v = r.view
    while first > 1 and v.low[first - 1] != "and" and v.tag[first - 1] in ("NN", "NNP", "JJ"):
        first -= 1
    if first < 3 or v.low[first - 1] != "and":
        return None
    stop = start = first - 1
    while start > 0 and v.tag[start - 1] == "NNP" and v.words[start - 1].isalpha() and start - 1 not in r.party_at:
        start -= 1
    return (start, stop) if stop - start >= 2 else None


def _next_name(r: Reading, at: int) -> tuple[int, int] | None:
    """The same, where the name told first ends before ``at``."""
    v = r.view
    if at >= len(v) or v.low[at] != "and":
        return None
    start = at + 1
    while start < min(at + 4, len(v)) and v.tag[start] in ("NN", "JJ"):
        start += 1
    stop = start
    while stop < len(v) and v.tag[stop] == "NNP" and v.words[stop].isalpha():
        stop += 1
    if any(k in r.party_at for k in range(start, stop)) and _titled(r, start, stop) is None:
        return None
    return (start, stop) if stop - start >= 2 and stop < len(v) and v.tag[stop] in ("VBD", "VBP") else None
