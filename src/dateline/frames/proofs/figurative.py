"""Words of violence borrowed for something else: "prices exploded", "a heart attack", "riot police"."""

from collections.abc import Callable

from dateline.frames.proofs.abstract import abstract, natural, odd
from dateline.frames.proofs.reach import after
from dateline.frames.proofs.street import spoken_protest, travels
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs

_FIRED = frozenset({"shell", "air", "bomb", "strike", "shoot"})


def figurative(r: Reading, act: Trigger) -> bool:
    """Whether the words around the trigger make it a figure of speech, or a deed of nobody's."""
    v = r.view
    if _without(r, act) or _said_so(r, act) or natural(r, act) or odd(r, act):
        return True
    if act.act in _FIRED and not proofs().borrowed.drills.isdisjoint(v.low):
        return True  # "held a live-fire exercise, firing 12 rockets"
    if act.act in _FIRED and _wreck(r, act):
        return True
    if act.act in _BORROWED and _BORROWED[act.act](r, act):
        return True
    if act.act == "clash" and "resistance" in v.low[act.first : act.last + 1] and "no" in v.low[act.first : act.last]:
        return True  # "met no resistance"
    if act.act == "shoot" and _in_the_air(r, act):
        return True
    if act.rule == "flag-flies" and "hands" in v.low[act.first : act.last + 1]:
        start = r.span(act.first, act.last)[0]
        return not any(p.start < start and not p.generic and p.kind != "country" for p in r.places)
    under = act.rule in ("fired-on", "shot-at") and "under" in v.low[act.first : act.last]
    if under and after(r, act) in proofs().borrowed.under:
        return True  # "came under fire over taxes"
    return abstract(r, act) or _qualified(r, act)


_WRECK = frozenset({"wreckage", "debris", "fragments", "wreck", "remnants"})


def _wreck(r: Reading, act: Trigger) -> bool:
    """ "wreckage of a drone set a barge alight": what fell of one that was brought down, and nobody hurt."""
    front = range(max(0, act.first - 4), act.first)
    return any(_fallen(r, k) for k in front) and not any(n.people and n.numeral and n.high != 0 for n in r.people)


def _fallen(r: Reading, k: int) -> bool:
    """Whether the word is what is left of a weapon, and not of an armed group ("remnants of Daesh")."""
    return r.view.low[k] in _WRECK and not any(k <= p.last <= k + 4 for p in r.parties)


def _in_the_air(r: Reading, act: Trigger) -> bool:
    """ "fired warning shots", "shots in the air": at nobody, as long as nobody is hurt."""
    low = r.view.low[act.first : act.last + 5]
    at = next((k for k, w in enumerate(low) if w in ("air", "sky")), 0)
    return ("warning" in low or (at > 1 and low[at - 2 : at] in (["into", "the"], ["in", "the"]))) and all(
        n.bare for n in r.people
    )


def _said_so(r: Reading, act: Trigger) -> bool:
    """The words right beside the trigger, or a byword anywhere: "bomb shelter", "like a blast", "the proverbial"."""
    low, text = r.view.low, r.sentence.text.lower()
    front = low[max(0, act.first - 2) : act.first]
    return (
        after(r, act) in proofs().borrowed.behind
        or "warrant" in low[max(0, act.first - 2) : act.last + 2]
        or front[-1:] == ["ever"]
        or front in (["like", "a"], ["like", "an"])
        or any(w in text for w in proofs().borrowed.bywords)
    )


def _qualified(r: Reading, act: Trigger) -> bool:
    """ "flash mob", "a heart attack", "a price war": the word before the event's noun."""
    v, token = r.view, act.token
    if "flash" in v.low[max(0, act.first - 2) : act.first]:
        return True
    kids = [v.low[c] for c in v.children[token] if c < token and v.base(c) in ("amod", "compound", "nmod")]
    return act.noun and any(k in proofs().borrowed.kinds for k in kids)


def _arrest(r: Reading, act: Trigger) -> bool:
    """ "cardiac arrest", "a warrant for the arrest of …", "prices have picked up", "he picked them up on the riverside"."""
    low = r.view.low
    if r.view.verbal(act.token) and low[act.token].startswith("pick") and not r.view.passive(act.token):
        doer = r.view.subject(act.token)
        return r.view.object(act.token) is None or (doer is not None and low[doer] in ("he", "she", "i", "we"))
    for_it = any(low[c] == "for" for c in r.view.kids(act.token, "case"))
    if act.noun and for_it and low[r.view.head[act.token]] in proofs().borrowed.sought:
        return True
    return act.noun and low[act.token] in ("arrest", "arrests") and "cardiac" in low[max(0, act.first - 1) : act.first]


def _attack(r: Reading, act: Trigger) -> bool:
    """ "harshly attacked the budget"."""
    low, token = r.view.low, act.token
    if _called(r, act):
        return True
    return r.view.verbal(token) and not proofs().borrowed.adverbs.isdisjoint(low[max(0, token - 1) : token + 2])


def _without(r: Reading, act: Trigger) -> bool:
    """ "without a fight", "a country without murdered people"."""
    v, token = r.view, act.token
    over = v.head[token] if v.base(token) == "amod" else token
    back = v.low[max(0, act.first - 2) : act.first]
    nearby = back[-1:] == ["without"] or (back[:1] == ["without"] and back[-1] in ("a", "an", "any", "firing"))
    return nearby or any(v.low[c] == "without" for c in v.kids(over, "case", "mark"))


def _called(r: Reading, act: Trigger) -> bool:
    """ "the law is a direct attack on the army": what something that is no event is called."""
    v, token = r.view, act.token
    front = v.phrase(token)[0]
    if not act.noun or not any(front - 2 <= c <= front + 1 for c in v.kids(token, "cop")):
        return False
    return any(
        v.tag[k] in ("NN", "NNS")
        and v.low[k] not in proofs().borrowed.events
        and not any(t.token == k for t in r.triggers)
        for k in v.kids(token, "nsubj")
    )


def _clash(r: Reading, act: Trigger) -> bool:
    """ "clashes between the president and his deputy", "fought the floods"."""
    v = r.view
    if v.verbal(act.token):
        foe = v.object(act.token) if v.low[act.token].startswith(("fight", "fought", "battl")) else None
        return foe is not None and v.low[foe] in proofs().borrowed.causes
    sides = [k for p, x in v.preps(act.token) if p == "between" for k in v.conjuncts(x)]
    return len(sides) > 1 and all(v.low[k] in proofs().borrowed.offices for k in sides)


def _blow(r: Reading, act: Trigger) -> bool:
    """ "dealt a blow to drug trafficking"."""
    v = r.view
    onto = [x for k in range(act.first, act.last + 1) for p, x in v.preps(k) if p == "to"]
    return bool(onto) and all(v.low[x] in proofs().borrowed.causes for x in onto)


def _agree(r: Reading, act: Trigger) -> bool:
    """ "signed an agreement to increase trade"."""
    low = set(r.view.low)
    return bool(low & proofs().peace.business) and not low & proofs().peace.given and not low & proofs().peace.pacts


def _protest(r: Reading, act: Trigger) -> bool:
    """Nobody in the street, or pilgrims, or a human chain of rescuers."""
    low = r.view.low
    chain = "chain" in low[act.first : act.last + 1] and proofs().street.rescues & set(low[act.last + 1 : act.last + 5])
    if (act.noun or low[act.first] == "sit") and _ended(r, act):
        return True
    return spoken_protest(r, act) or travels(r, act) or not proofs().street.pious.isdisjoint(low) or bool(chain)


_ENDED = frozenset("end ends ended ending called suspend suspends suspended suspending lift lifted".split())


def _ended(r: Reading, act: Trigger) -> bool:
    """ "called off their sit-in", "SIT-IN ENDS": that it is over."""
    low = r.view.low
    front = low[max(0, act.first - 4) : act.first]
    off = "off" in front and "called" in front
    return (
        off
        or not _ENDED.isdisjoint(low[act.last + 1 : act.last + 2])
        or not (_ENDED - {"called"}).isdisjoint(front[-2:])
    )


def _abduct(r: Reading, act: Trigger) -> bool:
    """ "the names of the disappeared"."""
    low = r.view.low
    behind = low[act.last + 1 : act.last + 2]
    named = act.first == act.last and low[max(0, act.first - 1) : act.first] == ["the"]
    return named and low[act.first] == "disappeared" and (not behind or not r.view.tag[act.last + 1].startswith("NN"))


_RUNS = frozenset(
    "drove drive driven driving ploughed plowed ploughing plowing rammed crashed crashing smashed slammed sped hurtled careered ran swerved".split()
)


def run_into(r: Reading, crowd: int) -> bool:
    """ "drove a van into a crowd": whoever stood there."""
    v = r.view
    return v.low[v.head[crowd]] in _RUNS and any(v.low[k] == "into" for k in v.kids(crowd, "case"))


def _mob(r: Reading, act: Trigger) -> bool:
    """ "riot police"; "drove a van into a crowd". Youths who stoned police did."""
    kit = after(r, act) in ("police", "squad", "squads", "gear", "shields", "control")
    return run_into(r, act.token) or (kit and not r.view.low[act.first].endswith(("ed", "ing")))


def _strike(r: Reading, act: Trigger) -> bool:
    """ "the pilots' union launched a strike"; an "armed strike" closes shops and roads."""
    low = r.view.low
    work = act.noun and not proofs().borrowed.labour.isdisjoint(low) and after(r, act) not in ("on", "against")
    return work or "armed" in low[max(0, act.token - 1) : act.token]


def _take(r: Reading, act: Trigger) -> bool:
    """ "raids across the occupied West Bank", "cleared of all charges"."""
    v, token = r.view, act.token
    if v.tag[token] in ("VBN", "JJ") and v.base(token) == "amod" and v.head[token] > token:
        return True
    return any(p == "of" and v.low[x] in proofs().borrowed.blame for p, x in v.preps(token))


def _loot(r: Reading, act: Trigger) -> bool:
    """ "burnt-out vehicles", "wreckage of a drone set a barge alight", "saw no burnt house"."""
    v = r.view
    doer = v.doer(act.token) if v.verbal(act.token) else None
    if doer is not None and _fallen(r, doer):
        return True
    return v.low[act.first + 1 : act.first + 3] == ["-", "out"] or v.low[max(0, act.first - 1) : act.first] == ["no"]


def _shoot(r: Reading, act: Trigger) -> bool:
    """ "fired wide", "came under artillery fire on Sunday", "shot in the air"."""
    up = r.view.low[act.last + 1 : act.last + 4]
    if up[:1] in (["in"], ["into"]) and "air" in up:
        return True
    noun = (r.view.low[act.first], r.view.tag[act.first]) == ("fire", "NN")
    return noun or after(r, act) in ("wide", "over", "high", "straight")


def _air(r: Reading, act: Trigger) -> bool:
    """ "A plane was hit by gunfire": struck itself."""
    v = r.view
    struck = v.low[act.token] in ("hit", "struck", "targeted", "attacked", "damaged") and v.passive(act.token)
    return struck and act.first in v.kids(act.token, "nsubj")


_BORROWED: dict[str, Callable[[Reading, Trigger], bool]] = {
    "abduct": _abduct,
    "agree": _agree,
    "air": _air,
    "arrest": _arrest,
    "attack": _attack,
    "blow": _blow,
    "clash": _clash,
    "protest": _protest,
    "mob": _mob,
    "strike": _strike,
    "take": _take,
    "loot": _loot,
    "shoot": _shoot,
}
