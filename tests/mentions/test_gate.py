"""The gate: which sentences are worth a parse."""

from pathlib import Path

import pytest

from dateline.annotate.sentences import sentences
from dateline.mentions.gate import conflict, language

GENERAL = sorted((Path(__file__).parents[2] / "benchmarks" / "general").glob("*.txt"))


def passed(text: str) -> list[str]:
    parts = sentences(text)
    return [parts[i].text for i in conflict(parts)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed five farmers on Friday.",
        "Two air strikes hit the market.",
        "THE BOMBING WOUNDED TWENTY.",
        "Rebels took control of the town.",
        "Soldiers opened fire on the crowd.",
        "Fierce clashes broke out.",
        "Bandits led away four girls.",
        "Settlers beat a shepherd.",
        "Four hundred women walked to the governor's office.",
    ],
)
def test_a_sentence_of_violence_passes(text: str) -> None:
    assert passed(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The council took a vote on the budget.",
        "He opened the window by the sea.",
        "The price rose by two pounds.",
        "The authorities took their time.",
        "They were led by a teacher from the coast.",
        "",
    ],
)
def test_an_ordinary_sentence_does_not(text: str) -> None:
    assert passed(text) == []


def test_who_denies_it_passes_beside_it_and_not_alone() -> None:
    denial = "The ministry denied responsibility."
    assert passed(denial) == []
    assert passed("Gunmen killed five farmers. " + denial)[-1] == denial


@pytest.mark.parametrize("path", GENERAL, ids=lambda p: p.stem)
def test_few_sentences_of_ordinary_news_pass(path: Path) -> None:
    parts = sentences(path.read_text(encoding="utf-8"))
    assert len(conflict(parts)) <= 0.3 * len(parts)


def test_there_is_ordinary_news_to_test_with() -> None:
    assert len(GENERAL) >= 6


def test_language() -> None:
    assert language("The army said that it had retaken the town and that it was calm.") == "en"
    assert language("El ejército dijo que había retomado la ciudad y que la calma volvía a las calles.") == "und"
    assert language("Five killed") == "en"
    assert language("Bandits struck Kankara town late on Friday, killing four.") == "en"
    assert language("Suspected militants ambush Frontier Corps convoy, six soldiers martyred Saturday") == "en"
    assert language("Trois morts dans une attaque à Djibo, dans le nord du pays, lundi soir") == "und"
    assert language("Dez mortos em ataque no centro da cidade do Rio de Janeiro") == "und"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Боевики обстреляли рынок в Донецке", "und"),
        ("قتل ثلاثة أشخاص في هجوم", "und"),
        ("The RSF (قوات الدعم السريع) attacked Kutum on Monday, killing three people there.", "en"),
        ("", "en"),
    ],
)
def test_another_script_is_not_english(text: str, expected: str) -> None:
    assert language(text) == expected


def test_losses_pass_beside_a_deed_and_not_alone() -> None:
    told = "Losses were great in the harvest."
    assert passed(told) == []
    assert passed("Gunmen killed five farmers. " + told)[-1] == told


def test_a_sentence_that_tells_what_became_of_people_passes_beside_one_of_violence() -> None:
    text = "Gunmen killed five farmers on Friday. Three others are in surgery."
    assert passed(text) == ["Gunmen killed five farmers on Friday.", "Three others are in surgery."]
    assert passed("Three patients are in surgery.") == []
