"""The queue as a page."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import QueryParameter

from dateline.desk.door import ANYONE, Shown, desk_of
from dateline.desk.queue import Asked, queue_page
from dateline.desk.render import html, see

Offset = Annotated[int, QueryParameter(ge=0, le=1_000_000)]


@get("/", opt={"least": ANYONE}, include_in_schema=False)
async def home(request: Request[Any, Any, Any]) -> Response[bytes]:
    return see(request, "/queue" if request.user else "/login")


@get("/queue", opt={"least": "viewer"}, include_in_schema=False, sync_to_thread=True)
def queue(request: Request[Any, Any, Any], filter: Asked, shown: Shown, offset: Offset = 0) -> Response[bytes]:
    desk = desk_of(request)
    with desk.case.reading() as connection:
        page = queue_page(connection, request.user, shown, filter, offset)
    return html(
        request, "queue.html.j2", page=page, shown=shown, behind=desk.folding.behind, failed=desk.folding.failed
    )
