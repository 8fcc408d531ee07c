"""Everyone in one noun phrase: the first takes the role, those coordinated with it stand beside it."""

from dateline.frames.cast.given import BESIDE, add
from dateline.frames.cast.party import and_also, at_home, of_a_band, on_both, party_in, person_at, twin_of, young
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
    if token is None or _told_before(r, frame, token, role, out):
        return
    taken = 0
    for c in r.view.conjuncts(token):
        if c < token:
            continue
        party = party_in(r, c)
        if party is not None and on_both(r, party.last):
            continue
        faced = party is not None and r.view.low[party.first - 1] in ("with", "against") and frame.has("clash")
        if (
            party is not None
            and role == "b"
            and not (faced and party.kind == "crowd")
            and (young(party) or at_home(r, party, frame.has("clash", "mob")))
            and person_at(r, c) is not None
        ):
            party = None
        if party is None:
            taken += _person(r, frame, c, role, out, only_party)
        elif role == "a" and any(_same_words(r, x, party) for x in frame.counts):
            add(out, "b", party, None, c)  # "three gendarmes fell": the dead, not the doers
        else:
            taken += _party(r, party, role, out, taken)


def _told_before(r: Reading, frame: Frame, token: int, role: RoleName, out: list[Role]) -> bool:
    """Whether the noun phrase only points back ("they", "them", "its men"); the party meant takes the role."""
    v = r.view
    if v.low[token] in ("it", "they", "we") and role in ("a", "b") and token not in r.party_at:
        speaker = next((r.party_at[s.head] for s in r.said if s.head in r.party_at and s.head < token), None)
        if v.low[token] == "we":  # "We struck the base," the Houthis' spokesman said
            by = (p for s in r.said for p in r.parties if s.start <= p.start and p.end <= max(s.end, s.cue_start))
            speaker = next((p for p in by if p.armed and p.organ != "police"), None)
        before = [p for p in r.parties if p.last < token and p.armed]
        owner = speaker or (before[-1] if before else None)
        own = next((x for x in out if x.party is owner and owner is not None), None)
        killed = own is not None and own.role == "b" and role == "a" and not frame.has("clash")
        if own is not None and killed and not any(x.role == "a" for x in out):
            own.role = "a"  # "Six rebels were killed when they fired on a patrol"
        elif owner is not None:
            add(out, role, owner, None, owner.head)
        return True
    if v.low[token] == "them" and role == "b" and frame.has("take", "clash", "blow", "attack"):
        before = [p for p in r.parties if p.last < token and p.armed and not any(x.party is p for x in out)]
        if before:
            add(out, role, before[0], None, before[0].head)  # "pushed them out again"
        return True
    if role == "a" and token and v.low[token] in roles().people.ours and v.low[token - 1] in ("its", "their", "our"):
        said = (p for s in r.said for p in r.parties if s.start <= p.start and p.end <= s.end and p.last < token)
        speaker = next(said, None)
        men = r.party_at.get(token)
        if speaker is not None and speaker.armed and (men is None or (men.last > men.first and men.kind == "armed")):
            add(out, role, speaker, None, speaker.head)  # "The police said that its men killed three"
            return True
    return False


def _party(r: Reading, party: Party, role: RoleName, out: list[Role], taken: int) -> int:
    """The party and who stands at "and" with it. -> how many took a role"""
    both = [p for p in (twin_of(r, party), party) if p is not None]
    for k, one in enumerate(both):
        add(out, role if taken + k == 0 else BESIDE[role], one, None, one.head)
    beside = and_also(r, party)
    if beside is not None and not any(x.party is beside for x in out):
        add(out, BESIDE[role], beside, None, beside.head)
    return len(both)


def _person(r: Reading, frame: Frame, c: int, role: RoleName, out: list[Role], only_party: bool) -> int:
    """People who are no party: victims, or doers who are not counted as harmed. -> how many took a role"""
    person = person_at(r, c)
    if person is None:
        return 0
    if role != "a" and not only_party:
        if of_a_band(r, c) or (
            r.view.low[c + 1 : c + 2] == ["of"] and r.view.low[c + 2 : c + 3] in (["its"], ["their"])
        ):
            return 0
        add(out, "victim", None, person, c)
        return 1
    if role == "a" and not any(x.number is person and not x.turn for x in frame.counts):
        add(out, "a", None, person, c)
        return 1
    return 0


def _same_words(r: Reading, c: Count, p: Party) -> bool:
    """Whether a figure of the killed or hurt stands in the party's own words."""
    if c.outcome not in ("killed", "injured") or not c.number.numeral or c.number.high == 0 or c.turn:
        return False
    return r.offset + p.start <= c.number.start < r.offset + p.end
