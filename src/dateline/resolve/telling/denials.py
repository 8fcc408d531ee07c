"""Denials: whether one answers an incident told before, or speaks of a deed of its own."""

from dateline.frames.frame import Frame
from dateline.mentions.cues import Said
from dateline.packs.story_words import story_words
from dateline.resolve.telling.event import Event
from dateline.resolve.telling.references import refers, shares_words
from dateline.resolve.telling.thread import Thread


def answered(thread: Thread, frame: Frame) -> Event | None:
    """The incident just told, where a denial takes up its words: "denied targeting the prison"."""
    e = thread.touched
    denial = next((s for s in frame.said if s.modality == "denied"), None)
    if e is None or denial is None or not 0 < frame.reading.index - e.last.reading.index <= 2:
        return None
    return e if shares_words(frame, e, denial.token + 1) else None


def replied(frame: Frame, e: Event) -> bool:
    """Whether a denial right behind the incident is of it."""
    gap = frame.reading.sentence.paragraph - e.last.reading.sentence.paragraph
    low = frame.reading.view.low
    it = any(
        s.modality == "denied" and low[s.token + 1 : s.token + 2] in (["it"], ["this"], ["that"]) for s in frame.said
    )
    return gap == 0 or (gap == 1 and (it or refers(frame) or shares_words(frame, e)))


def answers(f: Frame) -> bool:
    """Whether a denial or a claim is about what was told: "denied involvement", "blamed it on …", not a report of something else."""
    low = f.reading.view.low
    if any(low[k] == "report" and low[k + 1 : k + 2] == ["that"] for k in range(len(low))):
        return False
    said = {low[s.token + 1] for s in f.said if s.token + 1 < len(low)}
    return not story_words().answered.isdisjoint(low) or bool(said & {"it", "this", "everything", "all"})


def of_its_own(f: Frame, s: Said) -> bool:
    """ "denied that it was holding him", "denied holding anybody", "denied a report that …": a denial with a deed of its own."""
    v = f.reading.view
    k = s.token + 1
    if k >= len(v) or v.low[s.token].startswith(("call", "describ", "label", "term")):
        return False  # "called the story a fairy tale"
    if v.low[k] in ("this", "it") and v.tag[k + 1 : k + 2] not in (["NN"], ["NNS"]):
        return False  # "denied this the following day"
    if v.low[k] in ("a", "reports", "rumours", "rumors", "claims") or (
        v.low[k] == "the" and v.low[k + 1 : k + 2] == ["rumours"]
    ):
        return True
    if (
        v.low[k] == "that"
        and k + 1 < len(v)
        and v.low[k + 1] not in story_words().deniable
        and v.low[k + 1] not in (".", ",", ";", "any", "its", "their", "his", "her")
    ):
        return True
    what = v.object(s.token)
    if what is None and k + 1 < len(v) and v.pos[k] == "DET":
        what = k + 1  # whatever the tree makes of "denies all payment"
    if what is not None and v.pos[what] == "NOUN" and v.low[what] not in story_words().deniable:
        return True
    return v.tag[k] == "VBG" and v.low[k] not in ("being", "having", "any")
