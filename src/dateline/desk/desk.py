"""What every route of a desk needs: the casefile that is open, what the operator set, and who decides what may be asked."""

from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from dateline.desk.folding import Folding
from dateline.desk.pages.map import MapPage
from dateline.export.map.view import View
from dateline.store.case import Case


class Options(NamedTuple):
    """``hosts``: what a browser may call this desk; ``secure``: it is reached by TLS, and by nothing else. ``tiles``: the address of a tile
    server with {z}, {x} and {y}, and ``credit`` what it wants said."""

    hosts: tuple[str, ...]
    secure: bool = False
    tiles: str | None = None
    credit: str = ""

    @property
    def tile_host(self) -> str | None:
        """The one other host that pages may load pictures from."""
        if self.tiles is None:
            return None
        parts = urlsplit(self.tiles)
        return f"{parts.scheme}://{parts.netloc}"


class Painter(Protocol):
    """Who draws: a page's map as HTML, and what lies under a view, or under the small map of the lands around it, as a file."""

    def paint(self, page: MapPage) -> str: ...
    def ground(self, view: View, around: bool) -> str: ...


class Desk:
    """An open desk."""

    def __init__(self, case: Case, options: Options, folding: Folding, painter: Painter) -> None:
        self.case, self.options, self.folding, self.painter = case, options, folding, painter
