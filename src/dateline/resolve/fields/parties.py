"""The actors of a record as a list: who is admitted beside whom, and in what order they stand."""

import msgspec

from dateline.model.incident import Actor

_FACED = {"assoc_b": "a", "assoc_a": "b"}


def class_of(a: Actor | None) -> str:
    if a is None:
        return ""
    if a.kind in ("state_forces", "external_forces"):
        return "state"
    if a.kind in ("rioters", "protesters"):
        return "crowd"
    return "people" if a.kind == "civilians" else "armed"


def of_one_state(a: Actor, b: Actor) -> bool:
    """Whether both are forces of one state at home."""
    if a.kind != "state_forces" or b.kind != "state_forces" or a.id is None or b.id is None:
        return False
    return b.role != "victim" and a.id.split("-")[0] == b.id.split("-")[0]


def admit(out: list[Actor], a: Actor) -> None:
    """Add an actor unless it is there; a named one takes the place of an unnamed one of the same side."""
    if (
        a.role == "a"
        and class_of(a) == "state"
        and any(b.role == "a" and b.kind in ("protesters", "rioters", "civilians") for b in out)
    ):
        a = msgspec.structs.replace(a, role="b")  # who meets a crowd stands opposite
    if a.role == "b" and a.id is not None and any(b.role == "a" and b.id == a.id for b in out):
        return  # "Three militants were killed, the army said. A soldier fell": its own dead
    own = next((b for b in out if of_one_state(a, b)), None)
    if a.role == "b" and own is not None and any(b.role == "b" and class_of(b) == "armed" for b in out):
        side = "assoc_a" if own.role == "a" else own.role  # "Two militants were killed by police. A soldier died."
        a = msgspec.structs.replace(a, role=side)
    faced = any(b.role == "b" and b.id == a.id for b in out) and any(b.role == "a" for b in out)
    if a.role == "a" and a.id is not None and faced:
        return  # "Gunmen ambushed an army patrol. The military killed three of them."
    for k, b in enumerate(out):
        if b.role[-1] == a.role[-1] and a.role != "victim" and b.role != "victim":
            if (
                faceless(a)
                and not faceless(b)
                and b.kind not in ("state_forces", "external_forces", "civilians", "rioters", "protesters")
            ):
                return
            if (
                faceless(b)
                and not faceless(a)
                and a.kind not in ("state_forces", "external_forces", "civilians", "rioters", "protesters")
            ):
                out[k] = msgspec.structs.replace(a, role=b.role)
                return
        if a.role == b.role == "victim" and a.name == b.name and _vague(b) and not _vague(a):
            out[k] = a  # "people drawing water", then "eleven herders"
            return
        if b.name == a.name and a.id is not None and b.role == "b" and a.role == "a" and _before(a, b):
            if not any(x.role == "a" for x in out):
                out[k] = a  # "Police shot dead a man who attacked officers"
            return
        if b.name == a.name and faceless(a) and {a.role, b.role} == {"a", "b"}:
            return  # "sent after the raiders caught up with them"
        if b.name == a.name and (b.role[-1] == a.role[-1] or b.role == a.role or a.id is not None):
            return
        same_side = b.role == a.role
        if same_side and a.role in ("a", "b", "victim"):
            if b.id is None and a.id is not None and b.kind in ("unknown", a.kind):
                out[k] = a
            elif a.role != "victim" and a.id is not None and b.id is not None and a.kind != "unknown":
                continue
            return
    out.append(a)


def _of_the_group(a: Actor, out: list[Actor]) -> bool:
    """ "clashed with the New People's Army, leaving three rebels dead": told by a common word beside the group of that kind."""
    main = next((b for b in out if b.role == _MAIN.get(a.role)), None)
    return (
        a.id is None
        and a.name.islower()
        and " " not in a.name
        and main is not None
        and main.id is not None
        and main.kind == a.kind
    )


def _own_planes(a: Actor, out: list[Actor]) -> bool:
    """ "troops, backed by warplanes": one state's armed forces, told already."""
    main = next((b for b in out if b.role == _MAIN.get(a.role)), None)
    return (
        main is not None
        and of_one_state(a, main)
        and a.name.endswith(" air force")
        and main.name.endswith(" armed forces")
        and not (a.text or "").lower().endswith("air force")
    )


_MAIN = {"assoc_a": "a", "assoc_b": "b"}


def _before(a: Actor, b: Actor) -> bool:
    return a.evidence is not None and b.evidence is not None and a.evidence < b.evidence


def faceless(a: Actor) -> bool:
    """Armed men without a name or a kind: "the terrorists", "six gunmen"."""
    return a.id is None and a.kind == "unknown" and a.name.startswith("unidentified")


def _vague(a: Actor) -> bool:
    """Victims told only as "people"."""
    return (a.text or "").lower() in ("people", "persons")


def ordered(out: list[Actor]) -> list[Actor]:
    """One a and one b, then the rest. A side told only beside another that fell away stands for itself."""
    for beside, side in (("assoc_a", "a"), ("assoc_b", "b")):
        if not any(a.role == side for a in out):
            k = next((k for k, a in enumerate(out) if a.role == beside), None)
            if k is not None:
                out[k] = msgspec.structs.replace(out[k], role=side)
    band = {a.role for a in out if class_of(a) == "armed" and not faceless(a)}
    out = [a for a in out if not (faceless(a) and _FACED.get(a.role) in band)]  # "three militants": the band's own
    out = [a for a in out if not _of_the_group(a, out)]
    out = [a for a in out if not _own_planes(a, out)]
    seen: set[str] = set()
    done = []
    for a in out:
        if a.role in ("a", "b") and a.role in seen:
            continue
        seen.add(a.role)
        done.append(a)
    rank = {"a": 0, "assoc_a": 1, "b": 2, "assoc_b": 3, "victim": 4}
    return sorted(done, key=lambda a: rank[a.role])
