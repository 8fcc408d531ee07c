"""What stands right with a deed: a negation, a question, "no", "any", "possible", "stop"."""

from dateline.annotate.roles import View
from dateline.frames.contexts.denied import denied_before, never, unconfirmed, untrue
from dateline.frames.contexts.verdict import NEWS, Verdict
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance
from dateline.packs.stretches import stretches


def beside(r: Reading, act: Trigger, first: int, last: int) -> Verdict:
    """What the words at the deed itself say of it."""
    v, token = r.view, act.token
    if unconfirmed(r):
        return "hypothetical", "not confirmed"
    if v.negated(token):
        return "denied", "negated"
    verdict = _of_noun(r, act) if act.noun else NEWS
    if verdict is not NEWS:
        return verdict
    if never(r, token, last):
        return "denied", "said not to have happened"
    if untrue(r, token):
        return "denied", "said to be untrue"
    if denied_before(r, first, token):
        return "denied", "denied in the same breath"
    if last >= len(v) - 3 and r.sentence.text.rstrip(" \"”’')").endswith("?"):
        return "hypothetical", "a question"
    return _kept_from(r, act, first)


def _of_noun(r: Reading, act: Trigger) -> Verdict:
    """ "no attack", "any attack", "a possible attack", "the attack did not come"."""
    v, token = r.view, act.token
    kids = {v.low[c] for c in v.children[token]}
    if "no" in kids:
        return "denied", "negated"
    if "any" in kids:
        return "hypothetical", "“any”: none in particular"
    if "such" in kids and v.tag[token] == "NNS" and not r.times:
        return "background", "told in general terms"
    plans = stance().source.plan.words | {"possible", "potential", "feared"}
    if any(v.low[k] in plans for k in v.children[token] if v.base(k) == "amod"):
        return "planned", "only planned"
    over = v.head[token]
    if v.dep[token] == "nsubj:pass" and v.low[over] in stretches().above.called and _to_come(v, over):
        return "planned", f"“{v.words[over]}” for a day to come"
    if v.base(token) == "nsubj" and v.verbal(v.head[token]) and v.negated(v.head[token]):
        return "denied", "said not to have happened"
    return NEWS


def _kept_from(r: Reading, act: Trigger, first: int) -> Verdict:
    """ "stop killing", "kept from firing", "to end the attacks"."""
    v, token = r.view, act.token
    words, over = stretches().above, v.head[token]
    if token and v.tag[token] == "VBG":
        if v.low[token - 1] in words.ended:
            return "hypothetical", f"after “{v.words[token - 1]}”"
        if v.low[token - 1] == "from" and v.low[over] in words.kept:
            return "denied", f"“{v.words[over]} from”"
    if v.low[max(0, token - 2) : token] == ["from", "being"] and not words.kept.isdisjoint(v.low[first:token]):
        return "denied", "kept from"
    if act.noun and v.base(token) == "obj" and v.low[over] in words.ended and v.tag[over] == "VB":
        return "background", f"named as what somebody means to {v.words[over]}"
    return NEWS


def _to_come(v: View, verb: int) -> bool:
    """ "is planned", "has been called for Saturday"."""
    present = any(v.low[k] in ("is", "are", "'s", "been") for k in v.kids(verb, "aux:pass"))
    return present and (
        v.low[verb] in ("planned", "scheduled", "expected")
        or any(p == "for" for p, _ in v.preps(verb))
        or "for" in v.low[verb:]
    )
