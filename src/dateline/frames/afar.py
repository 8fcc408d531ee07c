"""What is done from the air, from afar and by bombs: the words that tell which, and the types that they come to."""

EXPLOSIVE = frozenset({"air", "strike", "shell", "bomb", "suicide", "chemical"})
AIRBORNE = frozenset(
    "drone drones warplane warplanes jet jets helicopter helicopters aircraft gunship gunships uav mig-21 mig-23 mig-29 su-22 su-24 su-25 su-34 su-35 f-15 f-16 f-35 mi-8 mi-17 mi-24 mi-35 antonov sukhoi".split()
)
GUNS = frozenset("artillery gunners guns howitzers tank tanks mortars".split())
MISSILES = frozenset("missile missiles rocket rockets artillery mortar mortars howitzer howitzers".split())
FROM_AFAR = AIRBORNE | MISSILES
STRUCK = ("shelling", "Shelling/artillery/missile attack")
FLOWN = ("air_strike", "Air/drone strike")
AIRBORNE_MEANS = frozenset({"drone", "air-dropped bomb"})
GUN_MEANS = frozenset({"artillery", "mortar", "missile"})
BOMBS = frozenset({"improvised explosive device", "landmine", "car bomb", "grenade"})

_PLANTED = frozenset("ied roadside planted car device mine landmine explosives grenade bomb bombs suicide".split())
_HITS = frozenset("struck strike strikes targeted target targeting hit hits".split())
_NEAR = frozenset(
    "stormed storm storming ambush ambushed raid raided gunmen gunfire assault clashed clashes fighting".split()
)


def blast(acts: set[str], words: set[str], state: bool) -> tuple[str, str] | None:
    """The type of what is hit from the air, from afar or by a bomb; ``state``: a state does it. Null where nothing is."""
    if "shell" in acts and words & AIRBORNE and not words & {"artillery", "mortar", "mortars", "shells"}:
        return FLOWN
    if "air" in acts:
        return FLOWN
    if "bomb" in acts and words & {"bombed", "bombing", "bombarded"} and state and not words & _PLANTED:
        return FLOWN
    if "shell" in acts:
        return STRUCK
    if "strike" in acts:
        return STRUCK if words & MISSILES and not words & AIRBORNE else FLOWN
    if "bomb" in acts:
        return "bombing", "Remote explosive/landmine/IED"
    return None


def shelled(acts: set[str], words: set[str], means: set[str]) -> bool:
    """ "Militants struck an army camp with rockets", "targeted a barracks with missiles": from afar, and with nothing else."""
    afar = means and means <= GUN_MEANS | {"rocket"}
    return bool(afar and words & _HITS and not words & _NEAR and acts <= {"attack", "kill", "hurt", "strike"})


def by_land(words: set[str]) -> bool:
    """ "stormed", "ambush", "gunmen": somebody came up close."""
    return bool(words & _NEAR)
