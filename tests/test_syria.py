"""The sample article with the villages of Syria added: points where they are known, and none where they are not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.coder import code
from dateline.model.incident import Where
from dateline.model.text import Article
from dateline.packs import gazetteer
from dateline.packs.gazetteer import Gazetteer
from dateline.places import build
from dateline.places.build import Named, everything
from dateline.places.read import read_all
from dateline.places.store import keep
from dateline.resolve.area import distance_km
from dateline.resolve.toponyms import Placed, read_places
from reader import kit

SHARED = Path(__file__).parents[1] / ".." / "shared"
SYRIA = SHARED / "data" / "wof_syria" / "wof_syria_places.jsonl.gz"
SAMPLE = SHARED / "gold" / "seed.txt"
COUNTRIES = {"SY", "TR", "IQ", "EG", "AE"}


@pytest.fixture(scope="module")
def syria(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if not (SYRIA.exists() and SAMPLE.exists()):
        pytest.skip("reference data wof_syria or the sample article is not at ../shared")

    def some(total: Callable[[int], object]) -> Iterator[Named]:
        return ((place, names) for place, names in everything(total) if place.country in COUNTRIES)

    whole, home = kit(), tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home))
        patch.setattr(build, "everything", some)
        patch.setattr(gazetteer, "_build", lambda path, report: build.build(path))
        keep([("syria", rows) for _, rows, _ in read_all([SYRIA], None)])
        path = gazetteer.cache_path()
    opened = Gazetteer.open(path)
    yield replace(whole, gazetteer=opened)
    opened.close()


@pytest.fixture(scope="module")
def article() -> Article:
    return Article(id="sample", text=SAMPLE.read_text(encoding="utf-8"))


def km(place: Where | Placed, lat: float, lon: float) -> float:
    assert place.lat is not None
    assert place.lon is not None
    return distance_km(place.lat, place.lon, lat, lon)


def test_every_incident_lies_where_it_happened_or_nowhere(syria: Any, article: Article) -> None:
    coded, _ = code(article, syria)
    places = {item.where.name: item.where for item in coded.incidents}
    assert km(places["al-Bab"], 36.37, 37.52) <= 5
    assert km(places["Dayr al-Zawr"], 35.34, 40.14) <= 5
    assert km(places["Abu Taltal"], 36.337, 37.523) <= 5
    for name in ("al-Tharda", "al-Makabbat"):
        where = places[name]
        assert (where.lat, where.country, where.admin1) == (None, "SY", "Deir ez-Zor")
    assert {where.country for where in places.values()} == {"SY"}


def test_every_name_is_the_one_meant_or_left_open(syria: Any, article: Article) -> None:
    found = read_places(article, kit=syria).places
    named = {place.text: place for place in found}
    assert km(named["al-Bab"], 36.37, 37.52) <= 5
    assert km(named["Abu Taltal"], 36.337, 37.523) <= 5
    assert (
        km(named["al-Husseiniya"], 35.359, 40.151) <= 5
    )  # of six in the country, the one by the city that it is named with
    for name in ("al-Tharda", "al-Makabbat", "al- Hamidiyah"):
        assert named[name].lat is None
    assert {p.country for p in found if p.lat is not None and p.precision != "country"} == {"SY"}


@pytest.mark.parametrize("by", ["Dayr al-Zawr", "Damascus"])
def test_a_namesake_is_the_one_beside_the_town_it_is_named_with(syria: Any, by: str) -> None:
    text = f"Clashes erupted in Syria on Monday. Rebels moved from al-Husseiniya village into {by} city, killing two."
    named = {p.text: p for p in read_places(Article(id="x", text=text), kit=syria).places}
    if by == "Dayr al-Zawr":
        assert km(named["al-Husseiniya"], 35.359, 40.151) <= 5
    else:
        assert named["al-Husseiniya"].lat is None  # two lie by Damascus
