"""A grade proposed on Airwars' ladder, with its reasons and what would change it, and the facts that are missing.

Weak: a single source's claim. Fair: two or more credible sources, with a belligerent likely at work. Contested: competing claims
of responsibility. Confirmed needs a belligerent's own acceptance, Discounted a finding on who the dead were: only a person sets
those. What a party says in its own interest corroborates nothing; what it admits against it does (Every Casualty, p. 25).
"""

from collections.abc import Sequence

from dateline.merge.event import Event, rivals
from dateline.merge.table import table
from dateline.merge.tolls import Spoken
from dateline.merge.voices import cast, side_of
from dateline.model.merged import Grade, MergedActor, MergedVictim, MergedWhen, MergedWhere, Missing, Toll, Voice

_DENIES = frozenset(("denied",))


def grade(
    members: Sequence[Event],
    voices: Sequence[Voice],
    spoken: Spoken,
    actors: Sequence[MergedActor],
    casualties: Sequence[Toll],
) -> Grade:
    """The proposal. ``actors`` and ``casualties`` as folded."""
    named = [a for a in actors if a.role == "a" and (a.id or a.kind != "unknown")]
    admits = _admissions(members)
    independent = [v for v in voices if v.independent]
    credible = [v for v in independent if not v.party_to_conflict or v.name in admits]
    accused = {a.name for a in named}
    contest = _contest(members, voices, accused)
    reasons = [_lines(voices, independent, credible)]
    reasons += [f"{name} admits it, against its own interest." for name in sorted(admits)]
    reasons += _party_words(voices, admits)
    reasons += [f"The number {t.outcome} is disputed: {_sides(t)}." for t in casualties if t.state == "disputed"]
    if contest:
        return Grade(proposed="Contested", reasons=(*contest, *reasons), would_change=_ways("Contested", admits, named))
    if len(credible) >= 2 and named:
        return Grade(proposed="Fair", reasons=tuple(reasons), would_change=_ways("Fair", admits, named))
    if not named:
        reasons.append("No belligerent is named as the one who did it.")
    return Grade(proposed="Weak", reasons=tuple(reasons), would_change=_ways("Weak", admits, named, len(credible)))


def _lines(voices: Sequence[Voice], independent: Sequence[Voice], credible: Sequence[Voice]) -> str:
    names = ", ".join(v.name for v in independent[:4]) + (" …" if len(independent) > 4 else "")
    if not independent:
        return "Nobody tells it as having happened."
    if len(independent) == 1:
        return f"One line of sourcing: {names}."
    rest = "" if len(credible) == len(independent) else f", {len(credible)} of them no party in its own interest"
    return f"{len(independent)} independent lines of sourcing: {names}{rest}."


def _party_words(voices: Sequence[Voice], admits: set[str]) -> list[str]:
    return [
        f"{v.name}: a party to the conflict, whose word on others corroborates nothing."
        for v in voices
        if v.party_to_conflict and v.independent and v.name not in admits
    ]


def _sides(toll: Toll) -> str:
    return " against ".join(
        f"{low}" if low == high else f"{low}–{'∞' if high is None else high}" for low, high in toll.sides
    )


def _admissions(members: Sequence[Event]) -> set[str]:
    """Parties that say themselves that their own act harmed civilians. A boast of fighters killed is none."""
    out: set[str] = set()
    for event in members:
        parties = cast([event])  # in its own words: that another report accuses it makes its denial no admission
        civil = any(
            c.group == "civilians" and c.outcome in ("killed", "injured") and c.low for c in event.incident.casualties
        )
        for claim in event.incident.claims if civil else ():
            if claim.modality in ("stated", "claimed") and side_of(claim, parties) == "a" and claim.speaker is not None:
                out.add(claim.speaker.name)
    return out


def _contest(members: Sequence[Event], voices: Sequence[Voice], accused: set[str]) -> list[str]:
    """Competing claims of responsibility: different ones named, or the one named denies it."""
    names = rivals(members)
    out = [f"Competing claims of responsibility: {', '.join(names)}."] if names else []
    for voice in voices:
        if _DENIES & set(voice.modalities) and (voice.side == "a" or voice.name in accused):
            out.append(f"{voice.name}, named as responsible, denies it.")
    return out


def _ways(proposed: str, admits: set[str], named: Sequence[MergedActor], credible: int = 0) -> tuple[str, ...]:
    out: list[str] = []
    if proposed == "Weak":
        if credible < 2:
            out.append("A second independent report that is no party's own word would make it Fair.")
        if not named:
            out.append("A source that says who did it would make it Fair.")
    if proposed == "Contested":
        out.append("Evidence that settles who did it would make it Fair.")
    who = ", ".join(a.name for a in named[:2]) or "A belligerent"
    if admits:
        out.append(f"{', '.join(sorted(admits))} admits it: a person may set Confirmed.")
    else:
        out.append(f"{who} accepting responsibility would let a person set Confirmed.")
    out.append(
        "A finding that those killed were combatants, or that another party did it, would let a person set Discounted."
    )
    return tuple(out)


def missing(
    when: MergedWhen,
    where: MergedWhere,
    actors: Sequence[MergedActor],
    casualties: Sequence[Toll],
    victims: Sequence[MergedVictim],
    means: Sequence[str],
    voices: Sequence[Voice],
) -> tuple[Missing, ...]:
    """What the reports do not give of the facts that Every Casualty asks for, as questions."""
    by = {t.outcome: t for t in casualties}
    killed = by.get("killed")
    dead = killed is not None and killed.high != 0
    no_group = dead and killed is not None and not any(g.group in ("civilians", "combatants") for g in killed.groups)
    accused = [v for v in voices if v.side == "a"]
    lacks = {
        "day": when.start is None or when.start != when.end,
        "place": where.precision in ("adm2", "adm1", "area", "country", "unknown"),
        "point": where.lat is None and where.precision not in ("country", "unknown"),
        "killed": killed is None,
        "injured": "injured" not in by,
        "group": no_group,
        "perpetrator": not any(a.role == "a" and a.kind != "unknown" for a in actors),
        "names": dead and not victims,
        "age": dead and not any(v.age is not None for v in victims),
        "sex": dead and not any(v.sex for v in victims),
        "means": dead and not means,
        "second": sum(v.independent for v in voices) < 2,
        "answer": not accused and any(a.role == "a" and a.kind != "unknown" for a in actors),
    }
    return tuple(Missing(field=name, question=words) for name, words in table().questions.items() if lacks[name])
