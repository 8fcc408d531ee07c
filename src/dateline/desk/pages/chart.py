"""Drawings: ranges on an axis, places on a plan. Positions are per cent, so that a drawing fits any width."""

from dateline.desk.pages.page import Page


class Bar(Page, frozen=True, kw_only=True):
    """A range on an axis, in per cent of its width. ``open_end`` and ``open_start``: it goes on."""

    left: float
    width: float
    open_start: bool = False
    open_end: bool = False


class Lane(Page, frozen=True, kw_only=True):
    """One line of a chart: what a report says, or what all of them come to, with ``fold``. ``bars``: one, or where values stand against each
    other one for each side. ``old``: a later value took its place. ``part``: a share of the whole. ``key``: the statement that says it."""

    label: str
    words: str
    bars: tuple[Bar, ...]
    old: bool = False
    fold: bool = False
    part: bool = False
    key: str | None = None


class Chart(Page, frozen=True, kw_only=True):
    """Ranges on one axis. ``label``: of what, empty where the field says it; ``words``: what they come to; ``ticks``: place and words."""

    label: str
    words: str
    state: str | None
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]


class Spot(Page, frozen=True, kw_only=True):
    """A place on a small plan without a ground, in per cent; ``radius`` of its width."""

    label: str
    x: float
    y: float
    radius: float
    fold: bool = False
