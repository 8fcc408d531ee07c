"""One incident as it stands."""

from dateline.desk.pages.chart import Chart, Spot
from dateline.desk.pages.decision import Choice, ConflictView, Given, HistoryEntry
from dateline.desk.pages.page import Brief, Page
from dateline.desk.pages.text import SourceView
from dateline.store.docket import Profile


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
    charts: tuple[Chart, ...] = ()
    spots: tuple[Spot, ...] = ()
    statements: tuple[StatementView, ...] = ()


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
    """An incident as it stands now. ``gone``: all its records were rejected, or the next merge puts them elsewhere. ``near``: others that lie near it in
    time and place."""

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
    near: tuple[Brief, ...] = ()
    conflicts: tuple[ConflictView, ...]
    history: tuple[HistoryEntry, ...]
    next: str | None
    where: tuple[float, float] | None = None
    upto: int = 0
