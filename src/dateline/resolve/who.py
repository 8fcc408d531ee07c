"""Who a mention means: a listed actor, an arm of a state, armed men without a name, civilians. Neutral names only.

A state's forces outside their own state are external forces; a loaded word stays in ``text`` and ``label``.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from dateline.mentions.numbers import Number
from dateline.mentions.parties import Party
from dateline.model.incident import ActorKind
from dateline.packs.actors import ActorEntry, normalise
from dateline.packs.kit import Kit

_ORGAN = {
    "army": "armed forces",
    "air_force": "air force",
    "navy": "navy",
    "coast_guard": "coast guard",
    "police": "police",
    "gendarmerie": "gendarmerie",
    "security_forces": "security forces",
    "national_guard": "national guard",
    "border_guard": "border guards",
    "presidential_guard": "presidential guard",
    "prison_service": "prison service",
    "intelligence": "intelligence service",
    "regime": "armed forces",
}


_PROTECTED = {"PS": "IL"}  # has no army of its own: "the army" there is the other's


_SKIES = {"LB": "IL"}  # has no warplanes: "jets", "a drone" there, of nobody named, are the other's


_SOLDIERS = frozenset({"army", "air_force", "navy", "border_guard", "regime"})


_FOES = {"PS": "IL", "LB": "IL", "IL": "IL"}  # whom "the enemy" means in the statement of an armed group there


_OCCUPIED = {"UA": "RU", **_PROTECTED}  # whom "the occupiers", "the invaders" mean where nobody is named


@dataclass
class Named:
    """A party resolved: id (null for those not listed), neutral name, kind. ``loose``: a common word of the place ("the gang")
    stands for the listed group."""

    id: str | None
    name: str
    kind: ActorKind
    country: str | None = None
    armed: bool = True
    state: bool = False
    loose: bool = False


@dataclass
class Cast:
    """What the article says about who is who: its countries, ranked, and the groups named so far."""

    countries: tuple[str, ...]
    day: dt.date | None
    groups: list[Named] = field(default_factory=list)
    enemy: Named | None = None
    us: Named | None = None

    @property
    def home(self) -> str | None:
        return self.countries[0] if self.countries else None


def name_party(p: Party, cast: Cast, kit: Kit, country: str | None = None) -> Named:
    """Resolve a party mention; ``country`` is where the event lies, if known."""
    home = country or cast.home
    if cast.us is not None and all(n.local for n in p.names) and _ours(p):
        return cast.us
    if p.names:
        entry = _pick(p, home, cast, kit)
        own = any(
            f.country == home for f in p.forces
        )  # "the National Defence Force", another country's militia elsewhere
        if entry is not None and (home in entry.countries or not own):
            named = _listed(entry, cast.day, home, kit)
            named.loose = all(n.local for n in p.names if n.actor == entry.id)
            return named
        own_words = re.sub(r"^(?:the|The) ", "", p.text)
        if entry is None and p.kind == "named" and p.noun is None and not p.organ and own_words[:1].isupper():
            return Named(
                None, own_words, "unknown"
            )  # a name of several groups, or of another country's: nobody's but its own
    if p.kind == "anaphor":
        bands = [g for g in reversed(cast.groups) if g.armed and not g.state]
        back = next((g for g in bands if g.id is not None), bands[0] if bands else None)
        return back or Named(None, "armed group", "unknown")
    if p.noun == "snipers" and p.country and not (p.sponsor or p.names):
        return _state(p, cast, kit, home)  # "an Israeli sniper"
    if home in _OF_BRIGADES and _own_name(p):
        return Named(None, p.text.removeprefix("the ").removeprefix("The "), "unknown")
    if _opposing(p) and not p.forces:
        if p.country and p.country != home:
            return _state(p, cast, kit, home)
        if cast.enemy is not None:
            return cast.enemy
        if cast.us is not None and not cast.us.state and home in _FOES:
            return _state(msgspec.structs.replace(p, country=_FOES[home], organ=p.organ or "army"), cast, kit, home)
        if home == "UA" and (cast.day is None or cast.day.year >= 2022):
            return _state(msgspec.structs.replace(p, country="RU", organ="army"), cast, kit, home)
        if p.kind == "state":
            return Named(None, "opposing forces", "unknown")
    if p.kind == "state" or p.forces or (p.kind == "named" and p.organ):
        return _state(p, cast, kit, home)
    return _unlisted(p, kit)


_OF_BRIGADES = frozenset(
    {"LY", "SY", "PS", "LB", "YE", "IQ"}
)  # where armed groups call themselves brigades, battalions
_BRIGADES = ("brigade", "brigades", "battalion", "battalions")


def _own_name(p: Party) -> bool:
    """ "the Bahr Battalion": a unit by a name of its own that is no listed army's."""
    words = p.text.split()
    unknown = p.kind == "state" and not (p.names or p.forces or p.country)
    return (
        unknown and len(words) > 1 and words[-1].lower() in _BRIGADES and words[-2][:1].isupper() and words[-2] != "The"
    )


def find_us(outlet: str, cast: Cast, kit: Kit) -> Named | None:
    """The armed group that the outlet is, whose "our forces" are then its own ("Province Command of the PKK")."""
    words = outlet.split()
    for size in (5, 4, 3, 2, 1):
        for k in range(len(words) - size + 1):
            for n in kit.actors.names.get(normalise(" ".join(words[k : k + size])), ()):
                entry = kit.actors.by_id[n.actor]
                if not n.local and entry.state is None:
                    return _listed(entry, cast.day, cast.home, kit)
    if _REBEL_WORDS.intersection(outlet.lower().split()):
        return Named(None, outlet, "unknown")
    return None


_REBEL_WORDS = frozenset(
    "column front brigade brigades battalion resistance guerrilla guerrillas liberation revolutionary militia mujahideen insurgent".split()
)


_SCORN = frozenset(
    "occupying fascist mercenary apostate puppet reactionary occupation infidel crusader murtadd taghut".split()
)
_UNITS = frozenset({"unit", "units", "detachment", "team", "squad", "platoon", "column"})


_WARRIORS = frozenset("mujahideen mujahidin mujahedin mujahedeen mujahid".split())


def _ours(p: Party) -> bool:
    """ "our fighters", "we", "the mujahideen", "a unit of our army", "another unit", in a text that speaks for an armed group."""
    words = p.text.lower().split()
    if (
        words[0] in ("our", "we", "they")
        or words[-1] in _WARRIORS
        or ("our" in words and words[words.index("our") - 1] == "of")
    ):
        return True
    return words[0] in ("a", "another", "one") and words[-1] in _UNITS and not (p.forces or p.country)


def find_ours(parties: Sequence[Party], cast: Cast, kit: Kit) -> Named | None:
    """The armed group that a text speaks for without being signed by it: it says "our army" or "our fighters", calls the state's
    soldiers by a word of scorn, and names the group before both."""
    ours = next((k for k, p in enumerate(parties) if "our" in p.text.lower().split() and not p.country), None)
    scorned = any(p.kind == "state" and not _SCORN.isdisjoint(p.text.lower().split()) for p in parties)
    if ours is None or not scorned:
        return None
    for p in parties[:ours]:
        if p.names and p.kind == "named" and not p.loaded and not any(n.local for n in p.names):
            entry = _pick(p, cast.home, cast, kit)
            if entry is not None and entry.state is None:
                return _listed(entry, cast.day, cast.home, kit)
    return None


def _opposing(p: Party) -> bool:
    """ "the enemy", "enemy artillery": whomever the outlet fights."""
    return p.noun == "opponent" or p.text.lower().removeprefix("the ").startswith("enemy ")


def find_enemy(parties: Sequence[Party], cast: Cast, kit: Kit) -> Named | None:
    """The one whom the article's partisan words mean ("the occupiers"): "the enemy" is the same."""
    for p in parties:
        for f in p.forces:
            if f.organ == "regime" and f.country != cast.home and f.country in cast.countries:
                return _state(p, cast, kit, cast.home)
    abroad = {p.country for p in parties if p.kind == "state" and p.country and p.country != cast.home}
    if len(abroad) == 1 and any(map(_opposing, parties)):
        p = next(p for p in parties if p.country in abroad and p.kind == "state")
        return _state(msgspec.structs.replace(p, organ="army", forces=()), cast, kit, cast.home)
    return None


def _pick(p: Party, home: str | None, cast: Cast, kit: Kit) -> ActorEntry | None:
    """The listed actor meant: one that works where the article is, else one that is spoken of already, else the only one."""
    local = {n.actor for n in p.names if n.local}
    entries = [kit.actors.by_id[n.actor] for n in p.names]
    # "gunmen", "two rebels": whoever is named so here, and only while it lasts
    entries = [e for e in entries if e.id not in local or p.kind != "armed" or _active(e, cast.day)]
    abroad = () if p.unidentified or home is not None else cast.countries[:2]
    entries = [
        e
        for e in entries
        if e.id not in local or (home in e.countries and not p.unidentified) or set(e.countries) & set(abroad)
    ]
    if (p.noun or "").split(" ")[-1] in _AGAINST_A_STATE and not any(n.loaded or n.member for n in p.names):
        entries = [e for e in entries if e.id not in local or home is None or home == e.countries[0]]
    here = [e for e in entries if home in e.countries]
    if here:
        return here[0]
    near = [e for e in entries if set(e.countries) & set(cast.countries)]
    if near:
        return near[0]
    wide = [e for e in entries if not e.countries or len(e.countries) > 4]
    if wide:
        return wide[0]
    if home is None or len(p.text) > 4:
        return entries[0] if entries else None
    return None


_AGAINST_A_STATE = frozenset("rebels separatists guerrillas insurgents".split())
"""Bare words for those who fight their own state: across the border they are somebody else."""


def _active(e: ActorEntry, day: dt.date | None) -> bool:
    """Whether the group exists on ``day``; with no day or no periods it does."""
    if day is None or isinstance(e.kind, str):
        return True
    return any((k.start is None or k.start <= day) and (k.end is None or day <= k.end) for k in e.kind)


def _listed(e: ActorEntry, day: dt.date | None, home: str | None, kit: Kit) -> Named:
    kind = kit.actors.kind_on(e, day, home)
    rebel = kind in ("rebel_group", "political_militia", "identity_militia")  # the Taliban before they took Kabul
    state = kind == "state_forces" or (bool(e.state) and not rebel)
    return Named(e.id, e.name, kind, None if rebel else e.state, True, state)


def _state(p: Party, cast: Cast, kit: Kit, home: str | None) -> Named:
    """An arm of a state: whose, by its own words, by a local name, or the country of the article."""
    iso = p.country
    organ = p.organ or "army"
    if p.unidentified and not (iso or p.forces):
        return Named(None, p.text.lower(), "unknown")  # "unidentified aircraft": nobody's until somebody says whose
    if p.forces:
        match = next((f for f in p.forces if f.country == (iso or home)), None)
        match = match or next((f for f in p.forces if f.country in cast.countries), None)
        if (
            match is None
            and p.organ in (None, p.forces[0].organ)
            and len({f.country for f in p.forces}) == 1
            and p.forces[0].organ != "regime"
        ):
            match = p.forces[0]
        if match is not None:
            iso, organ = match.country, match.organ
        elif iso is None and p.forces[0].organ == "regime" and home is not None:
            if home not in _OCCUPIED:
                return Named(None, "opposing forces", "unknown")  # "the occupiers": never one's own army
            iso = _OCCUPIED[home]
    iso = iso or home
    if p.country is None and iso in _PROTECTED and organ in _SOLDIERS:
        iso = _PROTECTED[iso]
    if p.country is None and not p.forces and organ == "air_force" and iso in _SKIES and "force" not in p.text.lower():
        iso = _SKIES[iso]
    kind: ActorKind = "external_forces" if iso and home and iso != home else "state_forces"
    if iso is None:
        return Named(None, _ORGAN.get(organ, "government"), "state_forces", None, organ != "government", True)
    if organ == "government":
        name = kit.countries.name(iso) or iso
        return Named(f"{iso.lower()}-government", f"Government of {name}", kind, iso, True, True)
    listed = getattr(kit.actors.forces(iso), organ if organ != "regime" else "army", None)
    adjective = _adjective(iso, kit)
    name = (
        listed.name if listed is not None and listed.name else None
    ) or f"{adjective} {_ORGAN.get(organ, 'armed forces')}"
    slug = "armed-forces" if organ in ("army", "regime") else organ.replace("_", "-")
    return Named(f"{iso.lower()}-{slug}", name, kind, iso, True, True)


def _adjective(iso: str, kit: Kit) -> str:
    return kit.countries.adjective(iso) or kit.countries.name(iso) or iso


def _unlisted(p: Party, kit: Kit) -> Named:
    """Armed men or a crowd without a listed name: what their own words prove and no more."""
    kind: ActorKind = p.word_kind  # type: ignore[assignment]
    noun = p.noun or "armed men"
    if p.kind == "crowd":
        return Named(
            None,
            "protesters" if kind == "protesters" else ("settlers" if "settler" in p.text.lower() else "rioters"),
            kind,
            p.country,
            False,
        )
    if p.sponsor:
        name = f"{_adjective(p.sponsor, kit)}-backed {'rebels' if noun in ('militants', 'rebels', 'fighters', 'insurgents') else noun}"
        return Named(None, name, "rebel_group" if kind == "unknown" else kind, p.sponsor)
    if p.allied and noun == "allied forces":
        return Named(None, "allied forces", "unknown")
    if p.pro_government:
        return Named(None, "pro-government militias", "political_militia")
    if kind != "unknown":
        return Named(None, noun, kind)
    if p.islamist:
        return Named(None, f"Islamist {noun}", "rebel_group" if noun == "insurgents" else "unknown")
    if p.country and not p.sponsor:
        return Named(None, f"{_adjective(p.country, kit)} {noun}", "unknown", p.country)
    return Named(None, f"unidentified {noun}", "unknown")


_LOCALS = frozenset(
    "resident residents villager villagers local locals youth youths neighbour neighbours neighbor neighbors inhabitants inhabitant townspeople crowd parents relatives students pupils workers farmers traders drivers peasants teachers women mourners migrants refugees inmates prisoners miners supporters activists colleagues employees pluckers vendors nurses doctors medics lawyers journalists pensioners fans worshippers believers hundreds thousands dozens people community tribesmen herders families unionists".split()
)
_MEN = frozenset(
    "man men individual individuals persons person subjects youth kids teenagers teenager bomber driver motorist".split()
)


def name_doers(n: Number) -> Named | None:
    """People who act: locals in a crowd, or men nobody names; null where the words are no doer ("most of those killed")."""
    word = (n.noun or "").lower()
    if n.of_them or n.outcome is not None or n.kind == "share":
        return None
    if word in ("elders", "notables", "chiefs"):
        return Named(None, f"communal {word}", "identity_militia")
    if n.group == "combatants" or word in ("guards", "guard"):
        return Named(None, f"unidentified {word}" if word else "unidentified armed men", "unknown")
    alone = n.low == n.high == 1 and (n.noun or "")[:1].isupper()  # "A Palestinian rammed a lorry into …"
    if alone or (word in _MEN and not n.bare) or word in ("men", "individuals", "persons", "subjects"):
        return Named(None, "unidentified men", "unknown")
    if word in _LOCALS or (n.low > 2 and n.people):
        return Named(None, "civilians", "civilians", armed=False)
    return None


def name_people(n: Number) -> Named:
    """People who are no party: civilians, unless their own word says otherwise."""
    word = (n.noun or "").lower()
    if n.group == "combatants":
        return Named(None, f"{word or 'fighters'}", "unknown", armed=True)
    if word in ("protesters", "demonstrators", "marchers", "protester", "demonstrator", "protestors"):
        return Named(None, "protesters", "protesters", armed=False)
    return Named(None, "civilians", "civilians", armed=False)
