"""A report's text as stretches: cut at every mark, with what is graphic apart."""

from collections.abc import Sequence

from dateline.desk.graphic import graphic_spans
from dateline.desk.pages import Passage, Stretch
from dateline.export.marks import Mark, paragraphs, pieces


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
