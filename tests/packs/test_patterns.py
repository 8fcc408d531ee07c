"""Patterns of words: what matches, whatever stands in the sentence besides."""

import pytest

from dateline.packs.patterns import Patterns

PATTERNS = Patterns(
    enumerate(["launch~ _ attack+", "car bomb+", "by force", "opened fire|shots on?", "shell~"]), irregular={}
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they launched a surprise attack on the town", [(0, 1, 4)]),
        ("they launched the attack . the attacks", [(0, 1, 3)]),
        ("they launched . attack", []),
        ("they launched a product", []),
        ("two car bombs", [(1, 1, 2)]),
        ("taken by force by two", [(2, 1, 2)]),
        ("they opened fire", [(3, 1, 2)]),
        ("they opened shots on us", [(3, 1, 3)]),
        ("shelled and shelling", [(4, 0, 0), (4, 2, 2)]),
        ("", []),
    ],
)
def test_patterns(text: str, found: list[tuple[int, int, int]]) -> None:
    assert [(h.key, h.first, h.last) for h in PATTERNS.find(text.split())] == found
