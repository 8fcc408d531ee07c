"""Has it happened, and is it news here? What the words around a deed say: plans, threats, hypotheses, denials, history.

Only words are looked at; whether a date lies too far back is asked when dates are resolved.
"""

import re

from dateline.annotate.roles import View
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Context
from dateline.packs.lexicon import layout
from dateline.packs.stance import stance

_REAL = frozenset(
    "manage managed manages managing begin began begun continue continued continues start started starts help helped go went "
    "came come used proceed proceeded proceeds try tried attempt attempts attempted attempting failed fail forced force led".split()
)
_MODAL = frozenset({"could", "may", "might", "would", "should", "can", "must"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_CONDITION = frozenset({"if", "unless", "whether", "should", "lest"})
_KEPT = frozenset(
    "stop stops stopped prevent prevents prevented keep keeps kept bar barred deter deterred dissuade dissuaded".split()
)
_ENDED = frozenset({"stop", "cease", "halt", "end", "avoid", "prevent", "refrain"})
Verdict = tuple[Context, str | None]
NEWS: Verdict = ("news", None)


_ASKED = re.compile(r"\b(?:if|whether) it (?:is|'s|’s|was|were) true\b|\bis it true\b")
_TALLIES = re.compile(
    r"\bbring(?:s|ing)? (?:to \S+ )?the (?:total |overall )?(?:number|total|tally) of (?:\S+ ){1,14}?(?:since|this (?:year|month)|so far)\b"
)


def context(r: Reading, first: int, last: int, acts: list[Trigger]) -> Verdict:
    """The context of the stretch and, where it is set aside, the reason in words."""
    kind = layout().sections.get(r.sentence.section or "", "news")
    if acts and _ASKED.search(" ".join(r.view.low[: acts[0].first])):
        return "hypothetical", "asked, not told"
    if acts and _TALLIES.search(" ".join(r.view.low)):
        return "background", "a tally of many events, none told by itself"
    if acts and _in_court(r, first, acts[0]):
        return "background", "told in a court"
    main = next((t for t in acts if not t.weak), acts[0] if acts else None)
    if main is not None:
        for act in acts:
            if (staged := _staged(r, first, act)) is not NEWS:
                return staged
        verdict = _governed(r, main, first, last)
        if verdict is not NEWS:
            return verdict
    if (
        (
            main is None
            and (root := next((k for k in range(first, last + 1) if r.view.base(k) == "root"), None)) is not None
        )
        and r.view.low[root] in stance().planned
        and r.view.verbal(root)
    ):
        return "planned", f"after “{r.view.words[root]}”"
    if kind == "background":
        return "background", f"stands under “{r.sentence.section}”"
    if kind == "planned":
        return "planned", f"stands under “{r.sentence.section}”"
    if main is not None and (history := _history(r, first, last, main)):
        return "background", history
    if acts and _in_general(r, first, last, acts):
        return "background", "a charge in general terms"
    return NEWS


def _in_general(r: Reading, first: int, last: int, acts: list[Trigger]) -> bool:
    """ "Rights groups have accused the army of killing civilians": a charge with no day, no place, and nobody in particular."""
    v = r.view
    if not any(w.startswith("accus") for w in v.low[first : acts[0].first]):
        return False
    s, e = r.span(first, last)
    if any(s <= t.start < e for t in r.times) or any(
        s <= p.start < e and not p.qualifier and p.kind != "country" for p in r.places
    ):
        return False
    return all(v.tag[t.token] == "VBG" and _bare(v, v.object(t.token)) for t in acts)


def _bare(v: View, thing: int | None) -> bool:
    """Whether "civilians" stands there and not "the civilians", "six civilians"."""
    return thing is not None and v.tag[thing] == "NNS" and v.phrase(thing)[0] == thing


def _feared_dead(v: View, j: int) -> bool:
    """ "No fewer than 20 persons were feared killed as bandits invaded": a toll not yet sure of an event that is."""
    return v.low[j] == "feared" and v.low[j + 1 : j + 2] in (["killed"], ["dead"]) and v.passive(j)


_STAGED = frozenset(
    "simulating simulated simulates simulate rehearsing rehearsed rehearse re-enacting re-enacted re-enact".split()
)
_TOLD_IN = frozenset(
    "documentary film movie novel book play exhibition song series podcast memoir drama thriller mural painting museum memorial monument".split()
)
_GENERAL = frozenset({"those", "anyone", "anybody", "whoever", "people"})


def _staged(r: Reading, first: int, act: Trigger) -> Verdict:
    """ "a drill simulating a hostage taking", "a documentary about the bombing", "those who kill children", "no truth in reports of …"."""
    v = r.view
    back = v.low[first : act.first]
    if not _STAGED.isdisjoint(back):
        return "hypothetical", "a drill"
    if any(v.low[j] in _TOLD_IN and any(v.low[c] in ("about", "on", "to") for c in v.kids(b, "case"))
           for j, b in zip(list(v.chain(act.token))[1:], v.chain(act.token), strict=False)):  # fmt: skip
        return "background", "what a work of memory or art is about"
    if "no truth in" in " ".join(back) or "no truth to" in " ".join(back):
        return "denied", "said to be untrue"
    if {"notorious", "infamous"} & set(back):
        return "background", "told of no deed in particular"
    if (
        v.tag[act.token] in ("VBP", "VB")
        and act.token > 1
        and v.low[act.token - 1] == "who"
        and v.low[act.token - 2] in _GENERAL
    ):
        return "background", "told of no deed in particular"
    earlier = {"had", "earlier"} <= set(back[-4:]) or {"had", "previously"} <= set(back[-4:])
    if earlier and (not act.noun or v.low[act.first - 1] in ("a", "an", "the")):
        return "background", "told of an earlier time"
    return NEWS


def _governed(r: Reading, act: Trigger, first: int, last: int) -> Verdict:
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
    if _never(r, token, last):
        return "denied", "said not to have happened"
    if _denied_before(r, first, token):
        return "denied", "denied in the same breath"
    if last >= len(v) - 3 and r.sentence.text.rstrip(" \"”’')").endswith("?"):
        return "hypothetical", "a question"
    if token and v.tag[token] == "VBG" and v.low[token - 1] in _ENDED:
        return "hypothetical", f"after “{v.words[token - 1]}”"
    if token and v.tag[token] == "VBG" and v.low[token - 1] == "from" and v.low[v.head[token]] in _KEPT:
        return "denied", f"“{v.words[v.head[token]]} from”"
    if act.noun and v.base(token) == "obj" and v.low[v.head[token]] in _ENDED and v.tag[v.head[token]] == "VB":
        return "background", f"named as what somebody means to {v.words[v.head[token]]}"
    known = _presupposed(r, act)
    below = token
    for j in v.chain(token):
        if act.act == "protest" and j == token and _done_to(r, j):
            return NEWS
        if act.act == "agree" and "agreed" in (v.low[j], v.low[v.head[j]]) and v.low[token] != "agreed":
            return NEWS  # "agreed on Monday to exchange 800 prisoners": the accord is the deed
        known = known or (below != j and _telling(r, j, below))
        verdict = _over(r, j, below, token)
        if verdict is not NEWS:
            return NEWS if known and verdict[0] in ("planned", "hypothetical") else verdict
        below = j
    return NEWS


def _done_to(r: Reading, j: int) -> bool:
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


def _telling(r: Reading, j: int, below: int) -> bool:
    """ "the men who killed six priests will be tried", "we want to say that a bomb went off": a clause with a past of its own
    tells a fact, whatever is planned above it."""
    v = r.view
    if not v.verbal(below) or not (
        v.dep[below] == "acl:relcl" or (v.base(below) == "ccomp" and v.low[j] in stance().speech)
    ):
        return False
    return v.tag[below] == "VBD" or _happened(r, below)


_FOR_IT = frozenset({"for", "over", "after", "following", "since", "in"})


def _presupposed(r: Reading, act: Trigger) -> bool:
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
    return bool(case & _FOR_IT) and any(p == "of" for p, _ in v.preps(token))


_NEVER = re.compile(
    r"\b(?:(?:did|does|had|has) (?:not|never) (?:happen|take place|occur|taken place|happened|occurred)|never (?:happened|took place|occurred))\b"
    r"(?! (?:in|at|on|during|as|like|by|near|until|before)\b)"
)


_COURTS = re.compile(
    r"\b(?:sentenced|sentences|convicted|convicts|indicted|acquitted|pleaded guilty|pleads guilty|found guilty|on trial|stood trial|stand trial"
    r"|charged (?:\S+ ){0,4}?with|charges (?:\S+ ){0,3}?with|extradited|life imprisonment|death row)\b"
)


_HEARD = re.compile(r"\b(?:court|tribunal|trial|jury|judges?|hearing)\b.{0,80}\bheard (?:how|that|from)\b")


def _in_court(r: Reading, first: int, act: Trigger) -> bool:
    """ "sentenced twelve men to death for the killing of …", "charged with murdering …": what a court hears of."""
    told = _COURTS.search(" ".join(r.view.low[first : act.last + 1])) or (
        act.act in ("kill", "bodies", "shoot") and _COURTS.search(" ".join(r.view.low[first:]))
    )
    heard = _HEARD.search(" ".join(r.view.low[: act.last + 1]))
    return (heard is not None or bool(told)) and act.act not in ("arrest", "protest")


def _never(r: Reading, token: int, last: int) -> bool:
    """ "the burning of the village … did not happen"."""
    return _NEVER.search(" ".join(r.view.low[token : last + 1])) is not None


def _denied_before(r: Reading, first: int, token: int) -> bool:
    """ "POLICE DENY THAT A SCHOOL WAS ATTACKED": a verb of denial, "that", and the deed after it, whatever the tree says."""
    v = r.view
    for i in range(first, token):
        if (
            v.low[i] in stance().denial
            and i + 1 < token
            and v.low[i + 1] in ("that", "what", "reports", "rumours", "rumors", "report", "claims", "having", "there")
        ):
            return not any(
                v.low[k] in ("but", "and") and v.low[k + 1 : k + 2] and v.low[k + 1] in stance().speech
                for k in range(i, token)
            )
    return False


def _over(r: Reading, j: int, below: int, token: int) -> Verdict:
    """The verdict of one word on the way up from the deed; ``below`` is the step before it."""
    v, words = r.view, stance()
    low = v.low[j]
    helpers = {v.low[c] for c in v.kids(j, "aux")}
    if v.verbal(j) or v.kids(j, "aux"):
        if helpers & _FUTURE:
            return "planned", "told of the future"
        if helpers & _MODAL and not _reported_can(v.low, j):
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
            if v.base(j) in ("advcl", "acl") and over not in _REAL:
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
        and (v.low[below] in _PARTS_IN or (low.startswith("reject") and below == token and link == "obj"))
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
            and not (_happened(r, below) or _happened(r, token))
        ):
            return "planned", f"after “{v.words[j]}”"
        if low in words.hypothesis and v.verbal(j) and not _happened(r, below) and not _feared_dead(v, j):
            return "hypothetical", f"after “{v.words[j]}”"
        if low in words.source.plan.nouns and not v.verbal(j) and link in ("acl", "nmod") and not _happened(r, below):
            return "planned", f"after “{v.words[j]}”"
        if low in words.source.hypothetical.nouns and not v.verbal(j):
            return "hypothetical", f"after “{v.words[j]}”"
        if low in words.source.denial.nouns and not v.verbal(j):
            return "denied", f"after “{v.words[j]}”"
    if low in words.source.denial.words:
        return "denied", f"called “{v.words[j]}”"
    return NEWS


def _named(v: View, j: int, below: int) -> bool:
    """ "called it an execution", "called the killings “a heinous crime”": given a name, not called for."""
    ahead = v.low[j + 1 : j + 2]
    return below > j and ahead != [] and ahead[0] in ("the", "this", "these", "it", "them")


_PARTS_IN = frozenset("part role involvement responsibility hand link links connection complicity".split())


def _is_to(v: View, j: int) -> bool:
    """ "is to be disarmed": the verb right after "is to" or "are to"."""
    at = min([j, *v.kids(j, "aux", "aux:pass")])
    back = v.low[max(0, at - 3) : j]
    return "to" in back and any(w in ("is", "are") for w in back) and v.tag[j] in ("VB", "VBN")


def _happened(r: Reading, j: int) -> bool:
    """Whether the clause below is itself told in the past ("warned that gunmen had taken the road")."""
    v = r.view
    return v.tag[j] in ("VBD",) or bool({v.low[c] for c in v.kids(j, "aux")} & {"had", "has", "have", "was", "were"})


def _reported_can(low: list[str], j: int) -> bool:
    """ "could be heard", "can be seen": perception, not possibility."""
    return low[j] in ("heard", "seen", "confirmed", "verified", "reached")


def _history(r: Reading, first: int, last: int, act: Trigger) -> str | None:
    """Words of history in the stretch: "years ago", "anniversary", "it will be recalled", "has killed … since"."""
    v = r.view
    low = v.low[max(0, first - 4) : last + 1]
    for hit in stance().history.find(v.low):
        if hit.first < max(0, first - 6) or hit.last > last:
            continue
        words = " ".join(v.words[hit.first : hit.last + 1])
        if words.lower().startswith("since ") and not _dates(v, hit.last, act.token):
            continue
        if words.lower() in ("broke out in", "began in") and not v.words[min(hit.last + 1, len(v) - 1)].isdigit():
            continue  # "fighting broke out in Falam on Sunday", not "in 1998"
        if act.act == "protest" and words.lower().startswith(("in memory", "commemorat", "remember", "anniversary")):
            continue  # people who march for the dead march today
        if words.lower() == "in the past" and _lately(v, hit.last + 1):
            continue
        if words.lower().startswith(("has ", "have ")) and not _long_run(low):
            continue
        if (
            words.lower() in ("once", "previously", "the worst", "the deadliest")
            and v.tense(act.token) not in ("pluperfect",)
            and words.lower() != "the deadliest"
        ):
            continue
        if words.lower() in ("the worst", "the deadliest") and not (
            hit.last < act.first and "since" in v.low[hit.last : act.first]
        ):
            continue
        return f"history: “{words}”"
    return None


def _dates(v: View, token: int, act: int) -> bool:
    """Whether the words at ``token`` date the deed, not something else in its sentence ("relatives missing since the war")."""
    over = next((j for j in v.chain(token) if v.pos[j] in ("VERB", "ADJ", "AUX")), None)
    return over is None or over == act or v.clause(act) == over or act in v.below(over)


def _lately(v: View, at: int) -> bool:
    """ "in the past 24 hours", "in the past few days": no history."""
    return bool({"hours", "hour", "day", "days", "minutes", "week", "night"} & set(v.low[at : at + 3]))


def _long_run(low: list[str]) -> bool:
    return any(
        w in ("since", "years", "months", "decades", "war", "conflict", "insurgency", "thousands", "far") for w in low
    )
