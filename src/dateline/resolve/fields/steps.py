"""The steps that led to a record, one for each of its values."""

from dateline.model.incident import Incident, Step, When
from dateline.resolve.telling.event import Event


def trace(i: Incident, e: Event) -> list[Step]:
    """The rule and the words behind each value of a record."""
    steps: list[Step] = []

    def step(field: str, value: str, rule: str, note: str | None, evidence: tuple[int, int] | None) -> None:
        steps.append(Step(incident=i.id, field=field, value=value, rule=rule, note=note, evidence=evidence))

    for t in e.tellings:
        for act in t.frame.acts:
            step(
                "type",
                f"{i.type} / {i.acled.sub_event_type}",
                f"triggers.{act.rule}",
                f"tells of: {act.act}",
                t.frame.reading.span(act.first, act.last),
            )
    step("when", _when_text(i.when), f"when.{i.when.basis}", None, i.when.evidence)
    step("where", i.where.name or "not named", f"where.{i.where.precision}", i.where.why, i.where.evidence)
    for a in i.actors:
        step("actors", f"{a.role}: {a.name}", "actors.listed" if a.id else "actors.words", a.kind, a.evidence)
    for c in i.casualties:
        step(
            "casualties",
            f"{c.outcome} {c.low}–{'' if c.high is None else c.high}",
            f"numbers.{c.kind}",
            "disputed" if c.disputed else None,
            c.evidence,
        )
    for claim in i.claims:
        step(
            "claims",
            f"{claim.speaker.name if claim.speaker else 'the outlet'}: {claim.modality}",
            "stance.speech",
            claim.cue,
            claim.evidence,
        )
    if i.reason:
        step("context", i.context, "context", i.reason, None)
    return steps


def _when_text(w: When) -> str:
    return f"{w.start or '…'} – {w.end or '…'}"
