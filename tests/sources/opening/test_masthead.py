"""Mastheads: the day and the outlet that short lines above the report name."""

from datetime import date

import pytest

from dateline.sources.dateline import read_dateline
from sources.spans import said


@pytest.mark.parametrize(
    ("head", "published", "outlet"),
    [
        ("date 2021-02-11 Niger Review", "2021-02-11", "Niger Review"),
        ("\ufeffdate 2021-02-11 Niger Review", "2021-02-11", "Niger Review"),
        ('3 May 2021, 08:00\nOperational Group "East" - morning summary', "2021-05-03", 'Operational Group "East"'),
        ("Gao Weekly Star, Friday 17 June 2022", "2022-06-17", "Gao Weekly Star"),
        ("Gao Morning Ledger | February 15, 2024", "2024-02-15", "Gao Morning Ledger"),
        ("Télé-Gao – 3 mai / May 3, 2024 – English service", "2024-05-03", "Télé-Gao"),
        ("Radio Gao, Ansongo. Midday news, Thursday 14 April 2016. Transcript.", "2016-04-14", "Radio Gao"),
        ("Protection Network - Mali\nFlash Report No. 38 | 15 May 2021", "2021-05-15", "Protection Network"),
        ("United Nations - Regional Cell, Niger Basin\nDaily brief, 20 June 2017", "2017-06-20", "Regional Cell"),
        ("The Niger Voice\n12/31/2019", "2019-12-31", "The Niger Voice"),
        ("The Niger Voice, 3 May 2021\n[The desk could check none of this]", "2021-05-03", "The Niger Voice"),
        ("The Niger Voice\n09 Dec 2022", "2022-12-09", "The Niger Voice"),
        ("2019-06-03", "2019-06-03", None),
        ("Published: 3 May 2021, 14:30", "2021-05-03", None),
        ("By Jane Doe\nMay 3, 2021", "2021-05-03", None),
        ("Two killed in Gao\nThe Daily Star, 3 May 2021", "2021-05-03", "The Daily Star"),
        (
            "REPUBLIC OF MALI - Ministry of Justice\nPress bulletin 12. Bamako, 3 May 2021",
            "2021-05-03",
            "Ministry of Justice",
        ),
        ("Niger Media Desk (@niger_desk) · 9 Feb 2018 · thread", "2018-02-09", "Niger Media Desk"),
        ("Niger Media Desk @niger_desk · 9 Feb 2018", "2018-02-09", "Niger Media Desk"),
        ("River Truth (@rivertruth)\n11 November 2024", "2024-11-11", "River Truth"),
        ("Field Safety Desk, Gao\nDaily note, 25 October 2023", "2023-10-25", "Field Safety Desk"),
        ("GAO (Mali) – River Press – 17 August 2022\n[Translated from the French]", "2022-08-17", "River Press"),
        ("GAO (Mali) – River – 17 August 2022", "2022-08-17", "River"),
        ("The Evening Tide, 29 March 2022 - FILM", "2022-03-29", "The Evening Tide"),
        ("Niger Post, 29 March 2022 - BOOKS", "2022-03-29", "Niger Post"),
        ("Niger Desk LIVE, 9 November 2023", "2023-11-09", "Niger Desk"),
        ("LOW TIDE magazine\n9 July 2023", "2023-07-09", "LOW TIDE"),
        (
            "PRESS RELEASE\nPublic Relations Section, Lotus Task Force\nGao, 17 March 2022",
            "2022-03-17",
            "Lotus Task Force",
        ),
        ("STATEMENT BY THE GENERAL COMMAND OF THE NORTH\n3 May 2021", "2021-05-03", "GENERAL COMMAND OF THE NORTH"),
        ("Niger Mirror\n8 April 2018\nOur Correspondent", "2018-04-08", "Niger Mirror"),
        (
            "Upper River Defence Column\nInformation Office\nCommunique 3, 15 June 2022",
            "2022-06-15",
            "Upper River Defence Column",
        ),
        ("Summary of incidents on 18 January 2024\nArmy Command, 19 January 2024", "2024-01-19", "Army Command"),
    ],
)
def test_masthead(head: str, published: str, outlet: str | None) -> None:
    text = head + "\n\nThe army said that two men had died in the town."
    d = read_dateline(text)
    assert d.published == date.fromisoformat(published)
    assert said(text, d.outlet) == outlet or outlet is None
    assert d.masthead_end == len(head)
    assert text[d.body_start :].startswith("The army")


@pytest.mark.parametrize(
    "title",
    [
        "TO THE PRESS AND THE PUBLIC",
        "PRESS RELEASE",
        "STATEMENT",
        "COMMUNIQUÉ No. 5",
        "Military Communiqué No. 5",
        "FOR IMMEDIATE RELEASE",
        "By Our Correspondent",
    ],
)
def test_a_title_is_no_outlet(title: str) -> None:
    d = read_dateline(title + "\n3 May 2021\n\nOur men fired at a post of the enemy.")
    assert (d.published, d.outlet) == (date(2021, 5, 3), None)


def test_masthead_of_nothing_is_no_masthead() -> None:
    d = read_dateline("Gao Star, 3 May 2021")
    assert (d.published, d.masthead_end, d.body_start) == (date(2021, 5, 3), 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The Pulse LIVE\nZawiya clashes: Tuesday 23 May 2023, all times local\n\n23:10 Two men died.",
        "LIVE | Police operation in Gao\nThe Pulse, Tuesday, May 23, 2023. Newest entries first.\n\n18:52 - Two men died.",
        "[Translated from the French. Midday bulletin of Radio Ouaka, Bambari, 23 May 2023.]\n\nTwo men died.",
        "Relief Forum\nSITUATION REPORT No. 7\nReporting period: 13 to 19 May 2023. Issued 23 May 2023, Juba.\n\nTwo men died.",
        "Coast Watch\nWeekly conflict summary, issue 41 (12-18 May 2023)\nPublished 23 May 2023\n\nTwo men died.",
        "(The Voices, 23 May 2023) Two men were shot on Monday.",
    ],
)
def test_days_of_mastheads(text: str) -> None:
    assert read_dateline(text).published == date(2023, 5, 23)
