"""Spellings of one name meet, names of different places do not, and how often either fails on a whole country's names."""

from pathlib import Path

import pytest

from dateline.packs.gazetteer import Gazetteer, Place
from dateline.packs.name_keys import apart, bound, consonants, exact_key, is_latin, loose_key
from tools.spellings import measure, towns

SYRIA = Path(__file__).parents[3] / "shared" / "data" / "wof_syria" / "wof_syria_places.jsonl.gz"


def heard(one: str, other: str) -> float | None:
    """How far two names lie apart by sound; null where their consonants differ."""
    a, b = loose_key(exact_key(one)), loose_key(exact_key(other))
    return apart(a, b) if consonants(a) == consonants(b) else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Bab", "Bab"),
        ("el-Bāb", "AL-BAB"),
        ("Ech Chaddadi", "ash-Shaddadi"),
        ("Kharkiv", "Kharkov"),
        ("Kyiv", "Kiev"),
        ("Pokrovskyi", "Pokrovskiy"),
        ("Pokrovskyy", "Pokrovsky"),
        ("Kupiansk", "Kupyansk"),
        ("Zhytomyr", "Jitomir"),
        ("Loikaw", "Loi Kaw"),
        ("Hpa-an", "Pa-an"),
        ("Hpapun", "Phapun"),
        ("Kyi Daung", "Gyi Doung"),
        ("Rhouta", "Ghouta"),
        ("Djibla", "Jibla"),
    ],
)
def test_spellings_that_sound_alike(one: str, other: str) -> None:
    assert loose_key(exact_key(one)) == loose_key(exact_key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kebir", "Kabir"),
        ("Jnaineh", "Junaynah"),
        ("Mashrafah", "Mishrifeh"),
        ("Sghire", "Saghirah"),
        ("Khidr", "Khedar"),
    ],
)
def test_spellings_that_sound_near(one: str, other: str) -> None:
    far = heard(one, other)
    assert far is not None
    assert 0 < far <= bound(loose_key(exact_key(one)))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Kunduz", "Kunar"), ("Mosul", "Masila"), ("Tal", "Tol"), ("Mali", "Mula")],
)
def test_names_of_different_places(one: str, other: str) -> None:
    far = heard(one, other)
    assert far is None or far > bound(loose_key(exact_key(one)))


def test_distance_is_a_distance() -> None:
    keys = [loose_key(exact_key(n)) for n in ("kabir", "kebir", "kubaiyer", "kbr", "ikbara")]
    for a in keys:
        assert apart(a, a) == 0
        for b in keys:
            assert apart(a, b) == pytest.approx(apart(b, a))
            for c in keys:
                assert apart(a, c) <= apart(a, b) + apart(b, c) + 1e-9


@pytest.mark.parametrize(
    "name", ["", "~", "|", "a|b~c", "y", "aeiou", "'" * 50, "ъ", "دير", "x" * 5000, "ae" * 5000, "0 1"]
)
def test_any_name_has_a_key(name: str) -> None:
    key = loose_key(exact_key(name))
    assert key.startswith("~")
    assert key.count("|") == 1
    assert apart(key, key) == 0


def test_latin() -> None:
    assert all(map(is_latin, ("Al Ḩarrāʾ", "Ağrı", "Huế", "Deir ez\u2010Zor", "Bi’r", "Gəncə")))
    assert not any(map(is_latin, ("دير", "Київ", "Gori გორი")))


def test_near_sounds_count_in_a_named_country_only() -> None:
    g = Gazetteer.of([(Place("1", "Junaynah", 35.0, 36.0, "SY", None, 0, "settlement"), ())])
    assert [p.id for p in g.find("Jnaineh", "SY")] == ["1"]
    assert g.find("Jnaineh") == g.find("Jnaineh", "IQ") == []
    assert not g.known("Jnaineh")


@pytest.mark.skipif(not SYRIA.exists(), reason="needs the reference data at ../shared")
def test_a_whole_country_of_spellings() -> None:
    found = measure(towns(SYRIA))
    assert found.places > 10_000
    assert found.recall >= 0.85
    assert found.false <= 0.015
    assert found.false_heard <= 0.036
