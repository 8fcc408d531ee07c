"""Countries that a text speaks of by a name, an adjective or a people."""

from collections.abc import Sequence

from dateline.mentions.place_names import Kit
from dateline.mentions.place_tokens import Token
from dateline.packs.gazetteer import place_words


def country_cues(text: str, tokens: Sequence[Token], *, kit: Kit) -> tuple[str, ...]:
    """The countries that names, nationality words and peoples in ``text`` speak of, each time anew, in order.

    ``tokens``: those of ``text``."""
    out: list[str] = []
    countries = kit.countries
    skip = 0
    for i, token in enumerate(tokens):
        if i < skip or not token.word[0].isupper() or not countries.may_open(token.low):
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


def acting_countries(tokens: Sequence[Token], *, kit: Kit) -> frozenset[str]:
    """The countries whose adjective says who strikes, and not where: "a US air strike", "Israeli jets", "Saudi-led raids"."""
    out: set[str] = set()
    words = place_words()
    for i, token in enumerate(tokens):
        if not token.word[0].isupper() or token.possessive:
            continue
        adjective, _, led = token.word.partition("-")
        iso = kit.countries.by_adjective(adjective)
        if not iso or (led and led not in ("led", "backed")):
            continue
        if not words.acting.isdisjoint(t.low for t in tokens[i + 1 : i + 3] if t.gap == " "):
            out.add(iso)
    return frozenset(out)
