"""What stands around a name: kind words, prepositions, distances, owners."""

import re

import msgspec

from dateline.mentions.place_distance import distance_before
from dateline.mentions.place_mention import PlaceMention
from dateline.mentions.place_names import HELD_BY, Finder

BARE = frozenset(
    {"town", "village", "city", "township", "camp", "neighbourhood", "district", "settlement", "suburb", "base", "area"}
)


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
    far = f.government_area(step + 1)
    if far:
        c.kind, c.after_kind, c.end = "district", True, step + far
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
            c.previous = f.low(j - 1)
            c.relation = c.relation or "of"
            return
        if low == "of" or (low == "from" and f.low(j - 1) in w.directions):
            done, j = _of(f, c, j)
            if done:
                return
            continue
        if low in w.kinds and not token.word.istitle():
            c.kind = c.kind if c.after_kind or c.before_kind else w.kinds[low]  # "the river town of X"
            c.before_kind = c.before_kind or not c.after_kind
        elif (
            low in w.modifiers or low.endswith("ern") or (c.before_kind and low in w.inner) or low in ("a", "an", "the")
        ):
            c.the = c.the or (low == "the" and not c.inside)  # "the slopes of X" is no "the X"
        elif iso := f.countries.by_adjective(token.word):
            c.country = c.country or (iso if c.kind != "camp" else None)  # "the Palestinian refugee camp of X": whose
        elif low.endswith(HELD_BY):
            pass  # "in Turkish-controlled Afrin"
        elif low in w.prepositions:
            if low == "by" and not c.after_kind:
                break
            if f.low(j - 1) == "from" and f.tokens[j].gap == " ":
                c.relation, j = "from", j - 1  # "fired from over Lebanon"
            elif low in ("between", "from") or c.relation is None:
                c.relation = w.prepositions[low]
            c.previous = f.low(j - 1)
            if low == "from":
                _away(f, c, j)
            return
        else:
            break
        c.begin = j
        j -= 1
    c.previous = f.low(j) if f.at(j) and f.tokens[min(j + 1, len(f.tokens) - 1)].gap in (" ", "\n") else ""


def _away(f: Finder, c: Context, j: int) -> None:
    """ "4 km from X": near X, and no point of departure. "drove 300 km from X", "20 km from X to Y" are a journey's."""
    km, begin = distance_before(f, j)
    if km is None or goes_on_to(f, c.end) or f.low(begin - 1) in _TRAVELLED:
        return
    c.relation, c.distance_km, c.begin, c.previous = "near", km, begin, f.low(begin - 1)


_TRAVELLED = frozenset(
    "walked drove driven travelled traveled rode ridden fled marched trekked flew flown carried came for moved".split()
)
_BESIDE = re.compile(
    r"[ ,(]*(?:(?:located|situated|lying|lies|which|that|is|a|the|village|town|locality|hamlet) ){0,6}"
)


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
        c.distance_km, c.begin = distance_before(f, j - 1)
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
        if low in ("bank", "banks") and c.the and not c.kind:
            c.kind = "river"  # "the south bank of the Arauca"
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


def only_locates(f: Finder, c: Context, last: PlaceMention | None) -> bool:
    """Whether a name only locates another place or is a point of departure or a destination."""
    w = f.words
    if c.previous in w.leaving or (c.relation == "for" and c.previous in (*w.leaving, "heading", "bound")):
        return True
    if c.previous in ("with", "bordering", "borders") or c.relation in ("for", "towards"):
        return True
    if c.relation == "from":
        return c.previous in w.leaving_from or _moving(f, c) or goes_on_to(f, c.end)
    if last is None or last.qualifier or (last.generic and c.bearing is None):
        return False
    gap = f.text[last.end - f.offset : f.tokens[c.begin].start]
    if (
        c.relation in ("near", "outskirts")
        and c.distance_km is None
        and (last.relation is not None or last.kind in BARE)
    ):
        return (
            gap.strip(" ,")
            in ("near", "outside", "just outside", "located near", "situated near", "close to", "on the")
            and last.name_start != 0
        )
    if c.relation == "near" and c.distance_km is not None:
        return _BESIDE.fullmatch(gap) is not None
    if c.kind == "river" and gap.strip(" ,") in ("on", "on the", "along", "by"):
        return True
    if c.bearing is not None:
        return len(gap) <= 60 and not re.search(r"[;:]|\b(?:and|when|after|while)\b", gap)
    return False


def _moving(f: Finder, c: Context) -> bool:
    """ "a column coming up from X", "reinforcements from X"."""
    k = next((k for k in range(c.begin, max(c.begin - 3, -1), -1) if f.low(k) == "from"), c.begin)
    if f.low(k - 1) in _ALONG:
        return f.low(k - 2) in f.words.leaving_from
    return f.low(k - 1) in ("reinforcements", "column", "convoy")


_ALONG = frozenset({"up", "down", "back", "over", "in", "across", "out", "north", "south", "east", "west"})


def goes_on_to(f: Finder, end: int) -> bool:
    """ "from A and B into C": whether a "to" follows within a few words."""
    return any(f.low(k) in ("to", "into", "towards", "toward") for k in range(end + 1, min(end + 7, len(f.tokens))))
