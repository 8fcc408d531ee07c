"""The word and phrase rules: their examples and near-misses run, and every listed word looked for."""

from collections.abc import Iterable, Iterator
from typing import get_args

from dateline.annotate.parse import parse
from dateline.annotate.roles import View
from dateline.frames.build import frames
from dateline.frames.reading import read_sentence
from dateline.mentions.counted import people_words, plurals
from dateline.mentions.numbers import Number, find_numbers, find_people
from dateline.mentions.parties import find_parties
from dateline.mentions.times import find_times, rule_finds
from dateline.mentions.triggers import triggers as trigger_lexicon
from dateline.model.incident import ActorKind, Modality, Outcome
from dateline.model.text import Sentence
from dateline.packs.kit import Kit
from dateline.packs.lexicon import read
from dateline.packs.number_words import Example, number_words
from dateline.packs.party_words import party_words
from dateline.packs.patterns import Patterns, element, noun_forms, verb_forms
from dateline.packs.stance import stance
from dateline.packs.things import ThingFile, things
from dateline.packs.time_words import TimeWords, time_words
from dateline.packs.triggers import Rule, trigger_file

EN = "lang/en/"


def triggers(kit: Kit) -> Iterator[str]:
    """``triggers.yml``: an example gives an act of its rule, a near-miss gives none."""
    rules = trigger_file().rules
    yield from _ids("triggers.yml", (rule.id for rule in rules))
    cases = [(rule, text, wanted) for rule in rules for wanted in (True, False) for text in _texts(rule, wanted)]
    docs = parse([text for _, text, _ in cases], kit.nlp)
    for (rule, text, wanted), doc in zip(cases, docs, strict=True):
        where = f"{EN}triggers.yml: {rule.id}"
        try:
            got = _acts(text, View(doc), kit)
        except KeyError as error:
            yield f"{where}: unknown word {error} in need"
            return
        if wanted and rule.id not in got:
            yield f"{where}: the example does not fire it: {text!r} (fired: {', '.join(sorted(got)) or 'nothing'})"
        elif not wanted and rule.id in got:
            yield f"{where}: the near-miss fires it: {text!r}"
    for rule in rules:
        if not rule.examples or not rule.not_:
            yield f"{EN}triggers.yml: {rule.id}: a rule needs examples and near-misses"


def _texts(rule: Rule, wanted: bool) -> tuple[str, ...]:
    return rule.examples if wanted else rule.not_


def _acts(text: str, view: View, kit: Kit) -> set[str]:
    """The ids of the rules whose acts were found and proven in one sentence."""
    reading = read_sentence(0, Sentence(0, len(text), text), view, kit)
    return {act.rule for frame in frames(reading) for act in frame.acts}


def words(kit: Kit) -> Iterator[str]:
    """``triggers.yml``, ``things.yml``, ``stance.yml``: values of closed lists, and no word that a sentence cannot hold."""
    source = trigger_file()
    for outcome in source.outcomes.keys() - set(get_args(Outcome)):
        yield f"{EN}triggers.yml: outcomes: {outcome}: no outcome of the contract"
    spoken = {*stance().source.speech, *stance().source.adverbs}
    for modality in spoken - set(get_args(Modality)):
        yield f"{EN}stance.yml: {modality}: no modality of the contract"
    lexicon = trigger_lexicon()
    for rule in source.rules:
        where = f"{EN}triggers.yml: {rule.id}"
        for verb in rule.verbs:
            yield from unheard(kit, where, verb, lexicon.verb(verb))
        for noun in rule.nouns:
            yield from unheard(kit, where, noun, noun_forms(noun))
        yield from _phrases(kit, where, rule.phrases)
    for outcome, entry in source.outcomes.items():
        where = f"{EN}triggers.yml: outcomes: {outcome}"
        for verb in entry.verbs:
            yield from unheard(kit, where, verb, lexicon.verb(verb))
        for word in entry.words:
            yield from unheard(kit, where, word, {word})
    yield from _stance_words(kit)
    listed = read(EN + "things.yml", ThingFile)
    for patterns, names in ((things().means, listed.means), (things().damage, listed.damage)):
        for word in (w for ws in names.values() for w in ws):
            low = [t.text.lower() for t in kit.nlp.make_doc(word)]
            if not any(hit.first == 0 and hit.last == len(low) - 1 for hit in patterns.find(low)):
                yield f"{EN}things.yml: {word!r} is never found: it is read as {' '.join(low)!r}"


def _stance_words(kit: Kit) -> Iterator[str]:
    source, irregular = stance().source, trigger_file().irregular
    for modality, speech in source.speech.items():
        where = f"{EN}stance.yml: {modality}"
        for verb in speech.verbs:
            yield from unheard(kit, where, verb, verb_forms(verb, irregular))
        yield from _phrases(kit, where, speech.phrases)
    yield from _phrases(kit, f"{EN}stance.yml: history", source.history.phrases)
    for name in ("plan", "hypothetical", "denial"):
        entry = getattr(source, name)
        for verb in entry.verbs:
            yield from unheard(kit, f"{EN}stance.yml: {name}", verb, verb_forms(verb, irregular))


def unheard(kit: Kit, where: str, word: str, forms: Iterable[str]) -> Iterator[str]:
    """A word is looked up token by token: one that the tokenizer cuts is never found, and belongs among the phrases."""
    cut = [form for form in sorted(forms) if len(kit.nlp.make_doc(form)) != 1]
    if cut:
        pieces = " ".join(t.text for t in kit.nlp.make_doc(cut[0]))
        yield f"{where}: {word!r} is never found: it is read as {pieces!r}; write it among the phrases"


def _phrases(kit: Kit, where: str, phrases: Iterable[str]) -> Iterator[str]:
    """Every wording of a phrase is looked for in its own words."""
    irregular = trigger_file().irregular
    for phrase in phrases:
        first = element(phrase.split()[0], irregular)
        if first.gap or first.optional:
            yield f"{where}: {phrase!r} is never found: a phrase opens with a plain word"
            continue
        patterns = Patterns([(0, phrase)], irregular)
        for wording in _wordings(phrase):
            low = [t.text.lower() for t in kit.nlp.make_doc(wording)]
            if not patterns.find(low):
                yield f"{where}: {phrase!r} never finds {wording!r}: it is read as {' '.join(low)!r}"


def _wordings(phrase: str) -> Iterator[str]:
    """The phrase with each of its alternatives in turn, one form each, without gaps and what may be missing."""
    choices = [
        [_form(part) for part in word.split("|")] for word in phrase.split() if word != "_" and not _optional(word)
    ]
    for at, words in enumerate(choices):
        for word in words if at == 0 else words[1:]:
            yield " ".join(word if at == k else other[0] for k, other in enumerate(choices))


def _form(part: str) -> str:
    return min(verb_forms(part[:-1], trigger_file().irregular)) if part.endswith("~") else part.rstrip("+")


def _optional(word: str) -> bool:
    return word.endswith("?") and len(word) > 1


def parties(kit: Kit) -> Iterator[str]:
    """``parties.yml``: kinds of the contract, and every head word found as a party."""
    source = party_words()
    kinds = set(get_args(ActorKind))
    entries = (*source.armed, *source.crowd)
    for entry in entries:
        if entry.kind not in kinds:
            yield f"{EN}parties.yml: {entry.noun}: {entry.kind}: no kind of the contract"
        if entry.loaded and not entry.neutral:
            yield f"{EN}parties.yml: {entry.noun}: a loaded word needs a neutral one"
    nouns = [noun for organ in source.state.values() for noun in organ] + [entry.noun for entry in entries]
    texts = [f"The armed {noun} attacked the town." for noun in nouns]
    for noun, text, doc in zip(nouns, texts, parse(texts, kit.nlp), strict=True):
        start = len("The armed ")
        found = find_parties(View(doc), text, kit.actors, kit.countries)
        if not any(p.start < start + len(noun) and start < p.end for p in found):
            yield f"{EN}parties.yml: {noun!r} is never found as a party: {text!r}"


def times() -> Iterator[str]:
    """``times.yml``: the piece and the fields of each example, nothing in a near-miss, no unknown section."""
    yield from _ids("times.yml", (rule.id for rule in time_words().rules))
    for key in read(EN + "times.yml", dict[str, object]).keys() - {*TimeWords.__struct_fields__}:
        yield f"{EN}times.yml: {key}: no such section"
    for rule in time_words().rules:
        where = f"{EN}times.yml: {rule.id}"
        if not rule.examples or not rule.rejects:
            yield f"{where}: a rule needs examples and near-misses"
        for text, piece, fields in rule.examples:
            found = next((m for m in find_times(text) if m.text == piece), None)
            got = None if found is None else {key: getattr(found, key, "no such field") for key in fields}
            if got != fields:
                yield f"{where}: the example does not come out: {text!r} (got: {got})"
        for text in () if rule.loose else rule.rejects:
            if rule_finds(rule.id, text):
                yield f"{where}: finds something in the near-miss {text!r}"


def numbers() -> Iterator[str]:
    """``numbers.yml``: values, uses and zeros of the examples."""
    book, where = number_words(), f"{EN}numbers.yml"
    for example in (*book.vague_examples, *book.before_examples, *book.unit_examples, *book.label_examples):
        if (got := _read_number(example)) is not None:
            yield f"{where}: the example does not come out: {example.text!r} (got: {got})"
    for zero in book.zero.examples:
        if [n.zero for n in find_numbers(zero["text"]) if n.zero] != [zero["zero"]]:
            yield f"{where}: zero: the example does not come out: {zero['text']!r}"
    for text in book.zero.not_:
        if any(n.zero for n in find_numbers(text)):
            yield f"{where}: zero: the near-miss is read as nobody: {text!r}"


def _read_number(example: Example) -> str | None:
    """What came out instead of what the example says; null where it is as written."""
    found = [n for n in find_numbers(example.text) if example.at in (None, n.text)]
    if example.value is not None:
        counted = next((n for n in found if n.use == "count"), None)
        got = None if counted is None else (counted.low, counted.high, counted.kind)
        return None if got == example.value else str(got)
    use = found[0].use if found else "nothing"
    return None if use == example.use else use


def people() -> Iterator[str]:
    """``people.yml``: every example counts people of the entry, no near-miss counts anybody."""
    yield from _ids("people.yml", (kind.id for kind in people_words().people))
    for kind in people_words().people:
        where = f"{EN}people.yml: {kind.id}"
        forms = {form for noun in kind.nouns for form in (noun, *plurals(noun))}
        for text in kind.examples:
            if not any(n.group == kind.group or _noun(n) in forms for n in _counted(text)):
                yield f"{where}: the example counts none of them: {text!r}"
        for text in kind.not_:
            if counted := [n.text for n in _counted(text)]:
                yield f"{where}: the near-miss counts people: {text!r} ({', '.join(counted)})"


def _counted(text: str) -> list[Number]:
    return [n for n in find_people(text) if n.people and not n.bare]


def _noun(number: Number) -> str:
    """The head noun's last word: "412 civilian deaths" counts deaths."""
    return (number.noun or "").casefold().rpartition(" ")[2]


def _ids(name: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            yield f"{EN}{name}: the id {one} stands twice"
        seen.add(one)
