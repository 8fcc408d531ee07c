"""What the docket can be filtered by: its types, countries and grades, and the actors and outlets that are named most. Counted by the merge, so that
no page has to."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from dateline.store.schema import choices

MOST = 300
"""Actors, and outlets, that are offered."""

KINDS = ("type", "country", "grade", "actor", "outlet")
Named = Mapping[tuple[str, str], Iterable[str]]
"""Profile and kind -> names, in the order in which they are offered."""


def keep(connection: Connection, found: Named) -> None:
    """Put these in the place of what was offered."""
    connection.execute(delete(choices))
    rows = [
        {"profile": profile, "kind": kind, "place": place, "name": name}
        for (profile, kind), names in found.items()
        for place, name in enumerate(names)
    ]
    if rows:
        connection.execute(insert(choices), rows)


def offered(connection: Connection, profile: str) -> dict[str, tuple[str, ...]]:
    """Kind -> names."""
    c = choices.c
    rows = connection.execute(select(c.kind, c.name).where(c.profile == profile).order_by(c.kind, c.place)).all()
    return {kind: tuple(row.name for row in rows if row.kind == kind) for kind in KINDS}
