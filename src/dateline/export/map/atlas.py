"""The file of borders, and its lines in pixels of a zoom, as few points as that zoom shows: worked out once for all views of it."""

import gzip
import math
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import shapely

from dateline.export.map.view import Box, world

Points = npt.NDArray[np.float64]
"""Rows of x and y, in pixels."""

Boxes = npt.NDArray[np.float64]
"""Rows of west, south, east and north, in degrees."""

_ZOOMS = 12
"""Zooms whose lines are kept."""


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


@lru_cache(maxsize=1)
def borders() -> Borders:
    """The file, read once."""
    packed = (files("dateline") / "data" / "map" / "borders.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=Borders)


@lru_cache(maxsize=1)
def arc_boxes() -> Boxes:
    """The box of every arc."""
    (kx, ky), (mx, my) = borders().scale, borders().translate
    return np.array(borders().boxes, dtype=float) * (kx, ky, kx, ky) + (mx, my, mx, my)


class Polygons(NamedTuple):
    """Every polygon: the number of its country, its rings, and its box."""

    country: tuple[int, ...]
    rings: tuple[tuple[tuple[int, ...], ...], ...]
    boxes: Boxes


@lru_cache(maxsize=1)
def polygons() -> Polygons:
    """Those of the file."""
    every = [(n, polygon) for n, country in enumerate(borders().countries) for polygon in country.polygons]
    arcs = [arc_boxes()[[max(k, ~k) for k in polygon[0]]] for _, polygon in every]
    boxes = np.array([[*found[:, :2].min(axis=0), *found[:, 2:].max(axis=0)] for found in arcs])
    return Polygons(tuple(n for n, _ in every), tuple(polygon for _, polygon in every), boxes)


@lru_cache(maxsize=1)
def _flat() -> list[Points]:
    """Every arc on spherical Mercator, in parts of its width, from the antimeridian and the top."""
    file = borders()
    (kx, ky), (mx, my) = file.scale, file.translate
    ends = np.cumsum([len(arc) // 2 for arc in file.arcs])
    starts = np.concatenate([[0], ends[:-1]])
    steps = np.fromiter(chain.from_iterable(file.arcs), np.int64).reshape(-1, 2)
    whole = np.cumsum(steps, axis=0)
    before = whole[starts] - steps[starts]
    grid = whole - np.repeat(before, ends - starts, axis=0)
    lat = np.radians(np.clip(grid[:, 1] * ky + my, -84.9, 84.9))
    x, y = (grid[:, 0] * kx + mx + 180) / 360, (1 - np.arcsinh(np.tan(lat)) / math.pi) / 2
    leaps = np.rint(np.diff(x, prepend=x[0]))  # the file leaps from 180 to -180
    leaps[starts] = 0
    turns = np.cumsum(leaps)
    x -= turns - np.repeat(turns[starts], ends - starts)
    return np.split(np.column_stack([x, y]), ends[:-1])


class Lines:
    """The arcs in pixels of a zoom, each moved by no more than ``fine`` pixels: the same points for all that share an arc."""

    def __init__(self, zoom: float, fine: float) -> None:
        self._size, self._fine = world(zoom), fine
        self._known: dict[int, Points] = {}

    def __getitem__(self, arc: int) -> Points:
        """One that was asked for."""
        return self._known[arc]

    def ask(self, arcs: Iterable[int]) -> None:
        """Have these ready."""
        new = [k for k in dict.fromkeys(arcs) if k not in self._known]
        if not new:
            return
        flat = [_flat()[k] for k in new]
        owner = np.repeat(np.arange(len(flat)), [len(line) for line in flat])
        lines = shapely.simplify(
            shapely.linestrings(np.concatenate(flat) * self._size, indices=owner), self._fine, preserve_topology=False
        )
        points, owner = shapely.get_coordinates(lines, return_index=True)
        self._known.update(zip(new, np.split(points, np.flatnonzero(np.diff(owner)) + 1), strict=True))


@lru_cache(maxsize=_ZOOMS)
def lines(zoom: float, fine: float) -> Lines:
    """Those of a zoom."""
    return Lines(zoom, fine)
