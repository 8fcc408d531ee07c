"""Voices, tolls, grades: what many reports come to, and where they differ."""

from typing import Any

import msgspec
import pytest

from dateline.merge import apart, merge
from dateline.merge.families import credit
from dateline.model.incident import ArticleInfo, Coded
from dateline.model.merged import MergedIncident, Toll
from merge.make import actor, coded, incident, killed, person, says, town

TEXT = (
    "Shells hit the market of Kadugli on Friday morning and killed twelve people, the town's teaching hospital said. Traders "
    "were opening their stalls when the first of the shells fell among them, and many more were hurt."
)


def one(*articles: Coded) -> MergedIncident:
    found = list(merge(articles))
    assert len(found) == 1
    return found[0]


def toll(found: MergedIncident, outcome: str = "killed") -> Toll:
    return next(t for t in found.casualties if t.outcome == outcome)


def told(article: str, *casualties: Any, **more: Any) -> Coded:
    fields = {k: more.pop(k) for k in ("claims", "actors", "victims", "sentences", "type") if k in more}
    return coded(article, incident(casualties=casualties, **fields), **more)


def test_figures_that_meet_give_their_meet() -> None:
    found = toll(one(told("a", killed(37, None, kind="at_least")), told("b", killed(40))))
    assert (found.low, found.high, found.state, found.sides) == (40, 40, "agreed", ())
    assert [(c.article, c.low, c.high) for c in found.claims] == [("a", 37, None), ("b", 40, 40)]


def test_figures_that_do_not_meet_stand_against_each_other() -> None:
    found = toll(one(told("a", killed(11)), told("b", killed(14)), told("c", killed(10, None, kind="at_least"))))
    assert (found.low, found.high, found.state) == (11, 14, "disputed")
    assert found.sides == ((11, 11), (14, 14))


def test_a_later_figure_of_the_same_speaker_replaces_the_earlier() -> None:
    governor = (says("governor Amna Saleh"),)
    found = toll(
        one(
            told("a", killed(6), claims=governor),
            told("b", killed(9), claims=governor, published=4),
            told("c", killed(6)),
        )
    )
    assert (found.low, found.high, found.state) == (9, 9, "revised")
    assert [c.current for c in found.claims] == [False, False, True]
    same_day = toll(one(told("a", killed(6), claims=governor), told("b", killed(9), claims=governor)))
    assert same_day.state == "disputed"


def test_groups_are_shares_and_never_added() -> None:
    split = told("a", killed(12, group="civilians"), killed(3, group="combatants"))
    found = one(split, told("b", killed(15)))
    assert (toll(found).low, toll(found).high) == (15, 15)
    assert [(g.group, g.low, g.high) for g in toll(found).groups] == [("civilians", 12, 12), ("combatants", 3, 3)]
    assert found.issues == ()


def test_groups_that_come_to_more_than_the_total_are_an_issue() -> None:
    split = told("a", killed(12, None, group="civilians"), killed(3, group="combatants"))
    found = one(split, told("b", killed(14, group="civilians")), told("c", killed(16)), told("d", killed(16)))
    assert [i.code for i in found.issues] == ["parts_over_total"]


def test_running_tolls_and_shared_figures_never_make_the_number() -> None:
    both = told("a", killed(12), killed(212, None, cumulative=True))
    assert (toll(one(both)).low, toll(one(both)).high) == (12, 12)
    shared = toll(one(told("b", killed(9, shared="s1"))))
    assert (shared.low, shared.high) == (0, 9)


def test_a_partys_label_makes_no_victim_a_combatant() -> None:
    army = actor("Sudanese armed forces", kind="state_forces", id="sd-armed-forces")
    claim = (says("Sudanese armed forces", id="sd-armed-forces"),)
    found = one(told("a", killed(9, group="combatants"), actors=(army,), claims=claim))
    assert toll(found).groups == ()
    assert [i.code for i in found.issues] == ["label_of_a_party"]
    own = one(told("a", killed(9, group="combatants", party="sd-armed-forces"), actors=(army,), claims=claim))
    assert [g.group for g in toll(own).groups] == ["combatants"]


def test_civilians_of_one_are_combatants_of_another() -> None:
    found = toll(one(told("a", killed(9, group="civilians")), told("b", killed(9, group="combatants"))))
    assert [(g.group, g.low, g.high, g.state) for g in found.groups] == [
        ("civilians", 0, 9, "disputed"),
        ("combatants", 0, 9, "disputed"),
    ]


def test_copies_are_one_voice_and_a_second_hand_is_none() -> None:
    words = {"sentences": ((0, 111),), "claims": (says(None),)}
    copies = [told(n, killed(12), text=TEXT + extra, **words) for n, extra in (("a", ""), ("b", " More soon."))]
    assert one(*copies).sourcing.text == "2 reports, 1 independent voice"
    other = told(
        "c",
        killed(12),
        text="Artillery fire on a crowded place left twelve dead in the town, a nurse told us.",
        **words,
    )
    assert one(*copies, other).sourcing.independent == 2


def test_a_verbatim_copy_in_a_second_outlet_is_a_report_of_its_own_without_text_too() -> None:
    article = told("a", killed(12))
    copy = msgspec.structs.replace(article, article=msgspec.structs.replace(article.article, publisher="Second"))
    found = one(article, copy, article)
    assert found.sourcing.text == "2 reports, 1 independent voice"


def test_outlets_that_credit_one_agency_are_one_voice() -> None:
    wire = told("a", killed(12), text="KADUGLI, Sudan (AFP) - Twelve people died.")
    credited = told("b", killed(12), text="Twelve dead in Kadugli after artillery fire. Source: AFP")
    quoted = told("c", killed(12), claims=(says("Agence France-Presse", "reported"),))
    found = one(wire, credited, quoted)
    assert found.sourcing.text == "3 reports, 1 independent voice"
    assert [(v.kind, v.name) for v in found.voices] == [("wire", "AFP")]


def test_what_an_outlet_took_from_an_agency_is_not_its_own_voice() -> None:
    """Two outlets that both print AFP and both have a reporter of their own are three voices."""
    afp = [
        told(f"afp{n}", killed(12), publisher=n, text=f"KADUGLI (AFP) - Twelve dead, {n} reads.")
        for n in ("One", "Two")
    ]
    own = [told(f"own{n}", killed(12), publisher=n, text=f"Our reporter of {n} saw it.") for n in ("One", "Two")]
    found = one(*afp, *own)
    assert found.sourcing.text == "4 reports, 3 independent voices"
    assert one(own[0], told("again", killed(12), publisher="One")).sourcing.independent == 1


def test_one_named_source_is_one_voice_in_any_number_of_outlets() -> None:
    found = one(
        told("a", killed(12), claims=(says("town's teaching hospital"),)),
        told("b", killed(12), claims=(says("a spokesman for the teaching hospital"),)),
        told("c", killed(12), claims=(says("Sudan Doctors Committee"),)),
    )
    assert found.sourcing.independent == 2
    assert {v.name: v.articles for v in found.voices}["town's teaching hospital"] == ("a", "b")


def test_nameless_speakers_are_the_outlets_own_voice() -> None:
    found = one(told("a", killed(12), claims=(says("residents"), says("two witnesses"))))
    assert [(v.kind, v.name) for v in found.voices] == [("outlet", "Outlet a")]


def test_both_belligerents_are_said_so() -> None:
    sides = (actor("Houthis"), actor("Yemeni army", "b", "state_forces", id="ye-army"))
    found = one(
        told("a", killed(12), actors=sides, claims=(says("Houthis", id="houthis"),)),
        told("b", killed(12), actors=sides, claims=(says("Yemeni army", id="ye-army"),)),
    )
    assert found.sourcing.text == "2 reports, 2 independent voices, both belligerents"
    assert found.grade.proposed == "Weak"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("KADUGLI, Sudan, 2 March (AFP) - Shells hit", "AFP"),
        ("Shells hit a market. (Reuters/AP)", "Reuters"),
        ("Shells hit a market (see below)", None),
        ("They had no map of the town", None),
        ("(" * 2000, None),
    ],
)
def test_an_agencys_credit(text: str, agency: str | None) -> None:
    assert credit(ArticleInfo(id="a", sha256="0", chars=len(text), text=text)) == agency


def test_weak_for_one_line_fair_for_two_with_someone_named() -> None:
    rebels = (actor("SPLM"),)
    weak = one(told("a", killed(12), actors=rebels)).grade
    assert weak.proposed == "Weak"
    assert weak.would_change[0] == "A second independent report that is no party's own word would make it Fair."
    fair = one(told("a", killed(12), actors=rebels), told("b", killed(12))).grade
    assert fair.proposed == "Fair"
    nobody = one(told("a", killed(12)), told("b", killed(12))).grade
    assert (nobody.proposed, nobody.reasons[-1]) == ("Weak", "No belligerent is named as the one who did it.")


def test_contested_where_others_are_blamed_or_the_blamed_denies() -> None:
    a = told("a", killed(12), actors=(actor("Russian air force", id="ru-air-force"),))
    b = told("b", killed(12), actors=(actor("Syrian army", id="sy-army"),))
    found = one(a, b)
    assert found.grade.proposed == "Contested"
    assert found.state["actors"].state == "disputed"
    denies = told("c", killed(12), claims=(says("Houthis", "denied", id="houthis"),))
    found = one(told("a", killed(12), actors=(actor("Houthis"),)), denies)
    assert found.grade.reasons[0] == "Houthis, named as responsible, denies it."
    assert [v.independent for v in found.voices if v.name == "Houthis"] == [False]


def test_one_states_army_and_air_force_are_no_rivals() -> None:
    a = told("a", killed(12), actors=(actor("Syrian air force", kind="state_forces", id="sy-air-force"),))
    b = told("b", killed(12), actors=(actor("Syrian army", kind="state_forces", id="sy-army"),))
    assert one(a, b).grade.proposed == "Fair"


def test_an_admission_is_against_interest_and_an_accusation_is_none() -> None:
    army = (actor("Sudanese army", id="sd-army"),)
    claim = (says("Sudanese army", id="sd-army"),)
    found = one(told("a", killed(12, group="civilians"), actors=army, claims=claim), told("b", killed(12)))
    assert found.grade.proposed == "Fair"
    assert "Sudanese army admits it: a person may set Confirmed." in found.grade.would_change
    blames = told("c", killed(12, group="civilians"), actors=(actor("SPLM"),), claims=claim)
    found = one(told("a", killed(12), actors=army), blames)
    assert not any("admits" in words for words in (*found.grade.reasons, *found.grade.would_change))


def test_what_is_missing_comes_as_questions() -> None:
    asked = {m.field for m in one(told("a", killed(12))).missing}
    assert asked == {"injured", "group", "perpetrator", "names", "age", "sex", "means", "second"}
    named = told("a", killed(12), victims=(person("Mariam Idris", age=34, sex="female"),))
    assert not {"names", "age", "sex"} & {m.field for m in one(named).missing}


def test_one_death_counts_once() -> None:
    a = told("a", killed(12), victims=(person("Mariam Idris"),))
    b = coded("b", incident(where=town("Dilling"), casualties=(killed(3),), victims=(person("Mariam Idris"),)))
    found = list(merge([a, b]))
    assert [[i.code for i in m.issues] for m in found] == [["death_twice"], ["death_twice"]]


def test_an_id_stays_when_later_reports_come() -> None:
    first = told("a", killed(12))
    assert one(first).incident_id == one(first, told("b", killed(12), published=5)).incident_id


def test_every_value_keeps_who_gave_it() -> None:
    found = one(told("a", killed(12), type="shelling"), told("b", killed(12), type="air_strike"))
    assert found.state["type"].state == "disputed"
    assert {c.value: c.articles for c in found.state["type"].claims} == {"shelling": ("a",), "air_strike": ("b",)}
    assert found.state["when"].state == "agreed"
    assert found.state["killed"].claims[0].value == "12"


def test_background_is_never_merged() -> None:
    only = msgspec.structs.replace(coded("a"), incidents=(), background=(incident("b1", context="background"),))
    assert list(merge([only])) == []


def test_records_that_are_not_merged_stand_alone() -> None:
    articles = (told("b", killed(40), published=4), told("a", killed(37, None, kind="at_least")))
    found = list(apart(articles))
    assert [one.articles for one in found] == [("a",), ("b",)]
    assert [one.sourcing.reports for one in found] == [1, 1]
    assert [(toll(one).low, toll(one).high) for one in found] == [(37, None), (40, 40)]
    assert len(list(merge(articles))) == 1
