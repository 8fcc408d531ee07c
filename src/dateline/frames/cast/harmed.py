"""People with a figure and an outcome: victims, or the other side where they are armed."""

from dateline.frames.cast.given import add
from dateline.frames.cast.party import at_home, of_a_band, on_both, short_name, those_of, young
from dateline.frames.frame import Count, Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.model.incident import Group
from dateline.packs.roles import roles

_OURS = frozenset({"our", "its", "their", "own"})
_SUFFER = frozenset({"suffered", "sustained", "lost", "losing", "incurred", "suffering", "recorded"})


def harmed(r: Reading, frame: Frame, out: list[Role]) -> None:
    """People with a figure and an outcome are victims, or the other side where they are armed."""
    for c in frame.counts:
        if c.number.zero is not None:
            c.party = _spared(r, frame, c, out)
            continue
        if _own_loss(r, c):
            c.party = _loser(r, c, out)
            if c.party is not None:
                continue
        if c.like is not None and c.like.party is not None:
            c.party = c.like.party
            continue
        if c.number.noun is None and c.group is None:
            c.group = _of_them(r, c)
        if c.number.noun is None and (own := _by_name(r, c)) is not None:
            c.party = own
            if not any(x.party is own for x in out):
                add(out, "b", own, None, own.head)
        if (c.number.low == 0 and c.number.high == 0) or c.number.noun is None:
            continue
        if (c.number.noun or "").lower().startswith(("apostate", "infidel")):
            continue  # a speaker's word for his enemy, who has a name
        where = r.tokens(c.number.noun_start or c.number.start, c.number.noun_end or c.number.end)
        if where is None or on_both(r, where[1]):
            continue
        c.party = _party_of(r, c, where, out, frame.has("clash", "mob")) or _guarded(c, out)
        if c.party is None and _ours(r, where):
            continue
        if c.party is None and not any(x.person is c.number for x in out) and not of_a_band(r, where[1]):
            add(out, "victim", None, c.number, where[1])
        elif c.party is not None and not any(x.party is c.party for x in out):
            add(out, "b", c.party, None, where[1])


def _by_name(r: Reading, c: Count) -> Party | None:
    """ "Ten peshmerga were killed": the band whose name stands for its men."""
    return next((p for p in r.parties if p.kind == "named" and r.offset + p.start == c.number.end + 1), None)


def _guarded(c: Count, out: list[Role]) -> Party | None:
    """ "raided a Taliban prison and killed six guards": the men of whoever was hit."""
    if (c.number.noun or "").lower() not in ("guard", "guards"):
        return None
    hit = next((x.party for x in out if x.role == "b" and x.party is not None and x.party.armed), None)
    if hit is not None:
        c.group = "combatants"
        out[:] = [x for x in out if x.person is not c.number]
    return hit


def _of_them(r: Reading, c: Count) -> Group | None:
    """ "attacked a group of bandits, killing nine of them": fighters, where no other people stand between."""
    where = r.tokens(c.number.start, c.number.end)
    if where is None or r.view.low[where[1] + 1 : where[1] + 3] != ["of", "them"]:
        return None
    before = [p for p in r.parties if p.last < where[0] and p.kind != "crowd"]
    if len(before) < 2 or not before[-1].armed or before[-1].suspected:
        return None
    start = before[-1].end + r.offset
    others = any(start <= n.start < c.number.start and n.noun is not None for n in r.people)
    civil = any(n.group == "civilians" and n.end <= c.number.start for n in r.people)
    return None if others or civil else "combatants"


def _own_loss(r: Reading, c: Count) -> bool:
    """ "lost four of its own", "said it had lost one man"."""
    low = r.view.low
    own = low[c.token + 1 : c.token + 4] in (["of", "its", "own"], ["of", "their", "own"])
    it = low[max(0, c.token - 3) : c.token] if low[c.token - 1] in ("lost", "losing") else []
    return own or bool({"it", "they"} & set(it))


def _spared(r: Reading, frame: Frame, c: Count, out: list[Role]) -> Party | None:
    """ "The army suffered no losses", "no losses on our side", "denied losing anyone": who lost nobody."""
    low, where = r.view.low, r.tokens(c.number.start, c.number.end)
    behind = low[where[1] + 1 : where[1] + 5] if where is not None else []
    if not _OURS.isdisjoint(behind) and behind[0] in ("on", "among", "in"):
        return _loser(r, c, out) or next(
            (p for s in r.said for p in r.parties if s.start <= p.start and p.end <= s.end), None
        )
    verb = next((k for k in range(c.token, max(c.token - 3, frame.first - 1), -1) if low[k] in _SUFFER), None)
    subject = r.view.subject(verb) if verb is not None else None
    if subject is not None and subject in r.party_at:
        return r.party_at[subject]
    return _loser(r, c, out) if verb is not None else None


def _loser(r: Reading, c: Count, out: list[Role]) -> Party | None:
    """Whose losses the one who speaks or acts tells."""
    doer = next((x.party for x in out if x.role == "a" and x.party is not None and x.token < c.token), None)
    told = (p for s in r.said for p in r.parties if s.speaker and s.start <= p.start and p.end <= s.end)
    return doer or next((p for p in told if p.last < c.token), None)


def _party_of(r: Reading, c: Count, where: tuple[int, int], out: list[Role], fought: bool) -> Party | None:
    """The party that those counted are, or whose men they are."""
    party = next((r.party_at[i] for i in range(where[0], where[1] + 1) if i in r.party_at), None)
    if party is not None and not (
        young(party)
        or at_home(r, party, fought)
        or (c.number.group == "civilians" and not party.names and party.kind == "armed")
    ):
        return party  # but "two herdsmen were killed": people, whatever the word may mean elsewhere
    return (
        short_name(r, where[1])
        or those_of(r, where[1])
        or _band_of(r, where[1])
        or _theirs(r, c.number.start, where[1])
        or _its_own(r, where[1], out)
    )


def _band_of(r: Reading, last: int) -> Party | None:
    """ "six members of the terrorist group OLF-Shene", "two members of a tribal militia": the group in the phrase behind "of"."""
    if not of_a_band(r, last):
        return None
    behind = [p for p in r.parties if last + 2 <= p.first <= last + 6]
    named = next((p for p in behind if p.names and p.kind == "named"), None)
    return named or next((p for p in behind if p.first <= last + 3 and p.kind == "armed" and not p.suspected), None)


def _ours(r: Reading, where: tuple[int, int]) -> bool:
    """ "two of our members", "three of our brothers": men of the band that speaks, no civilians."""
    return r.view.low[where[1]] in roles().people.ours | _KIN and r.view.low[where[1] - 2 : where[1]] == ["of", "our"]


_KIN = frozenset("brothers brother comrades comrade boys lions".split())


def _theirs(r: Reading, start: int, last: int) -> Party | None:
    """ "three Hezbollah members", "two Lashkar-e-Taiba men": whose they are, named between the figure and the noun."""
    where = r.tokens(start, start + 1)
    if where is None or r.view.low[last] not in roles().people.ours | roles().people.rivals | {
        "bodies",
        "corpses",
        "dead",
    }:
        return None
    return next((r.party_at[k] for k in range(where[0], last) if k in r.party_at and r.party_at[k].names), None)


def _its_own(r: Reading, last: int, out: list[Role]) -> Party | None:
    """ "attacked a post of the police and killed two of its members": whose post it was."""
    if r.view.low[last] not in roles().people.ours or r.view.low[last - 1] not in ("its", "their"):
        return None
    doers = [x.party for x in out if x.role == "a"]
    before = [p for p in r.parties if p.last < last - 1 and p.armed and p not in doers]
    hit = [p for p in before if any(x.party is p for x in out)]
    found = hit or before
    return found[-1] if found else None


def victims_of(r: Reading, frame: Frame, out: list[Role]) -> None:
    """ "the remains of 50 victims of the Islamic State group": whose victims they are."""
    low = r.view.low
    for p in r.parties:
        k = p.first - 1 - (low[p.first - 1] == "the") if p.first else 0
        if frame.first < k and p.last <= frame.last and low[k] == "of" and low[k - 1] in ("victim", "victims"):
            return add(out, "a", p, None, p.head)
    return None
