"""The queue: what needs a person most comes first, and with it why."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.params import QueryParameter
from sqlalchemy import Connection

from dateline.casefile.docketing import CONFLICT, LOOSE
from dateline.casefile.merging import pending
from dateline.desk.brief import brief
from dateline.desk.door import Person
from dateline.desk.kept import kept
from dateline.desk.pages.page import Filter, Saved
from dateline.desk.pages.queue import QueueItem, QueuePage
from dateline.model.ledger import Task
from dateline.model.merged import MergedIncident
from dateline.store.choices import offered
from dateline.store.decisions import newest
from dateline.store.docket import Profile
from dateline.store.incidents import tasks_of
from dateline.store.listing import Item, count, items
from dateline.store.people import filters_of
from dateline.store.seen import records
from dateline.store.wanted import Box, Wanted

STRETCH = 40
STATES = ("open", "decided", "accepted", "rejected", "graded")
_FIELDS = {"type": "the kind", "when": "the day", "where": "the place", "actors": "the parties"}
_LONG = 200

Asked = NamedDependency[Filter]
"""The filter of a request's address."""

Word = Annotated[str, QueryParameter(max_length=_LONG)]


def provide_filter(
    words: Word = "",
    since: Annotated[str, QueryParameter(max_length=10, description="YYYY-MM-DD")] = "",
    until: Annotated[str, QueryParameter(max_length=10, description="YYYY-MM-DD")] = "",
    box: Annotated[str, QueryParameter(max_length=100, description="west,south,east,north in degrees")] = "",
    actor: Word = "",
    type: Word = "",
    grade: Word = "",
    outlet: Word = "",
    country: Word = "",
    in_state: Annotated[str, QueryParameter(name="state", max_length=10)] = "",
    kind: Annotated[str, QueryParameter(max_length=10)] = "",
    disputed: Annotated[str, QueryParameter(max_length=3)] = "",
) -> Filter:
    """The filter of an address; what is empty there is not filtered by."""
    return Filter(
        words=words.strip(), since=since.strip(), until=until.strip(), box=box.strip(), actor=actor, type=type, grade=grade,
        outlet=outlet, country=country, state=in_state, kind=kind, disputed=disputed,
    )  # fmt: skip


def wanted(filter: Filter, profile: Profile) -> Wanted:
    """The filter as the store takes it. Strangers have no states and no links to filter by. Raises what becomes an answer 400."""
    own = profile == "internal"
    return Wanted(
        since=_day(filter.since), until=_day(filter.until), box=read_box(filter.box), actor=filter.actor or None,
        type=filter.type or None, grade=filter.grade or None, outlet=filter.outlet or None, country=filter.country or None,
        state=_one_of(filter.state, STATES) if own else None, kind=_one_of(filter.kind, ("incident", "link")) if own else None,
        words=filter.words or None, disputed=bool(filter.disputed),
    )  # fmt: skip


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise ClientException(f"{words!r} is not a day written YYYY-MM-DD") from None


def _one_of(words: str, known: tuple[str, ...]) -> str | None:
    if words and words not in known:
        raise ClientException(f"{words!r} is none of {', '.join(known)}")
    return words or None


def read_box(words: str) -> Box | None:
    """Four numbers with commas between them."""
    if not words:
        return None
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        raise ClientException("a box is west,south,east,north in degrees") from None
    if not (-540 <= west <= 540 and -540 <= east <= 540 and -90 <= south <= north <= 90):
        raise ClientException("a box is west,south,east,north in degrees")
    return _turned(west), south, _turned(east), north


def _turned(lon: float) -> float:
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def queue_page(connection: Connection, person: Person, profile: Profile, filter: Filter, offset: int) -> QueuePage:
    """A stretch of the queue."""
    rows = wanted(filter, profile)
    found = items(connection, profile, rows, limit=STRETCH + 1, offset=offset)
    return QueuePage(
        profile=profile,
        filter=filter,
        total=kept(connection, ("count", profile, filter), lambda: count(connection, profile, rows), decided=True),
        offset=offset,
        next=offset + STRETCH if len(found) > STRETCH else None,
        items=tuple(queue_items(connection, profile, found[:STRETCH])),
        choices=kept(connection, ("choices", profile), lambda: offered(connection, profile)),
        saved=tuple(Saved(id=s.id, name=s.name, query=s.query) for s in filters_of(connection, person.id)),
        pending=pending(connection) if profile == "internal" else 0,
        upto=newest(connection) if profile == "internal" else 0,
    )


def queue_items(connection: Connection, profile: Profile, found: list[Item]) -> Iterator[QueueItem]:
    """Rows of the docket as they are shown."""
    known = records(connection, profile, [id for item in found for id in (item.incident, item.other) if id])
    tasks = tasks_of(connection, [item.id for item in found if item.kind != "incident"])
    for item in found:
        one, other = known.get(item.incident), known.get(item.other or "")
        if one is None:
            continue
        if item.kind == "incident":
            why = tuple(_why(one, item)) if profile == "internal" else ()
            yield QueueItem(id=item.id, kind="incident", state=_state(item), incident=brief(one), why=why)
        elif (task := tasks.get(item.id)) is not None:
            yield _task_item(item, task, one, other)


def _state(item: Item) -> str:
    return "conflict" if item.need >= CONFLICT else item.state


def _task_item(item: Item, task: Task, one: MergedIncident, other: MergedIncident | None) -> QueueItem:
    link = task.data if task.kind == "link" else {}
    why = tuple(link.get("why", ())) or ("newer rules no longer read what was decided on",)
    return QueueItem(
        id=item.id, kind=item.kind, state="open", incident=brief(one), other=brief(other) if other else None,
        left=link.get("left"), right=link.get("right"), score=link.get("score"), why=why,
    )  # fmt: skip


def _why(one: MergedIncident, item: Item) -> Iterator[str]:
    """What about an incident needs a person."""
    if item.need >= CONFLICT:
        yield "two people decided otherwise"
    elif item.need >= LOOSE:
        yield "a decision has lost its words"
    for name, state in one.state.items():
        if state.state == "disputed":
            yield f"disputed: {_FIELDS.get(name, f'the number {name}')}"
    if one.grade.proposed == "Contested" and one.grade.decided is None:
        yield "the sides name each other"
    if one.sourcing.independent < 2:
        yield "one voice only"
    yield from (issue.message for issue in one.issues[:2])
