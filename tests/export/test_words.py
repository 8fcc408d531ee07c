"""Values in plain words: ranges stay ranges, open ends stay open."""

from datetime import date

import pytest

from dateline.export.plain import one_line, plain
from dateline.export.words import count_words, interval_words, lines, opening_words, where_line
from dateline.model.incident import Casualty, When, Where
from dateline.resolve.area import sector, wedge
from fake_coder import SHELLING, STRIKE


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (40, 40, "40"),
        (37, None, "37 or more"),
        (24, 36, "24 to 36"),
        (0, 5, "up to 5"),
        (0, 0, "none"),
        (1200, 1200, "1,200"),
    ],
)
def test_counts_keep_their_ends(low: int, high: int | None, words: str) -> None:
    assert count_words(low, high) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2017, 2, 10), date(2017, 2, 10), "Fri 10 Feb 2017"),
        (None, date(2017, 2, 11), "on or before Sat 11 Feb 2017"),
        (date(2014, 1, 1), None, "from Wed 1 Jan 2014 on"),
        (None, None, "date not known"),
        (date(2017, 2, 10), date(2017, 2, 11), "10–11 Feb 2017"),
        (date(2017, 1, 30), date(2017, 2, 2), "30 Jan – 2 Feb 2017"),
        (date(2016, 12, 31), date(2017, 1, 1), "31 Dec 2016 – 1 Jan 2017"),
        (date(2022, 1, 1), date(2022, 1, 31), "January 2022"),
        (date(2022, 1, 1), date(2022, 1, 30), "1–30 Jan 2022"),
        (date(2014, 1, 1), date(2014, 12, 31), "the year 2014"),
        (date(9999, 12, 1), date(9999, 12, 31), "December 9999"),
    ],
)
def test_intervals_say_which_end_is_open(start: date | None, end: date | None, words: str) -> None:
    assert interval_words(When(start=start, end=end)) == words


def test_a_place_without_a_point_is_said_to_have_none() -> None:
    assert "no point" in where_line(STRIKE.where).note
    assert "no point" not in where_line(SHELLING.where).note
    assert where_line(Where()).words == "place not known"


def test_an_area_is_told_by_what_the_words_say_of_it() -> None:
    south = Where(name="Homs", precision="near", lat=34.6, lon=36.7, geometry=sector(34.7, 36.7, 180, 12))
    assert where_line(south).note.startswith("12 km from it · 34.600° N")
    part = Where(name="Raqqa", precision="near", geometry=wedge(35.9, 39.0, 0, 15))
    assert where_line(part).note == "near it, not in it · a part of it, roughly"


def test_doubt_about_a_figure_is_told() -> None:
    notes = " ".join(line.note for line in lines(STRIKE))
    assert "disputed" in notes
    assert "vague" in notes
    running = Casualty(outcome="killed", group="unknown", low=1, high=1, kind="exact", cumulative=True, shared="s")
    (line,) = [
        line
        for line in lines(
            SHELLING.__class__(**{f: getattr(STRIKE, f) for f in STRIKE.__struct_fields__} | {"casualties": (running,)})
        )
        if line.field == "how many"
    ]
    assert "never added" in line.note
    assert "added once" in line.note


def test_steering_characters_are_shown_one_for_one() -> None:
    hostile = "a\x1b[31mb\u202ec\x00d\x7fe\ud800f\x9bg"
    assert len(plain(hostile)) == len(hostile)
    assert not {"\x1b", "\u202e", "\x00", "\x7f", "\ud800", "\x9b"} & set(plain(hostile))
    assert plain("naïve – “ok”\nتعز") == "naïve – “ok”\nتعز"
    assert one_line("a\r\nb\tc") == "a  b c"


def test_the_opening_stands_in_for_a_title() -> None:
    assert opening_words(" date 2017-02-11 The group killed 40.", 80) == "The group killed 40."
    assert opening_words("A  date\nline is  no date line", 80) == "A date line is no date line"
    assert opening_words("word " * 50, 20) == "word word word …"
    assert (
        opening_words("Bomb kills four in Kismayo\nBy the wires\n\nFour men died.", 80) == "Bomb kills four in Kismayo"
    )
    assert opening_words("", 80) == ""
