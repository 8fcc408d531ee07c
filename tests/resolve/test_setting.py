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
        ("RAMALLAH, March 14 (Petra) - Israeli bulldozers razed a house in Al-Walaja village.", "PS"),
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
        ("A rocket hit Bagram on Monday, wounding two U.S. soldiers, the U.S. Air Force said.", "AF"),
        ("KIDAL, March 14 (Reuters) - Rebels attacked the town of Ber on Monday.", "ML"),
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


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "DAKAR, March 14 (Reuters) - Soldiers killed ten jihadists in Manni, Burkina Faso's army said.",
            "BF",
        ),
        ("GENEVA, March 14 (Reuters) - Soldiers killed 18 civilians in Merawi, Ethiopia.", "ET"),
        ("BANGKOK, March 14 (AFP) - Soldiers burned houses in Depayin, Myanmar's junta said.", "MM"),
        ("NAIROBI, March 14 (AFP) - Police shot dead two protesters in Kisumu.", "KE"),
        ("NAIROBI, March 14 (AFP) - Police shot dead two protesters.", "KE"),
        ("BEIRUT, March 14 (NNA) - Soldiers arrested a man in Tripoli.", "LB"),
        ("BEIRUT, March 14 (AFP) - A bomb killed two people in Aleppo.", "SY"),
        ("LONDON, March 14 (Reuters) - Police shot dead a man in south London.", "GB"),
    ],
)
def test_where_desks_sit_says_little_of_where_it_happened(text: str, country: str) -> None:
    head = read_dateline(text)
    body = reading(text[head.body_start :])
    countries, _ = setting(text, head, [body], [], kit())
    assert countries[0] == country


def test_a_far_desk_alone_says_nothing_of_where() -> None:
    text = "GENEVA, March 14 (Reuters) - Soldiers killed 18 civilians."
    assert setting(text, read_dateline(text), [reading("Soldiers killed 18 civilians.")], [], kit())[0] == ()
