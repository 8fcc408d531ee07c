"""One merged incident for people: what is known, who says so, where they differ, and what a person decided."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.export.merged import days, figure
from dateline.export.plain import one_line
from dateline.model.merged import Link, MergedIncident, Toll

Row = tuple[str, str]
_ROLES = {"a": "acting", "assoc_a": "with them", "b": "against", "assoc_b": "on that side", "victim": "harmed"}


def print_dossier(incident: MergedIncident, console: Console) -> None:
    """Print everything about an incident, a line a fact."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    before = ""
    for name, words in _rows(incident):
        table.add_row(name if name != before else "", Text(one_line(words)))
        before = name
    console.print(table)


def _rows(i: MergedIncident) -> Iterator[Row]:
    yield "Incident", f"{i.incident_id} · {i.type.replace('_', ' ')} · {i.acled.event_type} / {i.acled.sub_event_type}"
    yield "When", f"{days(i.when)} · {_state(i, 'when')}"
    yield "Where", f"{_place(i)} · {_state(i, 'where')}"
    for actor in i.actors:
        yield "Who", f"{actor.name} · {_ROLES[actor.role]} · named by {len(actor.articles)} of {i.sourcing.reports}"
    for toll in i.casualties:
        yield "How many", f"{figure(toll)} {toll.outcome} · {toll.state}"
        yield from (("", f"  {words}") for words in _claims(toll))
    yield "Told by", i.sourcing.text
    for voice in i.voices:
        party = ", a party to the conflict" if voice.party_to_conflict else ""
        yield "Voices", f"{voice.name} · {voice.kind}{party} · {', '.join(voice.articles)}"
    yield "Grade", f"proposed: {i.grade.proposed}"
    if i.grade.decided:
        d = i.grade.decided
        yield "Grade", f"set: {d.grade} · {d.by}, {d.at[:10]}" + (f" · {d.note}" if d.note else "")
    yield from (("Because", words) for words in i.grade.reasons)
    yield from (("Missing", m.question) for m in i.missing)
    yield from _links(i.links)
    for issue in i.issues:
        yield "Mind", issue.message
    for report in i.reports:
        yield "Reports", f"{report.article} · {report.publisher or 'no outlet'} · {report.published or 'no day'}"


def _claims(toll: Toll) -> Iterator[str]:
    for c in toll.claims:
        range_ = f"{c.low}" if c.low == c.high else f"{c.low} or more" if c.high is None else f"{c.low} to {c.high}"
        old = "" if c.current else ", replaced by a later figure"
        yield f"{range_} · {c.article}" + (f" · “{c.text}”" if c.text else "") + old


def _links(links: Iterable[Link]) -> Iterator[Row]:
    names = {"same": "Joined", "unsure": "Unsure", "different": "Apart"}
    for k in links:
        yield (
            names[k.judgement],
            f"{k.left} – {k.right} · {'a person' if k.by else f'{k.score:.2f}'} · {'; '.join(k.why[:4])}",
        )


def _state(i: MergedIncident, field: str) -> str:
    state = i.state.get(field)
    if state is None:
        return "not told"
    said = "; ".join(f"{c.value} ({', '.join(c.articles)})" for c in state.claims) if len(state.claims) > 1 else ""
    return state.state + (f": {said}" if said else "")


def _place(i: MergedIncident) -> str:
    w = i.where
    parts = [p for p in (w.name, w.admin1, w.country) if p]
    point = f" · {w.lat:.3f}, {w.lon:.3f}" if w.lat is not None and w.lon is not None else ""
    return (", ".join(parts) or "place unknown") + point
