"""Two wordings of one speaker are one speaker; others stay themselves."""

import pytest

from dateline.model.incident import Claim, Speaker
from dateline.resolve.speakers import earlier
from telling import one, told


def _claim(name: str) -> Claim:
    return Claim(speaker=Speaker(name=name, text=name, evidence=(0, 1)), modality="stated")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Uy", "regional military spokesman Major John Uy"),
        ("Hryhorii Balaban", "Balaban"),
        ("The ministry", "interior ministry"),
        ("The source", "security source"),
        ("The sources", "security and medical sources"),
        ("the colonel", "Colonel Nur Addow"),
        ("The mayor", "Russian-installed mayor"),
        ("a spokesman", "general staff"),
        ("a spokeswoman", "UNHCR"),
    ],
)
def test_it_is_the_one_named_before(text: str, before: str) -> None:
    found = earlier(text, [_claim(before)])
    assert found is not None
    assert found.name == before


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("a spokesman", "four residents"),  # residents have none
        ("the doctor", "residents and a doctor"),
        ("a doctor", "doctor at the hospital"),  # "a", not "the": another
        ("The army", "police"),
        ("Police", "Police spokesman Mustapha Gora"),
        ("A third source", "two security sources"),
        ("Ivan Uy", "Major John Uy"),
    ],
)
def test_it_is_somebody_else(text: str, before: str) -> None:
    assert earlier(text, [_claim(before)]) is None


def test_a_surname_alone_makes_no_second_claim() -> None:
    incident = one(
        "A suicide bomber struck a mosque in Peshawar on Friday, killing 56 people, hospital spokesman Muhammad Asim said. "
        "Asim said 10 of the wounded were in critical condition."
    )
    assert [c.speaker.text for c in incident.claims if c.speaker] == ["hospital spokesman Muhammad Asim"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Soldiers killed seven rebels near Bambari on Monday, the army spokesman, Cyrille Guemo, was quoted as saying by state radio.",
            ["army spokesman, Cyrille Guemo"],
        ),
        (
            "Troops killed 12 rebels near Bambari on Monday, the theatre commander, Maj Gen Waidi Shaibu, disclosed.",
            ["theatre commander, Maj Gen Waidi Shaibu"],
        ),
        (
            "Armed men attacked Bambari on Monday, killing 14 traders, a local elected official told AFP.",
            ["local elected official"],
        ),
        (
            "Rebels hit a house in Bambari on Monday, killing nine members of a family, medics at Al-Awda hospital said.",
            ["medics at Al-Awda hospital"],
        ),
        ("Gunmen killed two people in Bambari on Monday, prosecutors in Bangui say.", ["prosecutors in Bangui"]),
        (
            "According to the Committee to Protect Journalists, a cameraman was killed by rebels in Bambari on Monday.",
            ["Committee to Protect Journalists"],
        ),
        (
            "Gunmen killed eleven people in Bambari on Monday, a resident, Awa Ngono, said. Troops killed four rebels near Bria on Tuesday, she added.",
            ["resident, Awa Ngono", "resident, Awa Ngono"],
        ),
        (
            "Gunmen killed 14 people in Bambari on Monday. A councillor reached by telephone gave a heavier toll. Seventeen died, he said.",
            ["councillor"],
        ),
        (
            "Rebels were killed near Bambari on Monday. Residents gave another account. Two of the dead were farmers, they said.",
            ["Residents"],
        ),
        (
            "Police killed two people in Bambari on Monday, Inspector General P. K. Ali said. The IG said a rifle was seized.",
            ["Inspector General P. K. Ali"],
        ),
        (
            "Police killed two people in Bambari on Monday, Superintendent J.K. Sharma said.",
            ["Superintendent J.K. Sharma"],
        ),
        (
            "Bandits on motorbikes stormed Kware village in Sokoto State on Monday and killed six people, residents and a councillor have said.",
            ["residents and a councillor"],
        ),
        (
            "Two traders were shot dead in Khanaqin on Monday, according to the head of the town council, Sami al-Jaf.",
            ["head of the town council, Sami al-Jaf"],
        ),
        (
            "The army arrested four Islamic State suspects in Hawija on Monday, a colonel said.",
            ["colonel"],
        ),
        (
            "Soldiers killed two people in Bambari on Monday. A rebel group mourned one of them as its member.",
            ["rebel group"],
        ),
    ],
)
def test_the_whole_speaker_and_nobody_else(text: str, speakers: list[str]) -> None:
    said = [c.speaker.name for i in told(text).incidents for c in i.claims if c.speaker is not None]
    assert said == speakers


def test_a_body_is_not_he() -> None:
    text = "Gunmen killed two people in Bambari on Monday, the ministry said. He said that rebels killed a teacher in Bria on Tuesday."
    assert not any(
        c.speaker is not None and c.speaker.text == "He" and "ministry" in c.speaker.name
        for i in told(text).incidents
        for c in i.claims
    )


def test_a_speakers_description_is_no_victim() -> None:
    text = '"Our fighters killed two soldiers in Khan Younis on Monday," Abu Obeida, a spokesman for Hamas, said.'
    incident = one(text)
    assert [a.name for a in incident.actors if a.role == "a"] == ["Hamas"]
    assert not any(a.role == "victim" for a in incident.actors)


def test_an_inquiry_is_no_speaker() -> None:
    claims = one(
        "Police in Odesa arrested a man on Monday. According to the investigation, he had sold cartridges."
    ).claims
    assert all(c.speaker is None for c in claims)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Rebels killed nine men in Gao on Monday, the Northern Command said. It said that troops were on their way.",
            ["Northern Command"],
        ),
        (
            "Jets hit a camp in Gao on Monday, the Northern Command said.\n\nRebels died, according to the same statement.",
            ["Northern Command"],
        ),
        (
            "Rebels killed nine men in Gao on Monday, a priest said.\n\n“You do not ask why,” says Musa, who sells tea.",
            ["priest"],
        ),
        ("Rebels killed nine men in Gao on Monday, according to the mayor two of the men were priests.", ["mayor"]),
    ],
)
def test_who_said_so_before_says_so_still(text: str, speakers: list[str]) -> None:
    said = [c.speaker.name for c in one(text).claims if c.speaker is not None]
    assert said == speakers


_SCRIPT = "Radio Gao, 16 March 2022. Script.\n\nPRESENTER: Gunmen killed nine farmers near Ansongo on Monday"


@pytest.mark.parametrize(
    ("rest", "speakers"),
    [
        (".\n\nPRESENTER: Now the market prices.", ["PRESENTER"]),
        (", the army said.", ["army"]),
        (". Let us hear Musa.\n\nREPORTER: The nine farmers were killed in their huts.", ["REPORTER"]),
    ],
)
def test_a_presenter_gives_the_word_to_others(rest: str, speakers: list[str]) -> None:
    said = [c.speaker.name for i in told(_SCRIPT + rest).incidents for c in i.claims if c.speaker is not None]
    assert said == speakers
