"""Countries that a text speaks of by a name, an adjective or a people."""

from dateline.mentions.place_names import Kit
from dateline.mentions.place_tokens import tokens_of
from dateline.packs.gazetteer import place_words


def country_cues(text: str, *, kit: Kit) -> tuple[str, ...]:
    """The countries that names, nationality words and peoples in ``text`` speak of, each time anew, in order."""
    out: list[str] = []
    tokens = tokens_of(text)
    countries = kit.countries
    skip = 0
    for i, token in enumerate(tokens):
        if i < skip or not token.word[0].isupper():
            continue
        for size in (5, 4, 3, 2, 1):
            if i + size > len(tokens):
                continue
            words = text[token.start : tokens[i + size - 1].end]
            iso = countries.by_name(words) or countries.by_adjective(words) or countries.by_people(words)
            if iso:
                out.append(iso)
                skip = i + size
                break
    return tuple(out)


def acting_countries(text: str, *, kit: Kit) -> frozenset[str]:
    """The countries whose adjective says who strikes, and not where: "a US air strike", "Israeli jets", "Saudi-led raids"."""
    out: set[str] = set()
    words = place_words()
    tokens = tokens_of(text)
    for i, token in enumerate(tokens):
        if not token.word[0].isupper() or token.possessive:
            continue
        low = [t.low for t in tokens[i + 1 : i + 3] if t.gap == " "]
        adjective, _, led = token.word.partition("-")
        if (led and led not in ("led", "backed")) or words.acting.isdisjoint(low):
            continue
        iso = kit.countries.by_adjective(adjective)
        if iso:
            out.add(iso)
    return frozenset(out)
