"""The actor files, all of them, and the list made from them."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from dateline.packs.actor_files import FOLDER, ActorEntry, ActorFile, Period, read_file, read_files
from dateline.packs.actors import ActorList, build, exact_case, kind_on, load_actors, normalise
from dateline.packs.errors import PackError

# Words that name no one on their own. A file may list them as `local`, where the country gives them their meaning.
COMMON_WORDS = """
    alliance army authorities bandits bandit battalion bloc brigade brotherhood cartel clan cell coalition
    command commandos committee company congress corps council crusaders defence defense division elements enemy
    extremists faction factions fighters force forces friends front gang gangs gendarmes government group groups
    guard guards guerrillas gunmen herders herdsmen hordes hunters insurgents invaders islamists jihadists junta
    kidnappers league legion mercenaries militants militia militias military mission mob mobilization movement
    mutineers national navy nomads occupiers officers organization outlaws party patriots peacekeepers people
    pirates platform police rebels regime region remnants resistance revolutionaries separatists settlers shield
    soldiers squad state students subversives terrorists thugs traitors tribe tribes troops union unit veterans
    vigilantes villagers volunteers workers youth wolf wolves black white red green north south east west
"""
TOO_COMMON = frozenset(COMMON_WORDS.split())
# Acronyms that are ordinary words, or surnames, once a whole text is written in capitals.
WORDS_IN_CAPITALS = frozenset(["IS", "FACT", "MEND", "MODEL", "ELF", "SADR", "SADAT"])


@pytest.fixture(scope="module")
def files() -> tuple[ActorFile, ...]:
    return read_files()


@pytest.fixture(scope="module")
def actors(files: tuple[ActorFile, ...]) -> ActorList:
    return build(files)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# The data


def test_every_file_loads(actors: ActorList) -> None:
    assert len(actors.by_id) > 600


def test_every_country_file_lists_forces_or_actors(files: tuple[ActorFile, ...]) -> None:
    empty = [file.country for file in files if not file.actors and file.forces is None]
    assert empty == []


def test_no_key_stands_twice() -> None:
    """YAML keeps the last of two equal keys without a word, and the names under the first are lost."""
    twice = []
    for path in FOLDER.glob("*.yml"):
        nodes = [yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                keys = [key.value for key, _ in node.value]
                twice += [(path.name, node.start_mark.line + 1)] * (len(keys) != len(set(keys)))
                nodes += [value for _, value in node.value]
            elif isinstance(node, yaml.SequenceNode):
                nodes += node.value
    assert twice == []


def test_ids_are_slugs(actors: ActorList) -> None:
    assert [i for i in actors.by_id if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_countries_are_codes(actors: ActorList) -> None:
    codes = [(a.id, c) for a in actors.by_id.values() for c in (*a.countries, *filter(None, [a.state]))]
    assert [pair for pair in codes if not re.fullmatch("[A-Z]{2}", pair[1])] == []
    assert [a.id for a in actors.by_id.values() if not a.countries] == []


def test_parents_lead_to_a_root(actors: ActorList) -> None:
    for actor in actors.by_id.values():
        seen = {actor.id}
        while actor.parent is not None:
            assert actor.parent not in seen, f"{actor.id} is its own ancestor"
            seen.add(actor.parent)
            actor = actors.by_id[actor.parent]


def test_no_common_word_names_an_actor(actors: ActorList) -> None:
    assert [(word, actors.names[word]) for word in TOO_COMMON & actors.names.keys()] == []


def test_no_single_letter_or_bare_number_names_an_actor(actors: ActorList) -> None:
    assert [key for key in actors.names if len(key) < 2 or key.replace(" ", "").isdigit()] == []


def test_dates_are_of_our_time(actors: ActorList) -> None:
    early, late = dt.date(1900, 1, 1), dt.date(2030, 12, 31)
    periods = [(a.id, p) for a in actors.by_id.values() if not isinstance(a.kind, str) for p in a.kind]
    days = [(i, day) for i, p in periods for day in (p.start, p.end) if day is not None]
    assert [pair for pair in days if not early <= pair[1] <= late] == []


def test_a_loaded_word_is_never_the_printed_name(actors: ActorList) -> None:
    loaded = {key for key, found in actors.names.items() if any(entry.loaded for entry in found)}
    assert [a.id for a in actors.by_id.values() if normalise(a.name) in loaded] == []


def test_no_word_is_both_neutral_and_loaded_for_one_actor(actors: ActorList) -> None:
    both = []
    for actor in actors.by_id.values():
        neutral = {normalise(word) for word in (*actor.names, *actor.members)}
        both += [(actor.id, word) for word in (*actor.loaded, *actor.local_loaded) if normalise(word) in neutral]
    assert both == []


def test_acronyms_that_are_words_do_not_count_in_capitals(actors: ActorList) -> None:
    entries = [entry for found in actors.names.values() for entry in found if entry.exact_case in WORDS_IN_CAPITALS]
    assert {entry.exact_case for entry in entries} == WORDS_IN_CAPITALS
    assert [entry for entry in entries if entry.in_capitals] == []


# Looking up


@pytest.mark.parametrize(
    ("words", "actor", "loaded"),
    [
        ("Islamic State", "islamic-state", False),
        ("ISLAMIC STATE", "islamic-state", False),
        ("Daesh", "islamic-state", True),
        ("Boko Haram", "boko-haram", False),
        ("Al Shabaab", "al-shabaab", False),
        ("Jama’at Nusrat al-Islam wal-Muslimin", "jnim", False),
        ("Ansarullah", "houthis", False),
        ("Houthi militia", "houthis", True),
        ("Mai Mai", "mai-mai", False),
        ("Seleka", "seleka", False),
        ("Imbonerakure", "imbonerakure", False),
        ("U.S.-led coalition", "us-led-coalition", False),
        ("Kurdistan Workers’ Party", "pkk", False),
        ("OLF-Shene", "oromo-liberation-army", True),
    ],
)
def test_names_find_their_actor(actors: ActorList, words: str, actor: str, loaded: bool) -> None:
    assert {(e.actor, e.loaded) for e in actors.names[normalise(words)]} == {(actor, loaded)}


def test_one_name_may_belong_to_several(actors: ActorList) -> None:
    found = {entry.actor for entry in actors.names[normalise("Ahlu Sunna wal Jamaa")]}
    assert found == {"ahlu-sunna-waljama", "mozambique-islamist-insurgents"}


def test_acronyms_keep_their_case(actors: ActorList) -> None:
    (entry,) = actors.names["is"]
    assert (entry.actor, entry.exact_case, entry.in_capitals) == ("islamic-state", "IS", False)
    assert all(entry.exact_case is None for entry in actors.names["boko haram"])


def test_people_are_marked_as_members(actors: ActorList) -> None:
    assert any(entry.member for entry in actors.names["amba boys"])


def test_local_words_hold_only_in_their_countries(actors: ActorList) -> None:
    assert "separatists" not in actors.names
    assert {e.actor for e in actors.local_names("CM")["separatists"]} == {"ambazonian-separatists"}
    assert "separatists" not in actors.local_names("NE")
    assert [(e.actor, e.loaded, e.local) for e in actors.local_names("so")["kharijites"]] == [
        ("al-shabaab", True, True)
    ]


def test_forces_have_their_local_names(actors: ActorList) -> None:
    army = actors.forces("sd").army
    assert army is not None
    assert army.name == "Sudanese Armed Forces"
    assert "SAF" in army.names
    assert {(f.country, f.organ, f.exact_case) for f in actors.force_names["fardc"]} >= {("CD", "army", "FARDC")}
    assert ("SY", "regime") in {(f.country, f.organ) for f in actors.force_names["assad regime"]}
    assert actors.forces("XX").army is None


@pytest.mark.parametrize(
    ("actor", "day", "country", "kind"),
    [
        ("rapid-support-forces", dt.date(2019, 6, 3), "SD", "state_forces"),
        ("rapid-support-forces", dt.date(2019, 6, 3), "YE", "external_forces"),
        ("rapid-support-forces", dt.date(2023, 4, 14), None, "state_forces"),
        ("rapid-support-forces", dt.date(2023, 4, 15), "SD", "rebel_group"),
        ("rapid-support-forces", None, None, "rebel_group"),
        ("hayat-tahrir-al-sham", dt.date(2024, 12, 7), "SY", "rebel_group"),
        ("hayat-tahrir-al-sham", dt.date(2024, 12, 8), "SY", "state_forces"),
        ("seleka", dt.date(2013, 5, 1), "CF", "state_forces"),
        ("seleka", dt.date(2012, 1, 1), "CF", "rebel_group"),
        ("irgc", dt.date(2020, 1, 1), "SY", "external_forces"),
        ("irgc", dt.date(2020, 1, 1), "IR", "state_forces"),
        ("ansar-dine", dt.date(2020, 1, 1), "ML", "rebel_group"),
        ("wagner-group", dt.date(2022, 3, 27), "ML", "external_forces"),
    ],
)
def test_kind_on_a_day(actors: ActorList, actor: str, day: dt.date | None, country: str | None, kind: str) -> None:
    assert actors.kind_on(actor, day, country) == kind


def test_kind_in_a_gap_is_the_last_one_known() -> None:
    first = Period("rebel_group", None, dt.date(2000, 1, 1))
    later = Period("state_forces", dt.date(2010, 1, 1), None)
    actor = ActorEntry("x", "X", (first, later), ("X Y",))
    assert kind_on(actor, dt.date(2005, 1, 1)) == "rebel_group"
    assert kind_on(actor, dt.date(2010, 1, 1)) == "state_forces"


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Ma'awisley", "maawisley"),
        ("Ma’awisley", "maawisley"),
        ("Séléka", "seleka"),
        ("al-Nusra  Front", "al nusra front"),
        ("SPLM/A-IO", "splm a io"),
        ("U.S.-led", "us led"),
        ("Hêzên Rizgariya Efrînê", "hezen rizgariya efrine"),
        ("Kızılay", "kizilay"),
        ("G-Pèp", "g pep"),
        ("'-'", ""),
    ],
)
def test_normalise(name: str, normal: str) -> None:
    assert normalise(name) == normal


@pytest.mark.parametrize("name", ["ISIS", "FAMa", "M23", "3R", "SPLA-IO", "SPLM/A", "M-23", "JeM", "ADFs"])
def test_acronyms(name: str) -> None:
    assert exact_case(name) == name


@pytest.mark.parametrize("name", ["Hamas", "Boko Haram", "M23 rebels", "al-Shabaab", "Codeco", "1920", "OLF-Shene"])
def test_no_acronyms(name: str) -> None:
    assert exact_case(name) is None


# What is refused

ACTOR = "  - {id: a-b, name: A B, kind: rebel_group, names: [A B]}\n"


def test_a_right_file_is_read(tmp_path: Path) -> None:
    file = read_file(write(tmp_path, "ml.yml", f"country: ML\nactors:\n{ACTOR}"))
    assert build([file]).by_id["a-b"].countries == ("ML",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("country: ML\nactor: []\n", "unknown field `actor`"),
        ("country: NE\nactors: []\n", "the file's name says 'ML'"),
        ("country: NO\nactors: []\n", "got `bool`"),
        ("actors: []\n", "missing required field `country`"),
        ("country: ML\nactors: [\n", "ml.yml"),
        ("country: ML\nforces: {marines: {names: [M]}}\n", "unknown field `marines`"),
        ("country: ML\nactors:\n" + ACTOR.replace("rebel_group", "rebels"), "Invalid enum value 'rebels'"),
        ("country: ML\nactors:\n" + ACTOR.replace("[A B]", "[A B, 1920]"), "got `int`"),
        ("country: ML\nactors:\n" + ACTOR.replace("[A B]", "[A B, ’-]"), "nothing to match"),
        ("country: ML\nactors:\n" + ACTOR.replace("[A B]", "[]"), "no names"),
        ("country: ML\nactors:\n" + ACTOR.replace("rebel_group", "[]"), "kinds is empty"),
        ("country: ML\nactors:\n" + ACTOR.replace("}", ", not_in_capitals: [AB]}"), "not listed"),
        (
            "country: ML\nactors:\n"
            + ACTOR.replace("rebel_group", "[{kind: rebel_group, from: 2012-02-01, to: 2012-01-01}]"),
            "before it begins",
        ),
        (
            "country: ML\nactors:\n"
            + ACTOR.replace("rebel_group", "[{kind: unknown, to: 2012-01-01}, {kind: rebel_group, from: 2011-01-01}]"),
            "overlap",
        ),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(PackError, match=re.escape(says)):
        read_file(write(tmp_path, "ml.yml", text))


def test_transnational_has_no_country_and_says_where(tmp_path: Path) -> None:
    path = write(tmp_path, "transnational.yml", f"country: null\nactors:\n{ACTOR}")
    with pytest.raises(PackError, match="no countries"):
        read_file(path)


def test_ids_stand_once_and_parents_exist(tmp_path: Path) -> None:
    write(tmp_path, "ml.yml", f"country: ML\nactors:\n{ACTOR}")
    write(tmp_path, "ne.yml", f"country: NE\nactors:\n{ACTOR}")
    with pytest.raises(PackError, match="a-b stands twice"):
        load_actors(tmp_path)
    write(tmp_path, "ne.yml", "country: NE\nactors:\n" + ACTOR.replace("a-b", "c").replace("}", ", parent: d}"))
    with pytest.raises(PackError, match="no such parent d"):
        load_actors(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no actor files"):
        load_actors(tmp_path)


def test_the_list_is_read_once() -> None:
    assert load_actors() is load_actors(FOLDER)
