"""Place names in a sentence: which words name a place, how they stand to what is told, and what they only locate.

Lexical and context-free: one pass over the words of a sentence, no parse. A name counts as a place for what stands around it (a
preposition, a kind word, a list, a bulletin's lead); a name without such words only where it is well known.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

import msgspec

from dateline.mentions.country_cues import acting_countries, country_cues
from dateline.mentions.place_context import Context, only_locates, read_after, read_before
from dateline.mentions.place_evidence import HIGHER, curated_kind, holds_place, is_place
from dateline.mentions.place_mention import PlaceMention
from dateline.mentions.place_nameless import journeys, nameless, roads_between, roads_dashed, roads_to, stretches
from dateline.mentions.place_names import Finder, Kit, Name
from dateline.mentions.place_tokens import tokens_of
from dateline.packs.countries import Countries
from dateline.packs.gazetteer import Gazetteer

__all__ = ["Kit", "PlaceMention", "acting_countries", "country_cues", "find_places", "tokens_of", "windows"]

LONGEST = 2000  # code points read at once
_PART_OF = re.compile(
    r", (?:a|an|the) (?:[a-z-]{1,20} ){0,3}(?:suburb|neighbou?rhood|quarter|slum|part|borough|ward|commune|satellite town|port) of "
)  # "X, a suburb of Y"
_ONE_PLACE = frozenset({"town", "village", "district", "township", "municipality", "hamlet", "neighbourhood"})
_SETTLED = frozenset({"town", "village", "city", "camp", "neighbourhood", "district"})
_JOINTS = frozenset({",", "and", ", and", "or", ", or", "&", "/", "–"})


def find_places(text: str, offset: int = 0, *, kit: Kit, said: Collection[str] = ()) -> list[PlaceMention]:
    """The places named in one sentence, in order of the text. ``said``: names already taken for places in the same article."""
    countries, gazetteer = kit.countries, kit.gazetteer
    if len(text) <= LONGEST and not said:
        return list(_found(text, offset, countries, gazetteer))
    return [
        m
        for begin, end in windows(text)
        for m in _find(Finder(text[begin:end], offset + begin, countries, gazetteer, said))
    ]


@lru_cache(maxsize=256)
def _found(text: str, offset: int, countries: Countries, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The last answers are kept: scenes and paragraphs ask for sentences that were read already."""
    return tuple(_find(Finder(text, offset, countries, gazetteer)))


def windows(text: str) -> Iterator[tuple[int, int]]:
    """A text too long for a sentence, cut at spaces: what is looked for stays near, and the cost linear."""
    begin = 0
    while begin < len(text):
        end = begin + LONGEST
        if end < len(text):
            space = text.rfind(" ", begin + LONGEST // 2, end)
            end = space if space > 0 else end
        yield begin, end
        begin = end


def _find(f: Finder) -> list[PlaceMention]:
    if not f.tokens:
        return []
    if f.caps or f.lower:
        _uncased(f)
    else:
        last_end = -1
        for n in f.names():
            mention, last_end = _read(f, n, last_end)
            if mention is not None:
                _take(f, mention)
    f.floor = 0
    roads_dashed(f)
    roads_between(f)
    stretches(f)
    journeys(f)
    nameless(f)
    roads_to(f)
    return sorted((_worded(f, m) for m in f.found), key=lambda m: (m.name_start, m.name_end))


def _worded(f: Finder, m: PlaceMention) -> PlaceMention:
    """The mention with the words its spans stand for."""
    o = f.offset
    parent = None if m.parent_start is None or m.parent_end is None else f.text[m.parent_start - o : m.parent_end - o]
    return msgspec.structs.replace(m, text=f.text[m.start - o : m.end - o], parent=parent)


def _take(f: Finder, mention: PlaceMention) -> None:
    f.found.append(mention)
    end = mention.end - f.offset
    while f.floor < len(f.tokens) and f.tokens[f.floor].start < end:
        f.floor += 1


def _read(f: Finder, n: Name, last_end: int) -> tuple[PlaceMention | None, int]:
    c = Context(begin=n.first, end=n.last, name_first=n.first, name_last=n.last, country=n.adjective)
    read_after(f, c)
    read_before(f, c)
    last = f.found[-1] if f.found else None
    joint = f.text[last.end - f.offset : f.tokens[c.begin].start].strip() if last else "none"
    listed = (
        last is not None
        and not last.generic
        and last_end == last.end
        and joint in _JOINTS
        and (last.relation is not None or last.kind is not None)
    )
    name = f.words_of(n.first, n.last)
    if not is_place(f, n, c, name, listed):
        return None, last_end
    mention = _mention(f, n, c, last, joint, listed)
    return mention, mention.end


def _mention(f: Finder, n: Name, c: Context, last: PlaceMention | None, joint: str, listed: bool) -> PlaceMention:
    name = f.words_of(n.first, n.last)
    iso = None if _town_so_called(f, n, c, name) else f.countries.by_name(name)
    kind = c.kind
    if iso and not c.after_kind:
        kind = "country" if f.countries.is_whole(name) else "region"
    elif kind is None:
        kind = curated_kind(f.gazetteer.find(name))
    qualifier = only_locates(f, c, last)
    if qualifier and last is not None and (c.bearing is not None or c.relation in ("near", "outskirts")):
        f.found[-1] = msgspec.structs.replace(last, beside=name, beside_km=c.distance_km, beside_bearing=c.bearing)
    relation, bearing, distance = c.relation, c.bearing, c.distance_km
    if listed and last is not None:
        higher = joint == "," and (kind in HIGHER or name.endswith(" Zone") or _lies_in(f, last.name, name, c.end))
        if higher and last.kind not in ("country",) and last.parent_start is None:
            _adopt(f, f.tokens[n.first].start, f.tokens[max(c.end, c.name_last)].end, iso)
            qualifier, relation = True, "of"
        elif relation is None:
            relation, bearing, distance, qualifier = (
                last.relation,
                last.bearing,
                last.distance_km,
                qualifier or last.qualifier,
            )
    held = last is not None and joint == "of" and _holds(f, last, c, name)
    if last is not None and not qualifier and not held and _encloses(f, c, last, joint):
        if joint in ("of", "") and last.kind is None and c.relation == "of":
            f.found[-1] = msgspec.structs.replace(last, kind="township")
        _adopt(f, f.tokens[n.first].start, f.tokens[max(c.end, c.name_last)].end, iso)
        qualifier, relation = True, "of"
    if f.tokens[n.last].possessive and not listed:
        qualifier = qualifier or holds_place(f, n.last)
        relation = relation or "of"
    parent = c.parent
    if last is not None and held:
        parent = (last.name_start - f.offset, last.name_end - f.offset)
        relation, kind, qualifier = last.relation, last.kind, last.qualifier
        f.found[-1] = msgspec.structs.replace(last, kind=None, qualifier=True, relation="of")
    elif last is not None and joint in ("'s", "’s"):
        parent = (last.name_start - f.offset, last.name_end - f.offset)
        relation = relation or last.relation
        qualifier = qualifier or _pass_on(f, last, f.tokens[n.first].start, f.tokens[c.name_last].end)
        f.found[-1] = msgspec.structs.replace(last, qualifier=True, relation="of")
    elif parent is not None and last is not None and last.name_start == parent[0] + f.offset:
        relation = relation or last.relation
        f.found[-1] = msgspec.structs.replace(last, qualifier=True, relation="of")
    o = f.offset
    first_name, last_name = min(c.name_first, n.first), max(c.name_last, n.last)
    return PlaceMention(
        start=f.tokens[min(c.begin, first_name)].start + o,
        end=f.tokens[max(c.end, last_name)].end + o,
        name_start=f.tokens[first_name].start + o,
        name_end=f.tokens[last_name].end + o,
        name=f.words_of(first_name, last_name),
        text="",
        kind=kind,
        relation=relation,
        distance_km=distance,
        bearing=bearing,
        country=(None if c.after_kind and c.kind not in ("area", "region") else iso) or c.country,
        parent_start=parent[0] + o if parent else None,
        parent_end=parent[1] + o if parent else None,
        qualifier=qualifier,
    )


def _town_so_called(f: Finder, n: Name, c: Context, name: str) -> bool:
    """Whether a country's name is a town's here: "the town of Costa Rica", "Costa Rica, Sinaloa"."""
    iso = f.countries.by_name(name)
    if not iso:
        return False
    before = f.words_of(c.begin, n.first - 1).lower().split() if c.begin < n.first else []
    if c.before_kind and not _ONE_PLACE.isdisjoint(before):
        return f.gazetteer.known(name)
    k = n.last + 2
    if f.low(k - 1) != "," or not f.at(k) or not f.tokens[k].word[0].isupper():
        return False
    division = f.words_of(k, f.name_end(k))
    if f.countries.by_name(division):
        return False
    homes = {(p.country, p.name) for p in f.gazetteer.find(division)[:20] if p.kind == "adm1" and p.country != iso}
    return bool(homes) and any((p.country, p.admin1) in homes for p in f.gazetteer.find(name)[:40])


def _lies_in(f: Finder, inner: str, outer: str, end: int) -> bool:
    """Whether ", outer" is the division of ``inner`` ("Fresnillo, Zacatecas") and not the next in a list."""
    divisions = {(p.country, p.name) for p in f.gazetteer.find(outer)[:20] if p.kind == "adm1"}
    if divisions and f.low(end + 1) not in ("and", ",", "or") and not f.gazetteer.known(inner):
        return True
    if not divisions and not f.gazetteer.known(inner) and f.big(outer) and f.low(end + 1) not in ("and", ",", "or"):
        return not f.countries.by_name(outer)  # "Carrefour Drouillard, Port-au-Prince"
    return bool(divisions) and any(
        (p.country, p.admin1) in divisions for p in f.gazetteer.find(inner)[:40] if p.kind != "adm1"
    )


def _encloses(f: Finder, c: Context, last: PlaceMention, joint: str) -> bool:
    """Whether a name is the parent of the one before it: "X of Y", "X district in Y", "X, a town in Y", "X, two villages in Y"."""
    if last.generic or last.qualifier or c.bearing is not None or last.parent_start is not None:
        return False
    gap = f.text[last.end - f.offset : f.tokens[c.begin].start]
    if len(gap) > 60:
        return False
    finer = c.kind is not None and c.kind not in HIGHER
    if finer and last.kind in HIGHER and not (last.kind == "district" and c.kind in ("city", "town")):
        return False  # "a barber from Punjab in the Tump area"; a city has districts, no village has
    if joint in ("of", "in") and c.relation in ("of", "in"):
        return True
    if joint == ", in" and c.relation == "in" and c.kind in HIGHER and last.relation is not None and not f.caps:
        return True  # "in Cazale, in the commune of Cabaret"
    if _PART_OF.fullmatch(f.text[last.end - f.offset : f.tokens[c.name_first].start][:60]):
        return True
    m = re.fullmatch(
        r"\s?,? ?(?:(?:a|an|the|two|three|four|both|all|located|situated|which|is|lying) ){0,3}(?:[a-z-]{1,20} ){0,4}(?:in|of|inside)(?: the)?\s",
        gap,
    )
    return bool(
        m
        and gap.lstrip().startswith(",")
        and any(w in f.words.kinds or w in ("located", "situated") for w in gap.replace(",", " ").split())
    )


def _holds(f: Finder, last: PlaceMention, c: Context, name: str) -> bool:
    """ "the West Bank town of Jenin": the first name is a country's or a division's, and the second is the town there."""
    behind = f.text[last.name_end - f.offset : last.end - f.offset].split()[-1:]
    if last.generic or last.kind not in _SETTLED or not behind or c.kind is not None:
        return False
    return _division(f, last.name) and not _division(f, name)


def _division(f: Finder, name: str) -> bool:
    return f.countries.by_name(name) is not None or any(p.kind == "adm1" for p in f.gazetteer.find(name)[:5])


def _adopt(f: Finder, start: int, end: int, iso: str | None) -> None:
    """Give the last mention, and those it is listed with, their parent."""
    for k in range(len(f.found) - 1, -1, -1):
        m = f.found[k]
        if m.parent_start is not None or m.qualifier or m.generic:
            break
        if k < len(f.found) - 1 and f.text[m.end - f.offset : f.found[k + 1].start - f.offset].strip() not in _JOINTS:
            break
        f.found[k] = msgspec.structs.replace(
            m, parent_start=start + f.offset, parent_end=end + f.offset, country=m.country or iso
        )


def _pass_on(f: Finder, owner: PlaceMention, start: int, end: int) -> bool:
    """ "two villages in A's B": those whose parent was A lie in B. Whether there were any."""
    moved = False
    for k, m in enumerate(f.found):
        if m.parent_start is not None and m is not owner and owner.start <= m.parent_start < owner.end:
            f.found[k] = msgspec.structs.replace(m, parent_start=start + f.offset, parent_end=end + f.offset)
            moved = True
    return moved


def _uncased(f: Finder) -> None:
    """A sentence all in capitals, or all in small letters: names are known ones, or follow words that only places follow."""
    w = f.words
    i = 0
    last_end = -1
    while i < len(f.tokens):
        size = _uncased_size(f, i)
        if not size:
            i += 1
            continue
        n = Name(i, i + size - 1, None, f.low(i - 1) in w.titles, i > 0 and f.tokens[i - 1].possessive)
        mention, last_end = _read(f, n, last_end)
        if mention is not None:
            _take(f, mention)
        i += size


def _uncased_size(f: Finder, i: int) -> int:
    """How many tokens from ``i`` on make a name, where case tells nothing."""
    w = f.words
    token = f.tokens[i]
    low = token.low
    if not token.word[0].isalpha() or low in w.function or low in w.units:
        return 0
    if size := f.joined_country(i, 4):
        short = size == 1 and len(token.word) <= 4 and token.word.isalpha() and token.word.isupper()
        return 0 if short and low in ("us", "car", "opt", "rok", "roc", "prc") else size
    if low in w.not_places or low in w.titles or low in w.organisations or low in w.modifiers or low in w.kinds:
        return 0
    if (
        low in w.speech
        or low in w.taking
        or low in w.falling
        or low in w.inner
        or low in w.generic
        or low in w.ordinary
    ):
        return 0
    before = f.low(i - 1) if token.gap in (" ", "\n") else ""
    placed = before in w.prepositions or before in w.kinds or before in w.modifiers or before in w.taking
    placed = placed or (before in ("of", "the", "and", ",") or i == 0 or not before)
    follows = any(f.low(i + k) in w.kinds and f.adjoining(i + k) for k in (1, 2, 3))
    if not (placed or follows):
        return 0
    for size in (4, 3, 2, 1):
        if i + size > len(f.tokens) or any(f.tokens[k].gap not in (" ", "") for k in range(i + 1, i + size)):
            continue
        if (
            not f.tokens[i + size - 1].word[0].isalnum()
            or f.low(i + size - 1) in w.function
            or f.low(i + size - 1) in w.not_places
        ):
            continue
        if f.gazetteer.known(f.words_of(i, i + size - 1)) and (size > 1 or len(low) > 3):
            return size
    unknown = before in ("near", "outside") or (before == "of" and f.low(i - 2) in w.kinds)
    return 1 if unknown and not _plain(low) else 0


def _plain(low: str) -> bool:
    """Whether a word looks like an ordinary English one."""
    return len(low) < 4 or low.endswith(
        ("ing", "ed", "ion", "ions", "ment", "ments", "ers", "ors", "ly", "ists", "men", "ness", "ity")
    )
