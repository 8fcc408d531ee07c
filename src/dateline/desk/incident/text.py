"""The reports with their texts: cut at every mark, with what is graphic apart."""

from collections.abc import Iterator, Sequence

from dateline.casefile.live import Telling
from dateline.desk.brief import COLOURS
from dateline.desk.incident.graphic import graphic_spans
from dateline.desk.incident.sheet import Sheet
from dateline.desk.incident.statement import statement_line
from dateline.desk.pages.text import Passage, SourceView, Stretch
from dateline.export.marks import Mark, paragraphs, pieces
from dateline.export.words import day_words

_LINKS = ("https://", "http://")


def sources(sheet: Sheet) -> Iterator[SourceView]:
    """Each report once, however many of its records the incident holds."""
    by_report: dict[str, list[Telling]] = {}
    for telling in sheet.live.tellings:
        by_report.setdefault(telling.reading.report.name, []).append(telling)
    for name, own in by_report.items():
        reading = own[0].reading
        report = reading.report
        yield SourceView(
            report=name,
            outlet=sheet.outlets[name],
            published=day_words(report.published) if report.published else "day not known",
            title=report.title or "",
            address=report.url or "",
            link=report.url if (report.url or "").lower().startswith(_LINKS) else None,
            revises=report.revises,
            paragraphs=passages(reading.text, [mark for t in own for mark in _marks(sheet, t)]),
        )


def _marks(sheet: Sheet, telling: Telling) -> Iterator[Mark]:
    size = len(telling.reading.text)
    for judged in telling.statements:
        found = statement_line(judged.statement).evidence
        if found and 0 <= found[0] < found[1] <= size:
            key = sheet.key(telling, judged)
            yield Mark(*found, COLOURS[judged.statement.field], key, f"#{key}")


def passages(text: str, marks: Sequence[Mark]) -> tuple[tuple[Passage, ...], ...]:
    """The text paragraph by paragraph; a mark's owner is the key of a statement."""
    folded = graphic_spans(text)
    out = []
    for start, end in paragraphs(text):
        cuts = [(max(a, start), min(b, end)) for a, b in folded if a < end and start < b]
        found: list[Passage] = []
        at = start
        for a, b in cuts:
            if at < a:
                found.append(_passage(text, at, a, marks, False))
            found.append(_passage(text, a, b, marks, True))
            at = b
        if at < end:
            found.append(_passage(text, at, end, marks, False))
        out.append(tuple(found))
    return tuple(out)


def _passage(text: str, start: int, end: int, marks: Sequence[Mark], graphic: bool) -> Passage:
    return Passage(
        stretches=tuple(
            Stretch(
                text=piece.text,
                field=piece.link.field if piece.link else "",
                keys=piece.owners,
                href=piece.link.href if piece.link else None,
            )
            for piece in pieces(text, start, end, marks)
        ),
        graphic=graphic,
    )
