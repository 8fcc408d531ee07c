"""What all parts of an incident's page go by: its records as they stand, what their outlets are called, and a key for each statement."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.casefile.live import Judged, Live, Telling
from dateline.desk.incident.statement import statement_line
from dateline.model.incident import Evidence
from dateline.model.merged import MergedIncident


class Sheet(NamedTuple):
    """``keys``: by report and statement, as they are named on the page; ``words``: by report and the words that say it."""

    live: Live
    one: MergedIncident
    outlets: dict[str, str]
    keys: dict[tuple[str, str], str]
    words: dict[tuple[str, Evidence | None], str]

    def key(self, telling: Telling, judged: Judged) -> str:
        return self.keys[telling.reading.report.name, judged.statement.id]

    def told(self, field: str | None = None) -> Iterator[tuple[Telling, Judged]]:
        """Every statement, of one field or of all."""
        for telling in self.live.tellings:
            for judged in telling.statements:
                if field is None or judged.statement.field == field:
                    yield telling, judged


def sheet(live: Live) -> Sheet:
    """Of an incident as it stands; of one whose records are all rejected as the last merge left it."""
    every = [(t.reading.report, j.statement) for t in live.tellings for j in t.statements]
    keys = {(report.name, one.id): f"s{n}" for n, (report, one) in enumerate(every)}
    return Sheet(
        live=live,
        one=live.incident or live.merged,
        outlets={report.name: report.publisher or report.source for report, _ in every},
        keys=keys,
        words={(report.name, statement_line(one).evidence): keys[report.name, one.id] for report, one in every},
    )
