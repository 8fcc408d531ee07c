"""Sport, films, markets and drills borrow the words of war: an article of theirs tells no incident."""

import pytest

from dateline.annotate.sentences import sentences
from dateline.frames.domain import figurative
from telling import reading, told

SPORT = (
    "The Raiders ambushed the champions in Turin on Sunday. The striker fired twice in the first half, the goalkeeper was "
    "beaten, and the coach praised his attack. The league match ended 3-1 and the team took control of the season."
)
DRILL = (
    "Soldiers stormed a building in Tallinn on Monday and killed six gunmen in a simulation. It was only a drill, the army "
    "said. The exercise will end on Friday."
)
FICTION = (
    "In the second episode of the new television series, rebels capture Goma and kill forty soldiers. The plot of the film "
    "review turns on an actor who plays a spy."
)
WAR = "Gunmen killed four people in Zurmi on Monday. Rebels shelled the town of Bunia and wounded six soldiers."


@pytest.mark.parametrize("text", [SPORT, DRILL, FICTION])
def test_borrowed_violence_is_no_news(text: str) -> None:
    assert told(text).incidents == ()


@pytest.mark.parametrize(("text", "borrowed"), [(SPORT, True), (WAR, False), ("", True)])
def test_a_field_that_borrows_the_words_is_known(text: str, borrowed: bool) -> None:
    parts = sentences(text)
    assert figurative([reading(s.text) for s in parts], parts) is borrowed


def test_a_bomb_at_a_match_is_real() -> None:
    text = (
        "A bomb exploded at a football match in Mogadishu on Monday, killing nine people. Al-Shabaab said it had attacked the "
        "team. Soldiers shot dead two attackers outside the stadium, the league said. The goalkeeper and the coach fled."
    )
    assert told(text).incidents


REVIEW = (
    "M23 rebels storm Goma and kill nine soldiers. The plot follows a soldier who is shot by rebels in Gao. The script is "
    "thin, the songs are dull, and the "
    "actor in the lead role plays a killer with charm. The audience at the premiere on Monday laughed. The director of the "
    "film should watch his own movie before the next episode. Fighters then storm the town and kill nine men."
)


def test_a_review_thick_with_film_outweighs_the_violence_of_its_plot() -> None:
    parts = sentences(REVIEW)
    assert figurative([reading(s.text) for s in parts], parts)


def test_an_actor_and_a_television_director_can_be_killed() -> None:
    text = (
        "Gunmen shot dead an actor and a television director in Gao, Mali, on Monday. Militants attacked the television "
        "station at dawn, police said."
    )
    assert [i.where.name for i in told(text).incidents] == ["Gao"]
