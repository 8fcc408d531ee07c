"""The map and the timeline as a page."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import Parameter

from dateline.desk.door import desk_of
from dateline.desk.pages import Filter
from dateline.desk.places import map_page, picture
from dateline.desk.queue import read_box
from dateline.desk.render import html
from dateline.store.docket import Profile

View = Annotated[str, Parameter(max_length=100, description="what is looked at: west,south,east,north in degrees")]


@get("/map", opt={"least": "viewer"}, include_in_schema=False, sync_to_thread=True)
def map_(request: Request[Any, Any, Any], filter: Filter, shown: Profile, view: View = "") -> Response[bytes]:
    desk = desk_of(request)
    with desk.case.reading() as connection:
        page = map_page(connection, request.user, shown, filter, read_box(view))
    drawn, entries = picture(desk, page)
    return html(
        request, "desk_map.html.j2", page=page, shown=shown, map=drawn, places=entries, aside_places=[], public=False, near=bool(view)
    )  # fmt: skip
