"""Has it happened, and is it news here? What the words around a deed say: plans, threats, hypotheses, denials, history.

Only words are looked at; whether a date lies too far back is asked when dates are resolved.
"""

import re

from dateline.frames.contexts.above import above
from dateline.frames.contexts.court import in_court
from dateline.frames.contexts.general import in_general
from dateline.frames.contexts.past import history_words
from dateline.frames.contexts.staged import played
from dateline.frames.contexts.verdict import NEWS, Verdict
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.lexicon import layout
from dateline.packs.stance import stance

_ASKED = re.compile(
    r"\b(?:if|whether) it (?:is|'s|’s|was|were) true\b|\bis it true\b|\bhow many(?! more)(?: \S+){0,3}$"
)
_RUMOURED = re.compile(
    r"\b(?:stor(?:y|ies)|posts?|messages?|videos?|claims?|rumou?rs?|reports?)(?: \w+){0,2} (?:making the rounds|circulating|going viral|trending|doing the rounds|going round)(?: \S+){0,6}? (?:that|claiming|claims?|alleging)\b"
)
_SPREAD = re.compile(r"\brumou?rs? (?:\w+ ){0,3}?that(?: [^ ,;]+){0,8} ?\Z")
_UNKNOWN = re.compile(r"\b(?:not|un)(?: yet| immediately)? ?(?:known|clear) (?:when|how|why|who)\b")
_TALLIES = re.compile(
    r"\bbring(?:s|ing)? (?:to \S+ )?the (?:total |overall )?(?:number|total|tally) of (?:\S+ ){1,14}?(?:since|this (?:year|month)|so far)\b"
)

_SPAN = re.compile(
    r"in (?:only |just |barely |the space of )?(?:an? |\S+ )(?:months|years)\b,?(?! (?:after|before|later))"
)


def context(r: Reading, first: int, last: int, acts: list[Trigger]) -> Verdict:
    """The context of the stretch and, where it is set aside, the reason in words."""
    verdict = _of_deeds(r, first, last, acts) if acts else _planned(r, first, last)
    if verdict is not NEWS:
        return verdict
    kind = layout().sections.get(r.sentence.section or "", "news")
    if kind == "background":
        return "background", f"stands under “{r.sentence.section}”"
    if kind == "planned":
        return "planned", f"stands under “{r.sentence.section}”"
    if acts and (history := history_words(r, first, last, _main(acts))):
        return "background", history
    if acts and (loose := in_general(r, first, last, _main(acts), acts)):
        return "background", loose
    return NEWS


def _in_tally(r: Reading, words: str, acts: list[Trigger]) -> bool:
    """Whether the stretch only adds up: "brings the number of attacks this year to 14", with no deed and its figure before it.
    ``words``: the sentence's, in lower case."""
    found = _TALLIES.search(words)
    if found is None:
        return False
    at = words.count(" ", 0, found.start())
    edge = r.offset + r.view.starts[at]
    told = any(not t.weak and not t.noun and t.last < at for t in acts)
    return not (told and any(n.numeral and (n.people or n.noun is None) and n.end <= edge for n in r.people))


def _dated(r: Reading) -> bool:
    """Whether a time that is no stretch of time stands in the sentence."""
    return any(not t.duration for t in r.times)


def _main(acts: list[Trigger]) -> Trigger:
    """The deed that the stretch stands or falls with."""
    return next((t for t in acts if not t.weak), acts[0])


def _of_deeds(r: Reading, first: int, last: int, acts: list[Trigger]) -> Verdict:
    """What the words of the sentence and the tree above its deeds say."""
    front = " ".join(r.view.low[: acts[0].first])
    if _ASKED.search(front) or (_UNKNOWN.search(front) and not any(c.numeral for c in r.people)):
        return "hypothetical", "asked, not told"
    if _RUMOURED.search(front) or _SPREAD.search(front):
        return "hypothetical", "only a story that goes round"
    words = " ".join(r.view.low)
    if _in_tally(r, words, acts) or (_SPAN.match(words) and not _dated(r)):
        return "background", "a tally of many events, none told by itself"
    if in_court(r, first, acts[0]):
        return "background", "told in a court"
    for act in acts:
        if (staged := played(r, first, act)) is not NEWS:
            return staged
    return above(r, _main(acts), first, last)


def _planned(r: Reading, first: int, last: int) -> Verdict:
    """Where no deed is told: whether the sentence's own verb plans one."""
    root = next((k for k in range(first, last + 1) if r.view.base(k) == "root"), None)
    if root is not None and r.view.low[root] in stance().planned and r.view.verbal(root):
        return "planned", f"after “{r.view.words[root]}”"
    return NEWS
