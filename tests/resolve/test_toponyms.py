"""Where toponyms lie: parents, divisions in play, nearness, doubt; and the floors on the Local-Global Lexicon."""

import gzip
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from dateline.model.text import Article
from dateline.packs.kit import Atlas, load_atlas
from dateline.resolve.area import distance_km
from dateline.resolve.toponyms import Placed, read_places

LGL = Path(__file__).parents[2] / ".." / "shared" / "data" / "lgl" / "lgl.xml.gz"


@pytest.fixture(scope="module")
def kit() -> Atlas:
    return load_atlas()


def read(text: str, kit: Atlas) -> dict[str, Placed]:
    return {p.text: p for p in read_places(Article(id="a", text=text), kit=kit).places}


def test_the_parent_said_decides(kit: Atlas) -> None:
    found = read("A fire in Paris, Ky., drew crews. Paris has 9,000 people.", kit)
    assert (found["Paris"].country, found["Paris"].precision) == ("US", "settlement")
    assert found["Paris"].lat == pytest.approx(38.2, abs=0.1)


def test_a_city_is_meant_unless_the_text_says_province(kit: Atlas) -> None:
    assert read("Shells fell in Aleppo.", kit)["Aleppo"].precision == "settlement"
    assert read("Shells fell in Aleppo province.", kit)["Aleppo"].precision == "adm1"


def test_a_country_and_a_state_of_one_name(kit: Atlas) -> None:
    assert read("Russian tanks left Georgia. Tbilisi said Georgian troops won.", kit)["Georgia"].country == "GE"
    assert read("He drove from Atlanta, Ga., across Georgia to Jacksonville, Fla.", kit)["Georgia"].precision == "adm1"


def test_doubt_keeps_its_candidates_and_no_point(kit: Atlas) -> None:
    found = read("The council of Springfield met in Springfield.", kit)["Springfield"]
    assert found.lat is None
    assert 1 < len(found.candidates) <= 5


def test_a_small_town_abroad_is_not_taken(kit: Atlas) -> None:
    found = read("Syrian troops shelled the village of Hays in Syria.", kit)
    assert found["Hays"].country in (None, "SY")


def test_floors_on_the_local_global_lexicon(kit: Atlas) -> None:
    if not LGL.exists():
        pytest.skip("reference data lgl is not at ../shared")
    tally = SimpleNamespace(gold=0, printed=0, met=0, pointed=0, placed=0, right=0)
    for article in list(ElementTree.fromstring(gzip.decompress(LGL.read_bytes())))[::4]:
        _score(article, read_places(Article(id="a", text=article.findtext("text") or ""), kit=kit).places, tally)
    precision, recall = tally.met / tally.printed, tally.met / tally.gold
    assert 2 * precision * recall / (precision + recall) >= 0.75
    assert tally.placed / tally.pointed >= 0.58
    assert tally.right / tally.placed >= 0.85


def _score(article: ElementTree.Element, printed: tuple[Placed, ...], tally: SimpleNamespace) -> None:
    left = list(printed)
    tally.printed += len(left)
    for gold in article.iter("toponym"):
        tally.gold += 1
        start, end = int(gold.findtext("start") or 0), int(gold.findtext("end") or 0)
        met = next((p for p in left if p.start < end and start < p.end), None)
        if met is None:
            continue
        left.remove(met)
        tally.met += 1
        lat, lon = gold.findtext("gaztag/lat"), gold.findtext("gaztag/lon")
        if lat is None or lon is None:
            continue
        tally.pointed += 1
        if met.lat is not None and met.lon is not None:
            tally.placed += 1
            tally.right += distance_km(float(lat), float(lon), met.lat, met.lon) <= 161
