"""A report as merging sees it: what the machine read, with every verdict folded in."""

from collections.abc import Sequence
from typing import Any

import msgspec

from dateline.casefile.attach import bare, find_statement
from dateline.casefile.conflict import conflicts
from dateline.casefile.statements import build, said
from dateline.model.decision import Statement, Verdict
from dateline.model.incident import Coded
from dateline.store.reports import Reading


class Held(msgspec.Struct, frozen=True):
    """A verdict, and the statement that it holds on now; null where it has lost it. ``moved``: the machine now gives another value there
    than the one that was judged."""

    verdict: Verdict
    statement: Statement | None

    @property
    def moved(self) -> bool:
        return self.statement is not None and bare(self.statement.value) != bare(self.verdict.statement.value)

    @property
    def value(self) -> Any:
        """The value that the verdict holds up: what was put right, or what was accepted, in its present words if they still say it."""
        if self.verdict.decision == "correct":
            return self.verdict.correction
        return self.statement.value if self.statement and not self.moved else self.verdict.statement.value


class View(msgspec.Struct, frozen=True):
    """The report's record after verdicts, and what became of each verdict that was given on this report."""

    coded: Coded
    held: tuple[Held, ...] = ()


def view(reading: Reading, verdicts: Sequence[Verdict]) -> View:
    """The reading with verdicts on its text folded in, first to last: the last on a statement holds.

    What a person accepted or corrected stands, whatever newer rules read in those words. What was rejected is left out; but a
    record stays in sight as long as two people disagree on whether it is one.
    """
    coded = _named(reading)
    if not verdicts:
        return View(coded)
    found = [Held(v, find_statement(v, coded)) for v in verdicts]
    by = {held.statement.id: held for held in found if held.statement is not None}
    contested = {c.later.id for c in conflicts(verdicts)}
    incidents = []
    for incident in coded.incidents:
        kept: list[tuple[str, Any]] = []
        for one in said(coded.article.id, incident):
            held = by.get(one.id)
            stays = one.field == "type" and held is not None and held.verdict.id in contested
            if held is None or held.verdict.decision != "reject" or stays:
                kept.append((one.field, held.value if held else one.value))
        if any(field == "type" for field, _ in kept):
            touched = any(s.id in by for s in said(coded.article.id, incident))
            incidents.append(build(incident, kept) if touched else incident)
    own = tuple(held for held in found if held.verdict.statement.event.report == coded.article.id)
    return View(msgspec.structs.replace(coded, incidents=tuple(incidents)), own)


def _named(reading: Reading) -> Coded:
    """Merging knows an outlet by its publisher; a page without one by its address, so that its revisions are one voice."""
    article = reading.coded.article
    if article.publisher is None and reading.report.url:
        article = msgspec.structs.replace(article, publisher=reading.report.url)
    return msgspec.structs.replace(reading.coded, article=article)
