"""Parties as the words tell them: nations by their weapons or deeds, two nations of one arm, names in brackets."""

import pytest

from telling import reading


def parties(text: str) -> set[tuple[str, str | None]]:
    return {(p.text, p.country) for p in reading(text).parties}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A Turkish drone hit a lorry near Qamishli on Monday.", "Turkish", "TR"),
        ("A French strike killed four shepherds near Gao.", "French", "FR"),
        ("Rwanda shelled the town of Sake on Monday.", "Rwanda", "RW"),
        ("The town of Sake was attacked by Rwanda on Monday.", "Rwanda", "RW"),
        ("Azerbaijan attacked two posts near Jermuk.", "Azerbaijan", "AZ"),
        ("India and Pakistan exchanged fire along the border.", "Pakistan", "PK"),
        ("Ethiopian and Kenyan troops attacked Al-Shabaab near Baidoa.", "Ethiopian", "ET"),
        ("Ethiopian and Kenyan troops attacked Al-Shabaab near Baidoa.", "Kenyan troops", "KE"),
    ],
)
def test_a_nation_is_told_by_its_weapon_its_deed_or_its_twin(text: str, words: str, country: str) -> None:
    assert (words, country) in parties(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Turkish lorry hit a wall near Qamishli on Monday.", "Turkish"),
        ("In Rwanda, rebels shelled the town of Sake on Monday.", "Rwanda"),
        ("Rebels attacked a town in Rwanda on Monday.", "Rwanda"),
        ("Rwanda mourned the victims of the attack on Sake.", "Rwanda"),
        ("Ethiopian and Kenyan traders were robbed near Baidoa.", "Ethiopian"),
        ("Al-Shabaab and Kenyan troops clashed near Baidoa.", "Al-Shabaab and Kenyan troops"),
        ("A UN helicopter was hit near Nasir.", "A UN helicopter"),
        ("A passenger plane was shot down over Donetsk.", "A passenger plane"),
    ],
)
def test_a_nation_that_does_nothing_is_no_party(text: str, words: str) -> None:
    assert all(found != words for found, _ in parties(text))


def test_an_acronym_in_brackets_belongs_to_the_name() -> None:
    found = {text for text, _ in parties("Fighters of the Lord's Resistance Army (LRA) killed four people in Obo.")}
    assert found == {"Fighters of the Lord's Resistance Army (LRA)"}


def test_a_loaded_word_before_a_comma_belongs_to_the_named_group() -> None:
    (party,) = reading("The terrorist, Iran-backed Houthi militia shelled Taiz on Monday.").parties
    assert party.text == "The terrorist, Iran-backed Houthi militia"
    assert party.loaded
    assert {n.actor for n in party.names} == {"houthis"}


def test_a_group_by_a_name_of_its_own_is_nobody_named_before() -> None:
    assert {text for text, _ in parties("The men were shot dead by the Delta Group in Kismayo.")} == set()
    assert {text for text, _ in parties("The men were shot dead by the armed group in Kismayo.")} == {"the armed group"}


def test_our_soldiers_are_a_party_and_our_children_are_not() -> None:
    assert any(text == "Our brave soldiers" for text, _ in parties("Our brave soldiers killed four rebels in Obo."))
    assert parties("Our brave children were hurt in Obo.") == set()


def test_a_group_of_islamists_is_no_word_for_a_group_named_before() -> None:
    (party,) = reading("Fighting with an Islamist group went on in Sidon.").parties
    assert (party.text, party.kind) == ("an Islamist group", "armed")
    (band,) = reading("The terrorist groups in the village were beaten.").parties
    assert band.kind == "armed"
    (back,) = reading("The group attacked the village on Monday.").parties
    assert back.kind == "anaphor"
