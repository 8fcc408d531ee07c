"""Ordinary crime: a thief, a husband, a drunk; no armed group, force or crowd in it."""

from dateline.frames.frame import Frame
from dateline.packs.story_words import story_words


def private(frame: Frame) -> bool:
    """Ordinary crime: one man, a thief or a family against people, with no armed group, force or crowd in it."""
    if {t.act for t in frame.acts} == {"arrest"} and not story_words().petty.isdisjoint(frame.reading.view.low):
        return True
    if not {t.act for t in frame.acts} <= {"kill", "shoot", "attack", "hurt", "loot", "abduct"} or (
        frame.means and any(m.name in ("landmine", "grenade") for m in frame.means)
    ):
        return False
    if any(t.rule == "driven-into" for t in frame.acts):
        return False  # a lorry driven into a market: no husband's or thief's deed
    v = frame.reading.view
    doers = [x for x in frame.roles if x.role == "a"]
    heard = {s.head for s in frame.reading.said}
    if any(x.party is not None for x in doers) or any(
        p.kind in ("named", "state", "armed", "crowd") and not (p.organ == "police" and p.head in heard)
        for p in frame.reading.parties
    ):
        return False
    if any(w in story_words().kitted for w in v.low[frame.first : frame.last + 1]):
        return False
    told = [w for x in doers if x.person is not None for w in v.low[slice(*v.phrase(x.token))]]
    if any(w in story_words().criminals for w in (told or v.low[frame.first : frame.last + 1])):
        return True
    return any(x.person is not None and x.person.low == 1 and x.person.high == 1 for x in doers)
