"""Who speaks, by the tree, and where it fails by the order of words."""

from dateline.annotate.roles import View
from dateline.mentions.given_names import self_named
from dateline.mentions.speech.closing import closing_phrase
from dateline.mentions.speech.phrase import PRONOUNS, Speaker, _phrase_head, speaker_phrase
from dateline.mentions.word_order import charged, speaker_by_order, turned_by_order
from dateline.packs.speech_words import speech_words
from dateline.packs.stance import stance


def by_order(view: View, verb: int) -> Speaker | None:
    """The speaker by the order of words, where the tree shows none."""
    found = speaker_by_order(view, verb)
    return (view.starts[found[0]], view.ends[found[1]], found[2]) if found is not None else None


def subject_of(view: View, text: str, verb: int) -> Speaker | None:
    """The subject of a speech verb as a whole phrase; null where it is no one who can speak."""
    if (given := self_named(view, verb)) is not None:
        return given
    if (bound := _bound(view, verb)) is not None:
        return speaker_phrase(view, text, bound, verb)
    if (told := charged(view, verb)) is not None:
        return view.starts[told[0]], view.ends[told[1]], told[2]
    if view.low[verb] in speech_words().quoting and (told := turned_by_order(view, verb)) is not None:
        return view.starts[told[0]], view.ends[told[1]], told[2]
    turned = _noun_behind(view, verb) if view.low[verb] in speech_words().inverted else None
    if turned is not None and _ends_clause(view, turned):
        return speaker_phrase(view, text, turned, verb)
    if (
        view.low[verb].startswith("blame")
        and verb + 1 < len(view)
        and view.low[verb + 1] == "on"
        and view.base(verb) == "acl"
    ):
        head = _noun_before(view, verb)
        return speaker_phrase(view, text, head, verb) if head is not None else None
    if (named := _before_apposition(view, verb)) is not None:
        return speaker_phrase(view, text, named, verb, free=True)
    relative = next((c for c in view.kids(verb, "nsubj") if view.low[c] in ("who", "which")), None)
    if relative is not None and view.low[relative] == "which" and not _is_side(view, relative):
        relative = None
    if relative is not None and view.base(verb) in ("acl", "advcl"):
        named = _antecedent(view, relative)
        return speaker_phrase(view, text, named, relative, free=True) if named is not None else None
    if (tail := closing_phrase(view, verb)) is not None and speaker_phrase(
        view, text, tail[2], verb, free=True
    ) is not None:
        return view.starts[tail[0]], view.ends[tail[1]], tail[2]
    if (
        view.tag[verb] == "VBG"
        and view.low[verb] in speech_words().blaming
        and view.base(verb) in ("advcl", "ccomp")
        and not view.kids(verb, "nsubj")
    ):
        over = view.head[verb]  # "…, Human Rights Watch reported, blaming the army"
        if over == verb or view.low[over] not in stance().speech:
            over = next(
                (k for k in range(verb - 1, max(verb - 9, 0), -1) if view.low[k] in stance().speech and view.verbal(k)),
                -1,
            )
        return subject_of(view, text, over) if over >= 0 else None
    if view.low[verb] == "adding" and not view.kids(verb, "nsubj"):  # "said that three soldiers fell, adding that …"
        told_at = next(
            (k for k in range(verb - 1, max(verb - 30, 0), -1) if view.low[k] in ("said", "says", "told")), None
        )
        if told_at is not None:
            return subject_of(view, text, told_at)
    comma = next((k for k in range(verb - 1, max(verb - 20, 0), -1) if view.words[k] == ","), verb)
    if "who" in view.low[comma:verb] and (told := speaker_by_order(view, verb)) is not None and told[0] == comma + 1:
        return view.starts[told[0]], view.ends[told[1]], told[2]  # "…, a source who monitors the groups told AFP"
    passive = view.passive(verb)
    head = view.agent(verb) if passive else view.subject(verb)
    own = [c for c in view.kids(verb, "nsubj") if c < verb]
    if not passive and len(own) > 1 and head == own[0] and "," in view.words[own[-2] : own[-1]]:
        head = own[-1]  # "…, killing nine members of a family, medics said"
    if head is None and passive and view.low[verb] in ("quoted", "cited"):
        head = view.subject(verb)
    if head is not None and not passive and not own and view.dep[head] == "nsubj:pass" and not _office(view, head):
        return None  # "One soldier was hurt, …, adding that intercepts spoke of four dead"
    if head == verb - 2 and view.low[verb - 1] == "that" and view.low[head] not in stance().source.speakers.heads:
        return None  # "a confession inside the boat that said …"
    if head is not None and head < verb and (":" in view.words[head:verb] or _quoted(view, head, verb)):
        head = None  # a label: "Morek: doctors report"
    if head is not None and not passive and head < verb and head not in view.kids(verb, "nsubj"):
        told = speaker_by_order(view, verb)  # "Rebels fired a missile, killing three, the minister said."
        if told is not None and head < told[0] and view.words[told[0] - 1] == "," and _plain_phrase(view, told):
            return view.starts[told[0]], view.ends[told[1]], told[2]
    found = None
    if head is not None and head != verb and abs(head - verb) <= 30:
        found = speaker_phrase(view, text, head, verb)
    if found is None and not passive and turned is not None:
        told = speaker_by_order(view, verb)
        if told is not None and told[2] < verb:
            return view.starts[told[0]], view.ends[told[1]], told[2]
    if found is None and not passive and (head is None or view.pos[head] not in ("NOUN", "PROPN", "PRON")):
        head = turned if turned is not None else _noun_before(view, verb)
        found = speaker_phrase(view, text, head, verb) if head is not None and head != verb else None
    return found


def _bound(view: View, verb: int) -> int | None:
    """ "a doctors' committee linked to the opposition said": the body before the participle, not to whom it is bound."""
    back = range(verb - 1, max(verb - 8, 1), -1)
    at = next(
        (k for k in back if view.low[k] in speech_words().bound and view.low[k + 1] in ("to", "with", "by")), None
    )
    if at is None or any(view.words[k] in ",;:" or view.verbal(k) for k in range(at + 2, verb)):
        return None
    named = view.low[at - 1] in stance().source.speakers.heads or view.pos[at - 1] == "PROPN"
    return at - 1 if named else None


def _before_apposition(view: View, verb: int) -> int | None:
    """ "The M23, a member of the alliance, said": the name before the comma, not what it is."""
    if verb < 5 or view.words[verb - 1] != ",":
        return None
    opens = next((k for k in range(verb - 2, max(verb - 18, 0), -1) if view.words[k] == ","), None)
    if opens is None or view.low[opens + 1] not in ("a", "an") or opens > 6:
        return None
    name = opens - 1 - 2 * (view.words[opens - 1] == ")")
    return (
        name if name >= 0 and any(c.isupper() for c in view.words[name]) and view.tag[name].startswith("NN") else None
    )


def _plain_phrase(view: View, told: tuple[int, int, int]) -> bool:
    return not any(view.verbal(k) or view.low[k] in ("but", "while") for k in range(told[0], told[1] + 1))


def _office(view: View, head: int) -> bool:
    return view.low[head] in stance().source.speakers.heads or view.pos[head] == "PROPN" or view.low[head] in PRONOUNS


def _is_side(view: View, relative: int) -> bool:
    """ "…, the YPG, which denied any role": a name or a body before the comma, not "an attack which …"."""
    named = _antecedent(view, relative) if relative and view.words[relative - 1] == "," else None
    return named is not None and (
        view.words[named].isupper() or view.low[named] in stance().source.speakers.heads or view.pos[named] == "PROPN"
    )


def _quoted(view: View, head: int, verb: int) -> bool:
    """Whether the noun lies in the quotation that ends before the verb."""
    return any(w in ("”", '"', "’") for w in view.words[head + 1 : verb]) and any(
        w in ("“", '"', "‘") for w in view.words[: head + 1]
    )


def _antecedent(view: View, relative: int) -> int | None:
    """ "its rivals of the Reformist party, who rejected it": the name or the head of the phrase that ends before the comma."""
    i = relative - 1
    while i > 0 and (view.words[i] in (",", ")") or view.pos[i] == "PUNCT"):
        i -= 1
    if i < 0 or view.pos[i] not in ("NOUN", "PROPN"):
        return None
    while 0 < i - view.head[i] < 12 and (view.base(i) in ("appos", "flat") or _genitive(view, i)):
        i = view.head[i]
    return i


def _genitive(view: View, i: int) -> bool:
    """ "the judge of the peace": hangs by "of" and is no name of its own."""
    return view.base(i) == "nmod" and view.pos[i] != "PROPN" and any(view.low[c] == "of" for c in view.kids(i, "case"))


def _noun_behind(view: View, verb: int) -> int | None:
    """ "…, said a police inspector": the noun right after the verb, where the parse shows no subject."""
    if (
        verb == 0
        or view.low[verb] in ("told", "tell", "tells")
        or view.words[verb - 1] not in (",", "”", '"', "’", "'")
    ):
        return None
    for i in range(verb + 1, min(verb + 6, len(view))):
        if view.pos[i] in ("NOUN", "PROPN", "PRON"):
            return _phrase_head(view, i, verb)
        if view.pos[i] not in ("DET", "ADJ", "NUM", "ADP") or view.low[i] in (
            "in",
            "on",
            "at",
            "by",
            "during",
            "through",
        ):
            return None
    return None


def _ends_clause(view: View, noun: int) -> bool:
    """Whether the noun phrase after the verb runs to the end of its clause."""
    last = max(view.below(noun))
    return last + 1 >= len(view) or view.words[last + 1] in (".", ",", ";", "”", '"')


def _noun_before(view: View, verb: int) -> int | None:
    """ "…, the police command said.": the noun right before a verb that ends the sentence."""
    i = verb - 1
    while i > 0 and view.pos[i] in ("ADV", "AUX"):
        i -= 1
    if i > 1 and "by" in (view.low[i - 1], view.low[i - 2]):
        return None  # "leaflets found by the body accuse …"
    return i if i >= 0 and view.pos[i] in ("NOUN", "PROPN", "PRON") else None
