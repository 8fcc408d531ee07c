"""Coded articles as cards on a terminal: one card an incident, the used words marked in their sentences."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.box import ROUNDED, SIMPLE
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dateline.export.plain import one_line
from dateline.export.words import LABELS, Line, day_words, lines, opening_words, reason_words, type_words
from dateline.model.incident import Coded, Evidence, Incident, Issue

MARKS = {
    "when": "bold cyan",
    "where": "bold green",
    "who": "bold yellow",
    "how many": "bold red",
    "victims": "bold red",
    "says": "bold magenta",
    "means": "bold",
    "damage": "bold",
}
"""How the words behind each field are marked, and the field's label with them."""

_MOST_SENTENCE = 600
"""Code points of one sentence that are shown."""


def print_cards(coded: Coded, article_text: str | None, console: Console) -> None:
    """Print an article's incidents, then what was set aside and why, then its issues."""
    text = article_text if article_text is not None else coded.article.text or ""
    console.print(_heading(coded, text))
    for number, incident in enumerate(coded.incidents, 1):
        console.print(card(incident, number, text))
    if coded.background:
        console.print(Text("Set aside, not news of this article", style="bold dim"))
        for item in coded.background:
            console.print(_aside(item, text))
    if coded.issues:
        console.print(_issues(coded.issues))
    console.print()


def card(incident: Incident, number: int, text: str) -> Panel:
    """One incident."""
    title = Text.assemble((f" {number} ", "reverse bold"), (f" {one_line(type_words(incident))} ", "bold default"))
    acled = f" {incident.acled.event_type} / {incident.acled.sub_event_type} "
    found = lines(incident)
    body: list[RenderableType] = [_values(found)]
    marks = list(_marks(found))
    sentences = [_sentence(text, span, marks) for span in incident.sentences if text]
    if sentences:
        body += [Text(""), *sentences]
    return Panel(
        Group(*body), title=title, title_align="left", subtitle=Text(one_line(acled), style="dim"),
        subtitle_align="right", box=ROUNDED, padding=(0, 1), border_style="bright_black",
    )  # fmt: skip


def _heading(coded: Coded, text: str) -> Text:
    article = coded.article
    head = Text()
    head.append(one_line(article.title or opening_words(text, 80) or f"article {article.id}"), style="bold")
    said = [one_line(article.publisher) if article.publisher else ""]
    said.append(f"published {day_words(article.published)}" if article.published else "no publication date")
    count = len(coded.incidents)
    said.append("no incident" if not count else "1 incident" if count == 1 else f"{count} incidents")
    head.append("\n" + " · ".join(filter(None, said)), style="dim")
    return head


def _values(found: list[Line]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, width=12)
    grid.add_column(ratio=1)
    order = list(LABELS)
    for field, group in groupby(sorted(found, key=lambda line: order.index(line.field)), key=lambda line: line.field):
        label = Text(LABELS[field], style=MARKS.get(field, "bold"))
        grid.add_row(label, Text("\n").join(_value(line) for line in group))
    return grid


def _value(line: Line) -> Text:
    value = Text(one_line(line.words))
    if line.note:
        value.append(f" · {one_line(line.note)}", style="dim")
    if line.quote is not None:
        value.append(f" · from “{one_line(line.quote)}”", style="dim italic")
    return value


def _marks(found: Iterable[Line]) -> Iterator[tuple[Evidence, str]]:
    # Longer spans first: a style given later lies over one given before, so the narrower word keeps its own.
    spans = [(line.evidence, line.field) for line in found if line.evidence is not None]
    for span, field in sorted(spans, key=lambda mark: (mark[0][0] - mark[0][1], mark)):
        yield span, f"{MARKS.get(field, 'bold')} underline"


def _sentence(text: str, span: Evidence, marks: list[tuple[Evidence, str]]) -> Text:
    start, end = span[0], min(span[1], span[0] + _MOST_SENTENCE)
    sentence = Text(one_line(text[start:end]))
    for (left, right), style in marks:
        if left < end and start < right:
            sentence.stylize(style, max(left, start) - start, min(right, end) - start)
    return sentence.append(" …") if end < span[1] else sentence


def _aside(item: Incident, text: str) -> RenderableType:
    when, where = lines(item)[:2]
    head = Text.assemble(
        ("· ", "dim"), (one_line(type_words(item)), "dim bold"), (f" — {one_line(reason_words(item))}", "dim")
    )
    head.append(f"\n  {one_line(when.words)} · {one_line(where.words)}", style="dim")
    for start, end in item.sentences[:1]:
        cut = one_line(text[start : min(end, start + 200)])
        head.append(f"\n  “{cut}{' …' if end - start > 200 else ''}”" if cut else "", style="dim italic")
    return head


def _issues(issues: Iterable[Issue]) -> Table:
    table = Table(
        box=SIMPLE, show_header=False, padding=(0, 1), title="Issues", title_justify="left", title_style="bold"
    )
    table.add_column(style="yellow", no_wrap=True)
    table.add_column()
    for issue in issues:
        table.add_row(Text(one_line(issue.code)), Text(one_line(issue.message)))
    return table
