"""How much two texts are one story, by their rare words."""

import random

from dateline.merge.story import BLANK, Story, alike, is_everyday, spellings, stories, words

MARKET = "Shells hit the Gamboru market in Maiduguri; the trader Musa Bello, 61, and his sons were buried by the collapsed stalls."
AGAIN = "Musa Bello, a trader of 61, was among the dead of Gamboru: the market's stalls collapsed when shells hit Maiduguri."
OTHER = "Police said that gunmen had killed two people and wounded three after an attack on a house on Friday."


def told(*texts: str, whole: bool = True) -> list[Story]:
    return stories([words(t) for t in texts], [whole] * len(texts))


def test_names_and_rare_words_make_a_story_and_everyday_words_do_not() -> None:
    market, again, other = told(MARKET, AGAIN, OTHER)
    assert market.like(again) > 0.28
    assert market.like(again) == again.like(market)
    assert market.like(other) < 0.03
    assert "gamboru" in market.words
    assert not {"the", "and", "were"} & market.words


def test_what_many_reports_of_a_run_say_weighs_less() -> None:
    alone = told(MARKET, AGAIN)
    crowd = told(MARKET, AGAIN, *["Maiduguri market traders Bello"] * 3000)
    assert crowd[0].weights["maidugu"] < alone[0].weights["maidugu"]
    assert crowd[0].weights["gamboru"] > crowd[0].weights["maidugu"]


def test_a_few_words_in_common_are_little_in_a_short_text_and_less_in_a_part_of_one() -> None:
    short = "Gamboru, Maiduguri"
    assert told(short, short)[0].like(told(short, short)[1]) < 0.5
    parts = told(short, short, whole=False)
    assert parts[0].like(parts[1]) < 0.3


def test_words_are_shown_as_the_text_spells_them_weightiest_first() -> None:
    market, again = told(MARKET, AGAIN)
    shared = market.shared(again)
    assert shared == sorted(shared, key=lambda w: (-market.weights[w], w))
    assert spellings(["gamboru", "collaps", "gone"], None, MARKET) == ["Gamboru", "collapsed", "gone"]


def test_no_text_is_like_nothing() -> None:
    assert BLANK.like(BLANK) == 0.0
    assert told("", MARKET)[0].like(told(MARKET)[0]) == 0.0
    assert told("") == [Story(frozenset(), 12.0, {})]


def test_a_name_of_everyday_words_may_be_none() -> None:
    assert is_everyday("Shooting Spree")
    assert not is_everyday("Maiduguri")


def test_rare_words_lead_to_each_other_and_common_ones_nowhere() -> None:
    assert list(alike(told(MARKET, OTHER, AGAIN))) == [(0, 2)]
    assert list(alike(told(*["Maiduguri market traders Bello"] * 100))) == []


def test_pairs_grow_with_the_reports() -> None:
    rng = random.Random(2)

    def count(n: int) -> int:
        texts = [f"name{i // 3} street{i // 3} site{i // 3} " + " ".join(f"w{rng.randrange(40)}" for _ in range(12)) for i in range(n)]  # fmt: skip
        found = list(alike(told(*texts)))
        assert len(found) == len(set(found))
        assert all(i < j for i, j in found)
        return len(found)

    assert 1000 <= count(2000) * 2 <= count(4000) * 1.2
