"""Is the deed a deed? Words of violence live in sport, politics, kitchens and films; a trigger stands only with its proof."""

from dateline.frames.frame import Frame
from dateline.frames.generic import generic
from dateline.frames.reading import Reading
from dateline.frames.sides import two_peoples
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance
from dateline.packs.things import things

_WEAPONS = frozenset("bomb bombs device devices mine mines landmine landmines missile missiles rocket rockets drone drones shell shells grenade grenades weapons arms explosives explosive ammunition rounds projectile projectiles ied ieds uav uavs cache rifles shahed shaheds plot ordnance munitions aircraft helicopter plane jet warplane mortar mortars".split())  # fmt: skip
_ARMED_WORDS = frozenset(
    "gunfire clan clans tribe tribes herders militias gang gangs gangsters gunmen fighters fighting troops forces soldiers army militants rebels gunmen insurgents enemy".split()
)
_CROWDS = ("protest", "mob")


def proven(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Whether the stretch holds what the trigger's rule needs."""
    if _figurative(r, act) or generic(r, frame, act):
        return False
    return all(_CHECKS[need](r, frame, act) for need in act.need) if act.need else True


def _patients(r: Reading, act: Trigger) -> list[int]:
    """Tokens acted on: object, passive subject, prepositional targets."""
    v = r.view
    token = act.token
    out = []
    if v.verbal(token):
        patient = v.patient(token)
        if patient is not None:
            out.append(patient)
    elif v.verbal(v.head[token]):
        over = v.head[token]
        out += [x for p, x in v.preps(over) if p in ("on", "against", "at", "in")]
    out += [x for p, x in v.preps(token) if p in ("on", "against", "at", "of", "into", "with", "in", "to", "through")]
    return out


def _odd_patient(r: Reading, act: Trigger) -> bool:
    """A film is shot, prices pick up, a product captures a market: the wrong thing acts or is acted on."""
    v = r.view
    if not v.verbal(act.token) or act.act not in ("shoot", "arrest", "take"):
        return False
    passive = v.passive(act.token)
    patient = v.subject(act.token) if passive else v.object(act.token)
    if act.act == "shoot" and act.first == act.last:
        return (
            patient is not None
            and v.pos[patient] == "NOUN"
            and not _human(r, patient)
            and v.low[patient] not in things().sites
        )
    if act.act == "arrest":
        return not passive and patient is None and v.tag[act.token] in ("VBD", "VBZ", "VBP") and act.first != act.last
    doer = None if passive else v.subject(act.token)
    return (
        doer is not None
        and v.pos[doer] == "NOUN"
        and not _human(r, doer)
        and v.low[doer] not in _OPERATIONS
        and not v.low[act.token].startswith(("fall", "fell"))
    )


_OPERATIONS = frozenset(
    "offensive operation assault advance attack push campaign raid counteroffensive battle siege coup putsch uprising movement group".split()
)


def _vehicle(r: Reading, act: Trigger) -> bool:
    """ "a lorry rammed a bus": an accident, unless armed men or police do it."""
    v = r.view
    if not v.low[act.token].startswith(("ram", "hit", "crash")) or act.act != "attack":
        return False
    doer = v.subject(act.token)
    return doer is None or doer not in r.party_at


_BYWORDS = (
    "so to speak",
    "price war",
    "price wars",
    "opening salvo",
    "war of words",
    "bloodless coup",
    "figuratively",
    "as it were",
    "proverbial",
)
_SWEPT = frozenset({"current", "river", "water", "waters", "wind", "flood", "floods", "tide", "sea"})
_DULL_NEXT = frozenset(
    {
        "shelter",
        "shelters",
        "siren",
        "sirens",
        "alert",
        "alerts",
        "alarm",
        "alarms",
        "warden",
        "museum",
        "out",
        "furnace",
        "seeds",
        "oil",
    }
)
_SUPPLIES = frozenset({"supplies", "aid", "leaflets", "food", "relief", "parcels", "rations", "medicine", "water"})


def _byword(r: Reading) -> bool:
    """Words that say themselves that they are a figure of speech."""
    text = r.sentence.text.lower()
    return any(w in text for w in _BYWORDS)


def _nature(r: Reading, act: Trigger) -> bool:
    """Floods, sickness and crashes kill too; an aircraft may drop food."""
    v = r.view
    if act.act == "abduct" and any(w in _SWEPT for w in v.low[act.last + 1 : act.last + 5]):
        return True
    if act.act == "air" and any(w in _SUPPLIES for w in v.low[act.last + 1 : act.last + 4]):
        return True
    if act.act not in ("kill", "attack", "bodies", "clash", "abduct") or not v.verbal(act.token):
        return False
    doer = v.doer(act.token)
    natural = stance().source.natural.words
    if doer is not None and (v.low[doer] in natural or any(v.low[k] in natural for k in range(*v.phrase(doer)))):
        return True
    return v.low[act.token] == "crushed" and "to" in v.low[act.token + 1 : act.token + 2]


def _after(r: Reading, act: Trigger) -> str:
    """The word right after the trigger."""
    return r.view.low[act.last + 1] if act.last + 1 < len(r.view) else ""


def _struck(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A strike from afar, not one of teachers: on something, by someone armed, or from a weapon."""
    v = r.view
    if any(p in ("on", "against", "at") for p, _ in v.preps(act.token)) or frame.means:
        return True
    return any(p.armed for p in frame.parties)


_FIGURES_OF_SPEECH = frozenset(
    "heart panic asthma verbal cyber legal media political culture legislative personal counter withering charm trade wage box stock price applause anger market share pep motor tennis election campaign growth population blank mock scathing scorching".split()
)


def _figurative(r: Reading, act: Trigger) -> bool:
    """An abstract thing acted on and nobody harmed."""
    v = r.view
    if (
        _odd_patient(r, act)
        or _after(r, act) in _DULL_NEXT
        or _nature(r, act)
        or _byword(r)
        or _vehicle(r, act)
        or "warrant" in v.low[max(0, act.first - 2) : act.last + 2]
        or "ever" in v.low[max(0, act.first - 1) : act.first]
    ):
        return True
    if act.noun and v.low[act.token] in ("arrest", "arrests") and "cardiac" in v.low[max(0, act.first - 1) : act.first]:
        return True
    abstract = stance().source.abstract.words
    token = act.token
    if act.act == "attack" and v.verbal(token) and _IN_WORDS & set(v.low[max(0, token - 1) : token + 2]):
        return True
    if act.act == "protest" and (_spoken_protest(r, act) or _travels(r, act) or not _PIOUS.isdisjoint(v.low)):
        return True
    if act.act == "mob" and _after(r, act) in ("police", "squad", "squads", "gear", "shields", "control"):
        return True  # "riot police"
    if act.act in _FIRED and not _DRILLS.isdisjoint(v.low):
        return True  # "held a live-fire exercise, firing 12 rockets"
    if act.act == "strike" and act.noun and not _LABOUR.isdisjoint(v.low) and _after(r, act) not in ("on", "against"):
        return True  # "the pilots' union launched a strike"
    if act.act == "take" and v.tag[token] in ("VBN", "JJ") and v.base(token) == "amod" and v.head[token] > token:
        return True  # "raids across the occupied West Bank"
    if act.act == "take" and any(p == "of" and v.low[x] in _BLAME for p, x in v.preps(token)):
        return True
    if act.act == "strike" and "armed" in v.low[max(0, act.token - 1) : act.token]:
        return True  # an "armed strike" closes shops and roads
    if act.act == "loot" and v.low[act.first + 1 : act.first + 3] == ["-", "out"]:
        return True  # "burnt-out vehicles"
    if act.first > 1 and v.low[act.first - 2] == "like" and v.low[act.first - 1] in ("a", "an"):
        return True  # "a bang, like a blast"
    if act.rule == "flag-flies" and "hands" in r.view.low[act.first : act.last + 1]:
        start = r.span(act.first, act.last)[0]
        return not any(p.start < start and not p.generic and p.kind != "country" for p in r.places)
    if act.rule in ("fired-on", "shot-at") and _after(r, act) in _UNDER and "under" in r.view.low[act.first : act.last]:
        return True  # "came under fire over taxes"
    if (
        act.act == "protest"
        and "chain" in v.low[act.first : act.last + 1]
        and _RESCUES & set(v.low[act.last + 1 : act.last + 5])
    ):
        return True
    if act.act == "shoot" and (
        _after(r, act) in ("wide", "over", "high", "straight") or (v.low[act.first], v.tag[act.first]) == ("fire", "NN")
    ):
        return True  # "fired wide", "came under artillery fire on Sunday"
    patient = None
    if v.verbal(token) and act.first == act.last and v.object(token) is None and not v.passive(token):
        doer = v.subject(token)
        if (
            doer is not None
            and doer not in r.party_at
            and act.act == "bomb"
            and (v.low[doer] in abstract or _human(r, doer))
        ):
            return True  # "prices exploded", "the singer bombed"
    if v.verbal(token):
        patient = v.patient(token)
        if patient is not None and v.low[patient] in abstract and patient not in r.party_at:
            return True
    targets = [x for p, x in v.preps(token) if p in ("on", "against", "of", "to", "at", "into")]
    if act.act != "protest" and targets and all(v.low[x] in abstract for x in targets) and patient is None:
        return True
    if any(v.low[k] == "flash" for k in range(max(0, act.first - 2), act.first)):
        return True
    kids = [v.low[c] for c in v.children[token] if c < token and v.base(c) in ("amod", "compound", "nmod")]
    return act.noun and any(k in _FIGURES_OF_SPEECH for k in kids)


def _travels(r: Reading, act: Trigger) -> bool:
    """ "8,000 people have taken the road to Pinga": they leave."""
    low = r.view.low
    onto = low[act.last] in ("road", "highway") and low[act.token].startswith(("take", "took"))
    return onto and _after(r, act) in (
        "to",
        "of",
        "for",
        "towards",
        "toward",
    )


_IN_WORDS = frozenset({"harshly", "strongly", "bitterly", "sharply", "verbally", "publicly", "virulently", "openly"})
_UNDER = frozenset({"over", "for", "from"})
_BLAME = frozenset("charges charge wrongdoing blame suspicion guilt responsibility murder fraud corruption".split())
_LODGED = frozenset(
    "lodge lodged lodges lodging file filed files filing deliver delivered send sent register registered issue issued receive received".split()
)


_PIOUS = frozenset("pilgrims pilgrim pilgrimage parade parades carnival marathon shrine parishioners".split())
_FIRED = frozenset({"shell", "air", "bomb", "strike", "shoot"})
_DRILLS = frozenset("drill drills exercise exercises manoeuvres maneuvers wargame wargames".split())
_LABOUR = frozenset("union unions wages pay walkout employees staff nurses teachers doctors lecturers strikers".split())
_RESCUES = frozenset({"bring", "rescue", "recover", "carry", "pass", "pull", "dig"})
_OBSTACLES = frozenset(
    "vehicle vehicles car cars truck trucks lorry lorries debris rubble tree trees snow mud landslide landslides flood floods water waters wreck wreckage rock rocks boulders accident crash traffic".split()
)


def _spoken_protest(r: Reading, act: Trigger) -> bool:
    """ "demonstrates the extent", "lodged an official protest", "a rights group protested": words, nobody in the street."""
    v = r.view
    token = act.token
    if v.verbal(token) and v.low[token].startswith(("block", "barricad", "cut")):
        doer = v.doer(token)
        return doer is not None and v.low[doer] in _OBSTACLES
    if act.first != act.last:
        return False
    if v.low[token].startswith("demonstrat") and v.verbal(token):
        return bool(v.kids(token, "obj", "ccomp"))
    if act.noun:
        kids = {v.low[c] for c in v.children[token]}
        return v.low[v.head[token]] in _LODGED or bool(kids & {"official", "formal", "diplomatic"})
    if not v.low[token].startswith("protest"):
        return False
    doer = v.subject(token)
    return (
        doer is not None
        and v.tag[doer] in ("NN", "NNP")
        and v.low[doer] not in ("crowd", "people", "mob")
        and not any(
            n.people or n.bare for n in r.people if n.start <= r.span(doer, doer)[0] < max(n.end, n.noun_end or n.end)
        )
    )


def _person(r: Reading, frame: Frame, act: Trigger) -> bool:
    v = r.view
    if v.verbal(act.token) and (act.act == "arrest" or (act.act == "abduct" and act.first != act.last)):
        patient = v.patient(act.token)
        if patient is not None and v.pos[patient] == "NOUN" and not _human(r, patient):
            return False
    if any(c.outcome in ("killed", "abducted", "detained", "injured", "missing") for c in frame.counts):
        return True
    if any(x.role in ("b", "victim") for x in frame.roles):
        return True
    if any(n.people or n.bare for n in r.people if _inside(r, frame, n.start)):
        return True
    if any(r.view.low[x] in _PRONOUNS or _named(r, act, x) or _titled(r, x) for x in _patients(r, act)):
        return True
    return bool(frame.parties) and act.act in (
        "kill",
        "arrest",
        "abduct",
        "bodies",
    )


_PRONOUNS = frozenset(
    {"they", "them", "he", "him", "she", "her", "who", "whom", "others", "several", "some", "two", "three"}
)


_ONLY_PEOPLE = ("assassinat", "murder", "kidnap", "abduct", "behead", "lynch")


def _named(r: Reading, act: Trigger, token: int) -> bool:
    """A person by name alone ("the murder of Ana Ruiz"). Shouted text hides names: there a bare singular will do."""
    if act.act not in ("kill", "abduct", "arrest", "shoot"):
        return False
    v = r.view
    first, stop = v.phrase(token)
    start, end = r.span(first, stop - 1)
    if any(p.start < end and start < p.end for p in r.places) or v.low[token] in stance().source.abstract.words:
        return False
    if any(v.low[k] in things().sites or v.low[k] in _WEAPONS for k in range(first, stop)):
        return False
    if v.tag[first] != "DT" and v.low[act.token].startswith(_ONLY_PEOPLE):
        return True
    if r.sentence.text.isupper():
        return v.tag[first] != "DT" and v.tag[token] in ("NN", "NNP", "NNPS", "FW", "JJ") and stop - first >= 2
    return v.tag[token] == "NNP" and r.view.words[token][:1].isupper()


def _human(r: Reading, token: int) -> bool:
    """Whether the noun is a person's: listed, counted as people, a party, or made of such."""
    if token in r.party_at or any(k in r.party_at for k in range(*r.view.phrase(token))):
        return True
    s, e = r.span(token, token)
    spans = [(n.start, max(n.end, n.noun_end or n.end)) for n in r.people]
    if any(a < e and s < b for a, b in spans):
        return True
    return any(p == "of" and _human(r, x) for p, x in r.view.preps(token) if x > token)


def _inside(r: Reading, frame: Frame, offset: int) -> bool:
    start, end = r.span(frame.first, frame.last)
    return start <= offset < end


def _party(r: Reading, frame: Frame) -> bool:
    return bool(frame.parties)


def _target(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A party, people, a place or a building stands with the deed."""
    if act.act == "strike" and act.noun and not _struck(r, frame, act):
        return False
    if _person(r, frame, act) or _party(r, frame) or any(m.last < act.first or m.first > act.last for m in frame.means):
        return True
    v = r.view
    sites = things().sites
    if act.act == "chemical" and any(w in sites for w in v.low[frame.first : frame.last + 1]):
        return True
    met = {"ambush", "under"} & set(v.low[act.first : act.last + 1])
    subject = v.subject(act.token) if v.verbal(act.token) and met else None
    for x in [*_patients(r, act), *([subject] if subject is not None else [])]:
        first, stop = v.phrase(x)
        if any(v.low[k] in sites for k in range(first, stop)):
            return True
        s, e = r.span(first, stop - 1)
        if any(p.start < e and s < p.end and not p.generic for p in r.places):
            return True
    return False


def _armed(r: Reading, frame: Frame, act: Trigger) -> bool:
    if any(p.armed for p in frame.parties):
        return True
    if act.act == "clash" and frame.counts and two_peoples(r, act, frame.last) is not None:
        return True
    if any(m.name in ("firearms", "blade") for m in frame.means):
        return True
    return any(w in _ARMED_WORDS for w in r.view.low[frame.first : frame.last + 1])


def _thing(r: Reading, frame: Frame, act: Trigger) -> bool:
    v = r.view
    sites = things().sites
    for x in _patients(r, act):
        if any(v.low[k] in sites for k in range(*v.phrase(x))):
            return True
    if frame.damage or _party(r, frame):
        return True
    return any(things().damage.find(v.low[frame.first : frame.last + 1]))


def _place(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Ground that can be taken: a place or a site is the object, or the subject of "fell to"."""
    v = r.view
    token = act.token
    sites = things().sites
    spots = []
    if v.verbal(token):
        patient = (
            v.subject(token)
            if v.passive(token) or v.low[token].startswith(("fall", "fell", "chang"))
            else v.object(token)
        )
        spots = [patient] if patient is not None else []
        alone = act.first == act.last and act.act == "take"  # "captured in Boa Vista six persons"
        spots += [
            x for p, x in v.preps(token) if p in (("of", "over") if alone else ("of", "over", "from", "into", "in"))
        ]
    spots += [x for k in range(act.first, act.last + 1) for p, x in v.preps(k) if p in ("of", "over", "in")]
    if spots and act.first < spots[0] <= act.last and _armed(r, frame, act):
        return True  # "took the hill": the phrase names the ground itself
    for x in spots:
        first, stop = v.phrase(x)
        s, e = r.span(first, stop - 1)
        if x == spots[0] and v.verbal(token) and (_people_acted(r, frame, act) or "alias" in v.low[x : x + 6]):
            return False
        if any(p.start < e and s < p.end for p in r.places) or any(v.low[k] in sites for k in range(first, stop)):
            return not any(n.start <= r.span(x, x)[0] < (n.noun_end or n.end) for n in r.people)
    if not spots or act.act == "overrun":
        end = r.span(frame.first, frame.last)[1]
        near = r.span(act.last, act.last)[1]
        return any(0 <= p.start - near <= 12 for p in r.places if p.end <= end)
    return False


def _weapon(r: Reading, frame: Frame, act: Trigger) -> bool:
    words = set(r.view.low[frame.first : frame.last + 1])
    if r.view.low[act.token].startswith(("defus", "deactivat")) and "it" in words:
        return True  # what was found in the sentence before
    return bool(words & _WEAPONS)


def _sides(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Two sides, or one and a word of fighting to stop."""
    inside = frame.parties
    words = set(r.view.low[frame.first : frame.last + 1])
    if (
        act.rule == "agreement"
        and words & {"truce", "ceasefire", "hostilities", "peace", "aggression", "pact"}
        and words
        & {
            "elders",
            "notables",
            "leaders",
            "communities",
            "clans",
            "tribes",
            "families",
            "chiefs",
            "villages",
            "farmers",
            "herders",
            "herdsmen",
            "factions",
            "brigades",
            "sides",
            "both",
            "between",
            "representatives",
            "delegations",
        }
    ):
        return True
    stop = words & {
        "ceasefire",
        "cease",
        "truce",
        "hostilities",
        "armistice",
        "peace",
        "prisoners",
        "fighting",
        "accord",
        "agreement",
        "undertaking",
        "stop",
    }
    if act.weak and act.noun and r.view.verbal(r.view.head[act.token]) is False and len(inside) < 2:
        return False
    return len(inside) >= 1 and bool(stop)


def _gathered(r: Reading, frame: Frame, act: Trigger) -> bool:
    """More than two people together: a plural of people, or a word for those who take to the street."""
    words = set(r.view.low[frame.first : frame.last + 1])
    return bool(words & (_CROWD_WORDS | _STREET)) or any(
        n.people and (n.high is None or n.high > 2) for n in r.people if _inside(r, frame, n.start)
    )


_STREET = frozenset("families relatives mothers nurses doctors lawyers shopkeepers widows parents wives fishermen journalists miners pensioners traders prisoners detainees veterans monks priests".split())  # fmt: skip


def _spot(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A place of its own, finer than a country, is named in the stretch."""
    start, end = r.span(frame.first, frame.last)
    return any(start <= p.start < end and not p.generic and p.kind != "country" for p in r.places)


def _swapped(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Two sides, nations among them, that give each other people or put their names to peace."""
    words = set(r.view.low[frame.first : frame.last + 1])
    return bool(words & _GIVEN) and (bool(words & _BOTH) or len(frame.parties) > 1 or len(_named_states(r, frame)) > 1)


_GIVEN = frozenset("prisoners prisoner captives bodies detainees remains pows hostages truce ceasefire peace pause accord armistice hostilities".split())  # fmt: skip
_BOTH = frozenset("sides both each two parties between rivals factions communities clans".split())


def _named_states(r: Reading, frame: Frame) -> set[str]:
    start, end = r.span(frame.first, frame.last)
    return {p.text for p in r.places if start <= p.start < end and p.kind == "country"}


def _no_arms(r: Reading, frame: Frame, act: Trigger) -> bool:
    """People against people, with nobody armed by trade among them."""
    words = set(r.view.low[frame.first : frame.last + 1])
    hurt = [(c.number.start, max(c.number.end, c.number.noun_end or 0)) for c in frame.counts]
    return bool(words & _FOLK) and not any(
        p.armed and not any(s <= p.start + r.offset < e for s, e in hurt) for p in frame.parties
    )


_FOLK = frozenset(
    "factions student supporters students youths residents villagers groups fans followers workers activists hindus muslims christians communities prisoners inmates neighbours families traders locals miners migrants worshippers settlers protesters demonstrators passengers".split()
)
_CROWD_WORDS = frozenset(
    "protesters protestors demonstrators marchers crowd students pupils workers youths residents villagers farmers strikers supporters activists mourners people thousands hundreds teachers migrants refugees women traders drivers inhabitants".split()
)


def _crowd(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A crowd to be controlled, and someone who controls it."""
    words = set(r.view.low[frame.first : frame.last + 1])
    if act.rule == "crowd-control" and words & {"gas", "gases", "water", "batons", "cannon"} and _party(r, frame):
        return True
    return bool(words & _CROWD_WORDS) and (
        _party(r, frame) or bool(words & {"police", "troops", "soldiers", "officers"})
    )


def _civil(r: Reading, frame: Frame, act: Trigger) -> bool:
    """No army's march: people or a crowd stand in the stretch, or no armed party does."""
    words = set(r.view.low[frame.first : frame.last + 1])
    inside = frame.parties
    if words & _CROWD_WORDS or any(p.kind == "crowd" for p in inside):
        return True
    verb = act.token if r.view.verbal(act.token) else r.view.head[act.token]
    doer = r.view.subject(verb) if r.view.verbal(verb) else None
    if doer is not None and doer not in r.party_at:
        return True
    return not any(p.armed for p in inside)


def _quiet(r: Reading, frame: Frame, act: Trigger) -> bool:
    """The stretch says that there was no fight."""
    return frame.quiet


def _people_acted(r: Reading, frame: Frame, act: Trigger) -> bool:
    """The object, or the passive's subject, is people and no place."""
    v = r.view
    if not v.verbal(act.token):
        return False
    patient = v.patient(act.token)
    if patient is None and "with" in v.low[act.first : act.last + 1]:
        patient = next((x for p, x in v.preps(act.token) if p == "with"), None)  # "made off with four girls"
    if patient is None:
        return False
    if patient not in r.party_at and _titled(r, patient):
        return True
    s, e = r.span(patient, patient)
    return any(
        a <= s and e <= b
        for n in r.people
        if n.people or n.bare
        for a, b in [(n.start, max(n.end, n.noun_end or n.end))]
    )


def _man(r: Reading, frame: Frame, act: Trigger) -> bool:
    """People are acted on, or one by name alone ("captured Rafael N.")."""
    patient = r.view.patient(act.token) if r.view.verbal(act.token) else None
    return patient is not None and (_people_acted(r, frame, act) or _named(r, act, patient))


def _actor(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Armed men or a crowd do it, as the tree says."""
    v = r.view
    return v.verbal(act.token) and v.doer(act.token) in r.party_at


def _harm(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A figure of people killed, hurt or carried off stands in the stretch."""
    return any(c.outcome in _HARM and c.number.high != 0 for c in frame.counts)


def _foe(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Someone armed who is not among those harmed, or a weapon, stands in the stretch."""
    harmed = [c.party for c in frame.counts] + [x.party for x in frame.of("victim")]
    return bool(frame.means) or any(p.armed and p not in harmed for p in frame.parties)


_HARM = ("killed", "injured", "abducted")


def _titled(r: Reading, token: int) -> bool:
    """ "journalist Salem Fezzani": a name behind a person's noun."""
    v = r.view
    first, stop = v.phrase(token)
    s, e = r.span(first, stop - 1)
    if v.tag[token] != "NNP" or any(p.start < e and s < p.end for p in r.places):
        return False
    return any(
        v.low[k].endswith(("ist", "er", "or", "man", "woman", "ian", "leader", "activist")) and v.tag[k] == "NN"
        for k in range(first, stop)
    )


def _doer(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Armed men do it, as the tree says, and take nobody to a doctor or a judge."""
    v = r.view
    if not v.verbal(act.token):
        return False
    doer = v.doer(act.token)
    party = r.party_at.get(doer) if doer is not None else None
    if party is None or not party.armed:
        return False
    return not any(p in ("to", "before") and v.low[x] not in _LAIRS for p, x in v.preps(act.token))


def _ground(r: Reading, frame: Frame, act: Trigger) -> bool:
    """What is struck is a place by name, or a site where armed men or a weapon are told of."""
    v = r.view
    patient = v.patient(act.token)
    told = bool(frame.means) or any(p.armed and p.last < act.first for p in frame.parties)
    if patient is not None and told and v.low[patient] in _STRUCK_SITES | things().sites:
        return True  # "the navy struck a landing ship with cruise missiles", "gunmen struck three villages"
    first, last = (patient, patient) if patient is not None else (act.last + 1, act.last + 2)
    if last >= len(v) or (patient is None and v.passive(act.token)):
        return False
    s, e = r.span(first, last)
    return any(p.start < e and s < p.end and not p.generic for p in r.places)


_STRUCK_SITES = frozenset(
    {"village", "villages", "town", "towns", "city", "camp", "camps", "settlement", "settlements"}
)
_LAIRS = frozenset({"bush", "forest", "mountains", "destination", "location", "place", "hideout", "hills"})


_CHECKS = {
    "actor": _actor,
    "harm": _harm,
    "foe": _foe,
    "doer": _doer,
    "ground": _ground,
    "people": _people_acted,
    "man": _man,
    "gathered": _gathered,
    "spot": _spot,
    "swapped": _swapped,
    "no_arms": _no_arms,
    "quiet": _quiet,
    "civil": _civil,
    "crowd": _crowd,
    "person": _person,
    "target": _target,
    "armed": _armed,
    "thing": _thing,
    "place": _place,
    "weapon": _weapon,
    "sides": _sides,
}
