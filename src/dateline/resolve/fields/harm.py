"""What was done with what to whom: figures, weapons, damage, people told one by one."""

import msgspec

from dateline.mentions.parties import Party
from dateline.model.incident import Casualty, Damage, Figure, Means, Outcome, Victim
from dateline.resolve.entry import Entry
from dateline.resolve.fields.source import Source
from dateline.resolve.figure import Telling, on_our_side, ours, tell
from dateline.resolve.telling.event import Event
from dateline.resolve.toll import entries
from dateline.resolve.who import Named, name_party

_ALIKE: dict[str, tuple[Outcome, Outcome]] = {
    "arrest": ("abducted", "detained"),
    "protest": ("abducted", "detained"),
    "abduction": ("detained", "abducted"),
}
"""What an outcome is called in events of a type: (as told, as meant)."""


_SURVIVED = frozenset("survivor survivors victim victims".split())


def as_meant(casualties: list[Casualty], kind: str) -> list[Casualty]:
    """The figures of an event of type ``kind``: those dead beside a truce are of what it ends, and the survivors of a rape
    who are taken to a doctor are no more people."""
    if kind == "agreement":
        return []
    if kind == "sexual_violence":  # "both survivors were referred to a hospital"
        casualties = [
            c for c in casualties if not (c.outcome == "injured" and _SURVIVED & set((c.text or "").lower().split()))
        ]
    told, meant = _ALIKE.get(kind, (None, None))
    return [msgspec.structs.replace(c, outcome=meant) if meant and c.outcome == told else c for c in casualties]


def casualties_of(source: Source, e: Event) -> list[Casualty]:
    tellings = []
    for k, t in enumerate(e.tellings):
        speaker = next((s.speaker for s in t.frame.said if s.speaker and not s.pronoun), None)
        for c in t.frame.counts:
            side, party = _side_of(source, None if on_our_side(t.frame, c) else c.party, e)
            told = tell(t.frame, c, k, side, party, speaker)
            us = source.cast.us
            if side is None and us is not None and us.armed and ours(told):
                told.side, told.party, told.group = _side(us), us.id, "combatants"
            tellings.append(told)
    return [_entry(x, source.text, e.shared, e.cumulative) for x in entries(tellings)]


def _entry(e: Entry, text: str, shared: str | None = None, cumulative: bool = False) -> Casualty:
    """An entry as printed."""
    start, end = e.best.number.span
    return Casualty(
        outcome=e.outcome,
        group=e.group,
        party=e.party,
        low=e.low,
        high=e.high,
        kind=e.kind,
        disputed=e.disputed,
        also=tuple(_figure(t, text) for t in e.also),
        shared=shared,
        cumulative=cumulative,
        parts=tuple(e.parts),
        text=text[start:end],
        evidence=(start, end),
    )


def _figure(t: Telling, text: str) -> Figure:
    start, end = t.number.span
    return Figure(low=t.number.low, high=t.number.high, kind=t.number.kind, text=text[start:end], evidence=(start, end))


def _side_of(source: Source, party: Party | None, e: Event) -> tuple[str | None, str | None]:
    if party is None:
        return None, None
    who = name_party(party, source.cast, source.kit, e.where.country)
    return None if party.noun == "peacekeepers" else _side(who), who.id  # no state's, and no rebels'


def _side(who: Named) -> str:
    return "state " + (who.country or "") if who.state else "armed"


def means_of(source: Source, e: Event) -> list[Means]:
    out: dict[str, Means] = {}
    for t in e.tellings:
        for x in t.frame.means:
            span = t.frame.reading.span(x.first, x.last)
            out.setdefault(x.name, Means(name=x.name, text=source.text[span[0] : span[1]], evidence=span))
    return list(out.values())


def damage_of(source: Source, e: Event) -> list[Damage]:
    out: list[Damage] = []
    for t in e.tellings:
        for x in t.frame.damage:
            span = t.frame.reading.span(x.first, x.last)
            number = next(
                (n for n in t.frame.reading.numbers if n.start >= span[0] and n.end <= span[1] and n.low == n.high),
                None,
            )
            out.append(
                Damage(
                    object=x.name,
                    outcome=x.outcome,
                    count=number.low if number else None,
                    text=source.text[span[0] : span[1]],
                    evidence=span,
                )
            )
    return out


def victims_of(source: Source, e: Event) -> list[Victim]:
    out: list[Victim] = []
    for t in e.tellings:
        for c in t.frame.counts:
            n = c.number
            if n.low == 1 and n.high == 1 and n.noun and not n.numeral:
                start, end = n.span
                age = next((a for s, e2, a in t.frame.reading.ages if start <= s <= end + 3), None)
                out.append(
                    Victim(age=age, sex=n.sex, outcome=c.outcome, text=source.text[start:end], evidence=(start, end))
                )
    return out
