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
        ("Four policemen died when their patrol was ambushed near Tumaco, Colombia, on Monday.", "Colombian police"),
    ],
)
def test_the_dead_are_their_own_sides_men(text: str, name: str) -> None:
    assert [found for found, _ in who(text, "b")] == [name]
