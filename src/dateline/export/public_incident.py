"""What strangers may see of merged incidents: no names of victims or of private sources, no exact site, no point finer than a tenth of a
degree, nothing of the articles' words. Built anew from what may be said, so that a field that comes later stays in."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dateline.export.sites import is_site
from dateline.export.veil import Veil
from dateline.model.incident import Issue
from dateline.model.merged import (
    FieldState,
    FieldValue,
    FigureClaim,
    Grade,
    MergedActor,
    MergedClaim,
    MergedIncident,
    MergedWhere,
    Report,
    Sourcing,
    Toll,
    Voice,
)

WITHHELD = "withheld"
DECIMALS = 1
"""Of a degree of latitude and longitude."""

_ROUNDED_KM = 8.0
"""Half the diagonal of a cell of a tenth of a degree at the equator, rounded up: how far rounding may move a point."""

_WORDED = frozenset({"where", "actors"})
"""Fields whose rival values are in the articles' own words."""


def public_incidents(incidents: Sequence[MergedIncident]) -> Iterator[MergedIncident]:
    """The incidents without what could lead to a person. What one of an article's incidents withholds no other tells."""
    names: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, set[str]] = defaultdict(set)
    for one in incidents:
        for report in one.reports:
            names[report.sha256].update(victim.name for victim in one.victims if victim.name)
            phrases[report.sha256].update(_places(one))
            phrases[report.sha256].update(voice.name for voice in one.voices if _private(voice, one))
    veils: dict[frozenset[str], Veil] = {}
    for one in incidents:
        texts = frozenset(report.sha256 for report in one.reports)
        if texts not in veils:
            veils[texts] = Veil(_of(names, texts), _of(phrases, texts))
        yield _Public(one, veils[texts]).incident()


def _of(found: dict[str, set[str]], texts: Iterable[str]) -> Iterator[str]:
    return (words for text in texts for words in found[text])


def _places(one: MergedIncident) -> Iterable[str]:
    """Names of exact sites, as folded and in the articles' own words."""
    if not is_site(one.where):
        return
    if one.where.name:
        yield one.where.name
    if "where" in one.state:
        yield from (claim.value for claim in one.state["where"].claims if claim.value != one.where.admin1)


def _private(voice: Voice, one: MergedIncident) -> bool:
    """Whether a voice may be a person: a source that is quoted and no party, or an article that names no outlet."""
    return (voice.kind == "primary" and not voice.party_to_conflict) or voice.name in one.articles


class _Public:
    """One incident, seen through its veil."""

    def __init__(self, one: MergedIncident, veil: Veil) -> None:
        self._one, self._veil = one, veil
        self._ids = {report.article: report.sha256[:12] for report in one.reports}

    def incident(self) -> MergedIncident:
        one, said = self._one, self._veil.said
        return MergedIncident(
            incident_id=one.incident_id,
            articles=self._articles(one.articles),
            reports=tuple(self._report(report) for report in one.reports),
            type=one.type,
            acled=one.acled,
            when=one.when,
            where=self._where(one.where),
            actors=tuple(self._actor(actor) for actor in one.actors),
            casualties=tuple(self._toll(toll) for toll in one.casualties),
            means=tuple(filter(None, map(said, one.means))),
            claims=tuple(self._claim(claim) for claim in one.claims),
            voices=tuple(self._voice(voice) for voice in one.voices),
            sourcing=self._sourcing(one.sourcing),
            grade=Grade(
                proposed=one.grade.proposed,
                reasons=tuple(filter(None, map(said, one.grade.reasons))),
                would_change=tuple(filter(None, map(said, one.grade.would_change))),
            ),
            missing=one.missing,
            state={name: self._state(name, state) for name, state in one.state.items()},
            issues=tuple(Issue(code=issue.code, message="") for issue in one.issues),
        )

    def _articles(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._ids[name] for name in names if name in self._ids}))

    def _report(self, report: Report) -> Report:
        publisher = self._veil.said(report.publisher)
        return msgspec.structs.replace(report, article=report.sha256[:12], publisher=publisher)

    def _where(self, where: MergedWhere) -> MergedWhere:
        if is_site(where):
            precision = "adm1" if where.admin1 else "country" if where.country else "unknown"
            return MergedWhere(precision=precision, country=where.country, admin1=where.admin1)  # type: ignore[arg-type]
        placed = where.lat is not None and where.lon is not None
        return MergedWhere(
            name=self._veil.said(where.name),
            lat=round(where.lat, DECIMALS) if where.lat is not None and placed else None,
            lon=round(where.lon, DECIMALS) if where.lon is not None and placed else None,
            radius_km=float(math.ceil((where.radius_km or 0.0) + _ROUNDED_KM)) if placed else None,
            precision=where.precision,
            country=where.country,
            admin1=where.admin1,
        )

    def _actor(self, actor: MergedActor) -> MergedActor:
        articles = self._articles(actor.articles)
        if actor.role == "victim":
            name = "people" if actor.kind == "unknown" else actor.kind.replace("_", " ")
            return MergedActor(role="victim", name=name, kind=actor.kind, voices=actor.voices, articles=articles)
        name = self._veil.said(actor.name) or WITHHELD
        ident = actor.id if name != WITHHELD else None
        return MergedActor(
            role=actor.role, name=name, id=ident, kind=actor.kind, voices=actor.voices, articles=articles
        )

    def _toll(self, toll: Toll) -> Toll:
        return msgspec.structs.replace(toll, claims=tuple(self._figure(claim) for claim in toll.claims))

    def _figure(self, claim: FigureClaim) -> FigureClaim:
        article = self._ids.get(claim.article, WITHHELD)
        shared = self._veil.said(claim.shared)
        return msgspec.structs.replace(claim, article=article, shared=shared, text=None, evidence=None)

    def _claim(self, claim: MergedClaim) -> MergedClaim:
        return MergedClaim(
            article=self._ids.get(claim.article, WITHHELD),
            voice=claim.voice,
            modality=claim.modality,
            date=claim.date,
            party_to_conflict=claim.party_to_conflict,
        )

    def _voice(self, voice: Voice) -> Voice:
        name = None if _private(voice, self._one) else self._veil.said(voice.name)
        return msgspec.structs.replace(voice, name=name or WITHHELD, articles=self._articles(voice.articles), why=None)

    def _sourcing(self, sourcing: Sourcing) -> Sourcing:
        parties = tuple(self._veil.said(name) or WITHHELD for name in sourcing.belligerents)
        return msgspec.structs.replace(sourcing, belligerents=parties)

    def _state(self, name: str, state: FieldState) -> FieldState:
        if name in _WORDED:
            return FieldState(state=state.state)
        claims = (
            FieldValue(value=claim.value, voices=claim.voices, articles=self._articles(claim.articles))
            for claim in state.claims
        )
        return FieldState(state=state.state, claims=tuple(claims))
