"""Parties in one parsed sentence: named actors, arms of states, armed men, crowds. Context-free: which country's army
"the army" is, and who "the group" is, is settled later (``resolve/who.py``)."""

from dateline.annotate.roles import View
from dateline.mentions.given_names import given_names
from dateline.mentions.party.joins import joined, same_men, theirs
from dateline.mentions.party.mention import Party
from dateline.mentions.party.names import listed_names
from dateline.mentions.party.nations import nations, twin
from dateline.mentions.party.nouns import head_hits
from dateline.mentions.party.phrase import bare_name, generic_party
from dateline.packs.actors import ActorList
from dateline.packs.countries import Countries


def find_parties(view: View, text: str, actors: ActorList, countries: Countries) -> list[Party]:
    """All party mentions of the sentence ``text``, in order, none inside another."""
    named = listed_names(view, text, actors)
    given = given_names(view)
    heads = [
        (i, hit) for i, hit in head_hits(view) if i not in given and not any(n[0] <= i < n[1] for n in named)
    ]  # "Manbij | Military | Council"
    found = [generic_party(view, text, i, hit, named, countries) for i, hit in heads]
    out = [p for p in found if p is not None and not _worn(view, p)]
    for first, last, names, forces in named:
        if not any(p.first <= first and last <= p.last for p in out):
            out.append(bare_name(view, text, first, last, names, forces))
    out += nations(view, text, out, countries)
    out += [q for p in out if (q := twin(view, text, p, countries)) is not None]
    out.sort(key=lambda p: (p.first, -p.last))
    out = [theirs(p, out, view) for p in joined(view, text, out)]
    kept: list[Party] = []
    for p in out:
        if kept and ((p.first <= kept[-1].last and p.head <= kept[-1].last) or p.start < kept[-1].end):
            continue
        kept.append(p)
    return kept


_DISGUISED = frozenset("disguised dressed posing masquerading posed clad".split())
_CLOTHES = frozenset("uniform uniforms fatigues clothing clothes gear outfits attire".split())


def _worn(view: View, p: Party) -> bool:
    """ "gunmen disguised as soldiers", "men in army uniforms": what they look like, and nobody who is there."""
    as_such = view.low[p.first - 1 : p.first] in (["as"], ["like"]) and view.low[p.first - 2] in _DISGUISED
    return (p.first > 1 and as_such) or not _CLOTHES.isdisjoint(view.low[p.last + 1 : p.last + 2])


__all__ = ["Party", "find_parties", "same_men"]
