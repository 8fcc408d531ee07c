"""Verbs that a small parser takes for participles or nouns."""

import pytest

from dateline.annotate.hidden import Columns

# word/tag/label>head, as the small parser gives them; the verb that is found, its subject, its object
HIDDEN = [
    (
        "The/DT/det>4 Air/NNP/compound>2 Force/NNP/compound>4 struck/VBN/amod>4 gatherings/NNS/root>4 of/IN/case>6 fighters/NNS/nmod>4 ././punct>4",
        "struck", "Force", "gatherings",
    ),
    (
        "Youths/NNS/compound>2 stoned/VBD/amod>2 police/NNS/root>2 on/IN/case>4 Monday/NNP/nmod>2 ././punct>2",
        "stoned", "Youths", "police",
    ),
    (
        "Men/NNP/root>0 of/IN/case>4 the/DT/det>4 gang/NN/compound>4 shot/NN/nmod>0 on/IN/case>6 Sunday/NNP/nmod>4 ././punct>0",
        "shot", "Men", None,
    ),
    (
        "Gunmen/NNS/nsubj>1 dressed/VBN/root>1 in/IN/case>4 black/JJ/amod>4 shot/NN/obl>1 the/DT/det>6 mayor/NN/obj>1 ././punct>1",
        "shot", "Gunmen", "mayor",
    ),
    (
        "Israeli/JJ/amod>1 jets/NNS/nsubj>6 bombed/VBN/amod>3 sites/NNS/appos>1 ,/,/punct>3 agencies/NNS/nsubj>6 reported/VBD/root>6 ././punct>6",
        "bombed", "jets", "sites",
    ),
    (
        "Members/NNS/root>0 of/IN/case>3 the/DT/det>3 gang/NN/nmod>0 stormed/VBN/acl>0 through/IN/case>6 Jos/NNP/obl>4 ././punct>0",
        "stormed", "Members", None,
    ),
    (
        "Fighters/NNS/root>0 in/IN/case>2 black/JJ/nmod>0 killed/VBN/acl>0 nine/CD/nummod>5 men/NNS/obj>3 ././punct>0",
        "killed", "Fighters", "men",
    ),
]  # fmt: skip
PLANS = "The/DT/det>2 army/NN/compound>2 plans/NNS/root>2 to/TO/mark>4 retake/VB/acl>2 Sake/NNP/obj>4 ././punct>2"
PLAIN = [
    "He/PRP/nsubj>1 fired/VBD/root>1 a/DT/det>3 shot/NN/obj>1 at/IN/case>5 them/PRP/obl>1 ././punct>1",
    "A/DT/det>2 warning/NN/compound>2 shot/NN/root>2 on/IN/case>4 Sunday/NNP/nmod>2 ././punct>2",
    "Six/CD/nummod>1 miners/NNS/nsubj>2 shot/NN/root>2 at/IN/case>4 Kech/NNP/obl>2",
    "A/DT/det>1 town/NN/root>1 stormed/VBN/acl>1 by/IN/case>4 rebels/NNS/obl>2 ././punct>1",
    "A/DT/det>1 hill/NN/root>1 called/VBN/acl>1 the/DT/det>4 Horn/NNP/obj>2 ././punct>1",
    "The/DT/det>3 army/NN/compound>3 wounded/VBN/amod>3 men/NNS/nsubj>5 were/VBD/aux>5 flown/VBN/root>5 out/RP/prt>5 ././punct>5",
]


def columns(row: str) -> Columns:
    parts = [token.rsplit("/", 2) for token in row.split()]
    words = [p[0] for p in parts]
    label = [p[2].split(">") for p in parts]
    return Columns(
        words,
        [w.lower() for w in words],
        ["VERB" if p[1].startswith("VB") else "NOUN" for p in parts],
        [p[1] for p in parts],
        [x[0] for x in label],
        [int(x[1]) for x in label],
    )


@pytest.mark.parametrize(("row", "verb", "subject", "governed"), HIDDEN)
def test_a_hidden_verb_takes_its_subject_and_its_object(
    row: str, verb: str, subject: str, governed: str | None
) -> None:
    c = columns(row)
    assert c.unhide()
    i = c.words.index(verb)
    assert (c.tag[i], c.pos[i]) == ("VBD", "VERB")
    assert [c.words[k] for k, h in enumerate(c.head) if h == i and c.dep[k] == "nsubj"] == [subject]
    assert [c.words[k] for k, h in enumerate(c.head) if h == i and c.dep[k] == "obj"] == (
        [governed] if governed else []
    )


@pytest.mark.parametrize(("row", "verb", "subject", "governed"), HIDDEN)
def test_the_tree_stays_a_tree(row: str, verb: str, subject: str, governed: str | None) -> None:
    c = columns(row)
    c.unhide()
    for k in range(len(c.words)):
        seen = set()
        while c.head[k] != k:
            assert k not in seen
            seen.add(k)
            k = c.head[k]


@pytest.mark.parametrize("row", PLAIN)
def test_a_shot_that_is_one_and_a_headline_stay_as_they_are(row: str) -> None:
    c = columns(row)
    before = (list(c.tag), list(c.dep), list(c.head))
    assert not c.unhide()
    assert (c.tag, c.dep, c.head) == before


def test_who_plans_is_the_subject_of_a_verb() -> None:
    c = columns(PLANS)
    assert c.unhide()
    assert (c.tag[2], c.dep[2], c.dep[1], c.head[1]) == ("VBZ", "root", "nsubj", 2)
    assert (c.dep[4], c.head[4]) == ("xcomp", 2)
