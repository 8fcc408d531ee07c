"""Where and when the incidents of a filter are."""

from dateline.desk.pages.page import Brief, Filter, Page, Saved
from dateline.store.docket import Profile


class MapItem(Page, frozen=True, kw_only=True):
    """Incidents at one place of the map: one with its doubt, or several that lie close together."""

    count: int
    lat: float
    lon: float
    radius_km: float | None
    precision: str | None
    incident: str | None
    title: str
    href: str


class DayBin(Page, frozen=True, kw_only=True):
    """Incidents that begin in a stretch of days, both ends inclusive; ``left``, ``width`` and ``height`` in per cent."""

    first: str
    last: str
    count: int
    left: float
    width: float
    height: float
    inside: bool


class MapPage(Page, frozen=True, kw_only=True):
    """Where and when the incidents of a filter are. ``view``: the box that is looked at, in degrees; ``near``: it was asked for, and is not the one
    that holds them all."""

    profile: Profile
    filter: Filter
    total: int
    view: tuple[float, float, float, float] | None
    near: bool
    items: tuple[MapItem, ...]
    bins: tuple[DayBin, ...]
    ticks: tuple[tuple[float, str], ...]
    undated: int
    unplaced: int
    unplaced_items: tuple[Brief, ...]
    choices: dict[str, tuple[str, ...]]
    saved: tuple[Saved, ...] = ()
