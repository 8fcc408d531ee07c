"""What nobody did is no deed, and what was brought about is no accident."""

import pytest

from telling import framed


@pytest.mark.parametrize(
    "text",
    [
        "A ferry capsized on Lake Kivu near Goma on Monday, killing 40 people.",
        "A bus plunged into a ravine near Quetta on Monday, killing 12 people.",
        "A gas explosion killed nine people in a bakery in Quetta on Monday.",
        "A helicopter crashed near Gao on Monday, killing two soldiers.",
        "Nine miners died when fire broke out in a mine near Bunia on Monday.",
        "A fire at a warehouse in Gao killed two people on Monday.",
        "A lorry ran into a crowd at a funeral in Enugu on Monday, killing five people.",
        "A drunk driver drove his car into a crowd in Split on Monday, killing three people.",
    ],
)
def test_an_accident_is_no_deed(text: str) -> None:
    assert framed(text) == []


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A ferry capsized after it was hit by a rocket near Goma on Monday, killing 40 people.", 40),
        ("Gunmen forced a bus into a ravine near Quetta on Monday, killing 12 people.", 12),
        ("A helicopter crashed near Gao on Monday after rebels shot it down, killing two soldiers.", 2),
        ("A soldier opened fire at a hotel in Sfax on Monday, killing eight people.", 8),
        ("Two people were killed when police opened fire in a market in Gao on Monday.", 2),
        ("A man drove a lorry into a market in Ulm on Monday, killing six people.", 6),
        ("A truck was driven into crowds in Lille on Monday, killing seven people.", 7),
        ("Nine miners died when gunmen opened fire and fire broke out in a mine near Bunia.", 9),
    ],
)
def test_what_was_brought_about_is_no_accident(text: str, dead: int) -> None:
    assert {(c.outcome, c.number.low) for f in framed(text) for c in f.counts} == {("killed", dead)}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A truck was driven into crowds in Lille on Monday, killing seven people.", {"attack", "kill"}),
        ("A crowd drove into the market in Lille on Monday and killed two officers.", {"mob", "kill"}),
    ],
)
def test_who_is_run_into_is_no_mob(text: str, acts: set[str]) -> None:
    assert {t.act for f in framed(text) for t in f.acts} == acts
