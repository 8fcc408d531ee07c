"""An event of the story to the printed record: type, actors, figures, claims, means, and the steps that led there."""

import hashlib

from dateline.frames.types import decide
from dateline.model.incident import Acled, Incident, Step
from dateline.packs.ontology import ontology
from dateline.resolve.fields.actors import actors_of
from dateline.resolve.fields.claims import claims_of
from dateline.resolve.fields.facts import facts_of, grenade
from dateline.resolve.fields.harm import as_meant, casualties_of, damage_of, means_of, victims_of
from dateline.resolve.fields.sides import settled
from dateline.resolve.fields.source import Source
from dateline.resolve.fields.steps import trace
from dateline.resolve.telling.event import Event


class Recorder:
    """Prints the events of one article."""

    def __init__(self, article: str, source: Source) -> None:
        self.article, self.source = article, source
        self.steps: list[Step] = []

    def incident(self, e: Event, number: int) -> Incident:
        """The record of one event."""
        source = self.source
        actors, casualties = actors_of(source, e), casualties_of(source, e)
        kind, sub = decide(facts_of(source, e, actors, casualties))
        actors, casualties = settled(source, e, actors, kind, sub), as_meant(casualties, kind)
        if kind == "bombing" and grenade(e):
            sub = "Grenade"
        sentences = _sentences(e)
        twin = number if e.shared else 0
        told = f"{self.article}\n{sentences[0][0]}\n{e.tellings[0].frame.start}\n{twin}"
        record = Incident(
            id=hashlib.sha256(told.encode()).hexdigest()[:12],
            type=kind,
            acled=Acled(event_type=ontology().event_type(sub), sub_event_type=sub),
            context=e.context,
            reason=e.reason,
            when=e.when,
            where=e.where,
            actors=tuple(actors),
            casualties=tuple(casualties),
            victims=tuple(victims_of(source, e)),
            means=tuple(means_of(source, e)),
            damage=tuple(damage_of(source, e)),
            claims=tuple(claims_of(source, e, actors)),
            sentences=sentences,
        )
        self.steps += trace(record, e)
        return record


def _sentences(e: Event) -> tuple[tuple[int, int], ...]:
    """The stretches of the text that tell of the event or comment on it."""
    read = [*(t.frame.reading for t in e.tellings), *(f.reading for f, _ in e.comments), *(f.reading for f in e.beside)]
    return tuple(sorted({(r.sentence.start, r.sentence.end) for r in read}))
