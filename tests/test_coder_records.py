"""One article in, its record out: what is said of texts that cannot be coded, and what holds of every record."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from dateline import coder
from dateline.coder import code, code_many
from dateline.model.text import Article
from telling import WEDNESDAY, kit, told

STORY = """\
ZURMI, March 15 — Gunmen on motorbikes killed nine farmers, including two women, in Zurmi on Monday, the governor said.

A doctor said at least 11 people were wounded and a school was burned. The army denied that its soldiers had fled.

In Maradun, a roadside bomb killed three policemen on Sunday. No group claimed responsibility.

In 2019, gunmen killed 26 people in Zurmi.
"""


def evidence(value: Any) -> Iterator[tuple[tuple[int, int], str | None]]:
    if isinstance(value, dict):
        if value.get("evidence"):
            yield tuple(value["evidence"]), value.get("text")
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from evidence(inner)


@pytest.mark.parametrize("text", [STORY, STORY.replace("\n", "\r\n"), "é😀 " + STORY, STORY.upper()])
def test_every_piece_of_evidence_is_the_text_itself(text: str) -> None:
    spans = list(evidence(json.loads(msgspec.json.encode(told(text)))))
    assert spans
    assert all(0 <= s < e <= len(text) for (s, e), _ in spans)
    assert all(text[s:e] == said for (s, e), said in spans if said is not None)


@pytest.mark.parametrize("text", ["", " \n\t ", "…", "42"])
def test_a_text_without_words_has_no_incidents_and_does_not_fail(text: str) -> None:
    coded = told(text)
    assert (coded.incidents, coded.background) == ((), ())
    assert coded.article.chars == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Des hommes armés ont tué neuf personnes lundi dans le village de Zurmi, selon le gouverneur de la province.",
        "Hombres armados mataron a nueve personas el lunes en la aldea de Zurmi, dijo el gobernador de la provincia.",
    ],
)
def test_another_language_is_an_issue_and_codes_nothing(text: str) -> None:
    coded = told(text)
    assert [i.code for i in coded.issues] == ["not_english"]
    assert (coded.incidents, coded.background) == ((), ())


def test_a_language_that_is_given_is_believed() -> None:
    coded, _ = code(Article(id="x", text="Gunmen killed nine people in Zurmi.", lang="fr", published=WEDNESDAY), kit())
    assert [i.code for i in coded.issues] == ["not_english"]


def test_no_date_is_an_issue() -> None:
    assert [i.code for i in told("Gunmen killed nine people in Zurmi.", published=None).issues] == ["no_published_date"]
    assert told("Gunmen killed nine people in Zurmi.").issues == ()


def test_a_bulletin_without_a_day_of_its_own_has_that_of_its_period() -> None:
    text = "Caribbean Rights Desk\nWeek of 3-9 June 2024\n\nOn Tuesday 4 June gunmen shot dead a driver in Carrefour.\n\nOn Sunday shots were fired at a school in Jacmel."
    days = [i.when.start for i in told(text, published=None).incidents]
    assert days == [date(2024, 6, 4), date(2024, 6, 9)]


def test_a_label_gives_the_place_and_the_day_in_either_order() -> None:
    text = "7 September 2020\n\n1. Kolofata, 31 August. Gunmen shot a farmer dead.\n\n2. Thursday, Amchide: Soldiers arrested eight traders."
    got = [(i.where.name, i.when.start) for i in told(text, published=None).incidents]
    assert got == [("Kolofata", date(2020, 8, 31)), ("Amchide", date(2020, 9, 3))]


def test_an_armed_groups_unsigned_statement_speaks_of_its_own_men() -> None:
    text = (
        "NEWS RELEASE\n18 November 2019\n\nThe Red fighters of the New People's Army (NPA) in Samar hail two offensives:\n\n"
        "On 11 November a unit of our army ambushed a military truck in Las Navas. Six fascist troops of the 20th Infantry Battalion were killed."
    )
    (incident,) = told(text, published=None).incidents
    assert [(a.role, a.name) for a in incident.actors] == [
        ("a", "New People's Army"),
        ("b", "Philippine armed forces"),
    ]


def test_animals_ages_and_those_who_walk_are_no_casualties() -> None:
    text = (
        "Gunmen shot a herdsboy of 13 near Kitshanga on Monday and drove away 60 head of cattle. Eight herders left on foot. "
        "A note lay next to the body."
    )
    coded = told(text)
    assert [c for i in coded.incidents for c in i.casualties] == []


def test_a_speakers_seat_is_not_where_it_happened() -> None:
    text = (
        "Four soldiers were killed in an ambush near La Victoria in Venezuela on Monday, the defense minister said. Border Watch, a group in "
        "San Cristobal, said it had confirmed the deaths of seven soldiers."
    )
    (incident,) = told(text).incidents
    (killed,) = incident.casualties
    assert (incident.where.name, killed.low, killed.high) == ("La Victoria", 4, 7)


def test_the_day_of_a_paper_is_no_day_of_the_deed() -> None:
    text = (
        "Gunmen killed 11 villagers in Bossey Bangou on Monday, the mayor said. The interior ministry, in a statement read on television late "
        "on Tuesday, gave a toll of nine dead."
    )
    (incident,) = told(text).incidents
    assert incident.when.start == date(2022, 3, 14)
    assert [(c.low, c.high) for c in incident.casualties] == [(9, 11)]


def test_fighting_that_continues_is_of_the_day_of_the_report() -> None:
    (incident,) = told("The minister came as clashes continue between the army and rebels near Kidal.").incidents
    assert (incident.when.start, incident.when.basis) == (WEDNESDAY, "implied")


def test_a_huge_text_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder, "MOST_SENTENCES", 3)
    coded = told("Gunmen killed nine people in Zurmi on Monday.\n\n" * 8)
    (issue,) = coded.issues
    assert issue.code == "long_article"
    assert issue.start is not None
    assert issue.end is not None
    assert coded.incidents


def test_a_sentence_without_end_is_read_in_part_and_says_so() -> None:
    coded = told("Gunmen killed nine people in Zurmi on Monday " + "and the men and the women " * 400 + "went home.")
    assert "long_sentence" in {i.code for i in coded.issues}


def test_twice_is_the_same_and_neighbours_do_not_matter() -> None:
    articles = [
        Article(id="a", text=STORY, published=WEDNESDAY),
        Article(id="b", text="Rebels shelled Horlivka on Sunday.", published=WEDNESDAY),
    ]
    there = [msgspec.json.encode(c) for c, _ in code_many(articles, kit())]
    back = [msgspec.json.encode(c) for c, _ in code_many(reversed(articles), kit())]
    assert there == back[::-1]


def test_the_article_is_described() -> None:
    coded, _ = code(Article(id="a", text=STORY, publisher="P", title="T"), kit(), with_text=True)
    info = coded.article
    assert (info.id, info.publisher, info.title, info.lang) == ("a", "P", "T", "en")
    assert (info.chars, info.text, len(info.sha256)) == (len(STORY), STORY, 64)
    assert told(STORY).article.text is None


def test_a_title_is_never_evidence() -> None:
    coded = told("The council met on Monday.", title="Gunmen kill nine in Zurmi")
    assert coded.incidents == ()


def test_a_given_date_stands_over_the_dateline() -> None:
    text = "date 2019-06-12\n\nGunmen killed nine people in Zurmi on Monday."
    assert told(text, published=None).article.published == date(2019, 6, 12)
    assert told(text).article.published == WEDNESDAY


def test_numbers_that_are_no_victims_are_told_apart() -> None:
    text = "Gunmen killed nine farmers, two of them children, and burned 14 houses in Zurmi on Monday."
    _, trace = code(Article(id="x", text=text, published=WEDNESDAY), kit())
    assert [(u.text, u.why) for u in trace.unused] == [("14", "things")]
    assert trace.steps
