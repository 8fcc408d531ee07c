"""The roles of one stretch. Parties that the parse leaves loose stay without a role."""

from dateline.frames.cast.deed import met_mine, of_deed, under_fire
from dateline.frames.cast.given import add, settle
from dateline.frames.cast.group import take
from dateline.frames.cast.harmed import harmed, victims_of
from dateline.frames.cast.loose import by_order, launched, own_find, own_ground, own_raid, repellers, right_before
from dateline.frames.contexts.denied import blamed
from dateline.frames.frame import Frame, Role
from dateline.frames.proofs.figurative import run_into
from dateline.frames.reading import Reading
from dateline.frames.sides import beside, faced, named_among, part
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance

_BLOWS = frozenset({"attack", "blow", "clash", "kill", "shoot"})


def assign(r: Reading, frame: Frame) -> list[Role]:
    """The roles of the stretch. Parties that the parse leaves loose stay without a role."""
    out: list[Role] = []
    for p in r.parties:
        if p.noun == "bombers" and frame.first <= p.first and p.last <= frame.last and frame.has("suicide"):
            add(out, "a", p, None, p.head)
    acts = sorted(
        (t for t in frame.acts if not (_tallied(r, t) or any(c.turn and c.token == t.token for c in frame.counts))),
        key=lambda t: (t.act != "disrupt", t.weak, t.noun and r.view.tag[t.last] != "VBD", t.first),
    )
    if acts and acts[0].act == "disrupt" and not _after_blows(acts):
        _disrupted(r, frame, acts, out)
        return settle(out)
    for act in acts:
        if not (act.act == "agree" and act.weak and any(not t.weak for t in acts)):
            of_deed(r, frame, act, out)
    victims_of(r, frame, out)
    harmed(r, frame, out)
    right_before(r, frame, acts, out)
    _meet(r, acts, out)
    launched(r, frame, acts, out)
    by_order(r, frame, acts, out)
    own_raid(r, frame, acts, out)
    own_ground(r, frame, acts, out)
    _meet(r, acts, out)
    speakers = {s.head for s in r.said if s.speaker}
    out = [
        x
        for x in out
        if (x.person is None or x.token not in speakers)
        and not (
            _closing(r, acts, x)
            or _disowns(r, acts, x)
            or _machine(r, x)
            or (x.party is not None and run_into(r, x.party.head))
        )
    ]
    repellers(r, acts, out)
    beside(r, frame, out)
    faced(r, out)
    named_among(r, out)
    part(r, out)
    mob = next((r.party_at[t.token] for t in acts if t.act == "mob" and t.token in r.party_at), None)
    if mob is not None and not _tells(r, mob) and not any(x.role == "a" for x in out):
        add(out, "a", mob, None, mob.head)
    return settle([x for x in out if not _more_of(r, x, out)])


def _meet(r: Reading, acts: list[Trigger], out: list[Role]) -> None:
    """ "A lorry of soldiers drove over a mine": who meets it stands opposite."""
    met = [t for t in acts if met_mine(r, t) or under_fire(r, t)]
    for x in out:
        if x.role == "a" and met and x.token < met[0].first and not _strikes(r, acts, x, met):
            x.role = "victim" if x.party is None else "b"


def _tallied(r: Reading, t: Trigger) -> bool:
    """ "taking the number killed to thirteen", "the number of those killed": a count, by nobody."""
    before = r.view.low[max(0, t.first - 3) : t.first]
    if t.act in ("abduct", "take") and r.view.low[t.last + 1 : t.last + 3] in (["the", "number"], ["the", "toll"]):
        return True
    return t.act == "kill" and (before[-1:] == ["number"] or before[:2] == ["number", "of"])


def _more_of(r: Reading, x: Role, out: list[Role]) -> bool:
    """ "a Hezbollah commander and two other operatives": more men of the party named before them on that side."""
    p = x.party
    if p is None or p.names or p.country or "other" not in r.view.low[p.first : p.last]:
        return False
    before = [y for y in out if y.party and y.party.names and y.party.last < p.first]
    return bool(before) and max(before, key=lambda y: y.party.last if y.party else 0).role in ("b", "assoc_b", x.role)


def _after_blows(acts: list[Trigger]) -> bool:
    """ "Troops ambushed bandits, killing five and recovering rifles": the find only follows."""
    found = min(t.first for t in acts if t.act == "disrupt")
    return any(t.act in _BLOWS and not (t.weak or t.noun) and t.first < found for t in acts)


def _strikes(r: Reading, acts: list[Trigger], x: Role, met: list[Trigger]) -> bool:
    """ "Troops shot dead two men after coming under fire": who answers, and is the doer of the main verb."""
    v = r.view
    own = (t for t in acts if t not in met and t.act in _BLOWS and not v.passive(t.token))
    return any(v.subject(t.token) == x.token for t in own)


def _tells(r: Reading, p: Party) -> bool:
    """ "…, the leader of a vigilante group, Ana Ruiz, said": who stands only in a speaker's title."""
    low = r.view.low
    titled = low[max(0, p.first - 2) : p.first][1:] == ["of"] and low[p.first - 2] in stance().source.speakers.heads
    return titled or any(s.speaker and s.start <= p.start and p.end <= s.end for s in r.said)


def _machine(r: Reading, x: Role) -> bool:
    """ "Guerrillas burned two bulldozers": no army's unless its own words say so."""
    p = x.party
    return p is not None and x.role in ("b", "assoc_b") and not p.country and r.view.low[p.head].startswith("bulldozer")


def _disowns(r: Reading, acts: list[Trigger], x: Role) -> bool:
    """ "The group denied being involved in the bombing": who denies a part in it, and nobody else says so."""
    p = x.party
    if p is None or x.role != "a" or not any(blamed(r, t.token) for t in acts):
        return False
    return any(s.modality == "denied" and s.start <= p.start and p.end <= s.end for s in r.said)


def _closing(r: Reading, acts: list[Trigger], x: Role) -> bool:
    """ "…, killing 19, police and witnesses said": who only tells of it at the end."""
    p = x.party
    if p is None or not acts or p.first <= max(t.last for t in acts):
        return False
    return any(s.speaker and s.start <= p.start and p.end <= s.end and s.token > p.last for s in r.said)


def _disrupted(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "defused a bomb planted by the rebels": whoever is behind the weapon stands opposite."""
    of_deed(r, frame, acts[0], out)
    for act in acts[1:]:
        doer = r.view.agent(act.token) if r.view.verbal(act.token) else None
        take(r, frame, doer, "b", out, only_party=True)
    launched(r, frame, acts, out)
    by_order(r, frame, acts[:1], out)
    own_find(r, frame, acts, out)
    harmed(r, frame, out)
