"""Toponyms: found with and without an event, persons and ordinary words refused, offsets of the bare name."""

from types import SimpleNamespace

import pytest

from dateline.annotate.sentences import sentences
from dateline.mentions.toponyms import Toponym, find_toponyms, nationalities
from dateline.packs.countries import load_countries
from dateline.packs.gazetteer import load_gazetteer


@pytest.fixture(scope="module")
def kit() -> SimpleNamespace:
    return SimpleNamespace(countries=load_countries(), gazetteer=load_gazetteer())


def found(text: str, kit: SimpleNamespace) -> list[Toponym]:
    out = find_toponyms([(s.text, s.start) for s in sentences(text)], kit=kit)
    assert all(text[t.start : t.end] == t.name for t in out)
    return out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was born in Lansing and lives near Dearborn.", ["Lansing", "Dearborn"]),
        ("A Richmond man was charged.", ["Richmond"]),
        ("Paris, Ky., has a new mayor.", ["Paris", "Ky."]),
        ("The U.S. Army left the town of al-Bab.", ["U.S.", "al-Bab"]),
        ("The Rapides Parish Fire District sent a crew.", ["Rapides Parish"]),
        ("A Texas-based company paid.", ["Texas"]),
        ("Crews reached the village of Um Sidra.", ["Um Sidra"]),
        ("Shells fell in Hays district.", ["Hays"]),
    ],
)
def test_bare_names(text: str, names: list[str], kit: SimpleNamespace) -> None:
    assert [t.name for t in found(text, kit)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Victoria said she was tired, and Bob agreed.",
        "Nice work, Man, she was Reading of late.",
        "Alan Jackson sang. Jackson bowed.",
        "Sheila D. Houston and Mr. Lincoln left.",
    ],
)
def test_persons_and_ordinary_words_are_no_places(text: str, kit: SimpleNamespace) -> None:
    assert found(text, kit) == []


def test_a_parent_is_kept(kit: SimpleNamespace) -> None:
    paris = found("A fire broke out in Paris, Ky., on Friday.", kit)[0]
    assert paris.parent == "Kentucky"
    assert found("A fire broke out in Lagos, Nigeria.", kit)[0].parent == "Nigeria"


def test_a_capital_lies_in_its_country(kit: SimpleNamespace) -> None:
    assert found("Talks began in Paris, the capital of France.", kit)[0].parent == "France"
    assert found("Talks began in Paris, the capital of fashion.", kit)[0].parent is None
    assert found("Talks began in Lagos, the former capital of Nigeria.", kit)[0].parent is None


def test_nationalities_are_cues_and_no_places(kit: SimpleNamespace) -> None:
    text = "Syrian troops met Turks."
    assert found(text, kit) == []
    assert nationalities(text, kit=kit) == ["SY", "TR"]
