"""Phrases beside each other that mean one party: "gunmen believed to be members of Boko Haram"."""

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.party.mention import Party
from dateline.packs.party_words import party_words


def joined(view: View, text: str, found: list[Party]) -> list[Party]:
    """ "a dissident faction of the former FARC guerrillas", "operatives of the Police Mobile Force": one party, named by its second part."""
    out: list[Party] = []
    for p in found:
        one = _one(view, text, out[-1], p) if out else None
        out[-1:] = [*out[-1:], p] if one is None else [one]
    return out


def _one(view: View, text: str, q: Party, p: Party) -> Party | None:
    """The party that ``q`` and ``p`` behind it are, or null where they are two."""
    gap = view.low[q.last + 1 : p.first]
    whole = msgspec.structs.replace(p, first=q.first, start=q.start, text=text[q.start : p.end])
    return _taken(q, p, gap, whole) or _named_behind(view, q, p, gap, whole) or _of_a_state(text, q, p, gap, whole)


def _taken(q: Party, p: Party, gap: list[str], whole: Party) -> Party | None:
    """Armed men who are taken for the second party: "gunmen believed to be armed herders", "an armed group (presumed ISGS)"."""
    if q.kind != "armed" or q.forces or not all(n.local for n in q.names):
        return None
    if gap[:1] == ["("] and len(gap) == 2 and (gap[1] in party_words().taken_for or gap[1] in ("likely", "probably")):
        return msgspec.structs.replace(q, names=p.names, kind=p.kind, suspected=True) if p.names else None
    if not same_men(gap):
        return None
    both = msgspec.structs.replace(q, last=p.last, end=p.end, text=whole.text, suspected=True)
    if p.kind == "crowd":
        return msgspec.structs.replace(both, names=p.names)
    if p.kind == "armed" and p.word_kind != "unknown":
        both = msgspec.structs.replace(both, noun=p.noun, word_kind=p.word_kind)
    return msgspec.structs.replace(both, names=p.names, kind=p.kind) if p.names else both


def _named_behind(view: View, q: Party, p: Party, gap: list[str], whole: Party) -> Party | None:
    """A description and the name it goes with: "a faction of the former FARC", "the terrorist group OLF-Shene"."""
    told = any(view.tag[k].startswith("VB") for k in range(q.last + 1, p.first))  # "a group of Serbs ambushed a patrol"
    if q.kind == "crowd" and gap == ["of"] and p.armed and not (q.names or told):
        return whole  # "a crowd of soldiers"
    part = gap[:1] in (["of"], ["from"]) and len(gap) <= 3 and not told and view.low[q.head] in party_words().part
    if part and all(n.local for n in q.names) and (p.names or p.forces or (p.organ and not q.forces)):
        return msgspec.structs.replace(whole, head=q.head)
    band = q.kind == "named" and p.kind == "armed" and not (p.forces or p.country or p.unidentified)
    if not gap and band and all(n.local for n in p.names) and any(not n.local for n in q.names):  # "… [FMLN] fighters"
        return msgspec.structs.replace(q, last=p.last, head=p.head, end=p.end, text=whole.text, noun=p.noun)
    if not p.names:
        return None
    told_as = q.names and all(n.member or n.local for n in q.names) and view.low[q.last] in party_words().bodies
    if not gap and told_as and not p.forces:
        return whole  # "the dissident republican group Óglaigh na hÉireann"
    if not gap and q.names and view.low[q.last] in ("'s", "’s", "'", "’"):
        return whole  # "the FARC's 33rd Front"
    beside = not gap or (gap[0] == "," and (len(gap) == 1 or gap[-1] in party_words().backed))
    grouped = q.kind == "armed" and len(gap) == 1 and gap[0] in party_words().bodies
    if not q.names and ((q.loaded and beside) or grouped):
        return msgspec.structs.replace(whole, loaded=q.loaded)  # "the terrorist, Iran-backed Houthi militia"
    known_as = " ".join(gap).strip(", ").removesuffix(" the") in party_words().called
    return whole if known_as and not p.forces else None  # "an Amhara militia known as Fano"


def _of_a_state(text: str, q: Party, p: Party, gap: list[str], whole: Party) -> Party | None:
    """ "government troops", "the army of Burundi"."""
    if not gap and q.organ == "government" and p.kind == "state" and not p.country and p.organ:
        return msgspec.structs.replace(whole, country=q.country)
    bare = q.kind == "state" and not q.country and not q.forces
    if bare and p.country and gap[:1] == ["of"] and len(gap) <= 2:
        return msgspec.structs.replace(q, country=p.country, last=p.last, end=p.end, text=text[q.start : p.end])
    return None


def theirs(p: Party, found: list[Party], view: View) -> Party:
    """ "Four policemen died when their patrol was ambushed": a patrol of the police."""
    if p.kind != "state" or p.country or p.forces or p.names or view.low[p.first] not in ("their", "its"):
        return p
    others = [q for q in found if q.kind == "state" and q.organ and q.organ != "government" and q.last < p.first]
    if len(others) != 1:
        return p
    q = others[0]
    return msgspec.structs.replace(p, organ=q.organ, country=q.country, forces=q.forces)


def same_men(gap: list[str]) -> bool:
    """ "gunmen believed to be members of Boko Haram": the words between two phrases say that they are the same."""
    return (
        1 < len(gap) <= 7
        and gap[0] in party_words().taken_for
        and all(w in party_words().links or w in party_words().taken_for for w in gap[1:])
    )
