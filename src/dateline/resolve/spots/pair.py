"""One deed in two places that are told in one breath: "nine men were arrested in Dura and Yatta"."""

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention
from dateline.model.incident import Area, Where
from dateline.resolve.area import distance_km, line
from dateline.resolve.places import COARSE_KINDS, Placer

_WITHIN = frozenset({"in", "at", "around"})
_DISTRICTS = frozenset({"district", "township", "county"})
_APART_KM = 150.0
"""Two places farther apart are hardly those of one deed: no line is drawn between them."""


def both(placer: Placer, frame: Frame, p: PlaceMention, where: Where) -> Where:
    """The place of ``p``, or the area that it makes with the one listed behind it, without a point."""
    q = next((q for q in frame.places if _listed(placer, p, q)), None)
    if q is None:
        return where
    if holder := _holder(frame, q):
        return placer.resolve(frame, holder)
    other = placer.resolve(frame, q)
    if other.country != where.country:
        return where
    span = (p.name_start, q.end)
    return msgspec.structs.replace(
        where,
        text=placer.text[p.start : q.end],
        name=placer.text[span[0] : span[1]],
        precision="area",
        admin1=where.admin1 if where.admin1 == other.admin1 else None,
        lat=None,
        lon=None,
        radius_km=None,
        gazetteer_id=None,
        candidates=(),
        evidence=(p.start, q.end),
        geometry=_between(where, other),
        why=None,
    )


def _listed(placer: Placer, p: PlaceMention, q: PlaceMention) -> bool:
    """Whether ``q`` is the second and last of two: "in A and B", "A and B districts"."""
    if p.generic or q.generic or p.qualifier or q.qualifier or "country" in (p.kind, q.kind):
        return False
    if p.relation not in _WITHIN or q.relation != p.relation or placer.text[p.end : q.start] != " and ":
        return False
    return (p.kind in COARSE_KINDS) == (q.kind in COARSE_KINDS) or p.kind is None


def _holder(frame: Frame, q: PlaceMention) -> PlaceMention | None:
    """The district that both lie in: "in A and B, two villages in C township"."""
    at = q.parent_start
    return next((m for m in frame.places if at is not None and m.start <= at < m.end and m.kind in _DISTRICTS), None)


def _between(one: Where, two: Where) -> Area | None:
    """The line between the two, if both are found."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    near = 0 < distance_km(one.lat, one.lon, two.lat, two.lon) <= _APART_KM
    return line(one.lat, one.lon, two.lat, two.lon) if near else None
