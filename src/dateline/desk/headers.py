"""What every answer tells the browser: load nothing from elsewhere, run no script but ours, show nobody's frame around this."""

from time import perf_counter

from litestar.datastructures import MutableScopeHeaders
from litestar.types import BeforeMessageSendHookHandler, Message, Scope

from dateline.desk.desk import Options


def policy(options: Options) -> str:
    """The Content-Security-Policy. The one other host that it may name is the operator's tile server, for pictures."""
    tiles = f" {options.tile_host}" if options.tile_host else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        f"img-src 'self' data:{tiles}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def headers(options: Options) -> dict[str, str]:
    """Name -> value."""
    found = {
        "content-security-policy": policy(options),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        # A tile server learns which host its pictures are shown on, and no more; without one nobody learns anything.
        "referrer-policy": "strict-origin-when-cross-origin" if options.tiles else "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
        "x-robots-tag": "noindex, nofollow",
    }
    if options.secure:
        found["strict-transport-security"] = "max-age=31536000"
    return found


def sealing(options: Options) -> BeforeMessageSendHookHandler:
    """What puts them on every answer, errors too, and keeps what is personal out of every cache."""
    fixed = headers(options)

    async def seal(message: Message, scope: Scope) -> None:
        if message["type"] == "http.response.start":
            found = MutableScopeHeaders.from_message(message)
            for name, value in fixed.items():
                found[name] = value
            begun = scope.get("state", {}).get("begun")
            if begun is not None:  # how long it took here, for whoever looks into slow pages
                found["server-timing"] = f"desk;dur={1000 * (perf_counter() - begun):.1f}"
            if "cache-control" not in found:
                found["cache-control"] = "no-store"

    return seal
