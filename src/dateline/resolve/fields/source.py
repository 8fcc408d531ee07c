"""What the fields are read with: the article's text, who is who in it, the packs."""

from dataclasses import dataclass

from dateline.model.text import Span
from dateline.packs.kit import Kit
from dateline.resolve.who import Cast


@dataclass(frozen=True)
class Source:
    """``outlet``: where the text names the body whose bulletin it is."""

    text: str
    cast: Cast
    kit: Kit
    outlet: Span | None
