"""Who says so: the subject, a relative's name, whoever closes the sentence; never a label, a quoted noun or "which"."""

import pytest

from telling import reading


def said(text: str) -> list[tuple[str, str | None]]:
    return [(s.cue, s.speaker) for s in reading(text).said]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "The army blamed its rivals of the Union party, who dismissed the charge, for a bombing in Segou.",
            "dismissed",
            "its rivals of the Union party",
        ),
        (
            "The raid was condemned by the bishop of Lira, who blamed the rebels for killing nine people.",
            "blamed",
            "the bishop of Lira",
        ),
        ("Three herders were shot dead near Segou on Monday, nurses say.", "say", "nurses"),
        ("Three herders were shot near Segou, the district head told reporters.", "told", "the district head"),
        ("An army patrol shot a boy in Segou, an attack the ministry blamed on bandits.", "blamed", "the ministry"),
        (
            "Amnesty International documented the killing of nine people in Lira, implicating the army.",
            "implicating",
            "Amnesty International",
        ),
        (
            "Two priests were shot in Lira, Amnesty International reported, blaming the army.",
            "blaming",
            "Amnesty International",
        ),
        ("Kutum: doctors reported nine dead after shelling on Monday.", "reported", "doctors"),
        ("“The rebels burned nine houses in Lira,” a priest said.", "said", "a priest"),
        ("According to the imam of Kutum, rebels killed nine villagers.", "According to", "the imam of Kutum"),
        (
            "Three soldiers died in Lira on Sunday, Col. Ivan Okello, commander of the brigade, said Monday.",
            "said",
            "Ivan Okello",
        ),
        (
            "The group's spokesman, Abu Musa, said it had killed nine soldiers in Lira.",
            "said",
            "The group's spokesman, Abu Musa",
        ),
        (
            "Rebels fired a missile at Lira, killing nine people, Information Minister Ali Musa said.",
            "said",
            "Information Minister Ali Musa",
        ),
        ("The ministry blamed the YPG, which denied any role in the killing of nine people.", "denied", "the YPG"),
        ("Witnesses and medics said nine people were killed in Lira.", "said", "Witnesses and medics"),
        (
            "According to the assessment given by the mayor, nine people were killed in Lira.",
            "According to",
            "the mayor",
        ),
        ("Nine people were killed in Lira, one learns from a security source.", "learns from", "a security source"),
        ("It told them that soldiers killed nine people in Lira on Monday.", "told", "It"),
    ],
)
def test_the_speaker_is_found_where_it_stands(text: str, cue: str, speaker: str) -> None:
    assert (cue, speaker) in said(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The ministry published a report according to which rebels killed nine villagers in Segou.", "which"),
        ("Terrorist propaganda claiming that nine soldiers died in Segou on Monday is false.", "Terrorist"),
        ("Kutum: doctors reported nine dead after shelling on Monday.", "Kutum"),
        ("“The rebels burned nine houses in Lira,” a priest said.", "rebels"),
        ("Rebels said on Monday that nine people were killed in Lira, blaming the army.", "people"),
        (
            "The Chairman of the district, Ali Musa, who spoke on Monday, said the bandits killed nine people.",
            "bandits",
        ),
        ("The mayor, Ali Musa, said the dead of Monday's blast were farmers.", "dead"),
        ("He left a confession inside the boat that said the bombings killed nine people.", "boat"),
        ("The ministry gave no figure for those killed in Lira.", "ministry"),
        ("The group did not claim the attack that killed nine people.", "group"),
        ("Doctors treated nine people after a blast in Segou; the minister told them to leave.", "them"),
    ],
)
def test_words_that_only_stand_near_do_not_speak(text: str, nobody: str) -> None:
    assert all(nobody not in (speaker or "").split() for _, speaker in said(text))


def test_the_blamed_are_not_the_speaker() -> None:
    (blame,) = reading("The governor of Segou blamed rebels for the killing of nine farmers.").said
    assert (blame.modality, blame.speaker) == ("alleged", "The governor of Segou")


@pytest.mark.parametrize(
    "text",
    ["According to preliminary reports, rebels killed nine villagers.", "Reports said rebels killed nine villagers."],
)
def test_reports_of_nobody_are_reported(text: str) -> None:
    assert [(s.modality, s.speaker) for s in reading(text).said] == [("reported", None)]
