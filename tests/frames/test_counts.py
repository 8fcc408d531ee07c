"""What happened to whom: figures and outcomes of one sentence."""

import pytest

from reader import told


def outcomes(text: str) -> list[tuple[str, int, int | None]]:
    return sorted((c.outcome, c.number.low, c.number.high) for f in told(text) for c in f.counts)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen killed 12 villagers and wounded three in Rutana.", [("injured", 3, 3), ("killed", 12, 12)]),
        ("The shelling left nine people dead and 20 injured.", [("injured", 20, 20), ("killed", 9, 9)]),
        ("A blast killed between four and six porters.", [("killed", 4, 6)]),
        ("Nobody was killed in the raid.", [("killed", 0, 0)]),
        ("A nurse said two people had died and fourteen had been brought in with gunshot wounds.", [("injured", 14, 14), ("killed", 2, 2)]),
        ("About 300 relatives of missing people marched through Guadalupe.", []),
        ("Many people were locked up and burnt in their bedrooms.", []),
        ("A rocket hit the depot, killing ten workers and injuring scores.", [("injured", 40, None), ("killed", 10, 10)]),
        ("Five farmers resulted massacred near the well.", [("killed", 5, 5)]),
        ("The rebels speak of two of their men fallen.", [("killed", 2, 2)]),
        ("He boasted of having killed seventeen \"apostates\" near the well.", [("killed", 17, 17)]),
        ("Two more policemen have died, taking the number killed from eleven to thirteen.", [("killed", 13, 13)]),
        ("He puts the number of dead at twelve and says several bodies were thrown in the canal.", [("killed", 12, 12)]),
        ("Sixty individuals wanted by justice were arrested in the town.", [("detained", 60, 60)]),
        ("Two soldiers died and a third is fighting for his life.", [("injured", 1, 1), ("killed", 2, 2)]),
        ("Several others escaped with gunshot wounds.", [("injured", 2, None)]),
        ("Four herders, a father and his three sons, were killed.", [("killed", 4, 4)]),
        ("A local man and father of six was killed.", [("killed", 1, 1)]),
        ("Two marines were killed and one is listed as missing.", [("killed", 2, 2), ("missing", 1, 1)]),
        ("Three youths disappeared without a trace.", [("missing", 3, 3)]),
        ("The doctor said the two dead men had gunshot wounds.", [("killed", 2, 2)]),
        ("The rocket came down in a field without hurting anybody.", [("injured", 0, 0), ("killed", 0, 0)]),
        ("A beekeeper stepped on a landmine and lost his left foot.", [("injured", 1, 1)]),
        ("A potter stepped on a landmine and bled to death.", [("killed", 1, 1)]),
        ("A baker and a girl selling nuts lost their lives in the blast.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("Soldiers rounded up 14 weavers and shot them behind the mill.", [("killed", 14, 14)]),
        ("Police arrested seven students after the march.", [("detained", 7, 7)]),
        ("Gunmen took four teachers from the school.", [("abducted", 4, 4)]),
    ],
)  # fmt: skip
def test_each_figure_gets_its_outcome(text: str, wanted: list[tuple[str, int, int | None]]) -> None:
    assert outcomes(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a man of 67 near the bridge.",
        "Twenty people, among them three women and a child, were killed in the market.",
        "Eleven persons, of whom two nurses and a baby, perished in the attack.",
    ],
)
def test_an_age_or_a_share_is_no_second_toll(text: str) -> None:
    assert len([c for c in outcomes(text) if c[0] == "killed"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Militants attacked the town of Bria on Friday.",
        "He had taken a friend to the clinic.",
        "Witnesses said that there was no armed person on board.",
        "In 2022 the number of attacks was 204.",
        "Sixty oxen are missing.",
        "Missiles hit a school where some 1,800 displaced people were camping.",
        "A crowd enraged at the death of a driver set the station ablaze.",
        "The army has 12,000 men.",
    ],
)
def test_what_is_not_stated_is_not_counted(text: str) -> None:
    assert outcomes(text) == []


def test_a_joint_figure_is_not_split() -> None:
    assert outcomes("The bombs killed or wounded 30 people in the camp.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers repelled the rebels near Gao on Monday, killing five of them.", [("killed", 5)]),
        ("Four members of a teacher's family were killed in Gao on Monday.", [("killed", 4)]),
        (
            "Four workers, all of them cooks from the town of Mopti in the south, perished in an attack near Gao.",
            [("killed", 4)],
        ),
        ("Nine villagers, three of them children, were killed in Gao on Monday.", [("killed", 9)]),
        (
            "A grenade injured three guardsmen and a woman who was selling fruit in Gao.",
            [("injured", 3), ("injured", 1)],
        ),
        (
            "A grenade killed two policemen and a girl was wounded in Gao on Monday.",
            [("killed", 2), ("injured", 1)],
        ),
        ("The death toll from Sunday's bombing in Gao has risen to 21.", [("killed", 21)]),
        ("The toll from a gun attack on a bus near Kisumu has climbed to 10.", [("killed", 10)]),
        ("Officials revised an earlier toll of six, saying nine people were killed in Gao.", [("killed", 9)]),
        ("A trader was killed by three gunmen in Gao on Monday.", [("killed", 1)]),
        ("Juan Moreno was shot dead in Cali on Monday.", [("killed", 1)]),
        ("Gunmen abducted Juan Moreno in Cali on Monday.", [("abducted", 1)]),
        ("The militia lost nine men in Gao on Monday.", [("killed", 9)]),
        ("Two women were killed in Gao on Monday; the dead were 19 and 23 years old.", [("killed", 2)]),
        ("Sixty soldiers were killed and 20 wounded in Gao on Monday.", [("killed", 60), ("injured", 20)]),
    ],
)
def test_figures_with_what_became_of_them(text: str, wanted: list[tuple[str, int]]) -> None:
    assert outcomes(text) == sorted((fate, n, n) for fate, n in wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Some 60 soldiers killed and wounded were brought from Gao on Monday.",
        "The rebels lost 45 men, killed or wounded, in Gao on Monday.",
        "The price of bread in Gao has risen to 21 francs since the blast.",
        "The charity lost nine lorries in an attack in Gao on Monday.",
        "Gunmen killed Juan Moreno's dog in Cali on Monday.",
        "Gunmen attacked Juan Moreno in Cali on Monday.",
        "Twelve rebels fell upon a convoy near Gao on Monday.",
        "Neither soldiers nor rebels were killed in Gao on Monday.",
        "Police said the victims of the attack were 31 and 40 years old.",
    ],
)
def test_figures_with_no_fate_of_their_own(text: str) -> None:
    assert outcomes(text) == []
