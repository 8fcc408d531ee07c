"""Deeds that are not what happened: the scene of another, what it is told after, what a protest is about."""

from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stretches import stretches


def not_scenery(r: Reading, acts: list[Trigger]) -> list[Trigger]:
    """ "shot dead as he left a rally", "a bomb went off near a demonstration": where it happened, not what did."""
    harm = [t for t in acts if t.act in ("kill", "bomb", "suicide", "abduct") and not t.weak]
    if not harm or any(t.act == "protest" and not t.noun for t in acts) or any(p.kind == "crowd" for p in r.parties):
        return acts
    dispersed = "during" in r.view.low or "dispersing" in r.view.low
    if harm[0].act == "kill" and dispersed and _state_doer(r, harm[0]):
        return acts  # "shot dead by police during protests": they killed a protester
    return [t for t in acts if not (t.act == "protest" and t.noun and harm[0].first < t.first)]


_OPERATIONS = frozenset({"operation", "operations", "campaign", "manhunt"})
_HARM = frozenset({"kill", "shoot", "attack", "abduct", "bomb", "suicide", "loot"})


def operation(r: Reading, act: Trigger) -> bool:
    """ "launched a search operation", "the operation against": what is carried out, and not what happens in it."""
    return act.act == "clash" and not _OPERATIONS.isdisjoint(r.view.low[act.first : act.last + 1])


def without_pursuit(r: Reading, acts: list[Trigger]) -> list[Trigger]:
    """ "Gunmen killed six farmers, prompting soldiers to launch a search operation": without what the deed was followed by."""
    acts = _without_sequel(r, acts)
    harm = next((t for t in acts if t.act in _HARM and not t.weak), None)
    if harm is None:
        return acts
    return [t for t in acts if not (operation(r, t) and t.first > harm.last and _set_going(r, harm, t))]


_APART = frozenset("hours days weeks months later day week".split())


def _without_sequel(r: Reading, acts: list[Trigger]) -> list[Trigger]:
    """ "an ambush, followed within days by a drone attack": without the deeds that only came later."""
    low = r.view.low
    k = next((k for k, w in enumerate(low) if w == "followed" and "by" in low[k + 1 : k + 6]), None)
    if k is None or _APART.isdisjoint(low[k + 1 : low.index("by", k)]):
        return acts
    return [t for t in acts if t.last < k] or acts


def _set_going(r: Reading, harm: Trigger, act: Trigger) -> bool:
    """Whether others than the doers of the harm begin the operation: in a clause behind it, with a subject of its own."""
    v = r.view
    clause = v.clause(act.token)
    if v.clause(harm.token) == clause or not v.verbal(clause):
        return False
    prompted = any(
        v.low[k].startswith(("prompt", "forc", "trigger", "le")) and v.tag[k] == "VBG" for k in v.chain(act.token)
    )
    return prompted or v.subject(clause) is not None


def _state_doer(r: Reading, act: Trigger) -> bool:
    doer = r.view.doer(act.token) if r.view.verbal(act.token) else None
    return any(
        p.kind == "state" and ((p.first and r.view.low[p.first - 1] == "by") or doer in range(p.first, p.last + 1))
        for p in r.parties
    )


def landmark(r: Reading, act: Trigger) -> bool:
    """ "On the eve of the march …", "two days after the attack …", "near the site of the clash": a deed that only says when or
    where another was done."""
    first, _ = r.view.phrase(act.token)
    first = act.first - 1 if r.view.low[act.first - 1] in stretches().told.pointing else first
    noun = act.noun or r.view.tag[act.token].startswith("NN")
    if not noun or r.view.low[first] not in stretches().told.pointing or first < 2:
        return False
    over, far = r.view.low[first - 1], r.view.low[first - 2]
    return (over in ("of", "after", "before") and far in stretches().told.distances) or (
        over == "of" and far in ("site", "scene")
    )


def without_causes(r: Reading, acts: list[Trigger], last: int) -> tuple[list[Trigger], int]:
    """Without what a protest is about ("a march against the killing of …, whose bodies were found on Monday"): that deed is the
    reason, not the event. -> the deeds that are left, and the last token that still tells of them."""
    v = r.view
    protests = [t for t in acts if t.act == "protest"]
    if protests:
        acts = [t for t in acts if t.act != "strike"]
        mains = [t for t in protests if t.rule not in ("crowd-control", "broken-up")]
    else:
        mains = [t for t in acts if t.act == "arrest"]
    for i in range(mains[0].last + 1, last + 1) if mains else ():
        protest = max((t for t in mains if t.last < i), key=lambda t: t.last)
        carried = _carries(r, i)
        if (
            (carried or (v.low[i] in stretches().protests.causes and not _places(r, i) and not _qualifies(r, i)))
            and not (i < last and v.tag[i + 1] == "CD")
            and any(i < t.first < _ends(r, i, last) and t.act not in ("protest", "mob") for t in acts)
            and (carried or not any(v.words[k] in ",;" for k in range(protest.last + 1, i)))
        ):
            resume = next((k for k in range(i, last) if _resumes(r, k)), None)
            if resume is None:
                return [t for t in acts if t.last < i], last if _only_named(r, acts, i) else i - 1
            return [t for t in acts if t.last < i or t.first > resume], last
    return acts, last


def _only_named(r: Reading, acts: list[Trigger], i: int) -> bool:
    """ "detained six people over the unrest on Tuesday": the cause is one word that points back, and the day behind it theirs."""
    causes = [t for t in acts if t.first > i]
    bare = len(causes) == 1 and causes[0].noun and causes[0].first == causes[0].last == i + 2
    days = {first for first, _ in r.time_tokens}
    return bare and r.view.low[i + 1] in stretches().told.pointing and bool({i + 3, i + 4} & days)


def _qualifies(r: Reading, i: int) -> bool:
    """ "arrested two suspected gun runners in raids": who they are, and not what for."""
    return r.view.base(i) == "amod" and r.view.head[i] > i


def _ends(r: Reading, i: int, last: int) -> int:
    """Where the cause gives way to the next thing done: "detained six over the unrest and said …"."""
    v = r.view
    return next((k for k in range(i, last) if v.low[k] in ("and", "but") and v.tag[k + 1] == "VBD"), last + 1)


def _carries(r: Reading, i: int) -> bool:
    """ "…, carrying the bodies of those killed on Monday"."""
    words = stretches().protests
    return r.view.low[i] in words.carrying and not words.carried.isdisjoint(r.view.low[i + 1 : i + 5])


def _places(r: Reading, i: int) -> bool:
    """ "blocked the highway at Bantul on Sunday": where, and not what for."""
    at = r.span(i, i + 1)[1] if r.view.low[i] == "at" and i + 1 < len(r.view) else None
    return at is not None and any(p.start < at <= p.end for p in r.places)


def _resumes(r: Reading, k: int) -> bool:
    """ ", leaving three dead", "and several were hurt": here the protest itself is told again."""
    v = r.view
    if v.low[k] == "and":
        return v.tag[k + 1] == "CD" or v.low[k + 1] in ("several", "many", "dozens")
    return v.words[k] == "," and v.low[k + 1] in stretches().protests.resulting
