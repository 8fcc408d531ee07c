"""Cards on a terminal."""

import io

import msgspec
import pytest
from rich.console import Console

from dateline.explain import UnknownIncident, explain, pick
from dateline.export.cards import print_cards
from dateline.model.incident import Coded
from fake_coder import SHELLING, TEXT, sample


def printed(coded: Coded, text: str | None, *, width: int = 160, color: bool = False) -> str:
    out = io.StringIO()
    print_cards(
        coded,
        text,
        Console(
            file=out, width=width, force_terminal=color, highlight=False, color_system="truecolor" if color else None
        ),
    )
    return out.getvalue()


def test_a_card_answers_every_question() -> None:
    shown = printed(sample()[0], TEXT)
    for words in (
        "Shelling", "Wed 13 Mar 2024, evening", "“late on Wednesday”", "North Darfur, Sudan", "12 or more civilians killed",
        "of them 3 children", "against Northern Front", "also given as none", "claimed", "a party to the conflict",
        "no point", "on or before Thu 14 Mar 2024", "the outlet itself", "14 × trucks burnt",
    ):  # fmt: skip
        assert words in shown


def test_background_stands_apart_with_its_reason() -> None:
    shown = printed(sample()[0], TEXT)
    head, _, aside = shown.partition("Set aside")
    assert "a toll since January 2019" in aside
    assert "a toll since January 2019" not in head


def test_used_words_are_marked_in_their_sentence() -> None:
    shown = printed(sample()[0], TEXT, color=True)
    sentence = shown[shown.index("AMBERLEY, March") :]
    assert "\x1b[1;4;36mlate on Wednesday" in sentence


def test_text_cannot_speak_to_the_terminal_or_to_the_markup() -> None:
    coded, _, _ = sample()
    nasty = "[bold red]x[/] [link=file:///etc]y[/link] \x1b]0;owned\x07\u202e"
    issue = coded.issues[0].__class__(code="c", message=nasty)
    where = msgspec.structs.replace(SHELLING.where, name=nasty)
    incident = msgspec.structs.replace(SHELLING, where=where, type=nasty, sentences=((0, len(nasty)),))
    shown = printed(msgspec.structs.replace(coded, incidents=(incident,), issues=(issue,)), nasty)
    assert "[bold red]x[/]" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_without_the_text_there_are_no_sentences_but_all_values() -> None:
    shown = printed(sample()[0], None)
    assert "12 or more civilians killed" in shown
    assert "when shells hit" not in shown


def test_explain_shows_rule_words_and_offsets() -> None:
    coded, trace, article = sample()
    out = io.StringIO()
    explain(coded, trace, article, None, Console(file=out, width=200))
    shown = out.getvalue()
    assert "when.weekday → 2024-03-13 · “Wednesday” [105–114]" in shown
    assert "the latest Wednesday on or before" in shown
    assert "count.at_least" in shown
    assert "60 kilometres" in shown
    assert TEXT[105:114] == "Wednesday"


def test_an_incident_is_picked_by_id_start_of_id_or_number() -> None:
    coded, _, _ = sample()
    assert [item.id for _, item in pick(coded, None)] == ["aa11", "aa22", "aa33", "bb11"]
    for name in ("aa22", "2"):
        assert [item.id for _, item in pick(coded, name)] == ["aa22"]
    assert [item.id for _, item in pick(coded, "b")] == ["bb11"]
    for name in ("aa", "zz", "9"):
        with pytest.raises(UnknownIncident, match="aa11"):
            pick(coded, name)
