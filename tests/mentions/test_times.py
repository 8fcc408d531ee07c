"""Time expressions: the rules' own examples and near misses, whole sentences, names that only look like times, hostile text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mentions.times import TimeMention, find_times, rule_finds
from dateline.packs.time_words import Rule, time_words

EXAMPLES = [(rule, *example) for rule in time_words().rules for example in rule.examples]
REJECTS = [(rule, sentence) for rule in time_words().rules for sentence in rule.rejects]


def texts(sentence: str) -> list[str]:
    return [m.text for m in find_times(sentence)]


def only(sentence: str) -> TimeMention:
    (mention,) = find_times(sentence)
    return mention


def test_every_rule_has_examples_and_near_misses() -> None:
    assert [r.id for r in time_words().rules if not r.examples or not r.rejects] == []
    ids = [r.id for r in time_words().rules]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("rule", "sentence", "piece", "fields"), EXAMPLES, ids=lambda v: v.id if isinstance(v, Rule) else None
)
def test_example(rule: Rule, sentence: str, piece: str, fields: dict[str, object]) -> None:
    found = {m.text: m for m in find_times(sentence)}
    assert piece in found
    assert {k: getattr(found[piece], k) for k in fields} == fields


@pytest.mark.parametrize(("rule", "sentence"), REJECTS, ids=lambda v: v.id if isinstance(v, Rule) else None)
def test_near_miss(rule: Rule, sentence: str) -> None:
    assert rule.loose or rule_finds(rule.id, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels may attack, and the march of protest may end in a second.",
        "In 40 villages 2,000 people fled.",
        "The October 7 Brigade and the 17 November group deny it.",
        "He told the Sunday Times about Black Friday.",
        "Troops met at the Friday Mosque.",
        "Theresa May was asked.",
        "Guards work 24/7 since the attacks of 9/11.",
        "A 12-year-old girl, 17, was hurt by 5.56 calibre rounds.",
        "An area of 1980 km was burnt, with 2000 homes.",
        "A ratio of 3:2, a score of 1-1.",
        "The late president was an early convert.",
        "Every Friday they march; they rest on Sundays.",
        "Sun and sat nav, wed and mon cher.",
        "The spring of the trap, the fall of Mosul.",
        "",
        "()",
    ],
)
def test_not_a_time(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("Late on Friday night at 8 p.m. they came.", ["Late on Friday night at 8 p.m."]),
        ("The night of Monday to Tuesday", ["The night of Monday to Tuesday"]),
        ("In the early hours of Tuesday shells fell.", ["In the early hours of Tuesday"]),
        ("At 23:40 on 17 October a bomb fell, and again on Sunday.", ["At 23:40 on 17 October", "Sunday"]),
        ("GUNMEN CAME AT ABOUT 4 A.M. THURSDAY, POLICE SAY.", ["AT ABOUT 4 A.M. THURSDAY"]),
        (
            "Before dawn on Tuesday, two days after the raid of 3 May",
            ["Before dawn on Tuesday", "two days after", "3 May"],
        ),
        ("On Saturday (11 June) it fell.", ["Saturday (11 June"]),
        ("After Monday's attack the army left", ["After Monday's"]),
        ("since early Monday", ["since early Monday"]),
        ("No later than 3 May, by Friday morning", ["No later than 3 May", "by Friday morning"]),
        ("THE MARCH WAS BROKEN UP IN MARCH", ["MARCH"]),
        ("The attacks of 1997 and of May, 2003", ["1997", "May, 2003"]),
        ("on Monday, at 4 pm on Tuesday", ["Monday", "at 4 pm on Tuesday"]),
        ("10:30 p.m. (1930 GMT) on Sunday", ["10:30 p.m. (1930 GMT) on Sunday"]),
        ("the Sept. 11 attacks", ["Sept. 11"]),
        ("on 30 September.", ["30 September"]),
        ("on sunday, 3 may 2021 in lower case", ["sunday, 3 may 2021"]),
    ],
)
def test_pieces(sentence: str, pieces: list[str]) -> None:
    assert texts(sentence) == pieces


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("on Sunday night", "night"),
        ("late on Friday", "late"),
        ("early on Wednesday morning", "morning"),
        ("Tuesday before dawn", "dawn"),
        ("during afternoon prayers on Thursday", "afternoon"),
        ("at about 4 A.M. Thursday", "04:00"),
        ("at 12.15 am on 3 May", "00:15"),
        ("at 12 p.m. on 3 May", "12:00"),
        ("Friday, 3 June 2022, at 4pm", "16:00"),
        ("overnight into Friday", "overnight"),
        ("in the night of 18 June", "night"),
    ],
)
def test_part_of_the_day(sentence: str, part: str) -> None:
    assert only(sentence).part == part


@pytest.mark.parametrize(
    ("sentence", "relation", "future"),
    [
        ("since last Friday", "since", False),
        ("until Oct. 31", "until", False),
        ("by Tuesday", "by", False),
        ("before the Friday", "before", True),
        ("before Friday's vote", "before", False),
        ("from 3 May", "from", False),
        ("as of 3 May", "until", False),
        ("the day before", None, False),
        ("two days before the vote", "before", False),
        ("next Friday", None, True),
        ("in the coming weeks", None, True),
        ("tomorrow", None, True),
    ],
)
def test_relation_and_future(sentence: str, relation: str | None, future: bool) -> None:
    assert (only(sentence).relation, only(sentence).future) == (relation, future)


@pytest.mark.parametrize(
    "sentence", ["held it for three years", "a siege of two weeks", "after six hours", "a three-day truce"]
)
def test_a_length_is_no_date(sentence: str) -> None:
    assert only(sentence).duration


def test_two_digit_years_and_clock() -> None:
    assert only("seen on 3 JAN 90 in town").year == 1990
    assert only("seen on 3 JAN 12 in town").year == 2012


def test_offsets_are_absolute() -> None:
    text = "Nothing here. It fell early on Tuesday, hours after 3 May."
    for m in find_times(text[14:], 14):
        assert text[m.start : m.end] == m.text
    assert [m.start for m in find_times(text[14:], 14)] == [22, 40, 52]


ATOMS = [
    "Sunday",
    "3",
    "May",
    "2021",
    "the",
    "night",
    "of",
    "on",
    "two",
    "days",
    "later",
    "since",
    "last",
    "at",
    "after",
    "before",
    "4 pm",
    "-",
    ",",
    "ago",
    "1990s",
    "'s",
    "\n",
]


def check(text: str) -> None:
    found = find_times(text, 7)
    assert all(text[m.start - 7 : m.end - 7] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(ATOMS), max_size=20), st.sampled_from([" ", ""]))
def test_any_order_of_words(atoms: list[str], glue: str) -> None:
    check(glue.join(atoms))


@pytest.mark.parametrize("unit", ["(", '"', "1", "1,", "1-", "a ", "on the ", "\n", "late ", "since ", "May "])
def test_hostile_text_is_read(unit: str) -> None:
    long = unit * (20_000 // len(unit))
    check(long)
    assert texts(long + "\nThey came on Sunday")[-1] == "Sunday"


def test_a_line_of_a_megabyte() -> None:
    assert texts("x" * 999_990 + " on Sunday") == ["Sunday"]


def test_words_are_lower_case() -> None:
    w = time_words()
    known = [*w.months, *w.weekdays, *w.numbers, *w.units, *w.parts, *w.vagues, *w.relations]
    assert [x for x in known if not re.fullmatch(r"[a-z -]+", x)] == []
