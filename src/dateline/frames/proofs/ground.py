"""What a deed is done to, if not people: a place, a building, a thing."""

from dateline.frames.frame import Frame
from dateline.frames.proofs.people import people_acted, person
from dateline.frames.proofs.reach import extent, patients
from dateline.frames.proofs.sides import armed, party
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs
from dateline.packs.things import things


def target(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A party, people, a place or a building stands with the deed."""
    if act.act == "strike" and act.noun and not _struck(r, frame, act):
        return False
    if person(r, frame, act) or party(r, frame) or any(m.last < act.first or m.first > act.last for m in frame.means):
        return True
    v = r.view
    sites = things().sites
    if act.act == "chemical" and any(w in sites for w in v.low[frame.first : frame.last + 1]):
        return True
    met = {"ambush", "under"} & set(v.low[act.first : act.last + 1])
    subject = v.subject(act.token) if v.verbal(act.token) and met else None
    for x in [*patients(r, act), *([subject] if subject is not None else [])]:
        first, stop = extent(r, x)
        if any(v.low[k] in sites for k in range(first, stop)):
            return True
        s, e = r.span(first, stop - 1)
        if any(p.start < e and s < p.end and not p.generic for p in r.places):
            return True
    return False


def thing(r: Reading, frame: Frame, act: Trigger) -> bool:
    v = r.view
    sites = things().sites
    for x in patients(r, act):
        if any(v.low[k] in sites for k in range(*v.phrase(x))):
            return True
    if frame.damage or party(r, frame):
        return True
    return any(things().damage.find(v.low[frame.first : frame.last + 1]))


def place(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Ground that can be taken: a place or a site is the object, or the subject of "fell to"."""
    v = r.view
    sites = things().sites
    spots = _spots(r, act)
    if spots and act.first < spots[0] <= act.last and armed(r, frame, act):
        return True  # "took the hill": the phrase names the ground itself
    for x in spots:
        if v.low[x] in proofs().ground.property and x == spots[0]:
            return False
        first, stop = extent(r, x)
        s, e = r.span(first, stop - 1)
        if x == spots[0] and v.verbal(act.token) and (people_acted(r, frame, act) or "alias" in v.low[x : x + 6]):
            return False
        if any(p.start < e and s < p.end for p in r.places) or any(v.low[k] in sites for k in range(first, stop)):
            return not any(n.start <= r.span(x, x)[0] < (n.noun_end or n.end) for n in r.people)
    if not spots or act.act == "overrun":
        end = r.span(frame.first, frame.last)[1]
        near = r.span(act.last, act.last)[1]
        return any(0 <= p.start - near <= 12 for p in r.places if p.end <= end)
    return False


def _spots(r: Reading, act: Trigger) -> list[int]:
    """Tokens of what may be the ground: the object, then what hangs on the deed by a preposition."""
    v, token = r.view, act.token
    spots = []
    if v.verbal(token):
        falls = v.passive(token) or v.low[token].startswith(("fall", "fell", "chang"))
        patient = v.subject(token) if falls else v.object(token)
        spots = [patient] if patient is not None else []
        alone = act.first == act.last and act.act == "take"  # "captured in Boa Vista six persons"
        preps = ("of", "over") if alone else ("of", "over", "from", "into", "in")
        spots += [x for p, x in v.preps(token) if p in preps]
    return spots + [x for k in range(act.first, act.last + 1) for p, x in v.preps(k) if p in ("of", "over", "in")]


def spot(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A place of its own, finer than a country, is named in the stretch."""
    start, end = r.span(frame.first, frame.last)
    return any(start <= p.start < end and not p.generic and p.kind != "country" for p in r.places)


def ground(r: Reading, frame: Frame, act: Trigger) -> bool:
    """What is struck is a place by name, or a site where armed men or a weapon are told of."""
    v = r.view
    patient = v.patient(act.token)
    told = bool(frame.means) or any(p.armed and p.last < act.first for p in frame.parties)
    if patient is not None and told and v.low[patient] in proofs().ground.struck | things().sites:
        return True  # "the navy struck a landing ship with cruise missiles", "gunmen struck three villages"
    first, last = (patient, patient) if patient is not None else (act.last + 1, act.last + 2)
    if last >= len(v) or (patient is None and v.passive(act.token)):
        return False
    s, e = r.span(first, last)
    return any(p.start < e and s < p.end and not p.generic for p in r.places)


def _struck(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A strike from afar, not one of teachers: on something, by someone armed, from a weapon, or one that people died in."""
    v = r.view
    over = v.low[v.head[act.token]]
    if over in proofs().ground.hits and v.base(act.token) == "nsubj" and v.object(v.head[act.token]) is not None:
        return True  # "a strike hit a car"
    if frame.counts and over in ("died", "killed", "dead", "wounded", "injured", "hurt"):
        return True
    if any(p in ("on", "against", "at") for p, _ in v.preps(act.token)) or frame.means:
        return True
    if any(c.outcome in ("killed", "injured") and c.number.numeral for c in frame.counts):
        return bool({"in", "by"} & set(v.low[max(frame.first, act.first - 4) : act.first]))  # "four died in a strike"
    return any(p.armed for p in frame.parties)
