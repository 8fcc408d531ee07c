"""Which of the places in a sentence is the place of the event."""

import re
from collections.abc import Sequence

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention
from dateline.mentions.speech.said import Said
from dateline.packs.place_words import place_words
from dateline.resolve.candidates import INNER
from dateline.resolve.places import COARSE_KINDS, Placer
from dateline.resolve.spots.capital import capital_said

_ORIGIN = frozenset({"from", "to", "towards"})
_THERE = frozenset({"in", "at", "near", "outskirts", "around"})
_TENDED = re.compile(
    r"\b(?:taken|rushed|brought|moved|shifted|transferred|evacuated|airlifted|referred|admitted|flown) to (?:\w+ ){0,3}(?:hospitals?|clinics?|facility|morgue) (?:(?:in|at|of) )?(?:the )?$|"
    r"\bheard (?:\w+ ){0,3}(?:in|across|over) $|"
    r"\b(?:succumbed|succumbing|died|dying|recovering) (?:[\w'’]+ ){0,6}?(?:hospital|clinic|infirmary) (?:in|at|of) (?:the )?$|"
    r"\b(?:treated|treatment|admitted|died of (?:his|her|their) wounds|buried) (?:\w+,? ){0,6}$"
)
_MOVED = re.compile(
    r"\b(?:taken|rushed|brought|moved|shifted|transferred|evacuated|airlifted|referred|flown|sent|transported|made off|fled|escaped|withdrew"
    r"|withdrawn|retreated|returned|headed|went back) (?:[\w'’]+ ){0,4}?(?:to|towards|toward) (?:the )?$"
)
_DISTRICTS = frozenset({"district", "county"})
_DEMAND = re.compile(
    r"\b(?:demand|demands|demanding|against|denounce|denouncing|condemn|condemning|seek|seeking|call for|calling for|support of|solidarity with)"
    r" (?:[\w'’-]+ ){0,6}$"
)
_CAME = re.compile(
    r"\b(?:came|come|rode|drove|arrived|marched|walked|sailed|descended)(?: [\w'’-]+){0,4} to (?:the )?$"
)
_LEFT = re.compile(r"\b(?:fled|fleeing|escaped|escaping|withdrew|retreated|back|melted|vanished|disappeared) into $")
_TELLING = re.compile(
    r"\b(?:told|said|says|announced|reporters|journalists|statement|briefing|conference|interview|speaking|telephone|phone) (?:\w+ ){0,2}$"
)
_THEY = re.compile(r" (?:say|said) (?:that )?they (?:have |had )?\w+")
_REACHED = re.compile(
    r"\bwho (?:had |have )?(?:\w+ ){0,2}(?:reached|fled to|arrived in|made it to|escaped to) (?:the )?$"
)
_LIMITS = re.compile(r"\b(?:under|limits of|jurisdiction of) (?:the )?(?:limits of )?(?:the )?$")
_WARDS = ("hospital", "clinic", "morgue", "medical centre", "medical center", "medical complex")


def choose_place(placer: Placer, frame: Frame) -> PlaceMention | None:
    """The place of the event: a named one in the stretch that is no origin and no mere locator, the finest, then the nearest."""
    spots = [p for p in frame.places if not p.qualifier and not _speakers_place(frame, p) and not placer.other_name(p)]
    named = [p for p in spots if not p.generic and p.relation not in _ORIGIN]
    if all(_grain(placer, p) >= 6 for p in named):
        named += [p for p in frame.places if not p.generic and _residents(frame, p)]
    if not named and frame.has("arrest"):
        named = [p for p in frame.places if p.relation == "in" and not p.generic and _detained(placer, p)]
    if not named and frame.has("abduct", "arrest"):
        named = [p for p in frame.places if not p.generic and p.relation == "from"]
    named += [p for p in spots if not p.generic and p.relation == "to" and _entered(placer, frame, p)]
    if len(named) > 1 and any(not _plain_name(p) for p in named):
        named = [p for p in named if not _plain_name(p)]
    named = [p for p in _within(placer, frame, named) if not _demanded(placer, frame, p)]
    aimed = [p for p in named if _aimed(frame, p) or _part(placer, frame, p) or _beside_deed(placer, frame, p)]
    if len(aimed) < len(named) or (aimed and _wounds(frame)):
        named = [p for p in named if p not in aimed]
    if not named and frame.solid:
        reach = ("to", "towards", "from") if frame.has("take", "overrun", "protest") else ("to", "towards")
        named = [
            p
            for p in spots
            if not p.generic
            and p.relation in reach
            and not frame.has("abduct", "arrest")
            and not _moved(placer, frame, p)
        ]
    if not named and frame.has("shell", "air", "strike", "shoot"):
        named = [p for p in frame.places if not p.generic and p.relation == "towards" and _grain(placer, p) < 6]
    if not named:
        named = [
            p
            for p in frame.places
            if p.relation == "of" and not p.generic and p.kind != "country" and not _speakers_place(frame, p)
        ]
    if not named:
        return None
    if all(_grain(placer, p) >= 6 for p in named) and capital_said(placer, frame):
        return None  # "in Somalia's capital"
    at = min((t.first for t in frame.acts), default=frame.first)
    anchor = frame.reading.span(at, at)[0]
    return min(
        named,
        key=lambda p: (
            _grain(placer, p) + _holds(placer, p, frame, named),
            p.name_start < anchor and abs(p.name_start - anchor) > 60,
            abs(p.name_start - anchor),
        ),
    )


_PART = re.compile(
    r"\b(?:most|many|some|several|half|dozens|two|three|four|five|six) of (?:them|whom|those) (?:in|from|at|near) $"
)


_FLOWN = re.compile(
    r"\b(?:crossed|crossing|forded|swam|swum) (?:over )?(?:the )?$|\b(?:flew|flying|circled|circling|hovered|hovering) (?:\w+ ){0,2}(?:above|over) (?:the )?$"
)


def _part(placer: Placer, frame: Frame, p: PlaceMention) -> bool:
    """ "19 people in raids across the West Bank, most of them in Dura", "jets flew above Damascus and struck …"."""
    before = placer.text[max(frame.reading.offset, p.name_start - 40) : p.name_start].lower()
    return _PART.search(before) is not None or _FLOWN.search(before) is not None


def _demanded(placer: Placer, frame: Frame, p: PlaceMention) -> bool:
    """ "marched to the governor's office to demand the reopening of the road to Dori": what they want, and not where they are."""
    if not frame.has("protest") or (p.relation in ("in", "at") and p.kind != "road"):
        return False
    before = placer.text[max(frame.reading.offset, p.start - 70) : p.start].lower()
    return _DEMAND.search(before) is not None


def _wounds(frame: Frame) -> bool:
    """ "Six people with gunshot wounds were taken to the hospital in Torodi": the deed is told before."""
    return all(frame.reading.view.low[t.token] in ("wound", "wounds") for t in frame.acts)


def _holds(placer: Placer, p: PlaceMention, frame: Frame, named: Sequence[PlaceMention]) -> bool:
    """A district is wider than a town or a road beside it, unless the sentence opens with the town: "In Bhola, … at Char
    Fasson upazila"."""
    towns = [
        q
        for q in named
        if q.bearing is None
        and q.kind not in _DISTRICTS
        and (_grain(placer, q) == 1 or (q.kind == "road" and q.start < p.start))
    ]
    opening = frame.reading.sentence.start + 4
    return p.kind in _DISTRICTS and bool(towns) and all(q.name_start > opening for q in towns)


def _within(placer: Placer, frame: Frame, named: list[PlaceMention]) -> list[PlaceMention]:
    """Without the scene that the sentence opens with, where it goes on to a place there: "In Sulu, … in a creek in Patikul"."""
    opening = frame.reading.sentence.start + len("In the ")
    scene = next((p for p in named if p.relation == "in" and p.start <= opening), None)
    if scene is None or placer.text[scene.end : scene.end + 1] != "," or _grain(placer, scene) == 0:
        return named
    inner = [p for p in named if p.start > scene.end and _grain(placer, p) < 4 and _spot(placer, p)]
    return [_lying_in(placer, p, scene) if p in inner else p for p in named if p is not scene] if inner else named


def _lying_in(placer: Placer, p: PlaceMention, scene: PlaceMention) -> PlaceMention:
    """The place with the scene for its parent, if the text says none. A village is only said to be somewhere about there."""
    if p.parent is not None or "country" in (p.kind, scene.kind) or p.kind in _DISTRICTS:
        return p
    country = p.country or scene.country or placer.kit.countries.by_capital(scene.name)
    if p.kind not in INNER and scene.kind not in COARSE_KINDS:
        return msgspec.structs.replace(p, beside=p.beside or scene.name, country=country)
    start, end = scene.name_start, scene.name_end
    return msgspec.structs.replace(p, parent=scene.name, parent_start=start, parent_end=end, country=country)


def _spot(placer: Placer, p: PlaceMention) -> bool:
    """Whether the words put something there ("at X", "shelled villages of X district"), and not "those in X"."""
    others = placer.text[max(0, p.start - 12) : p.start].lower().endswith(("those in ", "ones in ", "others in "))
    return not others and (p.relation in _THERE or (p.relation is None and p.kind is not None))


def _plain_name(p: PlaceMention) -> bool:
    """ "the Juma'at mosque", "Wednesday Market": every town has one."""
    first, _, rest = p.name.lower().replace("’", "'").partition(" ")
    return p.kind in ("landmark", "neighbourhood") and first in place_words().any_town and len(rest.split()) == 1


def _entered(placer: Placer, frame: Frame, p: PlaceMention) -> bool:
    """ "rammed a car into the Masaid checkpoint", "burst into the village of Kaiga and killed": where the blow fell."""
    before = placer.text[max(0, p.start - 30) : p.start].lower()
    if _CAME.search(before):
        first = min((t.first for t in frame.acts), default=frame.first)
        near = not placer.kit.gazetteer.find(p.name) or placer.kit.gazetteer.find(p.name, *placer.countries[:1])
        deed = frame.has("attack", "kill", "shoot", "abduct") and p.start < frame.reading.span(first, first)[0]
        return deed and bool(near)
    if not before.endswith("into ") or p.kind is None or _grain(placer, p) > 0 or _LEFT.search(before):
        return False
    return frame.has("suicide", "bomb", "attack", "kill")


def _residents(frame: Frame, p: PlaceMention) -> bool:
    """ "residents of Khartoum reported shelling": those who speak are where it happened."""
    at = p.name_start - frame.reading.offset
    return any(
        s.speaker and s.start <= at < s.end and any(w in s.speaker.lower() for w in ("resident", "witness", "local"))
        for s in frame.said
    )


def _detained(placer: Placer, p: PlaceMention) -> bool:
    """ "officials in X say they have detained a teacher"."""
    return _THEY.match(placer.text, p.name_end) is not None


def _aimed(frame: Frame, p: PlaceMention) -> bool:
    """ "a mortar round aimed at the airport": where it was meant to fall."""
    where = frame.reading.tokens(p.start, p.end)
    low = frame.reading.view.low[max(0, where[0] - 4) : where[0]] if where else []
    return any(w in ("aimed", "meant", "intended", "destined", "bound") for w in low)


def _beside_deed(placer: Placer, frame: Frame, p: PlaceMention) -> bool:
    """Where it was told of, tended or written down: "told reporters in X that", "taken to hospital in X", "under X police
    station"."""
    start = frame.reading.offset
    before, after = placer.text[max(start, p.start - 60) : p.start].lower(), placer.text[p.end : p.end + 12].lower()
    station = p.kind == "landmark" and p.name.lower().endswith("police station")
    if station and _LIMITS.search(before + placer.text[p.start : p.name_start].lower()):
        return True
    if _REACHED.search(before):
        return True
    if p.relation not in ("in", "at", "of"):
        return False
    if _TENDED.search(before) and not frame.has("abduct", "arrest"):
        return True
    return after.lstrip(" ,").startswith("that ") and _TELLING.search(before[-40:]) is not None


def _moved(placer: Placer, frame: Frame, p: PlaceMention) -> bool:
    """ "had been evacuated to Niamey", "made off towards Burkina Faso": where people went afterwards."""
    return _MOVED.search(placer.text[max(frame.reading.offset, p.start - 60) : p.start].lower()) is not None


def _of_speaker(frame: Frame, s: Said, at: int) -> bool:
    """ "Border Watch, a group in San Cristobal, said …": between commas behind the speaker."""
    v = frame.reading.view
    if not s.end <= at < v.starts[s.token] or v.text[s.end : s.end + 1] != ",":
        return False
    aside = v.text[s.end + 1 : v.starts[s.token]].rstrip()
    return aside.endswith(",") and "," not in aside[:-1]


def _speakers_place(frame: Frame, p: PlaceMention) -> bool:
    """The place names a speaker or a party ("Burundi's army"), not a spot."""
    at = p.name_start - frame.reading.offset
    if not frame.solid and p.name.casefold().endswith(_WARDS):
        return True  # "a doctor at the Central Hospital gave a toll …"
    if any(s.speaker and (s.start <= at < s.end or _of_speaker(frame, s, at)) for s in frame.said):
        return True
    return any(
        x.start <= at < x.end
        and (p.relation is None or (p.relation == "of" and (p.kind == "country" or bool(x.names or x.forces))))
        for x in frame.reading.parties
    )


def _grain(placer: Placer, p: PlaceMention) -> int:
    if p.kind in ("neighbourhood", "camp", "landmark", "village", "quarter", "checkpoint", "base"):
        return 0
    if p.kind == "road" and " to " in p.name:
        return 2
    if (
        p.kind == "area" and p.relation is not None
    ):  # "in the Las Palmas sector" is fine, "in the countryside of Aleppo" is not
        if p.text.lower().endswith((" area", " locality")) and len(p.name.split()) <= 2:
            return 1  # "in the Tump area"
        return 0 if p.name.lower().endswith(("sector", "front", "axis", "quarter")) else 4
    if p.kind in COARSE_KINDS:
        return COARSE_KINDS[p.kind]
    if placer.kit.countries.by_name(p.name):
        return 6
    return 1 if p.relation not in (None, "of") else 3
