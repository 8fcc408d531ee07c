"""What happened is news; what is planned, threatened, supposed, denied or long past is set aside under its name."""

import pytest

from telling import told

NEWS = [
    "Militants attacked a convoy near Ansongo on Monday, killing three drivers.",
    "The army said militants killed two shepherds near Ansongo on Monday.",
    "Gunmen managed to kill a judge in Mosul on Tuesday.",
    "Police began firing tear gas at protesters in Lima on Tuesday.",
    "The rebels denied that they were behind the killing of four barbers in Mosul on Monday.",
    "The group denied being involved in the bombing of a market in Kano on Monday.",
    "Three of the men who killed the judge in Mosul on Monday will be tried.",
]
ASIDE = [
    ("planned", "The army will attack the rebel stronghold of Bambari next week."),
    ("planned", "The rebels threatened to bomb the port of Odesa."),
    ("planned", "Troops are preparing to storm the town of Rutshuru."),
    ("planned", "The union announced a march in Lima for Friday."),
    ("hypothetical", "Not confirmed: the abduction of a priest at Bali on Monday."),
    ("planned", "Residents plan to protest in Khartoum on Friday."),
    ("hypothetical", "If rebels attack Goma, thousands could be killed."),
    ("hypothetical", "An attack on Goma could kill hundreds of people, the agency said."),
    ("hypothetical", "Was the bridge at Mayadin bombed by the coalition?"),
    ("hypothetical", "The mayor asked whether soldiers had shot the students in Bamako."),
    ("denied", "The army denied that its soldiers had killed civilians in Djibo."),
    ("denied", "Soldiers did not attack the mosque in Djibo, the colonel said."),
    ("denied", "The ministry rejected reports that drones had struck a clinic in Mekelle."),
    ("background", "In 2009, militants killed 40 people in an attack on a hotel in Peshawar."),
    ("background", "Gunmen killed six farmers in Arauca in March 2019."),
    ("background", "Since January, at least 212 people have been killed in Arauca."),
]


@pytest.mark.parametrize("text", NEWS)
def test_a_deed_told_as_done_is_news(text: str) -> None:
    assert [i.context for i in told(text).incidents] == ["news"]


@pytest.mark.parametrize(("kind", "text"), ASIDE)
def test_a_deed_not_done_or_long_past_is_no_news(kind: str, text: str) -> None:
    coded = told(text)
    assert coded.incidents == ()
    assert {i.context for i in coded.background} <= {kind}


@pytest.mark.parametrize(("kind", "text"), ASIDE)
def test_what_is_set_aside_says_why(kind: str, text: str) -> None:
    background = told(text).background
    assert [i.context for i in background] == [kind]
    assert all(i.reason for i in background)


def test_a_threat_beside_a_deed_leaves_the_deed_news() -> None:
    coded = told("Gunmen killed two guards in Kidal on Monday. They threatened to attack the town of Gao.")
    assert [i.where.name for i in coded.incidents] == ["Kidal"]


LATE = (
    "AID COUNCIL\n\nSoldiers shot dead 18 people in Durbete, Ethiopia, on 20 February, the council said on Wednesday."
)


@pytest.mark.parametrize(
    ("text", "news"),
    [
        (LATE, 1),
        (LATE + " On 26 February police detained 30 residents of Dejen.", 2),
        (LATE + " In January 2021 soldiers killed 45 people in Merawi.", 1),
        ("The council met on Wednesday. Soldiers shot dead 18 people in Durbete, Ethiopia, on 20 February.", 0),
        ("Soldiers shot dead 18 people in Durbete, Ethiopia, on 20 September, the council said on Wednesday.", 0),
    ],
)
def test_what_a_late_report_opens_with_is_its_news(text: str, news: int) -> None:
    assert len(told(text).incidents) == news
