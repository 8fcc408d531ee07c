"""Sentences that tell no deed of the news and still speak of one: "the governor vowed to arm civilians", "reports of an attack on
the dam are false", "the war broke out in April 2023". They stand in the background, or nowhere if a record took them already."""

import re

from dateline.frames.contexts.verdict import Verdict
from dateline.frames.frame import Frame
from dateline.frames.proof import proven
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.model.text import Sentence
from dateline.packs.stance import stance

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MODAL = frozenset({"might", "may", "could"})
_FUTURE = frozenset({"will", "shall", "'ll"})
_SENSED = frozenset("not n't be only barely hardly hear see smell".split())
_UNTRUE = frozenset({"false", "untrue", "baseless", "unfounded", "fabricated", "hoax", "fake", "fabrication"})
_MESSAGES = frozenset(
    "report reports post posts message messages rumour rumours rumor rumors claim claims story stories video videos talk what".split()
)
_FEARS = frozenset({"fear", "fears", "feared"})
_NOT_SO = re.compile(r"(?:^|[.:;] )(?:and |but )?no, .*(?: not|n['’]t) ")
_TO_COME = re.compile(r"\b(?:is|are) (?:due |set |expected )?to (?!have|be (?:blamed|seen))[a-z]+\b")
_HINTS = ("ahead of", "called for", "no truth", "without foundation", "not true")
_LOOSE = frozenset(
    {"has", "have", "once", "previously", "the", "recall", "recalls", "recalled", "remember", "remembers"}
)


def may_be_aside(sentence: Sentence) -> bool:
    """Whether the words alone make it worth a look: conflict, and a plan, a doubt, a denial or a year."""
    if sentence.block in ("masthead", "headline"):
        return False
    low = set(_WORD.findall(sentence.text.lower()))
    s = stance()
    if low.isdisjoint(s.conflict):
        return False
    text = sentence.text.lower()
    if low & (
        s.planned | {"would"} | _MODAL | _FUTURE | _UNTRUE | _FEARS | s.denial | {"if", "order", "ordered", "orders"}
    ):
        return True
    return bool(_YEAR.search(text) or _NOT_SO.search(text)) or any(w in text for w in _HINTS)


def aside(r: Reading) -> Verdict | None:
    """Its context and the reason, told by words alone; ("background", null) where only its date can tell; null for none."""
    s, low = stance(), set(r.view.low)
    conflict = not low.isdisjoint(s.conflict) or bool(_deeds(r))
    armed = any(p.kind in ("named", "state", "armed", "crowd") for p in r.parties)
    if not (conflict or armed) or not low.isdisjoint(s.source.remark.words):
        return None
    if _untrue(r):
        return "denied", "said to be untrue"
    if conflict and _planned(r):
        return "planned", "told of the future"
    if low & _FEARS or r.view.low[0] == "if" or _possible(r):
        return "hypothetical", "told as possible"
    if any(r.view.low[hit.first] not in _LOOSE for hit in s.history.find(r.view.low)):
        return "background", "history by its words"
    if any(t.relation == "since" for t in r.times):
        return "background", "a run of events since then"
    return ("background", None) if r.times else None


def aside_frame(r: Reading, verdict: Verdict) -> Frame:
    """The sentence as one frame without deeds, figures or roles."""
    frame = Frame(r, 0, len(r.view) - 1, _deeds(r), context=verdict[0], reason=verdict[1])
    frame.times, frame.places, frame.said = list(r.times), list(r.places), list(r.said)
    return frame


def _deeds(r: Reading) -> list[Trigger]:
    """The triggers that stand for a deed, whoever did it to whom."""
    whole = Frame(r, 0, len(r.view) - 1, list(r.triggers))
    return [t for t in r.triggers if proven(r, whole, t)]


def _untrue(r: Reading) -> bool:
    low = r.view.low
    told = not _MESSAGES.isdisjoint(low) or "that" in low
    if told and not _UNTRUE.isdisjoint(low):
        return True
    text = " ".join(low)
    if _NOT_SO.search(r.sentence.text.lower()):
        return True
    if told and any(w in text for w in ("without foundation", "not true", "no truth")):
        return True
    return any(w in stance().denial and k + 1 < len(low) and (low[k + 1] in ("that", *_MESSAGES) or {"reports", "rumours"} & set(low[k + 1 : k + 9]))
               for k, w in enumerate(low))  # fmt: skip


def _planned(r: Reading) -> bool:
    v = r.view
    if any(w in stance().planned and v.verbal(k) for k, w in enumerate(v.low)):
        return True
    if "would" in v.low and any(w in stance().speech for w in v.low[: v.low.index("would")]):
        return True
    if any(w in _FUTURE and v.low[k + 1 : k + 2] not in (["not"], ["n't"]) for k, w in enumerate(v.low)):
        return True
    text = " ".join(v.low)
    if _TO_COME.search(text):
        return True
    nouns = stance().conflict
    return any(
        not nouns.isdisjoint(text[m.end() : m.end() + 60].split()[:5])
        for m in re.finditer(r"\b(?:ahead of|calls? for|called for|called an?|announced an?|ordered an?)\b", text)
    )


def _possible(r: Reading) -> bool:
    """A modal over a verb of doing, not "could not be verified", "could be heard"."""
    v = r.view
    return any(
        w in _MODAL and v.tag[k] == "MD" and k + 1 < len(v) and v.low[k + 1] not in _SENSED for k, w in enumerate(v.low)
    )
