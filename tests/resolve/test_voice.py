"""Whose word a bulletin is: its publisher's, or that of whoever it passes on; a group's own statement claims or denies."""

import pytest

from dateline.resolve.voice import bulletin_voice
from dateline.sources.dateline import read_dateline
from telling import told


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "NAIROBI, 4 May 2022 (Rift Press) - The Border Command announced the following on Wednesday:\n\nMANDERA: Gunmen killed two men.",
            "The Border Command",
        ),
        (
            "Khabur Times\nTranslated statement, 9 May 2022\n\nCOMMUNIQUE OF THE GENERAL COMMAND OF THE FRONT\n\nOur men killed nine soldiers in Qamishli.",
            "GENERAL COMMAND OF THE FRONT",
        ),
        (
            "Khabur Times, 9 May 2022. We reproduce the following statement in full.\n\nLIBERATION FRONT, MEDIA OFFICE\n\nOur men killed nine soldiers.",
            "LIBERATION FRONT, MEDIA OFFICE",
        ),
        (
            "Don Vestnik, 12 May 2022\nDay's events - from the mayor's channel\n\nA drone hit a bus on Monday.",
            "the mayor",
        ),
        (
            "Delta News - Cairo, 5 March 2022\n\nThe General Staff announced today, in its ninth communiqué, that six men were killed.",
            "The General Staff",
        ),
        (
            "Andes Security Monitor\nWeekly list, 3-9 May 2022 (issued 10 May)\n\nLIMA. Gunmen killed two men on 4 May.",
            "Andes Security Monitor",
        ),
        ("SAVANNA ALERT SERVICE - digest of 12 April 2022\n\nNIGER: Gunmen killed two men.", "SAVANNA ALERT SERVICE"),
        ("Ogoni Peoples Union\nNews release, 14 May 2022\n\nTroops killed two men on Monday.", "Ogoni Peoples Union"),
        (
            "Izmail District Military Administration\nSituation in the region as of 08:00, 14 May 2022\n\nTwo men were killed on Friday.",
            "Izmail District Military Administration",
        ),
        (
            "[Received by the Delta Monitor, 14 May 2022.]\n\nPress release\n\nOur fighters killed two men on Friday.",
            None,
        ),
        (
            "Islamic Guard of the North\nSummary of operations, Sunday 15 May 2022\n\nOur men struck a radar at noon.",
            "Islamic Guard of the North",
        ),
        (
            "Izmail District Military Administration\n15 May 2022, 08:00\n\nA drone hit a bus on Saturday.",
            "Izmail District Military Administration",
        ),
        (
            "[Received by the Delta Monitor, 14 May 2022.]\n\nDELTA FRONT, EASTERN COMMAND\nPress release\n\nOur fighters killed two men.",
            "DELTA FRONT, EASTERN COMMAND",
        ),
        (
            "STATEMENT No. 3\n9 May 2022\n\n1. Our fighters killed two men in Rask.\n\nSons of Al-Rask\nMedia Office\n",
            "Sons of Al-Rask",
        ),
        ("Delta National Agency\nBulletin, 14 May 2022\n\nTroops killed two men on Monday.", None),
        ("Delta Frontline Report\nLagos, 14 May 2022\n\nTroops killed two men on Monday.", None),
        ("LAGOS, 14 May 2022 (Delta Wire) - Troops killed two men, the army announced on Monday in a statement.", None),
        ("LAGOS, 14 May 2022 (Delta Wire) - The paper published the following poem: it is long.", None),
    ],
)
def test_a_bulletin_is_the_word_of_whoever_stands_behind_it(text: str, voice: str | None) -> None:
    found = bulletin_voice(text, read_dateline(text))
    assert (text[found.start : found.end] if found is not None else None) == voice


_HEAD = "Balochistan Liberation Army\nPress release, 16 March 2022\n\n"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (_HEAD + "Our fighters killed nine soldiers of the Pakistani army in Turbat on Monday.", "claimed"),
        (_HEAD + "The Pakistani army killed nine farmers in Turbat on Monday.", "stated"),
    ],
)
def test_a_groups_own_statement_claims_its_own_deeds(text: str, modality: str) -> None:
    (incident,) = told(text).incidents
    assert [(c.modality, c.speaker and c.speaker.name) for c in incident.claims] == [
        (modality, "Balochistan Liberation Army")
    ]
