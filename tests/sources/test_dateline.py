"""Openings of articles: wire datelines, mastheads, date lines, and prose that is none of them."""

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
        ("GAO, 3 May 2021 (Niger State Agency). Our army", "2021-05-03", "GAO", "Niger State Agency", "Our army"),
        ("GAO, 3 May 2021 (Niger State Agency) / Our army", "2021-05-03", "GAO", "Niger State Agency", "Our army"),
        ("GAO, 3 May 2021 (Niger Agency).- Our army", "2021-05-03", "GAO", "Niger Agency", "Our army"),
        ("GAO, May 3, 2021. /NIGA/. Our army", "2021-05-03", "GAO", "NIGA", "Our army"),
        ("AL-GAO, 24-11-2019 (River News Agency) – Our army", "2019-11-24", "AL-GAO", "River News Agency", "Our army"),
        ("GAO, 3 May 2021 (Radio Gao, English service) - Men", "2021-05-03", "GAO", "Radio Gao", "Men"),
        ("GAO (Mali) - Two men died.", None, "GAO", None, "Two men"),
        ("GAO, 3 May 2021 (Mali) - Two men died.", "2021-05-03", "GAO", None, "Two men"),
        ("BEIRUT - Army Command denies report\n3 May 2021", None, "BEIRUT", None, "Army Command"),
        (
            "The Hague, 3 May 2021 - Tulip Wire Service\n\nTwo men",
            "2021-05-03",
            "The Hague",
            "Tulip Wire Service",
            "Two men",
        ),
        ("The Hague, 3 May 2021 - Two men were shot.", "2021-05-03", "The Hague", None, "Two men"),
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


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("GAO, 3 May 2021 (Niger Wire) - Two men died.", True),
        ("GAO, 3 May 2021 (Niger Wire). Two men died.", True),
        ("Gao, 3 May 2021 (The Niger Times)\n\nTwo men died.", True),
        ("date 2021-05-03 GAO (Reuters) - Two men died.", True),
        ("date 2021-05-03 Niger Review\nTwo men died.", False),
        ("GAO (Mali), 3 May 2021 - Agency Luz\n\nTwo men died.", False),
        ("Niger Desk (@niger)\n3 May 2021\n\nTwo men died.", False),
        ("Niger Star, 3 May 2021\nGAO - Two men died.", False),
        ("STATEMENT\n3 May 2021\n\nTwo men died.\n\nGao Province Command", False),
    ],
)
def test_wire_tells_agencies_from_mastheads(text: str, wire: bool) -> None:
    d = read_dateline(text)
    assert d.outlet is not None
    assert d.wire is wire


STATEMENT = "TO THE PUBLIC\n11 September 2018\n\nOur men fired at a post of the enemy and two soldiers died.\n\n"


@pytest.mark.parametrize(
    ("end", "outlet"),
    [
        ("Gao Province Command of the NLA", "Gao Province Command of the NLA"),
        ("THE GENERAL COMMAND OF THE NORTHERN FRONT\n", "THE GENERAL COMMAND OF THE NORTHERN FRONT"),
        ("Media Office - Northern Front", "Media Office - Northern Front"),
        ("— Central Committee of the People’s Party", "Central Committee of the People’s Party"),
        ("Signed: the General Staff of the Armed Forces\n11 September 2018", "General Staff of the Armed Forces"),
        (
            "Press Centre of the Gao Brigades\n\n[Desk note: nothing\ncould be verified.]",
            "Press Centre of the Gao Brigades",
        ),
        ("Gao Military Council\n- ENDS -\npress@example.org", "Gao Military Council"),
        ("Harakat al-Niger Military Command, Gao, 11 September 2018", "Harakat al-Niger Military Command, Gao"),
        ("Two Killed In Attack On Army", None),
        ("Army Command Denies The Report", None),
        ("The command of the north has left", None),
        ("The General Command.", None),
        ("Read also: Army Command", None),
        ("Jane Doe", None),
        ("Front", None),
        ("[Army Command]", None),
        ("Gao Province Command\n\nWe will not stop.", None),
    ],
)
def test_signature(end: str, outlet: str | None) -> None:
    text = STATEMENT + end
    d = read_dateline(text)
    assert said(text, d.outlet) == outlet
    assert (d.published, d.wire) == (date(2018, 9, 11), False)


def test_a_name_at_the_top_goes_before_a_signature() -> None:
    text = "Niger Star, 3 May 2021\n\nTwo men died.\n\nGao Province Command"
    assert said(text, read_dateline(text).outlet) == "Niger Star"


def test_no_signature_in_a_text_of_capitals() -> None:
    assert read_dateline("STATEMENT\n3 MAY 2021\n\nTWO MEN DIED.\n\nREPORT OF ARMY COMMAND").outlet is None


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
        "ANALYSIS: Can talks end the war?",
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
