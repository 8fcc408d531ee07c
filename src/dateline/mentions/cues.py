"""Who says so: every attribution in one parsed sentence, with its speaker, its cue and how sure it is."""

from collections.abc import Sequence

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.given_names import named_behind
from dateline.mentions.parties import Party
from dateline.mentions.speech.gapped import gapped
from dateline.mentions.speech.papers import bare_reports, given_by, issuer, reckoners, whose_paper
from dateline.mentions.speech.phrase import Speaker, phrase_from
from dateline.mentions.speech.said import Said, attribution
from dateline.mentions.speech.speakers import (
    accusing,
    and_another,
    beside,
    disowned,
    introduced,
    labelled,
    same_speaker,
    shrugged,
    signed,
)
from dateline.mentions.speech.subject import by_order, subject_of
from dateline.mentions.speech.verbs import is_speech, quoted_speaker, with_name
from dateline.mentions.word_order import said_not
from dateline.packs.patterns import Hit
from dateline.packs.speech_words import speech_words
from dateline.packs.stance import stance


def find_said(view: View, text: str, parties: Sequence[Party] = ()) -> list[Said]:
    """All attributions of the sentence, in order of their cues. A party that speaks is the speaker as a whole."""
    out = [s if s.speaker is not None else _by_party(view, s, parties) for s in _found(view, text)]
    out = [
        accusing(view, shrugged(view, disowned(view, introduced(text, s))), parties) for s in same_speaker(view, out)
    ]
    out += [more for s in out if (more := and_another(view, text, s)) is not None]
    if not any(s.speaker for s in out) and (signature := signed(view, text)) is not None:
        out.append(signature)
    if not any(s.speaker for s in out) and (label := labelled(view, text, parties)) is not None:
        out.append(label)
    out = [_blaming(view, s, parties) for s in out]
    out = sorted([*out, *gapped(view, text, out)], key=lambda s: s.token)
    return [
        s for s in out
        if (s.speaker is not None or s.modality in ("alleged", "reported"))
        and not _signed_by_others(view, s, parties) and not _own_count(view, s)
    ]  # fmt: skip


def _own_count(view: View, s: Said) -> bool:
    """ "The Red Cross said its volunteers had counted 121 bodies": the Red Cross says so, and no one else."""
    over = view.head[s.token]
    opens = (s.speaker or "").lower().startswith(("its ", "their ", "his ", "her "))
    return opens and s.modality == "stated" and over < s.start_token(view) and view.low[over] in stance().speech


def _signed_by_others(view: View, s: Said, parties: Sequence[Party]) -> bool:
    """ "a note signed by the mayor": no group that owns up to a deed."""
    if view.low[s.token] != "signed":
        return False
    return not any(p.start < s.end and s.start < p.end and p.kind in ("named", "armed") for p in parties)


def _blaming(view: View, s: Said, parties: Sequence[Party]) -> Said:
    """ "Residents blamed fighters of …", "attributed the attack to the rebels": whoever stands right behind the verb or its "to",
    whatever the tree makes of it."""
    if s.modality == "alleged" and view.low[s.token].startswith("attribut"):
        to = next((k for k in range(s.token + 1, min(s.token + 8, len(view))) if view.low[k] == "to"), None)
        p = next((p for p in parties if to is not None and to < p.first <= to + 5), None)
        return s if p is None else msgspec.structs.replace(s, target=p.head)
    if (
        s.modality != "alleged"
        or (s.target is not None and any(p.first <= s.target <= p.last for p in parties))
        or not view.low[s.token].startswith(("blam", "accus", "suspect"))
    ):
        return s
    p = next((p for p in parties if s.token < p.first <= s.token + 2), None)
    return s if p is None else msgspec.structs.replace(s, target=p.head)


def _by_party(view: View, s: Said, parties: Sequence[Party]) -> Said:
    """The attribution with the party right before it as its speaker."""
    p = next((p for p in parties if beside(view, p, s.token)), None)
    if p is None or s.modality not in ("denied", "claimed", "stated"):
        return s
    if p.last < s.token - 1 and view.pos[s.token - 1] in ("NOUN", "PROPN"):
        return s  # "terrorist propaganda claiming …"
    if any(view.low[c] == "no" for c in range(p.first, p.last + 1)):
        return s
    return msgspec.structs.replace(s, speaker=p.text, start=p.start, end=p.end, head=p.head)


_GROUND = frozenset(
    "area region territory corridor route road town city village state province district border zone".split()
)


def _found(view: View, text: str) -> list[Said]:
    used: set[int] = set()
    out = _phrases(view, text, used)
    adverbs, speech = stance().adverbs, stance().speech
    for i, low in enumerate(view.low):
        if i in used:
            continue
        if (blamed := _blamed(view, text, i)) is not None:
            out.append(blamed)
        elif low in ("saw", "heard") and i and view.low[i - 1] in _WITNESSES:
            out.append(attribution(view, text, "stated", i, i, _speaker(view, text, i)))
        elif low in adverbs:
            out.append(attribution(view, text, adverbs[low], i, i, None))
        elif low in speech and is_speech(view, i) and not _merely_suspected(view, i) and not _no_words(view, i):
            found = None if (laid := _laid_to(view, i)) else _speaker(view, text, i)
            if found is not None or laid or speech[low] in ("denied", "claimed"):
                out.append(attribution(view, text, speech[low], i, i, found))
            elif low in ("said", "say") and i and view.low[i - 1] in speech_words().reports:
                out.append(attribution(view, text, "reported", i, i, None))
    out += reckoners(view, text) + given_by(view, text)
    out.sort(key=lambda s: s.token)
    return out


def _laid_to(view: View, i: int) -> bool:
    """ "an attack in Puerto Jordan, Tame, | attributed | to the rebels": by nobody who is named."""
    return view.low[i] == "attributed" and view.low[i + 1 : i + 2] == ["to"] and not view.kids(i, "aux:pass", "aux")


_WITNESSES = frozenset(("witness", "witnesses", "eyewitnesses", "bystanders", "onlookers"))


def _no_words(view: View, i: int) -> bool:
    """ "Zacatecas is disputed by two cartels", "the raid claimed eight lives": ground and deaths, and nothing that was said; "not four
    as first reported": nobody who said it."""
    if i > 1 and view.low[i] == "reported" and view.low[i - 1] in _BEFORE and view.low[i - 2] == "as":
        return True
    if view.low[i] == "suspects" and (
        i + 1 >= len(view) or view.tag[i + 1] in ("IN", "CC", ",", ".", "TO", "VBD", "VBP")
    ):
        return True  # "four Islamic State suspects in Gao": people
    if view.low[i][:5] == "claim":
        taken = next(
            (k for k in range(i + 1, min(i + 6, len(view))) if view.low[k] in ("life", "lives", "victims")), None
        )
        return taken is not None and all(_counts(view, k) for k in range(i + 1, taken))
    subject = view.subject(i) if view.low[i] in ("disputed", "contested") and view.passive(i) else None
    return subject is not None and (view.pos[subject] == "PROPN" or view.low[subject] in _GROUND)


_BEFORE = frozenset({"first", "initially", "originally", "previously", "earlier"})
_COUNTING = frozenset(("at", "least", "more", "than", "dozen", "of", "civilian"))


def _counts(view: View, k: int) -> bool:
    """ "eight", "at least 20", "the", "more than a dozen": what stands between "claimed" and "lives"."""
    return view.pos[k] in ("NUM", "DET", "ADV", "ADJ", "PRON") or view.low[k] in _COUNTING


def _blamed(view: View, text: str, i: int) -> Said | None:
    """ "The group was blamed for the raid", "neighbours point to the cartel", "it bore the hallmarks of the group": whom, and nobody's
    name for who says so."""
    low = view.low
    if low[i] in ("blamed", "accused") and low[i + 1 : i + 2] in (["for"], ["of"], ["on"]) and view.kids(i, "aux:pass"):
        target = i + 2 if low[i + 1] == "on" else view.subject(i)
    elif low[i] == "blamed" and i and low[i + 1 : i + 2] in ([], ["."], [";"], ["for"], ["in"], ["over"], ["after"]):
        target = i - 1  # a headline: "Nine killed in market; rebels blamed"
    elif low[i] in ("hallmarks", "handiwork") and low[i + 1 : i + 2] == ["of"]:
        target = i + 2
    elif low[i] == "suspicion" and low[i + 1 : i + 3] in (["fell", "on"], ["falls", "on"], ["fell", "upon"]):
        target = i + 3
    else:
        return None
    if target is None or any(low[k] in ("not", "never") for k in range(max(0, i - 3), i)):
        return None
    return msgspec.structs.replace(attribution(view, text, "alleged", i, i, None), target=target)


def _phrases(view: View, text: str, used: set[int]) -> list[Said]:
    """What phrases such as "according to" and "claimed responsibility" attribute; their tokens are ``used``."""
    words = stance()
    out = []
    for hit in words.speech_phrases.find(view.low):
        modality = words.modalities[hit.key]
        if view.low[hit.first] == "signed" and (
            _MESSAGES.isdisjoint(view.low[max(0, hit.first - 10) : hit.first]) or "not" in view.low[: hit.first]
        ):
            continue  # "an accord signed by both sides"
        if view.low[hit.first : hit.first + 2] in (["identified", "by"], ["signed", "by"]):
            found = phrase_from(view, text, hit.first + 2)
        elif _names_behind(view, hit):
            found = phrase_from(view, text, hit.last + 1)
            if found is None or view.low[found[2]] in speech_words().papers:
                found = issuer(view, text, hit.last + 1)
            if found is None and bare_reports(view, hit.last + 1):
                modality = "reported"
            if found is None and (paper := _paper_before(view, hit.last + 1)) is not None:
                said = attribution(view, text, modality, hit.first, hit.last, paper)
                out.append(msgspec.structs.replace(said, pronoun=True))
                used |= set(range(hit.first, hit.last + 1))
                continue
            if view.low[hit.first] == "per" and not (found and view.low[found[2]] in words.source.speakers.heads):
                continue  # "120,000 barrels per day"
        else:
            verb = hit.verb if hit.verb is not None else hit.first
            if said_not(view, verb) or "no" in view.low[max(0, hit.first - 1) : hit.last + 1]:
                continue
            nobody = modality == "reported" and view.low[hit.last] == "to"
            found = None if nobody else with_name(view, subject_of(view, text, verb) or by_order(view, verb), verb)
            found = found or (whose_paper(view, text, verb) if modality == "claimed" else None)
        out.append(attribution(view, text, modality, hit.first, hit.last, found))
        used |= set(range(hit.first, hit.last + 1))
    return out


_MESSAGES = frozenset("message messages note notes banner banners placard cardboard card pamphlet leaflet sign".split())


def _paper_before(view: View, at: int) -> Speaker | None:
    """ "according to the same statement": a paper told of before; whose it is, the lines before tell."""
    same = view.low[at : at + 2] == ["the", "same"]
    k = at + 2 if same else at + 1
    if view.low[at : at + 1] != ["the"] or view.low[k : k + 1] not in _SAME or view.words[k + 1 : k + 2] not in _STOPS:
        return None
    return view.starts[at], view.ends[k], k


_SAME = (["statement"], ["communique"], ["communiqué"], ["release"])
_STOPS: tuple[list[str], ...] = ([","], ["."], [";"], [])


def _names_behind(view: View, hit: Hit) -> bool:
    """ "according to …", "learnt from …", "in the words of …": the speaker follows."""
    opens = view.low[hit.first] in ("according", "per") or view.low[hit.first : hit.first + 2] == ["in", "the"]
    return opens or view.low[hit.last] == "from"


def _merely_suspected(view: View, i: int) -> bool:
    """ "the suspected militants", "two suspects": no verb of speech."""
    low, nxt = view.low[i], view.low[i + 1 : i + 2]
    if low == "suspects" and i:
        return view.pos[i - 1] in ("NUM", "DET", "ADJ", "ADP", "SCONJ") or view.low[i - 1] in speech_words().counted
    if low == "presumed":
        return True
    if low == "suspected" and view.tag[i] == "VBD" and view.kids(i, "nsubj") and nxt not in (["to"], ["of"]):
        return False  # "said they suspected the group"
    if low not in ("suspected", "alleged") or not (view.base(i) != "root" or nxt == ["to"]):
        return False
    return low == "suspected" or nxt not in ([], ["."], [","], ["that"])


def _speaker(view: View, text: str, i: int) -> Speaker | None:
    """Who speaks in the verb ``i``."""
    if view.low[i + 1 : i + 2] == ["by"] and view.low[i].endswith("ed"):
        by = named_behind(view, i + 2) or phrase_from(view, text, i + 2)
        cut = by and view.low[i] == "accused" and text[by[0] : by[1]].find(" of ")
        return (
            (by[0], by[0] + cut, by[2]) if by and cut and cut > 0 else by
        )  # "a version disputed by the family of one of the dead"
    if view.low[i] == "saying" and (quoted := quoted_speaker(view, i)) is not None:
        return phrase_from(view, text, quoted + 1)
    found = subject_of(view, text, i)
    if found is None or text[: found[1]].endswith(("'s", "’s")):
        found = by_order(view, i)
    return with_name(view, found, i)


__all__ = ["Said", "find_said"]
