"""How an incident came to be what it says: value by value, the words, the rule, the steps."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.export.plain import one_line
from dateline.export.words import LABELS, Line, lines, reason_words, type_words
from dateline.model.incident import Coded, Evidence, Incident, Step, Trace
from dateline.model.text import Article

_FIELD_OF = {
    "casualties": "how many",
    "killed": "how many",
    "injured": "how many",
    "count": "how many",
    "actors": "who",
    "actor": "who",
    "victim": "victims",
    "claims": "says",
    "claim": "says",
    "stance": "says",
}
"""Steps name fields of the record; people read the names on the cards."""


class UnknownIncident(Exception):
    """No incident, or more than one, has the id that was asked for."""


def explain(coded: Coded, trace: Trace, article: Article, incident_id: str | None, console: Console) -> None:
    """Print the reading of one incident, or of all. ``incident_id``: an id, the start of one, or a number from 1."""
    chosen = pick(coded, incident_id)
    for number, incident in chosen:
        _one(incident, number, trace, article.text, console)
    if not chosen:
        console.print("No incident was found in this article.")
    if trace.unused and incident_id is None:
        console.print(_unused(trace))
    for issue in coded.issues:
        console.print(Text.assemble((one_line(issue.code), "yellow"), f"  {one_line(issue.message)}"))


def pick(coded: Coded, incident_id: str | None) -> list[tuple[int, Incident]]:
    """The incidents asked for, news first, each with its number. Raises ``UnknownIncident``."""
    every = list(enumerate((*coded.incidents, *coded.background), 1))
    if incident_id is None:
        return every
    found = [pair for pair in every if pair[1].id == incident_id]
    found = found or [pair for pair in every if str(pair[0]) == incident_id]
    found = found or [pair for pair in every if incident_id and pair[1].id.startswith(incident_id)]
    if len(found) == 1:
        return found
    known = ", ".join(f"{number} {incident.id}" for number, incident in every) or "none"
    raise UnknownIncident(
        f"{'several incidents match' if found else 'no incident is'} {incident_id!r}; there are: {known}"
    )


def _one(incident: Incident, number: int, trace: Trace, text: str, console: Console) -> None:
    title = Text.assemble((f" {number} ", "reverse bold"), (f" {one_line(type_words(incident))}", "bold"))
    title.append(f"  {incident.acled.event_type} / {incident.acled.sub_event_type}", style="dim")
    title.append(f"  id {one_line(incident.id)}", style="dim")
    console.print(title)
    if incident.context != "news":
        console.print(Text(f"set aside: {one_line(reason_words(incident))}", style="yellow"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold", width=12)
    table.add_column(ratio=1)
    steps = [step for step in trace.steps if step.incident == incident.id]
    groups = _grouped(steps)
    found = lines(incident)
    table.add_row("Type", _cell([], groups.pop("type", []), text))
    for field, label in LABELS.items():
        values = [line for line in found if line.field == field]
        if values or field in groups:
            table.add_row(label, _cell(values, groups.pop(field, []), text))
    for field, rest in groups.items():
        table.add_row(one_line(field), _cell([], rest, text))
    console.print(table)
    console.print()


def _grouped(steps: Iterable[Step]) -> dict[str, list[Step]]:
    groups: dict[str, list[Step]] = {}
    for step in steps:
        name = step.field.split(".")[0].split("[")[0]
        groups.setdefault(_FIELD_OF.get(name, name), []).append(step)
    return groups


def _cell(values: list[Line], steps: list[Step], text: str) -> Text:
    cell = Text()
    for line in values:
        cell.append(("\n" if cell else "") + one_line(line.words))
        if line.note:
            cell.append(f" · {one_line(line.note)}", style="dim")
        if line.quote is not None:
            cell.append(f" · “{one_line(line.quote)}”{_at(line.evidence)}", style="italic")
    for step in steps:
        cell.append(("\n" if cell else "") + "  ↳ ")
        cell.append(one_line(step.rule), style="cyan")
        cell.append(f" → {one_line(step.value)}")
        if step.evidence is not None:
            start, end = step.evidence
            cell.append(f" · “{one_line(text[start:end])}”{_at(step.evidence)}", style="italic")
        if step.note:
            cell.append(f" · {one_line(step.note)}", style="dim")
    return cell or Text("no value", style="dim")


def _at(evidence: Evidence | None) -> str:
    return f" [{evidence[0]}–{evidence[1]}]" if evidence else ""


def _unused(trace: Trace) -> Table:
    table = Table(title="Numbers that are no casualty figures", title_justify="left", title_style="bold", box=None)
    table.add_column("words", style="italic")
    table.add_column("at", style="dim")
    table.add_column("why not")
    for number in trace.unused:
        table.add_row(Text(one_line(number.text)), str(number.evidence[0]), Text(one_line(number.why)))
    return table
