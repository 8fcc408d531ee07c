"""What is no news and tells no deed still stands in the background: plans, threats, doubts, denials, history."""

import pytest

from telling import told

NEWS = "KAYA, March 16, 2022 - Gunmen killed seven villagers in Namissiguima on Tuesday, officials said.\n\n"


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The governor has vowed to arm civilians against the bandits.", "planned"),
        ("The army will launch an offensive in the coming days.", "planned"),
        ("The minister promised to send troops to the zone before Friday.", "planned"),
        ("The opposition has called for nationwide protests on Saturday.", "planned"),
        ("Officials fear that the militants may turn on churches.", "hypothetical"),
        ("Reports on enemy channels that our troops have left Djibo are false.", "denied"),
        ("Rumour desk: no, the rebel forces have not crossed the river.", "denied"),
        ("There was no truth in reports of clashes at the border, the army said.", "denied"),
        ("The conflict in the region grew out of the strikes of teachers in 2016.", "background"),
        ("The war between the army and the rebels broke out in the north in April 2012.", "background"),
        ("Foreign forces have staged three incursions into the north since 2016.", "background"),
        ("A documentary about the bombing of the hotel, which killed 30 people, opens on Friday.", "background"),
        ("Security forces held a drill on Monday, simulating a hostage taking by gunmen.", "hypothetical"),
    ],
)
def test_it_is_set_aside(text: str, context: str) -> None:
    coded = told(NEWS + text)
    assert len(coded.incidents) == 1
    assert [i.context for i in coded.background if i.sentences[0][0] >= len(NEWS)] == [context]
    assert all(i.reason for i in coded.background)


@pytest.mark.parametrize(
    "text",
    [
        "Schools in the area will reopen in April.",
        "Traders said that they might lose their stock.",
        "The town has had a market since 1950.",
    ],
)
def test_what_is_no_conflict_stands_nowhere(text: str) -> None:
    assert not told(NEWS + text).background


def test_a_text_without_a_deed_gives_nothing() -> None:
    coded = told("The army will hold its yearly parade on Friday. The war ended in 1945.")
    assert not coded.incidents
    assert not coded.background
