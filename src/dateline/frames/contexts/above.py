"""What stands over a deed in the tree, nearest first: plans, conditions, denials."""

from dateline.annotate.roles import View
from dateline.frames.contexts.beside import beside
from dateline.frames.contexts.denied import blamed
from dateline.frames.contexts.fact import done_to, happened, presupposed, telling
from dateline.frames.contexts.verdict import NEWS, Verdict
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance
from dateline.packs.stretches import stretches

_LINKS = ("ccomp", "xcomp", "obj", "acl", "nmod", "obl", "advcl")


def above(r: Reading, act: Trigger, first: int, last: int) -> Verdict:
    """What stands with the deed, and over it in the tree, nearest first."""
    verdict = beside(r, act, first, last)
    if verdict is not NEWS:
        return verdict
    v, token = r.view, act.token
    known, below = presupposed(r, act), token
    for j in v.chain(token):
        if act.act == "protest" and j == token and done_to(r, j):
            return NEWS
        if act.act == "agree" and "agreed" in (v.low[j], v.low[v.head[j]]) and v.low[token] != "agreed":
            return NEWS  # "agreed on Monday to exchange 800 prisoners": the accord is the deed
        known = known or (below != j and telling(r, j, below))
        verdict = _step(r, j, below, token)
        if verdict is not NEWS:
            return NEWS if known and verdict[0] in ("planned", "hypothetical") else verdict
        below = j
    return NEWS


def _step(r: Reading, j: int, below: int, token: int) -> Verdict:
    """The verdict of one word on the way up from the deed; ``below`` is the step before it."""
    verdict = _helpers(r, j)
    if verdict is NEWS:
        itself = j == below or _helps(r, j, below)
        verdict = _itself(r, j) if itself else _over(r, j, below, token)
    return verdict


def _helps(r: Reading, j: int, below: int) -> bool:
    """ "sent troops to help him oust the general": what the help is for is no more done than the help."""
    v = r.view
    return v.low[j] in ("help", "assist", "let", "enable") and v.tag[j] == "VB" and v.tag[below] == "VB"


def _helpers(r: Reading, j: int) -> Verdict:
    """What the helpers of a verb say, and the word that opens its clause."""
    v = r.view
    if not v.verbal(j) and not v.kids(j, "aux", "cop"):
        return NEWS
    helpers = {v.low[c] for c in v.kids(j, "aux")}
    if helpers & stretches().above.future:
        return "planned", "told of the future"
    if helpers & stretches().above.modal and not _reported_can(v.low, j):
        return "hypothetical", "told as possible"
    marks = {v.low[c] for c in v.kids(j, "mark")}
    if "until" in marks and v.low[min([j, *v.kids(j, "aux", "aux:pass")])] in ("is", "are", "falls", "fall"):
        return "hypothetical", "what is still to come"
    if marks & {"if", "unless", "lest"}:
        return "hypothetical", "a condition"
    return ("hypothetical", "an open question") if "whether" in marks else NEWS


def _used(v: View, j: int) -> bool:
    """ "used a gun to shoot a vendor": a deed that was done."""
    over = v.head[j]
    return v.low[over] == "used" or (v.base(over) == "obj" and v.low[v.head[over]] == "used")


def _itself(r: Reading, j: int) -> Verdict:
    """Whether the deed's own form says that it is still to come."""
    v = r.view
    over = v.low[v.head[j]]
    to = any(v.low[c] == "to" for c in v.kids(j, "aux", "cop", "mark"))
    if (to and v.tag[v.head[j]].startswith("VB") and over in ("is", "are")) or _is_to(v, j):
        return "planned", "told of the future"
    if v.tag[j] in ("VB", "VBG") and _meant(v, j):
        return "planned", f"after “{v.words[v.head[j]]}”"
    if v.tag[j] == "VB" and any(v.low[c] == "to" for c in v.kids(j, "mark", "aux")) and v.head[j] != j:
        if over in stance().plan or over in stance().source.plan.nouns:
            return "planned", f"after “{v.words[v.head[j]]}”"
        if v.base(j) in ("advcl", "acl") and over not in stretches().above.real and not _used(v, j):
            return "hypothetical", "a purpose, not a deed"
    return NEWS


def _meant(v: View, j: int) -> bool:
    """ "was created to attack", "is aimed at attacking", "the mission of killing": what something is for."""
    over, words = v.head[j], stretches().above
    if v.low[over] in words.meant and v.base(j) in ("xcomp", "advcl"):
        return v.passive(over) or v.tag[over] == "VBN"
    to = {v.low[c] for c in v.kids(j, "mark", "case", "aux")} & {"to", "of"}
    return v.low[over] in words.aims and v.base(j) in ("acl", "nmod") and bool(to)


def _over(r: Reading, j: int, below: int, token: int) -> Verdict:
    """What a word over the deed says of the clause ``below`` it."""
    v, words = r.view, stance()
    low, link = v.low[j], v.base(below)
    if not v.verbal(j):
        verdict = _noun(r, j, below)
        if verdict is not NEWS:
            return verdict
    elif low.startswith("call") and link == "obl" and any(v.low[c] == "for" for c in v.kids(below, "case")):
        return "planned", f"after “{v.words[j]} for”"
    elif low.startswith("announc") and link == "obj" and _set_for(r, token):
        return "planned", f"after “{v.words[j]}”"
    elif low.startswith("warn") and link == "obl" and any(v.low[c] == "of" for c in v.kids(below, "case")):
        return "hypothetical", f"after “{v.words[j]} of”"
    elif low in words.denial and (
        v.low[below] in stretches().above.parts
        or (low.startswith("reject") and below == token and link == "obj")
        or blamed(r, token)
    ):
        return NEWS  # "denied any part in the killing of …", "rejected the murder of …": it happened
    elif low in words.denial and link in ("ccomp", "xcomp", "obj", "obl", "advcl", "nmod"):
        return "denied", f"“{v.words[j]}”"
    elif low in words.plan and _plans(r, j, below, token):
        return "planned", f"after “{v.words[j]}”"
    elif low in words.hypothesis and link in _LINKS and not happened(r, below) and not _feared_dead(v, j):
        return "hypothetical", f"after “{v.words[j]}”"
    return ("denied", f"called “{v.words[j]}”") if low in words.source.denial.words else NEWS


def _set_for(r: Reading, token: int) -> bool:
    """ "announced a march in Acapulco for this Thursday": a day that the deed is set for."""
    return any(first > token and r.view.low[first - 1] == "for" for first, _ in r.time_tokens)


def _plans(r: Reading, j: int, below: int, token: int) -> bool:
    """Whether the verb ``j`` plans the clause below it, and does not speak of what happened."""
    v, link = r.view, r.view.base(below)
    if v.low[j].startswith("call") and (_named(v, j, below) or (link == "xcomp" and v.object(j) is not None)):
        return False
    return link in ("ccomp", "xcomp", "obj") and not (happened(r, below) or happened(r, token))


def _noun(r: Reading, j: int, below: int) -> Verdict:
    """What a noun over the deed says: "a plan to …", "rumours of …"."""
    v, words = r.view, stance().source
    low, link = v.low[j], v.base(below)
    if link not in _LINKS:
        return NEWS
    if low in words.plan.nouns and link in ("acl", "nmod") and not happened(r, below):
        return "planned", f"after “{v.words[j]}”"
    if low in words.hypothetical.nouns:
        return "hypothetical", f"after “{v.words[j]}”"
    return ("denied", f"after “{v.words[j]}”") if low in words.denial.nouns else NEWS


def _is_to(v: View, j: int) -> bool:
    """ "is to be disarmed": the verb right after "is to" or "are to"."""
    at = min([j, *v.kids(j, "aux", "aux:pass")])
    back = v.low[max(0, at - 3) : j]
    return "to" in back and any(w in ("is", "are") for w in back) and v.tag[j] in ("VB", "VBN")


def _named(v: View, j: int, below: int) -> bool:
    """ "called it an execution", "called the killings “a heinous crime”", "a group called Dawn": given a name, not called for."""
    ahead = v.words[j + 1 : j + 2]
    if ahead and ahead[0][:1].isupper() and v.low[j] == "called":
        return True
    return below > j and ahead != [] and ahead[0] in ("the", "this", "these", "it", "them")


def _reported_can(low: list[str], j: int) -> bool:
    """ "could be heard", "can be seen": perception, not possibility."""
    return low[j] in ("heard", "seen", "confirmed", "verified", "reached")


def _feared_dead(v: View, j: int) -> bool:
    """ "No fewer than 20 persons were feared killed as bandits invaded": a toll not yet sure of an event that is."""
    return v.low[j] == "feared" and v.low[j + 1 : j + 2] in (["killed"], ["dead"]) and v.passive(j)
