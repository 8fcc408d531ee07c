"""The fields of an incident: what the reports come to, the ranges drawn, and each statement with the verdict on it."""

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.casefile.live import Judged, Telling
from dateline.casefile.statements import SINGLE
from dateline.desk.brief import FIELDS
from dateline.desk.correction import choices
from dateline.desk.incident.chart import Told, days, figures
from dateline.desk.incident.plan import plan
from dateline.desk.incident.sheet import Sheet
from dateline.desk.incident.statement import folded_state, folded_words, statement_line
from dateline.desk.incident.words import given
from dateline.desk.pages.chart import Chart
from dateline.desk.pages.incident import FieldView, StatementView
from dateline.export.public_incident import DECIMALS
from dateline.model.merged import MergedIncident


def fields(sheet: Sheet) -> Iterator[FieldView]:
    """Every field that a report says something on."""
    for name, label in FIELDS.items():
        told = _ordered(sheet, name)
        if told:
            yield FieldView(
                name=name,
                label=label,
                words=folded_words(sheet.one, name),
                state=folded_state(sheet.one, name),
                charts=_charts(sheet, name),
                spots=plan([(label, value) for label, value, _ in _values(sheet, name)], sheet.one.where) if name == "where" else (),
                statements=tuple(_statement(sheet, t, j) for t, j in told),
            )  # fmt: skip


def public_fields(one: MergedIncident) -> Iterator[FieldView]:
    """The same of a record that strangers may see: no statement, and of the charts those of the tolls."""
    names = {r.article: r.publisher or "outlet withheld" for r in one.reports}
    for name, label in FIELDS.items():
        if words := folded_words(one, name, DECIMALS):
            found = [figures(t, names, {}) for t in one.casualties] if name == "casualties" else []
            charts = tuple(c for c in found if c)
            yield FieldView(name=name, label=label, words=words, state=folded_state(one, name), charts=charts)


def _ordered(sheet: Sheet, name: str) -> list[tuple[Telling, Judged]]:
    """Report by report; figures by their outcome first, as they are drawn."""
    told = list(sheet.told(name))
    if name == "casualties":
        order = [toll.outcome for toll in sheet.one.casualties]
        told.sort(
            key=lambda one: order.index(o) if (o := one[1].statement.value.get("outcome")) in order else len(order)
        )
    return told


def _charts(sheet: Sheet, name: str) -> tuple[Chart, ...]:
    found: list[Chart | None] = []
    if name == "when":
        told = [Told(*value) for value in _values(sheet, name)]
        found = [days(told, sheet.one.when, folded_words(sheet.one, name), folded_state(sheet.one, name))]
    if name == "casualties":
        found = [figures(toll, sheet.outlets, sheet.words) for toll in sheet.one.casualties]
    return tuple(chart for chart in found if chart)


def _values(sheet: Sheet, field: str) -> Iterator[tuple[str, Any, str]]:
    """What each report gives for a single field, with its outlet and key; what was rejected is left out."""
    for telling, judged in sheet.told(field):
        last = judged.verdicts[-1] if judged.verdicts else None
        if not (last and last.decision == "reject"):
            value = last.correction if last and last.decision == "correct" else judged.statement.value
            outlet = sheet.outlets[telling.reading.report.name]
            yield outlet, msgspec.convert(value, SINGLE[field]), sheet.key(telling, judged)


def _statement(sheet: Sheet, telling: Telling, judged: Judged) -> StatementView:
    one, report = judged.statement, telling.reading.report
    line = statement_line(one)
    last = judged.verdicts[-1] if judged.verdicts else None
    rivals = [c.earlier for c in sheet.live.conflicts if last and c.later.id == last.id]
    return StatementView(
        id=one.id,
        key=sheet.key(telling, judged),
        report=report.name,
        outlet=sheet.outlets[report.name],
        words=line.words,
        note=line.note,
        quote=line.quote,
        verdict=given(last) if last else None,
        rivals=tuple(given(r) for r in rivals),
        choices=choices(one.field, last.correction if last and last.decision == "correct" else one.value),
    )
