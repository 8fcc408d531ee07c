"""The map and the timeline as a page."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import QueryParameter

from dateline.desk.door import Shown, desk_of
from dateline.desk.painter import map_of
from dateline.desk.places import map_page
from dateline.desk.queue import Asked, read_box
from dateline.desk.render import html

View = Annotated[str, QueryParameter(max_length=100, description="what is looked at: west,south,east,north in degrees")]


@get("/map", opt={"least": "viewer"}, include_in_schema=False, sync_to_thread=True)
def map_(request: Request[Any, Any, Any], filter: Asked, shown: Shown, view: View = "") -> Response[bytes]:
    desk = desk_of(request)
    with desk.case.reading() as connection:
        box = read_box(view)
        page = map_page(connection, request.user, shown, filter, box)
        drawn = map_of(connection, desk, shown, filter, box)
    return html(request, "desk_map.html.j2", page=page, shown=shown, picture=drawn, near=bool(view))
