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
        (
            "Troops killed two men in Lira, Peru's Defence Ministry (Mindef) said.",
            "said",
            "Peru's Defence Ministry (Mindef)",
        ),
        ("The army's public relations wing said nine had died in Lira.", "said", "The army's public relations wing"),
        ("The Kutum Star gathered that nine had died in Lira.", "gathered that", "The Kutum Star"),
        ("This first toll was given by the local Red Crescent.", "given", "the local Red Crescent"),
        ("Nine died in Lira, a medics' committee close to the rebels said.", "said", "a medics' committee"),
        ("The border department of Chad stated that nine had died.", "stated", "The border department of Chad"),
        ("Nine died in Lira, according to a count by Kutum Now.", "according to", "Kutum Now"),
        ("The Red Cross said its volunteers had counted nine bodies.", "said", "The Red Cross"),
        ("Local sources: at least nine soldiers dead in Kutum.", "Local sources", "Local sources"),
        ("One guard was hurt, said police spokesman Lt. Omar Diaz.", "said", "police spokesman Lt. Omar Diaz"),
        ("The M23, a member of the alliance, said it had killed nine soldiers.", "said", "The M23"),
        ("The army said nine people had been killed and described them as spies.", "said", "The army"),
        ("The nurses at Bouar give us three dead and five wounded.", "give us three dead", "The nurses at Bouar"),
        ("The health ministry raised the toll in Kutum to six.", "raised the toll", "The health ministry"),
        ("The rebels' radio boasts of nine dead in Kutum.", "boasts of", "The rebels' radio"),
        ("Police suspect Boko Haram.", "suspect", "Police"),
        ("Four farmers were shot dead in Dikwa, reports the village chief.", "reports", "the village chief"),
        ("The police report mentions six dead in Kutum.", "mentions", "The police report"),
        ("Witnesses saw two trucks burning after the raid.", "saw", "Witnesses"),
        (
            "The attackers, identified by the government as fighters of the M23, held the post.",
            "identified by the government as",
            "the government",
        ),
        (
            "A pamphlet of the Area Committee found at the spot took responsibility for the killing.",
            "took responsibility",
            "the Area Committee",
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
        ("In the army's version, nine rebels were killed in Lira.", "version", "the army"),
        (
            "Nine people died in Lira, according to rights group Amnesty International.",
            "according to",
            "rights group Amnesty International",
        ),
        (
            "Nine soldiers died in Lira, according to the defence ministry's weekly bulletin.",
            "according to",
            "the defence ministry",
        ),
        (
            "Nine people died in Lira, according to a statement of the mayor's office.",
            "according to",
            "the mayor's office",
        ),
        (
            "IS claimed the raid through its Amaq outlet the following day and denied that nine had died.",
            "denied",
            "IS",
        ),
        ("Nobody claimed the raid on Lira, which officials blamed on the rebels.", "blamed", "officials"),
        (
            "Army spokesperson Capt. Ana Cruz called the rebels' story a fairy tale.",
            "called",
            "Army spokesperson Capt. Ana Cruz",
        ),
        ("The Prisoners' Club gave the figure as nine arrested in Lira.", "gave the figure", "The Prisoners' Club"),
        ("The mayor's office identified both as teachers shot in Lira.", "identified both as", "The mayor's office"),
        ("The Red Fund had at first spoken of nine dead in Lira.", "spoken of", "The Red Fund"),
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
        ("A note signed by the prefect of Lira spoke of nine dead people.", "prefect"),
        ("The prefect has called them for talks after nine people died in Lira.", "prefect"),
        ("Police in Lira arrested nine traders they accuse of smuggling arms.", "they"),
        ("There were no reports of shelling in Lira.", "There"),
        ("According to the mayor of Lira nine people died.", "people"),
        ("The ministry gave no figure for those killed in Lira.", "ministry"),
        ("The attackers, said to number about 20, killed nine people in Lira.", "attackers"),
        ("A report was made to the Bura police post after the killing of nine people.", "police"),
        ("One guard was hurt, the army said, adding that intercepts spoke of nine dead.", "guard"),
        ("Two soldiers died in an attack in Puerto Jordan, Tame, attributed to the ELN.", "Tame"),
        ("Nine people killed in Lira market; rebels blamed", "rebels"),
        ("Police suspect lists name nine people killed in Lira.", "Police"),
        ("The group did not claim the attack that killed nine people.", "group"),
        ("Doctors treated nine people after a blast in Segou; the minister told them to leave.", "them"),
        ("Gunmen told the family to stay inside and killed nine people in Segou.", "Gunmen"),
        ("The army would neither confirm nor deny that nine people died in Segou.", "army"),
        ("The group has said nothing about the nine people killed in Segou.", "group"),
        ("Clashes between farmers and herders in Segou claimed eight lives.", "Clashes"),
        ("The raid on Segou claimed at least 20 lives.", "raid"),
        ("Police named the dead of Segou as Ali Musa and Omar Said.", "Omar"),
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


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The commander said his men only fired in the air.", "denied"),
        ("The police chief said his officers had not used live rounds in Lira.", "denied"),
        ("The police chief said his officers fired on the crowd in Lira.", "stated"),
        ("The ministry said that the man was not taken by its agents in Lira.", "denied"),
        ("A banner signed by the Sinaloa Cartel lay beside the bodies in Lira.", "claimed"),
        ("The provincial police blame the Union for the killing in Lira.", "alleged"),
        ("“It is the work of Al-Shabaab,” the governor told reporters in Lira.", "alleged"),
        ("“It is not the work of Al-Shabaab,” the governor told reporters in Lira.", "stated"),
        ("A colonel in Lira said Al-Shabaab was behind it.", "alleged"),
    ],
)
def test_a_statement_may_deny_or_blame(text: str, modality: str) -> None:
    assert [s.modality for s in reading(text).said] == [modality]


def test_a_denial_and_what_is_said_with_it_are_one() -> None:
    (denial,) = reading("Police rejected the charge and said both carried rewards.").said
    assert (denial.modality, denial.speaker) == ("denied", "Police")
