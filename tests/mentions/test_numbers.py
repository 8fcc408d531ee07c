"""Numbers: values, uses, nouns, parts, ages; the examples of the data files; hostile text."""

import pytest

from dateline.mentions.counted import people_words
from dateline.mentions.numbers import Number, find_ages, find_numbers, find_people
from dateline.packs.number_words import number_words


def the(text: str, found: list[Number], words: str | None = None) -> Number:
    hits = [n for n in found if words is None or n.text == words]
    assert hits, f"{words!r} not in {[n.text for n in found]}"
    return hits[0]


VALUES = [
    ("14 people died", 14, 14, "exact"),
    ("1,234 people died", 1234, 1234, "exact"),
    ("1 234 people died", 1234, 1234, "exact"),
    ("2,50,000 people fled", 250000, 250000, "exact"),
    ("1.5 million people fled", 1500000, 1500000, "exact"),
    ("some 3.2m people fled", 3200000, 3200000, "about"),
    ("twenty-three soldiers died", 23, 23, "exact"),
    ("TWENTY THREE SOLDIERS DIED", 23, 23, "exact"),
    ("two hundred and five villagers", 205, 205, "exact"),
    ("a hundred villagers", 100, 100, "exact"),
    ("two million three hundred thousand people", 2300000, 2300000, "exact"),
    ("half a dozen rebels", 6, 6, "exact"),
    ("a dozen rebels", 12, 12, "exact"),
    ("two dozen rebels", 24, 24, "exact"),
    ("a couple of soldiers died", 2, 2, "exact"),
    ("a pair of gunmen fled", 2, 2, "exact"),
    ("dozens of people died", 24, None, "vague"),
    ("SCORES KILLED", 40, None, "vague"),
    ("several guards died", 2, None, "vague"),
    ("many of the rebels died", 2, None, "vague"),
    ("a number of rebels died", 2, None, "vague"),
    ("a few guards died", 2, None, "vague"),
    ("numerous guards died", 2, None, "vague"),
    ("a handful of guards died", 2, None, "vague"),
    ("some residents were detained", 2, None, "vague"),
    ("some of the residents were detained", 2, None, "vague"),
    ("tens of people died", 20, None, "vague"),
    ("tens of thousands were killed", 20000, None, "vague"),
    ("hundreds of people died", 200, None, "vague"),
    ("hundreds of thousands fled", 200000, None, "vague"),
    ("thousands of people died", 2000, None, "vague"),
    ("100s of people fled", 200, None, "vague"),
    ("several hundred residents", 200, None, "vague"),
    ("several dozen rebels", 24, None, "vague"),
    ("a few thousand rebels", 2000, None, "vague"),
    ("more than three dozen civilians", 37, None, "at_least"),
    ("over 200 persons", 201, None, "at_least"),
    ("upwards of 6,500 lives", 6501, None, "at_least"),
    ("in excess of 50 rebels", 51, None, "at_least"),
    ("well over a hundred civilians", 101, None, "at_least"),
    ("AT LEAST 14 KILLED", 14, None, "at_least"),
    ("no fewer than nineteen wounded", 19, None, "at_least"),
    ("not less than 30 men", 30, None, "at_least"),
    ("a minimum of 30 men", 30, None, "at_least"),
    ("30 or more men", 30, None, "at_least"),
    ("50-plus dead", 50, None, "at_least"),
    ("10,000+ displaced", 10000, None, "at_least"),
    ("at least another 7 people", 7, None, "at_least"),
    ("at least six or seven people", 6, None, "at_least"),
    ("at least one person died", 1, None, "at_least"),
    ("up to 60 personnel", 0, 60, "at_most"),
    ("as many as 200 people", 0, 200, "at_most"),
    ("no more than 20 rebels", 0, 20, "at_most"),
    ("under 20 rebels", 0, 20, "at_most"),
    ("fewer than 20 rebels", 0, 19, "at_most"),
    ("about 70 supporters", 70, 70, "about"),
    ("some 30 others were hurt", 30, 30, "about"),
    ("nearly 40 people", 40, 40, "about"),
    ("an estimated 50 people", 50, 50, "about"),
    ("50 or so people", 50, 50, "about"),
    ("~50 people", 50, 50, "about"),
    ("between 20 and 30 soldiers", 20, 30, "exact"),
    ("between eight and ten rebels", 8, 10, "exact"),
    ("six or seven rebels", 6, 7, "exact"),
    ("Six to eight gunmen fled", 6, 8, "exact"),
    ("20-25 rebels died", 20, 25, "exact"),
    ("an estimated two to three hundred people", 200, 300, "about"),
    ("a total of 13 women", 13, 13, "exact"),
    ("had risen from 9 to 14, he said", 14, 14, "exact"),
    ("another seven people were hurt", 7, 7, "exact"),
    ("Other three persons were hurt", 3, 3, "exact"),
    ("most of the terrorists were killed", 1, None, "share"),
    ("the majority of the rebels died", 1, None, "share"),
    ("a third of the rebels died", 1, None, "share"),
    ("40k people fled", 40000, 40000, "exact"),
    ("a group of 12 migrants was taken", 12, 12, "exact"),
    ("zero casualties", 0, 0, "exact"),
]


@pytest.mark.parametrize(("text", "low", "high", "kind"), VALUES)
def test_values(text: str, low: int, high: int | None, kind: str) -> None:
    n = find_numbers(text)[0]
    assert (n.low, n.high, n.kind, n.use) == (low, high, kind, "count")


USES = [
    ("on 18 October 2023 three died", "18", "date"),
    ("on 18 October 2023 three died", "2023", "date"),
    ("On Oct. 9, 2007, rebels fled", "9", "date"),
    ("since 17 March", "17", "date"),
    ("on June 14 gunmen killed three", "14", "date"),
    ("from 8-14 November", "8-14", "date"),
    ("MAY 3 ATTACK", "3", "date"),
    ("on the 3rd of May", "3", "date"),
    ("In 2014, 200 people died", "2014", "date"),
    ("the 2018 offensive on the port", "2018", "date"),
    ("in the 1990s", "1990", "date"),
    ("report of 2017-02-11 on it", "2017-02", "date"),
    ("At 23:40 a bomb fell", "23", "time"),
    ("at around 4 pm yesterday", "around 4", "time"),
    ("AT ABOUT 4 A.M. THURSDAY", "ABOUT 4", "time"),
    ("at 1400 hours", "1400", "time"),
    ("LIMA, 15 JAN 90 (AGENCY) -- A BOMB", "90", "date"),
    ("AT 0330 ON 25 MARCH", "0330", "time"),
    ("ON THURSDAY AT 1300, FOUR DIED", "1300", "time"),
    ("bars, two of which were destroyed", "two", "things"),
    ("during the first half of June", "half", "share"),
    ("12 km west of the town", "12", "distance"),
    ("about 130 km north of it", "about 130", "distance"),
    ("300 metres away", "300", "distance"),
    ("two kilometres downhill", "two", "distance"),
    ("up to 9 impacts of it", "up to 9", "things"),
    ("impacts of caliber 5.56", "5.56", "calibre"),
    ("155mm shells", "155", "calibre"),
    ("weighing 8 kg", "8", "measure"),
    ("60 percent of the rebels", "60", "percent"),
    ("60% of the rebels", "60", "percent"),
    ("in the 83rd minute", "83", "ordinal"),
    ("within 48 hours", "48", "duration"),
    ("Over the past 24 hours", "24", "duration"),
    ("two days before the attack", "two", "duration"),
    ("a siege of two weeks", "two", "duration"),
    ("a two-day siege", None, None),
    ("several hours later", "several", "duration"),
    ("to demand N50 million", "50 million", "money"),
    ("a $3m grant", "3", "money"),
    ("a wage of 300 taka", "300", "money"),
    ("more than 150 homes burned", "more than 150", "things"),
    ("40 mattresses were taken", "40", "things"),
    ("An estimated 700 families were displaced", "An estimated 700", "things"),
    ("two tanks and a carrier", "two", "equipment"),
    ("four Shahed attack drones", "four", "equipment"),
    ("two S-300 missiles struck", "two", "equipment"),
    ("two S-300 missiles struck", "300", "identifier"),
    ("men with AK-47s fled", "47", "identifier"),
    ("a T-72 was hit", "72", "identifier"),
    ("the highway CA-13 was cut", "13", "identifier"),
    ("fighters of the M23 fled", "23", "identifier"),
    ("Situation Report No. 38", "38", "identifier"),
    ("communique No. 071 said", "071", "identifier"),
    ("resolution 2139 was passed", "2139", "identifier"),
    ("call 08031234567 now", "08031234567", "identifier"),
    ("a crowd in Delmas 75, police said", "75", "identifier"),
    ("Flight 370 carried 239 people", "370", "identifier"),
    ("the 5 Segond gang took him", "5", "name"),
    ("a 3-1 win for them", "3-1", "score"),
    ("Vita won 2-0 on Sunday", "2-0", "score"),
    ("38 hurt, two of them critically", "two", "share"),
    ("28 hurt, nine of them badly", "nine", "share"),
    ("22 hurt, most of them by live fire", "most", "share"),
    ("40 were hurt; 12 seriously.", "12", "share"),
    ("a woman aged 71 was killed", "71", "age"),
    ("Prakash Chakma, 34, is missing", "34", "age"),
    ("a waitress, 17, was hurt", "17", "age"),
    ("The pair, aged 18 and 22, fled", "22", "age"),
    ("between 4 and 71 years old", "between 4 and 71", "age"),
    ("300 children under five died", "under five", "age"),
    ("one after the other", "one", "pronoun"),
    ("one in five children", "five", "ratio"),
    ("12 of the 20 passengers died", "20", "whole"),
    ("The toll rose to 14 from nine.", "nine", "former"),
    ("the 3,000-strong force", "3,000", "compound"),
    ("12 home matches without loss", "12", "things"),
    ("dozens of amendments were killed", "dozens", "things"),
    ("61 attacks on civilians", "61", "things"),
]


@pytest.mark.parametrize(("text", "words", "use"), USES)
def test_uses(text: str, words: str | None, use: str | None) -> None:
    found = find_numbers(text)
    if words is None:
        assert not [n for n in found if n.use == "count"]
    else:
        assert the(text, found, words).use == use


NOUNS = [
    ("killing nine small Taliban fighters", "fighters", "combatants", None),
    ("13 women and girls were taken", "women and girls", "civilians", "women and children"),
    ("118 Burundian soldiers", "soldiers", "combatants", None),
    ("two off-duty policemen", "policemen", "combatants", None),
    ("nine suspected gang members", "gang members", "unknown", None),
    ("FOUR BOREHOLE DRILLERS SHOT", "DRILLERS", "civilians", None),
    ("four more men were killed", "men", "unknown", None),
    ("three young men at a roadblock", "men", "unknown", None),
    ("three of the marchers", "marchers", "civilians", None),
    ("about 70 of her supporters", "supporters", "civilians", None),
    ("412 civilian deaths", "civilian deaths", "civilians", None),
    ("two Palestinians were shot", "Palestinians", "unknown", None),
    ('six "crusaders" killed', "crusaders", "civilians", None),
    ("two former soldiers died", "soldiers", "civilians", None),
    ("five women soldiers died", "soldiers", "combatants", None),
    ("12 soldiers and civilians died", "soldiers and civilians", "unknown", None),
    ("200 military police came", "military police", "combatants", None),
    ("22 wounded and five missing", "wounded", "unknown", None),
    ("six armed fighters killed in it", "fighters", "combatants", None),
    ("three workers' leaders", "leaders", "civilians", None),
    ("six children died", "children", "civilians", "children"),
    ("some 200 Rohingya were killed", "Rohingya", "unknown", None),
    ("killing five Fulani herders", "herders", "civilians", None),
    ("five were killed", None, None, None),
    ("14 died near three villages", None, None, None),
    ("wounding 69, officials said", None, None, None),
    ("lost one of its own", None, None, None),
]


@pytest.mark.parametrize(("text", "noun", "group", "part"), NOUNS)
def test_nouns(text: str, noun: str | None, group: str | None, part: str | None) -> None:
    n = find_numbers(text)[0]
    assert (n.use, n.noun, n.group, n.part) == ("count", noun, group, part)
    assert n.people is (noun is not None)


SINGLE = [
    ("killing a street vendor and two officers", "a street vendor", 1, "civilians"),
    ("killed a 12-year-old girl in it", "a 12-year-old girl", 1, "civilians"),
    ("A shepherd lost his leg", "A shepherd", 1, "civilians"),
    ("her husband was injured", "her husband", 1, "civilians"),
    ("A ranger and a waitress, 17, were injured", "A ranger", 1, "combatants"),
    ("A ranger and a waitress, 17, were injured", "a waitress", 1, "civilians"),
    ("AN ENGINEER WAS GUNNED DOWN", "AN ENGINEER", 1, "civilians"),
    ("DRIVER DEAD, THREE RESERVISTS HURT", "DRIVER", 1, "unknown"),
    ("a mob beat a man to death", "a man", 1, "unknown"),
    ("shot a polio worker's police escort in town", "a polio worker's police escort", 1, "combatants"),
    ("bodies of an elderly couple were found", "an elderly couple", 2, "civilians"),
    ("The pair, aged 18 and 22, fled", "The pair", 2, None),
    ("a grenade injured a lieutenant", "a lieutenant", 1, "combatants"),
    ("an assistant village head and his wife died", "an assistant village head and his wife", 2, "civilians"),
    ("A couple and their three children died", "A couple and their three children", 5, "civilians"),
    ("a mother and her two daughters died", "a mother and her two daughters", 3, "civilians"),
    ("A US citizen was shot", "A US citizen", 1, "civilians"),
    ("A U.S. soldier was killed", "A U.S. soldier", 1, "combatants"),
    ("A teacher told us citizens were shot", "A teacher", 1, "civilians"),
    ("a mother and child were hurt", "a mother and child", 2, "civilians"),
    ("A man, his wife and three children died", "A man, his wife and three children", 5, "civilians"),
    ("A woman, 34, and her two children died", "A woman, 34, and her two children", 3, "civilians"),
    ("a family of five was killed", "five", 5, "civilians"),
    ("men had picked up a third from his house", "a third", 1, None),
    ("three soldiers and a Palestinian were killed", "a Palestinian", 1, "unknown"),
]


@pytest.mark.parametrize(("text", "words", "count", "group"), SINGLE)
def test_single_persons_and_families(text: str, words: str, count: int, group: str | None) -> None:
    n = the(text, find_people(text), words)
    assert (n.low, n.high, n.group, n.people) == (count, count, group, True)


NOBODY_COUNTED = [
    "a police station was hit",
    "the journalist's house was hit",
    "a general strike began",
    "a Palestinian village was raided",
    "a second later it fell",
    "the fighter jets flew off",
    "two hospital wards burned",
    "the army and its allies",
    "an officers' mess burned",
    "the National Guard was called",
]


@pytest.mark.parametrize("text", NOBODY_COUNTED)
def test_things_are_no_people(text: str) -> None:
    assert [n.text for n in find_people(text) if not n.bare] == []


PARTS = [
    ("killing six civilians, including four children, and injuring nine", "six", "civilians", [("including four children", "children", 4, 4)]),
    ("31 worshippers, most of them policemen, died", "31", "unknown", [("most of them policemen", "combatants", 16, 31)]),
    ("12 died, most of them civilians", "12", None, [("most of them civilians", "civilians", 7, 12)]),
    ("dozens died, mostly civilians", "dozens", None, [("mostly civilians", "civilians", 13, None)]),
    ("another seven people, two of them soldiers on leave", "another seven", "unknown", [("two of them soldiers", "combatants", 2, 2)]),
    ("Five peasants, among them one minor, died", "Five", "civilians", [("among them one minor", "children", 1, 1)]),
    ("two of the dead were its fighters", "two", "unknown", [("two of the dead were its fighters", "combatants", 2, 2)]),
    ("A couple and their three children died", "A couple and their three children", "civilians", [("their three children", "children", 3, 3)]),
    ("killed 20 people, half of them children", "20", "unknown", [("half of them children", "children", 10, 10)]),
    ("15 people, most of whom were women and children, died", "15", "unknown",
     [("most of whom were women and children", "women and children", 8, 15)]),
    ("killed 3 students, including a 14-year-old boy and a pregnant woman", "3", "civilians",
     [("including a 14-year-old boy", "children", 1, 1), ("a pregnant woman", "women", 1, 1)]),
    ("12 people died, two children among them", "12", "unknown", [("two children among them", "children", 2, 2)]),
    ("Twelve people - five soldiers and seven civilians - died", "Twelve", "unknown",
     [("five soldiers", "combatants", 5, 5), ("seven civilians", "civilians", 7, 7)]),
    ("Of the 12 dead, seven were civilians", "12", "unknown", [("seven were civilians", "civilians", 7, 7)]),
    ("nine fighters, a shadow governor among them, died", "nine", "combatants", []),
    ("the 23 dead include five children", "23", "unknown", [("include five children", "children", 5, 5)]),
    ("FOUR DEAD, ALL OF THEM CUSTOMERS", "FOUR", "civilians", []),
    ("eight dead, all of them soldiers, and three guns", "eight", "combatants", []),
    ("The two, both former students, died", "two", "civilians", []),
    ("Three were killed, all of them on a wanted list", "Three", None, []),
    ("38 students hurt, two of them critically", "38", "civilians", []),
    ("12 people and two children died", "12", "unknown", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "group", "parts"), PARTS)
def test_parts(text: str, words: str, group: str | None, parts: list[tuple[str, str, int, int | None]]) -> None:
    n = the(text, find_people(text), words)
    assert n.group == group
    assert [(p.text, p.group, p.low, p.high) for p in n.parts] == parts
    assert all(text[p.start : p.end] == p.text for p in n.parts)


def test_numbers_in_parts_are_not_counted_again() -> None:
    found = find_people("killing six civilians, including four children, and injuring at least nine")
    assert [n.text for n in found] == ["six", "at least nine"]


ZEROS = [
    ("Nobody was hurt, they said.", "all"),
    ('and that "nobody was harmed"', "all"),
    ("No one was inside.", "all"),
    ("suffered no casualties", "all"),
    ("The town fell without casualties", "all"),
    ("no civilians were harmed", "all"),
    ("None of the soldiers was hurt", "all"),
    ("NO ONE WAS KILLED OR INJURED", "all"),
    ("There were no injuries", "injured"),
    ("nobody was wounded", "injured"),
    ("no deaths were reported", "killed"),
    ("no one was killed", "killed"),
    ("without loss of life", "killed"),
]


@pytest.mark.parametrize(("text", "zero"), ZEROS)
def test_zero(text: str, zero: str) -> None:
    n = next(n for n in find_numbers(text) if n.zero)
    assert (n.low, n.high, n.kind, n.zero) == (0, 0, "exact", zero)
    assert text[n.start : n.end] == n.text


@pytest.mark.parametrize(
    "text",
    ["Nobody has claimed it", "no immediate reports of casualties", "no offensive operations", "a shot without reply"],
)
def test_no_zero(text: str) -> None:
    assert not [n for n in find_numbers(text) if n.zero]


def test_flags() -> None:
    assert find_numbers("Two soldiers died and as many were hurt")[1].as_many
    assert find_numbers("injuring another seven")[0].another
    assert find_numbers("some 30 others were hurt")[0].another
    assert find_numbers("Two of them died later")[0].of_them
    assert find_numbers("all three were at home")[0].all
    assert find_numbers("the two bombers")[0].definite
    assert not find_numbers("two bombers")[0].definite
    assert find_numbers("22 wounded")[0].outcome == "injured"
    assert find_numbers("17 bodies")[0].outcome == "killed"
    assert the("", find_people("killing civilians in it")).bare


def test_at_least_holds_for_both() -> None:
    found = find_numbers("At least 14 people were killed and 32 wounded when it fell")
    assert [(n.low, n.high, n.carried) for n in found] == [(14, None, False), (32, None, True)]
    plain = find_numbers("killing at least six, and 32 soldiers came")
    assert (plain[1].low, plain[1].high) == (32, 32)


AGES = [
    ("a woman aged 71 was killed", [71]),
    ("killed a 12-year-old girl", [12]),
    ("Prakash Chakma, 34, is missing", [34]),
    ("A ranger and a waitress, 17, were injured", [17]),
    ("aged 11 and 14, were let go", [11, 14]),
    ("Their daughter, 6, was unhurt", [6]),
    ("Rahim (45) died", [45]),
    ("an 18-month-old baby died", [1]),
    ("aged six", [6]),
    ("On Tuesday, 34 people died", []),
    ("in Kabul, 14 were killed", []),
    ("On May 3, 14 soldiers died", []),
    ("12 people, 34 of them", []),
    ("a 12-year war", []),
]


@pytest.mark.parametrize(("text", "ages"), AGES)
def test_ages(text: str, ages: list[int]) -> None:
    found = find_ages(text, 5)
    assert [a for _, _, a in found] == ages
    assert all(text[s - 5 : e - 5].isalnum() for s, e, _ in found)


def test_offsets_are_of_the_article() -> None:
    lead = "Ünïcode 🚑 first. "
    text = "At least 14 people, including two children, were killed and a shepherd hurt."
    article = lead + text
    for n in (*find_numbers(text, len(lead)), *find_people(text, len(lead))):
        assert article[n.start : n.end] == n.text
        if n.noun is not None:
            assert article[n.noun_start : n.noun_end] == n.noun
        assert all(article[p.start : p.end] == p.text for p in n.parts)


def _examples() -> list[tuple[str, int, int | None, str]]:
    w = number_words()
    return [(e.text, *e.value) for e in (*w.vague_examples, *w.before_examples) if e.value is not None]


@pytest.mark.parametrize(("text", "low", "high", "kind"), _examples())
def test_value_examples_of_the_data(text: str, low: int, high: int | None, kind: str) -> None:
    n = next(n for n in find_numbers(text) if n.use == "count")
    assert (n.low, n.high, n.kind) == (low, high, kind)


@pytest.mark.parametrize(
    "example", [*number_words().unit_examples, *number_words().label_examples], ids=lambda e: e.text
)
def test_use_examples_of_the_data(example: object) -> None:
    found = find_numbers(example.text)  # type: ignore[attr-defined]
    at = example.at  # type: ignore[attr-defined]
    assert (found[0] if at is None else the("", found, at)).use == example.use  # type: ignore[attr-defined]


def test_zero_examples_of_the_data() -> None:
    zero = number_words().zero
    for e in zero.examples:
        assert [n.zero for n in find_numbers(e["text"]) if n.zero] == [e["zero"]], e
    for text in zero.not_:
        assert not [n for n in find_numbers(text) if n.zero], text


@pytest.mark.parametrize("kind", people_words().people, ids=lambda k: k.id)
def test_people_examples_of_the_data(kind: object) -> None:
    for text in kind.examples:  # type: ignore[attr-defined]
        groups = [n.group for n in find_people(text) if n.people and not n.bare]
        assert kind.group in groups or "412" in text, text  # type: ignore[attr-defined]
    for text in kind.not_:  # type: ignore[attr-defined]
        assert not [n.text for n in find_people(text) if n.people and not n.bare], text


def test_no_noun_stands_in_two_groups() -> None:
    seen: dict[str, str] = {}
    for kind in people_words().people:
        for noun in kind.nouns:
            assert seen.setdefault(noun, kind.id) == kind.id, noun


HOSTILE = [
    "(",
    '"',
    "1",
    "1,",
    "1,1,11,",
    "1-",
    "two ",
    "a man and his ",
    "including ",
    "of ",
    "A 1 ",
    "no one ",
    "over ",
    "'s ",
    "١",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read(piece: str) -> None:
    text = (piece * 4000)[:4000] + "\nA blast killed 17 civilians."
    for find in (find_numbers, find_people):
        found = find(text, 7)
        assert all(text[n.start - 7 : n.end - 7] == n.text for n in found)
        assert found[-1].low == 17


def test_a_long_line_is_read() -> None:
    assert find_people("(" * 100_000 + " killing six civilians")[0].low == 6
    assert find_numbers("9" * 200_000)[0].use == "identifier"
