"""What stands over a deed in the tree, nearest first: plans, conditions, denials."""

from dateline.annotate.roles import View
from dateline.frames.contexts.denied import denied_before, never
from dateline.frames.contexts.fact import done_to, happened, presupposed, telling
from dateline.frames.contexts.verdict import NEWS, Verdict
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance
from dateline.packs.stretches import stretches


def above(r: Reading, act: Trigger, first: int, last: int) -> Verdict:
    """What stands over the deed in the tree, nearest first."""
    v, words = r.view, stance()
    token = act.token
    if v.negated(token) or (act.noun and any(v.low[c] == "no" for c in v.children[token])):
        return "denied", "negated"
    if act.noun and any(v.low[k] == "any" for k in v.children[token]):
        return "hypothetical", "“any”: none in particular"
    if act.noun and any(
        v.low[k] in words.source.plan.words or v.low[k] in ("possible", "potential", "feared")
        for k in v.children[token]
        if v.base(k) == "amod"
    ):
        return "planned", "only planned"
    if act.noun and v.base(token) == "nsubj" and v.verbal(v.head[token]) and v.negated(v.head[token]):
        return "denied", "said not to have happened"
    if never(r, token, last):
        return "denied", "said not to have happened"
    if denied_before(r, first, token):
        return "denied", "denied in the same breath"
    if last >= len(v) - 3 and r.sentence.text.rstrip(" \"”’')").endswith("?"):
        return "hypothetical", "a question"
    if token and v.tag[token] == "VBG" and v.low[token - 1] in stretches().above.ended:
        return "hypothetical", f"after “{v.words[token - 1]}”"
    if (
        token
        and v.tag[token] == "VBG"
        and v.low[token - 1] == "from"
        and v.low[v.head[token]] in stretches().above.kept
    ):
        return "denied", f"“{v.words[v.head[token]]} from”"
    if (
        act.noun
        and v.base(token) == "obj"
        and v.low[v.head[token]] in stretches().above.ended
        and v.tag[v.head[token]] == "VB"
    ):
        return "background", f"named as what somebody means to {v.words[v.head[token]]}"
    known = presupposed(r, act)
    below = token
    for j in v.chain(token):
        if act.act == "protest" and j == token and done_to(r, j):
            return NEWS
        if act.act == "agree" and "agreed" in (v.low[j], v.low[v.head[j]]) and v.low[token] != "agreed":
            return NEWS  # "agreed on Monday to exchange 800 prisoners": the accord is the deed
        known = known or (below != j and telling(r, j, below))
        verdict = _over(r, j, below, token)
        if verdict is not NEWS:
            return NEWS if known and verdict[0] in ("planned", "hypothetical") else verdict
        below = j
    return NEWS


def _over(r: Reading, j: int, below: int, token: int) -> Verdict:
    """The verdict of one word on the way up from the deed; ``below`` is the step before it."""
    v, words = r.view, stance()
    low = v.low[j]
    helpers = {v.low[c] for c in v.kids(j, "aux")}
    if v.verbal(j) or v.kids(j, "aux"):
        if helpers & stretches().above.future:
            return "planned", "told of the future"
        if helpers & stretches().above.modal and not _reported_can(v.low, j):
            return "hypothetical", "told as possible"
        marks = {v.low[c] for c in v.kids(j, "mark")}
        if marks & {"if", "unless", "lest"}:
            return "hypothetical", "a condition"
        if "whether" in marks:
            return "hypothetical", "an open question"
    if j == below:
        if (
            {v.low[c] for c in v.kids(j, "aux", "cop", "mark")} & {"to"}
            and v.tag[v.head[j]].startswith("VB")
            and v.low[v.head[j]] in ("is", "are")
        ) or _is_to(v, j):
            return "planned", "told of the future"
        if v.tag[j] == "VB" and "to" in {v.low[c] for c in v.kids(j, "mark", "aux")} and v.head[j] != j:
            over = v.low[v.head[j]]
            if over in words.plan or over in words.source.plan.nouns:
                return "planned", f"after “{v.words[v.head[j]]}”"
            if v.base(j) in ("advcl", "acl") and over not in stretches().above.real:
                return "hypothetical", "a purpose, not a deed"
        return NEWS
    link = v.base(below)
    if (
        low.startswith("call")
        and v.verbal(j)
        and link == "obl"
        and any(v.low[c] == "for" for c in v.kids(below, "case"))
    ):
        return "planned", f"after “{v.words[j]} for”"
    if (
        low in words.denial
        and v.verbal(j)
        and (v.low[below] in stretches().above.parts or (low.startswith("reject") and below == token and link == "obj"))
    ):
        return NEWS  # "denied any part in the killing of …", "rejected the murder of …": it happened
    if low in words.denial and v.verbal(j) and link in ("ccomp", "xcomp", "obj", "obl", "advcl", "nmod"):
        return "denied", f"“{v.words[j]}”"
    if link in ("ccomp", "xcomp", "obj", "acl", "nmod", "obl", "advcl"):
        if (
            low in words.plan
            and v.verbal(j)
            and not (low.startswith("call") and (_named(v, j, below) or (link == "xcomp" and v.object(j) is not None)))
            and link in ("ccomp", "xcomp", "obj")
            and not (happened(r, below) or happened(r, token))
        ):
            return "planned", f"after “{v.words[j]}”"
        if low in words.hypothesis and v.verbal(j) and not happened(r, below) and not _feared_dead(v, j):
            return "hypothetical", f"after “{v.words[j]}”"
        if low in words.source.plan.nouns and not v.verbal(j) and link in ("acl", "nmod") and not happened(r, below):
            return "planned", f"after “{v.words[j]}”"
        if low in words.source.hypothetical.nouns and not v.verbal(j):
            return "hypothetical", f"after “{v.words[j]}”"
        if low in words.source.denial.nouns and not v.verbal(j):
            return "denied", f"after “{v.words[j]}”"
    if low in words.source.denial.words:
        return "denied", f"called “{v.words[j]}”"
    return NEWS


def _is_to(v: View, j: int) -> bool:
    """ "is to be disarmed": the verb right after "is to" or "are to"."""
    at = min([j, *v.kids(j, "aux", "aux:pass")])
    back = v.low[max(0, at - 3) : j]
    return "to" in back and any(w in ("is", "are") for w in back) and v.tag[j] in ("VB", "VBN")


def _named(v: View, j: int, below: int) -> bool:
    """ "called it an execution", "called the killings “a heinous crime”": given a name, not called for."""
    ahead = v.low[j + 1 : j + 2]
    return below > j and ahead != [] and ahead[0] in ("the", "this", "these", "it", "them")


def _reported_can(low: list[str], j: int) -> bool:
    """ "could be heard", "can be seen": perception, not possibility."""
    return low[j] in ("heard", "seen", "confirmed", "verified", "reached")


def _feared_dead(v: View, j: int) -> bool:
    """ "No fewer than 20 persons were feared killed as bandits invaded": a toll not yet sure of an event that is."""
    return v.low[j] == "feared" and v.low[j + 1 : j + 2] in (["killed"], ["dead"]) and v.passive(j)
