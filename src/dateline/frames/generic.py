"""Is a deed told of in particular, or only its kind? "Kidnappings pay for the war", "they fight crime", "youths armed with
grenades", "death squads murder people": words of violence, and no event that a coder could date."""

from dateline.annotate.roles import View
from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.story_words import story_words

_FIGHT = ("fight", "fought", "battl", "combat", "war")
_DEVICES = frozenset("device devices ied ieds grenade grenades landmine landmines claymore dynamite explosives mine mines bomb bombs belt belts vest vests munition munitions weapons ordnance".split())  # fmt: skip
_GOES_OFF = frozenset("explode explodes exploded exploding detonate detonated detonates detonating blew blown off set hit hits killed kills injured wounded destroyed damaged planted placed left threw thrown hurled tossed lobbed rocked ripped struck triggered stepped attack attacks attacked blast explosion".split())  # fmt: skip
_HAD = frozenset("armed carrying carry carried seize seized seizing find found finding discover discovered confiscate confiscated recover recovered capture captured hide hidden hiding stored storing smuggle smuggled make making manufacture manufactured transport transporting deliver possess possessing possession including supply supplied buy bought sell sold".split())  # fmt: skip
_POINTERS = frozenset(
    "the this that these those a an another other several some many two three more such yesterday today new fresh renewed recent".split()
)
_LIKE_PAST = frozenset(
    {"set", "hit", "cut", "put", "beat", "burst", "hurt", "shut", "let", "cost", "split", "spread", "overrun"}
)  # one form for now and then
_HABIT = frozenset(
    {
        "systematically",
        "routinely",
        "regularly",
        "always",
        "often",
        "usually",
        "frequently",
        "constantly",
        "repeatedly",
        "every",
    }
)
_OFTEN = frozenset(
    {
        "often",
        "frequently",
        "regularly",
        "routinely",
        "usually",
        "commonly",
        "typically",
        "sometimes",
        "occasionally",
        "periodically",
    }
)
_HAPPEN = frozenset(
    "occurred occur took place broke erupted shook rocked heard reported left killed injured wounded hit continued continue began were was followed".split()
)


def generic(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Whether nothing in the stretch makes the deed one that happened: no figure, no day, no place of its own."""
    if act.act in ("bomb", "suicide") and (
        _held(r, frame, act) or "propelled" in r.view.low[max(0, act.first - 2) : act.first]
    ):
        return True
    if _epithet(r, act) and not frame.counts:
        return True
    if _customary(r, frame, act) or _known_for(r, frame, act):
        return True
    if _anchored(r, frame):
        return False
    if act.act == "clash" and _cause(r, act):
        return True
    if act.act in ("protest", "mob", "agree"):
        return False
    if act.noun:
        return _kind(r, frame, act)
    return _habit(r, act)


def _customary(r: Reading, frame: Frame, act: Trigger) -> bool:
    """ "Separatists have often targeted workers from Punjab": what they are used to do, wherever."""
    v, token = r.view, act.token
    if not v.verbal(token) or frame.times or any(not c.number.bare for c in frame.counts):
        return False
    often = not _OFTEN.isdisjoint(v.low[max(0, token - 3) : token])
    return often and (v.tense(token) in ("present", "perfect") or v.tag[token] == "VBP")


def _known_for(r: Reading, frame: Frame, act: Trigger) -> bool:
    """ "… of the Katiba, which has besieged several villages", "a group that has killed hundreds": what a group is known for."""
    low, k = r.view.low, act.first - 1
    while k > 0 and (r.view.tag[k] == "RB" or low[k] == "been"):
        k -= 1
    if frame.times or k < 3 or low[k] not in ("has", "have") or low[k - 1] not in ("which", "that"):
        return False
    return any(p.last in (k - 2, k - 3) and p.armed for p in r.parties) or low[k - 2] in story_words().groups


def _anchored(r: Reading, frame: Frame) -> bool:
    """A figure of people, a time, or a place finer than a country stands in the stretch."""
    if frame.times or any(not c.number.bare for c in frame.counts):
        return True
    spoken = [(r.offset + s.start, r.offset + s.end) for s in r.said]  # "Residents of Tumu say bandits attack farms"
    return any(
        not p.generic and p.kind != "country" and not any(s <= p.start < e for s, e in spoken) for p in frame.places
    )


def _held(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Explosives that somebody had, and nothing went off."""
    low = r.view.low
    words = set(low[act.first : act.last + 1])
    stretch = low[frame.first : frame.last + 1]
    if not (words & _DEVICES) or words & _GOES_OFF or (frame.counts and "possession" not in stretch):
        return False
    return bool(_HAD.intersection(stretch)) and not _GOES_OFF.intersection(stretch)


def _epithet(r: Reading, act: Trigger) -> bool:
    """ "the besieged town", "the slain leader": what somebody or something is called."""
    v = r.view
    before = v.low[act.token - 1] if act.token else ""
    if act.token and v.tag[act.token] in ("VBD", "VBN") and any(x.last == act.token - 1 for x in r.parties):
        return False  # "Militiamen looted shops": a doer stands before it, whatever the tree says
    if act.token and v.tag[act.token - 1] in ("NN", "NNS") and v.tag[act.token + 1 : act.token + 3] == ["NNP", "NNP"]:
        return False  # "A gunman on a motorcycle killed Mufti Shah Mir"
    return (
        act.first == act.last
        and v.base(act.token) == "amod"
        and not any(c < act.token for c in v.kids(v.head[act.token], "nsubj"))
        and v.head[act.token] > act.token
        and before not in ("have", "has", "had", "was", "were", "been", "be")
    )


def _cause(r: Reading, act: Trigger) -> bool:
    """ "to fight drug trafficking", "the struggle against poverty", "learn to fight": a cause, or what armies are for."""
    v = r.view
    token = act.token
    if not v.low[token].startswith(_FIGHT):
        return False
    if v.tag[token] == "VBG" and v.low[token - 1] in ("is", "are") and v.low[token - 2] in ("which", "who", "that"):
        return True  # "the group, which is fighting to topple the government"
    against = [x for p, x in v.preps(token) if p in ("against", "with", "for")]
    foe = v.object(token) if v.verbal(token) else None
    foes = against + ([foe] if foe is not None else [])
    if not foes and v.tag[token] == "VBG" and any(v.low[c] in ("is", "are", "'re") for c in v.kids(token, "aux")):
        return True  # "soldiers are fighting bravely"
    if foes and not any(x in r.party_at or any(k in r.party_at for k in range(*v.phrase(x))) for x in foes):
        return True
    if "between" in v.low[token + 1 : token + 4]:
        return False
    bare = v.tag[token] == "VB" or (
        v.tag[token] == "VBG"
        and not v.kids(token, "aux")
        and any(v.base(c) in ("case", "mark") for c in v.children[token])
    )
    return bare and not v.kids(token, "nsubj")


def _kind(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A bare plural or a bare singular that nothing happens to: "using kidnappings", "victims of murder"."""
    v = r.view
    token = act.token
    first, _ = v.phrase(token)
    front = v.low[first:token]
    if r.sentence.block == "headline" or any(
        w in _POINTERS or v.tag[first + k] in ("CD", "PRP$", "POS", "NNP") for k, w in enumerate(front)
    ):
        return False
    if frame.of("a") and frame.of("b"):
        return False
    over = v.head[token]
    if over == token:
        return False
    if v.base(token) == "nsubj" and v.verbal(over):
        return v.tense(over) == "present" and v.low[over] not in _HAPPEN
    return not set(v.low[max(0, act.first - 4) : act.last + 5]) & _HAPPEN


def _governing(v: View, token: int) -> str:
    """The word before the verb, or before the one it stands in a row with ("known for kidnapping travellers and burning villages")."""
    if v.base(token) == "conj" and v.low[token - 1] in ("and", "or", ",") and v.head[token] < token:
        token = v.head[token]
    return v.low[token - 1] if token else ""


def _habit(r: Reading, act: Trigger) -> bool:
    """A simple present in running text, "by killing civilians": what somebody does, not what somebody did."""
    v = r.view
    token = act.token
    if r.sentence.block in ("headline", "item"):
        return False
    if not v.verbal(token):
        return False
    if (
        v.tag[token] == "VBG"
        and token
        and (case := _governing(v, token)) in ("by", "for")
        and (case == "by" if v.object(token) is None else v.tag[v.object(token) or 0] == "NNS")
    ):
        return True
    if _HABIT & {v.low[c] for c in v.children[token]}:
        return True
    if v.tag[token] == "VBP" and v.low[token] in _LIKE_PAST:
        return False
    return v.tag[token] in ("VBZ", "VBP") and not v.kids(token, "aux", "aux:pass")
