"""``dateline check``: the shipped data is sound, and each kind of fault is seen."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from dateline import check
from dateline.check import frames, lists, rules
from dateline.check.form import written
from dateline.coder import load_kit
from dateline.packs.divisions import Region
from dateline.packs.errors import PackError
from dateline.packs.kit import Kit
from dateline.packs.triggers import Rule, TriggerFile, trigger_file


@cache
def kit() -> Kit:
    return load_kit()


def test_the_shipped_files_are_sound() -> None:
    assert check.run() == []


# --- how files are written


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package with a data folder, in place of the real one."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr("dateline.check.form.files", lambda package: tmp_path)
    return folder


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: [1]\nb: {c: 2}\n", None),
        ("names: []\n", None),
        ("", "a.yml: the file is empty"),
        ("words: []\n", "a.yml: words: the list is empty"),
        ("rules:\n- {id: x, examples: []}\n", "a.yml: rules.examples: the list is empty"),
        ("speech: {}\n", "a.yml: speech: the section is empty"),
        ("a: 1\nb: 2\na: 3\n", "a.yml: a: the key stands twice (line 3)"),
        ("x: {a: 1, a: 2}\n", "a.yml: x.a: the key stands twice (line 1)"),
    ],
)
def test_how_a_file_is_written(data: Path, text: str, problem: str | None) -> None:
    (data / "a.yml").write_text(text, encoding="utf-8")
    assert list(written()) == ([problem] if problem else [])


def test_broken_yaml_is_named_and_the_others_still_read(data: Path) -> None:
    (data / "a.yml").write_text("a: [", encoding="utf-8")
    (data / "sub").mkdir()
    (data / "sub" / "b.yml").write_text("b: []", encoding="utf-8")
    broken, empty = written()
    assert broken.startswith("a.yml: ")
    assert empty == "sub/b.yml: b: the list is empty"


# --- rules


def with_rules(monkeypatch: pytest.MonkeyPatch, *changed: Rule) -> None:
    """Put these rules in the place of those of the same ids. Only the examples may differ: the lexicon stays compiled."""
    by_id = {rule.id: rule for rule in changed}
    source = trigger_file()
    new = msgspec.structs.replace(source, rules=tuple(by_id.get(r.id, r) for r in source.rules if r.id in by_id))
    monkeypatch.setattr(rules, "trigger_file", lambda: new)


def rule(name: str) -> Rule:
    return next(r for r in trigger_file().rules if r.id == name)


def test_an_example_that_does_not_fire_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    calm = msgspec.structs.replace(rule("abduct"), examples=("The children walked to school.",))
    with_rules(monkeypatch, calm)
    (problem,) = rules.triggers(kit())
    assert "abduct: the example does not fire it: 'The children walked to school.' (fired: nothing)" in problem


def test_a_near_miss_that_fires_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, msgspec.structs.replace(rule("abduct"), not_=("Gunmen kidnapped nine pupils.",)))
    (problem,) = rules.triggers(kit())
    assert "abduct: the near-miss fires it" in problem


def test_a_rule_without_near_misses_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, msgspec.structs.replace(rule("abduct"), not_=()))
    (problem,) = rules.triggers(kit())
    assert problem.endswith("abduct: a rule needs examples and near-misses")


def changed_words(monkeypatch: pytest.MonkeyPatch, **fields: tuple[str, ...]) -> list[str]:
    before = list(rules.words(kit()))
    new = msgspec.structs.replace(rule("arrest"), **fields)
    source = msgspec.structs.replace(trigger_file(), rules=(new,))
    monkeypatch.setattr(rules, "trigger_file", lambda: source)
    return [problem for problem in rules.words(kit()) if problem not in before]


def test_a_word_that_the_tokenizer_cuts_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    (problem,) = changed_words(monkeypatch, nouns=("hostage-taking", "arrest"))
    assert "'hostage-taking' is never found" in problem


@pytest.mark.parametrize("phrase", ["_ in custody", "the? arrest"])
def test_a_phrase_without_a_plain_opening_is_seen(monkeypatch: pytest.MonkeyPatch, phrase: str) -> None:
    (problem,) = changed_words(monkeypatch, phrases=(phrase, "take~ into custody"))
    assert f"{phrase!r} is never found: a phrase opens with a plain word" in problem


@pytest.mark.parametrize(
    ("phrase", "wording"),
    [
        ("stage~ _ rally|sit-in", "'stage sit-in'"),
        ("taken? prisoners' march", "opens with a plain word"),
        ("the men's march", '"the men\'s march"'),
    ],
)
def test_a_wording_that_is_never_found_is_seen(monkeypatch: pytest.MonkeyPatch, phrase: str, wording: str) -> None:
    (problem,) = changed_words(
        monkeypatch, phrases=(phrase, "round~ _ up|off", "mass grave+", "sit-in+", "the old? march")
    )
    assert "never f" in problem
    assert wording in problem


def test_an_outcome_that_the_contract_does_not_know_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    source = trigger_file()
    odd: TriggerFile = msgspec.structs.replace(source, outcomes={**source.outcomes, "sad": source.outcomes["missing"]})
    monkeypatch.setattr(rules, "trigger_file", lambda: odd)
    assert any(problem.endswith("outcomes: sad: no outcome of the contract") for problem in rules.words(kit()))


def edited(monkeypatch: pytest.MonkeyPatch, name: str, edit: Callable[[dict[str, Any]], None]) -> None:
    """Have the rules read a data file with a change."""
    from dateline.packs import lexicon

    def read(file: str, kind: type[object]) -> object:
        if file != name:
            return lexicon.read(file, kind)
        raw = yaml.safe_load((Path(lexicon.__file__).parent.parent / "data" / name).read_bytes())
        edit(raw)
        return msgspec.convert(raw, kind)

    monkeypatch.setattr(rules, "read", read)


def test_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    armed, _ = rules.party_words().armed[:2]
    odd = msgspec.structs.replace(
        rules.party_words(),
        state={"army": ("army",)},
        armed=(
            msgspec.structs.replace(armed, noun="gunman", kind="heroes", loaded=False),
            msgspec.structs.replace(armed, noun="fiend", kind="unknown", loaded=True, neutral=None),
        ),
        crowd=(msgspec.structs.replace(armed, noun="mob", kind="rioters", loaded=False),),
    )
    monkeypatch.setattr(rules, "party_words", lambda: odd)
    found = [problem.removeprefix("lang/en/parties.yml: ") for problem in rules.parties(kit())]
    assert found[:2] == ["gunman: heroes: no kind of the contract", "fiend: a loaded word needs a neutral one"]
    assert [problem for problem in found[2:] if "is never found as a party" in problem] == found[2:]
    assert found[2].startswith("'fiend'")
    assert len(found) == 3


def test_a_word_of_frames_that_no_sentence_holds_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(raw: dict[str, Any]) -> None:
        raw["fates"].update(wounds=["Burns", "cut-off"], pairs=[["killed", "kid-napped"]])

    edited(monkeypatch, "lang/en/tolls.yml", edit)
    monkeypatch.setattr(frames, "read", rules.read)
    found = [problem.removeprefix("lang/en/tolls.yml: fates: ") for problem in frames.frame_words(kit())]
    assert found == [
        "wounds: 'Burns' is only looked for as 'burns'",
        "wounds: 'cut-off' is never found: it is read as 'cut - off'; write it among the phrases",
        "pairs: 'kid-napped' is never found: it is read as 'kid - napped'; write it among the phrases",
    ]


def test_a_word_of_stories_that_no_sentence_holds_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    edited(
        monkeypatch, "lang/en/story.yml", lambda raw: raw.update(kitted=["Masked", "hooded"], they=["they", "he-she"])
    )
    monkeypatch.setattr(frames, "read", rules.read)
    assert list(frames.frame_words(kit())) == [
        "lang/en/story.yml: they: 'he-she' is never found: it is read as 'he - she'; write it among the phrases",
        "lang/en/story.yml: kitted: 'Masked' is only looked for as 'masked'",
    ]


def test_an_unknown_section_of_times_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    edited(monkeypatch, "lang/en/times.yml", lambda raw: raw.update(tiems={"a": 1}))
    assert "lang/en/times.yml: tiems: no such section" in list(rules.times())


def test_a_time_example_that_does_not_come_out_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    book = rules.time_words()
    first = msgspec.structs.replace(
        book.rules[0], examples=(("It was 2016-08-24.", "2016-08-24", {"day": 25}),), rejects=("On 2016-08-24.",)
    )
    monkeypatch.setattr(rules, "time_words", lambda: msgspec.structs.replace(book, rules=(first,)))
    example, near_miss = rules.times()
    assert example.endswith("the example does not come out: 'It was 2016-08-24.' (got: {'day': 24})")
    assert near_miss.endswith("finds something in the near-miss 'On 2016-08-24.'")


def test_number_examples_that_do_not_come_out_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    book = rules.number_words()
    wrong = (
        rules.Example(text="dozens of people were killed", value=(12, None, "vague")),
        rules.Example(text="a wage of 300 taka", use="distance"),
    )
    monkeypatch.setattr(
        rules,
        "number_words",
        lambda: msgspec.structs.replace(
            book, vague_examples=wrong, zero=msgspec.structs.replace(book.zero, not_=("Nobody was hurt.",))
        ),
    )
    value, use, zero = rules.numbers()
    assert "(got: (24, None, 'vague'))" in value
    assert "(got: money)" in use
    assert "read as nobody: 'Nobody was hurt.'" in zero


def test_people_examples_that_do_not_come_out_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    book = rules.people_words()
    first = msgspec.structs.replace(book.people[0], examples=("two goats died",), not_=("six villagers died",))
    monkeypatch.setattr(rules, "people_words", lambda: msgspec.structs.replace(book, people=(first, first)))
    twice, example, near_miss, *_ = rules.people()
    assert twice.endswith(f"the id {first.id} stands twice")
    assert "the example counts none of them: 'two goats died'" in example
    assert "the near-miss counts people: 'six villagers died'" in near_miss


# --- lists


def test_ontology(monkeypatch: pytest.MonkeyPatch) -> None:
    book = lists.ontology()
    types = {name: entry for name, entry in book.types.items() if name != "protest"}
    types["arrest"] = msgspec.structs.replace(types["arrest"], default="Captures", means=" ")
    hierarchy = tuple((event, subs) for event, subs in book.hierarchy if event != "Riots")
    monkeypatch.setattr(lists, "ontology", lambda: msgspec.structs.replace(book, types=types, hierarchy=hierarchy))
    found = [problem.removeprefix("ontology.yml: ") for problem in lists.ontology_file()]
    assert sorted(found) == [
        "Excessive force against protesters: no type takes it",
        "Peaceful protest: no type takes it",
        "Protest with intervention: no type takes it",
        "arrest: Captures: no sub-event type of ACLED",
        "arrest: does not say what it means",
        "arrest: the default is none of its sub-event types",
        "hierarchy: Riots: missing",
    ]


def test_everyday_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(lists.everyday_words()) == []
    wrong = {40.0: ("the", "Aleppo"), 120.0: ("the", "residential")}
    monkeypatch.setattr(lists, "read", lambda name, kind: wrong)
    assert list(lists.everyday_words()) == [
        "everyday.yml: Aleppo: more than 7 letters, or capitals",
        "everyday.yml: 120.0: no share in per cent",
        "everyday.yml: the: stands twice",
        "everyday.yml: residential: more than 7 letters, or capitals",
    ]


def test_merge_table(monkeypatch: pytest.MonkeyPatch) -> None:
    book = lists.table()
    assert list(lists.merge_table()) == []
    features = {k: v for k, v in book.features.items() if k != "day"} | {"mood": {}}
    wires = book.wires | {"Nobody": ("afp",)}
    wrong = msgspec.structs.replace(
        book,
        features=features,
        close=(("protest", "picnic"),),
        parts={"dawn": frozenset({"dusk"})},
        wires=wires,
        unsure=0.9,
    )
    monkeypatch.setattr(lists, "table", lambda: wrong)
    assert list(lists.merge_table()) == [
        "merge.yml: features: day: missing",
        "merge.yml: features: mood: nothing is compared under this name",
        "merge.yml: picnic: no type of the ontology",
        "merge.yml: parts: dusk: has no entry of its own",
        "merge.yml: wires: afp: stands for two agencies",
        "merge.yml: unsure has to lie below same, both between 0 and 1",
    ]
    monkeypatch.setattr(lists, "table", lambda: msgspec.structs.replace(book, families={}))
    assert len(list(lists.merge_table())) == len(lists.ontology().types)


def test_acled_has_25_sub_event_types() -> None:
    assert len({sub for subs in lists.ACLED.values() for sub in subs}) == 25


def test_codebooks(monkeypatch: pytest.MonkeyPatch) -> None:
    book = lists.codebook("acled")
    place = {**{k: v for k, v in book.place.items() if k != "near"}, "here": 1}
    vague = {**{k: v for k, v in book.vague.items() if k != 24}, 25: 12}
    monkeypatch.setattr(lists, "PROFILES", ("acled",))
    before = list(lists.codebooks())
    monkeypatch.setattr(lists, "codebook", lambda name: msgspec.structs.replace(book, place=place, vague=vague))
    found = [p.removeprefix("codebooks/acled.yml: ") for p in lists.codebooks() if p not in before]
    assert found == [
        "place: here: no such precision",
        "place: near: no value",
        "vague: no number for words that mean at least 24",
        "vague: 25: no vague word of numbers.yml has this low end",
    ]


def test_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    land = lists.Country("Landia", ("Land",), ("Landian",), ("Landians",), "Landville", 95.0, 10.0, 100.0)
    other = lists.Country("Otheria", ("Land",), ("Otherian",), ("Otherians",), "Otherton", 5.0, 10.0, 0.0)
    monkeypatch.setattr(lists, "read", lambda name, kind: {"Q1": land, "QB": other})
    assert list(lists.countries()) == [
        "countries.yml: Q1: no two-letter code",
        "countries.yml: Q1: 95.0, 10.0 is no point on the globe",
        "countries.yml: QB: a radius of 0.0 km",
        "countries.yml: QB: the name 'Land' is Q1's too",
    ]


def test_places(monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(iter(lists.divisions()["SY"]))
    region = Region("Nowhere", "region", ("QQ", "SY"), 1.0, 1.0, 10.0, (), "Atlantis")
    monkeypatch.setattr(lists, "divisions", lambda: {"QQ": (row, row)})
    monkeypatch.setattr(lists, "regions", lambda: (region,))
    assert list(lists.places()) == [
        "places: QQ: no such country",
        f"places: QQ: the code {row.code} stands twice",
        "places/regions.yml: Nowhere: no such country QQ",
        "places/regions.yml: Nowhere: its countries have no division Atlantis",
    ]


def test_actors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "FOLDER", tmp_path)
    entry = "- {id: front, name: Front, kind: rebel_group, names: [River Front], countries: [QQ]}\n"
    (tmp_path / "ml.yml").write_text("country: ML\nactors:\n" + entry, encoding="utf-8")
    (tmp_path / "ne.yml").write_text("country: NE\nactors:\n" + entry.replace("QQ", "NE"), encoding="utf-8")
    (tmp_path / "sy.yml").write_text("country: SY\ncolour: red\n", encoding="utf-8")
    (tmp_path / "td.yml").write_text("country: TD\n", encoding="utf-8")
    country, unknown, nobody, twice = lists.actors()
    assert country == "actors/ml.yml: front: no such country QQ"
    assert unknown.startswith("actors/sy.yml: ")
    assert "colour" in unknown
    assert nobody == "actors/td.yml: names nobody"
    assert "front stands twice" in twice


def test_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    words = lists.layout_words()
    monkeypatch.setattr(lists, "layout_words", lambda: msgspec.structs.replace(words, sections={"weather": "fine"}))
    assert list(lists.layout()) == [
        "lang/en/layout.yml: sections: weather: 'fine' is none of news, headlines, background, planned"
    ]


def test_openings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(lists.openings()) == []
    edited(monkeypatch, "lang/en/openings.yml", lambda raw: raw["outlets"].update(media=["Blog", "news site", "web."]))
    monkeypatch.setattr(lists, "read", rules.read)
    assert [p.split(": ")[3].split()[0] for p in lists.openings()] == ["'Blog'", "'web.'"]
    edited(monkeypatch, "lang/en/openings.yml", lambda raw: raw["wires"].update(cities=["gao"]))
    monkeypatch.setattr(lists, "read", rules.read)
    with pytest.raises(msgspec.ValidationError, match="cities"):
        list(lists.openings())


# --- all together


def test_a_file_that_cannot_be_loaded_is_one_problem_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Iterator[str]:
        raise PackError("numbers.yml: broken")

    def no_kit() -> Kit:
        raise PackError("numbers.yml: broken")

    for name in ("written", "ontology_file", "codebooks", "countries", "places", "actors", "layout"):
        monkeypatch.setattr(check, name, broken if name in ("codebooks", "layout") else lambda: iter(()))
    monkeypatch.setattr(check, "load_kit", no_kit)
    assert check.run() == ["numbers.yml: broken"]
