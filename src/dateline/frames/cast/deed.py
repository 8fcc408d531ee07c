"""Roles that a deed's verb gives: who does it, to whom it is done, what it is done against."""

from dateline.frames.cast.accord import symmetric
from dateline.frames.cast.clash import answers_fire, clash
from dateline.frames.cast.given import add
from dateline.frames.cast.group import take
from dateline.frames.cast.noun import of_noun
from dateline.frames.cast.party import party_in, undisguised
from dateline.frames.frame import Frame, Role
from dateline.frames.order import object_relative
from dateline.frames.reading import Reading
from dateline.frames.sides import two_peoples
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.mentions.word_order import DAYS
from dateline.packs.roles import roles

_LOSE = ("lose", "loses", "lost", "losing")
HARM = frozenset("kill shoot attack air strike shell bomb abduct arrest sexual chemical".split())


def of_deed(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """Who does the deed and to whom it is done, by its verb and then around its noun."""
    if act.act in ("withdraw", "agree", "protest", "change", "base"):
        return symmetric(r, frame, act, out)
    if _both_told(r, frame, act, out) or (act.act == "clash" and clash(r, frame, act, out)):
        return None
    if r.view.verbal(act.token):
        _of_verb(r, frame, act, out)
        _behind(r, frame, act, out)
        if met_mine(r, act):
            for x in out:
                if x.role == "a":
                    x.role = "victim" if x.party is None else "b"
    if act.act == "take" and not any(x.role == "b" for x in out):
        _ousted(r, frame, act, out)
    return of_noun(r, frame, act, out)


def _both_told(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> bool:
    """Whether the order of the words alone tells both sides."""
    if act.act in HARM and (told := object_relative(r, act)) is not None:
        by, held, at = told
        add(out, "a", by, None, by.head)
        if isinstance(held, Party):
            add(out, "b", held, None, at)
        else:
            add(out, "victim", None, held, at)
        return True
    if act.act in ("clash", "mob") and (sides := two_peoples(r, act, frame.last)) is not None:
        add(out, "a", sides[0], None, sides[0].head)
        add(out, "b", sides[1], None, sides[1].head)
        return True
    return False


def _of_verb(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """Its subject and object, or in the passive its agent and subject."""
    v, verb = r.view, act.token
    if v.base(verb) == "acl" and v.low[v.head[verb]] in ("number", "numbers", "total", "toll"):
        return  # "taking the number killed to thirteen"
    if v.low[verb] in _DIES:
        return  # "An officer died and four soldiers were hurt in an attack"
    passive = v.passive(verb)
    doer = undisguised(r, v.agent(verb) if passive else v.subject(verb))
    if act.act == "bodies" and v.low[verb].startswith(_FINDS):
        doer = None  # "were discovered by women on their way to the field"
    if not passive and _inside_deed(r, doer, verb):
        doer = None  # who finds a body; "an ambush on a convoy of rangers killed four"
    if not passive and doer is not None:
        doer = _orderer(r, doer, verb)
    done = v.subject(verb) if passive else v.object(verb)
    if doer is None and done is not None and done < verb and not passive and done in r.party_at:
        doer, done = (
            done,
            None,
        )  # "Iraqi jets struck two hideouts": nothing is done to what stands before an active verb
    if not passive and doer is not None and doer < verb:
        doer = _opening(r, doer, verb) or doer
    if act.act == "take" and v.low[verb] in _LOSE:
        take(r, frame, doer, "b", out, only_party=True)
    elif not passive and v.base(verb) in ("conj", "advcl") and answers_fire(r, v.head[verb]):
        at = [] if done is None else [done, *(noun for prep, noun in v.preps(done) if prep == "of")]
        party = next((p for k in at if (p := party_in(r, k)) is not None), None)
        if party is not None and party.kind != "state":  # "Troops returned fire, killing five of the assailants"
            add(out, "a", party, None, party.head)
        else:
            take(r, frame, done, "b", out)
    elif (
        _walks_into(r, act)
        or (act.act == "kill" and not passive and _loses_life(r, act))
        or (act.act == "bomb" and done is None and v.low[verb] in roles().deeds.burst)
    ):
        take(r, frame, doer, "b", out)
    elif not (act.act == "take" and v.low[verb] in ("fall", "fell", "falls", "fallen", "falling")):
        if not (v.tag[verb] == "VBG" and act.act == "kill" and any(x.role == "a" for x in out)):
            take(r, frame, doer, "a", out)  # "…, killing ten": whoever did the deed before it
        take(r, frame, done, "b", out)


_DIES = frozenset({"died", "dies", "perished", "succumbed"})
_ORDERED = frozenset("asked ordered forced told made compelled let".split())


def _orderer(r: Reading, doer: int, verb: int) -> int:
    """ "Rebels halted a bus, asked the passengers to get down and set it ablaze": the rebels did, not those whom they asked."""
    v = r.view
    over = v.head[doer]
    if v.base(verb) != "conj" or v.low[over] not in _ORDERED or not over < doer < verb:
        return doer
    return doer if (who := v.subject(over)) is None else who


def _loses_life(r: Reading, act: Trigger) -> bool:
    """ "A constable lost his life when a bomb went off": nobody's doing."""
    low = r.view.low[act.first : act.last + 1]
    return low[0] in _LOSE and not {"life", "lives"}.isdisjoint(low)


_FINDS = (
    "find",
    "found",
    "recover",
    "discover",
    "retriev",
    "collect",
    "locat",
    "exhum",
    "unearth",
    "pull",
    "came",
    "come",
)


def _inside_deed(r: Reading, doer: int | None, verb: int) -> bool:
    """Whether the noun that the tree takes for the doer of a verb hung on it is told below a deed's noun."""
    v = r.view
    if doer is None or v.base(verb) != "acl" or v.tag[verb] != "VBD":
        return False
    nouns = {t.token for t in r.triggers if t.noun}
    over = [k for k in v.chain(doer) if k < doer]
    return not nouns.isdisjoint(over)


def _opening(r: Reading, doer: int, verb: int) -> int | None:
    """ "Police held a man, while the Hamza Division, a faction of …, kidnapped three": who opens the verb's own clause."""
    v = r.view
    opener = next((k for k in range(verb - 1, doer, -1) if v.low[k] in ("while", "whereas", ";")), None)
    if opener is None:
        return None
    p = next((p for p in r.parties if p.first > opener), None)
    return p.head if p is not None and p.armed and p.first <= opener + 2 and p.last < verb else None


def _walks_into(r: Reading, act: Trigger) -> bool:
    """ "drove into an ambush", "came under fire": the one attacked."""
    low = r.view.low
    if under_fire(r, act):
        return True
    ambush = act.act == "attack" and "ambush" in low[act.first : act.last + 1]
    return ambush and low[act.token].startswith(roles().deeds.walked)


def under_fire(r: Reading, act: Trigger) -> bool:
    """ "came under fire", "came under attack"."""
    low = r.view.low[act.first : act.last + 1]
    return act.act in ("attack", "clash", "shell", "shoot") and "under" in low[1:3] and low[0].startswith(("c", "w"))


def _behind(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """What hangs on the verb by a preposition: "fired on", "fell to", "took from"."""
    v = r.view
    fell = act.act == "take" and v.low[act.token].startswith(("fall", "fell"))
    for prep, noun in v.preps(act.token):
        if fell and prep in ("to", "into"):
            take(r, frame, noun, "a", out)
        elif act.act == "take":
            if prep in ("from", "of"):
                take(r, frame, noun, "b", out, only_party=True)
        elif act.act == "disrupt":
            continue
        elif prep == "from":
            if act.act in ("shell", "shoot") or under_fire(r, act):
                take(r, frame, noun, "a", out, only_party=True)
        elif prep == "on" and noun < act.token and not DAYS.isdisjoint(v.low[v.phrase(noun)[0] : noun]):
            take(r, frame, noun, "a", out)  # "On Sunday armed men stopped a car", as one phrase in the tree
        elif prep in ("against", "on", "at", "into", "with") or (prep in ("to", "upon") and act.act == "blow"):
            take(r, frame, noun, "b", out, only_party=True)


_MINES = frozenset({"mine", "mines", "landmine", "landmines", "ied", "ieds", "trap", "traps"})


def met_mine(r: Reading, act: Trigger) -> bool:
    """ "hit a landmine", "drove over a mine": whoever does this is harmed by it."""
    if act.act != "bomb":
        return False
    low, over = r.view.low, r.view.head[act.token]
    if low[act.token] in ("bomb", "bombs"):  # "struck a roadside bomb", not "set off a bomb"
        return r.view.base(act.token) == "obj" and low[over] in ("struck", "hit", "hits", "strikes")
    if roles().things.mines.isdisjoint(low[act.first : act.last + 1]):
        return False
    if low[act.first] == "set" and _MINES.isdisjoint(low[act.first : act.last + 1]):
        return False  # "said its fighters had set off the device"
    verbs = {act.token, act.first}
    if act.noun and r.view.base(act.token) in ("obj", "obl") and low[over : over + 2] != ["set", "an"]:
        verbs.add(over)  # "struck an explosive device", "ran into a landmine"
    return any(low[k].startswith(roles().deeds.meets) for k in verbs)


def _ousted(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "liberated the height from the enemy": who held it, wherever the tree hangs the phrase."""
    for p in r.parties:
        if act.last < p.first <= min(act.last + 10, frame.last) and r.view.low[p.first - 1] == "from":
            add(out, "b", p, None, p.head)
            return
