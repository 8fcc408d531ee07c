"""Doers named beside the deed, and not by it."""

import pytest

from telling import one


def doers(text: str) -> list[str]:
    return [a.text or "" for a in one(text).actors if a.role == "a"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two teachers were abducted in Kajuru, Nigeria, on Monday. The kidnappers have demanded a ransom.", "The kidnappers"),
        ("Six people were shot dead in Celaya, Mexico, on Saturday. The gunmen fled in a white van.", "The gunmen"),
        ("Five farmers were killed on Sunday in Ituri. The assailants are thought to belong to CODECO.", "CODECO"),
        ("Soldiers arrived in Kombolcha, Ethiopia, on Friday. Three students were taken from their homes and shot.", "Soldiers"),
        ("A bomb killed seven guards in Mogadishu, Somalia, on Tuesday. Al-Shabaab said that it was behind the attack.", "Al-Shabaab"),
    ],
)  # fmt: skip
def test_the_sentence_beside_names_the_doer(text: str, wanted: str) -> None:
    assert doers(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Boko Haram is active in the area.",
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Police are looking for the gunmen.",
        "A mine killed nine farmers near Bama, Nigeria, on Saturday. The kidnappers of a teacher have demanded a ransom.",
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Al-Shabaab said that it was not behind the attack.",
    ],
)
def test_nobody_is_made_a_doer(text: str) -> None:
    assert doers(text) == []


def test_what_a_bomb_went_off_beside_is_no_doer() -> None:
    text = "A car bomb outside the interior ministry in Mogadishu killed eight people on Monday; al-Shabaab claimed responsibility."
    assert [a.name for a in one(text).actors if a.role == "a"] == ["al-Shabaab"]
