"""Land, coasts and borders of a view, from Natural Earth's countries (1:10m), as paths of an SVG in the view's pixels.

The shapes are a picture to find one's way by; nothing about an incident is ever told from them.
"""

import gzip
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import translate

from dateline.export.map.view import HEIGHT, WIDTH, Box, View

_FINE = (0.25, 0.5, 1.0, 2.0)
"""Pixels that a line may be moved by being simplified; the first that keeps the paths within ``_MOST``."""

_MOST = 200_000
"""Characters of all paths together: rugged coasts seen from afar are drawn more coarsely."""

_WIDE = 4.0
"""The zoom below which coasts are rugged everywhere."""

_STEP = 0.1
"""Pixels of the unit in which paths are written."""

_SPECK = 1.0
"""Square pixels, and pixels of a side. Smaller islands are left out where there are many."""

Points = npt.NDArray[np.float64]
"""Rows of x and y, in pixels."""

_TURNS = (-360, 0, 360)


class Country(msgspec.Struct, frozen=True):
    """``polygons``: rings, each the numbers of its arcs; ~k is arc k backwards. No name: drawn, never named."""

    name: str | None
    polygons: tuple[tuple[tuple[int, ...], ...], ...]


class Borders(msgspec.Struct, frozen=True):
    """The file. ``arcs`` are flat differences and ``boxes`` corners, both in steps of ``scale`` from ``translate``; ``shared`` are
    the arcs between two countries, ``disputed`` some of them, each with the number of its note; ``unseen`` tells what the data lacks, and
    ``quiet`` are boxes in which no country's name is put."""

    scale: tuple[float, float]
    translate: tuple[float, float]
    boxes: tuple[tuple[int, int, int, int], ...]
    arcs: tuple[tuple[int, ...], ...]
    shared: frozenset[int]
    disputed: dict[str, int]
    notes: tuple[str, ...]
    unseen: tuple[tuple[float, float, str], ...]
    quiet: tuple[Box, ...]
    countries: tuple[Country, ...]


class Named(NamedTuple):
    """A country in the view: where its name fits best, and how many pixels it is wide there on either side."""

    name: str
    x: float
    y: float
    reach: float


class Ground(NamedTuple):
    """Paths of an SVG; what is in dispute in sight, in words; and the countries' names."""

    land: str
    coast: str
    border: str
    disputed: str
    notes: tuple[str, ...]
    names: tuple[Named, ...]


def ground(view: View, margin: float, coarse: bool = False) -> Ground:
    """The ground of a view and of ``margin`` times its size around it; notes and names for the view itself. ``coarse``: for a
    picture that is shown much smaller."""
    for fine in _FINE[-1:] if coarse else _FINE if view.zoom >= _WIDE else _FINE[2:]:
        reader = _Reader(view, margin, fine)
        paths = reader.paths()
        if sum(map(len, paths)) <= _MOST:
            break
    return Ground(*paths, reader.notes(), reader.names())


@lru_cache(maxsize=1)
def borders() -> Borders:
    """The file, read once."""
    packed = (files("dateline") / "data" / "map" / "borders.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=Borders)


class _Reader:
    """Reads what a view needs of the file."""

    def __init__(self, view: View, margin: float, fine: float) -> None:
        self._file, self._view, self._fine = borders(), view, fine
        self._frame = (-margin * WIDTH, -margin * HEIGHT, (1 + margin) * WIDTH, (1 + margin) * HEIGHT)
        self._turn = 256 * 2**view.zoom
        self._boxes = np.array(self._file.boxes, dtype=float)
        west, south, east, north = view.box(margin)
        (kx, ky), (mx, my) = self._file.scale, self._file.translate
        self._hit = {
            turn: (self._boxes[:, 0] * kx + mx + turn <= east)
            & (self._boxes[:, 2] * kx + mx + turn >= west)
            & (self._boxes[:, 1] * ky + my <= north)
            & (self._boxes[:, 3] * ky + my >= south)
            for turn in _TURNS
        }
        self._box = (west, south, east, north)
        self._lines: dict[int, Points] = {}
        self._disputed = {int(k): note for k, note in self._file.disputed.items()}
        self._countries = [(country, list(self._parts(country))) for country in self._file.countries]
        self._seen = list(self._arcs())

    def paths(self) -> tuple[str, str, str, str]:
        """Land, coasts, borders, borders in dispute."""
        shared, disputed = self._file.shared, self._disputed
        return (
            _area(part for _, parts in self._countries for part in parts),
            _path(line for k, line in self._seen if k not in shared),
            _path(line for k, line in self._seen if k in shared and k not in disputed),
            _path(line for k, line in self._seen if k in disputed),
        )

    def names(self) -> tuple[Named, ...]:
        """Where each country's name goes; none is written on land in dispute."""
        found = [_named(country.name, parts, self._quiet) for country, parts in self._countries if country.name]
        return tuple(named for named in found if named)

    def _quiet(self, x: float, y: float) -> bool:
        for west, south, east, north in self._file.quiet:
            left, top = self._view.pixel(self._view.near(west), north)
            right, bottom = self._view.pixel(self._view.near(east), south)
            if left <= x <= right and top <= y <= bottom:
                return True
        return False

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

    def _line(self, k: int) -> Points:
        """An arc in pixels, simplified: the same points for all that share it."""
        if k not in self._lines:
            (kx, ky), (mx, my) = self._file.scale, self._file.translate
            steps = np.cumsum(np.array(self._file.arcs[k], dtype=np.int64).reshape(-1, 2), axis=0)
            lat = np.radians(np.clip(steps[:, 1] * ky + my, -84.9, 84.9))
            x = (steps[:, 0] * kx + mx + 180) / 360 * self._turn - self._view.x
            y = (1 - np.arcsinh(np.tan(lat)) / math.pi) / 2 * self._turn - self._view.y
            line = shapely.LineString(np.column_stack([np.unwrap(x, period=self._turn), y]))
            self._lines[k] = shapely.get_coordinates(line.simplify(self._fine, preserve_topology=False))
        return self._lines[k]

    def _ring(self, ring: Sequence[int]) -> Points:
        points = np.concatenate([self._line(k) if k >= 0 else self._line(~k)[::-1] for k in ring])
        # The file leaps from 180 to -180 where a ring crosses the antimeridian.
        points[:, 0] = np.unwrap(points[:, 0], period=self._turn)
        return points

    def _parts(self, country: Country) -> Iterator[shapely.Geometry]:
        """What of a country lies in the frame."""
        for polygon in country.polygons:
            arcs = np.array([max(k, ~k) for k in polygon[0]])
            for turn in _TURNS:
                if not self._crosses(arcs, turn):
                    continue
                rings = [ring for ring in map(self._ring, polygon) if len(ring) > 3]
                if rings:
                    shape = translate(shapely.Polygon(rings[0], rings[1:]), turn / 360 * self._turn)
                    part = shapely.clip_by_rect(shape, *self._frame)
                    if not part.is_empty:
                        yield part

    def _crosses(self, arcs: Points, turn: int) -> bool:
        """Whether the box of a ring meets the frame: the view may lie inside a country and see no border."""
        (kx, ky), (mx, my) = self._file.scale, self._file.translate
        boxes = self._boxes[arcs]
        west, south, east, north = self._box
        first, last = boxes[:, 0].min() * kx + mx, boxes[:, 2].max() * kx + mx
        round_the_globe = last - first > 359
        return bool(
            (round_the_globe or (first + turn <= east and last + turn >= west))
            and boxes[:, 1].min() * ky + my <= north
            and boxes[:, 3].max() * ky + my >= south
        )

    def _arcs(self) -> Iterator[tuple[int, shapely.Geometry]]:
        """The arcs in the frame."""
        for turn in _TURNS:
            for k in map(int, np.flatnonzero(self._hit[turn])):
                line = self._line(k)
                if len(line) > 1:
                    moved = np.add(line, (turn / 360 * self._turn, 0))
                    part = shapely.clip_by_rect(shapely.LineString(moved), *self._frame)
                    if not part.is_empty:
                        yield k, part


def _named(name: str, parts: list[shapely.Geometry], quiet: Callable[[float, float], bool]) -> Named | None:
    """Where a country's name has most room: in the view if it has a part there, else around it."""
    for frame in ((0, 0, WIDTH, HEIGHT), None):
        shown = [shapely.clip_by_rect(part, *frame) for part in parts] if frame else parts
        flat = [polygon for part in shown for polygon in _flat(shapely.make_valid(part), "Polygon") if polygon.area > 1]
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
