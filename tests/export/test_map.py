"""The map: what has a point is drawn with its doubt, what has none never is; it needs no network and no script."""

import json
import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from test_page import HOSTILE, Page

from dateline.export.map.atlas import borders
from dateline.export.map.borders import ground
from dateline.export.map.draw import Map, draw, entries
from dateline.export.map.labels import Label, place
from dateline.export.map.spots import Spot, spots
from dateline.export.map.view import HEIGHT, WIDTH, fit, middle
from dateline.export.page import render_page
from dateline.model.incident import Area, Context, Incident, Where
from dateline.resolve.area import line, wedge
from fake_coder import HISTORY, SHELLING, STRIKE, sample

DIVISIONS = {"SD": (SimpleNamespace(name="North Darfur", lat=16.0, lon=25.5, radius_km=280.0),)}
DATA = Path(__file__).parents[2] / "src/dateline/data/map"


def towns(west: float, south: float, east: float, north: float, most: int) -> Sequence[Any]:
    """A town at every whole degree of the box, named after it."""
    grid = [(x, y) for x in range(int(west), int(east) + 1) for y in range(int(south), int(north) + 1)]
    return [SimpleNamespace(name=f"Town {x} {y}", lat=y, lon=(x + 180) % 360 - 180) for x, y in grid[:most]]


def at(
    lon: float,
    lat: float,
    precision: str = "settlement",
    radius: float | None = 5,
    context: Context = "news",
    **more: Any,
) -> Incident:
    where = Where(
        **{"name": f"{lon} {lat}", "lat": lat, "lon": lon, "radius_km": radius, "precision": precision, **more}
    )
    return msgspec.structs.replace(SHELLING, where=where, context=context)


def over(area: Area, **more: Any) -> Incident:
    """An incident that has an area and no point."""
    where = Where(name="a", precision="area", geometry=area, **more)
    return msgspec.structs.replace(SHELLING, where=where, context="news")


def keyed(*items: Incident) -> list[tuple[str, Incident]]:
    return [(f"{'i' if item.context == 'news' else 'b'}{n}", item) for n, item in enumerate(items, 1)]


def drawn(*items: Incident) -> tuple[list[Spot], Map]:
    found = spots(keyed(*items), {})
    made = draw(found, DIVISIONS, towns)
    assert made
    return found, made


def rendered(*items: Incident, public: bool = False) -> str:
    coded, trace, article = sample()
    news = tuple(item for item in items if item.context == "news")
    aside = tuple(item for item in items if item.context != "news")
    return render_page(
        msgspec.structs.replace(coded, incidents=news, background=aside), trace, article, public, DIVISIONS, towns
    )


def section(source: str) -> str:
    return source[source.index('<section class="where-map"') : source.index('<div class="cols')]


def test_points_have_a_dot_and_areas_have_none() -> None:
    found, made = drawn(at(25, 13), at(26, 14, "near", 10), at(27, 15, "adm1", 100), at(28, 13, "exact", None))
    assert [spot.point for spot in found] == [True, False, False, True]
    assert [shape.dot is not None for shape in made.shapes] == [True, False, False, True]
    assert [bool(shape.path) for shape in made.shapes] == [True, True, True, False]


def test_a_circle_is_as_wide_as_the_doubt() -> None:
    _, made = drawn(at(25, 0, "area", 111.32))
    steps = [int(n) for n in re.findall(r"-?\d+", made.shapes[0].path)]
    x = [sum(steps[0 : n + 1 : 2]) / 10 for n in range(0, len(steps), 2)]
    degrees = (max(x) - min(x)) / (256 * 2**made.view.zoom) * 360
    assert degrees == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize(
    "where",
    [
        Where(name="Nowhere", precision="settlement", country="SD"),
        Where(country="SD", lat=15, lon=30, radius_km=900, precision="country"),
        Where(lat=15, lon=30, radius_km=900, precision="unknown"),
        Where(name="a road", lat=15, lon=30, precision="area"),
        Where(name="broken", lat=95, lon=30, radius_km=3, precision="settlement"),
        Where(name="broken", lat=float("nan"), lon=30, radius_km=3, precision="settlement"),
    ],
)
def test_what_has_no_point_is_listed_and_never_drawn(where: Where) -> None:
    nowhere = msgspec.structs.replace(SHELLING, where=where)
    items = keyed(at(25, 13), nowhere)
    found = spots(items, {})
    assert [owner.key for spot in found for owner in spot.owners] == ["i1"]
    assert [entry.drawn for entry in entries(items, found, None)] == [True, False]
    source = section(rendered(at(25, 13), nowhere))
    assert source.count('class="badge"') == 1
    assert 'id="i2-place"' in source[source.index("Not on the map") :]


def test_without_any_point_there_is_a_list_and_no_map() -> None:
    source = rendered(STRIKE)
    assert "<svg" not in section(source)
    assert "Leaflet" not in source
    assert 'id="i1-place"' in section(source)
    coded, trace, article = sample()
    bare = render_page(msgspec.structs.replace(coded, incidents=(), background=()), trace, article)
    assert "Where it happened" not in bare


def test_a_geometry_goes_before_the_circle() -> None:
    ring = ((25.0, 13.0), (26.0, 13.0), (26.0, 14.0), (25.0, 13.0))
    area = Area(type="Polygon", coordinates=(ring,), kind="sector", km=40)
    (spot,), made = drawn(at(25, 13, "near", 40, geometry=area))
    assert spot.rings == (ring,)
    assert (made.shapes[0].path.count("z"), made.shapes[0].line) == (1, False)


def test_an_area_without_a_point_is_drawn_as_an_area() -> None:
    part = wedge(13, 25, 90, 100)
    (spot,), made = drawn(over(part, gazetteer_id="x"))
    assert (spot.rings, spot.point, made.shapes[0].dot) == (part.coordinates, False, None)
    assert 25 < spot.lon < 26
    assert spot.lat == pytest.approx(13, abs=0.01)


def test_a_road_is_a_line_and_nothing_beside_it() -> None:
    (spot,), made = drawn(over(line(13, 25, 14, 26)))
    assert spot.line
    assert (spot.lon, spot.lat) == (25.5, 13.5)
    assert "z" not in made.shapes[0].path
    source = rendered(over(line(13, 25, 14, 26)))
    assert '<path class="stretch"' in source
    assert "a straight line of 155 km" in source
    assert "Not on the map" not in source


def test_a_part_of_a_country_is_not_drawn() -> None:
    assert spots(keyed(over(wedge(15, 30, 0, 900), country="SD")), {}) == []


def test_an_area_over_the_antimeridian_stays_narrow() -> None:
    part = wedge(-17, 179.5, 90, 150)
    (spot,) = spots(keyed(over(part, gazetteer_id="x")), {})
    lons = [lon for ring in spot.rings for lon, _ in ring]
    assert max(lons) - min(lons) < 2


def test_incidents_of_one_place_share_a_pin_and_those_set_aside_stand_apart() -> None:
    found, made = drawn(at(25, 13), at(25, 13), at(25, 13, context="background"))
    assert [[owner.key for owner in spot.owners] for spot in found] == [["i1", "i2"], ["b3"]]
    assert [pin.aside for pin in made.pins] == [False, True]


def test_many_incidents_of_one_place_all_have_a_badge() -> None:
    _, made = drawn(*[at(25, 13)] * 40)
    boxes = [(badge.x, badge.y) for badge in made.pins[0].badges]
    assert len(set(boxes)) == 40


def test_places_link_both_ways() -> None:
    source = rendered(at(25, 13), at(26, 13))
    read = Page(source)
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert {"#i1-place", "#i2-place", "#i1", "#i2"} <= set(read.links)
    assert len(re.findall(r'<a class="badge" href="#i1" data-i="i1"', source)) == 1


def test_the_page_loads_nothing() -> None:
    source = rendered(at(25, 13), at(26, 14, "area", 30))
    read = Page(source)
    assert not {"img", "link", "iframe", "object", "image", "use"} & set(read.tags)
    assert not re.findall(r"url\((?!#)", source)
    assert "@import" not in source
    assert set(re.findall(r"https?://[^\s\"'<>),]+", source)) <= {
        "http://www.w3.org/2000/svg",
        "https://leafletjs.com",
        "https://example.org/1",
    }
    assert not [name for name, _ in read.attributes if name in ("src", "style") or name.startswith("on")]
    assert "attributionControl: false" in source


def test_hostile_names_are_text() -> None:
    name = HOSTILE + "</script></svg>\u2028"
    wide = [SimpleNamespace(name=name, lat=13.2, lon=25.4)]
    coded, trace, article = sample()
    where = Where(name=name, lat=13, lon=25, radius_km=5, precision="settlement", country=name, admin1=name)
    coded = msgspec.structs.replace(coded, incidents=(msgspec.structs.replace(SHELLING, where=where, type=name),))
    read = Page(source := render_page(coded, trace, article, False, DIVISIONS, lambda *_: wide))
    assert read.tags.count("script") == 1
    assert not {"img", "textarea"} & set(read.tags)
    assert not {"\u202e", "\u2028", "\x1b", "\x00"} & set(section(source))
    script = (Path(__file__).parents[2] / "src/dateline/export/templates/map.js").read_text()
    assert "innerHTML" not in script
    assert not re.search(r"\beval\b|Function\(", script)


def test_the_public_map_knows_divisions_only() -> None:
    town = at(25.349, 13.628, admin1="North Darfur", country="SD", name="Mellit")
    lost = at(25.1, 13.1, country="SD", name="Mellit")
    source = rendered(town, lost, HISTORY, public=True)
    shown = section(source)
    assert 'class="dot' not in shown
    assert 'class="doubt' not in shown
    assert shown.count('class="badge"') == 1
    assert "13.628" not in shown
    assert "13.1" not in shown
    assert "drawn as North Darfur" in shown
    found = spots(keyed(town, SHELLING), DIVISIONS, public=True)
    assert {(spot.lon, spot.lat, spot.point) for spot in found} == {(25.5, 16.0, False)}


def test_a_point_is_never_alone() -> None:
    _, made = drawn(at(25, 13))
    shown = [placed.label.kind for placed in made.names if placed.move is not None]
    assert "country" in shown
    assert "town" in " ".join(shown)
    assert made.locator
    west, _, east, _ = made.view.box()
    assert (east - west) * 111 > 300


def test_a_view_over_the_antimeridian_is_narrow_and_has_its_land() -> None:
    found, made = drawn(at(178.44, -18.14), at(-179.97, -16.85), at(-178.8, -18.2))
    west, _, east, _ = made.view.box()
    assert west < 178.44
    assert 181.2 < east < 190
    for spot in found:
        x, y = made.view.pixel(made.view.near(spot.lon), spot.lat)
        assert 0 < x < WIDTH
        assert 0 < y < HEIGHT
    # Taveuni lies on it; a ring torn there would fill the whole width.
    steps = [int(n) for n in re.findall(r"-?\d+", made.ground.paths.land)]
    assert made.ground.paths.land
    assert max(map(abs, steps)) <= 10 * 3 * WIDTH
    for ring in made.ground.paths.land.split("z")[:-1]:
        moves = [int(n) for n in re.findall(r"-?\d+", ring)][2::2]
        assert max(map(abs, moves), default=0) < 10 * WIDTH / 2


def test_the_middle_is_found_round_the_globe() -> None:
    assert middle([178, -178]) == pytest.approx(-180) or middle([178, -178]) == pytest.approx(180)
    assert middle([10, 20]) == pytest.approx(15)
    assert middle([5]) == pytest.approx(5)


def test_the_whole_world_fits_and_stays_light() -> None:
    items = [at(30.5, 50.4), at(-74, 4.6), at(121, 14.6), at(5, 15, "area", 1200), at(178.4, -18.1)]
    _, made = drawn(*items)
    for shape in made.shapes:
        if shape.dot:
            assert 0 <= shape.dot[0] <= WIDTH
    assert made.view.scale()[1] >= 500
    assert len(rendered(*items).encode()) < 500_000


@pytest.mark.parametrize("spot", [(36.2, 36.2), (10, 60), (121, 12), (30, 51), (29.7, 11)])
def test_a_page_stays_under_half_a_megabyte(spot: tuple[float, float]) -> None:
    assert len(rendered(at(*spot), at(spot[0] + 2, spot[1] + 2)).encode()) < 500_000


def test_the_vendored_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 3_000_000
    assert {"LICENSE.leaflet", "LICENSE.world-atlas"} <= {path.name for path in DATA.iterdir()}


def test_far_items_set_aside_do_not_widen_the_view() -> None:
    found, made = drawn(at(25, 13), at(26, 13.5), at(-77, -12, context="background"))
    assert made.view.zoom > 7
    (entry,) = entries(keyed(at(25, 13), at(26, 13.5), at(-77, -12, context="background"))[2:], found, made)
    assert "outside this view" in entry.note


def test_names_do_not_cover_each_other() -> None:
    _, made = drawn(*[at(36 + n / 7, 35 + n % 3 / 5) for n in range(12)])
    shown = [placed for placed in made.names if placed.move is not None]
    boxes = [
        (
            p.label.x + p.move[0] - p.label.width / 2,
            p.label.y + p.move[1] - p.label.height / 2,
            p.label.width,
            p.label.height,
        )
        for p in shown
        if p.move
    ]
    assert len(boxes) > 12
    for (x, y, wide, high), (u, v, broad, tall) in combinations(boxes, 2):
        assert x + wide <= u or u + broad <= x or y + high <= v or v + tall <= y


def test_larger_names_go_first_and_a_sure_one_is_always_shown() -> None:
    first, second = (Label("town", name, 100, 100, 60, 12, "centre") for name in ("large", "small"))
    sure = Label("pin", "", 100, 100, 60, 12, "centre", sure=True)
    placed = place([first, second, second, second, sure], [])
    assert placed[0].move == (0, 0)
    assert placed[3].move is None
    assert placed[4].move == (0, 0)


def test_borders_in_dispute_are_dashed_and_said() -> None:
    view = fit([(74, 34), (75, 35)])
    kashmir = ground(view, 0.5)
    assert kashmir.disputed
    assert any("Kashmir" in note for note in kashmir.notes)
    left, right = view.pixel(72.6, 34)[0], WIDTH
    assert not [named for named in kashmir.names if left < named.x < right and 0 < named.y < HEIGHT]
    crimea = ground(fit([(33, 45), (35, 46)]), 0.5)
    assert any("Crimea" in note for note in crimea.notes)
    assert "Russia" not in {named.name for named in crimea.names if 0 < named.x < WIDTH and 0 < named.y < HEIGHT}
    sukhumi = ground(fit([(41, 43)]), 0.5)
    assert any("no line round Abkhazia" in note for note in sukhumi.notes)
    assert not ground(fit([(2.3, 48.8)]), 0.5).notes


def test_no_country_is_written_over_western_sahara() -> None:
    view = fit([(-13.2, 28.1), (-10.5, 25.0)])
    sahara = ground(view, 0.5)
    assert any("west of the dashed line" in note for note in sahara.notes)
    assert any("27.67" in note for note in sahara.notes)
    top = view.pixel(-10, 27.67)[1]
    assert not [named for named in sahara.names if named.name == "Morocco" and named.y > top]


def test_a_note_for_many_spots_is_said_once() -> None:
    east = ground(fit([(33.0, 46.6), (38.0, 48.5)]), 0.5)
    assert [note for note in east.notes if "front lines" in note] == ["Natural Earth has no front lines in Ukraine."]


def test_every_line_in_dispute_is_one_between_two_countries() -> None:
    file = borders()
    assert {int(k) for k in file.disputed} <= file.shared
    assert set(file.disputed.values()) == set(range(len(file.notes)))
    users: dict[int, set[str | None]] = {}
    for number, country in enumerate(file.countries):
        for polygon in country.polygons:
            for k in (k for ring in polygon for k in ring):
                users.setdefault(max(k, ~k), set()).add(str(number))
    assert all(len(users[int(k)]) > 1 for k in file.disputed)


def test_the_view_in_the_page_is_the_view_that_was_drawn() -> None:
    source = rendered(at(25, 13))
    found = re.search(r'data-view="([^"]+)"', source)
    assert found
    _, made = drawn(at(25, 13))
    assert json.loads(f"[{found[1].replace(' ', ',')}]") == list(made.view)


def test_a_point_shared_by_two_names_bears_both() -> None:
    found, made = drawn(at(25, 13, "neighbourhood", name="Old Souk"), at(25, 13, name="El Fasher"))
    assert [spot.names for spot in found] == [("Old Souk", "El Fasher")]
    assert made.names[0].label.text == "Old Souk, El Fasher"


def luminance(colour: str) -> float:
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1, 2])
def test_names_stand_out_by_the_ratio_of_wcag_aa(theme: int) -> None:
    styles = (Path(__file__).parents[2] / "src/dateline/export/templates/map.css").read_text()
    block = re.findall(r":root \{([^}]*)\}", styles)[theme]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block))
    full = {name: c if len(c) == 7 else "#" + "".join(2 * ch for ch in c[1:]) for name, c in colours.items()}
    for ground_name in ("land", "sea"):
        for name, least in (("town", 4.5), ("division", 4.5), ("country", 4.5), ("place", 4.5), ("border", 3)):
            pair = sorted(luminance(full[n]) + 0.05 for n in (name, ground_name))
            assert pair[1] / pair[0] >= least, (name, ground_name)
