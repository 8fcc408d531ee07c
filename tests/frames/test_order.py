"""Whom a deed meets by the order of words: through what holds them, in relative clauses, and whatever their trade is called."""

import pytest

from reader import told


def roles(text: str) -> set[tuple[str, str]]:
    return {(x.role, (x.party or x.person).text) for f in told(text) for x in f.roles}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen opened fire on a convoy of gold miners near Djibo on Tuesday.", ("victim", "miners")),
        ("Rebels attacked a house belonging to soldiers in Mopti.", ("b", "soldiers")),
        ("Soldiers looted shops belonging to traders in El Geneina on Monday.", ("victim", "traders")),
        ("Azerbaijani forces opened fire at Armenian positions near Jermuk.", ("b", "Armenian")),
        ("The Kenyan navy shot a Somali fisherman off Kiunga on Monday.", ("victim", "a Somali fisherman")),
        ("The three nurses whom the Mai-Mai had kidnapped at Kasugho were freed.", ("victim", "three")),
        ("The head of the council was assassinated in Jalalabad on Sunday.", ("victim", "The head")),
        ("A Pakistani policeman escorting nurses was shot dead in Bajaur.", ("b", "A Pakistani policeman")),
    ],
)  # fmt: skip
def test_whom_a_deed_meets(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in roles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The dam near Djibo was destroyed on Tuesday.", ("victim", "The dam")),
        ("The group was executed on Tuesday.", ("victim", "The group")),
        ("Witnesses told the reporter that rebels had attacked Sake.", ("victim", "the reporter")),
        ("The regime shelled the town of Sarmin with artillery.", ("b", "artillery")),
    ],
)
def test_what_is_nobody_is_not_harmed(text: str, wrong: tuple[str, str]) -> None:
    assert wrong not in roles(text)
