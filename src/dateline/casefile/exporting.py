"""What leaves a casefile: the incidents of the last merge. Each export is an entry of the log, with the hash of what was written."""

from collections.abc import Iterator

from dateline.export.formats.loss import Loss
from dateline.model.merged import MergedIncident
from dateline.store.case import Case
from dateline.store.incidents import Filter, chosen


def incidents(case: Case, wanted: Filter | None = None) -> Iterator[MergedIncident]:
    """The incidents as they are stored, earliest day first."""
    with case.reading() as connection:
        yield from chosen(connection, wanted or Filter())


def put_on_record(case: Case, loss: Loss) -> None:
    """Log an export: what it held, for whom, and the hash of its bytes."""
    entry = {"format": loss.format, "profile": loss.profile, "incidents": loss.incidents, "sha256": loss.sha256}
    with case.writing() as writer:
        writer.log("export", entry)
