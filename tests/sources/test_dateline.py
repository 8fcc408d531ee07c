"""Whole openings: date lines, shapes below each other, and prose that is none of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sources.dateline import Dateline, read_dateline
from sources.spans import said


def test_date_line_before_the_report() -> None:
    text = " date 2021-02-11 The group has killed two men in the town."
    d = read_dateline(text)
    assert (d.published, said(text, d.date_span), d.masthead_end) == (date(2021, 2, 11), "2021-02-11", 0)
    assert text[d.body_start :].startswith("The group")


def test_a_dateline_below_masthead_and_headline() -> None:
    text = "The Niger Quarterly, 14 June 2023\nThe women who stayed\n\nGAO — Before the fires she left."
    d = read_dateline(text)
    assert (said(text, d.outlet), said(text, d.place)) == ("The Niger Quarterly", "GAO")
    assert text[: d.masthead_end].endswith("2023")
    assert text[d.body_start :].startswith("Before")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "On 3 May 2021 the army attacked - hard - and left.",
        "The army, which on 3 May 2021 attacked the town, has left.",
        "Twelve people died on Friday 3 June 2022",
        "Since 3 May 2021 two men died.",
        "US President - Biden said it.",
        "Army troops killed - at least - five men.",
        "date 2021-02-31 The group left.",
        "dated 2021-02-11 is the letter.",
        "Two men died.\n\nThe town was hit.\n\nOn 3 May 2021",
        "KUNDUZ - Two men died.\n\nGHAZNI - Three men died.",
        "PRESENTER: Good day.\n\nCORRESPONDENT: Good day.",
        "HIGHLIGHTS: Two men died.\n\nCONTEXT: None.",
        "UPDATE - Two men died.",
        "ANALYSIS: Can talks end the war?",
    ],
)
def test_no_dateline(text: str) -> None:
    d = read_dateline(text)
    assert (d.published, d.date_span, d.place, d.masthead_end) == (None, None, None, 0)
    assert text[d.body_start :].strip() == text.strip()


LINES = st.sampled_from(
    [
        "GAO, May 3, 2021 (Wire) - ",
        "The Star",
        "3 May 2021",
        "Reporting period: 8-14 May",
        "\n",
        "\n\n",
        "date 2021-02-11 ",
        "(",
        " - ",
        "Two men died.",
        "STATEMENT\n",
        "\nGao Command of the North",
        "[note]",
        "GAO (Mali) - ",
        "Summary of incidents on 2 May",
        "Signed: the ",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=9).map("".join) | st.text(max_size=80))
def test_offsets_stay_inside_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    d = read_dateline(text)
    assert isinstance(d, Dateline)
    assert 0 <= d.masthead_end <= len(text)
    assert 0 <= d.body_start <= len(text)
    for span in (d.date_span, d.place, d.outlet):
        assert span is None or (0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip())
    assert d.period is None or d.period[0] <= d.period[1]


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        '"',
        "1,",
        "A ",
        "A, ",
        "A - ",
        "GAO (",
        "\n",
        " ",
        "3 May ",
        "[TEXT] ",
        "2021 ",
        "date ",
        "[",
        "]",
        "@a ",
        "Command ",
        "of the ",
    ],
)
def test_hostile_text_is_read(unit: str) -> None:
    long = unit * (1_000_000 // len(unit))
    check(long)
    check("GAO, 3 MAY (X) -- " + long)
