"""The roles given so far: one more, and in the end one on each side with the rest beside it."""

from dateline.frames.frame import Role
from dateline.mentions.numbers import Number
from dateline.mentions.parties import Party
from dateline.model.incident import Role as RoleName

BESIDE: dict[RoleName, RoleName] = {
    "a": "assoc_a",
    "b": "assoc_b",
    "victim": "victim",
    "assoc_a": "assoc_a",
    "assoc_b": "assoc_b",
}


def add(out: list[Role], role: RoleName, party: Party | None, person: Number | None, token: int) -> None:
    if any((x.party is party and party is not None) or (x.person is person and person is not None) for x in out):
        return
    at = token if party is None else party.head
    if any(x.party is not None and x.party.first <= at <= x.party.last for x in out):
        return
    out.append(Role(role, party, person, token))


def settle(out: list[Role]) -> list[Role]:
    """One a and one b; the rest stand beside them. "the insurgents" after a named group are that group."""
    named = next((x for x in out if x.role == "a" and x.party is not None and x.party.kind == "named"), None)
    if named is not None and named.party is not None:
        first = named.party.last
        out = [
            x
            for x in out
            if not (
                x.role == "a" and x is not named and x.party is not None and _back(x.party) and x.party.first > first
            )
        ]
    seen: set[str] = set()
    for x in out:
        if x.role in ("a", "b"):
            if x.role in seen:
                x.role = BESIDE[x.role]
            seen.add(x.role)
    return out


def _back(p: Party) -> bool:
    """ "the insurgents": men told before, nothing said of them but the article."""
    return (
        p.kind == "armed"
        and all(n.local for n in p.names)
        and p.text.lower().startswith("the ")
        and p.text.count(" ") == 1
    )
