"""Whether people are acted on: told by figure, noun, pronoun or name."""

from dateline.frames.frame import Frame
from dateline.frames.proofs.reach import inside, patients
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs
from dateline.packs.stance import stance
from dateline.packs.things import things

_HARM = ("killed", "injured", "abducted")


def person(r: Reading, frame: Frame, act: Trigger) -> bool:
    v = r.view
    if v.verbal(act.token) and (act.act == "arrest" or (act.act == "abduct" and act.first != act.last)):
        patient = v.patient(act.token)
        if patient is not None and v.pos[patient] == "NOUN" and not human(r, patient):
            return False
    if any(c.outcome in ("killed", "abducted", "detained", "injured", "missing") for c in frame.counts):
        return True
    if any(x.role in ("b", "victim") for x in frame.roles):
        return True
    if any(n.people or n.bare for n in r.people if inside(r, frame, n.start)):
        return True
    if act.act == "kill" and not act.noun and _name_behind(r, act):
        return True
    if any(r.view.low[x] in proofs().people.pronouns or named(r, act, x) or titled(r, x) for x in patients(r, act)):
        return True
    return bool(frame.parties) and act.act in (
        "kill",
        "arrest",
        "abduct",
        "bodies",
    )


def _name_behind(r: Reading, act: Trigger) -> bool:
    """ "killed Mufti Shah Mir": two words of a name right behind the verb, whatever the tree says."""
    v, k = r.view, act.last + 1
    if k + 1 >= len(v) or v.tag[k] != "NNP" or v.tag[k + 1] != "NNP" or not (v.words[k] + v.words[k + 1]).isalpha():
        return False
    start, end = r.span(k, k + 1)
    return (
        k not in r.party_at and k + 1 not in r.party_at and not any(p.start < end and start < p.end for p in r.places)
    )


def named(r: Reading, act: Trigger, token: int) -> bool:
    """A person by name alone ("the murder of Ana Ruiz"). Shouted text hides names: there a bare singular will do."""
    if act.act not in ("kill", "abduct", "arrest", "shoot"):
        return False
    v = r.view
    first, stop = v.phrase(token)
    start, end = r.span(first, stop - 1)
    if any(p.start < end and start < p.end for p in r.places) or v.low[token] in stance().source.abstract.words:
        return False
    if any(v.low[k] in things().sites or v.low[k] in proofs().arms.weapons for k in range(first, stop)):
        return False
    if v.tag[first] != "DT" and v.low[act.token].startswith(proofs().people.deeds):
        return True
    if r.sentence.text.isupper():
        return v.tag[first] != "DT" and v.tag[token] in ("NN", "NNP", "NNPS", "FW", "JJ") and stop - first >= 2
    return v.tag[token] == "NNP" and r.view.words[token][:1].isupper()


def human(r: Reading, token: int) -> bool:
    """Whether the noun is a person's: listed, counted as people, a party, or made of such."""
    if token in r.party_at or any(k in r.party_at for k in range(*r.view.phrase(token))):
        return True
    s, e = r.span(token, token)
    spans = [(n.start, max(n.end, n.noun_end or n.end)) for n in r.people]
    if any(a < e and s < b for a, b in spans):
        return True
    return any(p == "of" and human(r, x) for p, x in r.view.preps(token) if x > token)


def titled(r: Reading, token: int) -> bool:
    """ "journalist Salem Fezzani": a name behind a person's noun."""
    v = r.view
    first, stop = v.phrase(token)
    s, e = r.span(first, stop - 1)
    if v.tag[token] != "NNP" or any(p.start < e and s < p.end for p in r.places):
        return False
    return any(
        v.low[k].endswith(("ist", "er", "or", "man", "woman", "ian", "leader", "activist")) and v.tag[k] == "NN"
        for k in range(first, stop)
    )


def people_acted(r: Reading, frame: Frame, act: Trigger) -> bool:
    """The object, or the passive's subject, is people and no place."""
    v = r.view
    if not v.verbal(act.token):
        return False
    patient = v.patient(act.token)
    if patient is None and "with" in v.low[act.first : act.last + 1]:
        patient = next((x for p, x in v.preps(act.token) if p == "with"), None)  # "made off with four girls"
    if patient is None:
        return False
    if patient not in r.party_at and titled(r, patient):
        return True
    s, e = r.span(patient, patient)
    return any(
        a <= s and e <= b
        for n in r.people
        if n.people or n.bare
        for a, b in [(n.start, max(n.end, n.noun_end or n.end))]
    )


def man(r: Reading, frame: Frame, act: Trigger) -> bool:
    """People are acted on, or one by name alone ("captured Rafael N.")."""
    patient = r.view.patient(act.token) if r.view.verbal(act.token) else None
    return patient is not None and (people_acted(r, frame, act) or named(r, act, patient))


def harm(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A figure of people killed, hurt or carried off stands in the stretch."""
    return any(c.outcome in _HARM and c.number.high != 0 for c in frame.counts)


def losses(r: Reading, frame: Frame, act: Trigger) -> bool:
    """People are harmed who may have borne arms: nobody says that they were civilians, or people at large."""
    return any(c.outcome in _HARM and c.number.high != 0 and c.group in ("combatants", None) for c in frame.counts)
