"""Sentences that tell no deed of the news and still speak of one: "the governor vowed to arm civilians", "reports of an attack on
the dam are false", "the war broke out in April 2023". They stand in the background, or nowhere if a record took them already."""

import re

from dateline.frames.context import Verdict
from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
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
_FEARS = frozenset({"fear", "fears", "feared", "risk", "danger"})


def may_be_aside(sentence: Sentence) -> bool:
    """Whether the words alone make it worth a look: conflict, and a plan, a doubt, a denial or a year."""
    if sentence.block in ("masthead", "headline"):
        return False
    low = set(_WORD.findall(sentence.text.lower()))
    s = stance()
    if low.isdisjoint(s.source.aside.nouns | s.source.aside.words):
        return not low.isdisjoint(s.source.aside.words | {"threatened", "threatens", "threaten"}) and bool(low & s.planned)
    return bool(low & (s.planned | _MODAL | _FUTURE | _UNTRUE | _FEARS | s.denial)) or bool(_YEAR.search(sentence.text))


def aside(r: Reading) -> Verdict | None:
    """Its context and the reason, told by words alone; ("background", null) where only its date can tell; null for none."""
    s, low = stance(), set(r.view.low)
    conflict = not low.isdisjoint(s.source.aside.nouns | s.source.aside.words) or bool(r.triggers)
    armed = any(p.kind in ("named", "state", "armed", "crowd") for p in r.parties)
    if not (conflict or armed) or not low.isdisjoint(s.source.remark.words):
        return None
    if _untrue(r):
        return "denied", "said to be untrue"
    if low & s.planned or _will(r):
        return "planned", "told of the future"
    if low & _FEARS or any(low_ in _MODAL and r.view.tag[k] == "MD" and _open(r, k + 1) for k, low_ in enumerate(r.view.low)):
        return "hypothetical", "told as possible"
    if s.history.find(r.view.low):
        return "background", "history by its words"
    return ("background", None) if r.times else None


def aside_frame(r: Reading, verdict: Verdict) -> Frame:
    """The sentence as one frame without deeds, figures or roles."""
    frame = Frame(r, 0, len(r.view) - 1, list(r.triggers), context=verdict[0], reason=verdict[1])
    frame.times, frame.places, frame.said = list(r.times), list(r.places), list(r.said)
    return frame


def _untrue(r: Reading) -> bool:
    low = r.view.low
    told = not _MESSAGES.isdisjoint(low) or "that" in low
    if told and not _UNTRUE.isdisjoint(low):
        return True
    text = " ".join(low)
    if told and ("without foundation" in text or "not true" in text):
        return True
    return any(w in stance().denial and k + 1 < len(low) and (low[k + 1] in ("that", *_MESSAGES) or {"reports", "rumours"} & set(low[k + 1 : k + 4]))
               for k, w in enumerate(low))  # fmt: skip


def _will(r: Reading) -> bool:
    return any(w in _FUTURE and _open(r, k + 1) for k, w in enumerate(r.view.low))


def _open(r: Reading, k: int) -> bool:
    """Whether the verb after the modal is one of doing, not "could not be verified", "could be heard"."""
    return k < len(r.view) and r.view.low[k] not in _SENSED
