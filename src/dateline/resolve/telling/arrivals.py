"""Armed men who come to a place: a sentence that tells no deed and says where and when of one told beside it."""

from dateline.frames.dates import event_times
from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.places import PlaceMention

_COMES = frozenset(
    "rode came arrived entered drove walked crossed stormed swept moved marched poured surrounded descended broke landed "
    "burst".split()
)


def arrives(f: Frame) -> int | None:
    """ "The raiders rode into Ouenkoro", "Soldiers entered the village": the verb by which armed men come to a place."""
    v = f.reading.view
    for k in range(f.first, f.last + 1):
        doer = v.subject(k) if v.low[k] in _COMES else None
        party = f.reading.party_at.get(doer) if doer is not None else None
        if party is not None and party.armed:
            return k
    return None


def arrival(r: Reading) -> Frame | None:
    """A sentence without a frame that tells of such a coming, as one."""
    if r.sentence.block != "body":
        return None
    last = len(r.view) - 1
    frame = Frame(r, 0, last, [], places=list(r.places), said=list(r.said))
    verb = arrives(frame)
    if verb is None:
        return None
    side = r.party_at[r.view.subject(verb) or 0]
    frame.times, frame.roles = event_times(r, 0, last), [Role("a", side, None, side.head)]
    return frame


def goal(f: Frame, verb: int) -> PlaceMention | None:
    """Where they come to: the first place behind the verb."""
    behind = f.reading.span(verb, verb)[1]
    near = (p for p in f.places if not p.generic and p.relation not in ("from", "of") and p.start >= behind)
    return next(near, None)
