"""The days a bulletin covers, and its day of issue."""

from datetime import date

import pytest

from dateline.sources.dateline import read_dateline


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("Gao Network\nReport No. 3 | 15 November 2021\nReporting period: 8-14 November", "2021-11-08", "2021-11-14"),
        ("Gao Network\nWeekly bulletin - 21 October 2016 (period: 14-20 October)", "2016-10-14", "2016-10-20"),
        ("Gao Network\n5 June 2021\nReporting period: 28 May - 3 June", "2021-05-28", "2021-06-03"),
        ("Gao Network\n4 January 2021\nPeriod covered: 28 December to 3 January", "2020-12-28", "2021-01-03"),
        ("Gao Network\n4 January 2021\nPeriod: December 28-31, 2020", "2020-12-28", "2020-12-31"),
        ("Gao Network, 10 May 2021\nWeek of 3 May", "2021-05-03", "2021-05-09"),
        ("Army Command\n19 January 2024\nSummary of incidents on Thursday 18 January", "2024-01-18", "2024-01-18"),
        ("Army Command\n2 January 2021\nSummary of incidents on 31 December", "2020-12-31", "2020-12-31"),
        ("Summary of incidents on 18 January 2024\nArmy Command, 19 January 2024", "2024-01-18", "2024-01-18"),
        ("Gao Network\n4 May 2021\nWhat our teams recorded between 27 April and 3 May", "2021-04-27", "2021-05-03"),
        (
            "Gao Network\n4 May 2021\nWhat we have recorded between Tuesday 27 April and Monday 3 May",
            "2021-04-27",
            "2021-05-03",
        ),
        (
            "Gao Network\n5 February 2024\nWeekly safety snapshot 5/24, 29 January - 4 February",
            "2024-01-29",
            "2024-02-04",
        ),
        ("Gao Network\n21 October 2016\nWeekly bulletin, period 14-20 October", "2016-10-14", "2016-10-20"),
        ("Army Command, 3 May 2021\nSituation over the last 24 hours", "2021-05-02", "2021-05-03"),
        ("Army Command - summary of the past 24 hours, 3 May 2021", "2021-05-02", "2021-05-03"),
        ("Front Desk evening summary, 3 May 2021, 21:00", "2021-05-03", "2021-05-03"),
    ],
)
def test_period(head: str, start: str, end: str) -> None:
    d = read_dateline(head + "\n\nTwo men died in the town.")
    assert d.period == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "head",
    [
        "Gao Network\nBulletin 14 - 20 October 2021",
        "Situation report for 3 May 2021",
        "Gao Network\nPress bulletin of 3 May 2021",
        "Gao Star, 3 May 2021\nFive killed over the last 24 hours",
        "Gao Star, 3 May 2021\nFive killed between 27 April and 1 May",
        "Gao Star, 3 May 2021\nPolice report 5 dead on 1 May",
        "Gao Star, 3 May 2021\nDeadly events of 1 May remembered",
        "Gao Star, 3 May 2021\nSummary of a week",
    ],
)
def test_no_period(head: str) -> None:
    d = read_dateline(head + "\n\nTwo men died in the town between 1 May and 2 May.")
    assert d.published is not None
    assert d.period is None


@pytest.mark.parametrize(
    ("text", "period", "published"),
    [
        ("DAILY BULLETIN\nPeriod covered: 12 March 2022\n\nRebels came.", ("2022-03-12", "2022-03-12"), None),
        (
            "Security bulletin, 4 to 10 March 2022\nIssued 11 March 2022\n\nRebels came.",
            ("2022-03-04", "2022-03-10"),
            "2022-03-11",
        ),
        ("Security bulletin issued 11 March 2022\n\nRebels came.", None, "2022-03-11"),
        ("Week of 7 March 2022\n\nRebels came.", ("2022-03-07", "2022-03-13"), None),
    ],
)
def test_a_bulletins_days_and_its_day_of_issue(
    text: str, period: tuple[str, str] | None, published: str | None
) -> None:
    d = read_dateline(text)
    assert (d.period and tuple(map(str, d.period))) == period
    assert (str(d.published) if d.published else None) == published
