"""The role view answers alike whether a tree is labelled as in Universal Dependencies or as in spaCy's own pipelines."""

from typing import NamedTuple

import pytest
import spacy
from spacy.tokens import Doc

from dateline.annotate.roles import View

VOCAB = spacy.blank("en").vocab


class Tree(NamedTuple):
    """One sentence: words with tags; heads and labels in UD, and in ClearNLP where they differ."""

    words: str
    tags: str
    pos: str
    ud: str
    clear: str


def rows(spec: str) -> tuple[list[int], list[str]]:
    pairs = [item.split("@") for item in spec.split()]
    return [int(head) for head, _ in pairs], [label for _, label in pairs]


def view(tree: Tree, scheme: str) -> View:
    heads, deps = rows(getattr(tree, scheme))
    words = tree.words.split()
    return View(Doc(VOCAB, words=words, tags=tree.tags.split(), pos=tree.pos.split(), heads=heads, deps=deps))


# "head@label" for each word.
ACTIVE = Tree(
    "Gunmen killed five farmers in Tera .",
    "NNS VBD CD NNS IN NNP .",
    "NOUN VERB NUM NOUN ADP PROPN PUNCT",
    "1@nsubj 1@root 3@nummod 1@obj 5@case 1@obl 1@punct",
    "1@nsubj 1@ROOT 3@nummod 1@dobj 1@prep 4@pobj 1@punct",
)
PASSIVE = Tree(
    "Five farmers were killed by gunmen near Tera .",
    "CD NNS VBD VBN IN NNS IN NNP .",
    "NUM NOUN AUX VERB ADP NOUN ADP PROPN PUNCT",
    "1@nummod 3@nsubj:pass 3@aux:pass 3@root 5@case 3@obl:agent 7@case 3@obl 3@punct",
    "1@nummod 3@nsubjpass 3@auxpass 3@ROOT 3@agent 4@pobj 3@prep 6@pobj 3@punct",
)
MARCHED = Tree(
    "Students marched in Tera .",
    "NNS VBN IN NNP .",
    "NOUN VERB ADP PROPN PUNCT",
    "0@root 0@acl 3@case 1@obl 0@punct",
    "0@ROOT 0@acl 1@prep 2@pobj 0@punct",
)
BEATEN = Tree(MARCHED.words.replace("marched", "beaten"), *MARCHED[1:])
REDUCED = Tree(
    "Troops killed in Homs came home .",
    "NNS VBN IN NNP VBD RB .",
    "NOUN VERB ADP PROPN VERB ADV PUNCT",
    "4@nsubj 0@acl 3@case 1@obl 4@root 4@advmod 4@punct",
    "4@nsubj 0@acl 1@prep 2@pobj 4@ROOT 4@advmod 4@punct",
)
NOUN = Tree(
    "The killing of two priests by rebels shocked Goma .",
    "DT NN IN CD NNS IN NNS VBD NNP .",
    "DET NOUN ADP NUM NOUN ADP NOUN VERB PROPN PUNCT",
    "1@det 7@nsubj 4@case 4@nummod 1@nmod 6@case 1@nmod 7@root 7@obj 7@punct",
    "1@det 7@nsubj 1@prep 4@nummod 2@pobj 1@prep 5@pobj 7@ROOT 7@dobj 7@punct",
)
SHARED = Tree(
    "Rebels attacked Bunia and burned houses .",
    "NNS VBD NNP CC VBD NNS .",
    "NOUN VERB PROPN CCONJ VERB NOUN PUNCT",
    "1@nsubj 1@root 1@obj 4@cc 1@conj 4@obj 1@punct",
    "1@nsubj 1@ROOT 1@dobj 1@cc 1@conj 4@dobj 1@punct",
)
DENIED = Tree(
    "The army did not attack the town .",
    "DT NN VBD RB VB DT NN .",
    "DET NOUN AUX PART VERB DET NOUN PUNCT",
    "1@det 4@nsubj 4@aux 4@advmod 4@root 6@det 4@obj 4@punct",
    "1@det 4@nsubj 4@aux 4@neg 4@ROOT 6@det 4@dobj 4@punct",
)
RELATIVE = Tree(
    "The men who shot him fled .",
    "DT NNS WP VBD PRP VBD .",
    "DET NOUN PRON VERB PRON VERB PUNCT",
    "1@det 5@nsubj 3@nsubj 1@acl:relcl 3@obj 5@root 5@punct",
    "1@det 5@nsubj 3@nsubj 1@relcl 3@dobj 5@ROOT 5@punct",
)
PARTICIPLE = Tree(
    "A bomb exploded , killing six .",
    "DT NN VBD , VBG CD .",
    "DET NOUN VERB PUNCT VERB NUM PUNCT",
    "1@det 2@nsubj 2@root 4@punct 2@advcl 4@obj 2@punct",
    "1@det 2@nsubj 2@ROOT 2@punct 2@advcl 4@dobj 2@punct",
)
PURPOSE = Tree(
    "Soldiers tried to retake Gao .",
    "NNS VBD TO VB NNP .",
    "NOUN VERB PART VERB PROPN PUNCT",
    "1@nsubj 1@root 3@mark 1@xcomp 3@obj 1@punct",
    "1@nsubj 1@ROOT 3@aux 1@xcomp 3@dobj 1@punct",
)
QUOTED = Tree(
    "Police said that militants had seized the post .",
    "NNS VBD IN NNS VBD VBN DT NN .",
    "NOUN VERB SCONJ NOUN AUX VERB DET NOUN PUNCT",
    "1@nsubj 1@root 5@mark 5@nsubj 5@aux 1@ccomp 7@det 5@obj 1@punct",
    "1@nsubj 1@ROOT 5@mark 5@nsubj 5@aux 1@ccomp 7@det 5@dobj 1@punct",
)
OWNED = Tree(
    "Mali 's army shelled Kidal overnight .",
    "NNP POS NN VBD NNP RB .",
    "PROPN PART NOUN VERB PROPN ADV PUNCT",
    "2@nmod:poss 0@case 3@nsubj 3@root 3@obj 3@advmod 3@punct",
    "2@poss 0@case 3@nsubj 3@ROOT 3@dobj 3@advmod 3@punct",
)
LONG = Tree(
    "Fighters from Syria entered Afrin with tanks on Friday .",
    "NNS IN NNP VBD NNP IN NNS IN NNP .",
    "NOUN ADP PROPN VERB PROPN ADP NOUN ADP PROPN PUNCT",
    "3@nsubj 2@case 0@nmod 3@root 3@obj 6@case 3@obl 8@case 3@obl 3@punct",
    "3@nsubj 0@prep 1@pobj 3@ROOT 3@dobj 3@prep 5@pobj 3@prep 7@pobj 3@punct",
)
TREES = [ACTIVE, PASSIVE, REDUCED, NOUN, SHARED, DENIED, RELATIVE, PARTICIPLE, PURPOSE, QUOTED, OWNED, LONG]


@pytest.mark.parametrize("tree", TREES, ids=lambda t: t.words)
def test_both_labellings_give_the_same_answers(tree: Tree) -> None:
    one, two = view(tree, "ud"), view(tree, "clear")
    for i in range(len(one)):
        if one.verbal(i) and one.pos[i] != "AUX":
            assert one.subject(i) == two.subject(i)
            assert one.object(i) == two.object(i)
            assert one.agent(i) == two.agent(i)
            assert one.passive(i) == two.passive(i)
            assert one.negated(i) == two.negated(i)
            assert one.tense(i) == two.tense(i)
            assert one.clause(i) == two.clause(i)
        if one.verbal(i) or one.pos[i] == "NOUN":
            assert sorted(one.preps(i)) == sorted(two.preps(i))
        if one.pos[i] in ("NOUN", "PROPN"):
            assert one.phrase(i) == two.phrase(i)


@pytest.mark.parametrize("scheme", ["ud", "clear"])
class TestAnswers:
    def test_active(self, scheme: str) -> None:
        v = view(ACTIVE, scheme)
        assert (v.subject(1), v.object(1), v.passive(1), v.preps(1)) == (0, 3, False, [("in", 5)])
        assert v.phrase(3) == (2, 4)

    def test_passive(self, scheme: str) -> None:
        v = view(PASSIVE, scheme)
        assert (v.subject(3), v.agent(3), v.object(3), v.passive(3)) == (1, 5, None, True)

    def test_reduced_passive(self, scheme: str) -> None:
        v = view(REDUCED, scheme)
        assert v.subject(1) == 0
        assert v.passive(1)

    def test_those_who_march_are_not_marched(self, scheme: str) -> None:
        v = view(MARCHED, scheme)
        assert (v.passive(1), v.subject(1)) == (False, 0)
        assert view(BEATEN, scheme).passive(1)

    def test_event_noun(self, scheme: str) -> None:
        v = view(NOUN, scheme)
        assert v.agent(1) == 6
        assert ("of", 4) in v.preps(1)

    def test_a_shared_subject(self, scheme: str) -> None:
        v = view(SHARED, scheme)
        assert (v.subject(4), v.object(4)) == (0, 5)

    def test_denial(self, scheme: str) -> None:
        assert view(DENIED, scheme).negated(4)
        assert not view(ACTIVE, scheme).negated(1)

    def test_relative_clause(self, scheme: str) -> None:
        assert view(RELATIVE, scheme).subject(3) == 1

    def test_control(self, scheme: str) -> None:
        assert view(PURPOSE, scheme).subject(3) == 0

    def test_tense(self, scheme: str) -> None:
        v = view(QUOTED, scheme)
        assert (v.tense(5), v.tense(1)) == ("pluperfect", "past")

    def test_code_points(self, scheme: str) -> None:
        v = view(ACTIVE, scheme)
        assert v.text[v.starts[3] : v.ends[3]] == "farmers"
        assert v.at(v.starts[2], v.ends[3]) == [2, 3]
        assert v.token_at(v.starts[3] + 2) == 3
        assert v.token_at(v.ends[0]) is None
        assert v.token_at(10_000) is None
