"""Where a verdict holds after the words were read anew."""

import msgspec
import pytest

from dateline.casefile.attach import find_event, find_statement, overlap
from dateline.casefile.statements import anchor, build, check, said, statements
from dateline.model.decision import Statement, Verdict
from dateline.model.incident import Acled, Actor, ArticleInfo, Casualty, Coded, Incident, When, Where
from fake_coder import sample

ACLED = Acled(event_type="Violence against civilians", sub_event_type="Attack")


def toll(low: int, start: int, end: int) -> Casualty:
    return Casualty(outcome="killed", group="unknown", low=low, high=low, kind="exact", text="x", evidence=(start, end))


def incident(id: str, *tolls: Casualty, start: int = 0, end: int = 100, **fields: object) -> Incident:
    whole = {"when": When(), "where": Where(), "sentences": ((start, end),)} | fields
    return Incident(id=id, type="killing", acled=ACLED, casualties=tolls, **whole)  # type: ignore[arg-type]


def coded(*incidents: Incident, name: str = "a") -> Coded:
    return Coded(article=ArticleInfo(id=name, sha256="0" * 64, chars=300), incidents=incidents)


def verdict(about: Statement) -> Verdict:
    return Verdict(by="Ada", at="2024-01-01T00:00:00Z", statement=about, sha256="0" * 64, decision="accept")


def judged(one: Coded, field: str, number: int = 0) -> Verdict:
    return verdict([s for s in statements(one) if s.field == field][number])


def test_the_same_statement_is_found_by_its_id() -> None:
    one = coded(incident("e", toll(5, 10, 12)), incident("f", toll(5, 110, 112), start=100, end=200))
    for about in statements(one):
        found = find_statement(verdict(about), one)
        assert found == about


def test_words_that_overlap_are_followed_under_another_id_and_value() -> None:
    about = judged(coded(incident("e", toll(5, 10, 12), toll(2, 40, 42))), "casualties")
    new = coded(incident("g", toll(2, 39, 43), toll(6, 8, 12)))
    found = find_statement(about, new)
    assert found is not None
    assert found.value["low"] == 6


def test_words_that_do_not_overlap_are_not_followed() -> None:
    about = judged(coded(incident("e", toll(5, 10, 12))), "casualties")
    assert find_statement(about, coded(incident("e", toll(5, 12, 14)))) is None
    assert find_statement(about, coded()) is None


def test_of_two_that_fit_alike_none_is_taken() -> None:
    about = judged(coded(incident("e", toll(5, 10, 20))), "casualties")
    assert find_statement(about, coded(incident("g", toll(5, 5, 15), toll(6, 15, 25)))) is None


def test_a_day_that_two_incidents_share_stays_with_its_own() -> None:
    friday = When(text="Friday", evidence=(3, 9))
    old = coded(
        incident("e", toll(5, 10, 12), when=friday, end=50), incident("f", toll(7, 60, 62), when=friday, start=50)
    )
    new = coded(
        incident("h", toll(7, 59, 62), when=friday, start=50), incident("g", toll(5, 10, 13), when=friday, end=50)
    )
    for number, expected in ((0, "g"), (1, "h")):
        found = find_statement(judged(old, "when", number), new)
        assert found is not None
        assert found.event.incident == expected


def test_a_day_read_from_other_words_loses_its_verdict() -> None:
    old = coded(incident("e", when=When(text="Friday", evidence=(3, 9))))
    assert find_statement(judged(old, "when"), coded(incident("e", when=When(text="May", evidence=(30, 33))))) is None


def test_what_has_no_words_is_found_by_what_it_says() -> None:
    army, rebels = Actor(role="a", name="army"), Actor(role="a", name="rebels")
    old = coded(incident("e", actors=(army, rebels)))
    new = coded(incident("g", actors=(rebels, army)))
    found = find_statement(judged(old, "actors", 1), new)
    assert found is not None
    assert found.value["name"] == "rebels"
    assert find_statement(judged(old, "actors", 1), coded(incident("g", actors=(army,)))) is None


def test_a_verbatim_copy_shares_only_what_is_the_same() -> None:
    one = coded(incident("e", toll(5, 10, 12)))
    about = judged(one, "casualties")
    assert find_statement(about, coded(incident("z", toll(5, 10, 12)), name="copy")) is not None
    assert find_statement(about, coded(incident("z", toll(6, 10, 12)), name="copy")) is None


def test_a_record_is_found_by_its_words() -> None:
    event = anchor("a", incident("e", toll(5, 10, 12), end=50))
    near, far = incident("g", toll(5, 10, 12), end=50), incident("h", start=60)
    assert find_event(event, coded(far, near)) == near
    assert find_event(event, coded(far)) is None
    assert find_event(event, coded(near, msgspec.structs.replace(near, id="i"))) is None


@pytest.mark.parametrize(
    ("a", "b", "share"), [((0, 4), (0, 4), 1), ((0, 4), (4, 8), 0), ((0, 4), (2, 6), 1 / 3), ((0, 9), (3, 6), 1 / 3)]
)
def test_overlap(a: tuple[int, int], b: tuple[int, int], share: float) -> None:
    assert overlap(a, b) == overlap(b, a) == pytest.approx(share)


def test_a_record_taken_apart_and_put_together_is_the_same() -> None:
    for one in sample()[0].incidents:
        values = [(s.field, s.value) for s in said("sample", one)]
        assert build(one, values) == one
        assert len({s.id for s in said("sample", one)}) == len(values)


def test_a_correction_has_the_shape_of_its_field() -> None:
    assert check("when", {"start": "2024-03-02"})["start"] == "2024-03-02"
    for field, value in (
        ("when", {"start": "soon"}),
        ("type", "killing"),
        ("actors", {"role": "z", "name": "x"}),
        ("where", 3),
    ):
        with pytest.raises(ValueError, match=f"not a value of {field}"):
            check(field, value)
