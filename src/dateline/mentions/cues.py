"""Who says so: every attribution in one parsed sentence, with its speaker, its cue and how sure it is."""

import re
from collections.abc import Sequence

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.parties import Party, heads
from dateline.mentions.word_order import DAYS, charged, said_not, speaker_by_order, turned_by_order
from dateline.model.incident import Modality
from dateline.packs.stance import stance

_INVERTED = frozenset(
    "said says added announced reported informed confirmed declared noted explained stated wrote recounted claimed insisted indicated".split()
)
_QUOTING = frozenset(
    "say says said affirms affirmed confides confided explains explained recalls declared declares indicated indicates".split()
)
_TALLYING = ("count", "record", "list", "regist", "document", "not", "point", "estimat", "call")
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "him", "her", "them"})
_SKIPPED = frozenset({"i", "we", "you", "one"})
_TRAIL = frozenset({"of", "for", "in", "from", "at"})
_TARGET = frozenset({"on", "to", "at"})


Speaker = tuple[int, int, int]  # start, end (code points), head token


class Said(msgspec.Struct, frozen=True):
    """One attribution. Offsets are code points in the sentence; ``speaker`` is null for the outlet's own hedge.

    ``token`` is the cue's word; ``pronoun`` whether the speaker is only "he", "it" …; ``target`` the token of the party
    that is blamed.
    """

    modality: Modality
    cue: str
    cue_start: int
    cue_end: int
    token: int
    speaker: str | None = None
    start: int = 0
    end: int = 0
    head: int = -1
    pronoun: bool = False
    target: int | None = None


def find_said(view: View, text: str, parties: Sequence[Party] = ()) -> list[Said]:
    """All attributions of the sentence, in order of their cues. A party that speaks is the speaker as a whole."""
    out = _found(view, text)
    for k, s in enumerate(out):
        if s.speaker is None:
            p = next((p for p in parties if _beside(view, p, s.token)), None)
            if p is not None and p.last < s.token - 1 and view.pos[s.token - 1] in ("NOUN", "PROPN"):
                continue  # "terrorist propaganda claiming …"
            if (
                p is not None
                and s.modality in ("denied", "claimed", "stated")
                and not any(view.low[c] == "no" for c in range(p.first, p.last + 1))
            ):
                out[k] = msgspec.structs.replace(s, speaker=p.text, start=p.start, end=p.end, head=p.head)
    out = [_disowned(view, _introduced(text, s)) for s in out]
    out += [more for s in out if (more := _and_another(view, text, s)) is not None]
    signed = _signed(view)
    if signed is not None and not any(s.speaker for s in out):
        out.append(Said("stated", text[view.starts[signed[0]] : view.ends[signed[1]]], view.starts[signed[0]], view.ends[signed[1]],
                        signed[0], text[view.starts[signed[0]] : view.ends[signed[1]]], view.starts[signed[0]], view.ends[signed[1]], signed[1]))  # fmt: skip
    return [s for s in out if s.speaker is not None or s.modality in ("alleged", "reported")]


_INTRODUCED = re.compile(
    r",? who (?:(?:gave|identified|called|asked|wanted|would|could|only|himself|herself|his|her|to|be|being|name|first|named|identified|as|only|just|by|goes|went|the) ){1,7}"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)


def _introduced(text: str, s: Said) -> Said:
    """ "one of the men, who asked to be called only Saide": the name is the speaker's."""
    m = _INTRODUCED.match(text, s.end) if s.speaker is not None else None
    if m is None or not re.search(r"name|called|identif|goes|went", m[0]):
        return s
    return msgspec.structs.replace(s, speaker=m[1], start=m.start(1), end=m.end(1))


def _disowned(view: View, s: Said) -> Said:
    """ "called this a fabrication", "describes it as propaganda": a denial."""
    if s.modality != "stated" or not view.low[s.token].startswith(("call", "describ", "label", "term")):
        return s
    ahead = view.low[s.token + 1 : s.token + 14]
    stop = next((k for k, w in enumerate(ahead) if w in (";", "but", "and", "said", "which")), len(ahead))
    return msgspec.structs.replace(s, modality="denied") if stance().disowning.intersection(ahead[:stop]) else s


def _and_another(view: View, text: str, s: Said) -> Said | None:
    """ "according to four residents and a military source": the second speaks as well."""
    if s.speaker is None or s.pronoun:
        return None
    k = next((i for i in range(len(view)) if view.starts[i] >= s.end), len(view))
    cue = view.low[s.token] in ("according", "per")
    if not (cue and view.low[k : k + 1] == ["and"]):
        return None
    k += 1 + (view.low[k + 1 : k + 2] == ["to"])
    found = _after(view, text, k)
    if found is None or found[2] <= k or not _can_speak(view, found[2]):
        return None
    start, end = view.starts[k], view.ends[max(found[2], view.phrase(found[2])[1] - 1)]
    return msgspec.structs.replace(s, speaker=text[start:end], start=start, end=end, head=found[2], pronoun=False)


def _signed(view: View) -> tuple[int, int] | None:
    """ "BLAST AT TEA HOUSE KILLS NINE - WITNESS": whoever a headline names behind its last dash."""
    last = len(view) - 1
    while last > 0 and view.words[last] in (".", "”", '"'):
        last -= 1
    dash = next((k for k in range(last, max(last - 7, 2), -1) if view.words[k] in ("-", "–", "—")), None)
    if dash is None or dash == last or view.starts[dash] == view.ends[dash - 1]:
        return None
    return (
        (dash + 1, last) if view.low[last] in stance().source.speakers.heads and _plain(view, dash + 1, last) else None
    )


def _plain(view: View, first: int, last: int) -> bool:
    return all(view.words[k].isalpha() and view.low[k] not in stance().speech for k in range(first, last + 1))


def _beside(view: View, p: Party, cue: int) -> bool:
    """Whether the party stands right before the cue, an acronym or one word between them."""
    return p.last < cue and (p.first <= cue - 1 <= p.last + 1 or 0 <= view.starts[cue] - p.end <= 2)


def _found(view: View, text: str) -> list[Said]:
    words = stance()
    out: list[Said] = []
    used: set[int] = set()
    for hit in words.speech_phrases.find(view.low):
        modality = words.modalities[hit.key]
        if (
            view.low[hit.first] in ("according", "per")
            or view.low[hit.last] == "from"
            or view.low[hit.first : hit.first + 2] == ["in", "the"]
        ):
            found = _after(view, text, hit.last + 1)
            if found is None or view.low[found[2]] in _PAPERS:
                found = _issued(view, text, hit.last + 1)
            if found is None and _reports(view, hit.last + 1):
                modality = "reported"
            if view.low[hit.first] == "per" and not (found and view.low[found[2]] in words.source.speakers.heads):
                continue  # "120,000 barrels per day"
        else:
            verb = hit.verb if hit.verb is not None else hit.first
            if said_not(view, verb) or "no" in view.low[hit.first : hit.last + 1]:
                continue
            found = (
                None
                if modality == "reported" and view.low[hit.last] == "to"
                else _speaker(view, text, verb) or _ordered(view, verb)
            )
        out.append(_said(view, text, modality, hit.first, hit.last, found))
        used |= set(range(hit.first, hit.last + 1))
    for i, low in enumerate(view.low):
        if i in used:
            continue
        if low in words.adverbs:
            out.append(_said(view, text, words.adverbs[low], i, i, None))
        elif (
            low in words.speech
            and _is_speech(view, i)
            and not (
                low in ("suspected", "alleged")
                and (view.base(i) != "root" or view.low[i + 1 : i + 2] == ["to"])
                and (low == "suspected" or view.low[i + 1 : i + 2] not in ([], ["."], [","], ["that"]))
            )
            and not (
                low == "suspects" and i and (view.pos[i - 1] in ("NUM", "DET", "ADJ") or view.low[i - 1] in _COUNTED)
            )
        ):
            if view.low[i + 1 : i + 2] == ["by"] and low.endswith("ed"):
                found = _after(view, text, i + 2)  # "a version disputed by the family of one of the dead"
            elif low == "saying" and (quoted := _quoted_by(view, i)) is not None:
                found = _after(view, text, quoted + 1)
            else:
                found = _speaker(view, text, i)
                if found is None or text[: found[1]].endswith(("'s", "’s")):
                    found = _ordered(view, i)
                found = _named_on(view, found, i)
            if found is not None or words.speech[low] in ("denied", "claimed"):
                out.append(_said(view, text, words.speech[low], i, i, found))
            elif low in ("said", "say") and i and view.low[i - 1] in _REPORTS:
                out.append(_said(view, text, "reported", i, i, None))
    out += _reckoned(view, text)
    out.sort(key=lambda s: s.token)
    return out


_REPORTS = frozenset({"reports", "rumours", "rumors"})


_PAPERS = frozenset(
    "assessment statement report tally count toll figures data information note communique communiqué account version bulletin post message "
    "video letter document estimate estimates statistics records list reckoning dispatch leaflet release tweet testimony testimonies accounts".split()
)


def _issued(view: View, text: str, at: int) -> Speaker | None:
    """ "according to the provisional assessment given by the mayor", "a statement from the army": who stands behind the paper."""
    paper = next((i for i in range(at, min(at + 7, len(view))) if view.low[i] in _PAPERS), None)
    if paper is None:
        return None
    by = next((i for i in range(paper + 1, min(paper + 4, len(view))) if view.low[i] in ("by", "from", "of")), None)
    return _after(view, text, by + 1) if by is not None and not {",", ";"} & set(view.words[paper:by]) else None


def _reports(view: View, at: int) -> bool:
    """ "according to preliminary reports", not "according to reports by the observatory"."""
    k = next((i for i in range(at, min(at + 5, len(view))) if view.low[i] in _REPORTS), None)
    return k is not None and view.low[k + 1 : k + 2] not in (["by"], ["from"], ["of"])


_RECKONINGS = frozenset("count account reckoning tally estimate version telling figures".split())


def _reckoned(view: View, text: str) -> list[Said]:
    """ "By the army's count, …", "by the reckoning of the observatory": who reckons."""
    out = []
    for i, low in enumerate(view.low):
        by = (
            next((k for k in range(i - 1, max(i - 9, -1), -1) if view.low[k] == "by"), None)
            if low in _RECKONINGS
            else None
        )
        if by is None or view.low[by + 1] in ("our", "my", "their", "its", "his", "her", "one", "any", "that", "this"):
            continue
        found: Speaker | None = None
        if view.low[i - 1] in ("'s", "’s", "'", "’"):
            found = _after(view, text, by + 1)
            if found is not None:
                found = (found[0], min(found[1], view.ends[i - 2]), min(found[2], i - 2))
        elif view.low[i + 1 : i + 2] == ["of"] and i - by <= 3:
            found = _after(view, text, i + 2)
        if found is not None:
            out.append(_said(view, text, "stated", i, i, found))
    return out


_COUNTED = frozenset("two three four five six seven eight nine ten eleven twelve several some other".split())
_NOUNS = frozenset(
    "counts points records notes lists calls estimates posts tweets documents comments remarks registers disputes boasts contests states details suspects".split()
)  # read as verbs only where the tree says so


_SELVES = frozenset("themselves himself herself itself for on off in out up".split())


def _unsaid(view: View, i: int) -> bool:
    """ "declined to comment", "refused to say": not said either."""
    return (
        i > 1
        and view.low[i - 1] == "to"
        and not view.low[i - 2].startswith(("on", "continu", "went", "seem", "appear", "quick"))
    )


def _names(view: View, i: int) -> bool:
    """ "the men, whom the government calls bandits": a name given, nothing said."""
    back = view.low[max(0, i - 6) : i]
    return bool({"which", "whom", "that", "what"} & set(back))


def _is_speech(view: View, i: int) -> bool:
    """A verb, and not one with a plain thing as its object ("recorded a rise")."""
    low = view.low[i]
    if not (view.verbal(i) or low in ("says", "claims", "reports") or (low.endswith("s") and low not in _NOUNS)):
        return False
    if said_not(view, i) or _unsaid(view, i):
        return False
    nxt = view.low[i + 1] if i + 1 < len(view) else ""
    if low in ("accused", "suspected", "argued") and nxt in ("of", "by", "and", "", "."):
        return False
    if view.low[i].startswith(_TALLYING) and view.tag[i] in ("VBG", "VBN", "VB") and not view.kids(i, "aux"):
        return low.endswith("ed") and bool(
            nxt in (".", '"', "“") or (nxt[:1].isdigit() or view.tag[i + 1 : i + 2] == ["CD"])
        )
    if low.startswith("call") and (nxt in _SELVES or _names(view, i)):
        return False
    return not (low.startswith("call") and view.object(i) is None and nxt not in ("it", "this", "that", "the", "them"))


def _quoted_by(view: View, i: int) -> int | None:
    """ "a rights group quoted witnesses as saying": who is quoted speaks."""
    if view.low[i - 1] != "as":
        return None
    return next(
        (k for k in range(i - 2, max(i - 10, -1), -1) if view.low[k] in ("quoted", "quoting", "quotes", "cited")), None
    )


def _named_on(view: View, found: Speaker | None, verb: int) -> Speaker | None:
    """The name goes on to the verb or the comma: "councillor Nasir | Ahmad Faqiri insisted", "Myanmar | Now, a news site, reported"."""
    if found is None or found[2] >= verb:
        return found
    k = next((i for i in range(len(view)) if view.starts[i] >= found[1]), len(view))
    last = k - 1
    while k < verb and view.words[k][:1].isupper() and view.words[k].isalpha() and k - last <= 1:
        last, k = k, k + 1
    if k <= len(view) - 1 and (k == verb or view.words[k] == ",") and view.ends[last] > found[1]:
        return found[0], view.ends[last], found[2]
    return found


def _ordered(view: View, verb: int) -> Speaker | None:
    """The speaker by the order of words, where the tree shows none."""
    found = speaker_by_order(view, verb)
    return (view.starts[found[0]], view.ends[found[1]], found[2]) if found is not None else None


def _speaker(view: View, text: str, verb: int) -> Speaker | None:
    """The subject of a speech verb as a whole phrase; null where it is no one who can speak."""
    if (told := charged(view, verb)) is not None:
        return view.starts[told[0]], view.ends[told[1]], told[2]
    if view.low[verb] in _QUOTING and (told := turned_by_order(view, verb)) is not None:
        return view.starts[told[0]], view.ends[told[1]], told[2]
    turned = _inverted(view, verb) if view.low[verb] in _INVERTED else None
    if turned is not None and _ends_clause(view, turned):
        return _phrase(view, text, turned, verb)
    if (
        view.low[verb].startswith("blame")
        and verb + 1 < len(view)
        and view.low[verb + 1] == "on"
        and view.base(verb) == "acl"
    ):
        head = _before(view, verb)
        return _phrase(view, text, head, verb) if head is not None else None
    relative = next((c for c in view.kids(verb, "nsubj") if view.low[c] in ("who", "which")), None)
    if relative is not None and view.low[relative] == "which" and not _is_side(view, relative):
        relative = None
    if relative is not None and view.base(verb) in ("acl", "advcl"):
        named = _antecedent(view, relative)
        return _phrase(view, text, named, relative, free=True) if named is not None else None
    if (tail := _tail(view, verb)) is not None and _phrase(view, text, tail[2], verb, free=True) is not None:
        return view.starts[tail[0]], view.ends[tail[1]], tail[2]
    if (
        view.tag[verb] == "VBG"
        and view.low[verb] in _BLAMING
        and view.base(verb) == "advcl"
        and not view.kids(verb, "nsubj")
    ):
        over = view.head[verb]  # "…, Human Rights Watch reported, blaming the army"
        if over == verb or view.low[over] not in stance().speech:
            over = next(
                (k for k in range(verb - 1, max(verb - 9, 0), -1) if view.low[k] in stance().speech and view.verbal(k)),
                -1,
            )
        return _speaker(view, text, over) if over >= 0 else None
    passive = view.passive(verb)
    head = view.agent(verb) if passive else view.subject(verb)
    if head is None and passive and view.low[verb] in ("quoted", "cited"):
        head = view.subject(verb)
    if head == verb - 2 and view.low[verb - 1] == "that" and view.low[head] not in stance().source.speakers.heads:
        return None  # "a confession inside the boat that said …"
    if head is not None and head < verb and (":" in view.words[head:verb] or _quoted(view, head, verb)):
        head = None  # a label: "Morek: doctors report"
    if head is not None and not passive and head < verb and head not in view.kids(verb, "nsubj"):
        told = speaker_by_order(view, verb)  # "Rebels fired a missile, killing three, the minister said."
        if told is not None and head < told[0] and view.words[told[0] - 1] == "," and _plain_phrase(view, told):
            return view.starts[told[0]], view.ends[told[1]], told[2]
    found = None
    if head is not None and head != verb and abs(head - verb) <= 30:
        found = _phrase(view, text, head, verb)
    if found is None and not passive and turned is not None:
        told = speaker_by_order(view, verb)
        if told is not None and told[2] < verb:
            return view.starts[told[0]], view.ends[told[1]], told[2]
    if found is None and not passive and (head is None or view.pos[head] not in ("NOUN", "PROPN", "PRON")):
        head = turned if turned is not None else _before(view, verb)
        found = _phrase(view, text, head, verb) if head is not None and head != verb else None
    return found


def _plain_phrase(view: View, told: tuple[int, int, int]) -> bool:
    return not any(view.verbal(k) or view.low[k] in ("but", "while") for k in range(told[0], told[1] + 1))


def _is_side(view: View, relative: int) -> bool:
    """ "…, the YPG, which denied any role": a name or a body before the comma, not "an attack which …"."""
    named = _antecedent(view, relative) if relative and view.words[relative - 1] == "," else None
    return named is not None and (
        view.words[named].isupper() or view.low[named] in stance().source.speakers.heads or view.pos[named] == "PROPN"
    )


_BLAMING = frozenset({"blaming", "accusing", "alleging", "implicating"})


def _quoted(view: View, head: int, verb: int) -> bool:
    """Whether the noun lies in the quotation that ends before the verb."""
    return any(w in ("”", '"', "’") for w in view.words[head + 1 : verb]) and any(
        w in ("“", '"', "‘") for w in view.words[: head + 1]
    )


def _tail(view: View, verb: int) -> tuple[int, int, int] | None:
    """ "…, police say.", "…, the district chief told reporters": (first, last, head) of the phrase between the last comma
    and a verb that closes."""
    i = verb - 1
    if i > 2 and view.words[i] == "," and view.pos[i - 1] in ("PROPN", "NOUN"):
        i -= 1  # "the head of the administration, Ana Ruiz, wrote on her channel"
    if i < 1 or view.pos[i] not in ("NOUN", "PROPN", "PRON"):
        return None
    k = i
    while k > 0 and verb - k < 12 and view.words[k - 1] not in (",", "”", '"') and view.pos[k - 1] in _NOMINAL:
        k -= 1
        if view.pos[k] == "DET" and view.pos[k - 1] not in ("ADP", "CCONJ"):
            break  # "an attack | the government blamed on …"
    if i < verb - 1 and k > 2 and view.words[k - 1] == "," and not any(view.pos[j] == "NOUN" for j in range(k, i + 1)):
        k = _titled(view, k)  # "the governor's spokesman, Terver Akase, said in a statement"
    opens = k == 0 and i < verb - 1  # "The group's spokesman, Abdiasis Abu Musab, said …"
    if (not opens and (k == 0 or view.words[k - 1] not in (",", "”", '"'))) or view.pos[k] in ("ADP", "CCONJ"):
        return None
    if i == verb - 2 and k > 2 and view.words[k - 1] == "," and view.pos[k] in ("NOUN", "DET", "ADJ"):
        name = _named_before(view, k - 2)  # "Col. Ana Ruiz, commander of the brigade, said"
        if name is not None:
            return name, k - 2, k - 2
    if i == verb - 2 and view.pos[i] == "NOUN":
        return None
    heads = [j for j in range(k, i + 1) if view.pos[j] in ("NOUN", "PROPN", "PRON")]
    head = next((j for j in heads if not k <= view.head[j] <= i), heads[-1])
    return k, i, head


def _named_before(view: View, last: int) -> int | None:
    """The first token of the name that ends at ``last``: two capitals or more, titles and initials among them."""
    k = last
    while k > 0 and last - k < 7 and (view.words[k - 1][:1].isupper() or view.words[k - 1] == "."):
        k -= 1
    return (
        k if k < last and view.words[last][:1].isupper() and view.low[k] not in DAYS and view.words[k] != "." else None
    )


def _titled(view: View, name: int) -> int:
    """The first token of the title before a name between commas; the name's own where there is none."""
    k = name - 1
    while k > 0 and name - k < 12 and view.words[k - 1] not in (",", "”", '"', ".") and view.pos[k - 1] in _NOMINAL:
        k -= 1
        if view.pos[k] == "DET" and view.pos[k - 1] not in ("ADP", "CCONJ"):
            break
    titled = not stance().source.speakers.heads.isdisjoint(view.low[k : name - 1])
    return k if titled and (k == 0 or view.words[k - 1] in (",", "”", '"')) else name


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "NUM", "PART", "CCONJ"})


def _antecedent(view: View, relative: int) -> int | None:
    """ "its rivals of the Reformist party, who rejected it": the name or the head of the phrase that ends before the comma."""
    i = relative - 1
    while i > 0 and (view.words[i] in (",", ")") or view.pos[i] == "PUNCT"):
        i -= 1
    if i < 0 or view.pos[i] not in ("NOUN", "PROPN"):
        return None
    while 0 < i - view.head[i] < 12 and (view.base(i) in ("appos", "flat") or _genitive(view, i)):
        i = view.head[i]
    return i


def _genitive(view: View, i: int) -> bool:
    """ "the judge of the peace": hangs by "of" and is no name of its own."""
    return view.base(i) == "nmod" and view.pos[i] != "PROPN" and any(view.low[c] == "of" for c in view.kids(i, "case"))


def _inverted(view: View, verb: int) -> int | None:
    """ "…, said a police inspector": the noun right after the verb, where the parse shows no subject."""
    if (
        verb == 0
        or view.low[verb] in ("told", "tell", "tells")
        or view.words[verb - 1] not in (",", "”", '"', "’", "'")
    ):
        return None
    for i in range(verb + 1, min(verb + 6, len(view))):
        if view.pos[i] in ("NOUN", "PROPN", "PRON"):
            return _top(view, i, verb)
        if view.pos[i] not in ("DET", "ADJ", "NUM", "ADP") or view.low[i] in (
            "in",
            "on",
            "at",
            "by",
            "during",
            "through",
        ):
            return None
    return None


def _ends_clause(view: View, noun: int) -> bool:
    """Whether the noun phrase after the verb runs to the end of its clause."""
    last = max(view.below(noun))
    return last + 1 >= len(view) or view.words[last + 1] in (".", ",", ";", "”", '"')


def _before(view: View, verb: int) -> int | None:
    """ "…, the police command said.": the noun right before a verb that ends the sentence."""
    i = verb - 1
    while i > 0 and view.pos[i] in ("ADV", "AUX"):
        i -= 1
    if i > 1 and "by" in (view.low[i - 1], view.low[i - 2]):
        return None  # "leaflets found by the body accuse …"
    return i if i >= 0 and view.pos[i] in ("NOUN", "PROPN", "PRON") else None


def _top(view: View, i: int, limit: int) -> int:
    """The head of the noun phrase that ``i`` opens."""
    while (
        view.head[i] > i
        and view.head[i] - i < 8
        and view.base(i) in ("compound", "det", "amod", "nmod", "nummod", "flat")
        and view.head[i] != limit
    ):
        i = view.head[i]
    return i


def _after(view: View, text: str, at: int) -> Speaker | None:
    """The noun phrase that begins at token ``at``."""
    if at < len(view) and view.low[at] in ("which", "whom"):
        return None
    for i in range(at, min(at + 8, len(view))):
        if view.pos[i] in ("NOUN", "PROPN", "PRON") or view.tag[i].startswith("NN"):
            head = _top(view, i, -1)
            while head + 1 < len(view) and view.pos[head + 1] == "NOUN" and head - at < 6:
                head += 1  # "the hall provost", whatever the tree makes of it
            found = _phrase(view, text, head, at - 1, free=True)
            return (min(found[0], view.starts[at]), *found[1:]) if found is not None else None
        if view.words[i] in ",.;":
            return None
    return None


def _phrase(view: View, text: str, head: int, cue: int, free: bool = False) -> Speaker | None:
    """Span of the speaker's phrase: the noun phrase, "of …"/"for …" after it, names in apposition; or null if it can't speak."""
    low = view.low[head]
    if any(view.low[c] in ("no", "neither", "many", "how", "much") for c in view.children[head]):
        return None
    if (
        (len(low) < 2 and view.words[head - 1 : head] != ["-"])
        or low in _SKIPPED
        or low in ("them", "him")
        or low in DAYS
        or (low in stance().source.not_speakers and low not in _PRONOUNS)
    ):
        return None
    if view.pos[head] not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") and low not in _PRONOUNS:
        return None
    if not free and not _can_speak(view, head):
        return None
    first, stop = view.phrase(head)
    if first >= 2 and view.words[first - 1] in ("'s", "’s") and view.pos[first - 2] == "PROPN":
        first = min(view.phrase(first - 2)[0], first - 2)
    commas = [k for k in range(first, head) if view.words[k] in (",", "“", '"', "(", "–", ":")]
    if commas:
        first = commas[-1] + 1
    while first < head and view.words[first] in ("-", "–"):
        first += 1
    last = stop - 1
    if (
        first >= 2
        and view.low[first - 1] in ("for", "of", "from")
        and (view.low[first - 2] in stance().source.speakers.heads or view.low[first - 2] in _PARTS)
    ):
        first = view.phrase(first - 2)[0]
    if (
        first >= 2
        and view.low[first - 1] == "and"
        and view.low[first - 2] in stance().source.speakers.heads
        and view.pos[first - 2] in ("NOUN", "PROPN")
    ):
        first = view.phrase(first - 2)[0]
    for c in sorted(view.children[head]):
        if c <= last or c > last + 8:
            continue
        case = [k for k in view.children[c] if view.base(k) == "case"]
        if view.base(c) == "nmod" and case and view.low[min(case)] in _TRAIL and min(case) == last + 1:
            last = view.phrase(c)[1] - 1
            for d in view.children[c]:
                inner = [k for k in view.children[d] if view.base(k) == "case"]
                if view.base(d) == "nmod" and inner and view.low[min(inner)] in _TRAIL and min(inner) == last + 1:
                    last = view.phrase(d)[1] - 1
    last = _trailing(view, last, cue)
    if (
        view.low[last + 1 : last + 2] == ["and"]
        and last + 2 < cue < last + 8
        and view.low[head] in stance().source.speakers.heads
    ) and (
        all(view.pos[k] in _NOMINAL for k in range(last + 1, cue))
        and view.low[cue - 1] in stance().source.speakers.heads
    ):
        last = cue - 1  # "witnesses and medics said"
    if last + 2 < len(view) and view.words[last + 1] == "Without" and view.words[last + 2][:1].isupper():
        last += 2  # "Doctors Without Borders", "Reporters Without Borders"
    if not (last < cue or first > cue):
        last = min(last, cue - 1) if first < cue else last
    if last < first:
        return None
    start, end = view.starts[first], view.ends[last]
    rest = text[end : end + 12]
    if rest.startswith(" (") and ")" in rest:
        end += rest.index(")") + 1
    return start, end, head


_PARTS = frozenset({"one", "some", "many", "members", "two", "wife", "mother", "father", "brother", "son", "head"})


def _trailing(view: View, last: int, cue: int) -> int:
    """Where the phrase really ends before the cue: "for the RSF" that hangs elsewhere in the tree, ", Malam Sani Bello,"."""
    while (
        last + 1 < len(view)
        and last + 1 != cue
        and view.pos[last + 1] == "PROPN"
        and view.words[last + 1][:1].isupper()
        and view.pos[last] == "PROPN"
    ):
        last += 1
    nxt = last + 1
    if (
        nxt < cue < nxt + 10
        and view.low[nxt] in ("of", "for")
        and all(view.words[k] not in ",;:" for k in range(nxt, cue))
    ):
        names = [k for k in range(nxt, cue) if view.pos[k] in ("NOUN", "PROPN")]
        if names and not any(view.verbal(k) for k in range(nxt, cue)):
            return names[-1]
    if nxt + 1 < len(view) and view.words[nxt] == ",":
        k = nxt + 1
        while k < len(view) and view.words[k][:1].isupper() and view.pos[k] in ("PROPN", "NOUN") and k - nxt < 6:
            k += 1
        if k > nxt + 1 and (k == cue or (k < len(view) and view.words[k] in ",.;")):
            return k - 1
    return last


def _can_speak(view: View, head: int) -> bool:
    words = stance().source.speakers.heads
    if view.pos[head] == "PROPN" or view.low[head] in _PRONOUNS or view.low[head] in words:
        return True
    if view.low[head] in heads().table:
        return True
    return view.low[head].endswith(
        (
            "man",
            "men",
            "woman",
            "women",
            "er",
            "ers",
            "or",
            "ors",
            "ist",
            "ists",
            "ian",
            "ians",
            "ees",
            "ee",
            "leaders",
            "people",
            "ants",
            "ant",
        )
    )


def _said(view: View, text: str, modality: Modality, first: int, last: int, found: Speaker | None) -> Said:
    start, end = view.starts[first], view.ends[last]
    target = None
    if modality == "alleged":
        target = view.object(first)
        for prep, noun in view.preps(first):
            if prep in _TARGET and view.low[first].startswith(("blame", "attribut", "point", "pin")):
                target = noun
    base = Said(modality, text[start:end], start, end, first, target=target)
    if found is None:
        return base
    head = found[2]
    return msgspec.structs.replace(
        base,
        speaker=text[found[0] : found[1]],
        start=found[0],
        end=found[1],
        head=head,
        pronoun=view.low[head] in _PRONOUNS,
    )
