"""One toponym in a text."""

import msgspec


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A toponym in the text. Offsets are absolute; ``name`` is the exact text of ``name_start``..``name_end``.

    ``start``/``end``, ``text`` hold the whole phrase ("the town of al-Bab"), ``relation`` how the thing told stands to the place,
    ``distance_km``/``bearing`` (degrees from north) what "12 km west of" says, ``country`` what the name or an adjective beside it
    gives, ``beside`` the place that only locates this one ("near Y", "12 km west of Y") with ``beside_km``/``beside_bearing``, ``parent`` (``parent_start``/``parent_end``) the enclosing place said beside it. ``qualifier``: the name only locates another place or
    is a point of departure. ``generic``: a place without a name ("the same province", "a military airport").
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    text: str
    kind: str | None = None
    relation: str | None = None
    distance_km: float | None = None
    bearing: int | None = None
    country: str | None = None
    parent: str | None = None
    beside: str | None = None
    beside_km: float | None = None
    beside_bearing: int | None = None
    parent_start: int | None = None
    parent_end: int | None = None
    qualifier: bool = False
    generic: bool = False
