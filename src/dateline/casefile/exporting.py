"""What leaves a casefile: the incidents of the last merge, as a profile may see them. Each export is an entry of the log."""

from collections.abc import Iterator
from typing import Literal

from dateline.export.withhold import withhold
from dateline.model.merged import MergedIncident
from dateline.store.case import Case
from dateline.store.incidents import Filter, chosen

Profile = Literal["public", "internal"]


def incidents(case: Case, profile: Profile = "public", wanted: Filter | None = None) -> Iterator[MergedIncident]:
    """The incidents, earliest day first. ``public``: without victims' names and free text."""
    with case.reading() as connection:
        for one in chosen(connection, wanted or Filter()):
            yield one if profile == "internal" else withhold(one)


def put_on_record(case: Case, *, format: str, profile: Profile, count: int, sha256: str) -> None:
    """Log an export: what it held, as the hash of its bytes."""
    with case.writing() as writer:
        writer.log("export", {"format": format, "profile": profile, "incidents": count, "sha256": sha256})
