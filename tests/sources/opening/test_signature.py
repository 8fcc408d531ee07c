"""Signatures: the body that speaks, told below the report."""

from datetime import date

import pytest

from dateline.sources.dateline import read_dateline
from sources.spans import said

STATEMENT = "TO THE PUBLIC\n11 September 2018\n\nOur men fired at a post of the enemy and two soldiers died.\n\n"


@pytest.mark.parametrize(
    ("end", "outlet"),
    [
        ("Gao Province Command of the NLA", "Gao Province Command of the NLA"),
        ("THE GENERAL COMMAND OF THE NORTHERN FRONT\n", "THE GENERAL COMMAND OF THE NORTHERN FRONT"),
        ("Free Men of Gao\nInformation Office", "Free Men of Gao"),
        ("We shall go on with the struggle.\nInformation Office", "Information Office"),
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
        ("Spokesman, Gao Liberation Army", "Gao Liberation Army"),
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
