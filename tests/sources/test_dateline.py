"""Openings of articles: wire datelines, mastheads, date lines, and prose that is none of them."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.text import Span
from dateline.sources.dateline import Dateline, read_dateline


def said(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "published", "place", "outlet", "body"),
    [
        ("GAO, Mali, March 4, 2021 (Sahel Wire) - Two men died.", "2021-03-04", "GAO", "Sahel Wire", "Two men"),
        ("GAO, Sept. 6, 2021 (Sahel Desk) — Two men died.", "2021-09-06", "GAO", "Sahel Desk", "Two men"),
        ("GAO, Jan 12, 2021 (Frontier Post): A bomb went off.", "2021-01-12", "GAO", "Frontier Post", "A bomb"),
        ("GAO, 3 March 2021 (Gao Radio) – Armed men came.", "2021-03-03", "GAO", "Gao Radio", "Armed men"),
        ("GAO, April 4 (Wire) -- Men came. It was like 2016 and 2018.", "2018-04-04", "GAO", "Wire", "Men came"),
        ("GAO, April 4 (Wire) -- Men came.", None, "GAO", "Wire", "Men came"),
        ("GAO, April 4 (Wire) -- Men took 3,000 cows and $2050.", None, "GAO", "Wire", "Men took"),
        ("PORT-AU-PRINCE — Before noon they came.", None, "PORT-AU-PRINCE", None, "Before noon"),
        ("GAO (Reuters) - Two men died.", None, "GAO", "Reuters", "Two men"),
        ("GAZA CITY, Gaza Strip (AP) — Two men died.", None, "GAZA CITY", "AP", "Two men"),
        ("BEIRUT: Two shells hit the town.", None, "BEIRUT", None, "Two shells"),
        ("Damascus, SANA – The army went on.", None, "Damascus", "SANA", "The army"),
        ("N'DJAMENA, 3 June 2019 (Lake News) – Men came.", "2019-06-03", "N'DJAMENA", "Lake News", "Men came"),
        (
            "FLASH - GAO, 3 SEPTEMBER 2015 (SAHEL NEWSDESK) - MEN SHOT",
            "2015-09-03",
            "GAO",
            "SAHEL NEWSDESK",
            "MEN SHOT",
        ),
        ("SAN SALVADOR, 3 JAN 90 (ACAN) -- [TEXT] THE ARMY", "1990-01-03", "SAN SALVADOR", "ACAN", "THE ARMY"),
        ("PERTH (AUSTRALIA), JUNE 11 89 (AFP) -- [TEXT] [EXCERPT] MEN", "1989-06-11", "PERTH", "AFP", "MEN"),
        ("LIMA, 3 JAN 90 (DOMESTIC\nSERVICE) -- [TEXT] MEN", "1990-01-03", "LIMA", "DOMESTIC\nSERVICE", "MEN"),
        ("LIMA, 3 JAN 90 -- [REPORT] [PRESS COMMITTEE,\nCOPREFA] [TEXT] MEN", "1990-01-03", "LIMA", None, "MEN"),
        ("LIMA, NO DATE (FBIS) -- [TEXT] MEN CAME", None, "LIMA", "FBIS", "MEN CAME"),
        ("Gao, May 7, 2018 (The Niger Times)\n\nTwo men died.", "2018-05-07", "Gao", "The Niger Times", "Two men"),
        ("Two die in Gao\n\nGAO, May 3, 2021 (AFP) - Two men", "2021-05-03", "GAO", "AFP", "Two men"),
        (
            "GAO (Mali), 3 May 2021 - Agency Luz, service in English\n\nTwo men died.",
            "2021-05-03",
            "GAO",
            "Agency Luz",
            "Two men",
        ),
    ],
)
def test_wire(text: str, published: str | None, place: str, outlet: str | None, body: str) -> None:
    d = read_dateline(text)
    assert d.published == (date.fromisoformat(published) if published else None)
    assert (said(text, d.place), said(text, d.outlet)) == (place, outlet)
    assert text[d.body_start :].startswith(body)


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
        ("The Niger Voice\n09 Dec 2022", "2022-12-09", "The Niger Voice"),
        ("2019-06-03", "2019-06-03", None),
        ("Published: 3 May 2021, 14:30", "2021-05-03", None),
        ("By Jane Doe\nMay 3, 2021", "2021-05-03", None),
        ("Two killed in Gao\nThe Daily Star, 3 May 2021", "2021-05-03", "The Daily Star"),
    ],
)
def test_masthead(head: str, published: str, outlet: str | None) -> None:
    text = head + "\n\nThe army said that two men had died in the town."
    d = read_dateline(text)
    assert d.published == date.fromisoformat(published)
    assert said(text, d.outlet) == outlet or outlet is None
    assert d.masthead_end == len(head)
    assert text[d.body_start :].startswith("The army")


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
    ("head", "start", "end"),
    [
        ("Gao Network\nReport No. 3 | 15 November 2021\nReporting period: 8-14 November", "2021-11-08", "2021-11-14"),
        ("Gao Network\nWeekly bulletin - 21 October 2016 (period: 14-20 October)", "2016-10-14", "2016-10-20"),
        ("Gao Network\n5 June 2021\nReporting period: 28 May - 3 June", "2021-05-28", "2021-06-03"),
        ("Gao Network\n4 January 2021\nPeriod covered: 28 December to 3 January", "2020-12-28", "2021-01-03"),
        ("Gao Network\n4 January 2021\nPeriod: December 28-31, 2020", "2020-12-28", "2020-12-31"),
        ("Gao Network, 10 May 2021\nWeek of 3 May", "2021-05-03", "2021-05-09"),
    ],
)
def test_period(head: str, start: str, end: str) -> None:
    d = read_dateline(head + "\n\nTwo men died in the town.")
    assert d.period == (date.fromisoformat(start), date.fromisoformat(end))


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
        "Two men died.\n\nThe town was hit.\n\n3 May 2021",
        "KUNDUZ - Two men died.\n\nGHAZNI - Three men died.",
        "PRESENTER: Good day.\n\nCORRESPONDENT: Good day.",
        "HIGHLIGHTS: Two men died.\n\nCONTEXT: None.",
        "UPDATE - Two men died.",
    ],
)
def test_no_dateline(text: str) -> None:
    d = read_dateline(text)
    assert (d.published, d.date_span, d.place, d.masthead_end) == (None, None, None, 0)
    assert text[d.body_start :].strip() == text.strip()


def test_masthead_of_nothing_is_no_masthead() -> None:
    d = read_dateline("Gao Star, 3 May 2021")
    assert (d.published, d.masthead_end, d.body_start) == (date(2021, 5, 3), 0, 0)


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
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=9).map("".join) | st.text(max_size=80))
def test_offsets_stay_inside_any_text(text: str) -> None:
    d = read_dateline(text)
    assert isinstance(d, Dateline)
    assert 0 <= d.masthead_end <= len(text)
    assert 0 <= d.body_start <= len(text)
    for span in (d.date_span, d.place, d.outlet):
        assert span is None or (0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip())
    assert d.period is None or d.period[0] <= d.period[1]


@pytest.mark.parametrize(
    "unit", ["(", '"', "1,", "A ", "A, ", "A - ", "GAO (", "\n", " ", "3 May ", "[TEXT] ", "2021 ", "date "]
)
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    began = time.perf_counter()
    read_dateline(unit * (1_000_000 // len(unit)))
    read_dateline("GAO, 3 MAY (X) -- " + unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - began < 1.5
