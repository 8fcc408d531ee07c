"""What an incident may be one with: what its records were held against, and what lies near it in time and place."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Connection

from dateline.casefile.live import Live
from dateline.desk.brief import brief, title_words, when_words, where_words
from dateline.desk.pages.incident import LinkView
from dateline.desk.pages.page import Brief
from dateline.model.merged import MergedIncident
from dateline.store.incidents import found
from dateline.store.listing import items
from dateline.store.seen import records
from dateline.store.wanted import Box, Wanted

_DAYS = dt.timedelta(days=2)
_DEGREES = 0.5
_MOST = 6


def links(connection: Connection, now: Live) -> Iterator[LinkView]:
    """Every link of its records; the incident at the far end, where that is another one."""
    own = set(now.labels)
    for link in now.merged.links:
        far = link.right if link.left in own else link.left
        other = None if far in own else next(iter(found(connection, far)), None)
        yield LinkView(
            left=link.left,
            right=link.right,
            judgement=link.judgement,
            score=link.score,
            why=link.why,
            by=link.by,
            other=other.incident_id if other else None,
            other_title=_title(other) if other else "",
        )


def near(connection: Connection, one: MergedIncident, known: set[str]) -> tuple[Brief, ...]:
    """Some incidents within two days and half a degree, or within the country where there is no point; none where its days are not known.
    ``known``: those that need not be told of."""
    first, last, box = one.when.start or one.when.end, one.when.end or one.when.start, _box(one)
    if first is None or last is None or not (box or one.where.country):
        return ()
    wanted = Wanted(
        since=_moved(first, -_DAYS), until=_moved(last, _DAYS), kind="incident", box=box, country=None if box else one.where.country
    )  # fmt: skip
    ids = [i.incident for i in items(connection, "internal", wanted, limit=_MOST + len(known) + 1)]
    ids = [id for id in ids if id not in known and id != one.incident_id][:_MOST]
    held = records(connection, "internal", ids)
    return tuple(brief(held[id]) for id in ids if id in held)


def _box(one: MergedIncident) -> Box | None:
    w = one.where
    if w.lat is None or w.lon is None:
        return None
    west, east = (_turned(w.lon + d) for d in (-_DEGREES, _DEGREES))
    return west, max(w.lat - _DEGREES, -90.0), east, min(w.lat + _DEGREES, 90.0)


def _turned(lon: float) -> float:
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day


def _title(one: MergedIncident) -> str:
    return f"{title_words(one.type)}, {where_words(one.where)}, {when_words(one.when)}"
