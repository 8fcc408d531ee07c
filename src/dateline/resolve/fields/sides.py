"""Who stands on which side, once the type of the event is known."""

import msgspec

from dateline.frames.cast.clash import REPELS
from dateline.frames.cast.given import BESIDE
from dateline.frames.frame import Frame
from dateline.frames.sides import helps
from dateline.model.incident import Actor
from dateline.model.incident import Role as RoleName
from dateline.packs.story_words import story_words
from dateline.resolve.fields.parties import class_of, of_one_state, ordered
from dateline.resolve.fields.source import Source
from dateline.resolve.telling.event import Event
from dateline.resolve.who import name_party

_OTHER: dict[str, RoleName] = {"a": "b", "b": "a", "assoc_a": "assoc_b", "assoc_b": "assoc_a"}


def settled(source: Source, e: Event, actors: list[Actor], kind: str, sub: str) -> list[Actor]:
    """The actors of an event of type ``kind`` and ACLED's sub-event type ``sub``."""
    out = _balanced(source, [_as_crowd(a, kind) for a in actors], kind, e)
    held = {c.number.span for t in e.tellings for c in t.frame.counts if c.outcome == "detained"}
    out = _crowd_first(out, kind, sub, held)
    if kind == "riot" or (kind == "protest" and any(a.kind in ("protesters", "rioters") for a in out)):
        out = [
            a for a in out if a.role != "victim" or a.evidence not in held
        ]  # "Six activists were arrested": of the crowd
    if kind == "looting" or (kind == "armed_clash" and any(a.role == "b" and class_of(a) == "state" for a in out)):
        out = [
            msgspec.structs.replace(a, kind="rioters", name="rioters") if a.role == "a" and a.kind == "civilians" else a
            for a in out
        ]
    if kind == "disrupted_weapons" and not any(a.role == "a" for a in out):
        return [msgspec.structs.replace(a, role="a") if a.role == "b" and class_of(a) == "state" else a for a in out]
    if kind == "agreement":  # nobody is killed by a truce
        out = [a for a in out if a.role != "victim"]
        sides = {a.role: class_of(a) for a in out}
        state_second = sides.get("b") == "state" and sides.get("a") == "armed"  # a state is named first
        return ordered(turned(out)) if state_second else out
    if kind in ("air_strike", "shelling") and "disrupt" in e.acts and {"a", "b"} <= {a.role for a in out}:
        return ordered(turned(out))  # whoever fired, acted
    if any(a.role == "b" for a in out) or sum(a.role == "victim" for a in out) > 1:
        out = [a for a in out if not (a.role == "victim" and _bare_outcome(a, e))]
    if kind == "armed_clash" and any(
        a.role == "b" for a in out
    ):  # "a clash with smugglers": only the harmed are victims of a fight
        counts = [c for t in e.tellings for c in t.frame.counts]
        harmed = {c.number.span for c in counts if c.outcome != "displaced"}
        hurt = any(
            c.outcome in ("killed", "injured") and c.number.group == "civilians" and c.party is None for c in counts
        )
        out = [a for a in out if a.role != "victim" or a.evidence in harmed or (hurt and a.kind == "civilians")]
    if kind in ("arrest", "armed_clash"):
        return [a for a in out if not (a.role == "victim" and _unnamed(a, e))]
    return out


def turned(actors: list[Actor]) -> list[Actor]:
    """The two sides change places."""
    return [msgspec.structs.replace(a, role=_OTHER.get(a.role, a.role)) for a in actors]


_BEGINS = frozenset({"attack", "shell"})


def began(source: Source, out: list[Actor], frame: Frame, e: Event) -> bool:
    """ "Fighting broke out between the army and rebels. The rebels attacked the barracks at dawn": who is told second, and began."""
    first = e.tellings[0].frame
    fought = any(x.act == "clash" and x.noun for x in first.acts) and not any(
        x.act in _BEGINS and not x.weak for x in first.acts
    )
    begins = any(x.act in _BEGINS and not (x.noun or x.weak) for x in frame.acts) and not frame.has("clash")
    b = next((a for a in out if a.role == "b"), None)
    if frame is first or not (fought and begins) or b is None or not any(a.role == "a" for a in out):
        return False
    doer = next((x.party for x in frame.roles if x.role == "a" and x.party is not None), None)
    return doer is not None and name_party(doer, source.cast, source.kit, e.where.country).name == b.name


def _unnamed(a: Actor, e: Event) -> bool:
    """A victim told only by an outcome or as "men", "people"."""
    for t in e.tellings:
        for c in t.frame.counts:
            if a.evidence == c.number.span:
                return c.number.outcome is not None or (c.number.noun or "").lower() in story_words().anybody
    return False


def _bare_outcome(a: Actor, e: Event) -> bool:
    """ "four wounded", "14 bodies": nobody says of whom, and another is named as the one who was hit."""
    return any(
        a.evidence == c.number.span and (c.number.outcome is not None or c.number.noun in ("body", "bodies", "dead"))
        for t in e.tellings
        for c in t.frame.counts
    )


def _crowd_first(actors: list[Actor], kind: str, sub: str, held: set[tuple[int, int]]) -> list[Actor]:
    """A protest is its protesters' (a), the force that meets it stands opposite (b); where the force kills or wounds, it acts (a)."""
    if kind not in ("protest", "riot"):
        return actors
    if kind == "protest" and not any(a.kind in ("protesters", "rioters") for a in actors):
        k = next(
            (
                k
                for k, a in enumerate(actors)
                if a.kind == "civilians" and _marches(a) and (a.role == "a" or a.evidence not in held)
            ),
            None,
        )
        if k is not None:  # "some 200 students who marched on parliament"
            actors = [
                *actors[:k],
                msgspec.structs.replace(actors[k], kind="protesters", name="protesters"),
                *actors[k + 1 :],
            ]
    excessive = sub.startswith("Excessive")
    crowd = next(
        (
            a
            for a in actors
            if a.kind in ("protesters", "rioters") and a.role in ("a", "b", "victim", "assoc_b", "assoc_a")
        ),
        None,
    )
    forces = [a for a in actors if a.kind in ("state_forces", "external_forces") and a.role != "victim"]
    state = next((a for a in forces if a.role == "a"), forces[0] if forces else None)
    if crowd is None and state is not None and kind == "protest" and not excessive:
        return [msgspec.structs.replace(a, role="b") if a is state else a for a in actors]
    if crowd is None or state is None:
        return actors
    if crowd.name == "settlers" and (crowd.role, state.role) == ("a", "assoc_a"):
        return actors  # "settlers escorted by soldiers": no crowd that soldiers face
    rest = [a for a in actors if a is not crowd and a is not state and a.role not in ("a", "b")]
    if excessive:
        rest = [a for a in rest if a.role != "victim" and a.kind not in ("protesters", "rioters")]
        return [msgspec.structs.replace(state, role="a"), *rest, msgspec.structs.replace(crowd, role="victim")]
    return [msgspec.structs.replace(crowd, role="a"), msgspec.structs.replace(state, role="b"), *rest]


def _marches(a: Actor) -> bool:
    """Whether the words are of many people, as a crowd is told."""
    word = (a.text or "").lower().split(" ")[-1]
    return word.endswith("s") or word == "people"


def _together(text: str, a: Actor, b: Actor) -> bool:
    """Whether nothing but "and" or a comma stands between their words."""
    if a.evidence is None or b.evidence is None:
        return False
    first, second = sorted((a.evidence, b.evidence))
    return set(text[first[1] : max(first[1], second[0])].split()) <= {"and", ",", "the", "their", "allied"}


def _repelled(e: Event) -> bool:
    """ "Soldiers and the Volunteers repelled an attack": they stand on one side."""
    return any(
        x.act == "clash" and t.frame.reading.view.low[x.first].startswith(REPELS)
        for t in e.tellings
        for x in t.frame.acts
    )


def _balanced(source: Source, actors: list[Actor], kind: str, e: Event) -> list[Actor]:
    """A fight has two sides: where one side is empty and the other holds a state's men and armed men, they face each other, and with
    them whoever is of their class.

    Not so those who together repelled an attack or took a town, nor who is told to help the other.
    """
    if kind not in ("armed_clash", "territory_change"):
        return actors
    helpers = {
        (t.frame.reading.offset + x.party.start, t.frame.reading.offset + x.party.end)
        for t in e.tellings
        for x in t.frame.roles
        if x.party is not None and x.role in BESIDE.values() and helps(t.frame.reading, x.party) is not None
    }
    for full, empty in _SIDES:
        main = next((x for x in actors if x.role == full), None)
        if main is None or any(x.role == empty for x in actors):
            continue
        others = [x for x in actors if x.role == BESIDE[full] and x.evidence not in helpers]
        facing = [
            x
            for x in others
            if (class_of(x) != class_of(main) or _clashed_with(source.text, x))
            and class_of(x) in ("state", "armed")
            and not ((_repelled(e) or kind == "territory_change") and _together(source.text, main, x))
        ]
        if facing and _clashed_with(source.text, main):  # "Two NPA members were killed in a clash with soldiers"
            main, facing = facing[0], [main]
        if facing:
            for x in others:
                if x not in facing and any(_alike(source.text, y, x) for y in facing):
                    facing.append(x)
            role = {id(x): BESIDE[empty] for x in facing} | {id(facing[0]): empty, id(main): full}
            return ordered([msgspec.structs.replace(x, role=role.get(id(x), x.role)) for x in actors])
    return actors


def _alike(text: str, a: Actor, b: Actor) -> bool:
    """ "with police and soldiers": forces of one state, or of one class and at one "and"."""
    return of_one_state(a, b) or (class_of(a) == class_of(b) and _together(text, a, b))


_SIDES: tuple[tuple[RoleName, RoleName], ...] = (("b", "a"), ("a", "b"))


def _clashed_with(text: str, a: Actor) -> bool:
    """ "killed in a clash with the rival faction": the words right before the actor's."""
    before = text[max(0, a.evidence[0] - 40) : a.evidence[0]].lower().split() if a.evidence is not None else []
    return bool(before) and before[-1] == "with" and not _FIGHTS.isdisjoint(before[-3:])


_FIGHTS = frozenset(
    "clash clashes fighting battle battles firefight gunfight gunbattle encounter skirmish skirmishes shootout shoot-out fire gunfire".split()
)


def _as_crowd(a: Actor, kind: str) -> Actor:
    """People who act in a protest are protesters, those who act in a riot rioters."""
    if kind == "protest" and a.kind == "rioters":
        return msgspec.structs.replace(a, kind="protesters", name="protesters")
    if a.role != "a" or a.kind not in ("civilians", "rioters", "protesters") or kind not in ("protest", "riot"):
        return a
    crowd = "protesters" if kind == "protest" else "rioters"
    return msgspec.structs.replace(
        a, kind=crowd, name=crowd if a.name in ("civilians", "rioters", "protesters") else a.name
    )
