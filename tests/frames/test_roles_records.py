"""Who did it to whom: active, passive, without a doer, in nouns; those harmed who are no party are victims."""

import pytest

from telling import cast, one, told


def side(text: str, role: str) -> list[str]:
    return [a.text for a in one(text).actors if a.role == role]


@pytest.mark.parametrize(
    ("text", "doer", "target"),
    [
        ("The Taliban attacked police at Ghazni on Monday.", "Taliban", "police"),
        ("Police at Ghazni were attacked by the Taliban on Monday.", "Taliban", "Police"),
        ("Clashes between the Taliban and the army erupted near Ghazni on Monday.", "Taliban", "army"),
        ("A Taliban attack on an army post near Ghazni killed two soldiers on Monday.", "Taliban", "soldiers"),
        ("Rebels attacked soldiers near Bambari on Monday, killing two.", "Rebels", "soldiers"),
        ("Soldiers were ambushed near Bambari on Monday by rebels.", "rebels", "Soldiers"),
    ],
)
def test_doer_and_target_whatever_the_voice(text: str, doer: str, target: str) -> None:
    a, b = side(text, "a"), side(text, "b")
    assert len(a) == len(b) == 1
    assert doer in a[0]
    assert target in b[0]


@pytest.mark.parametrize(
    "text",
    [
        "Two shopkeepers were shot dead in Quetta on Monday.",
        "A bomb exploded at a bus stop in Quetta on Monday, killing two shopkeepers.",
        "Two shopkeepers died when a grenade was thrown at a shop in Quetta on Monday.",
        "Police said two shopkeepers were shot dead in Quetta on Monday.",
        "Two shopkeepers were shot dead in Quetta on Monday, the army said.",
    ],
)
def test_a_deed_without_a_doer_names_none(text: str) -> None:
    assert side(text, "a") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three fishermen near Baga on Monday.",
        "Three fishermen were killed by gunmen near Baga on Monday.",
    ],
)
def test_harmed_people_are_victims(text: str) -> None:
    assert cast(one(text)) == ["a unidentified gunmen", "victim civilians"]


def test_two_doers_stand_beside_each_other() -> None:
    roles = [a.role for a in one("Soldiers and police attacked rebels near Bambari on Monday.").actors]
    assert roles == ["a", "assoc_a", "b"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Troops ambushed bandits near Zurmi, Nigeria, on Monday, neutralising five of them and recovering three rifles.",
            ["a Nigerian armed forces", "b bandits"],
        ),
        (
            "Al-Shabaab fighters ambushed a convoy of Somali and Kenyan soldiers near Afmadow, Somalia, on Monday, killing six.",
            ["a al-Shabaab", "b Somali armed forces", "assoc_b Kenyan armed forces"],
        ),
        (
            "The Volunteers for the Defence of the Homeland (VDP) and the army killed 30 jihadists near Djibo, Burkina Faso, on Monday.",
            [
                "a Volunteers for the Defence of the Homeland",
                "assoc_a Burkinabe armed forces",
                "b unidentified militants",
            ],
        ),
        (
            "Tribesmen allied with the Egyptian army killed four Islamic State militants south of Rafah, Egypt, on Monday.",
            ["a tribesmen", "assoc_a Egyptian armed forces", "b Islamic State"],
        ),
        (
            "Troops, supported by members of the Civilian Joint Task Force (CJTF), killed nine Boko Haram fighters at Bama, Nigeria, on Monday.",
            ["a Nigerian armed forces", "assoc_a Civilian Joint Task Force", "b Boko Haram"],
        ),
        (
            "Settlers escorted by soldiers stormed Burin, West Bank, on Monday and burned two cars.",
            ["a settlers", "assoc_a Israeli armed forces"],
        ),
        (
            "Army snipers shot dead five rebels near Taiz, Yemen, on Monday.",
            ["a Yemeni armed forces", "b rebels"],
        ),
        (
            "A truck of MINUSCA struck an explosive device near Bouar, Central African Republic, on Monday.",
            ["b MINUSCA"],
        ),
        (
            "Soldiers shot dead two rebels in Bambari, Central African Republic, on Monday after coming under fire.",
            ["a Central African armed forces", "b rebels"],
        ),
        (
            "Rebels halted a bus near Bria, Central African Republic, on Monday, asked the 26 passengers to get down and set it ablaze.",
            ["a rebels"],
        ),
        (
            "An Israeli strike on a school sheltering displaced people in Rafah, Gaza, killed at least 15 people on Monday.",
            ["a Israeli armed forces", "victim civilians"],
        ),
        (
            "An attacker stabbed two people to death in Holon, Israel, on Monday. The attacker was shot dead by police.",
            ["a unidentified attackers", "victim civilians"],
        ),
        (
            "Seven people were killed in a shooting in Holon, Israel, on Monday. Police shot dead both attackers.",
            ["a unidentified attackers", "victim civilians"],
        ),
        (
            "A blast on a beach in Mogadishu, Somalia, on Monday killed nine people. Five attackers were killed.",
            ["a unidentified attackers", "victim civilians"],
        ),
        (
            "A bomb killed four people in Marawi, Philippines, on Monday. Islamic State said its fighters had set off the device.",
            ["a Islamic State", "victim civilians"],
        ),
        (
            "A policeman died and four soldiers were injured in an attack on a base in Tame, Colombia, on Monday.",
            ["b Colombian police", "assoc_b Colombian armed forces"],
        ),
        (
            "Terrorist organizations targeted the town of Jasim, Syria, with rocket shells on Monday, killing two civilians.",
            ["a unidentified militants", "victim civilians"],
        ),
        (
            "Two militants were killed by police in Tral, India, on Monday. A soldier also died in the gunfight.",
            ["a Indian police", "assoc_a Indian armed forces", "b unidentified militants"],
        ),
        (
            "Fighting between two clans in Galgaduud, Somalia, on Monday killed three people.",
            ["a clans", "b clans"],
        ),
        (
            "Fighting between rival armed groups in Tajoura, Libya, on Monday left nine people dead.",
            ["a armed groups", "b armed groups"],
        ),
        (
            "The group denied being involved in the bombing of a market in Kano, Nigeria, on Monday.",
            [],
        ),
        (
            "Kenyan police officers shot and killed four people in Nairobi on Monday.",
            ["a Kenyan police", "victim civilians"],
        ),
        (
            "Police shot dead a man who attacked officers with a knife in Izmir, Turkey, on Monday.",
            ["a Turkish police", "victim civilians"],
        ),
        (
            "Hundreds of Hamas gunmen attacked Sderot, Israel, on Monday, killing nine people.",
            ["a Hamas", "victim civilians"],
        ),
        (
            "Unknown persons on a motorbike fired at a shopkeeper in al-Busayrah, Syria, on Monday, wounding him.",
            ["a unidentified men"],
        ),
    ],
)
def test_who_stands_where(text: str, actors: list[str]) -> None:
    found = cast(one(text))
    assert found[: len(actors)] == actors


@pytest.mark.parametrize(
    "text",
    [
        "The army said six members of the terrorist group OLF-Shene were killed near Begi, Ethiopia, on Monday.",
        "Four members of the cell were killed in a gun battle with police in Kabul on Monday.",
        "An Iranian border guard was killed in a clash with smugglers at Saravan on Monday.",
        "Dozo hunters repelled an attack by suspected jihadists on Bounti, Mali, on Monday. Two hunters were killed.",
    ],
)
def test_men_of_a_side_are_no_bystanders(text: str) -> None:
    assert side(text, "victim") == []


def test_a_while_clause_has_its_own_doer() -> None:
    text = "Police detained a man in Azaz, Syria, on Monday, while the Hamza Division, a faction of the rebels, kidnapped three civilians in Afrin."
    doers = {i.type: [a.name for a in i.actors if a.role == "a"] for i in told(text).incidents}
    assert doers["abduction"] == ["Hamza Division"]


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        (
            "Police baton-charged fishermen who were staging a sit-in outside the port gate in Gwadar, Pakistan, on Monday.",
            "fishermen",
        ),
        (
            "Anti-riot police lobbed teargas at lecturers who were marching to the Treasury in Nairobi on Monday.",
            "lecturers",
        ),
    ],
)
def test_a_crowd_and_the_force_that_meets_it(text: str, crowd: str) -> None:
    incident = one(text)
    (a,) = (x for x in incident.actors if x.role == "a")
    assert a.kind == "protesters"
    assert a.text is not None
    assert crowd in a.text
    assert [x.kind for x in incident.actors if x.role == "b"] == ["state_forces"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Malian troops drove into Léré on Monday and met no resistance, the separatists having pulled out the night before.",
            "separatists",
        ),
        (
            "Somali commandos retook the town of Kurtunwaarey on Monday. A shopkeeper said the militants had left the evening before.",
            "militants",
        ),
    ],
)
def test_who_left_the_ground_held_it(text: str, name: str) -> None:
    (b,) = side(text, "b")
    assert name in b


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Gunmen killed nine people in Mozogo, Cameroon, on Monday. A Boko Haram faction was blamed for the raid.",
            "Boko Haram",
        ),
        (
            "Six people were shot dead near Tal Abyad, Syria, on Monday. The killings bore the hallmarks of Islamic State.",
            "Islamic State",
        ),
        (
            "Two hooded men shot dead a teacher in Ituango, Colombia, on Monday. The authorities say the Gulf Clan was behind the crime.",
            "Gulf Clan",
        ),
        (
            "Nine people were killed in an ambush near Bama, Nigeria, on Monday. The governor said it was Boko Haram.",
            "Boko Haram",
        ),
    ],
)
def test_the_one_who_is_blamed_did_it(text: str, name: str) -> None:
    assert [a.name for a in one(text).actors if a.role == "a"] == [name]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "M23 rebels, backed by Rwandan troops, seized the town of Kitshanga on Thursday.",
            ["a M23", "assoc_a Rwandan armed forces"],
        ),
        (
            "Ethiopian troops and Amhara militiamen took the town of Humera on Monday.",
            ["a Ethiopian armed forces", "assoc_a Amhara militia"],
        ),
        (
            "Two Lashkar-e-Taiba militants were killed in an encounter with army, police and CRPF in Sopore, India, on Monday.",
            [
                "a Indian armed forces",
                "assoc_a Indian police",
                "assoc_a Central Reserve Police Force",
                "b Lashkar-e-Taiba",
            ],
        ),
        (
            "Houthi fighters and tribesmen clashed with government troops in Sirwah, Yemen, on Monday.",
            ["a Houthi movement", "assoc_a tribesmen", "b Yemeni armed forces"],
        ),
        (
            "Two NPA members were slain in running gun battles with soldiers in Samar, Philippines, on Monday.",
            ["a Philippine armed forces", "b New People's Army"],
        ),
        (
            "Troops freed six hostages following a gun battle with bandits in Zamfara, Nigeria, on Monday.",
            ["a Nigerian armed forces", "b bandits"],
        ),
        (
            "Gunmen attacked a detachment of the gendarmerie at Djibo, Burkina Faso, on Monday.",
            ["a unidentified gunmen", "b Burkinabe gendarmerie"],
        ),
        (
            "The air force bombed a camp of the rebels near Djibo, Burkina Faso, on Monday.",
            ["a Burkinabe air force", "b rebels"],
        ),
        (
            "Three rockets were intercepted over Ashkelon on Monday, the Israeli military said.",
            ["a Israeli armed forces"],
        ),
        ("Three rockets were intercepted over Ashkelon on Monday, a witness said.", []),
        (
            "The Kenyan army said al-Shabaab militants fired mortars at its positions in Kolbio, Kenya, on Monday.",
            ["a al-Shabaab", "b Kenyan armed forces"],
        ),
        (
            "Mortar rounds were fired at the UN base in Bor, South Sudan, on Monday.",
            ["b United Nations peacekeepers"],
        ),
        (
            "An army officer was shot dead in Poonch, India, on Monday.",
            ["b Indian armed forces"],
        ),
        (
            "Unknown miscreants burned a government girls' school in Bara, Pakistan, on Monday.",
            ["a unidentified attackers"],
        ),
        (
            "Soldiers and Wagner mercenaries killed at least 20 herders in Nara, Mali, on Monday.",
            ["a Malian armed forces", "assoc_a Wagner Group", "victim civilians"],
        ),
        (
            "Gunmen stole 120 cows from herders near Makary, Cameroon, on Monday.",
            ["a unidentified gunmen", "victim civilians"],
        ),
        (
            "Guerrillas burned two bulldozers and a truck near Tame, Colombia, on Monday.",
            ["a guerrillas"],
        ),
        (
            "M23 rebels captured the town of Kitshanga on Thursday, residents said. The army denied that the town had fallen.",
            ["a M23", "b Congolese armed forces"],
        ),
        (
            "Jihadists attacked Gayeri, Burkina Faso, on Monday. Five soldiers and three volunteers (VDP) were killed.",
            [
                "a unidentified militants",
                "b Burkinabe armed forces",
                "assoc_b Volunteers for the Defence of the Homeland",
            ],
        ),
        (
            "Kurdish forces repelled an Islamic State attack near Makhmur, Iraq, on Monday.",
            ["a Islamic State", "b Peshmerga"],
        ),
        (
            "Armed men fired at Meitei farmers in Ukhrul, India, on Monday. Two farmers were injured. Police returned fire.",
            ["a unidentified armed men", "b Indian police", "victim civilians"],
        ),
    ],
)
def test_everyone_on_his_side(text: str, roles: list[str]) -> None:
    assert cast(one(text)) == roles


def test_who_only_fled_is_no_victim_of_a_fight() -> None:
    text = "Rebels attacked an army post at Bria on Monday, killing two soldiers. Around 900 residents fled."
    assert side(text, "victim") == []
