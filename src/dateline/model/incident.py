"""What dateline prints: the records of the output contract, as types. Field names are fixed; fields may be added.

Dates are ``datetime.date`` (ISO in JSON), both ends of an interval inclusive. ``evidence`` is ``(start, end)``, code points
into the article's text, end exclusive; a ``text`` is null exactly when its ``evidence`` is, and equals the text it points at.
"""

import datetime as dt
from typing import Literal

import msgspec

Evidence = tuple[int, int]
Context = Literal["news", "background", "planned", "hypothetical", "denied"]
Modality = Literal["stated", "reported", "alleged", "claimed", "denied"]
Outcome = Literal["killed", "injured", "missing", "abducted", "detained", "displaced"]
Group = Literal["civilians", "combatants", "unknown"]
PartGroup = Literal["civilians", "combatants", "children", "women", "women and children", "unknown"]
CountKind = Literal["exact", "at_least", "at_most", "about", "vague", "share"]
DatePrecision = Literal["day", "days", "week", "month", "year", "open"]
Basis = Literal["stated", "relative", "implied", "bounded"]
PlacePrecision = Literal[
    "exact", "landmark", "neighbourhood", "settlement", "near", "adm2", "adm1", "area", "country", "unknown"
]
Role = Literal["a", "b", "assoc_a", "assoc_b", "victim"]
ActorKind = Literal[
    "state_forces",
    "rebel_group",
    "political_militia",
    "identity_militia",
    "rioters",
    "protesters",
    "civilians",
    "external_forces",
    "unknown",
]


class Record(msgspec.Struct, frozen=True):
    """Base of everything printed: immutable, keyword-only, every field always written."""


class Acled(Record, frozen=True, kw_only=True):
    event_type: str
    sub_event_type: str


class When(Record, frozen=True, kw_only=True):
    """The day of the event. ``bounded``: only known to lie on or before ``end``. ``part``: "morning", "night" …"""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: DatePrecision = "open"
    basis: Basis = "bounded"
    part: str | None = None
    text: str | None = None
    evidence: Evidence | None = None


class Candidate(Record, frozen=True, kw_only=True):
    name: str
    lat: float
    lon: float
    gazetteer_id: str
    score: float


class Area(Record, frozen=True, kw_only=True):
    """What the words around a place describe, as a GeoJSON geometry (longitude first). ``kind``: ``sector`` ("12 km south of X"),
    ``part`` ("eastern X"), ``between`` ("the X–Y road", a straight line); ``km``: the distance said, or the line's length."""

    type: Literal["Polygon", "MultiLineString"]
    coordinates: tuple[tuple[tuple[float, float], ...], ...]
    kind: Literal["sector", "part", "between"]
    km: float | None = None


class Where(Record, frozen=True, kw_only=True):
    """The place. ``name`` is the bare name without article or kind word; no point where none was found. ``geometry``: the area that the
    words describe where point and radius do not say it all; ``why``: what decided for the place among its ``candidates``."""

    text: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision = "unknown"
    country: str | None = None
    admin1: str | None = None
    gazetteer_id: str | None = None
    candidates: tuple[Candidate, ...] = ()
    evidence: Evidence | None = None
    geometry: Area | None = None
    why: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """A party. ``text`` is the outlet's wording, ``name`` the neutral one, ``label`` the loaded word in the text, if any."""

    role: Role
    name: str
    id: str | None = None
    kind: ActorKind = "unknown"
    text: str | None = None
    label: str | None = None
    evidence: Evidence | None = None


class Figure(Record, frozen=True, kw_only=True):
    """Another wording of the same figure."""

    low: int
    high: int | None
    kind: CountKind
    text: str | None = None
    evidence: Evidence | None = None


class Part(Record, frozen=True, kw_only=True):
    """A share of an entry's figure: "including two children". Never an entry of its own."""

    group: PartGroup
    low: int
    high: int | None
    text: str | None = None
    evidence: Evidence | None = None


class Casualty(Record, frozen=True, kw_only=True):
    """One figure of people harmed. Entries never overlap, so those that are not ``cumulative`` may be added."""

    outcome: Outcome
    group: Group
    party: str | None = None
    low: int
    high: int | None
    kind: CountKind
    disputed: bool = False
    also: tuple[Figure, ...] = ()
    shared: str | None = None
    cumulative: bool = False
    parts: tuple[Part, ...] = ()
    text: str | None = None
    evidence: Evidence | None = None


class Victim(Record, frozen=True, kw_only=True):
    """A person named or described one by one. Names are personal data."""

    name: str | None = None
    age: int | None = None
    sex: Literal["female", "male"] | None = None
    outcome: Outcome | None = None
    text: str | None = None
    evidence: Evidence | None = None


class Means(Record, frozen=True, kw_only=True):
    """A weapon or method."""

    name: str
    text: str | None = None
    evidence: Evidence | None = None


class Damage(Record, frozen=True, kw_only=True):
    """A thing harmed, never a person. ``count`` is null where the text gives none."""

    object: str
    outcome: str
    count: int | None = None
    text: str | None = None
    evidence: Evidence | None = None


class Speaker(Record, frozen=True, kw_only=True):
    name: str
    id: str | None = None
    text: str | None = None
    evidence: Evidence | None = None


class Claim(Record, frozen=True, kw_only=True):
    """Who says so. ``speaker`` null is the outlet itself; ``date`` is the day of the statement, not of the event."""

    speaker: Speaker | None = None
    cue: str | None = None
    modality: Modality = "stated"
    date: dt.date | None = None
    party_to_conflict: bool | None = None
    text: str | None = None
    evidence: Evidence | None = None


class Profiled(Record, frozen=True, kw_only=True):
    """A codebook's own numbers for one incident, and the rules that gave them."""

    profile: str
    fatalities: int | None = None
    geo_precision: int | str | None = None
    date_precision: int | str | None = None
    rules: tuple[str, ...] = ()


class Incident(Record, frozen=True, kw_only=True):
    """One incident. ``reason`` says why an item was set aside as background (null for news)."""

    id: str
    type: str
    acled: Acled
    context: Context = "news"
    reason: str | None = None
    when: When
    where: Where
    actors: tuple[Actor, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    victims: tuple[Victim, ...] = ()
    means: tuple[Means, ...] = ()
    damage: tuple[Damage, ...] = ()
    claims: tuple[Claim, ...] = ()
    sentences: tuple[Evidence, ...] = ()
    coded: Profiled | None = None


class Issue(Record, frozen=True, kw_only=True):
    """Something a person should know: ``code`` is stable, ``message`` is for people, the span is null for the whole article."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class ArticleInfo(Record, frozen=True, kw_only=True):
    id: str
    published: dt.date | None = None
    publisher: str | None = None
    title: str | None = None
    lang: str | None = None
    sha256: str
    chars: int
    text: str | None = None


class Unused(Record, frozen=True, kw_only=True):
    """A number of the text that is no casualty figure, and why ("distance", "date", "age", "equipment" …)."""

    why: str
    text: str
    evidence: Evidence


class Step(Record, frozen=True, kw_only=True):
    """One step of the reading, for ``explain``: which value of which incident, by which rule, from which words."""

    incident: str
    field: str
    value: str
    rule: str
    note: str | None = None
    evidence: Evidence | None = None


class Trace(Record, frozen=True, kw_only=True):
    """How the values came about. Part of no id; printed by ``explain`` and drawn by ``report``, never by ``code``."""

    steps: tuple[Step, ...] = ()
    unused: tuple[Unused, ...] = ()


class Coded(Record, frozen=True, kw_only=True):
    """One article, coded: a line of ``code --format jsonl``."""

    article: ArticleInfo
    incidents: tuple[Incident, ...] = ()
    background: tuple[Incident, ...] = ()
    issues: tuple[Issue, ...] = ()
