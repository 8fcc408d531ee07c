"""Everyone in one noun phrase: the first takes the role, those coordinated with it stand beside it."""

from dateline.frames.cast.given import BESIDE, add
from dateline.frames.cast.party import and_also, at_home, on_both, party_in, person_at, twin_of, young
from dateline.frames.frame import Count, Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.model.incident import Role as RoleName
from dateline.packs.roles import roles


def take(
    r: Reading,
    frame: Frame,
    token: int | None,
    role: RoleName,
    out: list[Role],
    only_party: bool = False,
) -> None:
    """Everyone in the noun phrase at ``token``: the first takes the role, those coordinated with it stand beside it."""
    if token is None:
        return
    v = r.view
    taken = 0
    if v.low[token] in ("it", "they", "we") and role in ("a", "b"):
        speaker = next((r.party_at[s.head] for s in r.said if s.head in r.party_at and s.head < token), None)
        before = [p for p in r.parties if p.last < token and p.armed]
        owner = speaker or (before[-1] if before else None)
        if owner is not None:
            add(out, role, owner, None, owner.head)
        return
    if v.low[token] == "them" and role == "b" and frame.has("take", "clash", "blow", "attack"):
        before = [p for p in r.parties if p.last < token and p.armed and not any(x.party is p for x in out)]
        if before:
            add(out, role, before[0], None, before[0].head)  # "pushed them out again"
        return
    if role == "a" and token and v.low[token] in roles().people.ours and v.low[token - 1] in ("its", "their", "our"):
        speaker = next(
            (p for s in r.said for p in r.parties if s.start <= p.start and p.end <= s.end and p.last < token), None
        )
        if speaker is not None and speaker.armed and token not in r.party_at:
            add(out, role, speaker, None, speaker.head)  # "The police said that its men killed three"
            return
    for c in v.conjuncts(token):
        if c < token:
            continue
        party = party_in(r, c)
        if party is not None and on_both(r, party.last):
            continue
        if party is not None and role == "b" and (young(party) or at_home(r, party)) and person_at(r, c) is not None:
            party = None
        if party is not None and role == "a" and any(_same_words(r, x, party) for x in frame.counts):
            add(out, "b", party, None, c)  # "three gendarmes fell": the dead, not the doers
            continue
        if party is not None:
            twin = twin_of(r, party)
            for one in (twin, party):
                if one is not None:
                    add(out, role if taken == 0 else BESIDE[role], one, None, one.head)
                    taken += 1
            beside = and_also(r, party)
            if beside is not None and not any(x.party is beside for x in out):
                add(out, BESIDE[role], beside, None, beside.head)
            continue
        person = person_at(r, c)
        if person is not None and not only_party and role != "a":
            add(out, "victim", None, person, c)
            taken += 1
        elif person is not None and role == "a" and not any(x.number is person for x in frame.counts):
            add(out, "a", None, person, c)
            taken += 1


def _same_words(r: Reading, c: Count, p: Party) -> bool:
    """Whether a figure of the killed or hurt stands in the party's own words."""
    if c.outcome not in ("killed", "injured") or not c.number.numeral or c.number.high == 0:
        return False
    return r.offset + p.start <= c.number.start < r.offset + p.end
