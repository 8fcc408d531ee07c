"""What the desk shows, as types. Each is given as JSON by the API and shown as HTML by a template, from the same object: what a role may not
see is not in it."""

from typing import Any, Literal

import msgspec

from dateline.store.docket import Profile
from dateline.store.people import Role


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every page."""


class Me(Page, frozen=True, kw_only=True):
    """Who asks, and as what."""

    name: str
    role: Role
    profile: Profile


class Filter(Page, frozen=True, kw_only=True):
    """A filter as it stands in the address; empty: not filtered by. ``box``: west, south, east, north in degrees, with commas."""

    words: str = ""
    since: str = ""
    until: str = ""
    box: str = ""
    actor: str = ""
    type: str = ""
    grade: str = ""
    outlet: str = ""
    country: str = ""
    state: str = ""
    kind: str = ""
    disputed: str = ""


class Brief(Page, frozen=True, kw_only=True):
    """An incident in a few words. ``where`` names the place, ``harm`` the people harmed, ``told`` how many say so."""

    id: str
    title: str
    when: str
    where: str
    harm: str
    told: str
    grade: str
    decided: bool
    disputed: bool


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


class Saved(Page, frozen=True, kw_only=True):
    id: str
    name: str
    query: str


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


class Lane(Page, frozen=True, kw_only=True):
    """A range on an axis, in per cent of its width. ``open_end`` and ``open_start``: it goes on; ``old``: a later one took its place; ``fold``: it is
    what all of them come to."""

    label: str
    words: str
    left: float
    width: float
    open_start: bool = False
    open_end: bool = False
    old: bool = False
    fold: bool = False


class Spot(Page, frozen=True, kw_only=True):
    """A place on a small plan without a ground, in per cent; ``radius`` of its width."""

    label: str
    x: float
    y: float
    radius: float
    fold: bool = False


class Choice(Page, frozen=True, kw_only=True):
    """One value that a correction can give. ``options`` empty: free text; ``kind``: of the HTML input."""

    name: str
    label: str
    value: str
    kind: str = "text"
    options: tuple[str, ...] = ()


class Given(Page, frozen=True, kw_only=True):
    """A verdict that stands."""

    id: str
    decision: str
    words: str
    by: str
    at: str
    note: str


class StatementView(Page, frozen=True, kw_only=True):
    """One value of one report, in words. ``key`` names it on the page. ``rivals``: verdicts that the one that holds did not know of."""

    id: str
    key: str
    report: str
    outlet: str
    words: str
    note: str = ""
    quote: str | None = None
    verdict: Given | None = None
    rivals: tuple[Given, ...] = ()
    choices: tuple[Choice, ...] = ()


class FieldView(Page, frozen=True, kw_only=True):
    """One field: what the reports come to, how they stand to each other, the ranges drawn, and each statement."""

    name: str
    label: str
    words: str
    state: str | None = None
    lanes: tuple[Lane, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    spots: tuple[Spot, ...] = ()
    statements: tuple[StatementView, ...] = ()


class Stretch(Page, frozen=True, kw_only=True):
    """Words of a text under one set of marks. ``field`` colours it, ``keys`` are the statements that it is evidence of, ``href`` the narrowest."""

    text: str
    field: str = ""
    keys: tuple[str, ...] = ()
    href: str | None = None


class Passage(Page, frozen=True, kw_only=True):
    """Words that follow each other; ``graphic``: folded until somebody asks for them, with ``keys`` of what lies in it."""

    stretches: tuple[Stretch, ...]
    graphic: bool = False


class SourceView(Page, frozen=True, kw_only=True):
    """One report with its text. ``link``: its address where a browser may go there; ``revises``: the report whose URL it has."""

    report: str
    outlet: str
    published: str
    title: str
    address: str
    link: str | None
    revises: str | None
    paragraphs: tuple[tuple[Passage, ...], ...]


class HistoryEntry(Page, frozen=True, kw_only=True):
    """One act of a person: who, when, on what, what, and why. ``ids``: its decisions; ``mine``: the person who asks may take it back."""

    ids: tuple[str, ...]
    by: str
    at: str
    field: str
    report: str
    words: str
    note: str
    undone: bool
    mine: bool


class ConflictView(Page, frozen=True, kw_only=True):
    """Two decisions on one thing, the later made without the earlier before it. The later holds."""

    field: str
    earlier: Given
    later: Given


class GradeView(Page, frozen=True, kw_only=True):
    """The grade that the machine proposes, why, and what would change it; and the person's, if there is one."""

    proposed: str
    reasons: tuple[str, ...]
    would_change: tuple[str, ...]
    decided: str | None = None
    by: str | None = None
    at: str | None = None
    note: str | None = None


class LinkView(Page, frozen=True, kw_only=True):
    """Two records held against each other; ``other``: the incident at the far end, where it is another one."""

    left: str
    right: str
    judgement: str
    score: float
    why: tuple[str, ...]
    by: str | None
    other: str | None
    other_title: str


class IncidentPage(Page, frozen=True, kw_only=True):
    """An incident as it stands now. ``gone``: all its records were rejected, or the next merge puts them elsewhere."""

    profile: Profile
    id: str
    title: str
    acled: str
    state: str
    brief: Brief
    gone: bool
    behind: bool
    grade: GradeView
    fields: tuple[FieldView, ...]
    sources: tuple[SourceView, ...]
    records: tuple[str, ...]
    voices: tuple[str, ...]
    missing: tuple[str, ...]
    issues: tuple[str, ...]
    links: tuple[LinkView, ...]
    conflicts: tuple[ConflictView, ...]
    history: tuple[HistoryEntry, ...]
    next: str | None
    where: tuple[float, float] | None = None
    upto: int = 0


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person decides. ``accept`` and ``reject`` without ``statements`` are of the whole incident. ``correct``: one statement and its
    ``correction``, JSON of the field's shape. ``join``: with the incident ``other``; ``split``: these ``records`` (REPORT#INCIDENT) are another
    incident; ``same`` and ``different``: of two records; ``grade``: null takes it back; ``undo``: the
    ``decisions`` of these ids. ``upto``: that of the
    page that lay before them; without it they had seen no other decision."""

    action: Literal["accept", "reject", "correct", "join", "split", "same", "different", "grade", "undo"]
    statements: tuple[str, ...] = ()
    correction: Any = None
    other: str | None = None
    records: tuple[str, ...] = ()
    grade: str | None = None
    decisions: tuple[str, ...] = ()
    note: str = ""
    upto: int | None = None


class Decided(Page, frozen=True, kw_only=True):
    """What became of it: ids of the decisions on record, and those that they contradict and that had not been seen. ``incident``: where the
    records are to be found now, null where that waits for the next merge."""

    decisions: tuple[str, ...]
    conflicts: tuple[ConflictView, ...]
    incident: str | None


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
    """Where and when the incidents of a filter are. ``view``: the box that is looked at, in degrees."""

    profile: Profile
    filter: Filter
    total: int
    view: tuple[float, float, float, float] | None
    items: tuple[MapItem, ...]
    bins: tuple[DayBin, ...]
    ticks: tuple[tuple[float, str], ...]
    undated: int
    unplaced: int
    unplaced_items: tuple[Brief, ...]
    choices: dict[str, tuple[str, ...]]
    saved: tuple[Saved, ...] = ()


class PersonView(Page, frozen=True, kw_only=True):
    name: str
    role: Role
    active: bool
    has_password: bool
    created: str


class TokenView(Page, frozen=True, kw_only=True):
    id: str
    label: str
    created: str
    expires: str | None


class PeoplePage(Page, frozen=True, kw_only=True):
    people: tuple[PersonView, ...]
    roles: tuple[Role, ...]
    said: str = ""
    link: str | None = None


class AccountPage(Page, frozen=True, kw_only=True):
    me: Me
    has_password: bool
    tokens: tuple[TokenView, ...]
    saved: tuple[Saved, ...]
    secret: str | None = None
    said: str = ""
