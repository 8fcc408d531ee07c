"""The map and the timeline as a page."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import QueryParameter
from markupsafe import Markup

from dateline.desk.desk import Desk
from dateline.desk.door import Shown, desk_of
from dateline.desk.kept import kept
from dateline.desk.pages import MapPage
from dateline.desk.places import map_page, picture
from dateline.desk.queue import Asked, read_box
from dateline.desk.render import html, piece

View = Annotated[str, QueryParameter(max_length=100, description="what is looked at: west,south,east,north in degrees")]


@get("/map", opt={"least": "viewer"}, include_in_schema=False, sync_to_thread=True)
def map_(request: Request[Any, Any, Any], filter: Asked, shown: Shown, view: View = "") -> Response[bytes]:
    desk = desk_of(request)
    with desk.case.reading() as connection:
        box = read_box(view)
        page = map_page(connection, request.user, shown, filter, box)
        key = ("picture", shown, filter, box)
        drawn = kept(connection, key, lambda: _drawn(desk, page), decided=bool(filter.state))
    return html(request, "desk_map.html.j2", page=page, shown=shown, picture=drawn, near=bool(view))


def _drawn(desk: Desk, page: MapPage) -> Markup:
    """The map and its places in words, written once for all who look at the same."""
    map, places = picture(desk, page)
    return piece("map.html.j2", map=map, places=places, aside_places=[], public=False)
