"""Land, coasts and borders of a view, from Natural Earth's countries (1:10m), as paths of an SVG in the view's pixels.

The shapes are a picture to find one's way by; nothing about an incident is ever told from them.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from dateline.export.map.atlas import Boxes, Points, arc_boxes, borders, lines, polygons
from dateline.export.map.view import HEIGHT, WIDTH, Box, View, world

_FINE = (0.25, 0.5, 1.0, 2.0)
"""Pixels that a line may be moved by being simplified; the first that keeps the paths within ``_MOST``."""

_COARSE = 4.0
"""The same where no line is drawn, and only names are put."""

_NAMED = 5.0
"""Pixels below which a land is too narrow for a name however near it is brought."""

_MOST = 200_000
"""Characters of all paths together: rugged coasts seen from afar are drawn more coarsely."""

_WIDE = 4.0
"""The zoom below which coasts are rugged everywhere."""

_STEP = 0.1
"""Pixels of the unit in which paths are written."""

_SPECK = 1.0
"""Square pixels, and pixels of a side. Smaller islands are left out where there are many."""

_TURNS = (-360, 0, 360)
Rings = Sequence[Sequence[int]]
"""Of a polygon, each as the numbers of its arcs."""


class Named(NamedTuple):
    """A country in the view: where its name fits best, and how many pixels it is wide there on either side."""

    name: str
    x: float
    y: float
    reach: float


class Paths(NamedTuple):
    """Paths of an SVG, in tenths of a pixel."""

    land: str
    coast: str
    border: str
    disputed: str


class Ground(NamedTuple):
    """What lies under a map: its paths, or the address of a file that has them (``ground_file``); whether any border is in dispute, and what is
    so in sight, in words; and the countries' names."""

    paths: Paths | str
    disputed: bool
    notes: tuple[str, ...]
    names: tuple[Named, ...]


def ground(view: View, margin: float, least: float = _FINE[0]) -> Ground:
    """The ground of a view and of ``margin`` times its size around it; notes and names for the view itself. ``least``: pixels that lines may
    be moved by even where there is room for finer ones, as in a picture that is shown much smaller."""
    reader, found = _read(view, margin, least)
    return Ground(found, bool(found.disputed), reader.notes(), reader.names())


def ground_elsewhere(view: View, margin: float, address: str) -> Ground:
    """The ground of a view, its paths in a file at ``address``. It takes a tenth of the time: names and notes are found on coarse lines."""
    reader = _Reader(view, margin, _COARSE, drawn=False)
    return Ground(address, reader.disputed(), reader.notes(), reader.names())


def ground_file(view: View, margin: float, least: float = _FINE[0]) -> str:
    """The paths of a view as an SVG to be used from others; each bears its name as its id, and they have no look of their own."""
    _, found = _read(view, margin, least)
    drawn = "".join(
        f'<path id="{name}" d="{d}" vector-effect="non-scaling-stroke"/>' for name, d in found._asdict().items()
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'


def _read(view: View, margin: float, least: float) -> tuple["_Reader", Paths]:
    least = max(least, _FINE[0] if view.zoom >= _WIDE else _FINE[2])
    for fine in (fine for fine in _FINE if fine >= least):
        reader = _Reader(view, margin, fine)
        paths = reader.paths()
        if sum(map(len, paths)) <= _MOST:
            break
    return reader, paths


class _Reader:
    """Reads what a view needs of the file. ``drawn`` false: no more than its names and notes need."""

    def __init__(self, view: View, margin: float, fine: float, drawn: bool = True) -> None:
        self._file, self._view = borders(), view
        self._frame = (-margin * WIDTH, -margin * HEIGHT, (1 + margin) * WIDTH, (1 + margin) * HEIGHT)
        self._turn = world(view.zoom)
        self._box = view.box(margin)
        self._disputed = {int(k): note for k, note in self._file.disputed.items()}
        arcs = [(turn, int(k)) for turn in _TURNS for k in np.flatnonzero(self._hit(arc_boxes(), turn))]
        found = arcs if drawn else [(turn, k) for turn, k in arcs if k in self._disputed]
        rings: list[list[tuple[Rings, int]]] = [[] for _ in self._file.countries]
        for k, turn in self._polygons(0 if drawn else _NAMED):
            rings[polygons().country[k]].append((polygons().rings[k], turn))
        self._lines = lines(view.zoom, fine)
        self._lines.ask([k for _, k in found])
        self._lines.ask(max(k, ~k) for own in rings for polygon, _ in own for ring in polygon for k in ring)
        self._countries = [
            (country.name, self._parts(own)) for country, own in zip(self._file.countries, rings, strict=True)
        ]
        self._seen = self._arcs(found)

    def paths(self) -> Paths:
        """Land, coasts, borders, borders in dispute."""
        shared, disputed = self._file.shared, self._disputed
        return Paths(
            _area(part for _, parts in self._countries for part in parts),
            _path(line for k, line in self._seen if k not in shared),
            _path(line for k, line in self._seen if k in shared and k not in disputed),
            _path(line for k, line in self._seen if k in disputed),
        )

    def disputed(self) -> bool:
        """Whether a border in dispute is drawn."""
        return any(k in self._disputed for k, _ in self._seen)

    def names(self) -> tuple[Named, ...]:
        """Where each country's name goes; none is written on land in dispute."""
        corners = [(*self._view.pixel(w, n), *self._view.pixel(e, s)) for w, s, e, n in self._file.quiet]

        def quiet(x: float, y: float) -> bool:
            return any(
                (x - left) % self._turn <= right - left and top <= y <= bottom for left, top, right, bottom in corners
            )

        found = [_named(name, parts, quiet) for name, parts in self._countries if name and parts]
        return tuple(named for named in found if named)

    def notes(self) -> tuple[str, ...]:
        """What is in dispute in the view itself, and which lines the file lacks there."""
        here = shapely.box(0, 0, WIDTH, HEIGHT)
        found = [
            self._file.notes[self._disputed[k]]
            for k, line in self._seen
            if k in self._disputed and line.intersects(here)
        ]
        if self._view.zoom >= _WIDE:  # on a map of half the world nobody looks for them
            for lon, lat, note in self._file.unseen:
                x, y = self._view.pixel(self._view.near(lon), lat)
                if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
                    found.append(note)
        return tuple(dict.fromkeys(found))

    def _hit(self, boxes: Boxes, turn: int) -> npt.NDArray[np.bool_]:
        """Which boxes meet the frame, moved by a turn: the view may lie inside a country and see no border."""
        west, south, east, north = self._box
        round_the_globe = boxes[:, 2] - boxes[:, 0] > 359
        within = (boxes[:, 0] + turn <= east) & (boxes[:, 2] + turn >= west)
        found: npt.NDArray[np.bool_] = (within | round_the_globe) & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
        return found

    def _polygons(self, least: float) -> list[tuple[int, int]]:
        """The polygons that meet the frame and are ``least`` pixels wide, each with the turn by which it is moved."""
        boxes = polygons().boxes
        hits = [self._hit(boxes, turn) for turn in _TURNS]
        wide = (boxes[:, 2] - boxes[:, 0]) * self._turn / 360 >= least
        return [
            (int(k), turn)
            for k in np.flatnonzero(np.any(hits, axis=0) & wide)
            for hit, turn in zip(hits, _TURNS, strict=True)
            if hit[k]
        ]

    def _ring(self, ring: Sequence[int], turn: int) -> Points:
        points = np.concatenate([self._lines[k] if k >= 0 else self._lines[~k][::-1] for k in ring])
        # The file leaps from 180 to -180 where a ring crosses the antimeridian.
        if np.abs(np.diff(points[:, 0])).max(initial=0) > self._turn / 2:
            points[:, 0] = np.unwrap(points[:, 0], period=self._turn)
        return self._moved(points, turn)

    def _moved(self, points: Points, turn: int) -> Points:
        return np.add(points, (turn / 360 * self._turn - self._view.x, -self._view.y))

    def _parts(self, polygons: Iterable[tuple[Rings, int]]) -> list[shapely.Geometry]:
        """What of a country lies in the frame."""
        shapes = []
        for polygon, turn in polygons:
            rings = [ring for ring in (self._ring(one, turn) for one in polygon) if len(ring) > 3]
            if rings:
                shapes.append(shapely.Polygon(rings[0], rings[1:]))
        return _clipped(shapes, self._frame)

    def _arcs(self, found: Sequence[tuple[int, int]]) -> list[tuple[int, shapely.Geometry]]:
        """The arcs in the frame."""
        moved = [(k, self._moved(self._lines[k], turn)) for turn, k in found if len(self._lines[k]) > 1]
        parts = shapely.clip_by_rect([shapely.LineString(line) for _, line in moved], *self._frame)
        return [(k, part) for (k, _), part in zip(moved, parts, strict=True) if not part.is_empty]


def _clipped(shapes: Sequence[shapely.Geometry], frame: Box) -> list[shapely.Geometry]:
    found = shapely.clip_by_rect(shapes, *frame)
    return list(found[~shapely.is_empty(found)]) if len(shapes) else []


def _named(name: str, parts: list[shapely.Geometry], quiet: Callable[[float, float], bool]) -> Named | None:
    """Where a country's name has most room: in the view if it has a part there, else around it."""
    for frame in ((0, 0, WIDTH, HEIGHT), None):
        shown = [shapely.clip_by_rect(part, *frame) for part in parts] if frame else parts
        most = max(shown, key=lambda part: part.area, default=shapely.Polygon())
        if most.area <= 1:
            continue
        sound = most if most.is_valid else shapely.make_valid(most)
        flat = [polygon for polygon in _flat(sound, "Polygon") if polygon.area > 1]
        if flat:
            largest = max(flat, key=lambda polygon: polygon.area)
            spoke = shapely.maximum_inscribed_circle(largest, tolerance=4)
            x, y = shapely.get_coordinates(spoke)[0].tolist()
            if quiet(x, y):
                continue
            return Named(name, round(x, 1), round(y, 1), round(max(spoke.length, math.sqrt(largest.area) / 2.6), 1))
    return None


def _flat(shape: shapely.Geometry, kind: str) -> list[shapely.Geometry]:
    """The polygons or the lines of a geometry."""
    if shape.geom_type == kind:
        return [shape]
    return [one for part in getattr(shape, "geoms", ()) for one in _flat(part, kind)]


def _area(parts: Iterable[shapely.Geometry]) -> str:
    flat = [polygon for part in parts for polygon in _flat(part, "Polygon")]
    flat = [polygon for polygon in flat if polygon.area > _SPECK or len(flat) < 100]
    rings = [ring for polygon in flat for ring in (polygon.exterior, *polygon.interiors)]
    return "".join(f"{path}z" for ring in rings if (path := steps(shapely.get_coordinates(ring)[:-1])))


def _path(lines: Iterable[shapely.Geometry]) -> str:
    flat = [one for line in lines for one in _flat(line, "LineString")]
    flat = [one for one in flat if not one.is_closed or one.length > 4 * _SPECK or len(flat) < 100]
    return "".join(steps(shapely.get_coordinates(one)) for one in flat)


def steps(points: Points) -> str:
    """Where a path begins, then its steps, in tenths of a pixel: ``M10 20l3-4 1 2``. Empty where it goes nowhere."""
    grid = np.rint(points / _STEP).astype(int)
    moves = np.diff(grid, axis=0)
    moves = moves[moves.any(axis=1)]
    if not len(moves):
        return ""
    return f"M{grid[0][0]} {grid[0][1]}l" + " ".join(map(str, moves.ravel().tolist())).replace(" -", "-")
