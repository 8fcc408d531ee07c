"""Figures to outcomes: who of the counted was killed, injured, abducted … in one stretch of a sentence.

The parse is asked first (object of "killing", subject of "were wounded"); where a headline or a small parser gives no
tree worth having, the nearest outcome word decides: English puts a figure right before or right after it.
"""

import itertools

import msgspec

from dateline.frames.frame import Count, Frame
from dateline.frames.reading import Reading
from dateline.mentions.counted import Noun, noun
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import Trigger, triggers
from dateline.model.incident import Group, Outcome

_REACH = 6
_TOLL = frozenset({"toll", "number", "count", "dead", "deaths"})
_PEOPLE_USES = frozenset({"count", "people"})
_PAIRS = {
    ("killed", "wounded"),
    ("killed", "injured"),
    ("killing", "wounding"),
    ("killing", "injuring"),
    ("dead", "wounded"),
    ("dead", "injured"),
    ("killed", "hurt"),
    ("kill", "injure"),
    ("killed", "captured"),
    ("killed", "detained"),
    ("killed", "arrested"),
}
_SHOT_DEAD = frozenset({"dead", "death"})


def figures(r: Reading, first: int, last: int) -> list[Number]:
    """Every figure of the stretch that may count people, overlapping mentions settled in favour of the fuller one."""
    if (first, last) in r.figures:
        return r.figures[first, last]
    start, end = r.span(first, last)
    usable = [
        n for n in r.people if not _aged(r, n) and start <= n.start and n.end <= end and not n.part_of and not n.things
    ]
    usable.sort(key=lambda n: (n.start, -n.end))
    out: list[Number] = []
    for n in usable:
        clash = out[-1] if out and n.start < _end(out[-1]) else None  # in order, so only the last can overlap
        if clash is None:
            out.append(n)
        elif clash.bare and not n.bare:
            out[-1] = n
    r.figures[first, last] = out
    return out


_PERSONS = frozenset("man woman boy girl youth teenager farmer lady child grandmother grandfather".split())


def _aged(r: Reading, n: Number) -> bool:
    """ "a man of 67": an age."""
    where = r.tokens(n.start, n.end)
    if n.noun is not None or not n.numeral or where is None or where[0] < 1:
        return False
    behind = r.view.low[where[1] + 1 : where[1] + 6]
    if (
        "years" in behind
        and behind.index("years") + 1 < len(behind)
        and behind[behind.index("years") + 1] in ("old", "of")
    ):
        return True  # "The dead were 19 and 23 years old"
    if {"eldest", "oldest", "youngest"} & set(r.view.low[max(0, where[0] - 4) : where[0]]):
        return True
    if r.view.low[where[0] - 1] in ("of", "and") and "years" in r.view.low[where[1] + 1 : where[1] + 4]:
        return True
    if where[0] < 2:
        return False
    if r.view.low[where[0] - 1] != "of" or n.high is None or n.high > 99:
        return False
    before = r.offset + r.view.ends[where[0] - 2]
    return r.view.low[where[0] - 2] in _PERSONS or any(
        p.people and not p.numeral and p.low == p.high == 1 and _end(p) == before for p in r.people
    )


def _end(n: Number) -> int:
    return max(n.end, n.noun_end or n.end)


def count(r: Reading, frame: Frame) -> list[Count]:
    """The stretch's figures with their outcomes. One figure may carry two ("killing and injuring many")."""
    out: list[Count] = []
    joint: set[int] = set()
    for n in figures(r, frame.first, frame.last):
        where = r.tokens(n.start, _end(n))
        if where is None:
            continue
        if n.of_them and r.view.low[where[1] + 1 : where[1] + 3] == ["of", "those"]:
            n = msgspec.structs.replace(n, of_them=False)  # "killed two of those who had come to help"
        if n.of_them and not _whole(r, frame, n, where):
            share = (
                _passive(r, n, where, frame)
                if n.numeral and n.low and r.view.low[where[1] + 1 : where[1] + 3] == ["of", "them"]
                else None
            )
            if (
                share in ("killed", "injured")
                and n.kind != "share"
                and "of" not in r.view.low[max(0, where[0] - 1) : where[0]]
            ):
                out.append(Count(share, n, where[0]))  # "Seven of them were shot dead"
            continue
        if n.zero:
            wounded = any(w.startswith(("injur", "wound")) for w in r.view.low[where[0] : where[1] + 4])
            outcomes: list[Outcome] = ["injured"] if n.zero == "injured" else ["killed"]
            if n.zero == "all" or (n.zero == "killed" and wounded):
                outcomes = ["killed", "injured"]
            if n.group == "combatants" and "hurt" in r.view.low[where[1] + 1 : where[1] + 4]:
                outcomes = ["injured"]  # "No officer was hurt" speaks of the officers only
            out += [Count(o, n, where[0]) for o in outcomes]
            continue
        if (
            _does(r, frame, where)
            or _outdated(r, where)
            or _owns(r, frame, n, where)
            or _all_there(r, frame, where)
            or _among(r, frame, where)
            or _shoots(r, frame, where)
            or _reason(r, frame, where)
            or _in_toll(r, frame, where)
            or _freed(r, where)
            or _grand_total(r, where)
            or r.view.low[where[0] - 1 : where[0]] in (["nor"], ["neither"])
        ):
            continue
        if n.bare and {"when", "as", "after", "while"} & set(r.view.low[max(0, where[0] - 2) : where[0]]):
            continue  # "hurt when armed men strafed their house"
        if _is_speaker(r, where) or "how" in r.view.low[max(0, where[0] - 2) : where[0] + 1]:
            continue
        if not n.numeral and (n.noun or "").lower().split(" ")[-1] in _DOERS and not _suffers(r, where):
            continue
        if n.bare and any(
            (t.act in _OF_ACT or t.act in ("take", "captive"))
            and r.view.verbal(t.token)
            and r.view.object(t.token) is not None
            and _by_side(r, n, t)
            for t in frame.acts
        ):
            continue
        if n.as_many:
            copied = _copied(n, out)
            if copied is None:
                continue
            n = copied
        if n.numeral and n.kind != "vague" and _joined(r, where):
            joint.add(id(n))
            continue
        found = _outcomes(r, n, where, frame)
        if found == ["displaced"] and (n.bare or n.group == "combatants"):
            continue  # "the attackers fled"
        found = _in_the_end(r, found, where, frame)
        if len(found) == 2 and n.kind not in ("vague",) and not n.bare:
            joint.add(id(n))
            continue  # a joint figure that cannot be split gives no entry
        own = "combatants" if _lost_own(r, where) else _group(n)
        out += [Count(o, n, where[0], group=own, joint=len(found) == 2) for o in found]
    out = _coordinated(r, frame, _led_to_death(r, frame, out))
    out = _itemised(r, out)
    out = [c for k, c in enumerate(out) if not _said_again(c, out) and not (k and _apposed(r, out[k - 1], c))]
    return _elliptical(r, _told_fate(r, frame, _by_name(r, frame, _patient(r, frame, out, joint))))


def _itemised(r: Reading, out: list[Count]) -> list[Count]:
    """ "killed five: three women and two men": the five once more."""
    for c in out:
        where = r.tokens(c.number.start, _end(c.number))
        if where is None or r.view.words[where[1] + 1 : where[1] + 2] not in ([":"], ["–"], ["-"], ["—"]):
            continue
        rest = [o for o in out if o.token > where[1] and o.outcome == c.outcome]
        if rest and sum(o.number.low for o in rest) == c.number.low:
            return [o for o in out if o not in rest]
    return out


_FATES = frozenset({"wounded", "injured", "hurt", "dead", "missing", "others", "killed", "captured"})


def _elliptical(r: Reading, out: list[Count]) -> list[Count]:
    """ "27 soldiers were killed and 33 wounded": people of the same sort as those told right before."""
    for one, two in itertools.pairwise(sorted(out, key=lambda c: c.token)):
        n = two.number
        if (one.number.noun or "dead").lower() in _FATES and one.like is None:
            continue
        if one.outcome == two.outcome or not n.numeral or n.zero or (n.noun or "others").lower() not in _FATES:
            continue
        said = r.tokens(one.number.start, n.end)
        between = r.view.words[one.token : said[1]] if said else []
        sort = one.group or one.number.group
        if sort in ("civilians", "combatants") and len(between) <= 14 and not {";", ":", ".", "”"} & set(between):
            two.group, two.like = sort, one
    return out


def _led_to_death(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "opened fire on a member of the committee, which led to his immediate death": the one told last before it."""
    low = r.view.low
    for i in range(frame.first, frame.last - 2):
        if low[i] not in ("led", "leading", "leads") or low[i + 1] != "to" or low[i + 2] not in _POSSESSIVE | {"the"}:
            continue
        if not {"death", "deaths"} & set(low[i + 3 : i + 5]) or any(c.outcome == "killed" for c in out):
            continue
        told = {id(c.number) for c in out}
        before = [
            (w[0], n)
            for n in figures(r, frame.first, i)
            if n.people
            and not n.bare
            and id(n) not in told
            and (w := r.tokens(n.start, _end(n)))
            and not _is_speaker(r, w)
        ]
        if before:
            out.append(Count("killed", before[-1][1], before[-1][0], group=_group(before[-1][1])))
    return out


def _by_name(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
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
        if any(c.outcome == outcome for c in out) or not _is_name(r, patient):
            continue
        first, stop = r.view.phrase(patient)
        stop = max(stop, patient + 1)
        title = _titled(r, first, stop)
        n = msgspec.structs.replace(
            _named(r, first, stop), noun=r.view.words[patient], group=title.group if title else None
        )
        out.append(Count(outcome, n, first))
        second = _second_name(r, first) or _next_name(r, stop)
        if second is not None:
            out.append(Count(outcome, _named(r, *second), second[0]))
    return out


def _next_name(r: Reading, at: int) -> tuple[int, int] | None:
    """The same, where the name told first ends before ``at``."""
    v = r.view
    if at >= len(v) or v.low[at] != "and":
        return None
    start = at + 1
    while start < min(at + 4, len(v)) and v.tag[start] in ("NN", "JJ"):
        start += 1
    stop = start
    while stop < len(v) and v.tag[stop] == "NNP" and v.words[stop].isalpha() and stop not in r.party_at:
        stop += 1
    return (start, stop) if stop - start >= 2 and stop < len(v) and v.low[stop] == "were" else None


def _named(r: Reading, first: int, stop: int) -> Number:
    """One person, told by the name at these tokens."""
    start, end = r.span(first, stop - 1)
    return Number(
        start=start, end=end, text=r.words(first, stop - 1), low=1, high=1, kind="exact", noun=r.view.words[stop - 1],
        noun_start=start, noun_end=end, people=True, numeral=False,
    )  # fmt: skip


def _suffered(r: Reading, frame: Frame) -> list[tuple[int, Outcome]]:
    """(token, outcome) of whoever a deed of the stretch was done to, or who died, fell or was hurt in it."""
    v = r.view
    out: list[tuple[int, Outcome]] = []
    for t in frame.acts:
        if t.act in ("kill", "abduct", "arrest") and not (t.noun or t.weak) and v.verbal(t.token):
            patient = v.patient(t.token)
            if patient is not None:
                out.append((patient, _OF_ACT[t.act]))
        elif t.act in ("kill", "abduct", "arrest") and t.noun:
            out += [(x, _OF_ACT[t.act]) for p, x in v.preps(t.token) if p == "of"]
    for i in range(frame.first, frame.last + 1):
        if not v.verbal(i):
            continue
        fate = next((f[2] for f in r.fates if f[0] <= i <= f[1]), None)
        told = fate or (_word_outcome(r, i) if v.passive(i) or _undergoes(r, i) else None)
        subject = v.subject(i) if told is not None else None
        if subject is not None and told is not None:
            out.append((subject, told))
    return out


def _titled(r: Reading, first: int, stop: int) -> Noun | None:
    """ "Constable Inamullah", "Sepoy Waqas Khattak": the rank or trade before a name, where the name is all that follows."""
    v = r.view
    if not 2 <= stop - first <= 4 or not all(v.words[k].istitle() and v.words[k].isalpha() for k in range(first, stop)):
        return None
    title = noun(v.low[first])
    if title is None or not title.people or title.many or noun(v.low[stop - 1]) is not None:
        return None
    start, end = r.span(first, stop - 1)
    return None if any(p.start < end and start < p.end for p in r.places) else title


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
    start, end = r.span(first, stop - 1)
    return not any(p.start < end and start < p.end for p in r.places)


def _reason(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "burned her house after a child died in her care": what a crowd was angry about, not what it did."""
    if where[0] < 2 or r.view.low[where[0] - 1] != "after":
        return False
    return any(t.act in ("mob", "loot", "protest") and t.last < where[0] for t in frame.acts)


_FREED = frozenset(
    "rescued rescue rescuing rescues freed free freeing frees released release releasing releases liberated liberating".split()
)


def _freed(r: Reading, where: tuple[int, int]) -> bool:
    """ "and rescued 26 hostages", "17 captives were freed": what became of them is over."""
    v = r.view
    before = v.low[max(0, where[0] - 2) : where[0]]
    if _FREED & set(before[-1:]) or (
        before[:1] and before[0] in _FREED and before[-1] in ("the", "all", "another", "some")
    ):
        return True
    k = where[1] + 1
    while k < min(where[1] + 4, len(v)) and (v.pos[k] in ("AUX", "ADV")):
        k += 1
    return k < len(v) and k > where[1] + 1 and v.low[k] in _FREED


_BRINGS = frozenset({"bringing", "raising", "taking", "pushing", "brings", "raises", "takes", "brought", "lifting"})
_TOTALS = frozenset({"number", "total", "toll", "count", "tally"})


def _grand_total(r: Reading, where: tuple[int, int]) -> bool:
    """ "…, bringing to 88 the number killed since the coup": a total over a period, beside the dead of the day."""
    low = r.view.low
    k = next((k for k in range(where[0] - 1, max(where[0] - 14, 0), -1) if low[k] in _BRINGS), None)
    return (
        k is not None
        and bool(_TOTALS & set(low[k + 1 : k + 14]))
        and bool({"since", "year", "month", "war", "week"} & set(low[k:]))
    )


def _in_toll(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "The toll has risen to nine, after two conscripts succumbed to their wounds": two of the nine."""
    low = r.view.low
    if (
        where[0] == 0
        or low[where[0] - 1] not in ("after", "when", "as", "with")
        or "toll" not in low[frame.first : where[0]]
    ):
        return False
    return any(w.startswith("succumb") or w in _FOUND for w in low[where[1] + 1 : where[1] + 4])


_FOUND = frozenset("died found recovered discovered pulled dug retrieved located extracted breathed".split())


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


def _suffers(r: Reading, where: tuple[int, int]) -> bool:
    """ "A gunman from the militia was killed": a doer to whom it was done."""
    v = r.view
    return any(
        v.dep[k] == "nsubj:pass" and v.passive(v.head[k]) and _word_outcome(r, v.head[k]) is not None
        for k in range(where[0], where[1] + 1)
    )


def _shoots(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "two men on a motorcycle shot dead a trader": whoever stands before an active deed that has its object behind it."""
    v = r.view
    for t in frame.acts:
        if t.act != "kill" or t.last + 1 >= len(v) or not where[1] < t.first <= where[1] + 6:
            continue
        between = range(where[1] + 1, t.first)
        if any(v.tag[k] in _FINITE or v.pos[k] == "AUX" or v.words[k] in (",", ";") for k in between):
            continue
        if v.low[t.last] == "dead" and v.tag[t.last + 1] in ("DT", "CD", "NNP", "NN", "NNS", "PRP$", "JJ", "PRP"):
            return True
    return False


def _outdated(r: Reading, where: tuple[int, int]) -> bool:
    """ "revising an earlier toll of six": a figure that the text itself takes back."""
    before = r.view.low[max(0, where[0] - 5) : where[0]]
    return (
        bool({"earlier", "previous", "initial", "preliminary"} & set(before))
        and before[-1:] == ["of"]
        and bool({"toll", "figure", "count", "estimate", "tally"} & set(before))
    )


def _owns(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """ "Four relatives of a militia leader were killed": the one whose people they were."""
    if n.numeral or n.low != 1 or where[0] < 2 or r.view.low[where[0] - 1] != "of":
        return False
    start = r.offset + r.view.ends[where[0] - 2]
    return any(o is not n and o.numeral and o.people and _end(o) == start for o in figures(r, frame.first, frame.last))


_HARMED = frozenset("dead killed victims slain wounded injured casualties fatalities deceased fallen".split())


def _among(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "Among the dead were two brothers", "The victims included an inspector": some of those counted elsewhere."""
    before = r.view.low[max(frame.first, where[0] - 7) : where[0]]
    if "among" in before[:-1]:
        told = before[before.index("among") + 1 :]
        return bool(_HARMED & set(told[:3])) and bool({"was", "were", "is", "are"} & set(told))
    return before[-1:] != [] and before[-1] in ("included", "include", "includes") and bool(_HARMED & set(before))


def _all_there(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "Of the seven soldiers on duty, five were killed": how many there were."""
    k = where[0] - 1
    if k > 0 and r.view.low[k] in ("the", "its", "their", "his"):
        k -= 1
    if k < 0 or r.view.low[k] != "of" or not (k == 0 or r.view.words[k - 1] in (",", ";", "“", '"')):
        return False
    return "," in r.view.words[where[1] + 1 : where[1] + 12]


def _does(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "was killed by three gunmen": those who did it."""
    if where[0] == 0 or r.view.low[where[0] - 1] != "by":
        return False
    return any(
        frame.first <= k < where[0] and r.view.passive(k) for k in range(frame.first, where[0]) if r.view.verbal(k)
    )


def _whole(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """ "repelled the rebels, killing five of them": the only figure there is, of men that are not counted."""
    before = r.view.low[max(0, where[0] - 1) : where[0]]
    return n.numeral and bool(before) and before[0] in triggers().outcome_verbs


def _joined(r: Reading, where: tuple[int, int]) -> bool:
    """ "60 personnel killed and wounded", "45 casualties, killed and wounded": one figure for both, which cannot be split."""
    low = [w for w in r.view.low[where[1] + 1 : where[1] + 5] if w not in (",", "(", "–", "-")]
    return len(low) >= 3 and low[1] in ("and", "or") and tuple(sorted((low[0], low[2]))) in _JOINT


_JOINT = {("killed", "wounded"), ("injured", "killed"), ("dead", "wounded"), ("dead", "injured"), ("hurt", "killed")}


def _apposed(r: Reading, one: Count, two: Count) -> bool:
    """ "Its leader, a captain, was killed", "dozens of people, perhaps 50, died": the same people once more."""
    a, b = one.number, two.number
    if b.noun is None and b.numeral and one.outcome == two.outcome and b.text.lower().startswith(_PERHAPS):
        return r.view.low[max(0, two.token - 1)] in (",", "(", "–", "-")
    if (
        not (a.definite and a.low == a.high == 1)
        or b.definite
        or b.numeral
        or b.high != 1
        or one.outcome != two.outcome
    ):
        return False
    where, at = r.tokens(a.start, _end(a)), r.tokens(b.start, _end(b))
    return where is not None and at is not None and r.view.low[where[1] + 1 : at[0]] == [","]


_PERHAPS = ("perhaps", "possibly", "maybe", "as many as", "up to", "some say")


def _said_again(c: Count, out: list[Count]) -> bool:
    """A bare plural or a "both" beside a figure of the same outcome: "two men, both day labourers"."""
    if not (c.number.bare or c.number.text.lower() == "both"):
        return False
    return any(
        o is not c and o.outcome == c.outcome and o.number.numeral and o.number.text.lower() != "both" for o in out
    )


def _coordinated(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "One policeman and a woman lost their lives": a figure joined to the next shares its fate."""
    listed = figures(r, frame.first, frame.last)
    told = {id(c.number): c for c in out}
    for one, two in itertools.pairwise(listed):
        if id(one) in told and id(two) not in told and _added(r, frame, one, two):
            where = r.tokens(two.start, _end(two))
            new = Count(told[id(one)].outcome, two, where[0] if where else 0, group=_group(two))
            out.append(new)
            told[id(two)] = new
    for one, two in itertools.pairwise(listed):
        if (
            id(one) in told
            or id(two) not in told
            or one.of_them
            or one.bare
            or one.definite
            or (one.noun or "").lower() in _DOERS
        ):
            continue
        a, b = r.tokens(one.start, _end(one)), r.tokens(two.start, _end(two))
        if a is None or b is None or _is_speaker(r, a):
            continue
        between = r.view.low[a[1] + 1 : b[0]]
        if between[-1:] and between[-1] in _POSSESSIVE:
            between = between[:-1]  # "a commander and his two bodyguards"
        if one.definite and between == [","]:
            continue
        if between and (len(between) <= 2 or (len(between) <= 7 and "them" in between)) and between[-1] in ("and", ","):
            c = told[id(two)]
            new = Count(c.outcome, one, a[0], group=_group(one))
            out.append(new)
            told[id(one)] = new
    return out


_POSSESSIVE = frozenset({"his", "her", "their", "its"})


def _added(r: Reading, frame: Frame, one: Number, two: Number) -> bool:
    """ "injuring three guardsmen and a woman who was selling fruit": the second of two objects."""
    a, b = r.tokens(one.start, _end(one)), r.tokens(two.start, _end(two))
    if a is None or b is None or two.of_them or two.bare or not two.people:
        return False
    if two.definite and not (r.view.low[b[0]] in _POSSESSIVE and two.low == two.high == 1):
        return False
    low, v = r.view.low, r.view
    between = low[a[1] + 1 : b[0]]
    if len(between) > 1 and between[0] == "of" and len(between) <= 4 and one.low == one.high == 1:
        between = between[-1:]  # "the mayor of Kumba and his driver"
    if between != ["and"] or (two.noun or "").lower() in _DOERS:
        return False
    after = b[1] + 1
    return (
        after >= len(v) or low[after] == "fell" or (v.tag[after] not in _FINITE and v.tag[after] not in ("VBN", "VBG"))
    )


_PASSIVE_OUTCOMES: dict[str, Outcome] = {
    "kill": "killed",
    "abduct": "abducted",
    "arrest": "detained",
    "bodies": "killed",
}
_OF_ACT: dict[str, Outcome] = {"kill": "killed", "abduct": "abducted", "arrest": "detained", "bodies": "killed"}
_DOERS = frozenset({"bomber", "attacker", "assailant", "gunman", "sniper", "shooter", "killer", "thrower", "kidnapper"})


def _patient(r: Reading, frame: Frame, out: list[Count], joint: set[int]) -> list[Count]:
    """A deed on people and one figure of people left over: that figure is theirs, whatever the tree says."""
    for t in frame.acts:
        outcome = _OF_ACT.get(t.act)
        if outcome is None or t.weak or t.noun or any(c.outcome == outcome for c in out):
            continue
        taken = joint | {id(c.number) for c in out}
        left = [
            n
            for n in figures(r, frame.first, frame.last)
            if id(n) not in taken
            and n.people
            and not n.bare
            and not n.definite
            and not n.of_them
            and not n.zero
            and (n.noun or "").lower() not in _DOERS
        ]
        left = [
            n
            for n in left
            if (w := r.tokens(n.start, _end(n))) and r.view.low[max(0, w[0] - 1)] not in ("nor", "neither")
        ]
        left = [
            n
            for n in left
            if (w := r.tokens(n.start, _end(n)))
            and not _is_speaker(r, w)
            and "how" not in r.view.low[max(0, w[0] - 2) : w[0] + 1]
        ]
        left = [n for n in left if not _by_side(r, n, t) and not ((w := r.tokens(n.start, _end(n))) and _freed(r, w))]
        if len(left) == 1:
            where = r.tokens(left[0].start, _end(left[0]))
            out.append(Count(outcome, left[0], where[0] if where else t.first, group=_group(left[0])))
    return out


def _by_side(r: Reading, n: Number, t: Trigger) -> bool:
    """Whether the figure is the doer's: the subject of an active verb, or after "by"."""
    v = r.view
    where = r.tokens(n.start, _end(n))
    if where is None:
        return True
    doer = v.doer(t.token)
    return (doer is not None and where[0] <= doer <= where[1]) or v.low[max(0, where[0] - 1)] == "by"


_THEM = frozenset({"them", "him", "her", "all"})


def _told_fate(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "rounded up 40 civilians and then killed them all": those taken are those killed."""
    v = r.view
    for t in frame.acts:
        deadly = (
            t.act == "kill"
            or (t.act == "shoot" and v.low[t.token] in ("shot", "shooting"))
            or (t.act in ("mob", "loot") and not {"fire", "death"}.isdisjoint(v.low[t.first : t.last + 5]))
        )
        after = v.low[t.last + 1 : t.last + 3] + v.low[t.first : t.last + 1]
        if not deadly or not any(w in _THEM for w in after):
            continue
        taken = [c for c in out if c.outcome in ("detained", "abducted") and c.token < t.first + 2]
        for c in taken:
            c.outcome = "killed"
        if not taken and not any(c.outcome == "killed" for c in out):
            before = [
                n
                for n in figures(r, frame.first, t.first)
                if n.people
                and not n.bare
                and (w := r.tokens(n.start, n.end))
                and w[0] < t.first
                and not _is_speaker(r, w)
            ]
            if before:
                where = r.tokens(before[-1].start, before[-1].end)
                out.append(Count("killed", before[-1], where[0] if where else t.first, group=_group(before[-1])))
    return out


def _is_speaker(r: Reading, where: tuple[int, int]) -> bool:
    start, end = r.offset + r.view.starts[where[0]], r.offset + r.view.ends[where[1]]
    return any(
        s.speaker and (where[0] <= s.head <= where[1] or (r.offset + s.start <= start and end <= r.offset + s.end))
        for s in r.said
    )


def _copied(n: Number, out: list[Count]) -> Number | None:
    """ "Two soldiers died and as many were hurt": the figure told just before."""
    if not out:
        return None
    last = out[-1].number
    return msgspec.structs.replace(n, low=last.low, high=last.high, kind=last.kind, group=n.group or last.group)


def _group(n: Number) -> Group | None:
    """The group of an entry; children and women are civilians."""
    return "civilians" if n.part in ("children", "women", "women and children") else n.group


def _outcomes(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """What happened to the counted people, by tree, then by nearness."""
    if n.outcome is not None and n.numeral and n.outcome != "displaced":
        return [n.outcome]
    if _lost_own(r, where) or _mourned(r, n, where):
        return ["killed"]
    if _executed(r, n, where):
        return ["killed"]
    told = _right_after(r, where) or _right_before(r, where) or (_passive(r, n, where, frame) if not n.bare else None)
    if told is not None:
        return [told]
    toll = _toll(r, n, where, frame)
    if toll:
        return toll
    tree = _by_tree(r, n, where, frame)
    if tree is not None and not (n.outcome == "displaced" and not tree):
        return tree
    if n.outcome == "displaced":
        near = _by_nearness(r, msgspec.structs.replace(n, outcome=None), (where[1], where[1]), frame)
        return near or ["displaced"]
    if n.bare:
        return []
    if not n.numeral and not _touches(r, where, frame):
        return _only_one(r, n, where, frame)
    return _by_nearness(r, n, where, frame)


def _right_before(r: Reading, where: tuple[int, int]) -> Outcome | None:
    """ "and injuring scores": the participle right before, unless it shares its object with another."""
    low, i, verbs = r.view.low, where[0] - 1, triggers().outcome_verbs
    if i > 0 and low[i] in _PAST_DEEDS and low[i - 1] not in _BE and (i < 2 or low[i - 2] not in _BE):
        joined = low[i - 1] in ("and", "or") and low[i - 2] in verbs
        return None if joined else verbs.get(low[i])  # "killed 10 and wounded 7"
    if i < 0 or not low[i].endswith("ing") or low[i] not in verbs:
        return None
    return None if i > 1 and low[i - 1] in ("and", "or") and low[i - 2] in verbs else verbs[low[i]]


def _right_after(r: Reading, where: tuple[int, int]) -> Outcome | None:
    """ "DRIVER DEAD, …": the outcome word right behind, and nothing that it could describe."""
    v, i = r.view, where[1] + 1
    if (
        i >= len(v)
        or v.low[i] not in ("dead", "wounded", "injured", "hurt", "missing", "killed")
        or (r.sentence.block not in ("headline", "item") and not r.words(where[0], i).isupper())
    ):
        return None
    return _word_outcome(r, i) if i + 1 >= len(v) or v.words[i + 1] in (",", ";", ".") else None


_BE = frozenset("was were been be is are being got get".split())
_MORE = frozenset({"more", "others", "people"})
_FALLS = frozenset("to into from off upon on back behind under for ill sick silent short out asleep".split())
_CLAUSE = frozenset("and but while as when after before who that which".split())  # another clause begins
_HELPS = _BE | frozenset(
    "has have had also later reportedly all both still believed thought feared to may might".split()
)
_BEHIND = frozenset("when after by as while during and or but near".split())


def _passive(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> Outcome | None:
    """ "six were wounded", "five soldiers wounded in action": the predicate right behind, with its helpers and adverbs."""
    v, k = r.view, where[1] + 1
    if where[0] and v.low[where[0] - 1] in ("of", "by", "with", "between", "against", "than"):
        return None
    if n.noun is None and k < len(v) and v.low[k] in _MORE:
        k += 1
    if n.of_them and v.low[k : k + 2] == ["of", "them"]:
        k += 2
    past = _past_aside(r, k, len(v) - 1)
    if past > k and (v.words[k] == "," or _CLAUSE.isdisjoint(v.low[k:past])):
        k = past
    be = False
    while k < len(v) and (v.low[k] in _HELPS or (v.pos[k] == "ADV" and v.low[k].endswith("ly"))):
        if v.low[k] not in ("fatally", "mortally"):
            be |= v.low[k] in _BE
            k += 1
        else:
            return "killed"
    if k >= len(v):
        return None
    fate = next((f for f in r.fates if where[1] < f[0] <= k <= f[1]), None)
    if fate is not None and (be or v.tag[fate[0]] in _FINITE or n.numeral):
        return fate[2]
    if (
        v.low[k] in ("fallen", "fell")
        and (k + 1 >= len(v) or v.low[k + 1] not in _FALLS)
        and (n.group == "combatants" or "our" in v.low[where[0] : where[1]])
    ):
        return "killed"
    if v.low[k].endswith("ing"):
        return None
    told = _word_outcome(r, k) if v.low[k].endswith(("ed", "en", "ain", "ad", "rt")) else None
    if be and any(t.act == "kill" and t.first == k and not t.noun for t in frame.acts):
        return "killed"  # "seven of them were shot dead"
    if told is None or (not n.numeral and not be and v.low[max(0, where[0] - 1)] != "and"):
        return None
    after = v.low[k + 1] if k + 1 < len(v) else "."
    if after in ("and", "or") and k + 2 < len(v) and _word_outcome(r, k + 2) not in (None, told):
        return None
    if be:
        return told
    alone = k + 1 >= len(v) or v.pos[k + 1] in ("ADP", "PUNCT") or after in _BEHIND
    return told if alone and v.low[k] not in ("dead", "executed", "captured", "fled") else None


def _in_the_end(r: Reading, found: list[Outcome], where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """ "were dragged from their homes and beheaded", "was wounded and later died": the last that was done to the same people."""
    if found not in (["abducted"], ["detained"], ["injured"]):
        return found
    v = r.view
    for i in range(where[1] + 2, min(where[1] + 26, frame.last)):
        if v.low[i] in (";", ":") or (v.tag[i] == "CD" and v.low[i - 1] in ("and", ",", "while")):
            break
        if v.low[i] not in ("and", "then", "before", "being"):
            continue
        k = i + 1
        while k < frame.last and (v.pos[k] == "ADV" or v.low[k] in ("being", "were", "was")):
            k += 1
        dead = v.low[k] == "died" or (v.low[k].endswith(("ed", "en")) and _word_outcome(r, k) == "killed")
        alone = k + 1 >= len(v) or v.pos[k + 1] in ("ADP", "PUNCT", "ADV", "SCONJ") or v.tag[k + 1] == "IN"
        if dead and alone:
            return ["killed"]
    return found


def _only_one(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """ "A coca picker stepped on a mine … and bled to death": the one person of the stretch, who opens it."""
    if where[0] > frame.first + 1 or any(
        o is not n and o.people and not o.bare for o in figures(r, frame.first, frame.last)
    ):
        return []
    return next(([f[2]] for f in r.fates if where[1] < f[0] <= frame.last), [])


def _touches(r: Reading, where: tuple[int, int], frame: Frame) -> bool:
    """An outcome word right beside a person told without a number ("killing a street vendor", "a ranger was injured")."""
    if any(0 < f[0] - where[1] <= 4 or 0 < where[0] - f[1] <= 2 for f in r.fates):
        return True
    near = [i for i in (where[0] - 1, where[1] + 1, where[1] + 2) if frame.first <= i <= frame.last]
    return any(_word_outcome(r, i) or (i == where[0] - 1 and _verb_outcome(r, i, frame)) for i in near)


def _word_outcome(r: Reading, i: int) -> Outcome | None:
    lex = triggers()
    low = r.view.low[i]
    if i and r.view.tag[i] in ("NNP", "NNPS") and r.view.words[i].istitle() and r.view.words[i - 1].islower():
        return None  # "in Martyrs' Square"
    if low in ("wounded", "injured", "hurt") and i and r.view.low[i - 1] in ("fatally", "mortally"):
        return "killed"
    if r.view.verbal(i) or low.endswith(("ed", "ing")):
        verb = lex.outcome_verbs.get(low)
        if verb:
            return verb
    return lex.outcome_words.get(low)


def _verb_outcome(r: Reading, i: int, frame: Frame) -> Outcome | None:
    """The outcome that the predicate at token ``i`` works on its patient, phrases included ("shoot … dead", "hack to death")."""
    for t in frame.acts:
        if t.token == i or t.first <= i <= t.last:
            if t.act == "kill":
                return "killed"
            if t.act == "abduct":
                return "abducted"
            if t.act == "arrest":
                return "detained"
            if t.act == "bodies":
                return "killed"
            if t.act == "shoot" and r.view.low[i] in ("shot", "stabbed", "shoot"):
                return _word_outcome(r, i)
    return _word_outcome(r, i)


_TELLS_NOTHING = frozenset(
    "leaving left leave leaves making take took taken holding held has had reported counted confirmed found saw lost loses lose losing put recorded buried suffered received".split()
)


def _by_tree(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome] | None:
    """The predicate that the figure's noun is subject (passive, or of "die") or object of. Null where the tree is silent."""
    v = r.view
    head = where[1]
    for i in range(where[0], where[1] + 1):
        if not where[0] <= v.head[i] <= where[1]:
            head = i
    for i in (head,):
        label, over = v.base(i), v.head[i]
        while label in ("conj", "appos", "nummod", "compound", "flat") and over != i and not v.verbal(over):
            i, label, over = over, v.base(over), v.head[over]
            if where[0] <= i <= where[1]:
                continue
        if over == i:
            outcome = _word_outcome(r, i) or next(
                (o for c in v.children[i] if v.base(c) in ("amod", "acl", "xcomp") and (o := _word_outcome(r, c))), None
            )
            return [outcome] if outcome else None
        if not frame.first <= over <= frame.last:
            return None
        fate = next(
            (
                f[2]
                for f in r.fates
                if label == "nsubj"
                and any(
                    f[0] <= k <= f[1]
                    for k in v.conjuncts(over)
                    if over <= k <= frame.last and (k == over or not v.kids(k, "nsubj"))
                )
            ),
            None,
        )
        if fate is not None:
            return [fate]
        if label == "nsubj" and any(
            _loses_limb(r, k)
            for k in v.conjuncts(over)
            if frame.first <= k <= frame.last and (k == over or not v.kids(k, "nsubj"))
        ):
            return ["injured"]
        if v.verbal(over) or _word_outcome(r, over):
            passive = v.passive(over) or v.dep[i].endswith(":pass") or bool(v.kids(over, "cop"))
            if (
                label == "obj"
                or (label == "nsubj" and (passive or _undergoes(r, over)))
                or (label in ("nmod", "obl", "nummod", "amod") and _of(r, i))
            ):
                found = _verb_outcome(r, over, frame)
                if v.low[over] in ("lost", "lose", "loses", "losing") and label == "obj" and _own_men(r, n, over):
                    return ["killed"]
                if v.low[over] in _TELLS_NOTHING:
                    return None
                if found is None:
                    then = (
                        k for k in v.conjuncts(over) if over < k <= min(over + 4, frame.last) and not v.kids(k, "nsubj")
                    )
                    fate = next((o for k in then if passive and (o := _verb_outcome(r, k, frame))), None)
                    return [fate] if fate else None  # "was shot and critically wounded"
                extra = [
                    _verb_outcome(r, k, frame)
                    for k in v.conjuncts(over)
                    if k != over and frame.first <= k <= frame.last and _shares_object(r, over, k)
                ]
                return list(dict.fromkeys([found, *[e for e in extra if e]]))
            if (
                label == "nsubj"
                and n.group == "combatants"
                and v.low[over] in ("fell", "fallen", "fall")
                and not any(
                    p in ("to", "into", "from", "off", "upon", "on", "back", "behind", "under", "for")
                    for p, _ in v.preps(over)
                )
            ):
                return ["killed"]
            if (
                label == "nsubj"
                and not passive
                and _verb_outcome(r, over, frame) in ("killed", "abducted", "detained", "injured")
            ):
                return [] if v.object(over) is not None or frame.acts else None
    return None


def _lost_own(r: Reading, where: tuple[int, int]) -> bool:
    """ "and lost three men": its own."""
    return bool(where[0]) and r.view.low[where[0] - 1] in ("lost", "losing", "lose") and r.view.low[where[1]] in _MEN


_PAST_DEEDS = frozenset({"killed", "wounded", "injured", "kidnapped", "abducted", "arrested", "detained"})
_EXECUTED = frozenset(
    "behind beside against point-blank one blindfolded lined kneeling execution-style execution".split()
)


def _executed(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "soldiers shot 23 villagers", "they were shot behind the barracks": a word that alone does not say that they died."""
    low, v = r.view.low, r.view
    if not n.numeral or {"wounded", "injured", "injuring", "wounding", "hurt", "leg", "legs", "survived"} & set(low):
        return False
    if where[0] and low[where[0] - 1] == "shot" and n.low >= 5:
        return True
    k = where[1] + 1
    return low[k : k + 2] == ["were", "shot"] and bool(_EXECUTED & set(low[k + 2 : k + 6])) and v.verbal(k + 1)


_SOULS = frozenset({"people", "persons", "residents", "villagers", "civilians", "lives", "souls", "corpses", "bodies"})


def _mourned(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "We have buried seven people", "the village lost 14 people"."""
    low, k = r.view.low, where[0] - 1
    said = low[k] in ("buried", "lost", "mourn", "mourns", "mourned", "bury") if k >= 0 else False
    return (
        said
        and n.numeral
        and (low[where[1]] in _SOULS or (low[k] in ("buried", "bury") and (n.people or n.noun is None)))
    )


_MEN = frozenset({"man", "men", "member", "members"})


def _own_men(r: Reading, n: Number, verb: int) -> bool:
    """ "lost one of its own", "lost six soldiers": the dead of the one who speaks."""
    v = r.view
    subject = v.subject(verb)
    own = any(v.low[k] == "own" for k in v.below(verb) if k > verb)
    men = (
        (n.noun or "").lower() in _MEN
        and subject is not None
        and (subject in r.party_at or v.low[subject] in ("it", "they", "we", "group", "militia"))
    )
    return own or men or (n.group == "combatants" and subject is not None)


_WOUNDS = frozenset(
    {"injuries", "injury", "wounds", "wound", "burns", "fracture", "fractured", "broken", "bruises", "cuts"}
)
_LIMBS = frozenset(
    {"leg", "legs", "foot", "feet", "arm", "arms", "hand", "hands", "eye", "eyes", "limb", "limbs", "fingers", "sight"}
)


def _loses_limb(r: Reading, verb: int) -> bool:
    """ "A shepherd lost his leg"."""
    v = r.view
    low = {v.low[k] for k in v.below(verb) if k > verb}
    if v.low[verb] in ("suffered", "sustained", "escaped", "survived", "received", "got"):
        return bool(low & (_LIMBS | _WOUNDS)) and not low & {"no", "without"}
    return v.low[verb] in ("lost", "loses", "lose", "losing", "broke") and bool(low & _LIMBS)


_UNDERGONE = frozenset(
    "died die dies dead perished missing drowned fled martyred hurt wounded injured killed dying succumbed disappeared vanished".split()
)


def _undergoes(r: Reading, verb: int) -> bool:
    """Verbs whose subject is the one harmed."""
    if r.view.object(verb) is not None and r.view.low[verb] in ("killed", "wounded", "injured", "hurt"):
        return False  # "ten gunmen killed a teacher"
    return r.view.low[verb] in _UNDERGONE


def _of(r: Reading, i: int) -> bool:
    """ "the deaths of 12 people", "the killing of two men"."""
    return any(r.view.low[c] == "of" for c in r.view.children[i] if r.view.base(c) == "case")


def _shares_object(r: Reading, one: int, two: int) -> bool:
    """ "killing and injuring many": the first verb has no object of its own."""
    v = r.view
    a, b = v.kids(one, "obj", "nsubj:pass"), v.kids(two, "obj", "nsubj:pass")
    low, high = sorted((one, two))
    return (not a or not b) and high - low <= 3 and all(v.low[k] in ("and", "or", ",") for k in range(low + 1, high))


def _by_nearness(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """The nearest outcome word: right after the figure ("32 wounded", "people were killed"), else right before ("killing six")."""
    v = r.view
    at = _past_aside(r, where[1] + 1, frame.last)
    after = _scan(r, range(at, min(at + _REACH, frame.last + 1)), frame, skip_figures=True)
    before = _scan(r, range(where[0] - 1, max(where[0] - 1 - _REACH, frame.first - 1), -1), frame, skip_figures=False)
    if before and v.low[where[0] - 1] in ("with", "against") and any(t.act == "clash" for t in frame.acts):
        before = None  # "wounded in a clash with about 30 militants": how many they fought
    within = [o for i in range(where[0], where[1] + 1) if (o := _word_outcome(r, i))]
    if within:
        return [within[0]]
    if after and _joint_after(r, after[2]):
        other = _word_outcome(r, after[2] + 2)
        return [after[1]] if other is None else [after[1], other]
    if after and (not before or after[0] <= before[0]):
        return [after[1]]
    if before:
        if _joint_before(r, before[2]):
            other = _word_outcome(r, before[2] - 2)
            return [before[1]] if other is None else [other, before[1]]
        return [before[1]]
    said = v.low[max(frame.first, where[0] - 8) : where[0]]
    if any(w in _TOLL for w in said):
        return next(
            ([o] for w in said if (o := triggers().outcome_words.get(w)) is not None),
            _HELD if "held" in said else ["killed"],
        )
    return _toll(r, n, where, frame)


def _toll(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """ "The death toll from Monday's bombing outside a hotel has risen to 21": the figure that a toll has come to."""
    low = r.view.low
    came = n.text.lower().startswith("from ") or low[where[0] - 1] in (
        "to",
        "at",
        "reached",
        "reaches",
        "hit",
        "passed",
    )
    if n.noun is not None or where[0] < 2 or not came:
        return []
    if not any(w in _RISES for w in low[max(frame.first, where[0] - 4) : where[0]]):
        return []
    said = low[frame.first : where[0]]
    again = low[frame.first] in ("it", "that", "this") or {"figure", "count", "tally"} & set(said)
    if again and {"revised", "risen", "climbed", "rose"} & set(said):
        return ["killed"]  # "It has since been revised to 27"
    if "toll" not in said and not ("number" in said and {"dead", "deaths", "killed", "victims"} & set(said)):
        return []
    if {"held", "detained", "arrested"} & set(said):
        return _HELD
    return ["injured"] if {"injured", "wounded", "injury"} & set(said) else ["killed"]


_HELD: list[Outcome] = ["detained"]
_RISES = frozenset(
    "risen rose rise rises climbed climbs reached stands stood put increased grown grew gone jumped revised updated".split()
)


def _past_aside(r: Reading, at: int, last: int) -> int:
    """Past what may stand between people and what became of them: "of a farmer's family", ", three of them children,"."""
    v = r.view
    k = at
    if k <= last and (v.pos[k] == "ADP" or v.tag[k] == "VBG"):
        while k <= min(at + 12, last) and v.words[k] != "," and v.tag[k] not in _FINITE:
            k += 1
    if k > last or v.words[k] != ",":
        return k if k <= last and v.tag[k] in _FINITE else at
    stop = next((j for j in range(k + 1, min(k + 16, last + 1)) if v.words[j] == ","), None)
    if stop is None or any(v.tag[j] in _FINITE or v.words[j] in (";", ":") for j in range(k + 1, stop)):
        return at
    return stop + 1


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _joint_after(r: Reading, i: int) -> bool:
    v = r.view
    return (
        i + 2 < len(v)
        and v.low[i + 1] in ("and", "or")
        and (v.low[i], v.low[i + 2]) in _PAIRS
        and not v.verbal(i + 2) | (v.tag[i + 2] == "VBD")
    )


def _joint_before(r: Reading, i: int) -> bool:
    v = r.view
    return i >= 2 and v.low[i - 1] in ("and", "or") and (v.low[i - 2], v.low[i]) in _PAIRS


def _scan(r: Reading, tokens: range, frame: Frame, skip_figures: bool) -> tuple[int, Outcome, int] | None:
    """(distance, outcome, token) of the first outcome word on the way; another figure or a hard stop ends the search."""
    v = r.view
    starts = (
        {w[0] for n in figures(r, frame.first, frame.last) if not n.of_them and (w := r.tokens(n.start, n.end))}
        if skip_figures
        else set()
    )
    for k, i in enumerate(tokens):
        fate = next((f for f in r.fates if (f[0] if skip_figures else f[1]) == i), None)
        if fate is not None:
            return k, fate[2], i
        if v.words[i] in (";", ":", ".") or (skip_figures and i in starts):
            return None
        if not skip_figures and v.words[i] == "," and k > 0:
            return None
        found = _verb_outcome(r, i, frame) if not skip_figures else _word_outcome(r, i)
        if found is None and skip_figures:
            acts = [t.act for t in frame.acts if t.first <= i <= t.last and r.view.passive(t.token)]
            found = _PASSIVE_OUTCOMES.get(acts[0]) if acts else None
        if found:
            if skip_figures and v.verbal(i) and v.low[i].endswith("ing"):
                return None
            if (
                skip_figures
                and v.verbal(i)
                and not v.passive(i)
                and v.object(i) is not None
                and v.low[i] not in ("died", "perished")
            ):
                return None
            return k, found, i
    return None
