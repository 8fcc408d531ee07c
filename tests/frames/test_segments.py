"""Where one sentence tells of two events, it is cut between them; where it tells of one, it stays whole."""

import pytest

from dateline.frames.segments import segments
from telling import framed, reading


def cut(text: str) -> list[str]:
    r = reading(text)
    return [r.words(first, last) for first, last in segments(r)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four herders near Barsalogho on Tuesday.",
        "Shells hit the market, killing six traders and wounding nine.",
        "A bomb exploded at the depot and three guards were killed.",
        "The mayor said that rebels attacked the post and that two soldiers died.",
        "Militants stormed the village, burned the school and abducted five teachers.",
        "Rebels attacked the town of Kamango on Tuesday and eight traders were killed in the crossfire.",
        "Rebels took the town of Kamango on Thursday after two days of fighting.",
        "Soldiers took the village of Kamango on Sunday after fierce clashes.",
    ],
)
def test_one_event_is_one_stretch(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Rebels attacked the post at Kamango, while soldiers shelled hills near Eringeti.", "while"),
        ("Two traders were shot dead in Djibo on Monday, a day after militants had kidnapped a priest.", "a day after"),
    ],
)
def test_two_events_are_two(text: str, opening: str) -> None:
    parts = cut(text)
    assert len(parts) == 2
    assert parts[1].startswith(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the post at Kamango, while soldiers shelled hills near Eringeti; nine men died.",
        "No deed at all.",
        "While the army rested, militiamen burned three villages around Bunia and killed two women.",
    ],
)
def test_the_stretches_cover_the_sentence_once(text: str) -> None:
    r = reading(text)
    covered = [i for first, last in segments(r) for i in range(first, last + 1)]
    assert covered == list(range(len(r.view)))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Six herders were killed in Gao on Monday, while two were apprehended.", [["Gao"]]),
        ("Six herders were killed in Gao on Monday, while soldiers arrested two men in Kidal.", [["Gao"], ["Kidal"]]),
        (
            "A bus was blown up outside Gao, there has been fighting in Kidal, and a priest was abducted in Timbuktu.",
            [["Gao"], ["Kidal"], ["Timbuktu"]],
        ),
        (
            "A bus was blown up outside Gao, a town of traders and herders, and a priest was abducted in Timbuktu.",
            [["Gao"], ["Timbuktu"]],
        ),
        ("A councillor was shot dead as he left a rally in Cali on Monday.", [["Cali"]]),
    ],
)
def test_clauses_told_in_a_row_stand_alone_and_outcomes_do_not(text: str, places: list[list[str]]) -> None:
    assert [[p.name for p in f.places] for f in framed(text)] == places


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Demonstrators looted a shop in Gao on Monday before riot police dispersed them with tear gas.", 1),
        ("Police arrested six men in Gao on Monday after a bomb killed three people in Kidal on Friday.", 2),
        ("Soldiers shot dead four men in Gao on Monday, hours after gunmen had attacked a checkpoint in Kidal.", 2),
        ("Gunmen killed five people in Gao on Monday after soldiers left the town.", 1),
    ],
)
def test_the_day_of_a_deed_is_not_the_start_of_the_next(text: str, stretches: int) -> None:
    assert len(segments(reading(text))) == stretches
