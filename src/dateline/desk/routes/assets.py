"""What pages load: a fixed few files, each under an address made of its content."""

from litestar import Response, get
from litestar.exceptions import NotFoundException

from dateline.desk.door import ANYONE
from dateline.desk.render import asset, assets
from dateline.desk.routes.incident import Id


@get("/static/{digest:str}/{name:str}", opt={"least": ANYONE}, include_in_schema=False)
async def static(digest: Id, name: Id) -> Response[bytes]:
    known = assets().get(name)
    if known is None or asset(name) != f"/static/{digest}/{name}":
        raise NotFoundException("there is no such file")
    kind, content = known
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


@get("/favicon.ico", opt={"least": ANYONE}, include_in_schema=False)
async def icon() -> Response[bytes]:
    return Response(_ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


_ICON = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#7a2e1f"/>'
    b'<path d="M7 21h18M7 21v-4M16 21v-7M25 21v-4" stroke="#faf8f4" stroke-width="2.5" stroke-linecap="round"/></svg>'
)
