"""Who did it and to whom, in the active, the passive and without a doer."""

import pytest

from reader import told


def roles(text: str) -> set[tuple[str, str]]:
    return {(x.role, (x.party or x.person).text) for f in told(text) for x in f.roles}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Al-Shabaab fighters attacked a police post near Afgoye.", ("a", "Al-Shabaab fighters")),
        ("A police post was attacked by Al-Shabaab fighters.", ("a", "Al-Shabaab fighters")),
        ("Soldiers clashed with M23 rebels at Sake.", ("b", "M23 rebels")),
        ("A crowd stoned a healer to death.", ("a", "A crowd")),
        ("Gunmen abducted nine pupils in Jakiri.", ("victim", "nine")),
    ],
)
def test_roles(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in roles(text)


def test_no_doer_is_invented() -> None:
    assert "a" not in {role for role, _ in roles("Nine people were killed in the market on Friday.")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Delegates of Frelimo and the government agreed on Monday to a truce.", ("b", "the government")),
        ("Elders of the two clans agreed to a truce in Galkayo on Monday.", ("a", "Elders")),
        ("Soldiers captured the hill of Kibati from M23 rebels on Monday.", ("b", "M23 rebels")),
        ("The army lost control of Bambari on Monday.", ("b", "The army")),
        ("A missile launched by the Houthis hit a tanker off Aden on Monday.", ("a", "Houthis")),
        ("A shell of the militia fell on a school in Zalingei on Monday.", ("a", "the militia")),
        ("A missile launched by the Houthis was intercepted over Eilat on Monday.", ("b", "Houthis")),
        ("The army said that nine militants were neutralised in a raid near Bosso.", ("a", "The army")),
        ("Rebels of Ahrar al-Sham attacked a post near Homs on Monday.", ("a", "Rebels of Ahrar al-Sham")),
        ("The army and allied militias attacked rebels near Bria.", ("assoc_a", "allied militias")),
        ("Men threw an explosive device into a church in Bria.", ("a", "Men")),
        ("Nine soldiers fell in fighting near Djibo on Monday.", ("b", "Nine soldiers")),
        ("India and Pakistan exchanged fire along the border on Monday.", ("b", "Pakistan")),
        ("Two men on a motorcycle shot dead Omar Diallo, a lawyer, in Gao on Monday.", ("a", "Two")),
        ("Sappers defused four bombs that the rebels had planted in Homs on Monday.", ("b", "the rebels")),
        ("Four soldiers died in an al-Qaeda attack on a checkpoint in Shabwa on Monday.", ("a", "al-Qaeda")),
        ("Soldiers shot dead nine Fulani herders near Djenne on Monday.", ("victim", "nine")),
        ("Soldiers clashed with Fulani herders near Djenne on Monday.", ("b", "Fulani herders")),
        ("The army shelled rebel positions near Sake on Monday.", ("b", "rebel")),
        ("Palestinian factions agreed on a ceasefire in Sidon on Monday.", ("a", "Palestinian factions")),
        ("A nurse died on Monday in the blast of a mine which the Taliban had laid near Sangin.", ("a", "Taliban")),
        ("Army howitzers shelled hideouts of the BIFF near Pikit on Monday.", ("a", "Army")),
        ("A patrol of the border police struck a mine planted by the rebels near Bria.", ("a", "the rebels")),
        ("A strike on an ISIS weapons store killed two people in Sirte on Monday.", ("b", "ISIS")),
        ("Gunmen killed six members of a tribal militia near Hit on Monday.", ("b", "a tribal militia")),
        ("Unknown persons fired at a patrol car in Nalchik on Monday.", ("a", "Unknown persons")),
        (
            "Nine rebels were killed when Congolese troops, backed by jets, beat back an attack on Sake.",
            ("b", "Congolese troops"),
        ),
        ("Nine rebels were killed when Congolese troops repulsed an attack on Sake.", ("a", "Nine rebels")),
        ("Soldiers laid an ambush for a gang of bandits near Zurmi on Monday, killing nine.", ("b", "bandits")),
        (
            "Georgian forces and separatists traded mortar fire near Gori and tanks rolled in on Friday.",
            ("b", "separatists"),
        ),
        ("A gunman took hostages in a bank in Lima and killed four of them before police stormed it.", ("b", "police")),
        ("A bomber drove a lorry into a checkpoint manned by marines in Aden on Monday.", ("b", "marines")),
        ("Gunmen disguised as soldiers opened fire on a parade in Ahvaz on Monday.", ("a", "Gunmen")),
        ("In the village of Bria, a group of residents threw stones at cars on Monday.", ("a", "a group")),
        (
            "The coalition responded with air strikes that killed nine of the attackers near Gao.",
            ("a", "The coalition"),
        ),
        ("Nine Peshmerga were killed near Jalawla on Monday.", ("b", "Peshmerga")),
        ("Commandos raided a hotel in Gao to end a siege by gunmen who had killed nine guests.", ("b", "gunmen")),
        ("Police raided a court in Lima on Monday to end an attack by militiamen, killing two.", ("b", "militiamen")),
        (
            "The army and a paramilitary group battled in Nyala on Monday, killing nine people.",
            ("b", "a paramilitary group"),
        ),
        ("Two drivers were shot dead on Monday in a raid attributed to the ADF near Eringeti.", ("a", "ADF")),
        ("Nine herders were killed on Monday near Gao in an attack blamed on militants.", ("a", "militants")),
        ("Warplanes bombed militant positions near Sebha on Monday.", ("a", "Warplanes")),
        ("Plainclothes agents shot two students dead in Mahabad on Monday.", ("a", "Plainclothes agents")),
        (
            "A driver rammed his lorry into a crowd of soldiers in Metz on Monday, killing two.",
            ("b", "a crowd of soldiers"),
        ),
    ],
)
def test_sides_told_by_what_is_theirs(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in roles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The army gained control of Bambari on Monday.", ("b", "The army")),
        ("The army lost control of Bambari on Monday.", ("a", "The army")),
        ("A shell fell on a school of the militia in Zalingei on Monday.", ("a", "the militia")),
        ("A missile launched by the Houthis was intercepted over Eilat on Monday.", ("a", "Houthis")),
        ("Fishermen said that nine militants were neutralised in a raid near Bosso.", ("a", "Fishermen")),
        ("Police said nine gendarmes were neutralised in a raid near Bosso.", ("a", "Police")),
        ("Students told reporters that rebels had killed a teacher in Bria.", ("a", "Students")),
        ("Nine soldiers fell in fighting near Djibo on Monday.", ("a", "Nine soldiers")),
        ("Rebels of the north attacked a post near Homs on Monday.", ("a", "the north")),
        ("Two men on a motorcycle shot dead in Gao on Monday were lawyers.", ("a", "Two")),
        ("Police and soldiers stormed a bank in Lima and killed four robbers.", ("b", "soldiers")),
        ("Gunmen disguised as soldiers opened fire on a parade in Ahvaz on Monday.", ("a", "soldiers")),
        ("Nine soldiers were killed when rebels repulsed an attack on Sake.", ("b", "Nine soldiers")),
        ("Soldiers laid an ambush for three days near Zurmi on Monday, killing nine bandits.", ("b", "three")),
        ("Commandos raided a hotel in Gao after an attack by gunmen who had killed nine guests.", ("b", "gunmen")),
        ("Nine herders were killed on Monday near Gao in an attack blamed on a lack of police.", ("a", "police")),
        ("Sappers defused four bombs that had been planted near the rebels in Homs on Monday.", ("b", "the rebels")),
    ],
)
def test_near_words_give_nobody_a_side(text: str, wrong: tuple[str, str]) -> None:
    assert wrong not in roles(text)
