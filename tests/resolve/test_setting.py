"""Where an article plays: countries in play, ranked."""

import pytest

from dateline.resolve.setting import setting
from dateline.sources.dateline import read_dateline
from telling import kit, reading


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("BAMAKO, March 14 (Reuters) - Gunmen killed nine people in Mopti.", "ML"),
        ("Gunmen killed nine people in Mali on Monday.", "ML"),
        ("Nigerian soldiers killed nine men near a village on Monday.", "NG"),
        ("Houthi fighters killed nine men in Taiz on Monday.", "YE"),
        ("Two Hamas men were killed in Jenin on Monday.", "PS"),
        ("Israeli forces killed a man in Jenin on Monday.", "PS"),
        ("Two Hezbollah men were killed in Shaqra on Monday.", "LB"),
    ],
)
def test_the_country_in_play_comes_first(text: str, country: str) -> None:
    countries, _ = setting(text, read_dateline(text), [reading(text)], [], kit())
    assert countries[0] == country


def test_no_country_is_made_up() -> None:
    text = "Gunmen killed nine men on Monday."
    assert setting(text, read_dateline(text), [reading(text)], [], kit()) == ((), None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russian shelling of Kherson killed two people on Sunday.", "UA"),
        ("A US air strike in Kismayo killed seven militants on Friday, officials in Washington said.", "SO"),
        ("An Israeli air strike on Homs wounded two soldiers. Israel did not comment.", "SY"),
        ("French soldiers killed 12 jihadists near Menaka on Saturday, the French army said in Paris.", "ML"),
        ("A Saudi-led air strike hit Taiz on Monday, killing six.", "YE"),
    ],
)
def test_whose_force_strikes_does_not_say_where(text: str, country: str) -> None:
    countries, _ = setting(text, read_dateline(text), [reading(text)], [], kit())
    assert countries[0] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nigerian troops killed 12 bandits in the village of Kara on Sunday.", "NG"),
        ("Nigerian troops killed 12 bandits in Nowhereville on Sunday.", "NG"),
        ("Indian soldiers killed two militants in Baramulla on Sunday.", "IN"),
        ("Colombian soldiers killed three rebels in Florencia on Sunday.", "CO"),
        ("Mexican soldiers killed five gunmen in Guadalajara on Sunday.", "MX"),
        ("A Saudi air strike hit the village of Halfaya on Sunday, killing six Yemenis.", "SA"),
    ],
)
def test_a_force_at_home_is_not_sent_abroad(text: str, country: str) -> None:
    countries, _ = setting(text, read_dateline(text), [reading(text)], [], kit())
    assert countries[0] == country
