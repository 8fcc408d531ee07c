"""The API: the same pages as JSON, and decisions. It is asked with a token, ``Authorization: Bearer …``, or with a session of the desk."""

from typing import Annotated, Any

from anyio.to_thread import run_sync
from litestar import Request, delete, get, post
from litestar.exceptions import ClientException, NotFoundException
from litestar.params import JSONBody, QueryParameter

from dateline.desk.deciding import act
from dateline.desk.desk import Desk
from dateline.desk.door import Shown, desk_of
from dateline.desk.pages.decision import Decided, Decision
from dateline.desk.pages.incident import IncidentPage
from dateline.desk.pages.map import MapPage
from dateline.desk.pages.page import Me, Saved
from dateline.desk.pages.people import PeoplePage
from dateline.desk.pages.queue import QueuePage
from dateline.desk.places import address, map_page
from dateline.desk.queue import Asked, queue_page, read_box
from dateline.desk.routes.incident import Id, find_page
from dateline.desk.routes.map import View
from dateline.desk.routes.people import people_page
from dateline.desk.routes.queue import Offset
from dateline.store.errors import CaseError
from dateline.store.people import drop_filter, filters_of, save_filter


@get("/api/me", opt={"least": "viewer"})
async def me(request: Request[Any, Any, Any]) -> Me:
    """Who asks, and as what."""
    return Me(name=request.user.name, role=request.user.role, profile=request.user.profile)


@get("/api/queue", opt={"least": "viewer"}, sync_to_thread=True)
def queue(request: Request[Any, Any, Any], filter: Asked, shown: Shown, offset: Offset = 0) -> QueuePage:
    """What needs a person, the most needed first."""
    with desk_of(request).case.reading() as connection:
        return queue_page(connection, request.user, shown, filter, offset)


@get("/api/incidents/{id:str}", opt={"least": "viewer"}, sync_to_thread=True)
def incident(request: Request[Any, Any, Any], id: Id, shown: Shown, filter: Asked) -> IncidentPage:
    """One incident as it stands now."""
    return find_page(request, id, shown, filter)


@post("/api/incidents/{id:str}/decisions", opt={"least": "reviewer"}, sync_to_thread=True)
def decide(request: Request[Any, Any, Any], id: Id, data: JSONBody[Decision]) -> Decided:
    """Put a decision on record. What contradicts it, and was not seen, stands in the answer."""
    return act(desk_of(request), request.user, id, data)


@get("/api/map", opt={"least": "viewer"}, sync_to_thread=True)
def map_(request: Request[Any, Any, Any], filter: Asked, shown: Shown, view: View = "") -> MapPage:
    """Where and when the incidents of a filter are."""
    with desk_of(request).case.reading() as connection:
        return map_page(connection, request.user, shown, filter, read_box(view))


@get("/api/people", opt={"least": "admin"})
async def people(request: Request[Any, Any, Any]) -> PeoplePage:
    """Who may come in, as what."""
    return await run_sync(_people, desk_of(request))


def _people(desk: Desk) -> PeoplePage:
    with desk.case.reading() as connection:
        return people_page(connection)


@get("/api/filters", opt={"least": "viewer"})
async def filters(request: Request[Any, Any, Any]) -> list[Saved]:
    """One's own filters."""
    return await run_sync(_filters, desk_of(request), request.user.id)


def _filters(desk: Desk, user: str) -> list[Saved]:
    with desk.case.reading() as connection:
        return [Saved(id=s.id, name=s.name, query=s.query) for s in filters_of(connection, user)]


@post("/api/filters", opt={"least": "viewer"}, sync_to_thread=True)
def keep_filter(
    request: Request[Any, Any, Any], filter: Asked, name: Annotated[str, QueryParameter(max_length=60, min_length=1)]
) -> Saved:
    """Keep the filter of the address under a name."""
    try:
        with desk_of(request).case.writing(lazily=True) as writer:
            s = save_filter(writer, request.user.id, name, address(filter).lstrip("?"))
    except CaseError as error:
        raise ClientException(str(error)) from error
    return Saved(id=s.id, name=s.name, query=s.query)


@delete("/api/filters/{id:str}", opt={"least": "viewer"}, sync_to_thread=True)
def forget_filter(request: Request[Any, Any, Any], id: Id) -> None:
    """Forget one of one's own filters."""
    with desk_of(request).case.writing(lazily=True) as writer:
        if not drop_filter(writer, request.user.id, id):
            raise NotFoundException("there is no such filter")
