"""Places told of without a name of their own: "the same province", "a military airport", "the road between A and B"."""

import re

import msgspec

from dateline.mentions.place_context import Context, only_locates, read_before
from dateline.mentions.place_mention import PlaceMention
from dateline.mentions.place_names import Finder

_ROAD = re.compile(
    r"\b(?:road|highway|motorway|route|track|railway|line|border|area|stretch|(?<=the )way)(?: [a-z]{1,12}){0,2}? (?:between|from|linking|connecting|that links) ",
    re.IGNORECASE,
)


def roads_between(f: Finder) -> None:
    """ "the road between A and B": one place made of two, which then only locate it."""
    for m in _ROAD.finditer(f.text):
        ends = [
            x for x in f.found if x.name_start - f.offset >= m.end() - 1 and x.name_start - f.offset < m.end() + 60
        ][:2]
        if len(ends) == 2:
            gap = f.text[ends[0].end - f.offset : ends[1].start - f.offset].strip()
            if ends[0].start - f.offset - m.end() <= 4 and gap in ("and", "to", "with"):
                made = PlaceMention(
                    start=m.start() + f.offset,
                    end=ends[1].end,
                    name_start=m.start() + f.offset,
                    name_end=ends[1].name_end,
                    name=f.text[m.start() : ends[1].name_end - f.offset],
                    text="",
                    kind="border" if m.group().casefold().startswith("border") else "road",
                    relation="in",
                    country=ends[0].country if ends[0].country == ends[1].country else None,
                )
                f.found = [
                    msgspec.structs.replace(x, qualifier=True, relation="between") if x in ends else x for x in f.found
                ]
                f.found.append(made)


def stretches(f: Finder) -> None:
    """ "a bus was hit between A and B": what lies between two towns, which then only locate it. "Talks between A and B" are none."""
    for a, b in zip(f.found, f.found[1:], strict=False):
        gap = f.text[a.name_end - f.offset : b.start - f.offset]
        if not (a.relation == b.relation == "between" and gap == " and ") or a.qualifier or b.qualifier:
            continue
        if "country" in (a.kind, b.kind) or a.generic or b.generic:
            continue
        at = next(i for i, t in enumerate(f.tokens) if t.start >= a.start - f.offset)
        if f.low(at) != "between" and f.low(at - 1) == "between":
            at -= 1
        if f.low(at) != "between" or f.low(at - 1) in f.words.contests:
            continue
        if _people_behind(f, b):
            f.found = [msgspec.structs.replace(x, qualifier=True) if x in (a, b) else x for x in f.found]
            return
        start = f.tokens[at].start
        name = f.text[start : b.name_end - f.offset]
        made = PlaceMention(
            start=start + f.offset, end=b.end, name_start=start + f.offset, name_end=b.name_end, name=name, text="", kind="road",
            relation="in", country=a.country if a.country == b.country else None,
        )  # fmt: skip
        f.found = [msgspec.structs.replace(x, qualifier=True) if x in (a, b) else x for x in f.found]
        f.found.append(made)
        return


_PEOPLES = frozenset(
    "tribesmen tribes tribe clans clan clansmen fighters supporters militias militia herders farmers villagers residents forces "
    "troops soldiers communities gangs factions groups fans students men youths".split()
)


def _people_behind(f: Finder, b: PlaceMention) -> bool:
    """ "fighting between Sikin and Kaekin tribesmen": two peoples, and no towns."""
    behind = f.text[b.name_end - f.offset :].split(maxsplit=1)
    return bool(behind) and behind[0].strip(",.;").lower() in _PEOPLES


_JOURNEY = re.compile(
    r"\b(?:(?:its|their|his|her|a) way|travell?ing|journey|en route|heading|driving|drove|headed|bound) (?=from )",
    re.IGNORECASE,
)


def journeys(f: Finder) -> None:
    """ "an ambulance on its way from A to B hit a mine": somewhere between the two, and not at its goal."""
    for m in _JOURNEY.finditer(f.text):
        ends = [x for x in f.found if m.end() <= x.name_start - f.offset < m.end() + 60][:2]
        if len(ends) < 2 or any(x.generic or x.kind == "country" for x in ends):
            continue
        a, b = ends
        if f.text[m.end() : a.start - f.offset].strip() not in ("from", "") or b.relation != "to":
            continue
        if f.text[a.end - f.offset : b.start - f.offset].strip() not in ("to", ""):
            continue
        start, end = m.end() + f.offset, b.name_end
        made = PlaceMention(
            start=start, end=end, name_start=start, name_end=end, name=f.text[m.end() : end - f.offset], text="", kind="road",
            relation="in", country=a.country if a.country == b.country else None,
        )  # fmt: skip
        f.found = [msgspec.structs.replace(x, qualifier=True) if x in ends else x for x in f.found]
        f.found.append(made)


def roads_dashed(f: Finder) -> None:
    """ "the Aleppo–Damascus road", its dash a long one: one place made of two."""
    for k in range(len(f.found) - 1):
        a, b = f.found[k], f.found[k + 1]
        between = f.text[a.name_end - f.offset : b.name_start - f.offset]
        if b.kind == "road" and between.strip() in ("–", "—", "‒", "-") and between != "-" and a.end == a.name_end:
            whole = f.text[a.name_start - f.offset : b.name_end - f.offset]
            made = msgspec.structs.replace(a, end=b.end, name_end=b.name_end, name=whole, kind="road", qualifier=False)
            f.found[k : k + 2] = [made]
            return


_ROAD_TO = re.compile(
    r"\b(?:road|highway|motorway|track|route)(?: that leads| leading| going| heading)?"
    r"(?: from (?:the|its|that) (?:capital|city|town|village|border|coast))? (?:to|towards) ",
    re.IGNORECASE,
)


def roads_to(f: Finder) -> None:
    """ "the road to X", "the track to the border": a place of its own; its end only locates it."""
    for m in _ROAD_TO.finditer(f.text):
        for k, x in enumerate(f.found):
            if x.start - f.offset in (m.end(), m.end() + 4) and x.start >= 0:
                f.found = [
                    y
                    for y in f.found
                    if not (y.generic and y.end - f.offset > m.start() and y.start - f.offset < m.end() and y is not x)
                ]
                k = f.found.index(x)
                if x.generic:
                    del f.found[k]
                else:
                    f.found[k] = msgspec.structs.replace(x, qualifier=True, relation="to")
                f.found.append(
                    PlaceMention(
                        start=m.start() + f.offset,
                        end=x.end,
                        name_start=m.start() + f.offset,
                        name_end=x.name_end,
                        name=f.text[m.start() : x.name_end - f.offset],
                        text="",
                        kind="road",
                        relation="in",
                        country=x.country,
                        generic=x.generic,
                    )
                )
                break


def nameless(f: Finder) -> None:
    """Places without a name: "the city", "the border town", "a military airport", "the same upazila"."""
    w = f.words
    taken = [(m.start - f.offset, m.end - f.offset) for m in f.found]
    for i, token in enumerate(f.tokens):
        low = token.low
        if (low not in f.words.anaphors and low not in w.generic) or (token.word[0].isupper() and not f.caps) or not i:
            continue
        if f.adjoining(i + 1) and (
            f.low(i + 1) in w.kinds
            or f.low(i + 1) in ("police", "council", "hall", "officials", "residents", "commissioner", "chairman")
        ):
            continue
        if f.adjoining(i + 1) and _heads_noun(f, i + 1):
            continue
        begin = i
        while begin > 0 and i - begin < 4 and f.tokens[begin].gap == " " and _modifies(f, begin - 1):
            begin -= 1
        article = f.low(begin - 1) if begin and f.tokens[begin].gap == " " else ""
        if article not in ("the", "this", "that", "a", "an", "same") or (
            article in ("a", "an")
            and low not in ("airport", "base", "checkpoint", "airbase", "airfield", "barracks", "camp")
        ):
            continue
        if low in w.generic and article != "the":
            continue
        if any(s < token.end and token.start < e for s, e in taken):
            continue
        if (
            f.low(i + 1) in ("of", "called", "named")
            and f.at(i + 2)
            and f.tokens[i + 2].word[0].isupper()
            and not f.caps
        ):
            continue
        c = Context(begin=begin - 1, end=i, name_first=begin, name_last=i)
        read_before(f, c)
        country = next((iso for k in range(begin, i) if (iso := f.countries.by_adjective(f.tokens[k].word))), None)
        last = next((m for m in reversed(f.found) if m.end <= token.start + f.offset), None)
        o = f.offset
        f.found.append(
            PlaceMention(
                start=f.tokens[c.begin].start + o,
                end=token.end + o,
                name_start=f.tokens[begin].start + o,
                name_end=token.end + o,
                name=f.words_of(begin, i),
                text="",
                kind=w.kinds.get(low) if low in f.words.anaphors else None,
                relation=c.relation,
                distance_km=c.distance_km,
                bearing=c.bearing,
                country=c.country or country,
                qualifier=only_locates(f, c, last),
                generic=True,
            )
        )


def _heads_noun(f: Finder, i: int) -> bool:
    """Whether the word after a kind word makes it part of another noun: "the market attack", "the state governor"."""
    w = f.words
    low = f.low(i)
    if (
        not low.isalpha()
        or low in w.function
        or low in w.falling
        or low in w.prepositions
        or low in w.speech
        or low in w.not_places
    ):
        return False
    return not low.endswith(("ed", "ing", "ly", "ern"))


def _modifies(f: Finder, i: int) -> bool:
    """Whether a word may stand between article and kind word of a nameless place."""
    token = f.tokens[i]
    return (
        token.low in f.words.modifiers
        or token.low in f.words.inner
        or token.low in f.words.kinds
        or token.low.endswith("ern")
        or bool(token.word[0].isupper() and f.countries.by_adjective(token.word))
    ) and not token.possessive
