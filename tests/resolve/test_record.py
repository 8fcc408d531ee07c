"""The printed record: claims with their speakers, means, damage, victims, and evidence for everything said."""

import pytest

from telling import one, told


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        ("Gunmen killed nine farmers in Zurmi on Monday, the governor said.", "stated", "governor"),
        ("The army blamed the rebels for shelling Horlivka on Monday.", "alleged", "army"),
        ("Al-Shabaab said it had killed nine soldiers in Beledweyne on Monday.", "claimed", "Al-Shabaab"),
        ("Gunmen killed nine farmers in Zurmi on Monday.", "stated", None),
    ],
)
def test_who_says_so_and_how_sure(text: str, modality: str, speaker: str | None) -> None:
    claims = [(c.modality, c.speaker.text if c.speaker else None) for c in one(text).claims]
    assert any(m == modality and (s is None if speaker is None else s is not None and speaker in s) for m, s in claims)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A car bomb killed nine people in Mosul on Monday.", "car bomb"),
        ("A landmine killed nine people near Mosul on Monday.", "landmine"),
        ("Gunmen on motorbikes killed nine people with machetes in Zurmi on Monday.", "blade"),
    ],
)
def test_the_weapon_is_a_means(text: str, name: str) -> None:
    assert name in {m.name for m in one(text).means}


def test_things_destroyed_are_damage_and_no_casualties() -> None:
    incident = one("Shelling damaged 14 houses and a school in Horlivka on Monday.")
    assert [(d.object, d.count) for d in incident.damage] == [("home", 14), ("school", None)]
    assert incident.casualties == ()


def test_a_person_told_apart_is_a_victim() -> None:
    (victim,) = one("Gunmen killed a 41-year-old journalist in Cali, Colombia, on Monday.").victims
    assert (victim.name, victim.age, victim.outcome) == (None, 41, "killed")


def test_ids_are_the_articles_own_and_do_not_repeat() -> None:
    text = "Gunmen killed nine farmers in Zurmi on Monday. Gunmen killed nine farmers in Djibo on Monday."
    ids = [i.id for i in told(text).incidents]
    assert len(set(ids)) == len(ids) == 2
    assert ids == [i.id for i in told(text).incidents]


def test_the_sentences_are_those_that_speak_of_it() -> None:
    text = "The weather was mild. Gunmen killed nine farmers in Zurmi on Monday. The price of rice fell."
    assert [text[s:e] for s, e in one(text).sentences] == ["Gunmen killed nine farmers in Zurmi on Monday."]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A camp near Kutum, Sudan, was shelled on Monday. The army blamed the RSF.", ["Rapid Support Forces"]),
        ("A camp near Kutum, Sudan, was shelled on Monday. The army blamed the RSF. The RSF blamed the army.", []),
    ],
)
def test_who_is_blamed_is_named_unless_each_side_blames_the_other(text: str, doers: list[str]) -> None:
    assert [a.name for a in one(text).actors if a.role == "a"] == doers


NETWORK = "Kivu Human Rights Network, 15 March 2022\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (NETWORK + "Gunmen killed two farmers in Djugu on Monday.", ["Kivu Human Rights Network"]),
        (
            NETWORK + "Gunmen killed two farmers in Djugu on Monday, residents told the network. "
            "The gunmen killed the two farmers in Djugu at dawn.",
            ["residents"],
        ),
    ],
)
def test_a_bulletin_that_passes_on_what_others_say_does_not_say_so_itself(text: str, speakers: list[str]) -> None:
    assert [c.speaker.text for c in one(text).claims if c.speaker] == speakers


@pytest.mark.parametrize(
    ("text", "kind", "doer", "other"),
    [
        (
            "Ukrainian forces intercepted 12 missiles fired by Russia at Odesa on Monday.",
            "disrupted_weapons",
            "Ukrainian armed forces",
            "Russian armed forces",
        ),
        (
            "Ukrainian forces intercepted nine of the 12 missiles fired by Russia at Odesa on Monday, but one missile hit "
            "a flat and killed two people.",
            "shelling",
            "Russian armed forces",
            "Ukrainian armed forces",
        ),
    ],
)
def test_who_fired_is_the_doer_only_where_something_got_through(text: str, kind: str, doer: str, other: str) -> None:
    incident = told(text).incidents[0]
    assert incident.type == kind
    assert [(a.role, a.name) for a in incident.actors if a.role in ("a", "b")] == [("a", doer), ("b", other)]


def test_nobody_is_killed_by_a_truce() -> None:
    incident = one(
        "The army and M23 signed a ceasefire in Goma on Monday to end a war in which 300 people were killed."
    )
    assert (incident.type, incident.casualties) == ("agreement", ())
    assert {a.role for a in incident.actors} == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers marched into the village of Kagoro on Monday and burned down 40 houses.", "looting"),
        ("Rebels marched into the town of Bambari on Monday and now control it.", "territory_change"),
    ],
)
def test_to_come_in_is_not_yet_to_hold_the_ground(text: str, kind: str) -> None:
    assert one(text).type == kind


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Police took away four students in Kampala on Monday.", "detained"),
        ("Gunmen took away four students in Kampala on Monday.", "abducted"),
        ("Soldiers kidnapped four students in Kampala on Monday.", "abducted"),
    ],
)
def test_whom_a_state_takes_is_detained(text: str, outcome: str) -> None:
    assert [c.outcome for c in one(text).casualties] == [outcome]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Government air strikes hit the town of Kutum, Sudan, on Monday.", "Sudanese Armed Forces"),
        ("A military air strike hit the town of Kutum, Sudan, on Monday.", "Sudanese Armed Forces"),
        ("The government arrested nine editors in Khartoum, Sudan, on Monday.", "Government of Sudan"),
    ],
)
def test_a_government_bombs_by_its_army(text: str, name: str) -> None:
    assert [a.name for a in one(text).actors if a.role == "a"] == [name]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Army planes attacked rebels near Kitgum, Uganda, on Monday.", "air_strike"),
        ("Army patrols attacked rebels near Kitgum, Uganda, on Monday.", "armed_clash"),
    ],
)
def test_planes_that_attack_strike_from_the_air(text: str, kind: str) -> None:
    assert one(text).type == kind


def test_police_who_meet_a_crowd_stand_opposite() -> None:
    incident = one("Police fired tear gas at teachers who marched through Lome on Monday.")
    assert incident.type == "protest"
    assert [a.role for a in incident.actors if "police" in a.name] == ["b"]


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        (
            "Rebels seized the town of Goundam on Monday. The army said it had repelled the attack.",
            "denied",
            "The army",
        ),
        (
            "Rebels attacked a camp in Goundam on Monday. The army said it had repelled the attack.",
            "stated",
            "The army",
        ),
        (
            "Three rebels died in a clash with police near Aranpur on Monday. Residents said two of the three were farmers.",
            "denied",
            "Residents",
        ),
        (
            "Gunmen killed three men near Aranpur on Monday. Residents said two of the three were farmers.",
            "stated",
            "Residents",
        ),
        (
            "Soldiers shot dead six men in Bamenda on Monday. The army said the six were terrorists.",
            "denied",
            "The army",
        ),
    ],
)
def test_a_side_that_tells_it_otherwise_denies_it(text: str, modality: str, speaker: str) -> None:
    assert (modality, speaker) in [(c.modality, c.speaker.text) for c in one(text).claims if c.speaker]


def test_a_comment_that_names_a_place_is_about_what_happened_there() -> None:
    text = (
        "Soldiers shot dead nine farmers in Durbete on Monday. On Tuesday, Fano fighters ambushed a convoy near Merawi. "
        "A spokesman of the army denied that farmers were killed in Durbete."
    )
    speakers = {i.where.name: [c.speaker.name for c in i.claims if c.speaker] for i in told(text).incidents}
    assert speakers == {"Durbete": ["spokesman of the army"], "Merawi": []}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "A mine killed nine men near Bouar on Monday, the ministry said. The same day gunmen shot dead a trader in Bozoum.",
            ["ministry"],
        ),
        (
            "A mine killed nine men near Bouar on Monday, the ministry said. On Sunday gunmen shot dead a trader in Bozoum.",
            [],
        ),
    ],
)
def test_who_spoke_goes_on_with_what_follows_at_once(text: str, speakers: list[str]) -> None:
    last = next(i for i in told(text).incidents if i.where.name == "Bozoum")
    assert [c.speaker.name.removeprefix("the ") for c in last.claims if c.speaker] == speakers


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("in the north of the country", None),
        ("in the country's far north", None),
        ("in Kandi in the north of the country", "Kandi"),
        ("", "COTONOU"),
    ],
)
def test_a_part_of_the_country_is_not_where_the_report_was_filed(place: str, named: str | None) -> None:
    text = f"COTONOU, Benin, March 16, 2022 (AFP) - Gunmen killed five farmers {place} on Wednesday.".replace("  ", " ")
    assert one(text).where.name == named


def test_the_capital_that_a_crowd_marches_on_is_not_where_it_is() -> None:
    text = "LAHORE, Pakistan, March 16, 2022 (AP) - Police clashed with a crowd that tried to march on the capital on Wednesday."
    assert one(text).where.name == "LAHORE"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("NAIROBI, Kenya, March 16, 2022 (AP) - Gunmen attacked the Boston hotel on Wednesday, killing three people.", ("Boston hotel", "KE")),
        ("GUAYAQUIL, March 16, 2022 (AP) - Gunmen killed 12 inmates in the Litoral penitentiary on Wednesday.", ("Litoral penitentiary", "EC")),
        ("NAIROBI, Kenya, March 16, 2022 (AP) - Gunmen attacked a hotel in Kismayo on Wednesday, killing three people.", ("Kismayo", "SO")),
    ],
)  # fmt: skip
def test_a_hotel_or_a_prison_is_not_the_town_of_its_name_abroad(text: str, where: tuple[str, str]) -> None:
    found = one(text).where
    assert (found.name, found.country) == where
