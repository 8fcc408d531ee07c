"""The map and the timeline as a page."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, QueryParameter

from dateline.desk.door import Shown, desk_of
from dateline.desk.painter import map_of
from dateline.desk.places import map_page
from dateline.desk.queue import Asked, read_box
from dateline.desk.render import html
from dateline.desk.routes.incident import Id
from dateline.desk.view import view_at

View = Annotated[str, QueryParameter(max_length=100, description="what is looked at: west,south,east,north in degrees")]


@get("/map", opt={"least": "viewer"}, include_in_schema=False, sync_to_thread=True)
def map_(request: Request[Any, Any, Any], filter: Asked, shown: Shown, view: View = "") -> Response[bytes]:
    desk = desk_of(request)
    with desk.case.reading() as connection:
        box = read_box(view)
        page = map_page(connection, request.user, shown, filter, box)
        drawn = map_of(connection, desk, shown, filter, box)
    return html(request, "desk_map.html.j2", page=page, shown=shown, picture=drawn)


@get(
    "/map/{part:str}/{zoom:float}/{x:int}/{y:int}",
    opt={"least": "viewer"},
    include_in_schema=False,
    sync_to_thread=True,
)
def ground(
    request: Request[Any, Any, Any], part: Id, zoom: FromPath[float], x: FromPath[int], y: FromPath[int]
) -> Response[bytes]:
    view = view_at(zoom, x, y)
    if view is None or part not in ("ground", "around"):
        raise NotFoundException("there is no such map")
    drawn = desk_of(request).painter.ground(view, part == "around")
    return Response(drawn.encode(), media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=604800"})
