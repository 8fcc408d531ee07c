"""Areas: what relative words describe, its size, and places told by distance and direction that lie where the words allow."""

import gzip
import itertools
import json
import random
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.mentions.places import find_places
from dateline.model.incident import Area, Where
from dateline.packs.countries import load_countries
from dateline.packs.gazetteer import Gazetteer, Place
from dateline.resolve.area import (
    agrees,
    bearing,
    covering,
    distance_km,
    line,
    near_km,
    nearest_km,
    rounding,
    sector,
    shift,
    wedge,
)
from dateline.resolve.candidates import PlaceContext
from dateline.resolve.where import resolve

SYRIA = Path(__file__).parents[2] / ".." / "shared" / "data" / "wof_syria" / "wof_syria_places.jsonl.gz"
EIGHT = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
SIXTEEN = ("north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast", "southeast", "south-southeast",
           "south", "south-southwest", "southwest", "west-southwest", "west", "west-northwest", "northwest", "north-northwest")  # fmt: skip


def holds(area: Area, lat: float, lon: float) -> bool:
    """Whether a point lies in a polygon's outer ring (even-odd rule)."""
    ring, inside = area.coordinates[0], False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def test_distance_bearing_and_shift_agree() -> None:
    lat, lon = shift(36.2, 37.16, 45, 39)
    assert distance_km(36.2, 37.16, lat, lon) == pytest.approx(39, abs=0.05)
    assert bearing(36.2, 37.16, lat, lon) == pytest.approx(45, abs=0.1)


def test_the_nearest_of_many_points_is_as_far_as_if_each_were_measured() -> None:
    draw = random.Random(7)
    for _ in range(40):
        lat, lon = draw.uniform(-90, 90), draw.uniform(-180, 180)
        ring = [shift(lat, lon, draw.uniform(0, 360), 300 * draw.uniform(0.99, 1.01)) for _ in range(6)]
        points = [*ring, (draw.uniform(-90, 90), draw.uniform(-180, 180))]
        assert nearest_km(lat, lon, points) == min(distance_km(lat, lon, *p) for p in points)
    assert nearest_km(36.2, 37.16, [(36.2, 37.16), (36.3, 37.16)]) == 0
    assert nearest_km(36.2, 37.16, []) is None


@pytest.mark.parametrize(("km", "off"), [(12, 0.5), (15, 2.5), (40, 5.0), (100, 5.0), (19.3, 0.579)])
def test_round_figures_are_less_exact(km: float, off: float) -> None:
    assert rounding(km) == pytest.approx(off)


def test_a_sector_holds_what_its_words_allow_and_nothing_behind_it() -> None:
    area = sector(36.0, 38.0, 180, 12)
    assert area.kind == "sector"
    assert area.km == 12
    assert area.coordinates[0][0] == area.coordinates[0][-1]
    assert holds(area, *shift(36.0, 38.0, 180, 12))
    assert holds(area, *shift(36.0, 38.0, 160, 12.4))
    assert not holds(area, *shift(36.0, 38.0, 0, 12))
    assert not holds(area, *shift(36.0, 38.0, 180, 20))
    assert not holds(area, *shift(36.0, 38.0, 120, 12))


def test_about_is_deeper_and_sixteen_points_are_narrower() -> None:
    plain, about = sector(36.0, 38.0, 90, 41), sector(36.0, 38.0, 90, 41, about=True)
    assert holds(about, *shift(36.0, 38.0, 90, 46))
    assert not holds(plain, *shift(36.0, 38.0, 90, 46))
    fine = sector(36.0, 38.0, 67, 41)
    assert holds(plain, *shift(36.0, 38.0, 110, 41))
    assert not holds(fine, *shift(36.0, 38.0, 87, 41))


def test_the_covering_circle_reaches_every_corner() -> None:
    area = sector(36.0, 38.0, 225, 12)
    lat, lon = shift(36.0, 38.0, 225, 12)
    corners = [distance_km(lat, lon, y, x) for x, y in area.coordinates[0]]
    assert covering(area, lat, lon) == pytest.approx(max(corners), abs=0.06)


def test_parts_and_stretches() -> None:
    east = wedge(36.0, 38.0, 90, 100)
    assert holds(east, 36.0, 38.5)
    assert not holds(east, 36.0, 37.5)
    road = line(36.0, 38.0, 36.0, 39.0)
    assert (road.type, road.kind) == ("MultiLineString", "between")
    assert road.km == pytest.approx(90.2, abs=0.2)


def test_near_grows_with_the_town_and_ends() -> None:
    assert 5 <= near_km(1.5) < near_km(5) <= near_km(20) == 25


def test_distance_phrases_are_checks() -> None:
    assert agrees(39, 54, 40, 45)
    assert agrees(39, 54, None, 45)
    assert not agrees(39, 225, 40, 45)
    assert not agrees(80, 45, 40, 45)


# ---- generated relative places


@pytest.fixture(scope="module")
def syria() -> list[dict[str, object]]:
    if not SYRIA.exists():
        pytest.skip("reference data wof_syria is not at ../shared")
    with gzip.open(SYRIA, "rt", encoding="utf-8") as stream:
        rows = [json.loads(row) for row in stream]
    return [r for r in rows if r["placetype"] == "locality" and not any(ch in "()0123456789,/" for ch in r["name"])]


def told(km: float, at: float, words: tuple[str, ...], style: int) -> str:
    """A distance and a direction as reporters round them."""
    word = words[round(at / (360 / len(words))) % len(words)]
    if style == 0 or km < 10:
        return f"{round(km)} km {word}"
    return f"about {round(km / 5) * 5} km {word}"


@pytest.mark.parametrize("words", [EIGHT, SIXTEEN], ids=["eight", "sixteen"])
def test_places_told_by_distance_lie_in_the_printed_area(syria: list[dict], words: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    rng = random.Random(7)
    countries = load_countries()
    inside = circled = tried = 0
    sizes = []
    while tried < 300:
        anchor, target = rng.choice(syria), rng.choice(syria)
        km = distance_km(anchor["lat"], anchor["lon"], target["lat"], target["lon"])
        if not 2 <= km <= 70:
            continue
        tried += 1
        at = bearing(anchor["lat"], anchor["lon"], target["lat"], target["lon"])
        place = Place("1", anchor["name"], anchor["lat"], anchor["lon"], "SY", None, 20_000, "settlement")
        kit = SimpleNamespace(countries=countries, gazetteer=Gazetteer.of([(place, ())]))
        text = f"Gunmen attacked a village {told(km, at, words, tried % 2)} of {anchor['name']} on Monday."
        where = next((w for p in find_places(text, kit=kit) if (w := _resolved(p, kit)).geometry is not None), Where())
        if where.geometry is None or where.lat is None or where.lon is None or where.radius_km is None:
            continue  # a name that was not read counts as a miss
        inside += holds(where.geometry, target["lat"], target["lon"])
        circled += distance_km(where.lat, where.lon, target["lat"], target["lon"]) <= where.radius_km
        sizes.append(where.radius_km / km)
    assert inside / tried >= 0.95
    assert circled / tried >= 0.95
    assert sorted(sizes)[len(sizes) // 2] <= 0.55  # of the distance said: no area is won by being everywhere


def _resolved(mention: object, kit: SimpleNamespace) -> Where:
    return resolve(mention, PlaceContext(countries=("SY",)), kit=kit)  # type: ignore[arg-type]
