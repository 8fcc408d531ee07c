"""Where an article plays: countries in play, ranked, and whose voice a bulletin speaks with."""

import pytest

from dateline.resolve.setting import bulletin_voice, setting
from dateline.sources.dateline import read_dateline
from telling import kit, reading


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("BAMAKO, March 14 (Reuters) - Gunmen killed nine people in Mopti.", "ML"),
        ("Gunmen killed nine people in Mali on Monday.", "ML"),
        ("Nigerian soldiers killed nine men near a village on Monday.", "NG"),
        ("Houthi fighters killed nine men in Taiz on Monday.", "YE"),
    ],
)
def test_the_country_in_play_comes_first(text: str, country: str) -> None:
    countries, _ = setting(text, read_dateline(text), [reading(text)], [], kit())
    assert countries[0] == country


def test_no_country_is_made_up() -> None:
    text = "Gunmen killed nine men on Monday."
    assert setting(text, read_dateline(text), [reading(text)], [], kit()) == ((), None)


def test_the_press_has_no_voice_of_its_own() -> None:
    text = "BAMAKO, March 14 (Reuters) - Gunmen killed nine people in Mopti."
    assert bulletin_voice(text, read_dateline(text)) is None
