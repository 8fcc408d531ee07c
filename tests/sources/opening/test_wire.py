"""Wire datelines: city, day, agency, and where the story begins."""

from datetime import date

import pytest

from dateline.sources.dateline import read_dateline
from sources.spans import said


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
        ("GAO (12) - Two men died.", None, "GAO", None, "Two men"),
        ("GAO (Mali) - Two men died.", None, "GAO", None, "Two men"),
        ("GAO, 3 May 2021 (Mali) - Two men died.", "2021-05-03", "GAO", None, "Two men"),
        ("BEIRUT - Army Command denies report\n3 May 2021", "2021-05-03", "BEIRUT", None, "Army Command"),
        ("GAO (Wire) 3 May 2021. Two men died.", "2021-05-03", "GAO", "Wire", "Two men"),
        ("Baghdad – 3.5.2021 – Wire. Two men died.", "2021-05-03", "Baghdad", "Wire", "Two men"),
        ("GAO (3 May 2021) – Two men died.", "2021-05-03", "GAO", None, "Two men"),
        ("Gao, 3 May 2021 (Wire) Two men died.", "2021-05-03", "Gao", "Wire", "Two men"),
        ("May 3 (Wire) - Two men died in 2021.", "2021-05-03", None, "Wire", "Two men"),
        ("[3 May 2021] Two men were shot.", "2021-05-03", None, None, "Two men"),
        ("3 May 2021: Two men were shot.", "2021-05-03", None, None, "Two men"),
        ("3 May 2021: Two men were shot.\n4 May 2021: One was found.", None, None, None, "3 May"),
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
def test_wire(text: str, published: str | None, place: str | None, outlet: str | None, body: str) -> None:
    d = read_dateline(text)
    assert d.published == (date.fromisoformat(published) if published else None)
    assert (said(text, d.place), said(text, d.outlet)) == (place, outlet)
    assert text[d.body_start :].startswith(body)


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


@pytest.mark.parametrize(
    "text",
    [
        "Gao, 3 May 2021: Two men died in the town.",  # a sentence may begin like this
        "The Evening Tide, 29 March 2022 - FILM\n\nTwo men died.",
        "REPUBLIC OF MALI - Ministry of Justice\n3 May 2021\n\nTwo men died.",
    ],
)
def test_no_wire(text: str) -> None:
    assert (read_dateline(text).place, read_dateline(text).wire) == (None, False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine soldiers killed in MaliBAMAKO, May 3, 2021 (Sahel News) -- Nine soldiers were killed.", "BAMAKO"),
        ("Nine soldiers killed by JNIM in Mali near GAO, a region", None),
        ("Nine killed, says NiGOBank of 3 May 2021 in a report.", None),
    ],
)
def test_a_title_that_runs_into_the_dateline(text: str, place: str | None) -> None:
    found = read_dateline(text).place
    assert (text[found.start : found.end] if found else None) == place
