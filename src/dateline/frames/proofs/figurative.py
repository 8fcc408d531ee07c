"""Words of violence borrowed for something else: "prices exploded", "a heart attack", "riot police"."""

from dateline.frames.frame import Frame
from dateline.frames.proofs.people import human
from dateline.frames.proofs.reach import after
from dateline.frames.proofs.street import spoken_protest, travels
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs
from dateline.packs.stance import stance
from dateline.packs.things import things

_FIRED = frozenset({"shell", "air", "bomb", "strike", "shoot"})


def figurative(r: Reading, act: Trigger) -> bool:
    """An abstract thing acted on and nobody harmed."""
    v = r.view
    if (
        _odd_patient(r, act)
        or after(r, act) in proofs().borrowed.behind
        or _nature(r, act)
        or _byword(r)
        or _vehicle(r, act)
        or "warrant" in v.low[max(0, act.first - 2) : act.last + 2]
        or "ever" in v.low[max(0, act.first - 1) : act.first]
    ):
        return True
    if act.noun and v.low[act.token] in ("arrest", "arrests") and "cardiac" in v.low[max(0, act.first - 1) : act.first]:
        return True
    abstract = stance().source.abstract.words
    token = act.token
    if (
        act.act == "attack"
        and v.verbal(token)
        and proofs().borrowed.adverbs & set(v.low[max(0, token - 1) : token + 2])
    ):
        return True
    if act.act == "protest" and (
        spoken_protest(r, act) or travels(r, act) or not proofs().street.pious.isdisjoint(v.low)
    ):
        return True
    if act.act == "mob" and after(r, act) in ("police", "squad", "squads", "gear", "shields", "control"):
        return True  # "riot police"
    if act.act in _FIRED and not proofs().borrowed.drills.isdisjoint(v.low):
        return True  # "held a live-fire exercise, firing 12 rockets"
    if (
        act.act == "strike"
        and act.noun
        and not proofs().borrowed.labour.isdisjoint(v.low)
        and after(r, act) not in ("on", "against")
    ):
        return True  # "the pilots' union launched a strike"
    if act.act == "take" and v.tag[token] in ("VBN", "JJ") and v.base(token) == "amod" and v.head[token] > token:
        return True  # "raids across the occupied West Bank"
    if act.act == "take" and any(p == "of" and v.low[x] in proofs().borrowed.blame for p, x in v.preps(token)):
        return True
    if act.act == "strike" and "armed" in v.low[max(0, act.token - 1) : act.token]:
        return True  # an "armed strike" closes shops and roads
    if act.act == "loot" and v.low[act.first + 1 : act.first + 3] == ["-", "out"]:
        return True  # "burnt-out vehicles"
    if act.first > 1 and v.low[act.first - 2] == "like" and v.low[act.first - 1] in ("a", "an"):
        return True  # "a bang, like a blast"
    if act.rule == "flag-flies" and "hands" in r.view.low[act.first : act.last + 1]:
        start = r.span(act.first, act.last)[0]
        return not any(p.start < start and not p.generic and p.kind != "country" for p in r.places)
    if (
        act.rule in ("fired-on", "shot-at")
        and after(r, act) in proofs().borrowed.under
        and "under" in r.view.low[act.first : act.last]
    ):
        return True  # "came under fire over taxes"
    if (
        act.act == "protest"
        and "chain" in v.low[act.first : act.last + 1]
        and proofs().street.rescues & set(v.low[act.last + 1 : act.last + 5])
    ):
        return True
    if act.act == "shoot" and (
        after(r, act) in ("wide", "over", "high", "straight") or (v.low[act.first], v.tag[act.first]) == ("fire", "NN")
    ):
        return True  # "fired wide", "came under artillery fire on Sunday"
    patient = None
    if v.verbal(token) and act.first == act.last and v.object(token) is None and not v.passive(token):
        doer = v.subject(token)
        if (
            doer is not None
            and doer not in r.party_at
            and act.act == "bomb"
            and (v.low[doer] in abstract or human(r, doer))
        ):
            return True  # "prices exploded", "the singer bombed"
    if v.verbal(token):
        patient = v.patient(token)
        if patient is not None and v.low[patient] in abstract and patient not in r.party_at:
            return True
    targets = [x for p, x in v.preps(token) if p in ("on", "against", "of", "to", "at", "into")]
    if act.act != "protest" and targets and all(v.low[x] in abstract for x in targets) and patient is None:
        return True
    if any(v.low[k] == "flash" for k in range(max(0, act.first - 2), act.first)):
        return True
    kids = [v.low[c] for c in v.children[token] if c < token and v.base(c) in ("amod", "compound", "nmod")]
    return act.noun and any(k in proofs().borrowed.kinds for k in kids)


def _odd_patient(r: Reading, act: Trigger) -> bool:
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


def _vehicle(r: Reading, act: Trigger) -> bool:
    """ "a lorry rammed a bus": an accident, unless armed men or police do it."""
    v = r.view
    if not v.low[act.token].startswith(("ram", "hit", "crash")) or act.act != "attack":
        return False
    doer = v.subject(act.token)
    return doer is None or doer not in r.party_at


def _byword(r: Reading) -> bool:
    """Words that say themselves that they are a figure of speech."""
    text = r.sentence.text.lower()
    return any(w in text for w in proofs().borrowed.bywords)


def _nature(r: Reading, act: Trigger) -> bool:
    """Floods, sickness and crashes kill too; an aircraft may drop food."""
    v = r.view
    if act.act == "abduct" and any(w in proofs().nature.swept for w in v.low[act.last + 1 : act.last + 5]):
        return True
    if act.act == "air" and any(w in proofs().nature.supplies for w in v.low[act.last + 1 : act.last + 4]):
        return True
    if act.act not in ("kill", "attack", "bodies", "clash", "abduct") or not v.verbal(act.token):
        return False
    doer = v.doer(act.token)
    natural = stance().source.natural.words
    if doer is not None and (v.low[doer] in natural or any(v.low[k] in natural for k in range(*v.phrase(doer)))):
        return True
    return v.low[act.token] == "crushed" and "to" in v.low[act.token + 1 : act.token + 2]


def struck(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A strike from afar, not one of teachers: on something, by someone armed, or from a weapon."""
    v = r.view
    if any(p in ("on", "against", "at") for p, _ in v.preps(act.token)) or frame.means:
        return True
    return any(p.armed for p in frame.parties)
