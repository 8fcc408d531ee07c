"""A deed that no rule names, told by who did something, with what, and what came of it: "two Shaheds flew into the roof of the
dairy", "riders went from tent to tent; six people died", "militiamen smashed the pumps"."""

from functools import cache

from dateline.annotate.roles import View
from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger, triggers
from dateline.packs.stance import stance
from dateline.packs.things import things

_BY_WEAPON = {
    "air-dropped bomb": "air", "drone": "air", "missile": "shell", "rocket": "shell", "mortar": "shell",
    "artillery": "shell", "car bomb": "bomb", "improvised explosive device": "bomb", "landmine": "bomb", "grenade": "bomb",
    "suicide vest": "suicide",
}  # fmt: skip
_INTO = frozenset(
    "into on in at through near over against between beside under beneath onto inside outside behind across".split()
)
_DULL = frozenset(
    "be have do say lose suffer bury mourn find evacuate rescue free release treat announce celebrate visit receive count put report "
    "honour honor remember see investigate arrive deploy return rise reach bring help know remain stay become seem appear need want use cost "
    "make supply deliver sell buy store carry recover seize hand receive intercept down destroy fail miss circle hover fly test show "
    "condemn confirm deny identify name admit pay visit thank urge call ask expect hope pray search wait save protect escort transport take "
    "conduct perform undertake attribute blame accuse lead open start begin continue include involve belong mean come go leave".split()
)
_HARM = ("killed", "injured", "abducted")
_RUINED = ("destroyed", "burned", "looted")
_OF_WAR = ("weapons", "military vehicle", "aircraft", "vessel")


def inferred(r: Reading, frame: Frame) -> Trigger | None:
    """The deed that the stretch tells without a word for it, or None."""
    if not (frame.times or any(not p.generic and p.kind != "country" for p in frame.places)):
        return None
    return _weapon(r, frame) or _doer(r, frame) or _ruin(r, frame) or _bodies(r, frame)


def _deed(act: str, token: int) -> Trigger:
    return Trigger(act, "inferred", token, token, token, False, (), False)


def _told(v: View, token: int) -> bool:
    """A verb in the past that stands for something done."""
    past = v.verbal(token) and v.tag[token] in ("VBD", "VBN") and v.tense(token) != "perfect"
    odd = (
        v.low[token].endswith("ed") and bool(v.kids(token, "nsubj")) and v.tag[token] == "JJ"
    )  # a small parser's adjective
    return (past or odd) and not _dull(v.low[token])


def _dull(word: str) -> bool:
    return word in _forms() or word in stance().speech


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for verb in _DULL for form in triggers().verb(verb))


def _harmed(frame: Frame) -> bool:
    return any(c.outcome in _HARM and c.number.high != 0 and not c.number.bare for c in frame.counts)


def _weapon(r: Reading, frame: Frame) -> Trigger | None:
    """A weapon does it, and something is hit or somebody hurt."""
    v = r.view
    for thing in frame.means:
        act, token = _BY_WEAPON.get(thing.name), thing.last
        over = v.head[token]
        if act is None or over == token or not _told(v, over):
            continue
        if v.base(token) != "nsubj" and v.dep[token] != "obl:agent":
            continue
        if _harmed(frame) or any(_solid(r, x) for x in _reached(v, over) if x != token):
            return _deed(act, over)
    return None


def _reached(v: View, verb: int) -> list[int]:
    """What the verb works on or goes into, and what that is a part of ("the courtyard of a hospital")."""
    patient = v.patient(verb)
    first = ([patient] if patient is not None else []) + [x for p, x in v.preps(verb) if p.split()[-1] in _INTO]
    return first + [x for k in first for p, x in v.preps(k) if p == "of"]


def _solid(r: Reading, token: int) -> bool:
    """A building, a vehicle, a side, people or a place by name."""
    v = r.view
    first, stop = v.phrase(token)
    words = v.low[first:stop]
    if any(w in things().sites for w in words) or any(things().damage.find(words)):
        return True
    s, e = r.span(first, stop - 1)
    spans = [(n.start, n.end) for n in r.people] + [(p.start, p.end) for p in r.places if not p.generic]
    return any(k in r.party_at for k in range(first, stop)) or any(a < e and s < b for a, b in spans)


def _sides(r: Reading, frame: Frame) -> list[tuple[Party, int]]:
    """Armed sides and crowds of the stretch with the verb they are the doers of."""
    v = r.view
    out = []
    for p in frame.parties:
        over = v.head[p.head]
        if (p.armed or p.kind == "crowd") and _told(v, over) and v.doer(over) == p.head:
            out.append((p, over))
    return out


def _doer(r: Reading, frame: Frame) -> Trigger | None:
    """Armed men do something, and others than they are killed, hurt or gone."""
    for p, verb in _sides(r, frame):
        others = [
            c
            for c in frame.counts
            if c.outcome in _HARM
            and c.number.high != 0
            and not c.number.bare
            and c.party is not p
            and not p.start <= c.number.start - r.offset < p.end
        ]
        if others:
            return _deed("abduct" if all(c.outcome == "abducted" for c in others) else "attack", verb)
    return None


def _ruin(r: Reading, frame: Frame) -> Trigger | None:
    """Armed men or a crowd ruin, burn or empty what is no weapon."""
    ruined = [d for d in frame.damage if d.outcome in _RUINED and d.name not in _OF_WAR]
    side = next((verb for p, verb in _sides(r, frame) if ruined), None)
    return _deed("loot", side) if side is not None else None


_BODIES = frozenset("body bodies corpse corpses remains".split())
_FOUND = frozenset("found discovered recovered retrieved located".split())


def _bodies(r: Reading, frame: Frame) -> Trigger | None:
    """ "The bodies of six people, one of them a girl of about 15, were found": however much stands between the two."""
    v = r.view
    if not any(c.outcome == "killed" and c.number.high != 0 for c in frame.counts):
        return None
    spots = (k for k in range(frame.first, frame.last + 1) if v.low[k] in _FOUND and v.passive(k))
    found = next((k for k in spots if (s := v.subject(k)) is not None and v.low[s] in _BODIES), None)
    return _deed("bodies", found) if found is not None else None
