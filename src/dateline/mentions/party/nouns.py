"""Head words of parties in a sentence: "soldiers", "the armed men"."""

from dateline.annotate.roles import View
from dateline.packs.party_words import ArmedNoun, heads, party_words


def head_hits(view: View) -> list[tuple[int, tuple[int, str, str | None, ArmedNoun | None]]]:
    """(head token, (first token, class, organ, armed noun)) for every generic head word."""
    out = []
    for i, word in enumerate(view.low):
        for words, kind, organ, armed in heads().table.get(word, ()):
            first = i - len(words) + 1
            if first >= 0 and tuple(view.low[first : i + 1]) == words and _noun(view, i):
                out.append((i, (first, kind, organ, armed)))
                break
    return out


def _noun(view: View, i: int) -> bool:
    if view.pos[i] in ("VERB", "AUX", "ADV", "ADP") or view.low[i] in heads().refused:
        return False
    if i + 1 < len(view) and view.low[i + 1] == "-":
        return False
    nxt = view.head[i]
    if i > 1 and view.low[i - 1] == "-" and view.low[i - 2] in ("flash", "ex", "non", "anti"):
        return False
    if (
        view.low[i] == "military"
        and nxt > i
        and view.base(i) in ("amod", "compound")
        and view.low[nxt] not in heads().table
        and view.low[nxt] not in party_words().military_sites
    ):
        return False
    if view.low[i] == "government" and _of_public(view, i + 1):
        return False
    if view.low[i] in party_words().machines and "with" in view.low[max(0, i - 2) : i]:
        return False  # "shelled the town with heavy artillery"
    if view.low[i] == "artillery" and (i == 0 or view.low[i - 1] in ("by", "as", "and", "when", "that", ",")):
        return False  # "damaged by artillery": nobody says whose
    weapon = view.low[i] in party_words().machines
    if weapon and not party_words().civil.isdisjoint(view.low[max(0, i - 3) : i]):
        return False  # "a UN helicopter", "a passenger plane", "his plane"
    return not (weapon and view.base(i) == "compound" and nxt > i and view.low[nxt] not in heads().table)


def _of_public(view: View, k: int) -> bool:
    """ "a government girls' high school": no government is hit in it."""
    end = k
    while end < min(k + 5, len(view)) and (view.tag[end].startswith(("NN", "JJ")) or view.tag[end] == "POS"):
        end += 1
    return not party_words().public.isdisjoint(view.low[k:end])
