"""A report's text, cut at every mark."""

from dateline.desk.pages.page import Page


class Stretch(Page, frozen=True, kw_only=True):
    """Words of a text under one set of marks. ``field`` colours it, ``keys`` are the statements that it is evidence of, ``href`` the narrowest."""

    text: str
    field: str = ""
    keys: tuple[str, ...] = ()
    href: str | None = None


class Passage(Page, frozen=True, kw_only=True):
    """Words that follow each other; ``graphic``: folded until somebody asks for them, with ``keys`` of what lies in it."""

    stretches: tuple[Stretch, ...]
    graphic: bool = False


class SourceView(Page, frozen=True, kw_only=True):
    """One report with its text. ``link``: its address where a browser may go there; ``revises``: the report whose URL it has."""

    report: str
    outlet: str
    published: str
    title: str
    address: str
    link: str | None
    revises: str | None
    paragraphs: tuple[tuple[Passage, ...], ...]
