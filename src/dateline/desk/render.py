"""Pages as HTML. Everything is escaped; what steers a terminal or the direction of reading is shown as a sign."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from litestar import Request, Response
from markupsafe import Markup

from dateline.desk.door import Person, desk_of
from dateline.desk.places import address
from dateline.export.plain import plain
from dateline.export.words import country_name

HTMX = msgspec.json.encode(
    {
        "allowEval": False,
        "allowScriptTags": False,
        "includeIndicatorStyles": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
        "defaultSettleDelay": 0,
        "refreshOnHistoryMiss": True,
        "scrollIntoViewOnBoost": False,
    }
).decode()
"""What htmx may do: it runs nothing, writes no styles, keeps no page, and asks no other host."""

_ASSETS = {
    "desk.css": ("text/css; charset=utf-8", ("data/map/leaflet.css", "export/templates/tokens.css", "desk/static/desk.css", "export/templates/map.css")),
    "htmx.js": ("text/javascript; charset=utf-8", ("data/htmx/htmx.js",)),
    "leaflet.js": ("text/javascript; charset=utf-8", ("data/map/leaflet.js",)),
    "map.js": ("text/javascript; charset=utf-8", ("export/templates/map.js",)),
    "desk.js": ("text/javascript; charset=utf-8", ("desk/static/desk.js",)),
}  # fmt: skip


@cache
def assets() -> dict[str, tuple[str, bytes]]:
    """Name -> type and content, of all that pages load."""
    root = files("dateline")
    return {
        name: (kind, b"\n".join((root / path).read_bytes() for path in paths))
        for name, (kind, paths) in _ASSETS.items()
    }


@cache
def asset(name: str) -> str:
    """Where a page finds it: an address that changes with the content, so that it may be kept for good."""
    digest = hashlib.sha256(assets()[name][1]).digest()
    return f"/static/{base64.urlsafe_b64encode(digest[:9]).decode()}/{name}"


def _shown(value: Any) -> Any:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def environment() -> Environment:
    """Templates of the desk, and the map's of the report."""
    found = Environment(
        loader=ChoiceLoader([PackageLoader("dateline.desk"), PackageLoader("dateline.export")]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["country"] = country_name
    return found


def load_templates() -> None:
    """Have them compiled before somebody waits for a page."""
    for name in environment().list_templates(filter_func=lambda name: name.endswith(".html.j2")):
        environment().get_template(name)


def piece(name: str, **context: Any) -> Markup:
    """A part of a page that is the same for everybody."""
    return Markup(environment().get_template(name).render(**context))


def html(request: Request[Any, Any, Any], name: str, status: int = 200, **context: Any) -> Response[bytes]:
    """A page."""
    person: Person | None = request.scope.get("user")
    options = desk_of(request).options
    shown = context.get("shown") or (person.profile if person else "public")
    text = (
        environment()
        .get_template(name)
        .render(
            person=person,
            asset=asset,
            htmx=HTMX,
            options=options,
            address=address,
            path=request.url.path,
            status=status,
            **{**context, "shown": shown},
        )
    )
    return Response(text.encode("utf-8", "replace"), status_code=status, media_type="text/html")


def see(request: Request[Any, Any, Any], where: str) -> Response[bytes]:
    """Go there: a plain redirect, or one that htmx follows as a whole page."""
    if request.headers.get("hx-request"):
        return Response(b"", status_code=200, headers={"HX-Redirect": where})
    return Response(b"", status_code=303, headers={"Location": where})
