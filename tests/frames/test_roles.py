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
