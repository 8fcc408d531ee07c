"""What did not get into a file: what its readers must not see, and what its format cannot hold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from dateline.export.public_incident import public_incidents
from dateline.export.sites import is_site
from dateline.model.incident import Record
from dateline.model.merged import MergedIncident

Profile = Literal["public", "internal"]


class Lost(Record, frozen=True, kw_only=True):
    """One kind of thing that is not in the file, and in how many incidents there was such a thing."""

    what: str
    incidents: int


class Loss(Record, frozen=True, kw_only=True):
    """An export. ``withheld``: by the profile; ``lost``: by the format. ``sha256`` is of the file's bytes."""

    format: str
    profile: Profile
    incidents: int
    sha256: str
    withheld: tuple[Lost, ...] = ()
    lost: tuple[Lost, ...] = ()


def seen_by(incidents: Iterable[MergedIncident], profile: Profile) -> tuple[list[MergedIncident], tuple[Lost, ...]]:
    """The incidents as a profile may see them, and what it may not see."""
    every = list(incidents)
    if profile == "internal":
        return every, ()
    return list(public_incidents(every)), counted(_private(one) for one in every)


def counted(found: Iterable[Iterable[str]]) -> tuple[Lost, ...]:
    """For each incident what it loses -> how many incidents lose it, the most frequent first."""
    counts = Counter(what for one in found for what in set(one))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Lost(what=what, incidents=count) for what, count in ordered)


def _private(one: MergedIncident) -> Iterator[str]:
    if one.victims:
        yield "names of victims"
    if is_site(one.where):
        yield "the exact site"
    elif one.where.lat is not None:
        yield "the point beyond a tenth of a degree"
    if any(v.kind == "primary" and not v.party_to_conflict for v in one.voices):
        yield "names of sources that are no party"
    if one.claims or any(toll.claims for toll in one.casualties):
        yield "the articles' words"
    if one.links:
        yield "links between reports"
