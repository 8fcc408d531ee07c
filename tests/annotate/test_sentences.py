"""Sentences, blocks, headings and labels."""

from itertools import pairwise

import pytest

from dateline.annotate.sentences import MAX_SENTENCE, readable, sentences


def texts(text: str) -> list[str]:
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    return [s.text for s in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Omar Saleh was killed. Three others fled.", 2),
        ("He was shot in St. Marc on Sunday. Police came later.", 2),
        ("The U.S. Army said so. Nobody replied.", 2),
        ("Maj. A. K. Rahman denied it. He left.", 2),
        ("At 3 p.m. the shelling resumed. It lasted an hour.", 2),
        ("They left at 3 p.m. The shelling went on.", 2),
        ("Some 12.5 tonnes were seized. Nobody was held.", 2),
        ("“We were asleep.” The blast woke them.", 2),
        ("“Who did it?” he asked. Nobody knew.", 2),
        ("Was it an attack? Officials would not say!", 2),
        ("He said … nothing more. They waited.", 2),
        ("Two others were hurt.The army came later.", 2),
        ("He came from the U.S.The end.", 1),
        ("They shot five and wounded another 15.Twenty fled.", 2),
        ('He called it an "attack.""It is not over," he said.', 2),
        ("Soldiers were killed.“They had no chance,” he said.", 2),
        ("A mine killed two in EritreaThe desert is full of them.", 2),
        ("Calls for calmA police source said so.", 2),
        ("Vitamin A pills and Serie A games were seized.", 1),
        ("It was booked at Booking.com in Brazil, LinkedIn said.", 1),
        ("Gen.Musa Ali spoke of 3.5 million.", 1),
        ("No. 3 Battalion held the bridge.", 1),
        ("The village was hit.", 1),
        ("", 0),
        (" \n\t\n ", 0),
    ],
)
def test_marks_that_end_a_sentence_and_marks_that_do_not(text: str, count: int) -> None:
    assert len(texts(text)) == count


def test_a_wrapped_line_is_one_sentence_and_a_blank_line_ends_one() -> None:
    text = (
        "Gunmen on motorcycles killed at least five farmers near the\n"
        "village of Tera on Friday, a local official said by telephone.\n\nNobody claimed it"
    )
    assert len(texts(text)) == 2


def test_bullets_are_items_with_their_labels() -> None:
    found = sentences("This week\n\n- Marib: Shelling killed two men.\n- Taiz: A mine wounded a boy.\n")
    items = [s for s in found if s.block == "item"]
    assert [s.text for s in items] == ["Shelling killed two men.", "A mine wounded a boy."]
    assert [s.lead and s.lead.end - s.lead.start for s in items] == [len("Marib"), len("Taiz")]


def test_a_place_in_capitals_before_a_dash_is_a_label() -> None:
    text = "KUNDUZ - Gunmen killed three men on Monday, the governor said in a statement to reporters.\n"
    found = sentences(text)
    lead = found[-1].lead
    assert lead is not None
    assert text[lead.start : lead.end] == "KUNDUZ"
    assert found[-1].text.startswith("Gunmen")


def test_a_short_line_on_top_is_a_headline() -> None:
    found = sentences(
        "Five killed in market blast\n\nFive people were killed on Friday when a bomb went off in a market."
    )
    assert [s.block for s in found] == ["headline", "body"]


def test_a_text_in_capitals() -> None:
    assert len(texts("GUNMEN KILLED FIVE IN ALEPPO. THREE WERE HELD. THE ARMY CAME LATE.")) == 3


def test_semicolons_part_whole_clauses_only() -> None:
    long = "Gunmen shot a trader dead in Baga; soldiers later arrested two men near the lake."
    assert len(texts(long)) == 2
    assert len(texts("Three died; two fled.")) == 1


def test_an_endless_sentence_is_cut_at_a_space() -> None:
    text = "killed and " * 1_000
    found = sentences(text)
    assert all(len(s.text) <= MAX_SENTENCE for s in found)
    assert "".join(s.text for s in found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("piece", ["MR. ", "a;  ", "killed; ", "A. ", "\n", ". . "])
def test_every_mark_is_looked_at_once(piece: str) -> None:
    assert "".join("".join(texts(piece * 20_000)).split()) == "".join((piece * 20_000).split())


def test_readable_keeps_the_length() -> None:
    for text in (
        "GUNMEN KILLED FIVE IN ALEPPO",
        "a" * 500 + " b",
        "x\ud800y",
        "İSTANBUL’DA PATLAMA OLDU VE YARALI VAR",
    ):
        assert len(readable(text)) == len(text)
    assert readable("GUNMEN KILLED FIVE IN ALEPPO") == "gunmen killed five in aleppo"
    assert readable("Gunmen killed five in Aleppo") == "Gunmen killed five in Aleppo"
    assert readable("a" * 500 + " b").split() == ["x", "b"]
    assert readable("x\ud800y") == "x\ufffdy"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Night of 4 March, Al-Hamra neighbourhood: Shells fell on the street.",
            "Night of 4 March, Al-Hamra neighbourhood",
        ),
        ("al-Bab, 5 March: A car bomb exploded.", "al-Bab, 5 March"),
        ("- Thursday 7 March, Komba. Rebels killed two men.", "Thursday 7 March, Komba"),
        ("Thursday 7 March, Komba. Rebels killed two men.", "Thursday 7 March, Komba"),
        ("Those who had seen the men: Rebels killed two men.", None),
    ],
)
def test_labels_may_bear_a_day(text: str, label: str | None) -> None:
    lead = sentences(text)[-1].lead
    assert (text[lead.start : lead.end] if lead else None) == label


def test_turns_of_a_transcript_are_told_by_their_capitals() -> None:
    turns = "PRESENTER: Good evening.\n\nMARIA OKOYE: Gunmen killed two men.\n\nJOHN BAKO: Nine more were hurt."
    assert [s.block for s in sentences(turns)] == ["body"] * 3
    (item,) = sentences("MARIA OKOYE: Gunmen killed two men.")
    assert item.block == "item"


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (
            "Mozambique: Three beheaded in Ancuabe\n\nThree people were beheaded on Sunday, residents told Lusa.",
            "headline",
        ),
        ("Gao: Three men died in a raid\nKidal: Two men died in a raid\nMopti: One man died in a raid", "item"),
        ("Gao: Three men died in a raid.\n\nTwo men were hurt in another one on Sunday.", "item"),
    ],
)
def test_a_label_may_open_a_headline(text: str, block: str) -> None:
    assert sentences(text)[0].block == block


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("04 JUN - Nzako (Mbomou): Around 30 rebels attacked a post.", "04 JUN - Nzako (Mbomou)"),
        ("05/06/2024 – Bria: Three children were hurt.", "05/06/2024 – Bria"),
        ("June 4 - Zemio: Gunmen took a driver.", "June 4 - Zemio"),
        ("12 men were killed: they were farmers.", None),
    ],
)
def test_lines_of_a_log(line: str, label: str | None) -> None:
    lead = sentences(line)[0].lead
    assert (line[lead.start : lead.end] if lead else None) == label


def test_a_clock_before_an_entry_is_no_part_of_it() -> None:
    for label in ("07:15.", "07:15 -", "7:15 am:"):
        text = f"News of the day\n\n{label} An army drone hit a car.\n\n09:00. Shells fell on Khiam.\n"
        found = [s.text for s in sentences(text)]
        assert "An army drone hit a car." in found
