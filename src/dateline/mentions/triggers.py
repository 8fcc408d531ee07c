"""Words that tell of an event, found in one parsed sentence. Context-free: whether it is news is not asked here."""

from functools import cache

import msgspec

from dateline.annotate.roles import View
from dateline.model.incident import Outcome
from dateline.packs.patterns import Patterns, noun_forms, verb_forms
from dateline.packs.triggers import Rule, TriggerFile, trigger_file


class Trigger(msgspec.Struct, frozen=True):
    """A trigger in a sentence: tokens ``first``–``last`` inclusive, ``token`` the word that carries the roles."""

    act: str
    rule: str
    first: int
    last: int
    token: int
    noun: bool
    need: tuple[str, ...]
    weak: bool


class Lexicon:
    """``triggers.yml`` compiled."""

    def __init__(self, source: TriggerFile) -> None:
        self.source = source
        self.rules = source.rules
        self._single: dict[str, list[tuple[int, bool]]] = {}
        phrases: list[tuple[int, str]] = []
        for k, rule in enumerate(source.rules):
            phrases += [(k, w + ("~" if w in rule.verbs else "+")) for w in (*rule.verbs, *rule.nouns) if "-" in w]
            for verb in rule.verbs:
                for form in self.verb(verb) if "-" not in verb else ():
                    self._single.setdefault(form, []).append((k, False))
            for noun in rule.nouns:
                for form in noun_forms(noun) if "-" not in noun else ():
                    self._single.setdefault(form, []).append((k, True))
            phrases += [(k, p) for p in rule.phrases]
        self._phrases = Patterns(phrases, source.irregular)
        self._outcomes = tuple(source.outcome_phrases)
        self._outcome_phrases = Patterns(
            [(k, p) for k, ps in enumerate(source.outcome_phrases.values()) for p in ps], source.irregular
        )
        self.outcome_words: dict[str, Outcome] = {}
        self.outcome_verbs: dict[str, Outcome] = {}
        for outcome, words in source.outcomes.items():
            for verb in words.verbs:
                self.outcome_verbs.update(dict.fromkeys(self.verb(verb), outcome))
            self.outcome_words.update(dict.fromkeys(words.words, outcome))

    def verb(self, verb: str) -> frozenset[str]:
        """The forms of ``verb``."""
        return verb_forms(verb, self.source.irregular)

    @property
    def words(self) -> frozenset[str]:
        """Every word that may open a trigger or carry an outcome: the gate's vocabulary."""
        return (
            frozenset(self._single)
            | self._phrases.firsts
            | frozenset(self.outcome_words)
            | frozenset(self.outcome_verbs)
        )

    def fates(self, view: View) -> list[tuple[int, int, Outcome]]:
        """Outcome phrases of a sentence as (first token, last token, outcome)."""
        return [(h.first, h.last, self._outcomes[h.key]) for h in self._outcome_phrases.find(view.low)]

    def fated(self, low: list[str]) -> bool:
        """Whether a sentence, as words in lower case, tells what became of people."""
        firsts = self._outcome_phrases.firsts
        return any(w in firsts for w in low) and bool(self._outcome_phrases.find(low))

    def find(self, view: View) -> list[Trigger]:
        """All triggers of a sentence, in order; a longer match hides the shorter ones inside it."""
        found: list[Trigger] = []
        hits = self._phrases.find(view.low)
        fullest: dict[tuple[int, int], int] = {}
        for h in hits:
            fullest[h.first, h.last] = max(h.words, fullest.get((h.first, h.last), 0))
        for hit in hits:
            if hit.words < fullest[hit.first, hit.last]:
                continue  # "foiled a suicide attack" says more than "foiled _ attack"
            rule = self.rules[hit.key]
            if hit.verb is not None and _no_verb(view, hit.verb, hit.last):
                continue
            token = _carrier(view, hit.first, hit.last, hit.verb)
            found.append(_trigger(rule, hit.first, hit.last, token, not view.verbal(token)))
        for i, word in enumerate(view.low):
            for k, noun in self._single.get(word, ()):
                if _fits(view, i, noun):
                    found.append(_trigger(self.rules[k], i, i, i, noun or not view.verbal(i)))
        found.sort(key=lambda t: (t.first, -t.last))
        out: list[Trigger] = []
        for t in found:
            if any(o.first <= t.first and t.last <= o.last and (o.first, o.last) != (t.first, t.last) for o in found):
                continue
            twin = next((k for k, o in enumerate(out) if _same(o, t)), None)
            if twin is None:
                out.append(t)
            elif t.noun and not out[twin].noun and not view.kids(t.token, "nsubj", "obj", "aux"):
                out[twin] = t  # "Fierce clashes continued": a noun, whatever its tag
        return out


def _no_verb(view: View, i: int, last: int) -> bool:
    """ "forces carried out": the phrase's verb is a noun here, and the subject of another word of the phrase; "freed 12 hostages
    following a battle": a preposition."""
    if view.low[i] == "following":
        return i > 0 and view.low[i - 1] not in ("was", "were", "been", "and")
    return view.low[i] == "forces" and view.pos[i] == "NOUN" and i < view.head[i] <= last


def _same(a: Trigger, b: Trigger) -> bool:
    """Whether two rules read the same words as the same act on the same proof."""
    return (a.first, a.last, a.act, a.need, a.weak) == (b.first, b.last, b.act, b.need, b.weak)


def _trigger(rule: Rule, first: int, last: int, token: int, noun: bool) -> Trigger:
    return Trigger(rule.act, rule.id, first, last, token, noun, rule.need, rule.weak)


def _carrier(view: View, first: int, last: int, verb: int | None) -> int:
    """The token of a phrase that roles hang on: its verb, else its highest word in the tree."""
    if verb is not None:
        return verb
    inside = range(first, last + 1)
    for i in inside:
        if view.head[i] not in inside or view.head[i] == i:
            return i
    return first


_PAST = frozenset({"shot", "hit", "struck", "shelled", "bombed", "raided", "stabbed", "attacked"})


def _fits(view: View, i: int, noun: bool) -> bool:
    """Whether the word's tag agrees with the list it stands in; an unsure parse gets the benefit of the doubt."""
    tag, pos = view.tag[i], view.pos[i]
    if noun:
        return not (tag.startswith("VB") and pos == "VERB" and bool(view.kids(i, "obj", "nsubj", "aux")))
    if tag.startswith("VB") or pos in ("VERB", "AUX"):
        return True
    if (
        view.low[i] in _PAST
        and 0 < i < len(view) - 1
        and (view.pos[i - 1] in ("NOUN", "PROPN") or view.low[i - 1] in ("and", "then"))
        and view.pos[i + 1] in ("DET", "NUM", "PRON", "ADJ")
    ):
        return True  # "A sniper shot a boy", "accused the men and shot two of them": a verb by its place
    if view.low[i].endswith(("ed", "ing")) or tag in ("JJ",):
        return not (view.low[i].endswith("ing") and view.base(i) == "compound")
    return bool(view.kids(i, "obj", "nsubj", "aux")) or (
        view.base(i) in ("root", "conj", "parataxis")
        and tag in ("NN", "NNS", "NNP")
        and bool(view.kids(i, "nsubj", "obl"))
    )


@cache
def triggers() -> Lexicon:
    """The triggers of English."""
    return Lexicon(trigger_file())
