"""An incident as a page, and what is decided on it."""

from typing import Annotated, Any

import msgspec
from anyio.to_thread import run_sync
from litestar import Request, Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.exceptions import ClientException, NotFoundException
from litestar.params import PathParameter, QueryParameter

from dateline.desk.deciding import act
from dateline.desk.door import Person, Shown, desk_of
from dateline.desk.incident.internal import internal_page
from dateline.desk.incident.public import public_page
from dateline.desk.pages.decision import Decided, Decision
from dateline.desk.pages.incident import IncidentPage
from dateline.desk.pages.page import Filter
from dateline.desk.places import address
from dateline.desk.queue import Asked, queue_items, wanted
from dateline.desk.render import html, see
from dateline.store.docket import Profile
from dateline.store.listing import after, by_id

SAID = {
    "accept": "Accepted.",
    "reject": "Rejected.",
    "correct": "Corrected.",
    "join": "Said to be one incident.",
    "split": "Taken apart.",
    "same": "Said to be one incident.",
    "different": "Said not to be one incident.",
    "grade": "Graded.",
    "undo": "Taken back.",
}
"""What the page says after a decision."""

Id = Annotated[str, PathParameter(max_length=40)]


def find_page(request: Request[Any, Any, Any], id: str, shown: Profile, filter: Filter) -> IncidentPage:
    """The page of an incident, as the profile may see it. Raises what becomes an answer 404."""
    desk, person = desk_of(request), request.user
    assert isinstance(person, Person)
    with desk.case.reading() as connection:
        if shown == "internal":
            page = internal_page(connection, id, person, behind=desk.folding.behind)
        else:
            page = public_page(connection, id)
        if page is None:
            raise NotFoundException("there is no such incident; it may have become part of another one")
        return msgspec.structs.replace(page, next=after(connection, shown, wanted(filter, shown), id))


@get("/incidents/{id:str}", opt={"least": "viewer"}, include_in_schema=False, sync_to_thread=True)
def incident(
    request: Request[Any, Any, Any],
    id: Id,
    shown: Shown,
    filter: Asked,
    said: Annotated[str, QueryParameter(max_length=20)] = "",
) -> Response[bytes]:
    page = find_page(request, id, shown, filter)
    return html(request, "incident.html.j2", page=page, shown=shown, filter=filter, said=SAID.get(said, ""), made=())


@post("/incidents/{id:str}/decide", opt={"least": "reviewer"}, include_in_schema=False)
async def decide(request: Request[Any, Any, Any], id: Id, filter: Asked) -> Response[bytes]:
    form = await request.form()
    return await run_sync(_decide, request, id, filter, form)


def _decide(request: Request[Any, Any, Any], id: str, filter: Filter, form: FormMultiDict) -> Response[bytes]:
    said = _read(form)
    inputs = {k: str(v) for k, v in form.items() if k.startswith("to.")}
    done = act(desk_of(request), request.user, id, said, inputs if said.action == "correct" else None)
    target = request.headers.get("hx-target", "")
    if target.startswith("item-"):
        return _item(request, id, target.removeprefix("item-"), said, done, filter)
    here = done.incident or id
    if target == "main" and here == id:
        page = find_page(request, id, "internal", filter)
        return html(
            request,
            "incident.html.j2",
            page=page,
            shown="internal",
            filter=filter,
            said=SAID[said.action],
            made=done.decisions,
        )
    return see(request, f"/incidents/{here}{address(filter, said=said.action)}")


def _item(
    request: Request[Any, Any, Any], id: str, row: str, said: Decision, done: Decided, filter: Filter
) -> Response[bytes]:
    """The row of the queue as it is now."""
    with desk_of(request).case.reading() as connection:
        found = by_id(connection, "internal", row)
        item = next(iter(queue_items(connection, "internal", found)), None)
    return html(
        request, "row.html.j2", item=item, row=row, filter=filter, said=SAID[said.action], done=done, id=done.incident or id,
        upto=said.upto or 0,
    )  # fmt: skip


def _read(form: FormMultiDict) -> Decision:
    """A form as a decision. Raises what becomes an answer 400."""
    plain = {k: str(form[k]) for k in ("action", "other", "grade", "note") if str(form.get(k, ""))}
    lists = {k: [str(v) for v in form.getall(k) if str(v)] for k in ("statements", "records", "decisions") if k in form}
    upto = str(form.get("upto", ""))
    try:
        return msgspec.convert({**plain, **lists, "upto": int(upto) if upto else None}, Decision)
    except (msgspec.ValidationError, ValueError) as error:
        raise ClientException(f"not a decision: {error}") from error
