"""Who the words mean: listed groups, arms of a state, foreign forces, and men nobody can name."""

from datetime import date

import pytest

from telling import one, told


def who(text: str, role: str = "a") -> list[tuple[str, str]]:
    return [(a.name, a.kind) for a in one(text).actors if a.role == role]


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("Boko Haram fighters killed nine farmers near Bama, Nigeria, on Monday.", "rebel_group", "Boko Haram"),
        ("Al-Shabaab attacked an army base near Beledweyne, Somalia, on Monday.", "rebel_group", "Shabaab"),
        ("Houthi forces shelled the city of Taiz, Yemen, on Monday.", "rebel_group", "Houthi"),
        ("Nigerian soldiers killed nine farmers near Bama, Nigeria, on Monday.", "state_forces", "Nigeria"),
        ("Police killed two students in Kinshasa, Congo, on Monday.", "state_forces", "olice"),
        ("Turkish warplanes bombed the town of Sinjar, Iraq, on Monday.", "external_forces", "Turk"),
        ("Settlers attacked Palestinian farmers near Nablus on Monday, wounding three.", "rioters", "settlers"),
        ("Gunmen killed nine farmers near Bama, Nigeria, on Monday.", "unknown", "unidentified gunmen"),
        ("Unknown armed men killed nine farmers near Bama, Nigeria, on Monday.", "unknown", "unidentified"),
        ("Protesters marched through Khartoum on Monday and police fired tear gas.", "protesters", "protesters"),
    ],
)
def test_the_doer_is_named_and_sorted(text: str, kind: str, word: str) -> None:
    ((name, found),) = who(text)
    assert found == kind
    assert word in name


def test_men_nobody_names_have_no_id() -> None:
    (doer,) = (a for a in one("Gunmen killed nine farmers near Bama, Nigeria, on Monday.").actors if a.role == "a")
    assert doer.id is None


def test_a_loaded_word_stays_in_the_text_and_not_in_the_name() -> None:
    incident = one("Terrorists killed nine farmers near Bama, Nigeria, on Monday.")
    (doer,) = (a for a in incident.actors if a.role == "a")
    assert doer.text == "Terrorists"
    assert "terrorist" not in doer.name.lower()


@pytest.mark.parametrize(
    ("place", "name"),
    [("Mariupol, Ukraine", "Russian-backed separatists in Donbas"), ("Nazran, Russia", "rebels")],
)
def test_rebels_are_those_of_their_own_state(place: str, name: str) -> None:
    (incident,) = told(f"Rebels killed three soldiers near {place}, on Monday.", published=date(2015, 2, 3)).incidents
    assert [a.name for a in incident.actors if a.role == "a"] == [name]


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "A border guard of Armenia was killed in an exchange of fire with Azerbaijani troops near Jermuk on Monday.",
            "Azerbaijani",
        ),
        (
            "Two marines were killed in a gunfight with Abu Sayyaf on Basilan in the Philippines on Monday.",
            "Abu Sayyaf",
        ),
    ],
)
def test_who_is_fought_by_the_dead_acts(text: str, cast: str) -> None:
    ((name, _),) = who(text)
    assert cast in name


def test_one_man_told_by_his_nation_is_a_man() -> None:
    assert who("A Palestinian drove his car into soldiers near Hebron on Monday, killing two.") == [
        ("unidentified men", "unknown")
    ]


def test_one_group_under_two_names_is_one_actor() -> None:
    text = "ISIS attacked a police post in Mosul, Iraq, on Monday. The Islamic State said it had killed two officers."
    assert len({a.id for a in one(text).actors if a.role == "a"}) == 1


def test_the_group_means_the_one_just_named() -> None:
    text = "Boko Haram killed nine farmers near Bama, Nigeria, on Monday. On Tuesday, the group abducted four girls in Dikwa."
    assert len({a.id for i in told(text).incidents for a in i.actors if a.role == "a"}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Soldiers shot dead a boy in Jenin in the West Bank on Monday, medics said. The Israeli army said it was checking.",
            "Israeli armed forces",
        ),
        (
            "Police shot dead a boy in Jenin in the West Bank on Monday, medics said. The Israeli army said it was checking.",
            "Palestinian police",
        ),
        ("Elders of the two clans agreed to a truce in Galkayo on Monday.", "communal elders"),
    ],
)
def test_the_army_where_a_country_has_none_and_elders_who_agree(text: str, name: str) -> None:
    assert [a.name for a in one(text).actors if a.role == "a"] == [name]


@pytest.mark.parametrize(("year", "name"), [(1987, "Farabundo Marti National Liberation Front"), (2022, "guerrillas")])
def test_a_bare_word_names_a_group_only_while_it_lasts(year: int, name: str) -> None:
    text = "Guerrillas killed nine soldiers near Perquin, El Salvador, on Monday."
    (incident,) = told(text, published=date(year, 3, 18)).incidents
    assert [a.name for a in incident.actors if a.role == "a"] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Unidentified aircraft bombed a camp near Sabha, Libya, on Friday.", "unidentified aircraft"),
        ("Enemy artillery shelled Nikopol, Ukraine, on Monday.", "Russian armed forces"),
        ("Enemy artillery shelled Bria, Central African Republic, on Monday.", "opposing forces"),
        ("Opposition forces captured the town of Yei, South Sudan, on Sunday.", "opposition fighters"),
        (
            "UN troops killed three militiamen near Bria, Central African Republic, on Monday.",
            "United Nations peacekeepers",
        ),
        ("The FARC's 33rd Front attacked a police station in Tibu, Colombia, on Monday.", "33rd Front"),
    ],
)
def test_a_force_is_not_taken_for_the_army_of_the_place(text: str, name: str) -> None:
    assert [found for found, _ in who(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three Hezbollah members were killed in Beirut, Lebanon, on Monday.", "Hezbollah"),
        (
            "A policeman lost his life when a bomb planted by Maoists went off near Sukma, India, on Monday.",
            "Indian police",
        ),
        ("Four policemen died when their patrol was ambushed near Tumaco, Colombia, on Monday.", "Colombian police"),
    ],
)
def test_the_dead_are_their_own_sides_men(text: str, name: str) -> None:
    assert [found for found, _ in who(text, "b")] == [name]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Gunmen believed to be armed herders killed nine people in Kajuru, Kenya, on Monday.",
            "herders",
            "identity_militia",
        ),
        (
            "An Amhara militia known as Fano killed an official in Debre Birhan, Ethiopia, on Monday.",
            "Fano",
            "identity_militia",
        ),
        (
            "A joint force of Malian soldiers and dogs killed nine people in Gao, Mali, on Monday.",
            "Malian",
            "state_forces",
        ),
        ("An Israeli sniper killed a man in Jenin, West Bank, on Monday.", "Israeli armed forces", "external_forces"),
        (
            "Extremist forces attacked the town of Woldiya, Ethiopia, on Monday, killing two people.",
            "militants",
            "unknown",
        ),
        (
            "A guerrilla column attacked the farm of La Eminencia, Guatemala, on Monday, killing two people.",
            "guerrillas",
            "rebel_group",
        ),
        (
            "The Bahr Brigade attacked the port of Zawiya, Libya, on Monday, killing two people.",
            "Bahr Brigade",
            "unknown",
        ),
        ("Shining Path rebels killed three farmers in Huanta, Peru, on Monday.", "Shining Path", "rebel_group"),
        ("An armed commando took away five members of a family in Elota, Mexico, on Monday.", "armed men", "unknown"),
        ("Thousands demonstrated in Tbilisi, Georgia, on Monday to demand elections.", "protesters", "protesters"),
        ("Gendarmes killed two students in Ziguinchor, Senegal, on Monday.", "gendarmerie", "state_forces"),
    ],
)
def test_whose_men_they_are(text: str, name: str, kind: str) -> None:
    ((found, sort),) = who(text)
    assert name in found
    assert sort == kind


def test_a_name_does_not_run_over_a_comma() -> None:
    (doer,) = (
        a
        for a in one("In Cabo Delgado, insurgents beheaded four fishermen near Palma, Mozambique, on Monday.").actors
        if a.role == "a"
    )
    assert doer.text == "insurgents"


def test_a_number_in_a_name_counts_nobody() -> None:
    incident = one("Members of the 400 Mawozo gang abducted a priest in Croix-des-Bouquets, Haiti, on Monday.")
    assert [c.low for c in incident.casualties] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Marines killed three suspected cartel gunmen in Reynosa, Mexico, on Monday.",
        "Militants killed two policemen in Derbent, Russia, on Monday.",
    ],
)
def test_general_words_mean_no_one_group(text: str) -> None:
    assert not any(a.id is not None and a.kind not in ("state_forces", "external_forces") for a in one(text).actors)


def test_the_army_in_the_west_bank_is_israels() -> None:
    text = (
        "Settlers set fire to cars in the Palestinian village of Turmus Ayya on Monday. The army arrested two suspects."
    )
    assert "Israeli armed forces" in {a.name for i in told(text).incidents for a in i.actors}


def test_the_group_is_the_one_named_last() -> None:
    text = "The Houthi movement's spokesman said on Monday that the group had fired two missiles at Eilat, Israel."
    assert who(text) == [("Houthi movement", "rebel_group")]


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        (
            "Al-Shabaab\n\nStatement, 4 May 2019\n\nAn army vehicle was blown up by a mine near Afgoye on Friday.",
            "al-Shabaab",
            "Somali armed forces",
        ),
        (
            "Al-Shabaab\n\nStatement, 4 May 2019\n\nOn Friday we ambushed an army convoy near Afgoye.",
            "al-Shabaab",
            "Somali armed forces",
        ),
        (
            "Islamic Resistance in Lebanon\n\nSummary, 10 February 2024\n\nThe fighters of the Resistance carried out these "
            "operations:\n\n1. On Friday they fired rockets at enemy soldiers near Kiryat Shmona.",
            "Hezbollah",
            "Israeli armed forces",
        ),
    ],
)
def test_the_statement_of_an_armed_group_tells_its_own_deeds(text: str, doer: str, hit: str) -> None:
    (incident,) = told(text).incidents
    assert [(a.role, a.name) for a in incident.actors] == [("a", doer), ("b", hit)]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab\n\nStatement, 4 May 2019\n\nSoldiers shelled a village near Marka on Friday and killed two farmers.",
        "Somali Rights Committee\n\nStatement, 4 May 2019\n\nAn army vehicle was blown up by a mine near Afgoye on Friday.",
    ],
)
def test_other_deeds_in_a_statement_are_not_the_speakers(text: str) -> None:
    (incident,) = told(text).incidents
    assert "al-Shabaab" not in {a.name for a in incident.actors}


def test_men_of_a_band_that_mourns_them_are_its_own() -> None:
    text = "Hamas named two of its fighters who were killed when an Israeli drone struck their car in Sidon on Monday."
    assert [a.name for a in one(text).actors if a.role == "b"] == ["Hamas"]


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "Gunmen shot dead nine road workers near Dalbandin, Pakistan, on Monday. The Baloch Liberation Army claimed "
            'responsibility, saying it had targeted "a military unit".',
            ["a", "victim"],
        ),
        (
            "A French air strike near Gao, Mali, killed nine militants on Monday, and no civilians were hurt.",
            ["a", "b"],
        ),
        (
            "A suicide bomber struck a convoy of the Frontier Corps near Turbat, Pakistan, on Monday, killing three soldiers.",
            ["a", "b"],
        ),
        ("Angry youths burned a police post in Jos, Nigeria, on Monday. One of the youths was shot dead.", ["a", "b"]),
    ],
)
def test_nobody_stands_beside_who_is_only_called_so_spared_or_the_same(text: str, cast: list[str]) -> None:
    assert [a.role for a in one(text).actors] == cast


def test_the_body_of_the_one_who_speaks_owns_up() -> None:
    text = (
        "Drones attacked an oil depot in Tuapse, Russia, on Monday. A source in Ukraine's security service (SBU) told reporters "
        "that the agency was behind the attack."
    )
    assert [name for name, _ in who(text)] == ["Security Service of Ukraine"]
    assert who(text.replace("was behind", "was looking into")) == []


@pytest.mark.parametrize(("year", "name"), [(2015, "Taliban"), (2023, "unidentified insurgents")])
def test_the_insurgents_are_a_group_while_it_rules_no_state(year: int, name: str) -> None:
    text = "Police clashed with the Taliban near Kunduz, Afghanistan, on Monday. On Tuesday, the insurgents killed nine farmers in Imam Sahib."
    incidents = told(text, published=date(year, 3, 18)).incidents
    assert [a.name for a in incidents[-1].actors if a.role == "a"] == [name]


def test_an_armed_group_of_its_country_is_the_one_named() -> None:
    text = "Hezbollah and Israel exchanged fire on Monday. On Tuesday, the Lebanese armed group killed two soldiers near Metula, Israel."
    assert [a.name for a in told(text).incidents[-1].actors if a.role == "a"] == ["Hezbollah"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A caller claimed the attack for the Baloch Liberation Front.", "Balochistan Liberation Front"),
        (
            "A man phoning on behalf of the United Baloch Army claimed responsibility for the attack.",
            "United Baloch Army",
        ),
    ],
)
def test_who_is_spoken_for_did_it(text: str, name: str) -> None:
    assert who(f"A labourer was shot dead near Turbat, Pakistan, on Monday. {text}") == [(name, "rebel_group")]


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "The rebels attacked the barracks at dawn, killing five soldiers.",
            ["a rebels", "b South Sudanese armed forces"],
        ),
        ("The army killed five of the rebels.", ["a South Sudanese armed forces", "b rebels"]),
    ],
)
def test_who_is_told_second_and_began_acts(text: str, cast: list[str]) -> None:
    found = one(f"Clashes between the army and rebels erupted in Bentiu, South Sudan, on Monday. {text}")
    assert [f"{a.role} {a.name}" for a in found.actors] == cast


def test_those_arrested_at_a_sit_in_are_of_the_crowd() -> None:
    text = "Police dispersed with tear gas a sit-in by the residents' union Sentinelle in Lubumbashi, Congo, on Monday. Six activists were arrested."
    assert [(a.role, a.name) for a in one(text).actors] == [("a", "protesters"), ("b", "Congolese police")]


def test_letters_in_brackets_take_their_name_along() -> None:
    (doer,) = (
        a
        for a in one(
            "Presumed elements of the Union for Peace (UPC) killed a nurse near Bambari, Central African Republic, on Monday."
        ).actors
        if a.role == "a"
    )
    assert (doer.text, doer.kind) == ("Union for Peace (UPC)", "rebel_group")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Gunmen shot dead two guards of a bank in Aden, Yemen, on Monday.", ["a", "victim"]),
        ("Soldiers raided a Taliban prison near Burka, Afghanistan, on Monday and killed six guards.", ["a", "b"]),
    ],
)
def test_guards_are_armed_men_only_of_whoever_was_hit(text: str, roles: list[str]) -> None:
    assert [a.role for a in one(text).actors] == roles


def test_whom_a_court_tries_is_no_victim() -> None:
    coded = told(
        "A military court in Tunis sentenced nine men on Monday over the killing of an officer in Sfax in 2015."
    )
    assert [(c.low, c.text) for i in (*coded.incidents, *coded.background) for c in i.casualties] == [(1, "an officer")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "U.S.-backed Syrian forces killed nine people near Khasham, Syria, on Monday.",
            "American-backed forces",
            "rebel_group",
        ),
        (
            "Russian-backed government forces killed nine people near Khasham, Syria, on Monday.",
            "Syrian armed forces",
            "state_forces",
        ),
        ("Syrian forces killed nine people near Khasham, Syria, on Monday.", "Syrian armed forces", "state_forces"),
    ],
)
def test_forces_that_another_state_backs_are_no_army(text: str, name: str, kind: str) -> None:
    assert who(text) == [(name, kind)]


def test_rebels_beside_their_group_and_planes_beside_their_army_are_told_once() -> None:
    text = "Troops, backed by helicopters, clashed with the New People's Army near Bukidnon, Philippines, on Monday, leaving three rebels dead."
    assert [a.name for a in one(text).actors] == ["Philippine armed forces", "New People's Army"]
