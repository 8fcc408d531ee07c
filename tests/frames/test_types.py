"""Deeds, sides and outcomes to a type and ACLED's sub-event type."""

import pytest

from dateline.frames.types import Facts, decide, family
from telling import one


@pytest.mark.parametrize(
    ("facts", "kind", "sub"),
    [
        (Facts(acts=["kill"], a="armed", victims=True, killed=3), "killing", "Attack"),
        (Facts(acts=["kill"], a="armed", b="state", words={"soldiers"}, killed=3), "armed_clash", "Armed clash"),
        (Facts(acts=["attack"], a="armed", b="state"), "armed_clash", "Armed clash"),
        (Facts(acts=["clash", "air", "shell"], a="state", b="armed"), "armed_clash", "Armed clash"),
        (Facts(acts=["clash"], a="crowd", b="state"), "riot", "Violent demonstration"),
        (Facts(acts=["clash"], a="state", victims=True), "riot", "Violent demonstration"),
        (Facts(acts=["loot", "protest"], a="people"), "riot", "Violent demonstration"),
        (Facts(acts=["air"], a="state", killed=4), "air_strike", "Air/drone strike"),
        (Facts(acts=["shell"]), "shelling", "Shelling/artillery/missile attack"),
        (Facts(acts=["shell"], words={"drone"}), "air_strike", "Air/drone strike"),
        (Facts(acts=["bomb"], killed=2), "bombing", "Remote explosive/landmine/IED"),
        (Facts(acts=["bomb"], words={"bombed"}, a="state"), "air_strike", "Air/drone strike"),
        (Facts(acts=["bomb"], words={"car", "bomb"}, a="state"), "bombing", "Remote explosive/landmine/IED"),
        (Facts(acts=["suicide", "bomb"], killed=9), "suicide_bombing", "Suicide bomb"),
        (
            Facts(acts=["suicide", "disrupt"], words={"belts", "dismantled"}),
            "disrupted_weapons",
            "Disrupted weapons use",
        ),
        (Facts(acts=["suicide", "disrupt"], words={"blew", "defused"}), "suicide_bombing", "Suicide bomb"),
        (Facts(acts=["arrest", "disrupt"], a="state", detained=2), "arrest", "Arrests"),
        (Facts(acts=["disrupt", "arrest"], a="state", detained=2), "disrupted_weapons", "Disrupted weapons use"),
        (Facts(acts=["chemical", "air"]), "chemical_attack", "Chemical weapon"),
        (Facts(acts=["abduct"], a="armed", abducted=5), "abduction", "Abduction/forced disappearance"),
        (Facts(acts=["kill", "abduct"], a="armed", killed=6, abducted=2), "killing", "Attack"),
        (Facts(acts=["arrest"], a="state", detained=5), "arrest", "Arrests"),
        (Facts(acts=["arrest"], a="armed", detained=5), "abduction", "Abduction/forced disappearance"),
        (Facts(acts=["loot"], a="armed"), "looting", "Looting/property destruction"),
        (Facts(acts=["sexual"], a="armed"), "sexual_violence", "Sexual violence"),
        (Facts(acts=["disrupt"]), "disrupted_weapons", "Disrupted weapons use"),
        (Facts(acts=["agree"], a="state", b="armed"), "agreement", "Agreement"),
        (Facts(acts=["take"], a="state", b="armed"), "territory_change", "Government regains territory"),
        (Facts(acts=["take"], a="state", a_home=False), "territory_change", "Non-state actor overtakes territory"),
        (Facts(acts=["take"], a="armed", b="state"), "territory_change", "Non-state actor overtakes territory"),
        (Facts(acts=["take"], a="armed", quiet=True), "territory_change", "Non-violent transfer of territory"),
        (Facts(acts=["withdraw"], a="state"), "territory_change", "Non-violent transfer of territory"),
        (Facts(acts=["protest"], a="crowd"), "protest", "Peaceful protest"),
        (Facts(acts=["protest"], a="crowd", words={"police", "tear"}), "protest", "Protest with intervention"),
        (
            Facts(acts=["protest", "shoot"], a="crowd", b="state", killed=2),
            "protest",
            "Excessive force against protesters",
        ),
        (Facts(acts=["mob"], a="crowd"), "riot", "Violent demonstration"),
        (Facts(acts=["mob", "kill"], a="crowd", killed=1, victims=True), "riot", "Mob violence"),
        (
            Facts(acts=["kill"], a="people", b="armed", killed=2, words={"burned", "alive", "suspected"}),
            "riot",
            "Mob violence",
        ),
        (Facts(acts=["protest", "attack"], a="crowd", b="state"), "riot", "Violent demonstration"),
        (Facts(), "other", "Other"),
        (Facts(acts=["abduct"], a="state", abducted=4), "arrest", "Arrests"),
        (Facts(acts=["abduct"], a="state", words={"kidnapped"}), "abduction", "Abduction/forced disappearance"),
        (Facts(acts=["abduct"], a="state", a_home=False), "abduction", "Abduction/forced disappearance"),
        (
            Facts(acts=["abduct", "kill"], a="armed", killed=2, abducted=9),
            "abduction",
            "Abduction/forced disappearance",
        ),
        (Facts(acts=["attack"], a="state", a_flies=True), "air_strike", "Air/drone strike"),
        (Facts(acts=["attack", "clash"], a="state", b="armed", a_flies=True), "armed_clash", "Armed clash"),
        (Facts(acts=["kill"], a="armed", b="state", words={"soldier"}, killed=1), "armed_clash", "Armed clash"),
        (Facts(acts=["kill"], a="armed", b="state", words={"officer"}, killed=1), "killing", "Attack"),
        (Facts(acts=["shoot"], b="state", words={"soldiers"}, killed=3), "armed_clash", "Armed clash"),
        (Facts(acts=["bomb", "hurt"], a="armed", b="state", injured=2), "bombing", "Remote explosive/landmine/IED"),
        (Facts(acts=["hurt"], a="armed", b="state", injured=2), "armed_clash", "Armed clash"),
        (Facts(acts=["attack"], a="state", a_guns=True), "shelling", "Shelling/artillery/missile attack"),
        (Facts(acts=["loot"], a="armed", means={"drone"}), "air_strike", "Air/drone strike"),
        (Facts(acts=["loot"], weak=["attack"], a="armed", killed=3), "killing", "Attack"),
        (Facts(acts=["abduct", "bodies"], a="armed", abducted=1), "killing", "Attack"),
        (Facts(acts=["take"], b="armed"), "territory_change", "Government regains territory"),
        (Facts(acts=["protest", "arrest"], a="crowd", b="state", detained=8), "protest", "Protest with intervention"),
        (Facts(acts=["protest", "loot"], a="crowd"), "riot", "Violent demonstration"),
        (Facts(acts=["clash"], a="people", b="state"), "riot", "Violent demonstration"),
        (Facts(acts=["clash"], a="people", b="state", means={"firearms"}), "armed_clash", "Armed clash"),
        (Facts(acts=["attack", "arrest"], a="state", detained=14), "arrest", "Arrests"),
        (Facts(acts=["attack", "arrest"], a="state", detained=14, killed=1), "killing", "Attack"),
        (Facts(acts=["disrupt"], a="state"), "disrupted_weapons", "Disrupted weapons use"),
        (Facts(acts=["attack", "disrupt"], a="armed", b="state"), "armed_clash", "Armed clash"),
        (Facts(acts=["mob"], a="people", words={"clash"}), "riot", "Mob violence"),
        (Facts(acts=["kill"], a="people", words={"thief", "beaten"}, killed=1), "riot", "Mob violence"),
        (
            Facts(acts=["shoot"], a="state", b="crowd", words={"crowd"}, injured=2),
            "protest",
            "Excessive force against protesters",
        ),
    ],
)
def test_the_type_follows_from_the_facts(facts: Facts, kind: str, sub: str) -> None:
    assert decide(facts) == (kind, sub)


@pytest.mark.parametrize(
    ("acts", "name"),
    [
        ({"air", "kill"}, "explosive"),
        ({"kill", "shoot"}, "violence"),
        ({"clash"}, "battle"),
        ({"abduct"}, "abduct"),
        ({"protest", "arrest"}, "crowd"),
        ({"arrest"}, "arrest"),
        ({"agree"}, "agree"),
        (set(), "result"),
    ],
)
def test_deeds_of_a_kind_have_a_family(acts: set[str], name: str) -> None:
    assert family(acts) == name


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("Two men were shot dead in Conakry on Monday as security forces broke up a march.", "Excessive force against protesters"),
        ("Security forces opened fire on a rally in Conakry on Monday, killing two.", "Excessive force against protesters"),
        ("A bomb disposal unit blew up a wartime shell found by workers in Conakry on Monday.", "Disrupted weapons use"),
        ("A car packed with gas cylinders and dynamite exploded outside a court in Quito on Monday.", "Remote explosive/landmine/IED"),
        ("Rwandan troops launched an invasion of North Kivu on Monday.", "Armed clash"),
        ("The army destroyed two explosive devices buried in a track near Tepetongo on Monday.", "Disrupted weapons use"),
        ("Police arrested six men in Zahedan on Monday and seized three explosive vests.", "Arrests"),
        ("A minibus ran over an anti-tank mine near Mariupol on Monday, killing two.", "Remote explosive/landmine/IED"),
        ("A plane was hit by gunfire over Port-au-Prince on Monday, wounding a steward.", "Attack"),
        ("A camp was hit by army planes near Taiz on Monday, wounding a nurse.", "Air/drone strike"),
        ("At least 22 people were killed in two days of looting and clashes with police in Luanda over a fuel price rise.", "Violent demonstration"),
        ("Soldiers invaded the village of Beni on Monday, killing three farmers.", "Attack"),
        ("Rebels exploded a drone over a house in Caloto, Colombia, on Monday, killing a woman.", "Air/drone strike"),
        ("Two F-16 fighters destroyed a depot near Hawija, Iraq, on Monday, killing six militants.", "Air/drone strike"),
        ("The group sent jets over Heiban, Sudan, on Monday and three people were killed.", "Air/drone strike"),
        ("Stones were thrown at a patrol in Tyre, Lebanon, on Monday by a group of youths.", "Violent demonstration"),
        ("Police fired tear gas at a crowd throwing stones at a temple in Colombo on Monday.", "Violent demonstration"),
        ("The Syrian Democratic Forces arrested a leader of ISIS cells in Busayra, Syria, on Monday.", "Arrests"),
        ("Rebels arrested a trader in Bambari on Monday.", "Abduction/forced disappearance"),
        ("Rebels burned an army post at Bocaranga on Monday.", "Looting/property destruction"),
        ("Rebels attacked and burned an army post at Bocaranga on Monday.", "Armed clash"),
        ("Remnants of Daesh opened fire on a checkpoint of the police near Khanaqin, Iraq, on Monday.", "Armed clash"),
        ("Gunmen opened fire on a lorry near Waat, South Sudan, on Monday and killed the driver.", "Attack"),
        ("Armed Azande youths attacked Tambura on Monday and killed nine people.", "Attack"),
        ("Police arrested three students in Juba on Monday for planning a demonstration.", "Arrests"),
        ("Army intelligence detained two men in Sidon, Lebanon, on Monday who were filming strike sites.", "Arrests"),
        ("Russian snipers killed two soldiers near Bakhmut, Ukraine, on Monday.", "Armed clash"),
        ("A former rebel who had signed the peace agreement was shot dead in Tumaco, Colombia, on Monday.", "Attack"),
        ("Rebels attacked a convoy near Bambari on Monday, looting goods and holding eleven people for ransom.", "Abduction/forced disappearance"),
        ("Relatives of the missing walked through the centre of Conakry on Monday with photographs of their children.", "Peaceful protest"),
    ],
)  # fmt: skip
def test_the_type_of_a_sentence(text: str, sub: str) -> None:
    assert one(text).acled.sub_event_type == sub
