"""Names on a map that do not cover each other: in order of weight, each goes to the first free spot around its point.

The page's script does the same again whenever the map is moved, from the same sizes and the same spots.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.export.map.view import HEIGHT, WIDTH

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Rects = npt.NDArray[np.float64]
"""A row for each."""

Slot = tuple[float, float, float]
"""A direction as shares of the label's half-size, right and down, and how many gaps away from the point."""

CENTRE: tuple[Slot, ...] = ((0, 0, 0), (0, -1, 0.5), (0, 1, 0.5))
BESIDE: tuple[Slot, ...] = (
    (1, 0, 1),
    (-1, 0, 1),
    (0, 1, 1),
    (0, -1, 1),
    (1, 1, 0.5),
    (1, -1, 0.5),
    (-1, 1, 0.5),
    (-1, -1, 0.5),
)
ABOVE: tuple[Slot, ...] = tuple(
    (dx, dy, gaps)
    for gaps in (1, 3, 6, 9)
    for dx, dy in ((0, -1), (1, -1), (-1, -1), (-1, 0), (1, 0), (0, 1), (1, 1), (-1, 1))
)  # fmt: skip
INSIDE: tuple[Slot, ...] = ((0, 0, 0), *ABOVE)
SLOTS = {"centre": CENTRE, "beside": BESIDE, "above": ABOVE, "inside": INSIDE}
_DOT = 3.0
"""Half the pixels that a town's own dot takes."""

_EM = 0.59
"""Mean width of a letter, in its own size; a wide sign of East Asia takes the whole of it."""


class Label(NamedTuple):
    """``width`` and ``height`` in pixels, centred; ``gap`` keeps it off its point, ``air`` off other labels. ``reach``: half the
    pixels of what it names, null if it may stand anywhere. ``sure``: shown even where there is no room."""

    kind: str
    text: str
    x: float
    y: float
    width: float
    height: float
    slots: str
    gap: float = 0
    air: float = 2
    reach: float | None = None
    sure: bool = False

    @property
    def at(self) -> str:
        """Where it is, as an SVG has it."""
        return f"translate({self.x} {self.y})"

    @property
    def measures(self) -> str:
        """All numbers, as the page's script reads them."""
        reach = "-" if self.reach is None else self.reach
        return f"{self.x} {self.y} {self.width} {self.height} {self.gap} {self.air} {reach} {int(self.sure)}"


class Placed(NamedTuple):
    """A label and how far its middle is moved from its point, null where it found no room. ``side``: -1 if it stands left of
    its point, 1 if right; its text is set from there, since how wide the reader's letters are is not known here."""

    label: Label
    move: tuple[float, float] | None
    side: int = 0

    @property
    def shift(self) -> str:
        """How far its content is moved, as an SVG has it: a text from its side, badges from their middle."""
        x, y = self.move or (0, 0)
        return f"translate({x - self.side * self.label.width / 2 if self.label.text else x} {y})"

    @property
    def anchor(self) -> str:
        """The side that its text is set from."""
        return ("middle", "start", "end")[self.side]


def width(text: str, size: float) -> float:
    """About how wide a text is in letters of ``size`` pixels."""
    ems = sum(
        1.0 if unicodedata.east_asian_width(ch) in "WF" else 0.0 if unicodedata.combining(ch) else _EM for ch in text
    )
    return round(ems * size + 2, 1)


def place(labels: Iterable[Label], taken: Sequence[Rect]) -> list[Placed]:
    """Each label in turn at its first free spot inside the picture. ``taken``: what stays free."""
    waiting = list(labels)
    full, count = np.empty((len(taken) + 2 * len(waiting), 4)), len(taken)
    full[:count] = np.array(taken).reshape(-1, 4)
    found = []
    for label in waiting:
        move, side = _move(label, full[:count])
        if move is not None:
            full[count] = _box(label, move, 0)
            full[count + 1] = label.x - _DOT, label.y - _DOT, label.x + _DOT, label.y + _DOT
            count += 2
        found.append(Placed(label, move, side))
    return found


def _move(label: Label, full: Rects) -> tuple[tuple[float, float] | None, int]:
    if label.reach is not None and label.reach * 2 < label.width * 0.8:
        return None, 0
    slots = SLOTS[label.slots]
    moves = [
        (round(dx * (label.width / 2 + label.gap * n), 1), round(dy * (label.height / 2 + label.gap * n), 1))
        for dx, dy, n in slots
    ]
    free = _free(np.array([_box(label, move, label.air) for move in moves]), full)
    k = int(free.argmax())
    if free[k] or (label.sure and _inside(label.x, label.y)):
        return moves[k], int(slots[k][0])
    return None, 0


def _box(label: Label, move: tuple[float, float], air: float) -> Rect:
    x, y = label.x + move[0], label.y + move[1]
    wide, high = label.width / 2 + air, label.height / 2 + air / 2
    return x - wide, y - high, x + wide, y + high


def _inside(x: float, y: float) -> bool:
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def _free(boxes: Rects, full: Rects) -> npt.NDArray[np.bool_]:
    """Which of the boxes lie in the picture, and on nothing that is full."""
    left, top, right, bottom = boxes.T[:, :, None]
    hit = (left < full[:, 2]) & (full[:, 0] < right) & (top < full[:, 3]) & (full[:, 1] < bottom)
    inside = (left >= 2) & (top >= 2) & (right <= WIDTH - 2) & (bottom <= HEIGHT - 2)
    free: npt.NDArray[np.bool_] = inside[:, 0] & ~hit.any(axis=1)
    return free
