"""What is done from the air, from afar and by bombs."""

import pytest

from dateline.frames.afar import blast, shelled


@pytest.mark.parametrize(
    ("acts", "words", "state", "kind"),
    [
        ({"shell"}, set(), False, "shelling"),
        ({"shell"}, {"drone"}, False, "air_strike"),
        ({"strike"}, {"missiles"}, False, "shelling"),
        ({"strike"}, {"missiles", "jets"}, False, "air_strike"),
        ({"bomb"}, {"bombed"}, True, "air_strike"),
        ({"bomb"}, {"bombed", "roadside"}, True, "bombing"),
        ({"kill"}, set(), False, None),
    ],
)
def test_by_what_it_was_hit(acts: set[str], words: set[str], state: bool, kind: str | None) -> None:
    told = blast(acts, words, state)
    assert (told[0] if told else None) == kind


def test_struck_with_rockets_alone_is_from_afar() -> None:
    assert shelled({"attack"}, {"struck", "camp"}, {"rocket"})
    assert not shelled({"attack"}, {"struck", "camp"}, {"rocket", "firearms"})
    assert not shelled({"attack"}, {"stormed", "struck"}, {"rocket"})
    assert not shelled({"attack"}, {"attacked"}, {"rocket"})
