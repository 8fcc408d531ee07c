"""The article as a story: one incident told twice is one; two places, two days or two kinds of deed are two."""

import pytest

from telling import cast, one, told, toll

ONCE = [
    ("Gunmen killed nine farmers in Zurmi on Monday. The killings in Zurmi on Monday shocked the state.", "killed 9"),
    ("Gunmen killed nine farmers in Zurmi on Monday. The victims were shot at dawn, a resident said.", "killed 9"),
    (
        "A bomb exploded at a market in Kabul on Monday.\n\nThe blast killed six people and wounded 14, police said.",
        "killed 6, injured 14",
    ),
    (
        "Gunmen Kill Nine In Zurmi\n\nZURMI, March 15 - Gunmen killed nine farmers in Zurmi on Monday, police said.",
        "killed 9",
    ),
    (
        "Shells hit Horlivka on Monday, killing four people.\n\nThe mayor of Horlivka said four people died in the shelling.",
        "killed 4",
    ),
    (
        "At least 27 soldiers were killed in an attack on a base at Mondoro, the army said.\n\n"
        "Another 33 soldiers were wounded in Friday's assault.",
        "killed 27+, injured 33",
    ),
    (
        "Gunmen killed nine farmers in Zurmi on Monday. They carried off two girls and burned the granary.",
        "killed 9, abducted 2",
    ),
    (
        "Al-Shabab fighters stormed a military base in Bulo Marer on Friday.\n\nA resident said he heard heavy gunfire and explosions.\n\n"
        "“We saw dead soldiers on the road,” said a trader.\n\nThe government said 54 soldiers were killed.",
        "killed 54",
    ),
    (
        "Gunmen raided the village of Bare on Tuesday, residents said.\n\n"
        "“They shot dead eleven of our people,” said the village head.",
        "killed 11",
    ),
    (
        "A suicide bomber struck a mosque in Kabul on Monday. Eleven worshippers were killed, a doctor said.",
        "killed 11",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONCE)
def test_told_twice_is_one_incident_with_one_toll(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Gunmen killed nine farmers in Zurmi on Monday. Gunmen killed four herders in Djibo on Monday.",
            ["Zurmi", "Djibo"],
        ),
        (
            "Gunmen killed nine farmers in Zurmi on Monday. On Tuesday, gunmen killed two farmers in Zurmi.",
            ["Zurmi", "Zurmi"],
        ),
        (
            "Gunmen killed nine farmers in Zurmi on Monday. In Lagos, police arrested six students on Monday.",
            ["Zurmi", "Lagos"],
        ),
        (
            "A bomb killed two soldiers in Gao on Monday.\n\nSeparately, a bomb killed three soldiers in Kidal.",
            ["Gao", "Kidal"],
        ),
        (
            "- Gunmen killed a trader in Goma on Monday.\n- Gunmen killed two traders in Bunia on Sunday.",
            ["Goma", "Bunia"],
        ),
    ],
)
def test_another_place_day_or_deed_is_another_incident(text: str, places: list[str]) -> None:
    assert [i.where.name for i in told(text).incidents] == places


def test_a_denial_belongs_to_the_incident_it_denies() -> None:
    incident = one(
        "An air strike hit a clinic in Mekelle on Monday, doctors said. The army denied it had struck the clinic."
    )
    assert "denied" in {c.modality for c in incident.claims}


def test_a_claim_of_responsibility_belongs_to_the_incident_before() -> None:
    text = (
        "A bomb killed four policemen in Quetta on Monday. The Pakistani Taliban claimed responsibility for the blast."
    )
    claims = [(c.modality, c.speaker.text) for c in one(text).claims if c.speaker]
    assert ("claimed", "The Pakistani Taliban") in claims


def test_history_goes_on_as_history() -> None:
    text = (
        "Gunmen killed nine farmers in Zurmi on Monday.\n\nIn June 2018, gunmen killed 26 people in Zurmi. "
        "They also burned the market."
    )
    assert toll(one(text)) == "killed 9"


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("A missile attack killed four people in Kyiv on Monday. Another attack in Kherson killed ten.", "Shelling/artillery/missile attack"),
        ("Rebels attacked Sabr in Taiz on Monday, killing four people. Another attack in Marib killed ten.", "Attack"),
        ("A missile attack killed four people in Kyiv on Monday. Another attack in Kherson by gunmen killed ten.", "Attack"),
        ("At least 19 people were killed in Gao on Monday as police fired tear gas at protesters.", "Excessive force against protesters"),
    ],
)  # fmt: skip
def test_one_more_attack_is_of_the_kind_told_before_unless_it_says_another(text: str, sub: str) -> None:
    assert told(text).incidents[-1].acled.sub_event_type == sub


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eight people died on Monday near Gao. Their bus hit a mine.", "killed 8"),
        (
            "Eight people lost their lives in Gao on Monday. Their vehicle struck an explosive device near the market.",
            "killed 8",
        ),
        ("Eight people died on Monday near Gao. A bus hit a mine near Kidal on Sunday.", ""),
    ],
)
def test_the_dead_of_a_sentence_are_of_the_deed_that_the_next_tells_of_them(text: str, expected: str) -> None:
    assert toll(one(text)) == expected


def test_a_headline_that_sums_up_gives_no_deed_its_kind() -> None:
    text = (
        "Bomb and gunfire kill 14 in Taiz market; rebels blamed\n\nTAIZ, Yemen, March 16 - A bomb hidden in a cart tore through a market in the city "
        "of Taiz on Monday morning, killing at least nine people, medics said. Minutes later, men on a motorcycle opened fire on those who fled, and five "
        "more people were shot dead.\n\nThe Interior Ministry blamed the Houthis."
    )
    assert [i.type for i in told(text).incidents] == ["bombing", "killing"]


def test_women_who_find_the_dead_did_not_kill_them() -> None:
    text = "Four herders were killed on the Ndassima track. The bodies were discovered last Friday by women on their way to the field."
    assert cast(one(text)) == ["victim civilians"]


def test_an_air_strike_for_dead_soldiers_is_an_incident_of_its_own() -> None:
    text = (
        "Two soldiers were killed on Tuesday when their vehicle struck a homemade bomb near Djibo, the army said. It said its aircraft had later bombed a "
        "forest close to the site, killing about 20 militants."
    )
    assert [(i.type, toll(i)) for i in told(text).incidents] == [("bombing", "killed 2"), ("air_strike", "killed 20")]


def test_ordinary_crime_is_no_incident() -> None:
    assert told("A man killed his wife in Lima on Monday. Thieves robbed a bakery in Lima on Tuesday.").incidents == ()


def test_what_stands_behind_since_is_history_unless_its_day_is_recent() -> None:
    old = told("The city has been on alert since gunmen attacked two hotels, killing 30 people.")
    assert (old.incidents, [b.reason for b in old.background]) == ((), ["told only as what came before"])
    assert (
        toll(one("The city has been on alert since gunmen attacked a hotel in Gao on Monday, killing nine people."))
        == "killed 9"
    )


def test_a_condemnation_tells_no_second_incident() -> None:
    text = "Gunmen killed nine farmers in Zurmi on Monday. The bishop condemned the killing of the farmers."
    assert cast(one(text)) == ["a unidentified gunmen", "victim civilians"]


def test_an_article_without_a_deed_has_none() -> None:
    coded = told("The council of Gao met on Monday. It spoke of roads and schools.")
    assert (coded.incidents, coded.background) == ((), ())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Unrest began in March.\n\nBy Tuesday it had spread. Rebels killed two students in Kadugli.",
            "2022-03-15 2022-03-15",
        ),
        (
            "Unrest began in March.\n\nIt will spread by Tuesday. Rebels killed two students in Kadugli.",
            "None 2022-03-16",
        ),
        (
            "Unrest began in March.\n\nBy Tuesday it had spread.\n\nRebels killed two students in Kadugli.",
            "None 2022-03-16",
        ),
        ("The ministry said on Sunday that gunmen had killed four people in Mosul.", "None 2022-03-13"),
        ("The ministry said later that gunmen had killed four people in Mosul.", "None 2022-03-16"),
        ("Nine people have been detained in Bissau since Sunday, police said.", "2022-03-13 2022-03-13"),
    ],
)
def test_a_scene_sets_the_day_and_a_statement_bounds_it(text: str, days: str) -> None:
    when = one(text).when
    assert f"{when.start} {when.end}" == days


BULLETIN = "SECURITY BULLETIN, 4 to 10 March 2022\n\n"


@pytest.mark.parametrize("mark", [": ", ". "])
def test_a_label_gives_its_items_their_day_and_place(mark: str) -> None:
    text = (
        BULLETIN
        + f"- Thursday 10 March, Bria{mark}Rebels killed two soldiers.\n- Saturday 5 March, Ippy{mark}Gunmen abducted a nurse."
    )
    assert [(i.where.name, str(i.when.start), str(i.when.end)) for i in told(text).incidents] == [
        ("Bria", "2022-03-10", "2022-03-10"),
        ("Ippy", "2022-03-05", "2022-03-05"),
    ]


def test_an_item_without_a_day_on_its_label_has_the_period() -> None:
    (incident,) = told(BULLETIN + "- Bria: Rebels killed two soldiers.").incidents
    assert (str(incident.when.start), str(incident.when.end)) == ("2022-03-04", "2022-03-10")


def test_a_headline_sums_up_and_adds_no_incident_or_place() -> None:
    text = (
        "Rebels kill seven in the north of Mali\n\nRebels killed seven traders in Ansongo on Monday, the mayor said.\n\n"
        "He spoke by telephone."
    )
    incident = one(text)
    assert (incident.where.name, toll(incident)) == ("Ansongo", "killed 7")


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Soldiers dragged five shepherds from their huts in Bria on Monday. They were shot beside a well.", 5),
        ("Soldiers dragged a shepherd from his hut in Bria on Monday. He was shot beside a well.", 1),
        ("Soldiers dragged five shepherds from their huts in Bria on Monday. He was shot beside a well.", 0),
        ("Soldiers dragged five shepherds from their huts in Bria on Monday.\n\nThey were shot beside a well.", 0),
    ],
)
def test_a_pronoun_keeps_the_people_of_the_sentence_before(text: str, dead: int) -> None:
    assert sum(c.low for i in told(text).incidents for c in i.casualties if c.outcome == "killed") == dead


@pytest.mark.parametrize(
    ("denial", "answers"),
    [("The mayor denied involvement.", True), ("The mayor denied having a yacht.", False)],
)
def test_a_denial_joins_what_it_answers(denial: str, answers: bool) -> None:
    text = "Shelling killed nine people in Dilling on Tuesday.\n\n" + denial
    assert ("denied" in {c.modality for c in one(text).claims}) is answers


@pytest.mark.parametrize(
    "next_sentence",
    [
        "The attack took place on Saturday.",
        "The shooting happened in the town on Saturday night.",
        "The killings were carried out on Saturday.",
        "It happened on Saturday as they came from the market.",
        "This took place on Saturday.",
    ],
)
def test_when_it_took_place_is_of_what_was_told(next_sentence: str) -> None:
    i = one("Gunmen killed nine traders in Yei, South Sudan, police said on Monday. " + next_sentence)
    assert (str(i.when.start), str(i.when.end), i.when.basis) == ("2022-03-12", "2022-03-12", "relative")


@pytest.mark.parametrize(
    "next_sentence",
    ["Another attack took place on Saturday.", "A meeting took place on Saturday.", "They were buried on Saturday."],
)
def test_when_something_else_took_place_is_not(next_sentence: str) -> None:
    i = told("Gunmen killed nine traders in Yei, South Sudan, police said on Monday. " + next_sentence).incidents[0]
    assert (i.when.start, str(i.when.end)) == (None, "2022-03-14")


def test_the_body_of_one_taken_ends_his_story() -> None:
    i = one(
        "Armed men took a mayor from his home in Teorama, Colombia, on Sunday. His body was found the next day on the road to Ocaña."
    )
    assert (i.type, i.where.name, str(i.when.start)) == ("killing", "Teorama", "2022-03-13")


def test_arrests_in_another_town_are_an_incident_of_their_own() -> None:
    text = "Soldiers defused two bombs in Rafah, Egypt, on Monday, and 12 suspects were detained in Bir al-Abed."
    assert [(i.type, i.where.name) for i in told(text).incidents] == [
        ("disrupted_weapons", "Rafah"),
        ("arrest", "Bir al-Abed"),
    ]


def test_a_claim_of_what_history_told_is_no_claim_of_the_news() -> None:
    text = (
        "Troops shot dead two men in Kandy, Sri Lanka, on Monday.\n\nMore than 250 people were killed in April 2019 when "
        "bombers struck three churches. Islamic State said it was behind the attacks."
    )
    assert [s.modality for s in told(text).incidents[0].claims] == ["stated"]


def test_who_dies_later_in_a_hospital_elsewhere_fell_where_it_happened() -> None:
    i = one(
        "Two militants were killed in a gunfight at Awneera, India, on Monday. A soldier who was hurt in it later succumbed at a "
        "hospital in Srinagar."
    )
    assert i.where.name == "Awneera"


@pytest.mark.parametrize(
    ("note", "tolls"),
    [
        ("(Editor's note: The army said that four soldiers died in the ambush.)", ["killed 4-9", "killed 2"]),
        ("[Note: The general staff said four soldiers and 16 rebels died at Tessit.]", ["killed 4-9, killed 16", "killed 2"]),
        ("(Note: On Tuesday a bomb killed three people in Kidal, the governor said.)", ["killed 9", "killed 2", "killed 3"]),
        ("(Note: Four aid workers were killed in Tessit in 2019.)", ["killed 9", "killed 2"]),
    ],
)  # fmt: skip
def test_a_note_of_the_desk_answers_the_incident_it_names(note: str, tolls: list[str]) -> None:
    text = (
        "Rebels ambushed an army convoy near Tessit, Mali, on Monday, killing nine soldiers, their spokesman said. "
        f"Gunmen shot dead two civilians in Gao on Sunday.\n\n{note}"
    )
    assert [toll(i) for i in told(text).incidents] == tolls


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Bandits killed eight traders in Maru on Monday. Troops launched a search operation for the raiders.",
            ["killing"],
        ),
        ("Bandits killed eight traders in Maru on Monday, prompting troops to launch a search operation.", ["killing"]),
        (
            "A bomb killed eight traders in Karachi on Monday. Police launched an operation against the cell.",
            ["bombing"],
        ),
        (
            "Bandits killed eight traders in Maru on Monday. Troops launched an operation in Zurmi, killing nine bandits.",
            ["killing", "armed_clash"],
        ),
        ("Troops launched an operation against bandits in Maru on Monday.", ["armed_clash"]),
    ],
)
def test_an_operation_that_follows_a_deed_is_none_of_its_own(text: str, types: list[str]) -> None:
    assert [i.type for i in told(text).incidents] == types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An air strike killed five people in Idlib on Monday. The army said it had targeted a rebel commander.",
            "air_strike",
        ),
        ("Rebels targeted an army post near Mopti on Monday, killing five soldiers.", "armed_clash"),
        (
            "Rebels targeted an army post near Mopti with gunfire and grenades on Monday, killing five soldiers.",
            "armed_clash",
        ),
        ("The army hit rebel positions near Ataq on Monday with rockets.", "shelling"),
        ("An army lorry was targeted with a magnetic bomb in Kunduz on Monday, killing five soldiers.", "bombing"),
        (
            "Two rebels tried to plant a bomb in Pattani on Monday to target soldiers. It went off, killing both rebels.",
            "bombing",
        ),
        (
            "A car bomb went off outside a bank in Herat on Monday and gunmen stormed the bank, killing six soldiers.",
            "armed_clash",
        ),
    ],
)
def test_whom_a_blast_was_meant_for_makes_no_battle(text: str, expected: str) -> None:
    assert one(text).type == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Police arrested a union leader in Harare on Monday morning. Three protesters were shot dead in the city later that day.",
            ["arrest", "protest"],
        ),
        ("Police arrested 40 people in Lima on Monday. The protesters had blocked a motorway.", ["protest"]),
        (
            "Fans burned a police van in Tunis on Monday. A vendor was cut on the arm. Police used tear gas to disperse them.",
            ["riot"],
        ),
        (
            "Six men died in fighting between two clans near Kabo on Monday.\n\nA councillor said on Tuesday that 30 houses had been burned down.",
            ["armed_clash"],
        ),
        (
            "Police are investigating a shooting in the city. A man was shot by masked men in Derry on Monday.",
            ["killing"],
        ),
        (
            "Rebels killed three farmers near Pemba on Saturday. On Tuesday a patrol met a group of rebels near Palma; six rebels were killed.",
            ["killing", "armed_clash"],
        ),
        (
            "Five people have been killed in an air strike in southern Lebanon.\n\nThe attack late on Monday flattened a house in Nabatieh.",
            ["air_strike"],
        ),
    ],
)
def test_what_follows_in_the_same_town_is_one_or_two(text: str, types: list[str]) -> None:
    assert [i.type for i in told(text).incidents] == types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels tried to enter Titao on Monday. They were pushed back by soldiers.", "armed_clash"),
        ("Rebels attempted to capture Titao on Monday, killing six soldiers.", "armed_clash"),
        ("Rebels entered Titao on Monday.", "territory_change"),
        ("An ambush that killed six policemen in Michoacan on Monday, followed within days by a drone attack, worries the state.", "killing"),
        ("Soldiers struck the town of Derna with two guided aerial bombs on Monday.", "air_strike"),
        ("Youths in Migori stoned police on Monday.", "riot"),
        ("Six persons lost their lives in a confrontation on Monday in Leon between an armed group and the police.", "armed_clash"),
        ("Three drones were destroyed over Kharkiv on Monday.", "disrupted_weapons"),
        ("Rebels and herders signed a non-aggression pact in Bria on Monday.", "agreement"),
    ],
)  # fmt: skip
def test_the_kind_of_deed(text: str, expected: str) -> None:
    assert one(text).type == expected


ENTRY = (
    "Open encyclopedia, revision of 2 April 2019\n\n"
    "The Harbour Street bombing was an attack on 17 March 2019 in Jolo, in which eight people were killed and 36 injured.\n\n"
    "On 27 January 2019, a bomb in Jolo killed 20 people."
)


def test_what_an_encyclopedia_opens_with_is_its_news() -> None:
    coded = told(ENTRY, published=None)
    assert [toll(i) for i in coded.incidents] == ["killed 8, injured 36"]
    assert [toll(i) for i in coded.background] == ["killed 20"]
    again = told("Families met in Omagh on Monday. The bombing took place on 15 August 1998, killing 29 people.")
    assert not again.incidents


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Gunmen killed six people in Jos on Tuesday. In April, gunmen killed 19 people in the state.", ["news", "background"]),
        ("Gunmen killed six people in Jos on Tuesday. In 2016, a bomb killed 80 people in Kano.", ["news", "background"]),
        ("A bomb killed six people in Jos on 3 May 2019. On 5 May 2019, gunmen killed two farmers in Kano.", ["news", "news"]),
    ],
)  # fmt: skip
def test_history_in_a_text_without_a_date(text: str, contexts: list[str]) -> None:
    coded = told(text, published=None)
    assert [i.context for i in (*coded.incidents, *coded.background)] == contexts


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("In the days after the vote on 4 February, five children were killed by a crowd in Labe.", False),
        ("In the hours after the vote on Sunday, five children were killed by a crowd in Labe.", True),
        ("At the end of February, clashes with protesters cost the lives of 36 people in Goma.", False),
        ("The army and the rebels have traded fire in Taiz almost daily since 1 March, killing six.", False),
        ("The group has spent years trying to capture the town of Taiz.", False),
        ("Police shot dead two people in Labe who were protesting at the results of last month's election.", True),
    ],
)
def test_near_and_long_ago(text: str, news: bool) -> None:
    assert bool(told(text).incidents) is news


def test_the_day_before_the_clause_of_a_dying_counts() -> None:
    i = one("A boy was shot in Conakry on Monday, and a mechanic died of his wounds on Tuesday.")
    assert str(i.when.start) == "2022-03-14"
    assert one("Gunmen shot a teacher in Jos, who died of his wounds on Tuesday.").when.basis != "relative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 17 people were killed in clashes between police and protesters in Juliaca on Monday.", ["riot"]),
        (
            "An air strike killed four people in Tajura on Monday. Soldiers near Gharyan pushed back an attack, killing nine fighters.",
            ["air_strike", "armed_clash"],
        ),
        (
            "Rebels attacked the army in Rutshuru territory on Monday. The army said it had repelled the assault on Rumangabo camp.",
            ["armed_clash"],
        ),
    ],
)
def test_a_fight_beside_another_deed(text: str, expected: list[str]) -> None:
    assert [i.type for i in told(text).incidents] == expected
