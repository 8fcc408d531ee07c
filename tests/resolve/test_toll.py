"""Several figures for one incident: retellings meet, rivals span, later figures replace, and entries may be added."""

import pytest

from dateline.mentions.numbers import find_people
from dateline.resolve.figure import meet, widened
from telling import one, told, toll


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ((37, None), (40, 40), (40, 40)),
        ((12, 12), (12, 12), (12, 12)),
        ((0, 9), (5, None), (5, 9)),
        ((14, 14), (11, 11), None),
        ((0, 0), (15, None), None),
        ((2, None), (24, None), (24, None)),
    ],
)
def test_ranges_meet_or_do_not(first: tuple[int, int | None], second: tuple[int, int | None], both: object) -> None:
    assert meet(first, second) == meet(second, first) == both


@pytest.mark.parametrize(
    ("words", "low", "high"), [("about 50 people", 45, 55), ("about 3 people", 2, 4), ("50 people", 50, 50)]
)
def test_about_is_ten_percent_and_at_least_one(words: str, low: int, high: int) -> None:
    (number,) = find_people(words, 0)
    assert widened(number) == (low, high)


@pytest.mark.parametrize(
    ("text", "expected", "disputed"),
    [
        (
            "A bomb killed at least 16 people in Kabul on Monday. A doctor put the number of dead at 19, while the governor said 11 had died.",
            "killed 11-19",
            True,
        ),
        (
            "Police fired on a crowd in Gao on Monday. A priest said three men were killed, but police said nobody died.",
            "killed 0-3",
            True,
        ),
        (
            "Militants stormed a base near Gao on Monday. An officer said ten peacekeepers died. Al-Shabaab said it killed 173 soldiers.",
            "killed 10-173",
            True,
        ),
        (
            "Missiles hit a house in Kyiv on Monday. Seven bodies were pulled from the rubble. Moscow said it hit a base of mercenaries and killed about 50 of them.",
            "killed 7-50",
            True,
        ),
        (
            "Militants raided a base in Zahedan on Monday. Seven members of the Guards were killed. The army said two guards died.",
            "killed 2-7",
            True,
        ),
        (
            "A bomb killed 14 people in Kabul on Monday, police said. Doctors put the death toll at 11.",
            "killed 11-14",
            True,
        ),
        (
            "A bomb killed 14 people in Kabul on Monday, police said, while residents put the toll at 22.",
            "killed 14-22",
            True,
        ),
        (
            "A bomb killed 14 people in Kabul on Monday, police said, but a doctor said 22 had been killed.",
            "killed 14-22",
            True,
        ),
        (
            "A bomb wounded five people in Kabul on Monday, police said, but a doctor said nine were injured.",
            "injured 5-9",
            True,
        ),
        ("A bomb killed 14 people in Kabul on Monday, police said, though a monitor counted 22.", "killed 14-22", True),
        (
            "A bomb killed 14 people in Kabul on Monday, according to police; doctors said 11 died.",
            "killed 11-14",
            True,
        ),
        (
            "A bomb killed at least ten people in Kabul on Monday. A doctor said 12 people were killed.",
            "killed 12",
            False,
        ),
        ("A bomb killed dozens of people in Kabul on Monday. Police said 31 people were killed.", "killed 31", False),
        ("A bomb killed nine people in Kabul on Monday. The death toll later rose to 13.", "killed 13", False),
        ("A bomb killed about 50 people in Kabul on Monday. Police put the dead at 52.", "killed 52", False),
    ],
)
def test_two_figures_for_the_same_dead(text: str, expected: str, disputed: bool) -> None:
    incident = one(text)
    assert toll(incident) == expected
    assert [c.disputed for c in incident.casualties] == [disputed]


def test_the_other_wording_stands_in_also() -> None:
    (entry,) = one(
        "A bomb killed at least ten people in Kabul on Monday. A doctor said 12 people were killed."
    ).casualties
    assert [(a.low, a.high) for a in entry.also] == [(10, None)]


def test_the_dead_of_two_sides_are_two_entries() -> None:
    incident = one("Clashes near Rutshuru on Monday killed six soldiers and 15 rebels.")
    assert sorted(c.low for c in incident.casualties if c.outcome == "killed") == [6, 15]


def test_a_running_toll_is_never_an_incidents_own() -> None:
    incident = one(
        "A bomb killed four people in Quetta on Monday. Since January, 212 people have been killed in the province."
    )
    assert toll(incident) == "killed 4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed two teachers in Zurmi on Monday. The two had been dragged from their homes.", "killed 2"),
        (
            "Gunmen killed two teachers in Zurmi on Monday. Nine pupils were dragged from their homes.",
            "killed 2, abducted 9",
        ),
    ],
)
def test_those_taken_are_those_killed_where_the_words_say_so(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed 11 people in Kabul on Monday and hurt 30. A clinic received 6 bodies and 24 wounded.", "killed 11, injured 30"),
        ("A blast killed 9 people in Kabul on Monday. A monitor earlier put the death toll at four.", "killed 9"),
        ("Gunmen killed two guards in Zurmi on Monday and wounded six men. Two of the wounded later died.", "killed 2, killed 2, injured 4"),
        ("A blast wounded six men in Kabul on Monday, two of whom later died.", "killed 2, injured 4"),
        ("Gunmen killed three men in Zurmi on Monday. A fourth man died in hospital.", "killed 4"),
        ("Troops killed nine rebels near Gao on Monday. Two soldiers also died.", "killed 9, killed 2"),
        ("The army killed 42 rebels near Gao on Monday. Two commanders of the group were among the dead.", "killed 42"),
        ("Police shot at protesters in Gao on Monday, wounding 17 residents. The ministry said officers were stoned and four of them were hurt.", "injured 17, injured 4"),
        ("Rebels raided a base in Gao on Monday. The bodies of 20 soldiers were counted. On our side seven fighters fell.", "killed 20, killed 7"),
        ("Gunmen looted a clinic in Gao on Monday. Its staff had left a day earlier and no one was hurt.", "killed 0, injured 0"),
        ("Gunmen fired on a bus in Gao on Monday, killing the driver and two passengers. A fourth person died in hospital.", "killed 1, killed 2, killed 1"),
        ("A bomb killed seven people in Gao on Monday. Two more people were hurt, one of whom later died.", "killed 7, killed 1, injured 1"),
        ("Gunmen raided Gao on Monday, killing 36 herders. The raid displaced around 9,000 people.", "killed 36, displaced 9000"),
        ("Gunmen raided Gao on Monday. The attack left nine people missing.", "missing 9"),
        ("The bodies of eight men were found in Gao on Monday. Three of them had been reported missing last week.", "killed 8"),
        ("Rebels had killed or wounded 12 soldiers in Gao on Monday.", ""),
        ("A mob in Gao on Monday killed ten people. Two soldiers were also killed.", "killed 10, killed 2"),
        ("Rioters threw stones at police in Gao on Monday. Nine officers were hurt. The protesters said about 20 of their own were hurt.", "injured 9, injured 20"),
        ("Gunmen killed four peacekeepers in Gao on Monday. Mali's army said 40 attackers were killed.", "killed 4, killed 40"),
        ("A bomb killed six porters in Kabul on Monday. Four died at the scene and two in hospital.", "killed 6"),
        ("A bomb killed five farmers and a guard in Kabul on Monday. Doctors counted six dead people.", "killed 5, killed 1"),
        ("A bomb killed two farmers in Kabul on Monday. No nurse was hurt.", "killed 2, injured 0"),
        ("Two gunmen shot dead teacher Huda Salem in Zurmi on Monday.", "killed 1"),
        ("Masked men abducted lawyer Huda al-Ghazali in Zurmi on Monday.", "abducted 1"),
        ("A nurse was on her way home in Zurmi on Monday when two gunmen shot her dead.", "killed 1"),
        ("Teacher Ali Musa was on his way home in Zurmi on Monday when two gunmen shot him dead.", "killed 1"),
        ("Two gunmen killed in Zurmi on Monday had robbed a bank.", "killed 2"),
        ("Gunmen killed two farmers in Zurmi on Monday. By evening the toll had risen to four.", "killed 4"),
        ("Gunmen killed two farmers in Zurmi on Monday. By Tuesday morning the death toll had climbed to nine, doctors said.", "killed 9"),
        ("A bomb went off in Kabul on Monday. The office denied accounts of seven.", ""),
        ("A bomb tore through a bus in Kabul on Monday, leaving seven passengers dead and 12 in hospital.", "killed 7, injured 12"),
        ("A bomb at a bus stop in Kabul left two children dead and six people wounded on Monday.", "killed 2, injured 6"),
        ("The driver, a midwife and a woman were killed by a mine near Kabul on Monday.", "killed 1, killed 1, killed 1"),
        ("A bomb killed 53 people in Kabul on Monday, including nine women. Nine of its staff were among the dead, a charity said.", "killed 53"),
    ],
)  # fmt: skip
def test_a_figure_is_part_of_another_or_stands_beside_it(text: str, expected: str) -> None:
    incident = one(text)
    assert toll(incident) == expected
    assert not any(c.disputed for c in incident.casualties)


def test_what_nobody_would_say_of_the_same_deed_is_no_zero() -> None:
    """The second strike is told without a word that names it; its "no casualties" disputes nothing."""
    first = told(
        "A drone killed two men in Tyre on Monday, doctors said. A parked bus was damaged. There were no casualties."
    )
    assert [(c.low, c.high) for c in first.incidents[0].casualties if c.outcome == "killed"] == [(2, 2)]


def test_a_headline_disputes_nothing() -> None:
    text = "Bomb Kills Nine In Kabul\n\nKABUL, March 15 - A bomb killed ten people in Kabul on Monday, police said."
    (entry,) = one(text).casualties
    assert (entry.low, entry.high, entry.disputed) == (10, 10, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels ambushed an army convoy near Rutshuru on Monday. The army said three soldiers lost their lives and seven were "
            'hurt, adding that its men killed "about fifteen assailants". The rebels spoke of 22 soldiers dead.',
            "killed 3-22, killed 15, injured 7",
        ),
        (
            "Jihadists attacked a post at Barsalogho on Sunday. Eleven soldiers fell in combat and about forty terrorists were "
            "neutralised, the general staff said. The group said it had killed 31 soldiers and lost four of its own.",
            "killed 11-31, killed 4-40",
        ),
        (
            "Fighters ambushed a military convoy in Pauk on Monday, killing 12 soldiers. The junta said it had lost one man.",
            "killed 1-12",
        ),
        (
            "A suicide bomber hit a restaurant in Baidoa on Tuesday. Police put the number of dead at eight. A doctor said two more had "
            "died overnight, bringing the toll from eight to ten.",
            "killed 10",
        ),
        (
            "Fighting broke out in Tripoli on Monday. A first toll spoke of six dead. The ambulance service has since counted thirteen.",
            "killed 13",
        ),
        (
            "Gunmen attacked Barkin Ladi on Monday. The number of dead, first given as six, has risen to eleven.",
            "killed 11",
        ),
        (
            "Gunmen attacked a post near Rashad on Sunday, killing four policemen. A fifth succumbed to his wounds on Monday.",
            "killed 5",
        ),
        (
            "A drone hit a taxi in Beryslav on Tuesday, wounding five people. There are now six injured, the governor said.",
            "injured 6",
        ),
        (
            "Militiamen attacked a camp near Djugu on Sunday. Local sources gave a toll of 18 dead. The army spokesman spoke of ten "
            "dead and four militiamen neutralised.",
            "killed 10-18, killed 4",
        ),
        (
            "Shelling on Ariha wounded seven children on Monday. By evening one of the injured children had died.",
            "killed 1, injured 6",
        ),
        (
            "The army said three militants had been killed near Mir Ali on Monday. A havildar embraced martyrdom in the fight.",
            "killed 3, killed 1",
        ),
        (
            "A missile hit a house in Dnipro on Monday. By noon rescuers had found six bodies. The governor said eleven people had died.",
            "killed 11",
        ),
    ],
)
def test_tolls_that_answer_replace_or_stand_beside_each_other(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels attacked an army post in Gao on Monday. The army said 12 rebels were killed. The rebels said they had "
            "suffered no losses.",
            "killed 0-12",
        ),
        (
            "Rebels attacked an army post in Gao on Monday. The army said it had killed 12 rebels. A rebel spokesman denied "
            "losing anyone.",
            "killed 0-12",
        ),
        (
            "Rebels attacked an army post in Gao on Monday. Two rebels died, but there were no losses on our side, the army "
            "said. The rebels claimed nine soldiers died.",
            "killed 2, killed 0-9",
        ),
        (
            "Rebels attacked an army post in Gao on Monday, killing nine soldiers. The army admitted three dead.",
            "killed 3-9",
        ),
        (
            "Rebels attacked an army post in Gao on Monday. A nurse said nine died. The rebels claimed 25.",
            "killed 9-25",
        ),
        (
            "The Mujahideen attacked an army post in Logar on Monday. Nine hirelings were killed. Two Mujahideen embraced "
            "martyrdom.",
            "killed 9, killed 2",
        ),
        (
            "An air strike hit a market in Gao on Monday. The mayor first gave three dead and by nightfall six.",
            "killed 6",
        ),
        ("An air strike hit a market in Gao on Monday. Seven people died, not four.", "killed 7"),
        (
            "A bomb went off in Kabul on Monday. The office put the number of its dead at three, denying accounts of seven.",
            "killed 3-7",
        ),
    ],
)
def test_losses_that_one_side_denies_and_figures_taken_back(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Police gave nine dead, the residents 25.", "killed 9-25"),
        ("The army put the toll at 17 while a civil society group counted 31 and the local chief 36.", "killed 17-36"),
        ("The army spoke of seven killed, villagers of 40.", "killed 7-40"),
        ("Officials reported 12 deaths; the opposition said 30 died.", "killed 12-30"),
        ("The ministry said 12 people had died and the opposition that 30 had died.", "killed 12-30"),
        ("Residents counted at least 22 dead, the government 14.", "killed 14+"),
        ("A doctor gave 40 wounded, the committee 52 wounded.", "injured 40-52"),
        ("The mayor said the market counted four dead, the mosque two.", "killed 4, killed 2"),
        ("A nurse said four were killed in the market and two in the mosque.", "killed 4, killed 2"),
        ("A nurse spoke of four dead, the police of two missing goats.", "killed 4"),
    ],
)
def test_a_second_voice_of_the_sentence_gives_a_rival_figure(said: str, expected: str) -> None:
    incident = one(f"A bomb exploded in Kabul on Monday. {said}")
    assert toll(incident) == expected
    assert any(c.disputed for c in incident.casualties) == ("-" in expected or "+" in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A stabbing left two traders dead in Zurmi on Monday. The attacker was shot dead by police.", "killed 2, killed 1"),
        ("Seven people were killed in a shooting in Jos on Monday. The two gunmen were shot dead by guards.", "killed 7, killed 2"),
        ("Soldiers killed five gunmen near Gao on Monday. The army said the five gunmen were killed in an ambush.", "killed 5"),
        ("Soldiers killed nine rebels who held a bus near Gao on Monday. Six hostages were killed by the rebels.", "killed 9, killed 6"),
        ("A stabbing left two traders dead in Zurmi on Monday. Police shot dead the attacker.", "killed 2, killed 1"),
        ("A gunman opened fire in Lima on Monday, killing two people before he was shot dead by police.", "killed 2, killed 1"),
        ("Two gunmen killed four nuns in Lima on Monday before soldiers shot them dead.", "killed 4, killed 2"),
        ("A gunman killed two soldiers in Lima on Monday and was shot dead by troops.", "killed 2, killed 1"),
        ("Gunmen shot two nuns dead in Lima on Monday before they were driven off by police.", "killed 2"),
        ("The attacker shot dead two nuns in Lima on Monday.", "killed 2"),
    ],
)  # fmt: skip
def test_attackers_killed_in_their_turn_stand_beside_their_victims(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The dead were three women and a man.", "killed 4"),
        ("The victims were identified as two guards, a driver and a cook.", "killed 4"),
        ("A driver and two cooks were wounded.", "killed 4, injured 1, injured 2"),
        ("Two cooks and a driver, all Chinese, were wounded.", "killed 4, injured 2, injured 1"),
    ],
)
def test_the_dead_told_one_by_one_are_those_of_the_toll(told: str, expected: str) -> None:
    assert toll(one(f"A bomb killed four people in Kabul on Monday. {told}")) == expected


def test_both_sides_may_have_lost_as_many() -> None:
    incident = one(
        "Two Armenian servicemen were killed and a third was wounded near Sotk on Monday. Baku said one of its soldiers was wounded."
    )
    assert toll(incident) == "killed 2, injured 1, injured 1"


def test_the_army_of_a_neighbours_dateline_is_no_third_army() -> None:
    incident = one(
        "NAIROBI, March 16, 2022 (Reuters) - Al-Shabaab said it killed 24 soldiers in an attack near Bardera on Monday. "
        "The army said it lost three men and killed 40 militants."
    )
    assert toll(incident) == "killed 3-24, killed 40"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("An al-Shabaab spokesman put the number of dead policemen at 11.", "killed 11, killed 9"),
        ("A spokesman denied that the insurgents had suffered any losses.", "killed 4+, killed 0-9"),
        ("The group denied that it had lost any men.", "killed 4+, killed 0-9"),
        ("It was not known whether the group had suffered any losses.", "killed 4+, killed 9"),
        ("The number of officers wounded rose to 12.", "killed 4+, killed 9, injured 12"),
    ],
)
def test_figures_go_to_the_side_that_they_are_of(said: str, expected: str) -> None:
    incident = one(
        "Al-Shabaab fighters attacked a checkpoint in Bardera on Monday, killing at least four policemen. "
        f"Nine militants were also killed. {said}"
    )
    assert toll(incident) == expected


def test_militiamen_told_with_soldiers_are_no_attackers() -> None:
    incident = one(
        "Rebels attacked army posts in Ber on Monday. At least six militiamen and four soldiers were dead, a nurse said. "
        "State television said more than 30 terrorists were killed."
    )
    assert toll(incident) == "killed 6+, killed 4, killed 31+"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A teacher, Amna Rind, died on the spot and her husband, who was driving, was wounded.", "killed 1, injured 1"),
        ("The girls, aged 7 and 11, were wounded.", "injured 2"),
        ("Boys aged 4, 6 and 9 were killed.", "killed 3"),
        ("Four died, two of them aged under 18, and five were taken to hospital.", "killed 4, injured 5"),
        ("A woman born in 1949 died in her garden; her son was taken to hospital with burns.", "killed 1, injured 1"),
        ("Rescuers recovered the body of a fisherman, with two gunshot wounds, from a car.", "killed 1"),
        ("Two clerks were knocked down but not hurt.", "killed 0, injured 0"),
        ("Two clerks were knocked down but left unharmed.", "killed 0, injured 0"),
        ("Two clerks were knocked down and hurt.", "injured 2"),
    ],
)  # fmt: skip
def test_people_told_with_an_aside_or_an_age(told: str, expected: str) -> None:
    assert toll(one(f"A bomb exploded in Kabul on Monday. {told}")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The fighters returned to base without loss.", "killed 0"),
        ("The fighters returned to base without loss of time.", ""),
    ],
)
def test_without_loss_is_nobody_killed(said: str, expected: str) -> None:
    assert toll(one(f"Rebels attacked a checkpoint near Gao on Monday. {said}")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen kidnapped two shepherds near Zurmi on Monday. The shepherds were found dead hours later.", "killed 2"),
        ("Gunmen kidnapped two shepherds near Zurmi on Monday. The shepherds were found alive hours later.", "abducted 2"),
        ("Gunmen killed eight people in Zurmi on Monday. Two of the wounded died on Tuesday, taking the toll to 10.", "killed 10"),
        ("Seven soldiers were killed and nine others, among them a guide, are missing after rebels attacked near Gao on Monday.", "killed 7, missing 9"),
        ("No one was killed when a bomb exploded in Kabul on Monday but four people suffered splinter injuries.", "killed 0, injured 4"),
        ("The army killed 11 rebels near Gao on Monday. Families said four of those killed were civilians, one of them a boy of 16.", "killed 11"),
    ],
)  # fmt: skip
def test_what_became_of_people_told_before(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said no one was hurt when rockets hit Sderot on Monday. Medics said a woman had been wounded.", "killed 0, injured 0-1"),
        ("Gunmen fired on a patrol near Iguala on Monday. Troops killed two of the attackers, the army said. The prosecutor said the bodies of five gunmen were found.", "killed 2-5"),
        ("A mine killed a driver near Djibo on Monday. A firefight followed and six soldiers were killed, the army said.", "killed 1, killed 6"),
        ("Troops shot at least four people in Abobo on Monday, killing them. A fifth died later.", "killed 5+"),
        ("A bomb killed two people in Izium on Monday. The toll rose to three after rescuers recovered the body of a man.", "killed 3"),
    ],
)  # fmt: skip
def test_who_is_told_twice(text: str, expected: str) -> None:
    assert toll(one(text)) == expected
