"""Which figures are people harmed, and how; which are ages, doers or parts; when no figure at all is given."""

import pytest

from telling import framed, one, toll


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A suicide bomber killed 12 people and wounded 3 in Kabul on Monday.", "killed 12, injured 3"),
        ("A bomb in Kabul on Monday left 12 killed and 3 wounded.", "killed 12, injured 3"),
        ("Shelling killed at least seven civilians in Horlivka on Monday.", "killed 7+"),
        ("More than 20 people were killed when gunmen raided Zurmi on Monday.", "killed 21+"),
        ("Up to nine people were killed when gunmen raided Zurmi on Monday.", "killed 0-9"),
        ("Six or seven people were killed when gunmen raided Zurmi on Monday.", "killed 6-7"),
        ("Dozens of people were wounded when a bomb exploded in Kabul on Monday.", "injured 24+"),
        ("Several villagers were killed in a raid by gunmen on Zurmi on Monday.", "killed 2+"),
        ("Gunmen abducted 31 pupils from a school in Zurmi on Monday.", "abducted 31"),
        ("Police arrested 45 protesters in Lima on Monday.", "detained 45"),
        ("Five miners are missing after militants attacked a mine near Djibo on Monday.", "missing 5"),
        ("Fighting between the army and rebels near Rutshuru on Monday displaced 4,000 people.", "displaced 4000"),
        ("Gunmen killed a nurse in Quetta on Monday.", "killed 1"),
        ("A roadside bomb killed one soldier and injured two others near Gao on Monday.", "killed 1, injured 2"),
        ("The dead in Monday's shelling of Horlivka number four; nine others were hurt.", "killed 4, injured 9"),
    ],
)
def test_figures_go_to_their_outcomes(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The total of dead and wounded in Monday's bombing in Kabul is 60.",
        "A bomb killed and wounded 60 people in Kabul on Monday.",
    ],
)
def test_a_joint_figure_that_cannot_be_split_gives_none(text: str) -> None:
    assert toll(one(text)) == ""


def test_a_vague_joint_wording_gives_both() -> None:
    assert toll(one("A bomb exploded in Kabul on Monday, killing and injuring many.")) == "killed 2+, injured 2+"


def test_no_casualties_is_zero_killed_and_zero_injured() -> None:
    assert toll(one("Shells hit the port of Odesa on Monday. There were no casualties.")) == "killed 0, injured 0"


def test_no_word_about_people_is_no_entry() -> None:
    assert one("A drone struck an oil depot in Odesa on Monday.").casualties == ()


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a 34-year-old teacher in Quetta on Monday.",
        "Gunmen killed a teacher, 34, in Quetta on Monday.",
        "Gunmen killed a teacher aged 34 in Quetta on Monday.",
        "Gunmen on six motorbikes killed a teacher in Quetta on Monday.",
        "Gunmen killed a teacher 34 kilometres west of Quetta on Monday.",
        "Gunmen killed a teacher in Quetta at 10.30 on Monday.",
        "A 122 mm rocket killed a teacher in Horlivka on Monday.",
    ],
)
def test_ages_distances_calibres_and_doers_are_no_victims(text: str) -> None:
    assert toll(one(text)) == "killed 1"


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "Shelling killed nine people, including four children, in Horlivka on Monday.",
            "killed 9",
            [("children", 4, 4)],
        ),
        (
            "Shelling killed nine people, four of them children, in Horlivka on Monday.",
            "killed 9",
            [("children", 4, 4)],
        ),
        (
            "Shelling killed 12 people, most of them civilians, in Horlivka on Monday.",
            "killed 12",
            [("civilians", 7, 12)],
        ),
        ("Shelling killed nine people, among them two women, in Horlivka on Monday.", "killed 9", [("women", 2, 2)]),
    ],
)
def test_parts_of_a_total_are_not_counted_again(text: str, total: str, parts: list[tuple[str, int, int]]) -> None:
    incident = one(text)
    assert toll(incident) == total
    assert [(p.group, p.low, p.high) for c in incident.casualties for p in c.parts] == parts


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A mine killed two soldiers and a shepherd near Gao on Monday.", {("combatants", 2), ("civilians", 1)}),
        ("A mine killed five people near Gao on Monday.", {("unknown", 5)}),
        ("A mine killed three policemen near Gao on Monday.", {("combatants", 3)}),
        ("A mine killed three students near Gao on Monday.", {("civilians", 3)}),
    ],
)
def test_the_group_is_what_the_text_says(text: str, groups: set[tuple[str, int]]) -> None:
    assert {(c.group, c.low) for c in one(text).casualties} == groups


def test_as_many_repeats_the_figure() -> None:
    found = {(c.outcome, c.number.low) for f in framed("Two soldiers died and as many were hurt.") for c in f.counts}
    assert found == {("killed", 2), ("injured", 2)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb hit a bus near Quetta on Monday, killing nine. Seventeen more remain in hospital.", "killed 9, injured 17"),
        ("Rebels clashed with the army near Goma on Monday. The army lost three men and six were hurt.", "killed 3, injured 6"),
        ("Gunmen stormed a village near Zurmi on Monday. Sixteen people were buried on Tuesday.", "killed 16"),
        ("Two brothers were abducted by gunmen near Beni on Monday and beheaded.", "killed 2"),
        ("Gunmen attacked a market in Zurmi on Monday. Five people died; another is critical.", "killed 5, injured 1"),
        ("Shells hit Kherson on Monday. Three people died. Another five were hospitalised.", "killed 3, injured 5"),
        ("An air strike hit Rafah on Monday. The death toll rose from six to nine on Tuesday.", "killed 9"),
        ("Gunmen raided Zurmi on Monday. Officials gave a toll of 13 dead; it has since been revised to 27.", "killed 27"),
        ("Five passengers died when gunmen fired on a bus near Sukkur on Monday. The other 14 were hurt.", "killed 5, injured 14"),
        ("Militants killed six policemen in Tank on Monday. Among the dead were two brothers.", "killed 6"),
        ("Shelling of Toretsk on Monday killed five: three women and two men.", "killed 5"),
        ("Four relatives of a militia leader were killed by gunmen in Baghlan on Monday.", "killed 4"),
        ("A drone attack killed 10 people and wounded 7 in El Obeid on Monday.", "killed 10, injured 7"),
        ("Ten soldiers were killed and the same number were wounded in shelling near Horlivka on Monday.", "killed 10, injured 10"),
        ("Lawyer Elvino Mota and party official Paulo Cossa were shot dead in Maputo on Monday.", "killed 1, killed 1"),
        ("A bomb exploded at a gate in Tank on Monday. Constable Inam was martyred.", "killed 1"),
        ("A bomb went off in Mitrovica on Monday. No one came to harm.", "killed 0, injured 0"),
        ("Gunmen shot dead a pupil of 14 in Gao on Monday.", "killed 1"),
        ("The army killed 40 rebels near Goma on Monday. It suffered no losses.", "killed 40"),
        ("Protesters and police clashed in Conakry on Monday; three people were killed and over 19 injured.", "killed 3, injured 20+"),
        ("The rebels hacked at least eight growers to death near Biakato on Monday.", "killed 8+"),
        ("A bomb went off in Mitrovica on Monday. A clinic recorded two dead, a cook and a pupil, and six wounded.", "killed 2, injured 6"),
        ("Gunmen killed two policemen, a trader and a pupil in Zurmi on Monday.", "killed 2, killed 1, killed 1"),
        ("Jets hit a column of rebels near Goma on Monday, leaving many of them dead or injured.", "killed 2+, injured 2+"),
        ("A teacher was dragged from her home in Goma on Monday and shot dead.", "killed 1"),
        ("The bodies of nine men, two of them in uniform, were found in a well near Goma on Monday.", "killed 9"),
        ("A convoy was ambushed near Fada on Monday. Five soldiers are being treated in Niamey.", "injured 5"),
    ],
)  # fmt: skip
def test_what_became_of_people_in_the_words_of_reports(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "About 300 residents gathered in Martyrs' Square in Zawiya on Monday to protest against the militias.",
        "The army and rebels exchanged fire at Lasu on Monday. No casualty figure is available.",
        "Rebels and the army clashed near Goma on Monday. The price of bread rose to nine francs.",
    ],
)
def test_what_only_looks_like_a_toll_is_none(text: str) -> None:
    assert toll(one(text)) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed four farmers in Zurmi on Monday, bringing the number of dead in the unrest to 31.", "killed 4"),
        ("Two more bodies were found, bringing the death toll from Monday's blast in Kabul to nine.", "killed 9"),
        ("The village chief gave a toll of 31 for Monday's raid by gunmen on Zurmi and then revised it to 35.", "killed 35"),
        ("A clash between rebels and troops near Gao on Monday left 40 casualties, including 15 dead and 25 wounded.", "killed 15, injured 25"),
        ("Rebels said that 13 soldiers were either killed or wounded in an attack on Gao on Monday.", ""),
        ("The bodies of 11 farmers abducted on Friday were found near Zurmi on Monday.", "killed 11"),
        ("Gunmen shot dead the headman of Zurmi, his brother and four guards on Monday.", "killed 1, killed 1, killed 4"),
        ("Two women, a child and an old man were killed by a shell in Aleppo on Monday.", "killed 2, killed 1, killed 1"),
        ("Musa Bello, Idris Umar and Sani Abba were shot dead by gunmen in Zurmi on Monday.", "killed 1, killed 1, killed 1"),
        ("Five guards were killed, along with the wife of a general, in an ambush near Gao on Monday.", "killed 5, killed 1"),
        ("Seven guards were killed in an air strike on Gao on Monday, and three herders, a monitor said.", "killed 7, killed 3"),
        ("Fighting between rebels and troops forced 20,000 people to flee Gao on Monday.", "displaced 20000"),
        ("A man and a woman were found shot dead in a car in Tijuana on Monday.", "killed 1, killed 1"),
        ("Eleven people were injured, one of them fatally, when a bomb exploded in Kabul on Monday.", "killed 1, injured 10"),
        ("Two security personnel were killed in an ambush near Gao on Monday.", "killed 2"),
        ("A woman was wounded in Nikopol on Monday as troops shelled the town.", "injured 1"),
        ("Three babies were among the 12 killed when a shell landed on a ward in Kabul on Monday.", "killed 12"),
        ("A bomb hit the office of a committee of relatives of murdered people in Kabul on Monday, wounding four.", "injured 4"),
        ("A bomb wounded the number two of the junta and nine others in Gao on Monday.", "injured 9"),
    ],
)  # fmt: skip
def test_how_reports_put_a_toll(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two mortar bombs fell on Taiz on Monday. There were no human or material losses.", "killed 0, injured 0"),
        ("Two mortar bombs fell on Taiz on Monday, causing neither deaths nor injuries.", "killed 0, injured 0"),
        ("A drone hit a dairy in Sumy on Monday, without human or material damage.", "killed 0, injured 0"),
        ("A drone hit a dairy in Sumy on Monday. There were no injured persons.", "injured 0"),
        ("Gunmen blew up a pylon near Mandera on Monday. The guards were not harmed.", "killed 0, injured 0"),
        ("A bomb hit a bus in Herat on Monday. The two drivers escaped unhurt.", "killed 0, injured 0"),
        ("A bomb hit a bus in Herat on Monday. The passengers were not seriously hurt.", "killed 0"),
        ("A bomb hit a bus in Herat on Monday. The prefect was not hurt.", ""),
        ("A bomb hit a bus in Herat on Monday, killing two nurses. Three others were unhurt.", "killed 2"),
        ("Shells hit Herat on Monday. There were no reports of casualties.", "killed 0, injured 0"),
        ("Shells hit Herat on Monday. There were no immediate reports of casualties.", ""),
        ("A bomb hit a bus in Herat on Monday. Neither side gave its losses.", ""),
    ],
)
def test_nobody_harmed_and_people_who_were_not(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot a herder in Gao on Monday. He died on the way to hospital.", "killed 1"),
        ("Gunmen shot a herder in Gao on Monday. Doctors pronounced him dead.", "killed 1"),
        ("Gunmen shot a herder in the chest in Gao on Monday, and he died at the scene.", "killed 1"),
        ("Gunmen wounded a herder in Gao on Monday. He died of his wounds in hospital.", "killed 1"),
        ("Gunmen shot dead a herder in Gao on Monday. He died at once.", "killed 1"),
        ("Gunmen shot two herders in Gao on Monday. They died on the spot.", "killed 2"),
        ("Gunmen shot a herder in Gao on Monday. He nearly died.", ""),
        ("Gunmen shot a herder in Gao on Monday. He survived.", ""),
        ("Gunmen shot two traders in Gao on Monday in front of a crowd.", "killed 2"),
        ("Rebels shot a man in public in Gao on Monday.", "killed 1"),
        ("Gunmen shot two traders in Gao on Monday in front of their shop.", ""),
    ],
)
def test_a_death_told_of_a_pronoun_or_of_an_execution(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mine hit a ferry near Gao on Monday, killing several of those on board.", "killed 2+"),
        ("A mine hit a ferry near Gao on Monday. Six of those aboard were killed or wounded.", ""),
        ("A mine hit a ferry near Gao on Monday. Many were killed or wounded.", "killed 2+, injured 2+"),
        ("Gunmen shot dead the head of the school board in Gao on Monday.", "killed 1"),
        ("The brother of the mayor was killed by gunmen in Gao on Monday.", "killed 1"),
        ("A cousin of the mayor and his driver were killed by gunmen in Gao on Monday.", "killed 1, killed 1"),
        (
            "Gunmen kidnapped the director of a village school and two teachers near Gao on Monday.",
            "abducted 1, abducted 2",
        ),
        (
            "A drone hit a clinic in Gao on Monday. A midwife, the driver and a woman in labour died.",
            "killed 1, killed 1, killed 1",
        ),
        ("Shells fell on Gao on Monday. A tenth relative, the grandmother, died.", "killed 1"),
        ("Shells fell on Gao on Monday. A woman born in 1950 died.", "killed 1"),
        ("Shells fell on Gao on Monday. The student Karim Sadeq, 21, died.", "killed 1"),
        ("Shells fell on Gao on Monday. The hospital treated nine people.", "injured 9"),
        ("Shells fell on Gao on Monday. The hospital treated nine people for malaria.", ""),
        ("Shells fell on Gao on Monday. A passenger has splinters in the neck.", "injured 1"),
        ("Troops killed three rebels near Gao on Monday. Two muzzle-loaders were recovered.", "killed 3"),
        ("Shells fell on Gao on Monday. Five Land Cruisers were lost.", ""),
        ("The police broke up a rally in Gao on Monday. Eight of them were held for questioning.", "detained 8"),
        ("Rebels raided Gao on Monday. Two children have not been seen since.", "missing 2"),
    ],
)
def test_who_is_counted_with_whom(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("the body of a nurse and the body of a guard", "killed 1, killed 1"),
        ("the body of Ali Musa, a teacher,", "killed 1"),
        ("the body of a fisherman, with two gunshot wounds,", "killed 1"),
        ("a body", "killed 1"),
    ],
)
def test_a_body_is_counted_once_by_whose_it_is(found: str, expected: str) -> None:
    assert toll(one(f"Police found {found} near Quetta on Monday.")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A gunman shot and wounded two guards in Jenin on Monday before being killed.", "killed 1, injured 2"),
        ("Two farmers were abducted near Zurmi on Monday before being killed.", "killed 2"),
        ("A soldier escorting health workers was shot dead in Quetta on Monday.", "killed 1"),
        ("A tanker driver carrying six migrants was killed by gunmen near Gao on Monday.", "killed 1"),
        ("Gunmen killed a guard accompanying two engineers near Gao on Monday.", "killed 1"),
        ("Gunmen killed a farmer and two workers near Gao on Monday.", "killed 1, killed 2"),
        ("Police found the remains of five miners near Quetta on Monday.", "killed 5"),
        ("Gunmen killed a bicycle taxi driver in Gao on Monday.", "killed 1"),
        ("Hooded men shot dead four cousins between the ages of 19 and 30 in Gao on Monday.", "killed 4"),
        ("Gunmen raided Zurmi on Monday. Two farmers were killed and three girls were taken.", "killed 2, abducted 3"),
        ("Gunmen raided Zurmi on Monday. Two farmers were killed and three girls were taken to hospital.", "killed 2, injured 3"),
        ("A bomb exploded in Derry on Monday. Five people were hurt and one was detained in hospital.", "injured 5"),
        ("Police detained a man near the hospital in Derry on Monday.", "detained 1"),
        ("A bomb exploded in Derry on Monday. Five people were hurt. Two were in a serious condition.", "injured 5"),
        ("A bomb exploded in Derry on Monday. Five people were killed. Two are in hospital.", "killed 5, injured 2"),
        ("A bomb exploded at a house in Derry on Monday. A family of four escaped injury.", "killed 0, injured 0"),
        ("A man was shot in both knees by masked men in Derry on Monday.", "injured 1"),
        ("Militants bombed a bus in Aden on Monday, killing 30 people. Nine soldiers and two judges were among the dead.", "killed 30"),
        ("Gunmen shot two brothers in Gao on Monday. One was killed and the other wounded.", "killed 1, injured 1"),
        ("Two bombs exploded in Gao on Monday. One killed four people and the other wounded nine.", "killed 4, injured 9"),
        ("One killed, two wounded as gunmen raided Gao on Monday.", "killed 1, injured 2"),
        ("Gunmen killed a vendor in Gao on Monday, and another trader succumbed to his wounds.", "killed 1, killed 1"),
    ],
)  # fmt: skip
def test_whose_fate_it_is(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Estimates of the number of dead range from at least 40 people to 95", "killed 40-95"),
        ("The number of dead is put at between 60 by the army and 200 by residents", "killed 60-200"),
        ("The toll rose from 40 people to 95", "killed 95"),
    ],
)
def test_a_range_in_two_numbers(said: str, expected: str) -> None:
    assert toll(one(f"Troops fired on villagers near Gao on Monday. {said}.")) == expected
