"""Nations that act by their weapons or their name: "a Russian drone", "Ukraine attacked"."""

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.party.mention import Party
from dateline.packs.countries import Countries
from dateline.packs.party_words import party_words


def nations(view: View, text: str, found: list[Party], countries: Countries) -> list[Party]:
    """ "a Russian drone", "Ukraine attacked": a nation's forces, told by its weapon or by its name as the doer."""
    taken = {k for p in found for k in range(p.first, p.last + 1)}
    out = []
    for i, word in enumerate(view.words):
        beside = view.words[i + 1 : i + 2] and view.words[i + 1][:1].isupper() and i + 1 in taken
        if i in taken or beside or not word[:1].isupper() or (word.isupper() and len(word) > 4):
            continue
        over = view.head[i]
        first, iso = i, countries.by_adjective(word)
        armed = iso is not None and _of_arms(view, i)
        if not armed:
            first = (
                i - 1
                if i and view.words[i - 1][:1].isupper() and view.base(i - 1) in ("flat", "compound", "amod")
                else i
            )
            iso = countries.by_name(" ".join(view.words[first : i + 1]))
            if iso is None and i > 1 and view.words[i - 2].istitle():
                iso = countries.by_name(" ".join(view.words[i - 2 : i + 1]))  # "the United Arab Emirates"
                first = first if iso is None else i - 2
            doer = any(
                (view.base(k) == "nsubj" and view.low[view.head[k]] in party_words().deeds)
                or view.dep[k] == "obl:agent"
                for k in (first, i, *(j for j in (over,) if view.base(i) == "conj"))
            )
            if iso is None and word.endswith("s") and view.tag[i] in ("NNS", "NNPS"):
                iso = countries.by_people(word) or countries.by_adjective(
                    word[:-1]
                )  # "Russians killed three residents"
                does = view.base(i) == "nsubj" and not view.kids(i, "nummod", "det") and view.object(over) is not None
                doer = doer or (does and view.low[over] in party_words().harms)
            armed = (
                doer
                and iso is not None
                and not any(view.base(c) == "case" and view.low[c] != "by" for c in view.children[i])
            )
        armed = armed or (iso is not None and _charged(view, first, i))
        if not armed or iso is None or iso == "PS":
            continue
        start, end = view.starts[first], view.ends[i]
        out.append(
            Party(kind="state", first=first, last=i, head=i, start=start, end=end, text=text[start:end], organ="army",
                  word_kind="state_forces", country=iso)
        )  # fmt: skip
    return out


def _of_arms(view: View, i: int) -> bool:
    """ "Russian drone attack": weapons or deeds within the three words of the noun phrase after the adjective."""
    for k in range(i + 1, min(i + 4, len(view))):
        if view.low[k] in party_words().arms or (
            k == i + 1 and view.low[k] in party_words().ground and view.low[k + 1 : k + 2] != ["of"]
        ):
            return True
        if view.pos[k] not in ("NOUN", "ADJ", "PROPN", "PUNCT") or view.words[k] in ",.;:()":
            return False
    return False


def _charged(view: View, first: int, last: int) -> bool:
    """ "Armenia accused Azerbaijan of opening fire", "blamed Rwanda.": the one accused is its forces."""
    at = first - 1 - (view.low[first - 1] == "the")
    after = view.low[last + 1 : last + 2]
    return first > 0 and view.low[at] in _CHARGES and after in (["of"], ["for"], ["."], [","], ["and"], [])


_CHARGES = frozenset("accused accuses accusing blamed blames blaming".split())


def twin(view: View, text: str, p: Party, countries: Countries) -> Party | None:
    """ "Russian and Syrian warplanes": the first nation's own, of the same arm."""
    k = p.first - 2
    if p.kind != "state" or not p.country or k < 0 or view.low[k + 1] != "and" or not view.words[k][:1].isupper():
        return None
    iso = countries.by_adjective(view.words[k])
    if iso is None or iso == p.country:
        return None
    start, end = view.starts[k], view.ends[k]
    return msgspec.structs.replace(
        p, first=k, last=k, head=k, start=start, end=end, text=text[start:end], names=(), forces=(), country=iso
    )
