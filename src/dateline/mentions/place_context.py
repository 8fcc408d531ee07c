"""What stands around a name: kind words, prepositions, distances, owners; and whether that makes it a place."""

import re

import msgspec

from dateline.mentions.place_names import Finder, Name, PlaceMention
from dateline.packs.gazetteer import Place

HIGHER = frozenset({"province", "state", "county", "country", "region", "district"})
_BARE = frozenset(
    {"town", "village", "city", "township", "camp", "neighbourhood", "district", "settlement", "suburb", "base", "area"}
)
_STRONG = frozenset({"in", "at", "near", "outskirts", "around"})
_WAKE = frozenset(
    {"killing", "burning", "torching", "looting", "displacing", "razing"}
)  # what an attack leaves in a place
_BLOWS = frozenset(
    {"attack", "attacks", "blast", "blasts", "bombing", "explosion", "massacre", "raid", "clashes", "siege"}
)
_LEADING = _STRONG | {"between", "from", "to", "towards", "along"}
_DAYTIMES = frozenset(
    {"overnight", "early", "late", "yesterday", "today", "again", "twice", "repeatedly", "last", "this"}
)
METROPOLIS = 300_000  # people: so big a city is meant where nothing but its name stands


class Context(msgspec.Struct):
    """What was read before and after a name."""

    begin: int  # first token of the phrase
    end: int  # last token of the phrase
    name_first: int
    name_last: int
    kind: str | None = None
    before_kind: bool = False  # "the village of X"
    after_kind: bool = False  # "X village"
    kept: bool = False
    relation: str | None = None
    distance_km: float | None = None
    bearing: int | None = None
    country: str | None = None
    parent: tuple[int, int] | None = None
    the: bool = False
    previous: str = ""
    inside: bool = False  # "the centre of X", "control of X"


def read_after(f: Finder, c: Context) -> None:
    """The kind word behind a name, or its own last word."""
    w = f.words
    own = f.low(c.name_last)
    if c.name_last > c.name_first and own in w.kinds and not f.countries.by_name(f.words_of(c.name_first, c.name_last)):
        c.kind, c.after_kind, c.kept = w.kinds[own], True, own not in w.dropped
    step = c.name_last
    if f.tokens[step].possessive:
        return
    for far in (1, 2, 3):
        n = step + far
        if not f.adjoining(n) or (f.tokens[n].word[0].isupper() and not f.caps):
            return
        low = f.low(n)
        if low in w.kinds:
            if f.low(n + 1) in w.kinds and f.adjoining(n + 1):
                n += 1
                low = f.low(n)
            c.kind, c.after_kind = w.kinds[low], True
            c.end = n
            if low not in w.dropped:
                c.name_last = n
            return
        if low not in w.inner:
            return


def read_before(f: Finder, c: Context) -> None:
    """Read backwards from a name: modifiers, kind words, "of", a direction, the preposition."""
    w = f.words
    j = c.begin - 1
    for _ in range(9):
        token = f.at(j)
        if (
            token is None
            or j < f.floor
            or f.tokens[j + 1].gap not in (" ", "\n")
            or (token.possessive and not _possessor(f, c, j))
        ):
            break
        if token.possessive:
            return
        low = token.low
        if low == "of" and j <= f.floor and f.low(j - 1) not in w.directions:
            c.relation = c.relation or "of"
            return
        if low == "of" or (low == "from" and f.low(j - 1) in w.directions):
            done, j = _of(f, c, j)
            if done:
                return
            continue
        if low in w.kinds and not token.word.istitle():
            c.kind = c.kind if c.after_kind else w.kinds[low]
            c.before_kind = c.before_kind or not c.after_kind
        elif (
            low in w.modifiers or low.endswith("ern") or (c.before_kind and low in w.inner) or low in ("a", "an", "the")
        ):
            c.the = c.the or (low == "the" and not c.inside)  # "the slopes of X" is no "the X"
        elif iso := f.countries.by_adjective(token.word):
            c.country = c.country or iso
        elif low in w.prepositions:
            if low == "by" and not c.after_kind:
                break
            if f.low(j - 1) == "from" and f.tokens[j].gap == " ":
                c.relation, j = "from", j - 1  # "fired from over Lebanon"
            elif low in ("between", "from") or c.relation is None:
                c.relation = w.prepositions[low]
            c.previous = f.low(j - 1)
            return
        else:
            break
        c.begin = j
        j -= 1
    c.previous = f.low(j) if f.at(j) and f.tokens[min(j + 1, len(f.tokens) - 1)].gap in (" ", "\n") else ""


def _possessor(f: Finder, c: Context, j: int) -> bool:
    """ "Syria's northern province of X": the country, or the enclosing place, before a name."""
    token = f.tokens[j]
    iso = f.countries.by_name(token.word)
    if iso:
        c.country = c.country or iso
    if iso or f.gazetteer.known(token.word):
        c.parent = (token.start, token.end)
        return True
    return False


def _of(f: Finder, c: Context, j: int) -> tuple[bool, int]:
    """Read what stands before "of" at token ``j``: whether reading ends there, and where to go on."""
    w = f.words
    low = f.low(j - 1)
    if low in w.directions and f.low(j - 2) == "the" and f.low(j - 3) in ("in", "at", "from", "across"):
        c.relation, c.begin, c.previous = "in", j - 2, ""
        return True, j
    if low in ("part", "parts", "half", "side") and f.low(j - 2) in w.compass:
        c.relation, c.begin, c.previous = "in", j - 2, f.low(j - 3)
        return True, j
    if low in w.directions:
        c.bearing = w.directions[low]
        c.relation = low.replace("-", "") + "_of"
        c.distance_km, c.begin = f.distance(j - 1)
        k = c.begin - 1
        if (
            c.distance_km is None
            and w.kinds.get(f.low(k))
            and (f.low(k)[-1] == "s" or f.low(k) == "area")
            and k >= f.floor
        ):
            c.begin = c.name_first = k
            c.kind, c.bearing, c.relation = w.kinds[f.low(k)], None, "in"
            return True, j
        while f.low(k) in ("to", "the", "located", "situated", ",", "just", "lying"):
            k -= 1
        c.previous = f.low(k)
        return True, j
    if low in w.edges:
        c.relation = "outskirts"
    elif low in ("outside", "inside"):
        c.relation = w.prepositions[low]
        return True, j
    elif low in w.kinds:
        if not c.before_kind and not c.after_kind:
            c.kind = w.kinds[low]
        c.before_kind = True
    elif low in w.insides:
        c.inside = True
        if (
            low in ("centre", "center")
            and c.kind in ("district", "county", "township", "province", None)
            and c.after_kind
        ):
            c.name_first, c.kind = j - 1, "town"
    elif low in w.deeds:
        c.inside = True
        return True, j
    else:
        c.relation = c.relation or "of"
        c.previous = low
        return True, j
    c.begin = j - 1
    if c.relation == "outskirts":
        while (
            f.low(c.begin - 1) in ("the", "southern", "northern", "eastern", "western", "outer", "very")
            and f.tokens[c.begin].gap == " "
        ):
            c.begin -= 1
        c.previous = f.low(c.begin - 1)
        return True, j
    return False, j - 2


def is_place(f: Finder, n: Name, c: Context, name: str, listed: bool) -> bool:
    """Whether a candidate names a place, for what stands around it."""
    w = f.words
    parts = [f.low(i) for i in range(n.first, n.last + 1)]
    country = f.countries.by_name(name)
    if country:
        named_so = name.casefold() in w.given_names and f.adjoining(n.last + 1) and f.tokens[n.last + 1].word.istitle()
        return not ((n.titled or named_so) and c.relation is None)  # "Jordan Reading, 23, said"
    owner = (
        f.found[-1]
        if f.found and f.text[f.found[-1].end - f.offset : f.tokens[c.begin].start] in ("'s ", "’s ")
        else None
    )
    if n.titled or (n.possessed and owner is None and c.parent is None and not c.after_kind):
        return False
    if _names_body(f, n, c):
        return False
    organised = any(p in w.organisations for p in parts) and not f.gazetteer.known(name)
    if organised and not (c.before_kind and c.relation in _STRONG):
        return False
    after = f.low(n.last + 1) if f.adjoining(n.last + 1) else ""
    if after in w.speech and c.relation not in ("in", "at", "near"):
        return False
    known = f.known(name)
    if c.after_kind:
        landmark = c.kind == "landmark"
        return known or not landmark or c.relation in _STRONG or c.relation is None
    if c.before_kind:
        return True
    if owner is not None and owner.relation in (*_STRONG, "from", "to", "of"):
        return known or owner.relation != "of"
    if (f.caps or f.lower) and not listed and c.bearing is None and c.relation not in _LEADING:
        return _stands_alone(f, n, c, name)
    if f.tokens[n.last].possessive:
        return f.big(name) or (known and c.relation in _STRONG) or holds_place(f, n.last)
    if c.relation in _STRONG or c.bearing is not None:
        return known or not c.the
    if c.relation in ("between", "from", "to", "towards", "for", "along"):
        return known or (
            not c.the
            and (
                c.previous in w.leaving_from
                or w.kinds.get(c.previous) == "road"
                or _goes_on_to(f, c.end)
                or _parent_follows(f, n.last)
            )
        )
    if listed:
        return known or c.relation is None
    if c.inside:
        return known
    if c.relation == "of":
        return known and (f.big(name) or _is_town_of(f, n, c) or _part_of(f, c))
    if c.previous in w.taking:
        if known and not f.big(name) and _goes_on_as_noun(f, n.last):
            return False  # "attacked Ansar fighters"
        return known or c.previous in w.striking or _suffers(f, n, c)
    if after in w.falling and known and (f.big(name) or n.first == 0):
        return True
    if f.low(n.first) in w.heads and n.last > n.first:
        return True
    if _lead(f, n, known):
        return True
    before = f.at(n.first - 1)
    if before and f.tokens[n.first].gap == " " and before.word[0].isupper() and f.breaks(n.first - 1):
        return False  # "Tamil Eelam", "Boko Haram": the rest of a name
    return f.big(name)


def _stands_alone(f: Finder, n: Name, c: Context, name: str) -> bool:
    """Whether a name counts where case tells nothing and no preposition speaks for it: "LUIS", "DRUG" and "SURPRISE" are towns too."""
    if _lead(f, n, f.known(name)) or _part_of(f, c):
        return True
    if f.low(n.first) in f.words.given_names:
        return False
    if n.last > n.first:
        return f.big(name) or (f.known(name) and c.previous in f.words.taking)
    if f.low(n.last + 1) in _BLOWS and f.adjoining(n.last + 1) and len(name) > 4:
        return f.known(name)  # "BELEDWEYNE BLAST"
    places = f.gazetteer.find(name)
    return f.big(name) and places[0].kind == "settlement" and places[0].population >= METROPOLIS


def _suffers(f: Finder, n: Name, c: Context) -> bool:
    """Whether a name that no gazetteer has is a place for what is done to it: "entered Kalunguta", "attacked Agagbe, killing
    seven". Single persons and parties are attacked and taken too, so there the sentence must go on as it does after places."""
    w = f.words
    if any(f.low(k) in w.given_names or f.tokens[k].word.isupper() for k in range(n.first, n.last + 1)):
        return False
    if _goes_on_as_noun(f, n.last):
        return False  # "shot Karim dead"
    if c.previous in w.entering or _parent_follows(f, n.last):
        return True
    for k in range(n.last + 1, min(n.last + 12, len(f.tokens))):
        if f.tokens[k].word in ".;:":
            return False
        if f.low(k) in _WAKE or (f.tokens[k].word == "," and f.low(k + 1) in ("a", "an", "the") and _called(f, k + 2)):
            return True
    return False


def _goes_on_as_noun(f: Finder, i: int) -> bool:
    """Whether the word right behind token ``i`` may be what the name belongs to."""
    if not f.adjoining(i + 1) or not f.tokens[i + 1].word[0].isalpha():
        return False
    low = f.low(i + 1)
    return low not in f.words.function and low not in _DAYTIMES and not low.endswith(("ing", "ed", "ly"))


def _called(f: Finder, k: int) -> bool:
    """ ", a farming community": whether a kind word stands within three words."""
    return any(f.words.kinds.get(f.low(j)) in _BARE for j in range(k, k + 3))


def _names_body(f: Finder, n: Name, c: Context) -> bool:
    """Whether the name only opens that of an office or a body: "High | Commissioner", "Depayin | People's Defence Force"."""
    w = f.words
    for k in range(n.last + 1, min(n.last + 4, len(f.tokens))):
        token = f.tokens[k]
        if token.gap != " " or not token.word[0].isupper():
            return False
        acronym = token.word.isupper() and token.low in w.not_places and c.relation is None and not f.caps
        if (
            acronym
            or token.low in w.organisations
            or (
                token.low in w.titles
                and k == n.last + 1
                and not f.tokens[n.last].possessive
                and not f.known(f.words_of(n.first, n.last))
            )
        ):
            return True
    return False


def _is_town_of(f: Finder, n: Name, c: Context) -> bool:
    """ "Dighinala of Khagrachhari": a name before "of"."""
    j = c.begin - 2
    return bool(f.at(j)) and f.tokens[j].word[0].isupper()


def _part_of(f: Finder, c: Context) -> bool:
    """ "the Sharawneh quarter of Baalbek": a name behind a quarter, a camp or a district of it."""
    last = f.found[-1] if f.found else None
    inner = last is not None and last.kind in ("neighbourhood", "camp", "district", "landmark")
    return inner and last is not None and f.text[last.end - f.offset : f.tokens[c.begin].start].strip() in ("of", "")


def _parent_follows(f: Finder, i: int) -> bool:
    """Whether ", Y region" or ", Y" with a country's or a division's name stands after token ``i``."""
    if f.low(i + 1) != "," or not f.at(i + 2) or not f.tokens[i + 2].word[0].isupper():
        return False
    for k in (i + 2, i + 3):
        if f.words.kinds.get(f.low(k + 1)) in HIGHER and f.adjoining(k + 1):
            return True
        if k < len(f.tokens) and (
            f.countries.by_name(f.words_of(i + 2, k)) or curated_kind(f.gazetteer.find(f.words_of(i + 2, k)))
        ):
            return True
    return False


def holds_place(f: Finder, i: int) -> bool:
    """Whether "X's" opens a phrase that names a smaller place: "Sagaing Region's Depayin Township"."""
    return any(f.low(k) in f.words.kinds and f.tokens[k].gap == " " for k in range(i + 2, min(i + 4, len(f.tokens))))


def _lead(f: Finder, n: Name, known: bool) -> bool:
    """Whether the name opens a bulletin's item: "KUNDUZ -", "- Marib:", "Pattani.", or is all there is."""
    first = all(not t.word.isalnum() for t in f.tokens[: n.first])
    after = f.at(n.last + 1)
    if not first or not known:
        return False
    return after is None or after.word[0] in ":-–—,(" or (after.word == "." and n.last < 3)


def only_locates(f: Finder, c: Context, last: PlaceMention | None) -> bool:
    """Whether a name only locates another place or is a point of departure or a destination."""
    w = f.words
    if c.previous in w.leaving or (c.relation == "for" and c.previous in (*w.leaving, "heading", "bound")):
        return True
    if c.previous in ("with", "bordering", "borders") or c.relation in ("for", "towards"):
        return True
    if c.relation == "from":
        return c.previous in w.leaving_from or _goes_on_to(f, c.end)
    if last is None or last.qualifier or (last.generic and c.bearing is None):
        return False
    gap = f.text[last.end - f.offset : f.tokens[c.begin].start]
    if c.relation in ("near", "outskirts") and (last.relation is not None or last.kind in _BARE):
        return (
            gap.strip(" ,")
            in ("near", "outside", "just outside", "located near", "situated near", "close to", "on the")
            and last.name_start != 0
        )
    if c.bearing is not None:
        return len(gap) <= 60 and not re.search(r"[;:]|\b(?:and|when|after|while)\b", gap)
    return False


def _goes_on_to(f: Finder, end: int) -> bool:
    """ "from A and B into C": whether a "to" follows within a few words."""
    return any(f.low(k) in ("to", "into", "towards", "toward") for k in range(end + 1, min(end + 7, len(f.tokens))))


def curated_kind(places: list[Place]) -> str | None:
    """ "province" for a name that is a division's only, a region's own kind for a region's."""
    kinds = {p.kind for p in places[:3]}
    if kinds == {"adm1"}:
        return "province"
    if kinds and "settlement" not in kinds and "adm1" not in kinds:
        return places[0].kind
    return None
