"""A sentence's verb that a small parser took for a participle or a noun: "The Air Force struck gatherings of …"."""

from collections.abc import Sequence
from dataclasses import dataclass

_STOPS = frozenset('.!?"”')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_SHOTS = frozenset(
    "gun warning penalty pistol cannon mortar tank rifle head mug bank kill parting opening cheap long single tee".split()
)  # "a warning shot"
_SAYS = frozenset("said says reported reports told added announced confirmed stated claimed".split())
_MEETS = frozenset({"DT", "CD", "PRP", "PRP$", "NNP"})
_MEETS_WORDS = frozenset({"dead", "at", "on", "into", "and"})

_MOVES = frozenset(
    "stormed rampaged marched advanced swept moved burst broke rode raced rolled poured charged fled crossed descended rushed stole crept".split()
)
_WAYS = frozenset("through into across towards toward past onto on over out".split())
_NAMED = frozenset(
    "called named dubbed given offered considered deemed made left paid denied shown sent told asked promised awarded".split()
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The words of one sentence and the columns of its parse, which may be written to."""

    words: Sequence[str]
    low: Sequence[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]

    def unhide(self) -> bool:
        """Make the hidden verb a verb, what stands before it its subject; whether there was one.

        Only in a whole sentence, or the part of it before ", police said", that has no finite verb of its own.
        """
        if len(self.words) < 4 or self.words[-1] not in _STOPS:
            return False
        end = self._end()
        top = next((i for i in range(end) if self.head[i] == i or self.head[i] >= end), None)
        if top is None or any(self._finite(i) for i in (top, *range(1, min(end, top)))):
            return False
        for i in range(1, end - 1):
            if self._finite(i):
                return False
            if not (self._participle(i, top) or self._shot(i) or self._plans(i) or self._aside(i, top)):
                continue
            if (subject := self._subject(i)) is not None:
                self._raise(i, subject, top, end)
                return True
        return False

    def _finite(self, i: int) -> bool:
        """A verb with a tense; a past tense that is said to qualify a noun is none yet ("youths | stoned | police")."""
        return self.tag[i] in _FINITE and (self.tag[i], self.dep[i]) != ("VBD", "amod")

    def _end(self) -> int:
        """Where the part that is told ends: at the comma before "police said", or with the sentence."""
        n = len(self.words)
        root = next((i for i, h in enumerate(self.head) if h == i), n)
        if root == n or self.low[root] not in _SAYS:
            return n - 1
        comma = next((k for k in range(root - 1, 0, -1) if self.words[k] == ","), None)
        if comma is None or not any(self.tag[k] in _NOUNS or self.tag[k] == "PRP" for k in range(comma + 1, root)):
            return n - 1
        return comma

    def _participle(self, i: int, top: int) -> bool:
        """ "The Air Force | struck | gatherings of fighters": a participle beside a noun that it should govern."""
        h = self.head[i]
        return (
            self.tag[i] in ("VBN", "VBD")
            and self.dep[i] == "amod"
            and h > i
            and (h == top or self.head[h] == top == i - 1)
            and self.tag[h] in _NOUNS
            and self.tag[i - 1] in _NOUNS
            and (self.head[i - 1] in (h, i) or i - 1 == top)
        )

    def _shot(self, i: int) -> bool:
        """ "Men of the gang | shot | at families"."""
        return (
            self.low[i] == "shot"
            and self.tag[i] in ("NN", "NNP")
            and (self.tag[i - 1] in _NOUNS or (self.tag[i - 1] == "JJ" and self._meets_one(i)))
            and self.low[i - 1] not in _SHOTS
            and (self.tag[i + 1] in _MEETS or self.low[i + 1] in _MEETS_WORDS)
        )

    def _plans(self, i: int) -> bool:
        """ "The army | plans | to retake the town"."""
        return (
            self.low[i] in ("plans", "threatens", "vows")
            and self.tag[i] == "NNS"
            and self.tag[i - 1] in _NOUNS
            and self.low[i + 1] == "to"
            and self.tag[i + 2] == "VB"
        )

    def _aside(self, i: int, top: int) -> bool:
        """ "Members of the gang | stormed | through the town": a participle of the noun that opens the sentence, which cannot be passive."""
        if (
            self.tag[i] != "VBN"
            or self.dep[i] != "acl"
            or self.head[i] != top
            or top > i
            or self.tag[top] not in _NOUNS
        ):
            return False
        goes = self.low[i] in _MOVES and self.low[i + 1] in _WAYS
        object_ = any(h == i and self.dep[k] == "obj" and k > i for k, h in enumerate(self.head))
        return goes or (object_ and self.low[i] not in _NAMED and self.tag[i + 1] in _MEETS)

    def _meets_one(self, i: int) -> bool:
        """ "in black | shot | the mayor", "on a motorbike | shot | dead a teacher"."""
        return self.low[i + 1] == "dead" or self.tag[i + 1] == "DT"

    def _subject(self, i: int) -> int | None:
        """The head of the noun phrase that opens the sentence, were it cut off before ``i``."""
        kids = [k for k in range(i) if self.dep[k].startswith("nsubj")]
        if kids:
            return kids[0]
        over = self.head[i] if self.head[i - 1] == i > self.head[i] else i - 1
        seen = 0
        while self.head[over] != over and self.head[over] < i and seen < len(self.head):
            over, seen = self.head[over], seen + 1
        return over if self.tag[over] in _NOUNS else None

    def _raise(self, i: int, subject: int, top: int, end: int) -> None:
        """Hang the tree on ``i`` up to ``end``, in place of ``top``; where it has a subject already, only call it a verb."""
        head, dep = self.head, self.dep
        if any(h == i and dep[k].startswith("nsubj") for k, h in enumerate(head)):
            self.tag[i], self.pos[i] = "VBD", "VERB"
            return
        h, last, said = head[i], i - 1, head[top]
        governs = self._participle(i, top)
        for k in range(i):  # what stood before the verb as its own belongs to the noun before it
            if head[k] == i or (governs and head[k] == h and h != subject):
                head[k] = last
        if last != subject and (head[last] >= i or head[last] == last):
            head[last], dep[last] = (h, dep[i]) if h < i else (subject, "nmod")
        if top < i and top != subject:  # "Gunmen dressed in black"
            head[top], dep[top] = subject, "acl"
        for k in range(i + 1, end):
            if head[k] in (top, i, last) or (head[k] == subject and top != i):
                head[k], dep[k] = i, {"nmod": "obl", "acl": "advcl", "appos": "obj"}.get(dep[k], dep[k])
        head[i], dep[i] = (i, "root") if said in (top, i) else (said, "ccomp")
        self.tag[i], self.pos[i] = "VBZ" if self._plans(i) else "VBD", "VERB"
        if self.tag[i] == "VBZ":
            head[i + 2], dep[i + 2] = i, "xcomp"
        head[subject], dep[subject] = i, "nsubj"
        if governs:
            head[h], dep[h] = i, "obj"
            for k in range(h + 1, end):
                if head[k] == i and dep[k] == "obl" and self._of(k):
                    head[k], dep[k] = h, "nmod"
        head[-1] = i if said in (top, i) else said

    def _of(self, k: int) -> bool:
        return any(self.head[c] == k and self.dep[c] == "case" and self.low[c] == "of" for c in range(k))
