"""JSON Lines: an incident a line, as ``merge`` prints it. Nothing is lost."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dateline.export.formats.file import digest, replacing
from dateline.export.formats.loss import Loss, Profile, seen_by
from dateline.model.merged import MergedIncident


def export(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents. Raises ``ExportError``."""
    shown, withheld = seen_by(incidents, profile)
    with replacing(path) as file:
        for one in shown:
            file.write(msgspec.json.encode(one) + b"\n")
    return Loss(format="jsonl", profile=profile, incidents=len(shown), sha256=digest(path), withheld=withheld)
