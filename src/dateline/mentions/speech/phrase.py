"""The whole phrase of a speaker: "the spokesman for the ministry, Col. Ruiz"."""

import re

from dateline.annotate.roles import View
from dateline.mentions.word_order import DAYS
from dateline.packs.party_words import heads
from dateline.packs.speech_words import speech_words
from dateline.packs.stance import stance

Speaker = tuple[int, int, int]  # start, end (code points), head token
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "him", "her", "them"})
_ASIDE = re.compile(r" \([^()]{1,40}\)")
_NAMES = re.compile(r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,4}")
_SKIPPED = frozenset({"i", "we", "you", "one"})
_TRAIL = frozenset({"of", "for", "in", "from", "at"})
_BODIES = frozenset(
    "group monitor watchdog charity organisation organization agency newspaper daily broadcaster network newspapers outlet".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "NUM", "PART", "CCONJ"})


def speaker_phrase(view: View, text: str, head: int, cue: int, free: bool = False) -> Speaker | None:
    """Span of the speaker's phrase: the noun phrase, "of …"/"for …" after it, names in apposition; or null if it can't speak."""
    low = view.low[head]
    if any(view.low[c] in ("no", "neither", "many", "how", "much") for c in view.children[head]):
        return None
    if (
        (len(low) < 2 and view.words[head - 1 : head] != ["-"])
        or low in _SKIPPED
        or low in ("them", "him")
        or low in DAYS
        or (low in stance().source.not_speakers and low not in PRONOUNS and not of_a_body(view, head))
    ):
        return None
    if view.pos[head] not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") and low not in PRONOUNS:
        return None
    if not free and not can_speak(view, head):
        return None
    first, stop = view.phrase(head)
    if first >= 2 and view.words[first - 1] in ("'s", "’s", "'", "’") and view.pos[first - 2] in ("PROPN", "NOUN"):
        first = min(view.phrase(first - 2)[0], first - 2)
    commas = [k for k in range(first, head) if view.words[k] in (",", "“", '"', "–", ":") or _opens(view, k, head)]
    if commas:
        first = commas[-1] + 1
    while first < head and (
        view.words[first] in ("-", "–")
        or view.low[first] == "which"
        or (view.low[first] == "that" and view.tag[head] == "NNS")
    ):
        first += 1  # "shelling that officials blamed on …"
    last = stop - 1
    if (
        first >= 2
        and view.low[first - 1] in ("for", "of", "from")
        and (view.low[first - 2] in stance().source.speakers.heads or view.low[first - 2] in speech_words().parts)
        and view.low[first - 2] not in speech_words().papers
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
        all(view.pos[k] in NOMINAL for k in range(last + 1, cue))
        and view.low[cue - 1] in stance().source.speakers.heads
    ):
        last = cue - 1  # "witnesses and medics said"
    if last + 2 < len(view) and view.words[last + 1] in ("'", "’") and view.words[last + 2][:1].isupper():
        last += 2  # "the Prisoners' Club"
    if last + 2 < len(view) and view.words[last + 1] == "Without" and view.words[last + 2][:1].isupper():
        last += 2  # "Doctors Without Borders", "Reporters Without Borders"
    if last == head and low in _BODIES:
        last = _called(view, last)
    if not (last < cue or first > cue):
        last = min(last, cue - 1) if first < cue else last
    if last < first:
        return None
    first = _whole_name(view, first)
    start, end = view.starts[first], view.ends[last]
    aside = _ASIDE.match(text, end)
    if aside is not None:
        end = aside.end()
        named = text[end : view.starts[cue]].strip() if end < view.starts[cue] else ""
        if named and _NAMES.fullmatch(named):
            end += 1 + len(named)  # "Inspector General of Police (Bastar range) P. Sundarraj"
    return start, end, head


def _called(view: View, last: int) -> int:
    """The end of the name behind a word for a body: "rights group | Amnesty International"."""
    k = last
    while (
        k + 1 < len(view)
        and view.words[k + 1][:1].isupper()
        and view.pos[k + 1] == "PROPN"
        and view.low[k + 1] not in DAYS
    ):
        k += 1
    return k


def _whole_name(view: View, first: int) -> int:
    """Where a name in capitals begins that a small parser took apart: "Al-Masirah TV"."""
    while first and view.words[first][:1].isupper() and (view.words[first - 1] == "-" or _named(view, first - 1)):
        if view.words[first - 1] == "-" and not (first > 1 and view.words[first - 2][:1].isupper()):
            break
        first -= 1 + (view.words[first - 1] == "-")
    return first


def _named(view: View, k: int) -> bool:
    return view.pos[k] == "PROPN" and view.words[k][:1].isupper() and view.low[k] not in DAYS


def _opens(view: View, k: int, head: int) -> bool:
    """Whether a bracket at ``k`` is still open at the head: not so in "SSP (Operations) Muhammad Baloch"."""
    return view.words[k] == "(" and ")" not in view.words[k:head]


def _trailing(view: View, last: int, cue: int) -> int:
    """Where the phrase really ends before the cue: "for the RSF" that hangs elsewhere in the tree, ", Malam Sani Bello,"."""
    if (
        view.low[last + 1 : last + 2] in (["on"], ["for"], ["to"], ["against"])
        and view.words[last][:1].isupper()
        and last + 2 < len(view)
        and view.words[last + 2][:1].isupper()
        and view.low[last + 2] not in DAYS
    ):
        last += 2  # "the National Commission on Human Rights"
        while (
            last + 1 < len(view)
            and last + 1 != cue
            and view.words[last + 1][:1].isupper()
            and view.pos[last + 1] == "NOUN"
        ):
            last += 1
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
        while k < len(view) and k - nxt < 8 and _of_name(view, k):
            k += 1
        if k > nxt + 1 and (k == cue or (k < len(view) and view.words[k] in ",.;")):
            return k - 1
    return last


def _of_name(view: View, k: int) -> bool:
    """A capital, or the hyphen and what follows it in "Jean-Claude", "Dema-ala", or a small word inside a name ("Adnan al-Zaidi")."""
    if (
        view.low[k] in _PARTICLES
        and view.words[k + 1 : k + 2]
        and (view.words[k + 1] == "-" or view.words[k + 1][:1].isupper())
    ):
        return view.words[k - 1][:1].isupper()
    if view.words[k - 1] == "-" or view.words[k] == "-":
        return view.words[k] == "-" or view.words[k].isalpha()
    return view.words[k][:1].isupper() and view.pos[k] in ("PROPN", "NOUN")


_PARTICLES = frozenset(("al", "el", "ul", "bin", "ibn", "de", "da", "dos", "del", "van", "von"))


def of_a_body(view: View, head: int) -> bool:
    """ "the police report says": a paper that is named after who wrote it."""
    return view.low[head] == "report" and head > 0 and view.low[head - 1] in stance().source.speakers.heads


def can_speak(view: View, head: int) -> bool:
    words = stance().source.speakers.heads
    if view.pos[head] == "PROPN" or view.low[head] in PRONOUNS or view.low[head] in words:
        return True
    if view.low[head] in heads().table or view.low[head].removesuffix("s") in words or of_a_body(view, head):
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


def phrase_from(view: View, text: str, at: int) -> Speaker | None:
    """The noun phrase that begins at token ``at``."""
    if at < len(view) and view.low[at] in ("which", "whom"):
        return None
    for i in range(at, min(at + 8, len(view))):
        if view.pos[i] in ("NOUN", "PROPN", "PRON") or view.tag[i].startswith("NN"):
            head = _phrase_head(view, i, -1)
            while head + 1 < len(view) and view.pos[head + 1] == "NOUN" and head - at < 6:
                head += 1  # "the hall provost", whatever the tree makes of it
            found = speaker_phrase(view, text, head, at - 1, free=True)
            if found is None:
                return None
            return _before_figure(view, at, (min(found[0], view.starts[at]), _name_end(view, found[1]), found[2]))
        if view.words[i] in ",.;":
            return None
    return None


def _name_end(view: View, end: int) -> int:
    """ "a count by Myanmar | Now": the end of a name whose last word the tree takes for another."""
    k = next((i for i in range(len(view)) if view.starts[i] == end + 1), len(view))
    while 0 < k < len(view) and view.pos[k] == "ADV" and view.words[k].istitle() and view.words[k - 1].istitle():
        end, k = view.ends[k], k + 1
    return end


def _before_figure(view: View, at: int, found: Speaker) -> Speaker:
    """ "according to the mayor | two of the men were farmers": without the figure that what is said begins with."""
    start, end, head = found
    for k in range(at + 1, len(view) - 1):
        if view.starts[k] >= end:
            break
        if view.tag[k] == "CD" and view.pos[k - 1] in ("NOUN", "PROPN") and view.tag[k + 1] in ("NNS", "IN"):
            return start, view.ends[k - 1], min(head, k - 1)
    return found


def _phrase_head(view: View, i: int, limit: int) -> int:
    """The head of the noun phrase that ``i`` opens."""
    while (
        view.head[i] > i
        and view.head[i] - i < 8
        and view.base(i) in ("compound", "det", "amod", "nmod", "nummod", "flat")
        and view.head[i] != limit
    ):
        i = view.head[i]
    return i
