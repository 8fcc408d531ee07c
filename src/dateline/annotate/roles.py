"""The role view: the only door to a parse. Rules ask it for subjects, objects and agents; nobody else reads ``dep_``.

It holds one sentence in Universal Dependencies terms. Trees in spaCy's ClearNLP labels (``en_core_web_*``) are turned into
the same terms on the way in: a ClearNLP preposition heads its noun, in UD it hangs on it as ``case``.
Positions are token indices in the sentence; ``start``/``end`` are code points in the sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.annotate.hidden import Columns

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLAUSAL = frozenset(
    {"root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "xcomp", "dep", "relcl"}
)
_SIMPLE = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "poss": "nmod:poss", "relcl": "acl:relcl",
    "neg": "advmod", "prt": "compound:prt", "npadvmod": "obl:npmod", "dative": "iobj", "nn": "compound", "ROOT": "root", "acomp": "xcomp",
    "attr": "xcomp", "oprd": "xcomp", "preconj": "cc", "nounmod": "nmod", "pcomp": "advcl",
}  # fmt: skip
_NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "without", "cannot"})
_MODIFIERS = frozenset({"det", "amod", "nummod", "compound", "nmod:poss", "flat", "nmod:npmod", "advmod", "case", "punct", "appos", "nmod", "acl", "goeswith", "fixed", "obl:npmod", "nmod:unmarked", "flat:name", "cc", "conj", "det:predet", "nmod:desc"})  # fmt: skip
_LEFT = frozenset(
    "det amod nummod compound nmod:poss flat nmod:npmod goeswith nmod:unmarked nmod:desc det:predet".split()
)


_CLEARNLP = frozenset({"pobj", "dobj", "nsubjpass", "prep"})
_LABELS: dict[int, str] = {}  # spaCy's numbers of tags and labels: the same in every pipeline, a few hundred in all


@cache
def _base(label: str) -> str:
    return label.split(":", 1)[0]


def _spelt(doc: Doc, numbers: list[int]) -> list[str]:
    """The names of tags or labels given by spaCy's numbers. A root is "root" in every scheme."""
    try:
        return [_LABELS[n] for n in numbers]
    except KeyError:
        strings = doc.vocab.strings
        _LABELS.update({n: strings[n % 2**64] for n in numbers})
        _LABELS.update({n: "root" for n in numbers if _LABELS[n] == "ROOT"})
        return [_LABELS[n] for n in numbers]


_PARTICIPLES = frozenset(("slain", "slayed", "felled", "hacked", "gunned", "ambushed", "neutralised", "neutralized"))
_INTRANSITIVE = frozenset(
    "marched gathered rallied went came poured converged assembled demonstrated protested walked clashed skirmished erupted exploded occurred died fought".split()
)  # never passive, whatever a small parser makes of them

_STOPS = frozenset('.!?"”')
_BUSY = frozenset(
    "escorting guarding protecting carrying transporting riding wearing driving manning patrolling wielding brandishing holding using".split()
)


class View:
    """One parsed sentence. Cheap to make; answers come from plain lists, and the Doc is not needed any more."""

    __slots__ = ("_bases", "_verbal", "children", "cut", "dep", "ends", "head", "low", "pos", "starts", "tag", "text", "words")  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.user_data.get("text") or doc.text
        self.cut: bool = bool(doc.user_data.get("cut"))  # only the first words of the sentence are here
        columns = doc.to_array(["IDX", "LENGTH", "HEAD", "POS", "TAG", "DEP"]).astype("int64").T.tolist()
        self.starts: list[int] = columns[0]
        self.ends = [start + length for start, length in zip(columns[0], columns[1], strict=True)]
        self.words = [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.low = [w.lower() for w in self.words]
        self.head: list[int] = [i + step for i, step in enumerate(columns[2])]
        self.pos, self.tag, self.dep = (_spelt(doc, column) for column in columns[3:])
        if not _CLEARNLP.isdisjoint(self.dep):
            self._from_clearnlp()
        Columns(self.words, self.low, self.pos, self.tag, self.dep, self.head).unhide()
        self._verbal = [
            p == "VERB" or p == "AUX" or t.startswith("VB") for p, t in zip(self.pos, self.tag, strict=True)
        ]
        for i, word in enumerate(self.low[:-1]):
            if word == "resulted" and self.head[i + 1] == i and self.tag[i + 1] in ("VBN", "VBD", "JJ"):
                self._auxiliary(i)
            elif word == "aged" and i and self.tag[i + 1] == "CD" and self.head[i - 1] == i:
                self._age(i)
        self._bases = [_base(label) for label in self.dep]
        self.children: list[list[int]] = [[] for _ in self.words]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)

    def __len__(self) -> int:
        return len(self.words)

    def _auxiliary(self, i: int) -> None:
        """ "Five resulted massacred": ``i`` only carries the tense of the passive participle behind it."""
        head, dep = self.head, self.dep
        for k, h in enumerate(head):
            if h == i and k not in (i, i + 1):
                head[k] = i + 1
        head[i + 1], dep[i + 1] = (i + 1, dep[i]) if head[i] == i else (head[i], dep[i])
        head[i], dep[i] = i + 1, "aux:pass"

    def _age(self, i: int) -> None:
        """ "A man aged 67 died": the age is an aside of its noun, not the verb of the sentence."""
        head, dep = self.head, self.dep
        verb = next((k for k in range(i + 2, len(head)) if head[k] == i and self.verbal(k)), None)
        if verb is not None:
            head[verb], dep[verb] = (verb if head[i] == i else head[i]), dep[i]
        elif head[i] > i + 1 and self.verbal(head[i]):
            verb = head[i]
        else:
            return
        for k, h in enumerate(head):
            if h == i and k not in (i + 1, verb):
                head[k] = verb
        head[i], dep[i] = i - 1, "acl"

    def _from_clearnlp(self) -> None:
        """Rewrite heads and labels to UD: nouns take the place of their prepositions."""
        dep, head = [_SIMPLE.get(d, d) for d in self.dep], list(self.head)
        for i, d in enumerate(self.dep):
            if d != "pobj":
                continue
            prep = self.head[i]
            over = self.head[prep]
            while self.dep[over] == "prep" and over != self.head[over]:
                over = self.head[over]
            verbal = self.pos[over] in ("VERB", "AUX")
            dep[i] = "obl:agent" if self.dep[prep] == "agent" else "obl" if verbal else "nmod"
            head[i], head[prep], dep[prep] = over, i, "case"
        self.dep, self.head = dep, head

    # -- words
    def at(self, start: int, end: int) -> list[int]:
        """Tokens that lie in the code points ``start``–``end`` of the sentence."""
        return list(range(bisect_left(self.starts, start), bisect_right(self.ends, end)))

    def token_at(self, offset: int) -> int | None:
        """The token that covers this code point."""
        i = bisect_right(self.ends, offset)
        return i if i < len(self) and self.starts[i] <= offset else None

    def verbal(self, i: int) -> bool:
        """Whether ``i`` is a verb, by its class or its tag."""
        return self._verbal[i]

    # -- relations
    def kids(self, i: int, *labels: str) -> list[int]:
        """Dependents of ``i`` whose label is one of ``labels`` or a subtype of one."""
        children = self.children[i]
        if not children:
            return []
        dep, bases = self.dep, self._bases
        return [c for c in children if bases[c] in labels or dep[c] in labels]

    def base(self, i: int) -> str:
        """The label of ``i`` without its subtype."""
        return self._bases[i]

    def chain(self, i: int) -> Iterator[int]:
        """``i`` and everything above it, root last."""
        seen = 0
        while seen <= len(self):
            yield i
            if self.head[i] == i:
                return
            i, seen = self.head[i], seen + 1

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and all that is coordinated with it, in order."""
        first = i
        while self.base(first) == "conj" and self.head[first] != first:
            first = self.head[first]
        out, queue = [], [first]
        while queue:
            j = queue.pop(0)
            out.append(j)
            queue.extend(c for c in self.children[j] if self.base(c) == "conj")
        return sorted(out)

    def passive(self, i: int) -> bool:
        """Whether the verb ``i`` stands in the passive, auxiliary or reduced ("troops killed by …")."""
        if self.kids(i, "aux:pass") or (
            self.low[i] in _PARTICIPLES and i and self.low[i - 1] in ("was", "were", "been")
        ):
            return True  # "were slain", which a small parser takes for no verb of theirs
        if self.low[i] in _INTRANSITIVE:
            return False
        if self.kids(i, "obj"):  # "a mob burned down an office", whatever label a small parser gives the mob
            return False
        if self.low[i] == "fired" and self.tag[i] == "VBD" and not self.kids(i, "obl:agent"):
            return False  # "Unknown persons on a motorbike fired at a man"
        if self.kids(i, "nsubj:pass", "obl:agent"):
            return True
        if self.tag[i] == "VBN" and self.base(i) == "root" and self.words[-1] not in _STOPS and not self.kids(i, "aux"):
            return True  # "Six miners shot dead in Kech": a headline
        if self.tag[i] == "VBN" and self.base(i) == "conj" and not self.kids(i, "nsubj", "aux"):
            return bool(self.kids(self.head[i], "aux:pass"))  # "were pulled from a bus and then shot dead"
        return self.tag[i] == "VBN" and self.base(i) == "acl"

    def subject(self, i: int) -> int | None:
        """The subject of the clause of ``i``: its own, the one it shares by coordination or control, or the noun it modifies."""
        seen = 0
        while seen < 12:
            seen += 1
            own = [c for c in self.kids(i, "nsubj", "csubj") if self.low[c] not in ("that", "which", "who")]
            if own:
                k = own[0]
                if (
                    self.base(k) == "csubj"
                    and self.tag[k] == "VBG"
                    and k
                    and self.tag[k - 1] in ("NNS", "NNP", "NNPS", "NN")
                ):
                    return k - 1  # "Gunmen riding on motorbikes raided three villages"
                first = self.phrase(k)[0]
                if first > 1 and self.low[first - 1] in _BUSY and self.tag[first - 2].startswith("NN"):
                    return first - 2  # "A policeman escorting nurses was shot"
                return k
            if i and self.tag[i] in ("VBD", "VBZ", "VBP") and i - 1 in self.kids(i, "compound"):
                return i - 1  # "after the army withdrew", read as one noun
            relative = [c for c in self.kids(i, "nsubj") if self.low[c] in ("that", "which", "who")]
            label, over = self.base(i), self.head[i]
            if over == i:
                return None
            if (
                label == "acl"
                and self.tag[i] == "VB"
                and self.base(over) == "obj"
                and self.low[self.head[over]] == "used"
            ):
                i = self.head[over]  # "used a gun to shoot a vendor"
                continue
            if label == "acl":
                told = self.tag[i] == "VBD" or self.low[i] in _INTRANSITIVE
                if told and not relative and (top := self._nominal_root()) is not None:
                    return top
                if self.base(over) == "conj" and self.base(self.head[over]) == "obj" and i - 1 in self.kids(i, "mark"):
                    return self.head[over]  # "accused soldiers and militiamen of shooting them"
                if self.pos[over] in ("NOUN", "PROPN", "PRON", "NUM") or relative:
                    return over
                i = over
                continue
            if (
                label == "conj"
                and not self.verbal(over)
                and self.pos[over] == "ADJ"
                and (whose := self.kids(over, "nsubj"))
            ):
                return whose[0]  # "Soldiers loyal to the general looted homes and raped women"
            if label == "parataxis" and self.tag[i] == "VBD" and over < i and self._nominal_root() == over:
                return over  # "Troops, supported by militiamen, killed …", the subject taken for the root
            if label in ("conj", "xcomp", "advcl", "parataxis") and (self.verbal(over) or self.base(over) == "acl"):
                if label == "advcl" and self.tag[i] not in ("VBG", "VBN", "VB"):
                    return None
                i = over
                continue
            return None
        return None

    def _nominal_root(self) -> int | None:
        """The root, where a small parser made the subject the root of its sentence ("residents armed with … killed …")."""
        top = next((i for i in range(len(self)) if self.head[i] == i), None)
        return top if top is not None and self.pos[top] in ("NOUN", "PROPN") else None

    def object(self, i: int) -> int | None:
        """The direct object of the verb ``i``."""
        own = self.kids(i, "obj") or [c for c in self.kids(i, "xcomp") if c > i and self.kids(c, "det")]
        return own[0] if own else None  # "seized an outpost", whatever a small parser makes of the noun

    def agent(self, i: int) -> int | None:
        """The noun after "by" that acts in the passive verb or event noun ``i``."""
        named = self.kids(i, "obl:agent")
        if named:
            return named[0]
        for prep, noun in self.preps(i):
            if prep == "by" and self.pos[noun] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
                return noun
        return None

    def doer(self, i: int) -> int | None:
        """Who does the deed of the verb ``i``: its subject, or the agent of a passive."""
        return self.agent(i) if self.passive(i) else self.subject(i)

    def patient(self, i: int) -> int | None:
        """To whom the deed of the verb ``i`` is done: its object, or the subject of a passive."""
        return self.subject(i) if self.passive(i) else self.object(i)

    def preps(self, i: int) -> list[tuple[str, int]]:
        """Prepositional dependents of ``i`` as (preposition, noun)."""
        out = []
        for c in self.kids(i, "obl", "nmod"):
            case = [k for k in self.children[c] if self.base(k) == "case"]
            if case:
                out.append((" ".join(self.low[k] for k in case), c))
        return out

    def negated(self, i: int) -> bool:
        """Whether the verb or noun ``i`` is denied in its own clause."""
        if any(self._denies(c) for c in self.children[i]):
            return True
        subject = self.kids(i, "nsubj")
        return any(
            self._denies(s) or any(self.low[c] in ("no", "neither") and self._denies(c) for c in self.children[s])
            for s in subject
        )

    def _denies(self, c: int) -> bool:
        """A word of denial, not the "no" of "no fewer than"."""
        return self.low[c] in _NEGATIVE and not (
            c + 1 < len(self) and self.low[c + 1] in ("fewer", "less", "longer", "more", "later", "only", "doubt")
        )

    def clause(self, i: int) -> int:
        """The head of the clause that ``i`` stands in: the nearest verb, or the root, above or at it."""
        for j in self.chain(i):
            if self.head[j] == j:
                return j
            if (self.base(j) in _CLAUSAL or (self.base(j) == "conj" and self.verbal(j))) and (
                self.verbal(j) or self.base(j) in ("root", "parataxis", "ccomp", "advcl")
            ):
                return j
        return i

    def above(self, i: int) -> int | None:
        """The clause that holds the clause headed by ``i``."""
        return self.clause(self.head[i]) if self.head[i] != i else None

    def below(self, i: int) -> set[int]:
        """All tokens of the subtree of ``i``."""
        out, queue = {i}, [i]
        while queue:
            for c in self.children[queue.pop()]:
                if c not in out:
                    out.add(c)
                    queue.append(c)
        return out

    def phrase(self, i: int) -> tuple[int, int]:
        """The noun phrase of the head ``i`` as a token range [first, last + 1): modifiers to its left, name parts to its right."""
        first, last = i, i
        for c in sorted(self.children[i], reverse=True):
            if c < i and self.dep[c] in _LEFT:
                first = min(first, min(self.below(c)))
        for c in self.children[i]:
            if c > i and self.base(c) in ("flat", "fixed", "goeswith") and max(self.below(c)) - last <= 4:
                last = max(last, max(self.below(c)))
        return first, last + 1

    def tense(self, i: int) -> str:
        """ "past", "perfect", "pluperfect", "present" or "future" of the verb ``i``, by its auxiliaries."""
        helpers = {self.low[c] for c in self.kids(i, "aux", "cop")}
        if helpers & {"will", "'ll", "shall", "wo", "ll"}:
            return "future"
        if helpers & {"had", "'d"} and self.tag[i] in ("VBN", "VBD", "VBG"):
            return "pluperfect"
        if helpers & {"has", "have", "'ve", "'s"} and self.tag[i] in ("VBN", "VBD", "VBG"):
            return "perfect"
        if helpers & {"was", "were", "did", "got"} or self.tag[i] == "VBD":
            return "past"
        if self.tag[i] in ("VBZ", "VBP") or helpers & {"is", "are", "'re", "do", "does", "am"}:
            return "present"
        return "past"
