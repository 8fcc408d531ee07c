"""The docket: what a person goes through, a narrow row each, once for every profile. What strangers may not see is not in their rows, so no
filter, search or order of theirs can tell it. A cache, like the incidents: a merge makes it anew."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text, update

from dateline.model.merged import MergedIncident
from dateline.store import choices
from dateline.store.case import Writer
from dateline.store.choosing import parts
from dateline.store.log import digest
from dateline.store.schema import docket, facets, public

Profile = Literal["internal", "public"]
State = Literal["open", "accepted", "rejected", "graded"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at: an ``incident``, or a ``link``, ``verdict``, ``ruling`` or ``grade`` that waits for a person (its first incident is
    ``incident``). ``need``: the more, the sooner; ``conflict`` is in it. ``facets``: names of its actors and outlets, ``words`` what it is found by."""

    profile: Profile
    id: str
    kind: str
    incident: str
    other: str | None = None
    need: float
    state: State = "open"
    type: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    country: str | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: str | None = None
    grade: str | None = None
    disputed: bool = False
    unsure: int = 0
    killed: int | None = None
    actors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    words: str = ""


def replace(writer: Writer, found: Iterable[Row], strangers: Iterable[MergedIncident]) -> None:
    """Put these rows in the place of what was there, and the incidents as strangers see them; what stays the same is not written."""
    connection = writer.connection
    before = {
        (row.profile, row.id): (row.digest, row.number)
        for row in connection.execute(select(docket.c.profile, docket.c.id, docket.c.digest, docket.c.number))
    }
    fresh = {(one.profile, one.id): (digest(msgspec.to_builtins(one)), one) for one in found}
    stale = [number for key, (sum_, number) in before.items() if key not in fresh or fresh[key][0] != sum_]
    choices.keep(connection, dict(_choices([one for _, one in fresh.values()])))
    for part in parts(stale):
        _remove(connection, part)
    number = 1 + (connection.execute(select(func.max(docket.c.number))).scalar() or 0)
    new = [(sum_, one) for key, (sum_, one) in fresh.items() if key not in before or before[key][0] != sum_]
    # Of what is needed alike the first comes first: it has the highest number, since an index is read from its end.
    new.reverse()
    for rows in parts(list(enumerate(new, number))):
        _add(connection, rows)
    connection.execute(delete(public))
    seen = [{"incident": one.incident_id, "record": msgspec.json.encode(one).decode()} for one in strangers]
    for some in parts(seen):
        connection.execute(insert(public), some)


def _choices(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """What can be filtered by; of actors and outlets those that are named most, those first."""
    for profile in get_args(Profile):
        own = [one for one in rows if one.profile == profile and one.kind == "incident"]
        for kind in ("type", "country", "grade"):
            yield (profile, kind), sorted({value for one in own if (value := getattr(one, kind))})
        for kind in ("actor", "outlet"):
            count = Counter(name for one in own for name in set(getattr(one, f"{kind}s")))
            yield (profile, kind), sorted(count, key=lambda name: (-count[name], name))[: choices.MOST]


def _add(connection: Connection, rows: list[tuple[int, tuple[str, Row]]]) -> None:
    names = {c.name for c in docket.c}
    plain = [(n, sum_, one, msgspec.to_builtins(one)) for n, (sum_, one) in rows]
    connection.execute(
        insert(docket),
        [{k: v for k, v in d.items() if k in names} | {"number": n, "digest": s} for n, s, _, d in plain],
    )
    connection.execute(
        text("INSERT INTO docket_words (rowid, words) VALUES (:n, :words)"),
        [{"n": n, "words": one.words} for n, _, one, _ in plain],
    )
    said = [
        {"number": n, "kind": kind, "name": name}
        for n, _, one, _ in plain
        for kind, found in (("actor", one.actors), ("outlet", one.outlets))
        for name in dict.fromkeys(found)
    ]
    if said:
        connection.execute(insert(facets), said)


def mark(writer: Writer, incident: str, state: State, need: float) -> None:
    """What people's decisions made of an incident, before the next merge takes them in."""
    # The digest no longer fits, so that the merge writes the row anew whatever comes of it.
    row = docket.c.profile == "internal", docket.c.id == incident
    writer.connection.execute(update(docket).where(*row).values(state=state, need=need, digest=""))


def drop(writer: Writer, id: str) -> None:
    """A thing that somebody has looked at."""
    found = select(docket.c.number).where(docket.c.profile == "internal", docket.c.id == id)
    if numbers := list(writer.connection.execute(found).scalars()):
        _remove(writer.connection, numbers)


def _remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Take rows out, with what they are found by; there is one at least."""
    connection.execute(delete(facets).where(facets.c.number.in_(numbers)))
    connection.execute(delete(docket).where(docket.c.number.in_(numbers)))
    connection.execute(text(f"DELETE FROM docket_words WHERE rowid IN ({', '.join(map(str, numbers))})"))
