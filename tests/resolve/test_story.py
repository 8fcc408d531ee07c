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
    ],
)  # fmt: skip
def test_what_it_is_and_where(text: str, kind: str, place: str) -> None:
    (incident,) = coded(text, WEDNESDAY).incidents
    assert (incident.type, incident.where.name) == (kind, place)
