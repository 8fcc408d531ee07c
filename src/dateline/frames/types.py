"""Deeds to a type: ACLED's hierarchy over everything one incident's frames tell."""

from dataclasses import dataclass, field

from dateline.frames.afar import (
    AIRBORNE,
    AIRBORNE_MEANS,
    BOMBS,
    EXPLOSIVE,
    FLOWN,
    GUN_MEANS,
    MISSILES,
    STRUCK,
    blast,
    shelled,
)

VIOLENT = frozenset({"kill", "shoot", "attack", "hurt", "bodies"})
CROWD = frozenset({"protest", "mob"})


@dataclass
class Facts:
    """What decides a type. ``acts`` in order of telling, weak ones apart; classes are "state", "armed", "crowd", "people" or "".
    ``street``: a crowd is among the sides; ``unrest``: the report itself, not a side of it, says that the crowd was violent."""

    acts: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    a: str = ""
    b: str = ""
    a_home: bool = True
    a_governs: bool = False
    a_flies: bool = False
    a_guns: bool = False
    victims: bool = False
    quiet: bool = False
    means: set[str] = field(default_factory=set)
    killed: int = 0
    injured: int = 0
    abducted: int = 0
    detained: int = 0
    harmed_crowd: bool = False
    unrest: bool = False
    damage: bool = False
    street: bool = False


_ARMED = ("state", "armed")
_STREET = frozenset("students protesters demonstrators marchers rioters".split())
_HARM = frozenset({"attack", "shoot", "kill", "hurt"})
_SOLDIERS = frozenset({"soldier", "soldiers", "troops", "army", "military", "marines", "rangers", "gendarmes"})


def decide(f: Facts) -> tuple[str, str]:
    """(type, ACLED sub-event type) of an incident."""
    acts = set(f.acts)
    every = acts | set(f.weak)
    both = f.b in _ARMED and (
        f.a in _ARMED
        or (
            f.a == ""
            and f.b == "state"
            and ("attack" in f.acts or ("attack" in f.weak and f.killed > 0 and bool(f.words & _SOLDIERS)))
            and not set(f.acts) & (EXPLOSIVE | {"abduct", "arrest"})
        )
    )
    if "agree" in acts or (not acts and "agree" in every):
        return "agreement", "Agreement"
    if ground := _ground(f, acts):
        return ground
    if "chemical" in acts:
        return "chemical_attack", "Chemical weapon"
    if (
        "clash" in acts
        and (
            {f.a, f.b} in ({"people", "state"}, {"crowd", "state"})
            or (f.a == "state" and not f.b and (f.street or (f.victims and not f.killed)))
        )
        and (not f.means or f.words & _STREET)
        and (not acts & {"shoot", "attack", "kill"} or f.words & _STREET)
    ):
        return "riot", "Violent demonstration"
    if acts >= {"clash", "loot"} and f.a == "" and f.b == "state" and not f.means and not f.words & _SOLDIERS:
        return "riot", "Violent demonstration"  # "two days of looting and clashes with police"
    if "clash" in acts and "crowd" not in (f.a, f.b):
        return "armed_clash", "Armed clash"
    if crowd := _crowd(f, acts, every):
        return crowd
    if "suicide" in acts and "clash" not in acts and not _found(f, acts):
        return "suicide_bombing", "Suicide bomb"
    if f.a_guns and acts & _HARM and not acts & {"clash", "disrupt", "protest"}:
        return STRUCK
    if f.a_flies and acts & _HARM and not acts & {"clash", "disrupt"}:
        return "air_strike", "Air/drone strike"
    held = "arrest" in acts and f.detained and next((x for x in f.acts if x in ("arrest", "disrupt")), "") == "arrest"
    if "disrupt" in acts and not (f.killed or f.injured or held) and not (f.a == "armed" and "attack" in acts):
        return "disrupted_weapons", "Disrupted weapons use"
    if both and shelled(acts, f.words, f.means):
        return STRUCK
    if (
        both
        and (
            acts & {"attack", "overrun"}
            or ("shoot" in acts and f.b == "state" and not acts & (EXPLOSIVE | {"arrest", "abduct"}))
            or ("hurt" in acts and not acts & (EXPLOSIVE | {"arrest", "abduct"}))
            or ("attack" in every and not acts & (EXPLOSIVE | {"arrest", "kill"}))
            or ("attack" in every and not f.a and not acts & EXPLOSIVE)
        )
        and not (acts & EXPLOSIVE and f.acts[0] in EXPLOSIVE and "attack" not in acts)
    ):
        return "armed_clash", "Armed clash"
    if told := blast(acts, f.words, f.a == "state"):
        return told
    if "blow" in acts and not (f.a == "state" and f.b in ("", "people") and f.victims):
        return "armed_clash", "Armed clash"
    if "strike" in every:
        return STRUCK if f.words & MISSILES and not f.words & AIRBORNE else FLOWN
    if "sexual" in acts:
        return "sexual_violence", "Sexual violence"
    return _people(f, acts, every, both)


_WENT_OFF = frozenset("blew blown exploded exploding detonated detonating".split())


def _found(f: Facts, acts: set[str]) -> bool:
    """ "Two explosive belts were dismantled", "arrested six and seized three vests": made harmless before anybody wore them."""
    seized = "disrupt" in acts or ("arrest" in acts and f.detained > 0)
    return seized and not (f.killed or f.injured) and not f.words & _WENT_OFF


def _ground(f: Facts, acts: set[str]) -> tuple[str, str] | None:
    if f.a == "crowd":
        return None
    if "take" in acts or ("overrun" in acts and "loot" not in acts and not f.b):
        if f.quiet:
            return "territory_change", "Non-violent transfer of territory"
        home = (f.a == "state" and f.a_home) or (f.a == "" and f.b == "armed")
        return "territory_change", "Government regains territory" if home else "Non-state actor overtakes territory"
    if (acts and acts <= {"withdraw"}) or (f.quiet and "withdraw" in acts):
        return "territory_change", "Non-violent transfer of territory"
    return None


_CLUBS = frozenset("sticks stones clubs batons rods machetes fists bottles bricks".split())
_BRAWL = frozenset("clash clashed clashes fought fight fights brawl scuffle scuffles".split())
_ACCUSED = frozenset("pickpocket thief thieves witch witchcraft blasphemy sorcery kidnapper kidnappers burglar".split())
_SUSPECTED = frozenset("suspected suspect suspects alleged accused".split())
_BEATEN = frozenset("beaten beat burned burnt stoned lynched alive clubbed".split())
_SENT_IN = frozenset({"police", "gendarmes", "soldiers", "troops", "officers"})
_BROKEN_UP = frozenset(
    "dispersed disperse tear teargas gases cannon batons detained arrested retained broke broken chased drove intervened air".split()
)
_BREAKERS = frozenset("police gas officers troops soldiers security gendarmes cannon batons".split())
_RALLIED = frozenset("crowd protesters protestors demonstrators march rally marchers demonstration protest".split())


def _crowd(f: Facts, acts: set[str], every: set[str]) -> tuple[str, str] | None:
    if "protest" in acts:
        if f.unrest and f.a in ("crowd", "people", "state"):
            return "riot", "Violent demonstration"
        if "loot" in acts and f.a in ("crowd", "people"):
            return "riot", "Violent demonstration"
        force = acts & {"shoot", "kill"} or f.words & {"rubber", "live", "rammed", "ram", "pellet", "pellets"}
        if (f.harmed_crowd and (f.killed or f.injured)) or (
            force and "state" in (f.a, f.b) and (f.killed or f.injured)
        ):
            return "protest", "Excessive force against protesters"
        if (
            force
            and f.words & {"police", "troops", "soldiers", "security", "officers"}
            and f.words & {"fired", "opened", "rammed", "ram", "shot"}
            and f.words & {"live", "rammed", "ram"}
        ):
            return "protest", "Excessive force against protesters"
        if "mob" in acts and f.a == "crowd":
            return "riot", "Violent demonstration"
        if "attack" in acts and f.a == "people" and f.words & _CLUBS and (f.killed or f.injured):
            return "riot", "Mob violence"  # "activists attacked a march with sticks"
        if (f.detained or f.abducted) and (f.b == "state" or f.a == "state" or f.words & _SENT_IN):
            return "protest", "Protest with intervention"
        if f.words & _BROKEN_UP and f.words & _BREAKERS and not f.words >= {"dispersed", "peacefully"}:
            return "protest", "Protest with intervention"
        if "attack" in acts and (f.a, f.b) == ("crowd", "state") and not f.harmed_crowd:
            return "riot", "Violent demonstration"  # "protesters attacked police with stones"
        if "mob" in acts or (f.words & {"stones", "stoned", "torched", "molotov", "ransacked"} and "loot" in acts):
            return "riot", "Violent demonstration"
        return "protest", "Peaceful protest"
    if "kill" in acts and f.a in ("", "people") and f.words & _ACCUSED and f.words & _BEATEN:
        return "riot", "Mob violence"
    if "kill" in acts and f.a == "people" and f.words & _SUSPECTED and f.words & _BEATEN:
        return "riot", "Mob violence"  # "residents burned alive two suspected gang members"
    struck = acts & {"kill", "shoot"} or (acts & {"attack", "hurt"} and f.words & _CLUBS)
    if f.a == "people" and f.b != "armed" and struck and not acts & (EXPLOSIVE | {"abduct"}):
        return "riot", "Mob violence"
    if f.a == "state" and f.b == "crowd" and acts & {"shoot", "kill"} and f.words & _RALLIED:
        if "attack" not in acts:
            return "protest", "Excessive force against protesters"
        return "riot", "Violent demonstration"  # "fired on a crowd that tried to storm the office"
    if "mob" in every and (f.a == "crowd" or "mob" in acts) and not (f.a in _ARMED and acts & {"kill", "shoot"}):
        people = f.victims or f.killed or f.injured or acts & {"kill", "shoot"} or f.words & _BRAWL
        return "riot", "Mob violence" if people or f.words & {
            "settlers",
            "communal",
            "vigilantes",
            "lynched",
            "lynching",
        } else "Violent demonstration"
    if f.a == "crowd" and acts & {"kill", "attack", "hurt", "loot", "shoot"}:
        people = f.victims or f.killed or f.injured
        return "riot", "Mob violence" if people or f.words & {"settlers", "settler"} else "Violent demonstration"
    return None


_SEIZED = frozenset(
    "abducted abduct abducting abduction kidnapped kidnap kidnapping disappeared disappearance disappearances disappear hostage hostages vanished".split()
)


_INVADED = frozenset("invaded invades invading invasion".split())


def _people(f: Facts, acts: set[str], every: set[str], both: bool) -> tuple[str, str]:
    if acts & {"shoot", "attack"} and f.means & GUN_MEANS and "firearms" not in f.means and not both and f.a != "crowd":
        return STRUCK
    if acts <= {"kill", "bodies"} and f.means & BOMBS and (f.killed or f.injured):
        return "bombing", "Remote explosive/landmine/IED"
    if f.a == "state" and f.b != "people" and not f.victims and f.words & _INVADED:
        return "armed_clash", "Armed clash"  # "Troops invaded the island on Saturday."
    killing = acts & {"kill", "shoot", "bodies"} or f.killed
    first = next((a for a in f.acts if a in ("abduct", "kill", "shoot", "attack", "bodies")), "kill")
    if "abduct" in acts and "bodies" in acts:
        return "killing", "Attack"
    if "abduct" in acts and killing and first == "abduct" and f.abducted > f.killed:
        return "abduction", "Abduction/forced disappearance"
    if "abduct" in acts and f.a == "state" and f.a_home and not killing and not f.words & _SEIZED:
        return "arrest", "Arrests"
    if "abduct" in acts and not killing:
        return "abduction", "Abduction/forced disappearance"
    if "loot" in acts and (f.means & AIRBORNE_MEANS or f.a_flies) and not killing:
        return FLOWN
    if (
        "loot" in acts
        and not acts & {"kill", "shoot", "bodies"}
        and not (both and ("attack" in every or "arrest" in acts))
        and not (f.killed and "attack" in every)
    ):
        return "looting", "Looting/property destruction"
    if acts & {"kill", "shoot"} and f.a == "state" and f.b in _ARMED and not f.victims:
        return "armed_clash", "Armed clash"
    if acts & {"kill", "shoot"} and f.a in ("", "armed") and f.b == "state" and f.words & _SOLDIERS and not f.victims:
        return "armed_clash", "Armed clash"
    if acts & {"kill"} and f.a == "armed" and f.b == "state" and f.words & _SOLDIERS:
        return "armed_clash", "Armed clash"
    if "arrest" in acts and f.a == "armed" and not (killing or f.a_governs):
        return "abduction", "Abduction/forced disappearance"
    searched = f.a == "state" and f.detained and not (f.killed or f.injured) and acts <= {"arrest", "attack"}
    if "arrest" in acts and (searched or not acts & {"kill", "shoot", "attack"}):
        return "arrest", "Arrests"
    if acts & VIOLENT or killing or ("attack" in every and (f.victims or f.injured)):
        return "killing", "Attack"
    if both and "attack" in every:
        return "armed_clash", "Armed clash"
    if "arrest" in acts:
        return "arrest", "Arrests"
    if "base" in acts:
        return "other", "Headquarters or base established"
    if "change" in acts:
        return "other", "Change to group/activity"
    if "disrupt" in acts:
        return "disrupted_weapons", "Disrupted weapons use"
    if "attack" in every:
        return "killing", "Attack"
    return "other", "Other"


def family(acts: set[str]) -> str:
    """The broad family of deeds, for asking whether two tellings can be of one event."""
    for name, members, beside in (
        ("agree", {"agree"}, set()),
        ("crowd", CROWD, {"clash", "attack", "hurt", "kill", "shoot", "loot", "arrest", "abduct"}),
        ("disrupt", {"disrupt"}, {"bomb", "shell", "air"}),
        ("sexual", {"sexual"}, {"attack", "hurt", "kill", "abduct"}),
        ("arrest", {"arrest"}, set()),
    ):
        if acts & members and acts <= members | beside:
            return name
    if acts & EXPLOSIVE:
        return "explosive"
    if acts & {"clash", "blow", "take", "overrun", "withdraw"}:
        return "battle"
    if acts & VIOLENT:
        return "violence"
    if acts & {"abduct"}:
        return "abduct"
    if acts & {"loot"}:
        return "loot"
    return next(iter(sorted(acts)), "result")
