"""Which days the words mean: the conventions case by case, several mentions in one clause, and dates at the calendar's ends."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mentions.times import TimeMention, find_times
from dateline.model.incident import When
from dateline.packs.time_words import time_words
from dateline.resolve.when import TimeContext, ahead, bounded, combine, implied, interval, point, resolve, reverse

# Publication is Wednesday 12 June 2019 throughout, unless a case says otherwise.
TODAY = date(2019, 6, 12)
CTX = TimeContext(published=TODAY)


def told(words_: str, ctx: TimeContext = CTX) -> When:
    (mention,) = find_times(words_)
    return resolve(mention, ctx)


def days(when: When) -> str:
    return f"{when.start or '?'}/{when.end or '?'} {when.precision} {when.basis}"


@pytest.mark.parametrize(
    ("words_", "expected"),
    [
        # weekdays
        ("on Wednesday", "2019-06-12/2019-06-12 day relative"),
        ("on Thursday", "2019-06-06/2019-06-06 day relative"),
        ("on Sunday night", "2019-06-09/2019-06-09 day relative"),
        ("the day Monday", "2019-06-10/2019-06-10 day relative"),
        ("last Wednesday", "2019-06-05/2019-06-05 day relative"),
        ("last Friday", "2019-06-07/2019-06-07 day relative"),
        ("Friday last week", "2019-06-07/2019-06-07 day relative"),
        ("Monday last week", "2019-06-03/2019-06-03 day relative"),
        ("on Friday next", "2019-06-14/2019-06-14 day relative"),
        ("next Friday", "2019-06-14/2019-06-14 day relative"),
        ("on Monday and Tuesday", "2019-06-10/2019-06-11 days relative"),
        ("from Friday to Sunday", "2019-06-07/2019-06-09 days relative"),
        ("Sunday night into Monday", "2019-06-09/2019-06-10 days relative"),
        ("since Monday", "2019-06-10/2019-06-12 open relative"),
        ("by Tuesday", "2019-06-11/2019-06-11 day relative"),
        ("until Tuesday", "?/2019-06-11 open relative"),
        ("after Monday's raid", "2019-06-10/2019-06-12 open relative"),
        ("before Monday's raid", "?/2019-06-10 open relative"),
        ("overnight into Tuesday", "2019-06-10/2019-06-11 days relative"),
        ("overnight on Monday", "2019-06-10/2019-06-11 days relative"),
        ("overnight on Wednesday", "2019-06-11/2019-06-12 days relative"),
        # told from publication
        ("yesterday evening", "2019-06-11/2019-06-11 day relative"),
        ("the day before yesterday", "2019-06-10/2019-06-10 day relative"),
        ("today", "2019-06-12/2019-06-12 day relative"),
        ("this morning", "2019-06-12/2019-06-12 day relative"),
        ("tonight", "2019-06-12/2019-06-12 day relative"),
        ("tomorrow", "2019-06-13/2019-06-13 day relative"),
        ("last night", "2019-06-11/2019-06-11 day relative"),
        ("the night before last", "2019-06-10/2019-06-10 day relative"),
        ("overnight", "2019-06-11/2019-06-12 days relative"),
        ("during the night", "2019-06-11/2019-06-12 days relative"),
        ("over the past 24 hours", "2019-06-11/2019-06-12 days relative"),
        ("in the past 48 hours", "2019-06-10/2019-06-12 days relative"),
        ("in the past few hours", "2019-06-11/2019-06-12 days relative"),
        ("in the past two days", "2019-06-10/2019-06-12 days relative"),
        ("over the past week", "2019-06-05/2019-06-12 week relative"),
        ("in recent days", "2019-06-05/2019-06-12 open relative"),
        ("over the past three months", "2019-03-12/2019-06-12 open relative"),
        ("three days ago", "2019-06-09/2019-06-09 day relative"),
        ("three weeks ago", "2019-05-19/2019-05-25 week relative"),
        ("two months ago", "2019-04-01/2019-04-30 month relative"),
        ("five years ago", "2014-01-01/2014-12-31 year relative"),
        ("five years ago today", "2014-06-12/2014-06-12 day relative"),
        ("five years ago this month", "2014-06-01/2014-06-30 month relative"),
        ("five years ago this week", "2014-06-09/2014-06-15 week relative"),
        ("years ago", "?/2019-06-11 open relative"),
        ("this week", "2019-06-10/2019-06-12 week relative"),
        ("during the week", "2019-06-10/2019-06-12 week relative"),
        ("last week", "2019-06-03/2019-06-09 week relative"),
        ("next week", "2019-06-17/2019-06-23 week relative"),
        ("at the weekend", "2019-06-08/2019-06-09 days relative"),
        ("last weekend", "2019-06-08/2019-06-09 days relative"),
        ("earlier this month", "2019-06-01/2019-06-12 month relative"),
        ("last month", "2019-05-01/2019-05-31 month relative"),
        ("early last month", "2019-05-01/2019-05-10 days relative"),
        ("this year", "2019-01-01/2019-06-12 year relative"),
        ("last year", "2018-01-01/2018-12-31 year relative"),
        ("late last year", "2018-10-01/2018-12-31 open relative"),
        ("in the coming weeks", "2019-06-12/? open relative"),
        # calendar
        ("on 3 May 2017", "2017-05-03/2017-05-03 day stated"),
        ("on 12 June", "2019-06-12/2019-06-12 day stated"),
        ("on 13 June", "2018-06-13/2018-06-13 day stated"),
        ("on May 3 last year", "2018-05-03/2018-05-03 day stated"),
        ("on 29 February", "2016-02-29/2016-02-29 day stated"),
        ("on 24/5", "2019-05-24/2019-05-24 day stated"),
        ("on the 3rd of this month", "2019-06-03/2019-06-03 day stated"),
        ("on the 17th, he said", "2019-05-17/2019-05-17 day stated"),
        ("on the 31st, he said", "2019-05-31/2019-05-31 day stated"),
        ("in the night of 8 June", "2019-06-08/2019-06-08 day stated"),
        ("between 3 and 5 May", "2019-05-03/2019-05-05 days stated"),
        ("8-14 November", "2018-11-08/2018-11-14 days stated"),
        ("from 28 December to 3 January", "2018-12-28/2019-01-03 days stated"),
        ("from 28 May 2015 to 3 June 2016", "2015-05-28/2016-06-03 days stated"),
        ("since 1 January", "2019-01-01/2019-06-12 open stated"),
        ("in May 2003", "2003-05-01/2003-05-31 month stated"),
        ("in February 2016", "2016-02-01/2016-02-29 month stated"),
        ("in January this year", "2019-01-01/2019-01-31 month stated"),
        ("in August", "2018-08-01/2018-08-31 month stated"),
        ("in June", "2019-06-01/2019-06-12 month stated"),
        ("last March", "2019-03-01/2019-03-31 month relative"),
        ("last June", "2018-06-01/2018-06-30 month relative"),
        ("since September", "2018-09-01/2019-06-12 open stated"),
        ("late May", "2019-05-21/2019-05-31 days stated"),
        ("between March and May 2015", "2015-03-01/2015-05-31 open stated"),
        ("in November and January", "2018-11-01/2019-01-31 open stated"),
        ("in 2018", "2018-01-01/2018-12-31 year stated"),
        ("since the end of 2005", "2005-12-01/2019-06-12 open stated"),
        ("in mid-2014", "2014-05-01/2014-08-31 open stated"),
        ("between 2014 and 2017", "2014-01-01/2017-12-31 open stated"),
        ("in the 1990s", "1990-01-01/1999-12-31 open stated"),
        ("last summer", "2018-06-01/2018-08-31 open relative"),
        ("last spring", "2019-03-01/2019-05-31 open relative"),
        ("in the winter of 2015", "2014-12-01/2016-02-29 open stated"),
        ("the summer of 2014", "2014-06-01/2014-08-31 open stated"),
        ("until 2016", "?/2016-12-31 open stated"),
        # no day to be had
        ("on 31 February", "?/? open stated"),
        ("2018-02-30", "?/? open stated"),
        ("two days later", "?/? open relative"),
        ("the next morning", "?/? open relative"),
        ("the fifth anniversary", "?/? open relative"),
        ("for three years", "?/? open relative"),
    ],
)
def test_days_of(words_: str, expected: str) -> None:
    assert days(told(words_)) == expected


PREVIOUS = (date(2019, 6, 4), date(2019, 6, 4))


@pytest.mark.parametrize(
    ("words_", "part", "expected"),
    [
        ("two days later", None, "2019-06-06/2019-06-06 day relative"),
        ("a day after the blast", None, "2019-06-05/2019-06-05 day relative"),
        ("two days before the blast", None, "2019-06-02/2019-06-02 day relative"),
        ("the same day", None, "2019-06-04/2019-06-04 day relative"),
        ("that evening", None, "2019-06-04/2019-06-04 day relative"),
        ("the next morning", None, "2019-06-05/2019-06-05 day relative"),
        ("the day after", None, "2019-06-05/2019-06-05 day relative"),
        ("the previous night", None, "2019-06-03/2019-06-03 day relative"),
        ("the day before", None, "2019-06-03/2019-06-03 day relative"),
        ("hours earlier", None, "2019-06-04/2019-06-04 day relative"),
        ("hours before", "late", "2019-06-04/2019-06-04 day relative"),
        ("hours before", "early", "2019-06-03/2019-06-04 days relative"),
        ("hours before", "04:00", "2019-06-03/2019-06-04 days relative"),
        ("minutes before", "early", "2019-06-04/2019-06-04 day relative"),
        ("hours later", "early", "2019-06-04/2019-06-04 day relative"),
        ("24 hours earlier", None, "2019-06-03/2019-06-03 day relative"),
        ("a week later", None, "2019-06-08/2019-06-12 week relative"),
        ("a month earlier", None, "2019-05-01/2019-05-31 month relative"),
        ("a year earlier", None, "2018-01-01/2018-12-31 year relative"),
        ("days later", None, "2019-06-05/2019-06-12 open relative"),
        ("days before", None, "?/2019-06-03 open relative"),
        ("the following Friday", None, "2019-06-07/2019-06-07 day relative"),
        ("the previous Friday", None, "2019-05-31/2019-05-31 day relative"),
        ("the following week", None, "2019-06-10/2019-06-12 week relative"),
        ("the same month", None, "2019-06-01/2019-06-12 month relative"),
        ("at dawn", None, "2019-06-04/2019-06-04 day implied"),
    ],
)
def test_told_from_the_event_before(words_: str, part: str | None, expected: str) -> None:
    assert days(told(words_, TimeContext(published=TODAY, previous=PREVIOUS, previous_part=part))) == expected


@pytest.mark.parametrize(
    ("words_", "ctx", "expected"),
    [
        ("the previous night", CTX, "2019-06-11/2019-06-11 day relative"),
        ("at dawn", CTX, "2019-06-11/2019-06-12 days relative"),
        ("before the Friday", TimeContext(TODAY, tense="future"), "2019-06-12/2019-06-14 days relative"),
        ("on Friday", TimeContext(TODAY, tense="future"), "2019-06-14/2019-06-14 day relative"),
        ("on 3 May", TimeContext(TODAY, tense="future"), "2020-05-03/2020-05-03 day stated"),
        ("until Oct. 31", CTX, "?/2019-10-31 open stated"),
        ("until 31 May", CTX, "?/2019-05-31 open stated"),
        ("since Friday", TimeContext(TODAY, tense="future"), "2019-06-14/? open relative"),
        ("on 3 August", TimeContext(TODAY, year_hint=2014), "2014-08-03/2014-08-03 day stated"),
        (
            "during the week",
            TimeContext(TODAY, period=(date(2019, 6, 1), date(2019, 6, 7))),
            "2019-06-01/2019-06-07 week stated",
        ),
        ("at the weekend", TimeContext(date(2019, 6, 15)), "2019-06-08/2019-06-09 days relative"),
        ("at the weekend", TimeContext(date(2019, 6, 16)), "2019-06-15/2019-06-16 days relative"),
        ("this weekend", TimeContext(date(2019, 6, 15)), "2019-06-15/2019-06-15 days relative"),
        ("last weekend", TimeContext(date(2019, 6, 16)), "2019-06-08/2019-06-09 days relative"),
        ("on Sunday", TimeContext(), "?/? open relative"),
        ("yesterday", TimeContext(), "?/? open relative"),
        ("overnight", TimeContext(), "?/? open relative"),
        ("over the past week", TimeContext(), "?/? open relative"),
        ("on 3 May", TimeContext(), "?/? open stated"),
        ("on 3 May 2019", TimeContext(), "2019-05-03/2019-05-03 day stated"),
        ("last night", TimeContext(date.min), "?/? open relative"),
        ("tomorrow", TimeContext(date.max), "?/? open relative"),
        ("since Monday", TimeContext(date(1, 1, 1)), "0001-01-01/0001-01-01 open relative"),
        ("last year", TimeContext(date(1, 5, 5)), "?/? open relative"),
        ("next week", TimeContext(date.max), "?/? open relative"),
        ("last summer", TimeContext(date(9999, 12, 31)), "9999-06-01/9999-08-31 open relative"),
    ],
)
def test_context(words_: str, ctx: TimeContext, expected: str) -> None:
    assert days(told(words_, ctx)) == expected


@pytest.mark.parametrize(
    ("clause", "expected", "text"),
    [
        ("At 23:40 on 9 June a bomb hit the house", "2019-06-09/2019-06-09 day stated", "At 23:40 on 9 June"),
        ("The post fell on Tuesday before dawn", "2019-06-11/2019-06-11 day relative", "Tuesday before dawn"),
        ("In the raid on Tuesday, which began at dawn,", "2019-06-11/2019-06-11 day relative", "Tuesday"),
        (
            "On Wednesday police said that men came the previous night",
            "2019-06-11/2019-06-11 day relative",
            "the previous night",
        ),
        (
            "shot dead early on Tuesday, hours after men had seized a third",
            "2019-06-11/2019-06-11 day relative",
            "early on Tuesday",
        ),
        ("two days after the attack of Friday", "2019-06-09/2019-06-09 day relative", "two days after"),
        ("agreed on Monday to halt fire until Oct. 31", "2019-06-10/2019-06-10 day relative", "Monday"),
        ("held since 2014, it fell on Monday", "2019-06-10/2019-06-10 day relative", "Monday"),
        ("on Monday, after a siege of two weeks", "2019-06-10/2019-06-10 day relative", "Monday"),
        ("in 2015, on 3 May,", "2015-05-03/2015-05-03 day stated", "3 May"),
        ("on Saturday (8 June) troops", "2019-06-08/2019-06-08 day stated", "Saturday (8 June"),
        ("before noon", "2019-06-11/2019-06-12 days relative", "before noon"),
        ("for three years", "?/2019-06-12 open bounded", None),
        ("no time at all", "?/2019-06-12 open bounded", None),
    ],
)
def test_clause_with_several(clause: str, expected: str, text: str | None) -> None:
    when = combine(find_times(clause), CTX)
    assert (days(when), when.text) == (expected, text)
    assert when.evidence is None if text is None else clause[slice(*when.evidence or ())] == text


def test_a_part_said_apart_is_kept() -> None:
    assert combine(find_times("On Tuesday men came to the town at dawn"), CTX).part == "dawn"
    assert told("overnight").part == "night"
    assert told("late on Tuesday").part == "late"


def test_functions_beside_resolve() -> None:
    (mention,) = find_times("two days after")
    assert days(bounded(TODAY)) == "?/2019-06-12 open bounded"
    assert bounded(TODAY, mention).text == "two days after"
    assert days(resolve(None, CTX)) == "?/2019-06-12 open bounded"
    assert days(implied((TODAY, TODAY))) == "2019-06-12/2019-06-12 day implied"
    assert days(implied((date(2019, 6, 1), TODAY))) == "2019-06-01/2019-06-12 days implied"
    assert days(implied(None)) == "?/? open implied"
    assert days(ahead(TODAY)) == "2019-06-12/? open implied"
    assert interval(implied((TODAY, TODAY))) == (TODAY, TODAY)
    assert interval(bounded(TODAY)) is None


def test_reverse_and_point() -> None:
    ctx = TimeContext(published=TODAY, previous=PREVIOUS, previous_part="early")
    (two_days,) = find_times("two days after gunmen shot")
    assert days(resolve(reverse(two_days), ctx)) == "2019-06-02/2019-06-02 day relative"
    assert reverse(reverse(two_days)) == two_days
    (hours,) = find_times("hours after men took")
    assert days(resolve(reverse(hours), ctx)) == "2019-06-03/2019-06-04 days relative"
    (july,) = find_times("since July, when")
    assert days(resolve(point(july), CTX)) == "2018-07-01/2018-07-31 month stated"


PHRASES = [piece for rule in time_words().rules for _, piece, _ in rule.examples]
DATES = st.dates() | st.sampled_from([date.min, date.max, date(2020, 2, 29), TODAY])
INTERVALS = st.none() | st.tuples(DATES, DATES)
CONTEXTS = st.builds(
    TimeContext,
    published=st.none() | DATES,
    previous=INTERVALS,
    period=INTERVALS,
    tense=st.sampled_from(["past", "present", "future"]),
    year_hint=st.none() | st.integers(1, 9999),
    previous_part=st.sampled_from([None, "early", "night", "04:00"]),
)
NUMBER = st.none() | st.integers(0, 9999)
FORMS = sorted({m.form for p in PHRASES for m in find_times(p)} | {"unheard_of"})
MENTIONS = st.builds(
    TimeMention,
    start=st.just(0),
    end=st.just(1),
    text=st.just("x"),
    form=st.sampled_from(FORMS),
    day=st.none() | st.integers(0, 32),
    month=st.none() | st.integers(1, 12),
    year=NUMBER,
    day_to=st.none() | st.integers(0, 32),
    month_to=st.none() | st.integers(1, 12),
    year_to=NUMBER,
    weekday=st.none() | st.integers(0, 6),
    weekday_to=st.none() | st.integers(0, 6),
    n=NUMBER,
    unit=st.sampled_from([None, "minute", "hour", "day", "week", "weekend", "fortnight", "month", "year", "decade"]),
    season=st.sampled_from([None, "spring", "summer", "winter"]),
    which=st.sampled_from(
        [None, "last", "this", "next", "following", "previous", "last_week", "last_year", "that_year", "period"]
    ),
    relation=st.sampled_from([None, "since", "until", "by", "before", "after", "from"]),
    vague=st.sampled_from([None, "early", "mid", "late", "start", "end", "into"]),
    part=st.sampled_from([None, "overnight", "dawn"]),
    future=st.booleans(),
    duration=st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(MENTIONS, CONTEXTS)
def test_any_mention_in_any_context(mention: TimeMention, ctx: TimeContext) -> None:
    when = resolve(mention, ctx)
    assert when.start is None or when.end is None or when.start <= when.end
    assert when.text == "x"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), max_size=4), CONTEXTS)
def test_any_clause_in_any_context(phrases: list[str], ctx: TimeContext) -> None:
    clause = ", ".join(phrases)
    when = combine(find_times(clause), ctx)
    assert when.start is None or when.end is None or when.start <= when.end
    assert (when.text is None) == (when.evidence is None)
    assert when.evidence is None or clause[slice(*when.evidence)] == when.text


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(time_words().weekdays)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_weekday_is_the_latest_on_or_before_publication(name: str, published: date) -> None:
    when = told(f"on {name.title()}", TimeContext(published))
    assert when.end is not None
    assert when.end.weekday() == time_words().weekdays[name]
    assert 0 <= (published - when.end).days < 7
