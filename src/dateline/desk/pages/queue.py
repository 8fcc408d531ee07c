"""A stretch of the queue."""

from dateline.desk.pages.page import Brief, Filter, Page, Saved
from dateline.store.docket import Profile


class QueueItem(Page, frozen=True, kw_only=True):
    """One thing to look at. ``why``: what about it needs a person. For a link ``other`` is the second incident, ``left`` and ``right`` the two
    records, ``score`` how sure the machine is that they tell one incident."""

    id: str
    kind: str
    state: str
    incident: Brief
    other: Brief | None = None
    left: str | None = None
    right: str | None = None
    score: float | None = None
    why: tuple[str, ...] = ()


class QueuePage(Page, frozen=True, kw_only=True):
    """A stretch of the queue. ``next``: the offset of the stretch after it; ``pending``: reports or decisions since the last merge, null where
    nothing was merged yet; ``upto``: the newest decision that whoever looks at it can know of."""

    profile: Profile
    filter: Filter
    total: int
    offset: int
    next: int | None
    items: tuple[QueueItem, ...]
    choices: dict[str, tuple[str, ...]]
    saved: tuple[Saved, ...] = ()
    pending: int | None = 0
    upto: int = 0
