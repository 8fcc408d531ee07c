"""The public profile of merged incidents: what may be said is, what may not is not, whichever field it hides in."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.public_incident import public_incidents
from dateline.export.veil import Veil
from dateline.model.merged import MergedIncident, MergedVictim, MergedWhere
from export.merged_sample import SECRETS, SITE, TOWN, bare, whole


def public(*incidents: MergedIncident) -> list[MergedIncident]:
    return list(public_incidents(incidents))


def test_nothing_that_is_withheld_is_left() -> None:
    text = msgspec.json.encode(public(whole())).decode()
    assert [word for word in SECRETS if word.casefold() in text.casefold()] == []


def test_what_harms_nobody_stays() -> None:
    (one,) = public(whole())
    assert (one.type, one.when.part, one.casualties[0].sides) == ("shelling", "night", ((8, 10), (12, None)))
    assert [(actor.name, actor.id) for actor in one.actors] == [
        ("army", "sd-army"),
        ("withheld", None),
        ("civilians", None),
    ]
    assert [voice.name for voice in one.voices] == ["withheld", "army", "withheld", "AFP"]
    assert one.reports[0].publisher == "Nile Post"
    assert one.grade.reasons == ("army, named as responsible, denies it.",)
    assert one.state["actors"].state == "disputed"
    assert one.state["actors"].claims == ()
    assert one.articles == (one.reports[0].article,) == (one.reports[0].sha256[:12],)
    assert one.casualties[0].claims[0].article == one.articles[0]
    assert public(bare())[0].where == MergedWhere()


def test_a_site_becomes_its_division_and_a_town_a_rounded_point() -> None:
    site, town = (public(whole(where=where))[0].where for where in (SITE, TOWN))
    assert site == MergedWhere(precision="adm1", country="SD", admin1="South Kordofan")
    assert (town.name, town.lat, town.lon, town.radius_km, town.gazetteer_id) == ("Dilling", 12.1, 29.6, 13.0, None)


def test_what_one_incident_of_an_article_withholds_no_other_tells() -> None:
    first = whole(1)
    second = msgspec.structs.replace(
        bare(2), reports=first.reports, actors=first.actors, means=("Zahra's lamp", "the orphanage Lamplight orphanage")
    )
    assert public(first, second)[1].means == ()
    assert public(first, second)[1].actors[1].name == "withheld"
    assert public(second)[0].actors[1].name == "guards of Zahra Qutami"  # nobody says there that she is a victim


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Ali Hassan", False),
        ("ALÍ", False),
        ("the Hassan-family", False),
        ("Mali army", True),
        ("Al Noor Hospital’s guards", False),
        ("a hospital", True),
        ("", True),
    ],
)
def test_whole_words_are_veiled(words: str, said: bool) -> None:
    veil = Veil(["Ali Hassan", None, "Bo"], ["al-Noor hospital", None, "–"])
    assert (veil.said(words) == words) is said
    assert veil.said(None) is None


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.one_of(st.none(), st.floats(0, 500)),
    st.sampled_from(["settlement", "near"]),
)
def test_points_are_no_finer_than_a_tenth_of_a_degree_and_still_hold_the_place(
    lat: float, lon: float, radius: float | None, precision: str
) -> None:
    where = msgspec.structs.replace(TOWN, lat=lat, lon=lon, radius_km=radius, precision=precision)
    found = public(whole(where=where))[0].where
    assert found.lat is not None
    assert found.lon is not None
    assert found.radius_km is not None
    assert (round(found.lat, 1), round(found.lon, 1)) == (found.lat, found.lon)
    assert abs(found.lat - lat) <= 0.0501
    assert abs(found.lon - lon) <= 0.0501
    assert found.radius_km >= (radius or 0) + 7.9
    assert (found.lat != lat or found.radius_km != radius) or lat == round(lat, 1)


@given(st.lists(st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), max_size=20), min_size=1, max_size=4))
def test_no_name_gets_out_in_any_field(names: list[str]) -> None:
    full = " ".join(["Xq" + name for name in names])
    victims = (MergedVictim(name=full, outcome="killed"),)
    told = whole(
        victims=victims,
        means=(full, f"the lamp of {full}"),
        reports=(msgspec.structs.replace(whole().reports[0], publisher=full),),
    )
    (one,) = public(told)
    assert full not in msgspec.json.encode(one).decode()
    assert one.means == ()
    assert one.reports[0].publisher is None
