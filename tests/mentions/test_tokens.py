"""Words of a sentence and phrases made of them."""

import pytest

from dateline.mentions.tokens import Phrases, Tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least five", ("low", 2)),
        ("at the very least five", ("lowest", 4)),
        ("at home", ("place", 1)),
        ("at the very", ("place", 1)),
        ("at least", ("low", 2)),
        ("five at least", None),
        ("", None),
    ],
)
def test_the_longest_phrase_counts(text: str, found: tuple[str, int] | None) -> None:
    phrases = Phrases([("at", "place"), ("at least", "low"), ("at the very least", "lowest"), ("at least", "late")])
    assert phrases.match(Tokens(text), 0) == found
    assert phrases.firsts == {"at"}
