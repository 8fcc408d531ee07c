"""A cluster of records to one incident: per field what the voices agree on, or where they differ. Nothing a report says is
dropped: what does not stand in the value stands in ``state`` or among the claims."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.merge.event import Event, actor_key, rivals
from dateline.merge.families import Families
from dateline.merge.grade import grade, missing
from dateline.merge.meet import Days
from dateline.merge.table import kinship
from dateline.merge.tolls import Spoken, tolls
from dateline.merge.voices import Voices, sourcing
from dateline.model.incident import Acled, Actor, Basis, Issue, Role
from dateline.model.merged import (
    FieldState,
    FieldValue,
    Link,
    MergedActor,
    MergedClaim,
    MergedIncident,
    MergedVictim,
    MergedWhen,
    MergedWhere,
    Report,
    State,
    Toll,
)
from dateline.packs.actor_files import normalise
from dateline.packs.ontology import ontology

_BASES: tuple[Basis, ...] = ("stated", "relative", "implied", "bounded")
_ROLES: tuple[Role, ...] = ("a", "b", "assoc_a", "assoc_b", "victim")


def fold(members: Sequence[Event], families: Families, links: Sequence[Link] = ()) -> MergedIncident:
    """The incident that ``members``, earliest report first, tell of."""
    told = Voices(members, families)
    voices = told.voices()
    spoken = told.of
    kind, acled, type_state = _type(members, spoken)
    when, when_state = _when(members, spoken)
    where, where_state = _where(members, spoken)
    actors, actor_state = _actors(members, spoken)
    casualties, issues = tolls(members, spoken)
    victims = _victims(members)
    issues += _named(casualties, victims)
    if any(e.toll for e in members):
        issues.append(
            Issue(code="toll", message="A toll over a time or several places: kept apart, never added to incidents.")
        )
    known = sourcing(members, voices)
    state = {"type": type_state, "when": when_state, "where": where_state, "actors": actor_state}
    state |= {toll.outcome: _toll_state(toll) for toll in casualties}
    means = tuple(sorted({m for e in members for m in e.means}))
    return MergedIncident(
        incident_id=_id(members[0]),
        articles=tuple(sorted({e.article.id for e in members})),
        reports=tuple(_report(e) for e in members),
        type=kind,
        acled=acled,
        when=when,
        where=where,
        actors=actors,
        casualties=casualties,
        victims=victims,
        means=means,
        claims=tuple(_claims(members, told)),
        voices=voices,
        sourcing=known,
        grade=grade(members, voices, spoken, actors, casualties),
        missing=missing(when, where, actors, casualties, victims, means, voices),
        state={name: value for name, value in state.items() if value.claims},
        links=tuple(links),
        issues=tuple(issues),
    )


def _id(first: Event) -> str:
    """Made of the earliest report, so that later reports do not change it."""
    return hashlib.sha256(first.key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _report(event: Event) -> Report:
    a = event.article
    return Report(
        article=a.id, incident=event.incident.id, publisher=a.publisher, published=a.published, sha256=a.sha256
    )


def _state(values: Iterable[tuple[str, Event]], spoken: Spoken, state: State | None = None) -> FieldState:
    """Values with who gave them, most voices first. ``state`` where more is known than how many gave them."""
    by: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for value, event in values:
        by[value][0].update(spoken[event.key])
        by[value][1].add(event.article.id)
    claims = [FieldValue(value=v, voices=tuple(sorted(w)), articles=tuple(sorted(a))) for v, (w, a) in by.items()]
    claims.sort(key=lambda c: (-len(c.voices), c.value))
    voices = {v for c in claims for v in c.voices}
    return FieldState(state=state or ("agreed" if len(voices) > 1 else "single"), claims=tuple(claims))


def _type(members: Sequence[Event], spoken: Spoken) -> tuple[str, Acled, FieldState]:
    """The type most voices give, the higher in ACLED's hierarchy where they are even. "Killed" says less than how."""
    found = _state(((e.incident.type, e) for e in members), spoken)
    types = [c.value for c in found.claims]
    how = [t for t in types if t != "killing" and kinship().get((t, "killing")) == "close"]
    choice = how if "killing" in types and how else types
    rank = {sub: n for n, sub in enumerate(s for _, subs in ontology().hierarchy for s in subs)}
    best = min(
        (e for e in members if e.incident.type in choice),
        key=lambda e: (
            -next(len(c.voices) for c in found.claims if c.value == e.incident.type),
            rank.get(e.incident.acled.sub_event_type, 99),
            e.order,
        ),
    )
    rivals = [t for t in types if t != best.incident.type and t not in ("killing", "other")]
    if rivals:
        found = FieldState(state="disputed", claims=found.claims)
    return best.incident.type, best.incident.acled, found


def _when(members: Sequence[Event], spoken: Spoken) -> tuple[MergedWhen, FieldState]:
    days = members[0].days
    for event in members[1:]:
        days = days.meet(event.days) or days
    fitting = [e.incident.when for e in members if e.days == days] or [e.incident.when for e in members if e.days.lo]
    bases = [w.basis for w in fitting]
    basis: Basis = next((b for b in _BASES if b in bases), "bounded")
    day = days.lo is not None and days.lo == days.hi
    precisions = [w.precision for w in fitting]
    parts = {e.part for e in members if e.part}
    when = MergedWhen(
        start=_date(days.lo),
        end=_date(days.hi),
        precision="day" if day else "open" if days.lo is None or days.hi is None or not precisions else precisions[0],
        basis=basis,
        part=next(iter(parts)) if len(parts) == 1 else None,
    )
    told = [(_days_words(e.days), e) for e in members if e.days != Days(None, None)]
    return when, _state(told, spoken)


def _date(ordinal: int | None) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal is not None else None


def _days_words(days: Days) -> str:
    start, end = _date(days.lo), _date(days.hi)
    if start is None:
        return f"by {end}"
    return str(start) if start == end else f"{start} to {end}" if end else f"from {start}"


def _where(members: Sequence[Event], spoken: Spoken) -> tuple[MergedWhere, FieldState]:
    finest = min(members, key=lambda e: (e.area.fineness(), e.order))
    w = finest.incident.where
    admin1 = w.admin1 or next((e.incident.where.admin1 for e in members if e.incident.where.admin1), None)
    where = MergedWhere(
        name=w.name,
        lat=w.lat,
        lon=w.lon,
        radius_km=w.radius_km,
        precision=w.precision,
        country=w.country or next((e.incident.where.country for e in members if e.incident.where.country), None),
        admin1=admin1,
        gazetteer_id=w.gazetteer_id,
    )
    told = [(e.incident.where.text or e.incident.where.name or "", e) for e in members]
    return where, _state([(words, e) for words, e in told if words], spoken)


def _actors(members: Sequence[Event], spoken: Spoken) -> tuple[tuple[MergedActor, ...], FieldState]:
    by: dict[tuple[Role, str], list[tuple[Actor, Event]]] = defaultdict(list)
    for event in members:
        for actor in event.incident.actors:
            by[actor.role, actor_key(actor) or f"~{normalise(actor.name)}"].append((actor, event))
    known = {role for role, key in by if not key.startswith("~")}
    out: list[MergedActor] = []
    for (role, key), found in by.items():
        if key.startswith("~") and role in known and role != "victim":
            continue  # "gunmen" where another report names them
        first = found[0][0]
        out.append(
            MergedActor(
                role=role,
                name=first.name,
                id=first.id,
                kind=first.kind,
                voices=tuple(sorted({v for _, e in found for v in spoken[e.key]})),
                articles=tuple(sorted({e.article.id for _, e in found})),
            )
        )
    out.sort(key=lambda a: (_ROLES.index(a.role), -len(a.voices), a.name))
    told = [(f"{a.role}: {a.name}", e) for (_, _), found in by.items() for a, e in found]
    return tuple(out), _state(told, spoken, "disputed" if rivals(members) else None)


def _victims(members: Sequence[Event]) -> tuple[MergedVictim, ...]:
    by: dict[str, list[tuple[MergedVictim, str]]] = defaultdict(list)
    for event in members:
        for v in event.incident.victims:
            if v.name:
                by[normalise(v.name)].append(
                    (MergedVictim(name=v.name, age=v.age, sex=v.sex, outcome=v.outcome), event.article.id)
                )
    out = []
    for found in by.values():
        people = [p for p, _ in found]
        out.append(
            MergedVictim(
                name=people[0].name,
                age=next((p.age for p in people if p.age is not None), None),
                sex=next((p.sex for p in people if p.sex), None),
                outcome="killed" if any(p.outcome == "killed" for p in people) else people[0].outcome,
                articles=tuple(sorted({article for _, article in found})),
            )
        )
    return tuple(out)


def _named(casualties: Sequence[Toll], victims: Sequence[MergedVictim]) -> list[Issue]:
    """More names than dead do not go together."""
    dead = sum(v.outcome == "killed" for v in victims)
    high = next((t.high for t in casualties if t.outcome == "killed"), None)
    if high is None or dead <= high:
        return []
    return [Issue(code="names_over_total", message=f"{dead} people killed are named, the total is at most {high}.")]


def _claims(members: Sequence[Event], told: Voices) -> Iterable[MergedClaim]:
    for event in members:
        for at, c in enumerate(event.incident.claims):
            yield MergedClaim(
                article=event.article.id,
                voice=told.claimed[event.key, at],
                speaker=c.speaker,
                cue=c.cue,
                modality=c.modality,
                date=c.date,
                party_to_conflict=c.party_to_conflict,
                text=c.text,
                evidence=c.evidence,
            )


def _toll_state(toll: Toll) -> FieldState:
    by: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for c in toll.claims:
        words = f"{c.low}" if c.low == c.high else f"{c.low} or more" if c.high is None else f"{c.low} to {c.high}"
        by["about " * (c.kind == "about") + words][0].update(c.voices)
        by["about " * (c.kind == "about") + words][1].add(c.article)
    claims = (
        FieldValue(value=v, voices=tuple(sorted(w)), articles=tuple(sorted(a))) for v, (w, a) in sorted(by.items())
    )
    return FieldState(state=toll.state, claims=tuple(claims))
