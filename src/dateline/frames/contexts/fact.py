"""Deeds that are facts whatever is planned above them: "tried for the murder of …", "the men who killed …"."""

from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance
from dateline.packs.stretches import stretches


def happened(r: Reading, j: int) -> bool:
    """Whether the clause below is itself told in the past ("warned that gunmen had taken the road")."""
    v = r.view
    return v.tag[j] in ("VBD",) or bool({v.low[c] for c in v.kids(j, "aux")} & {"had", "has", "have", "was", "were"})


def done_to(r: Reading, j: int) -> bool:
    """ "left their gowns on the steps to protest at a decree": a purpose that the deed above it already is."""
    v = r.view
    plan = stance().source.plan.nouns
    if v.tag[j] != "VB" or v.base(j) not in ("advcl", "acl") or v.low[v.head[j]] in plan:
        return False
    over = next((k for k in v.chain(v.head[j]) if v.verbal(k)), j)
    return (
        v.tag[over] == "VBD"
        and not v.negated(over)
        and v.low[over] not in stance().plan
        and v.low[over] not in stance().speech
    )


def telling(r: Reading, j: int, below: int) -> bool:
    """ "the men who killed six priests will be tried", "we want to say that a bomb went off": a clause with a past of its own
    tells a fact, whatever is planned above it."""
    v = r.view
    if not v.verbal(below) or not (
        v.dep[below] == "acl:relcl" or (v.base(below) == "ccomp" and v.low[j] in stance().speech)
    ):
        return False
    return v.tag[below] == "VBD" or happened(r, below)


def presupposed(r: Reading, act: Trigger) -> bool:
    """ "will be tried for the murder of six priests": "the" and a thing done to somebody; what is planned is something else."""
    v = r.view
    token = act.token
    if (
        not act.noun
        or v.base(token) not in ("obl", "nmod")
        or v.low[v.phrase(token)[0]] not in ("the", "this", "these")
    ):
        return False
    over = v.low[v.head[token]]
    plans = stance().source
    if over in plans.plan.nouns or over in plans.hypothetical.nouns or over in plans.denial.nouns:
        return False
    case = {v.low[c] for c in v.children[token] if v.base(c) == "case"}
    return bool(case & stretches().above.for_it) and any(p == "of" for p, _ in v.preps(token))
