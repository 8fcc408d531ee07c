"""Peoples at odds, and who stands beside whom."""

import pytest

from reader import told


def roles(text: str) -> set[tuple[str, str]]:
    return {(x.role, (x.party or x.person).text) for f in told(text) for x in f.roles}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        ("Fulani herders and Berom farmers clashed in Barkin Ladi on Monday.", "Fulani herders", "Berom farmers"),
        ("Clashes between Kusasi and Mamprusi youths killed nine people in Bawku.", "Kusasi", "Mamprusi youths"),
        ("Fighting between the Dizi and the Surma clans left nine dead.", "Dizi", "Surma clans"),
        ("The Tarsan and Alim families exchanged shots in Pikit on Monday.", "Tarsan", "Alim families"),
        ("Fighting between the army and M23 rebels continued near Sake.", "the army", "M23 rebels"),
        ("Troops fought the rebels near Gao on Monday.", "Troops", "the rebels"),
    ],
)
def test_two_sides(text: str, a: str, b: str) -> None:
    assert {("a", a), ("b", b)} <= roles(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kurdish-led forces backed by coalition aircraft captured two villages from Islamic State.",
            ("assoc_a", "coalition aircraft"),
        ),
        (
            "Congolese troops, together with Wazalendo militiamen, attacked M23 positions in Masisi on Monday.",
            ("assoc_a", "Wazalendo militiamen"),
        ),
        ("With the support of Russian troops, the army raided Ber.", ("assoc_a", "Russian troops")),
        ("With the support of Russian troops, the army raided Ber.", ("a", "the army")),
    ],
)
def test_who_stands_beside_whom(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in roles(text)


def test_two_sites_are_no_two_peoples() -> None:
    assert not {r for r, _ in roles("Fighting continued on the road between Gao and Ansongo.")} & {"a", "b"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Rebel groups including Ahrar al-Sham and the Nusra Front stormed a base near Idlib on Monday.",
            ("a", "Ahrar al-Sham"),
        ),
        (
            "Rebel groups including Ahrar al-Sham and the Nusra Front stormed a base near Idlib on Monday.",
            ("assoc_a", "Nusra Front"),
        ),
        ("Soldiers fought armed groups, among them the FDLR, near Rutshuru on Monday.", ("b", "FDLR")),
        ("Soldiers killed nine militants, including two boys, near Rutshuru on Monday.", ("b", "nine militants")),
    ],
)
def test_groups_named_one_by_one_stand_for_the_groups(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in roles(text)
