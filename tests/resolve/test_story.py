"""One event told twice is one incident; two places or two days are two; denials and claims belong to what they speak of."""

from datetime import date

import pytest

from reader import coded
from telling import told

WEDNESDAY = date(2022, 3, 16)


@pytest.mark.parametrize(
    "text",
    [
        "BUNIA, March 14 - Gunmen killed six villagers in Djugu on Wednesday, officials said. The attackers came at night. "
        "The six villagers were asleep when they were killed, a priest said.",
        "Bomb kills four in Kismayo\n\nA roadside bomb killed four people in Kismayo on Wednesday, police said.",
        "Shelling killed four people in Kadugli on Wednesday. A fifth man succumbed to his wounds on Thursday, a doctor said.",
        "Gunmen killed three traders in Bria on Tuesday. The army denied any role in the killings.",
    ],
)
def test_told_twice_is_one(text: str) -> None:
    assert len(coded(text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six villagers in Djugu on Wednesday. In Beni, rebels killed two soldiers on Tuesday.",
        "A bomb killed four people in Kismayo on Monday. Another bomb wounded three people in Kismayo on Wednesday.",
    ],
)
def test_two_places_or_days_are_two(text: str) -> None:
    assert len(coded(text).incidents) == 2


def test_a_denial_stands_with_the_incident() -> None:
    (incident,) = coded(
        "Shelling killed nine people in Dilling on Tuesday. The army denied firing on the town."
    ).incidents
    assert [c.modality for c in incident.claims if c.speaker] == ["denied"]


def test_history_is_set_aside() -> None:
    answer = coded(
        "Gunmen killed six villagers in Djugu on Wednesday. In 2012, rebels killed 40 people in the same village."
    )
    assert len(answer.incidents) == 1
    assert [i.context for i in answer.background] == ["background"]


def test_a_deed_nowhere_is_more_of_one_told_before_or_talk() -> None:
    text = (
        "Gunmen killed nine people in Ayorou on Sunday, police said.\n\nThe governor condemned the shooting of civilians "
        "and promised an inquiry.\n\nSurvivors described ten attackers who fought for an hour."
    )
    assert [i.where.name for i in told(text).incidents] == ["Ayorou"]


def test_where_the_wounded_were_taken_is_not_where_it_happened() -> None:
    text = (
        "Gunmen killed five people in Ayorou, in western Niger. The attack took place on Sunday, police said, adding that two "
        "wounded had been evacuated to Niamey."
    )
    (incident,) = told(text).incidents
    assert (incident.where.name, incident.when.start) == ("Ayorou", date(2022, 3, 13))


def test_a_gang_by_its_common_word_and_by_its_name() -> None:
    text = (
        "Gang attack on Pont-Sondé leaves dozens dead\n\nMembers of the Gran Grif gang stormed the town of Pont-Sondé in central "
        "Haiti before dawn on Thursday, killing at least 70 people, the U.N. human rights office said."
    )
    (incident,) = told(text).incidents
    assert [a.name for a in incident.actors if a.role == "a"] == ["Gran Grif"]


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        (
            "Soldiers entered the village of Bakori on Monday. They shot dead three men and burned six houses.",
            "Bakori",
            (2022, 3, 14),
        ),
        (
            "Armed men on motorbikes overran a village in central Mali at the weekend, killing at least 23 people.\n\n"
            "The raiders rode into Koro as people were leaving the mosque on Saturday evening, a councillor said.",
            "Koro",
            (2022, 3, 12),
        ),
        (
            "The army denied that it had shelled Kosti on Monday. Residents said shells fell on the market and killed four people.",
            "Kosti",
            (2022, 3, 14),
        ),
        (
            "Militants killed nine soldiers in an assault on a base in northern Borno state, officials said on Wednesday.\n\n"
            "The insurgents struck the base at Damasak at around midnight on Monday and set off a car bomb at its gate.",
            "Damasak",
            (2022, 3, 14),
        ),
        (
            "HIGHLIGHTS\n\n- Three staff of an aid agency were seized on the Bria road.\n\nSECURITY\n\nOn Sunday armed men stopped a "
            "vehicle of an aid agency between Bria and Bambari and took away the driver and two nurses.",
            "between Bria and Bambari",
            (2022, 3, 13),
        ),
        (
            "U.S. Africa Command said on Sunday it had carried out an air strike near Afmadow two days earlier.",
            "Afmadow",
            (2022, 3, 11),
        ),
    ],
)
def test_one_deed_told_in_parts(text: str, place: str, day: tuple[int, int, int]) -> None:
    (incident,) = coded(text, WEDNESDAY).incidents
    assert incident.where.name == place
    assert incident.when.start == incident.when.end == date(*day)


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 rebels attacked the town. They killed 12 people and burnt the market.",
        "The day itself was 25 October 2004. Some 1,500 people had gathered at the police station. Seven men were killed there.",
        "Traders in Wana called off their sit-in on Monday night.",
        "Families of the disappeared met the minister in Lima on Monday.",
        "A court in Dakar ordered the release of men who attacked a barracks.",
        "The attention of the command has been drawn to a story making the rounds that 11 soldiers were abducted in Gujba.",
        "The commander told the troops not to relent until the terrorists are wiped out.",
        "Wreckage of a drone set a barge alight at Izmail.",
        "Our reporter, who went there on Tuesday, saw no burnt house.",
        "Families laid flowers on Monday at the old bridge in Mostar, where a shell killed nine people on 2 May 1993.",
        "Teams unearthed the remains of 23 people near Sinjar on Tuesday. The victims are thought to have been killed in 2014.",
        "Over the past day the army shelled 19 settlements of the region.",
        "Police restored order in the stadium of Lyon after the match on Sunday.",
    ],
)
def test_what_is_over_told_or_unknown_is_no_news(text: str) -> None:
    assert coded(text, WEDNESDAY).incidents == ()


def test_one_man_is_not_another() -> None:
    answer = coded(
        "Gunmen attacked a checkpoint at Bria on Monday and one soldier was killed. In Bambari a drone hit a car on Tuesday. "
        "The driver was killed.",
        WEDNESDAY,
    )
    assert [len(i.casualties) for i in answer.incidents] == [1, 1]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Clashes broke out between supporters and gendarmes in Dakar on Tuesday.", "riot", "Dakar"),
        ("M23 rebels entered Kiwanja on Tuesday. “They came in singing,” a resident said.", "territory_change", "Kiwanja"),
        ("Armed herders fell on cattle camps around Panyijar in the early hours of Tuesday.", "killing", "Panyijar"),
        ("A convoy of the army came under fire near Gao on Monday.", "armed_clash", "Gao"),
        ("Gunmen fired at a checkpoint of the Rapid Support Forces at the entrance of Kosti on Monday.", "armed_clash", "Kosti"),
        ("Relatives of the missing soldiers blocked the Kano-Zaria highway on Saturday with coffins.", "protest", "Kano-Zaria highway"),
        ("Gunmen brought down a telephone mast at Lafey on Sunday night.", "looting", "Lafey"),
        ("Engineers found three improvised explosive devices near Damboa on Sunday and detonated them in situ.", "disrupted_weapons", "Damboa"),
        ("Bandits swept into the town of Kankara on Sunday and set houses alight.", "looting", "Kankara"),
        ("Second. The Air Force struck seven vehicles in North Sinai on Monday.", "air_strike", "North Sinai"),
        ("Government troops restored calm and security to the town of Sevare on Tuesday after driving out the militants.", "territory_change", "Sevare"),
        ("Soldiers foiled an attempt by gunmen to storm a checkpoint near Ansongo on Tuesday.", "armed_clash", "Ansongo"),
        ("The army foiled an attempt to blow up a bridge near Ansongo on Sunday.", "disrupted_weapons", "Ansongo"),
        ("On Monday a suicide terrorist blew up a van packed with explosives at a checkpoint in Balad, killing four soldiers.", "suicide_bombing", "Balad"),
        ("Nine mines and two explosive belts were dismantled in Balad on Monday.", "disrupted_weapons", "Balad"),
        ("A headman was dragged out of his house and hacked to death by rebels at Bocaranga on Monday night.", "killing", "Bocaranga"),
        ("Two nurses were pulled from their homes and then shot dead by rebels at Bocaranga on Monday.", "killing", "Bocaranga"),
        ("Yesterday the town of Huliaipole came under heavy mortar fire from the east.", "shelling", "Huliaipole"),
        ("Security forces on Sunday surrounded a house in Derbent where two militants were hiding. Both were killed in the assault.", "armed_clash", "Derbent"),
        ("Soldiers surrounded the market of Bria on Sunday, accused the traders of theft and shot four of them.", "killing", "Bria"),
        ("The bodies of six people, one of them a girl of about 12, were found in a car beside a river in Uruapan on Monday.", "killing", "Uruapan"),
        ("Students threw stones and firecrackers at police in Iguala on Tuesday. The officers answered with tear gas.", "riot", "Iguala"),
        ("Students clashed with police in Rangpur on Tuesday and one student was shot dead.", "riot", "Rangpur"),
        ("Activists of the ruling party attacked a march in Bogura with sticks on Monday, leaving 20 people injured.", "riot", "Bogura"),
        ("Residents of two hamlets fought with clubs in Pabna on Friday, police said.", "riot", "Pabna"),
        ("In Sicuani, about 900 people marched yesterday in support of the miners.", "protest", "Sicuani"),
        ("Fishermen marched in Saint-Louis on Tuesday to demand the reopening of the road to Rosso.", "protest", "Saint-Louis"),
        ("Federal police arrested two suspected gun runners near Dessie on Saturday and seized 20 rifles.", "arrest", "Dessie"),
        ("The army said its soldiers had detained nine suspected gunmen, most of them foreigners, in raids near Arsal on Monday.", "arrest", "Arsal"),
        ("Militants struck an army camp near Sarmin with rockets on Sunday, wounding two soldiers.", "shelling", "Sarmin"),
        ("Militants attacked an army camp near Sarmin with mortars and machine guns on Sunday, wounding two soldiers.", "armed_clash", "Sarmin"),
        ("An army air strike on a camp of the rebels near Dilling on Sunday killed nine fighters.", "air_strike", "Dilling"),
        ("Rebels attacked the town of Kodok on Tuesday and nine civilians were killed in the crossfire, an official said, in some of the heaviest fighting in the area this year.", "armed_clash", "Kodok"),
        ("The rebels crossed the White Nile in boats on Tuesday and attacked an army camp near Kodok, killing four soldiers.", "armed_clash", "Kodok"),
        ("Rebels took control of Bure on Sunday. The police had left in the night and there was no resistance.", "territory_change", "Bure"),
        ("Gunmen stopped two trucks near Labbezanga on Monday and burned them.", "looting", "Labbezanga"),
        ("The remains of four traders kidnapped last week were found near Gao on Tuesday.", "killing", "Gao"),
    ],
)  # fmt: skip
def test_what_it_is_and_where(text: str, kind: str, place: str) -> None:
    (incident,) = coded(text, WEDNESDAY).incidents
    assert (incident.type, incident.where.name) == (kind, place)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Two militants were killed in an encounter in Handwara on Friday. A woman was injured when youths pelted stones at the "
            "security forces near the site of the encounter.",
            ["armed_clash", "riot"],
        ),
        (
            "Police fired tear gas at protesters in Juliaca on Monday. On Tuesday police arrested nine of the protesters in Puno.",
            ["protest", "arrest"],
        ),
        ("Students marched in Juliaca on Monday. Police arrested nine of the protesters.", ["protest"]),
        (
            "The Houthis shelled the town of Hays on Sunday, in retaliation for an air strike on a house in Zabid on Saturday that "
            "killed nine people.",
            ["shelling", "air_strike"],
        ),
        (
            "The Houthis shelled the town of Hays on Sunday, in retaliation for the killing of nine people.",
            ["shelling"],
        ),
    ],
)
def test_what_stands_beside_an_incident_is_it_or_not(text: str, types: list[str]) -> None:
    assert [i.type for i in coded(text, WEDNESDAY).incidents] == types


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Three pipe layers have been shot dead in Yahukimo regency. The men were working outside Dekai when they came under "
            "fire on Tuesday, police said.",
            "Dekai",
        ),
        (
            "Crisis Watch\n\nIncident list - 16 March 2022\n\n9 March - Djibo (Sahel): Gunmen killed two traders.\n\n"
            "Night of 12 to 13 March - Titao (Nord): Gunmen killed a trader north of the town.",
            "Titao",
        ),
    ],
)
def test_the_town_of_the_label_or_of_a_later_sentence(text: str, place: str) -> None:
    assert coded(text, WEDNESDAY).incidents[-1].where.name == place


def test_a_camp_lies_where_its_refugees_do_not_come_from() -> None:
    (incident,) = coded(
        "SIDON, Lebanon, March 16 - Two people were killed on Tuesday in fighting in the Palestinian refugee camp of Ain al-Hilweh."
    ).incidents
    assert incident.where.country == "LB"


def test_the_town_of_a_masthead_tells_the_country() -> None:
    coded_ = told("Radio Semuliki, Bundibugyo\n16 March 2022\n\nRebels killed three people at Mpondwe on Sunday night.")
    assert [i.where.country for i in coded_.incidents] == ["UG"]
