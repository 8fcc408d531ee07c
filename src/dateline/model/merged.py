"""What ``dateline merge`` prints: one incident out of many reports. Field names are those of the record of one article where
they mean the same; ``article`` is an article's id, ``evidence`` is ``[start, end]`` in code points into that article's text.

A field's ``state``: ``single`` one voice gives it, ``agreed`` several voices' values meet, ``revised`` a later value of the same
speaker replaced an earlier one, ``disputed`` the values do not meet and stand side by side.
"""

import datetime as dt
from typing import Literal

import msgspec

from dateline.model.decision import GradeName
from dateline.model.incident import (
    Acled,
    ActorKind,
    Basis,
    CountKind,
    DatePrecision,
    Evidence,
    Group,
    Issue,
    Modality,
    Outcome,
    PartGroup,
    PlacePrecision,
    Record,
    Role,
    Speaker,
)

State = Literal["agreed", "revised", "disputed", "single"]
Judgement = Literal["same", "different", "unsure"]
VoiceKind = Literal["primary", "wire", "outlet"]
Proposal = Literal["Weak", "Fair", "Contested"]
"""Airwars' grades that a machine may propose. Only a person sets Confirmed or Discounted."""


class Report(Record, frozen=True, kw_only=True):
    """One record of one article that went into the incident."""

    article: str
    incident: str
    publisher: str | None = None
    published: dt.date | None = None
    sha256: str


class MergedWhen(Record, frozen=True, kw_only=True):
    """The days that every report allows; spanned where they are disputed."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: DatePrecision = "open"
    basis: Basis = "bounded"
    part: str | None = None


class MergedWhere(Record, frozen=True, kw_only=True):
    """The finest place that every report allows; no point where none of them has one."""

    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision = "unknown"
    country: str | None = None
    admin1: str | None = None
    gazetteer_id: str | None = None


class MergedActor(Record, frozen=True, kw_only=True):
    """A party, and which voices name it in this role."""

    role: Role
    name: str
    id: str | None = None
    kind: ActorKind = "unknown"
    voices: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class FigureClaim(Record, frozen=True, kw_only=True):
    """One figure as one report gives it. ``current`` false: the same speaker gave a later one. ``shared``: the figure stands for
    several incidents together."""

    article: str
    voices: tuple[str, ...] = ()
    group: Group
    party: str | None = None
    low: int
    high: int | None
    kind: CountKind
    shared: str | None = None
    current: bool = True
    published: dt.date | None = None
    text: str | None = None
    evidence: Evidence | None = None


class GroupToll(Record, frozen=True, kw_only=True):
    """A share of a toll: those of one group and party. Shares lie inside the toll, may overlap, and are never added to it."""

    group: PartGroup
    party: str | None = None
    low: int
    high: int | None
    state: State


class Toll(Record, frozen=True, kw_only=True):
    """All people of one outcome. ``high`` null: no upper bound. ``sides``: where disputed, the ranges that stand against each
    other, lowest first."""

    outcome: Outcome
    low: int
    high: int | None
    state: State
    sides: tuple[tuple[int, int | None], ...] = ()
    groups: tuple[GroupToll, ...] = ()
    claims: tuple[FigureClaim, ...] = ()


class MergedVictim(Record, frozen=True, kw_only=True):
    """A person. Names are personal data."""

    name: str | None = None
    age: int | None = None
    sex: Literal["female", "male"] | None = None
    outcome: Outcome | None = None
    articles: tuple[str, ...] = ()


class MergedClaim(Record, frozen=True, kw_only=True):
    """Who says that it happened, and how sure: the claim of one report."""

    article: str
    voice: str
    speaker: Speaker | None = None
    cue: str | None = None
    modality: Modality = "stated"
    date: dt.date | None = None
    party_to_conflict: bool | None = None
    text: str | None = None
    evidence: Evidence | None = None


class Voice(Record, frozen=True, kw_only=True):
    """One line of sourcing: a named primary source, a wire, or an outlet with its copies. ``side``: the role of the party it is or
    speaks for. ``independent`` false: it only denies, or nothing shows that it knows apart from the others."""

    id: str
    name: str
    kind: VoiceKind
    party_to_conflict: bool = False
    side: Role | None = None
    independent: bool = True
    modalities: tuple[Modality, ...] = ()
    articles: tuple[str, ...] = ()
    why: str | None = None


class Sourcing(Record, frozen=True, kw_only=True):
    """How many tell it, and how many of them know apart from each other."""

    reports: int
    independent: int
    belligerents: tuple[str, ...] = ()
    text: str


class GradeSet(Record, frozen=True, kw_only=True):
    """The grade that a person set; ``at`` in UTC."""

    grade: GradeName
    by: str
    at: str
    note: str = ""


class Grade(Record, frozen=True, kw_only=True):
    """A proposal on Airwars' ladder, with its reasons and what would change it; ``decided`` where a person set one, in a casefile."""

    proposed: Proposal
    reasons: tuple[str, ...]
    would_change: tuple[str, ...] = ()
    decided: GradeSet | None = None


class Missing(Record, frozen=True, kw_only=True):
    """A fact that the reports do not give, as a question for the next source."""

    field: str
    question: str


class FieldValue(Record, frozen=True, kw_only=True):
    """One value that was given for a field, in words, with those who gave it."""

    value: str
    voices: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class FieldState(Record, frozen=True, kw_only=True):
    """How the values that the reports give for one field stand to each other."""

    state: State
    claims: tuple[FieldValue, ...] = ()


class Link(Record, frozen=True, kw_only=True):
    """Two records held against each other. ``left`` and ``right`` are ``ARTICLE#INCIDENT``; ``why`` gives the reasons in words. ``by``:
    the person who said so, whose word outranks every score."""

    left: str
    right: str
    judgement: Judgement
    score: float
    why: tuple[str, ...]
    by: str | None = None


class MergedIncident(Record, frozen=True, kw_only=True):
    """One incident, folded from the reports that tell of it: a line of ``merge --format jsonl``."""

    incident_id: str
    articles: tuple[str, ...]
    reports: tuple[Report, ...]
    type: str
    acled: Acled
    when: MergedWhen
    where: MergedWhere
    actors: tuple[MergedActor, ...] = ()
    casualties: tuple[Toll, ...] = ()
    victims: tuple[MergedVictim, ...] = ()
    means: tuple[str, ...] = ()
    claims: tuple[MergedClaim, ...] = ()
    voices: tuple[Voice, ...] = ()
    sourcing: Sourcing
    grade: Grade
    missing: tuple[Missing, ...] = ()
    state: dict[str, FieldState] = msgspec.field(default_factory=dict)
    links: tuple[Link, ...] = ()
    issues: tuple[Issue, ...] = ()
