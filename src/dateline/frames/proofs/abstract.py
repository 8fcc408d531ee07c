"""The wrong thing acts or is acted on: a film is shot, prices explode, a flood kills, a lorry rams a bus."""

from dateline.frames.proofs.people import human
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs
from dateline.packs.stance import stance
from dateline.packs.things import things


def abstract(r: Reading, act: Trigger) -> bool:
    """ "prices exploded", "the singer bombed", "an attack on the budget": an abstract thing and nobody harmed."""
    v, token = r.view, act.token
    words = stance().source.abstract.words
    patient = v.patient(token) if v.verbal(token) else None
    if act.act == "bomb" and act.first == act.last and v.verbal(token) and not v.passive(token):
        doer = v.subject(token) if v.object(token) is None else None
        quarrel = doer is not None and v.low[doer] in proofs().borrowed.quarrels
        if doer is not None and doer not in r.party_at and (quarrel or v.low[doer] in words or human(r, doer)):
            return True
    robbed = act.act == "loot" and v.low[token].startswith("rob")
    if robbed and any(p == "of" and v.low[x] in words for p, x in v.preps(token)):
        return True  # "robbed of victory"
    if patient is not None:
        return v.low[patient] in words and patient not in r.party_at
    targets = [x for p, x in v.preps(token) if p in ("on", "against", "of", "to", "at", "into")]
    return act.act != "protest" and bool(targets) and all(v.low[x] in words for x in targets)


def natural(r: Reading, act: Trigger) -> bool:
    """Floods, sickness and crashes kill too; an aircraft may drop food."""
    v = r.view
    if act.act == "abduct" and any(w in proofs().nature.swept for w in v.low[act.last + 1 : act.last + 5]):
        return True
    if act.act == "air" and any(w in proofs().nature.supplies for w in v.low[act.last + 1 : act.last + 4]):
        return True
    if act.act == "attack" and _vehicle(r, act):
        return True
    if act.act not in ("kill", "attack", "bodies", "clash", "abduct") or not v.verbal(act.token):
        return False
    doer = v.doer(act.token)
    natural = stance().source.natural.words
    if doer is not None and (v.low[doer] in natural or any(v.low[k] in natural for k in range(*v.phrase(doer)))):
        return True
    return v.low[act.token] == "crushed" and "to" in v.low[act.token + 1 : act.token + 2]


def _vehicle(r: Reading, act: Trigger) -> bool:
    """ "a lorry rammed a bus": an accident, unless armed men or police do it."""
    v = r.view
    if not v.low[act.token].startswith(("ram", "hit", "crash")):
        return False
    doer = v.subject(act.token)
    return doer is None or doer not in r.party_at


def odd(r: Reading, act: Trigger) -> bool:
    """A film is shot, prices pick up, a product captures a market: the wrong thing acts or is acted on."""
    v = r.view
    if not v.verbal(act.token) or act.act not in ("shoot", "arrest", "take"):
        return False
    passive = v.passive(act.token)
    patient = v.subject(act.token) if passive else v.object(act.token)
    if act.act == "shoot" and act.first == act.last:
        return (
            patient is not None
            and v.pos[patient] == "NOUN"
            and not human(r, patient)
            and v.low[patient] not in things().sites
        )
    if act.act == "arrest":
        return not passive and patient is None and v.tag[act.token] in ("VBD", "VBZ", "VBP") and act.first != act.last
    doer = None if passive else v.subject(act.token)
    return (
        doer is not None
        and v.pos[doer] == "NOUN"
        and not human(r, doer)
        and v.low[doer] not in proofs().arms.operations
        and not v.low[act.token].startswith(("fall", "fell"))
    )
