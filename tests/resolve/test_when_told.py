"""The day of an incident: its own, that of the sentence it goes on from, or none; never simply the day of publication."""

from datetime import date

import pytest

from telling import WEDNESDAY, one, told


def day(text: str) -> str:
    when = one(text).when
    return f"{when.start or '?'}/{when.end or '?'} {when.basis}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed nine farmers in Zurmi on Sunday.", "2022-03-13/2022-03-13 relative"),
        ("Gunmen killed nine farmers in Zurmi yesterday.", "2022-03-15/2022-03-15 relative"),
        ("Gunmen killed nine farmers in Zurmi last night.", "2022-03-15/2022-03-15 relative"),
        ("Gunmen killed nine farmers in Zurmi overnight.", "2022-03-15/2022-03-16 relative"),
        ("Gunmen killed nine farmers in Zurmi on 11 March.", "2022-03-11/2022-03-11 stated"),
        ("Gunmen killed nine farmers in Zurmi on March 11, 2022.", "2022-03-11/2022-03-11 stated"),
        ("Gunmen killed nine farmers in Zurmi between 10 and 12 March.", "2022-03-10/2022-03-12 stated"),
        (
            "Thousands attended the funeral on Sunday of five boys killed by gunmen in Zurmi on Friday.",
            "2022-03-11/2022-03-11 relative",
        ),
        (
            "The president ordered an inquiry on Monday into the raid that killed nine farmers in Zurmi on Sunday.",
            "2022-03-13/2022-03-13 relative",
        ),
        (
            "A soldier was charged on Tuesday with murdering two nurses in Zurmi on Sunday.",
            "2022-03-13/2022-03-13 relative",
        ),
        (
            "Nine farmers were killed on Sunday when gunmen raided Zurmi, the mayor said on Monday.",
            "2022-03-13/2022-03-13 relative",
        ),
        ("Gunmen killed nine farmers in Zurmi.", "?/2022-03-16 bounded"),
        ("The bodies of nine farmers were found in Zurmi.", "?/2022-03-16 bounded"),
        (
            "Nine farmers have been found dead near Zurmi. An official said their bodies were discovered on Sunday.",
            "?/2022-03-13 bounded",
        ),
        ("The bodies of three farmers were found in Zurmi on Sunday with gunshot wounds.", "?/2022-03-13 bounded"),
        ("Gunmen killed nine farmers in Zurmi on Sunday shortly after 1900.", "2022-03-13/2022-03-13 relative"),
        (
            "Gunmen killed nine farmers in Zurmi on Sunday, in some of the worst violence in the area this month.",
            "2022-03-13/2022-03-13 relative",
        ),
    ],
)
def test_the_day_is_what_the_words_give_and_no_more(text: str, expected: str) -> None:
    assert day(text) == expected


def test_a_sentence_goes_on_from_the_day_before_it() -> None:
    coded = told("Gunmen killed nine farmers in Zurmi on Sunday. They also shot dead a trader in Maradun.")
    assert [i.when.start for i in coded.incidents] == [date(2022, 3, 13)] * 2
    assert [i.when.basis for i in coded.incidents] == ["relative", "implied"]


def test_the_next_day_counts_from_the_incident_before() -> None:
    coded = told("Gunmen killed nine farmers in Zurmi on Sunday. The next day, troops shelled the village of Maradun.")
    assert [i.when.start for i in coded.incidents] == [date(2022, 3, 13), date(2022, 3, 14)]


def test_without_a_publication_date_a_weekday_stays_words() -> None:
    (incident,) = told("Gunmen killed nine farmers in Zurmi on Sunday.", published=None).incidents
    when = incident.when
    assert (when.start, when.end, when.precision) == (None, None, "open")
    assert when.text is not None
    assert "Sunday" in when.text


def test_the_dateline_dates_the_article() -> None:
    (incident,) = told("date 2019-06-12\n\nGunmen killed nine farmers in Zurmi on Sunday.", published=None).incidents
    assert incident.when.start == date(2019, 6, 9)


@pytest.mark.parametrize(
    "text",
    [
        "A court in Juba sentenced a soldier on Monday for the killing of two nurses.",
        "A man was found guilty on Monday of killing a policeman in Juba in 2019.",
    ],
)
def test_what_a_court_hears_of_without_a_day_of_these_days_is_no_news(text: str) -> None:
    assert told(text).incidents == ()


def test_a_date_after_publication_is_no_news() -> None:
    assert told("The army will attack the rebels in Zurmi on Friday.", published=WEDNESDAY).incidents == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("DAILY BULLETIN\nPeriod covered: 12 March 2022\n\n", "2022-03-12/2022-03-12 implied"),
        ("", "2022-03-15/2022-03-16 relative"),
    ],
)
def test_a_part_of_the_day_is_that_of_a_bulletin_of_one_day(head: str, expected: str) -> None:
    assert day(head + "Rebels killed two soldiers in Bria before dawn.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police said on Monday that gunmen had killed nine farmers in Zurmi the previous day.",
            "2022-03-13/2022-03-13 relative",
        ),
        ("Gunmen killed nine farmers in Zurmi overnight from Monday to Tuesday.", "2022-03-14/2022-03-15 relative"),
        (
            "Fighting between rebels and the army in Zurmi from Friday night until midday on Saturday killed nine.",
            "2022-03-11/2022-03-12 relative",
        ),
        (
            "The bus left as usual on Monday. At the ford a man waved it down. His friends shot dead three traders.",
            "2022-03-14/2022-03-14 relative",
        ),
        (
            "Three officers died and two are nursing injuries after their car ran over a mine in Zurmi on Monday.",
            "2022-03-14/2022-03-14 relative",
        ),
    ],
)
def test_the_day_that_the_words_around_it_give(text: str, expected: str) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The incident happened on Sunday night.", "2022-03-13/2022-03-13 relative"),
        ("It happened on Sunday, said a resident.", "2022-03-13/2022-03-13 relative"),
        (
            "A source told this paper that the clearance operation took place on Sunday.",
            "2022-03-13/2022-03-13 relative",
        ),
        ("The night raid reportedly occurred on 11 March.", "2022-03-11/2022-03-11 stated"),
        ("The funeral took place on Sunday.", "?/2022-03-16 bounded"),
        ("A similar incident happened on Sunday.", "?/2022-03-16 bounded"),
        ("The election happened on Sunday.", "?/2022-03-16 bounded"),
    ],
)
def test_a_sentence_that_tells_no_deed_dates_the_one_before(sentence: str, expected: str) -> None:
    assert day(f"Gunmen have killed nine farmers in Zurmi.\n\n{sentence}") == expected


def test_a_day_of_its_own_is_kept() -> None:
    assert (
        day("Gunmen killed nine farmers in Zurmi on Monday. It happened on Sunday.") == "2022-03-14/2022-03-14 relative"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The militia denied responsibility for Sunday's attack on a church in Aden in which four people died.",
            "2022-03-13/2022-03-13 relative",
        ),
        ("The mayor said Sunday's attack on a church in Aden killed four people.", "2022-03-13/2022-03-13 relative"),
        ("The army said in Sunday's statement that four rebels had been killed in Aden.", "?/2022-03-13 bounded"),
        (
            "Over the past day Russian forces shelled three villages of the Sumy region.",
            "2022-03-15/2022-03-16 relative",
        ),
        (
            "Over the past days Russian forces shelled three villages of the Sumy region.",
            "2022-03-09/2022-03-16 relative",
        ),
    ],
)
def test_the_day_of_the_deed_and_that_of_the_words(text: str, expected: str) -> None:
    assert day(text) == expected


def test_the_next_days_of_what_is_past_count_from_the_incident_before() -> None:
    text = "Gunmen killed nine men in Zurmi on Friday. Over the next two days troops arrested four men in Maradun."
    when = told(text).incidents[1].when
    assert (when.start, when.end) == (date(2022, 3, 12), date(2022, 3, 13))


def test_the_same_period_is_that_of_the_incident_before() -> None:
    text = "Over the past two days jets bombed Rafah. In the same period soldiers killed four men in Arish."
    when = told(text).incidents[1].when
    assert (when.start, when.end) == (date(2022, 3, 14), date(2022, 3, 16))


def test_hours_earlier_counts_from_history_where_there_is_no_news() -> None:
    text = "Soldiers shot dead 18 civilians in Zurmi on 3 February.\n\nHours earlier, rebels had ambushed a convoy near the town."
    assert [i.when.start for i in told(text).background] == [date(2022, 2, 3)] * 2


@pytest.mark.parametrize(("head", "news"), [("Savanna Rights Observatory\nBriefing, 16 March 2022\n\n", 2), ("", 0)])
def test_a_rights_group_may_publish_weeks_later(head: str, news: int) -> None:
    text = "Soldiers shot dead 18 civilians during house searches in Zurmi on 3 March.\n\nOn 4 March soldiers detained nine men in Maradun."
    assert len(told(head + text).incidents) == news


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enemy guns have shelled the village of Zurmi since dawn, wounding two.", "2022-03-16/2022-03-16 implied"),
        ("Gunmen killed nine farmers in Zurmi at noon.", "2022-03-15/2022-03-16 relative"),
        (
            "Cedar Desk\nField summary, Wednesday 16 March 2022, 18:00\n\n* At noon gunmen killed nine farmers in Zurmi.",
            "2022-03-16/2022-03-16 implied",
        ),
        (
            "Cedar Desk\nField summary, Wednesday 16 March 2022, 08:00\n\n* At noon gunmen killed nine farmers in Zurmi.",
            "2022-03-15/2022-03-16 relative",
        ),
        (
            "The army said on Monday night that its troops had repelled an attack on Zurmi earlier in the day.",
            "2022-03-14/2022-03-14 relative",
        ),
    ],
)
def test_a_part_of_the_day_is_of_the_day_that_the_words_leave(text: str, expected: str) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "An army unit killed six gunmen in Rastan on Wednesday, a military source said.\n\nThe source added that the artillery "
            "hit a convoy of gunmen on the road to Talbiseh.",
            [16, 16],
        ),
        (
            "An army unit killed six gunmen in Rastan on Tuesday, a military source said.\n\nThe source added that the artillery hit "
            "a convoy of gunmen on the road to Talbiseh.",
            [15, None],
        ),
        (
            "A crowd set fire to three kiosks in Wamena on Monday. Police detained six people over the unrest on Tuesday and said "
            "that calm had returned.",
            [14, 15],
        ),
    ],
)
def test_the_day_of_what_is_told_next(text: str, days: list[int | None]) -> None:
    starts = [i.when.start for i in told(text).incidents]
    assert [d.day if d else None for d in starts] == days


def test_a_list_of_todays_operations_is_of_that_day() -> None:
    coded = told(
        "Our fighters carried out the following operations today:\n\n1. They struck a post of the army at Maarin with rockets."
    )
    assert [(i.when.start, i.when.basis) for i in coded.incidents] == [(WEDNESDAY, "relative")]
