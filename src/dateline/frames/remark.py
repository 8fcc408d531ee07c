"""Whether what a speaker says tells of the incident at all. "They are investigating", "the culprits will be punished", "a day of
shame" are said of it, but nobody learns from them what happened: whoever says only that is no source of the incident."""

from dateline.frames.frame import Frame
from dateline.mentions.cues import Said
from dateline.packs.stance import stance

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AHEAD = frozenset({"will", "would", "shall", "'ll", "wo"})
_BE = frozenset({"is", "are", "was", "were", "had", "has", "have", "'s", "'re"})
_INTENT = frozenset("planned planning going due expected scheduled ready preparing determined".split())
_CONFIRMS = ("confirm", "acknowledg", "admit", "conced")
_OPENING = 18  # tokens: what a speaker says first is what the statement is about


def tells_nothing(frame: Frame, s: Said) -> bool:
    """Whether a plain statement without a deed and a figure of its own only looks ahead, judges, asks, promises or feels."""
    if s.modality != "stated" or frame.solid or frame.counts or s.cue.lower().startswith(_CONFIRMS):
        return False
    said = _content(frame, s)
    if said is None:
        return False
    v = frame.reading.view
    first, last = said
    if _ahead(frame, first, last):
        return True
    if any(n.numeral and (w := frame.reading.tokens(*n.span)) and first <= w[0] <= last for n in frame.reading.people):
        return False
    if "you" in v.low[first : last + 1]:
        return True  # "You do not ask which group"
    words = stance().source.remark.words
    if not words.isdisjoint(v.low[first : min(last, first + _OPENING) + 1]):
        return True
    return any(first <= hit.first <= min(last, first + _OPENING) for hit in stance().remarks.find(v.low))


def _content(frame: Frame, s: Said) -> tuple[int, int] | None:
    """The tokens of what is said: after the cue, or before it where the speaker closes the sentence."""
    v = frame.reading.view
    own = frame.reading.tokens(frame.reading.offset + s.start, frame.reading.offset + s.end)
    if own is None:
        return None
    after = max(s.token, own[1]) + 1
    end = next((k for k in range(after, len(v)) if v.words[k] in (";", ".", "?", "!", "|")), len(v)) - 1
    if _told(frame, after, end):
        return after, end
    before = min(s.token, own[0]) - 1
    if _told(frame, 0, before):
        return 0, before
    return (after, end) if after <= end else None


def _told(frame: Frame, first: int, last: int) -> bool:
    return any(frame.reading.view.tag[k] in _FINITE for k in range(first, last + 1))


def _ahead(frame: Frame, first: int, last: int) -> bool:
    """Whether the first verb of what is said is of the future or an intention."""
    v = frame.reading.view
    k = next((k for k in range(first, last + 1) if v.tag[k] in _FINITE), None)
    if k is None:
        return False
    return v.low[k] in _AHEAD or (v.low[k] in _BE and not _INTENT.isdisjoint(v.low[k + 1 : k + 3])) or (
        v.low[k] in _INTENT and v.low[k + 1 : k + 2] == ["to"]
    )  # fmt: skip
