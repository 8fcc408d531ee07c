"""The phrase before a verb that closes its sentence: "…, the district chief told reporters"."""

from dateline.annotate.roles import View
from dateline.mentions.speech.phrase import NOMINAL
from dateline.mentions.word_order import DAYS
from dateline.packs.stance import stance


def closing_phrase(view: View, verb: int) -> tuple[int, int, int] | None:
    """ "…, police say.", "…, the district chief told reporters": (first, last, head) of the phrase between the last comma
    and a verb that closes."""
    i = verb - 1
    while i > 2 and (view.low[i] in ("have", "has", "had") or (view.low[verb] == "quoted" and view.pos[i] == "AUX")):
        i -= 1  # "the spokesman, Col. Ana Ruiz, was quoted as saying", "residents and an official have said"
    verb = i + 1
    last = i
    if i > 3 and view.words[i] == ")":  # "Mexico's Defense Ministry (Sedena) said"
        i = next((k - 1 for k in range(i - 1, max(i - 6, 2), -1) if view.words[k] == "("), i)
        verb = i + 1
    if i > 2 and view.words[i] == "," and view.pos[i - 1] in ("PROPN", "NOUN"):
        i -= 1  # "the head of the administration, Ana Ruiz, wrote on her channel"
    if i < 1 or view.pos[i] not in ("NOUN", "PROPN", "PRON"):
        return None
    k = i
    while k > 0 and verb - k < 14 and view.words[k - 1] not in (",", "”", '"') and _nominal(view, k - 1):
        k -= 1
        if view.pos[k] == "DET" and view.pos[k - 1] not in ("ADP", "CCONJ"):
            break  # "an attack | the government blamed on …"
    if i < verb - 1 and k > 2 and view.words[k - 1] == "," and not any(view.pos[j] == "NOUN" for j in range(k, i + 1)):
        title = _titled(view, k)  # "the governor's spokesman, Terver Akase, said in a statement"
        k, titled = title, title < k
    else:
        titled = False
    opens = k == 0 and i < verb - 1  # "The group's spokesman, Abdiasis Abu Musab, said …"
    if (not opens and (k == 0 or view.words[k - 1] not in (",", "”", '"'))) or view.pos[k] in ("ADP", "CCONJ"):
        return None
    if i == verb - 2 and k > 2 and not titled and view.words[k - 1] == "," and view.pos[k] in ("NOUN", "DET", "ADJ"):
        name = _named_before(view, k - 2)  # "Col. Ana Ruiz, commander of the brigade, said"
        if name is not None:
            return name, k - 2, k - 2
    if i == verb - 2 and view.pos[i] == "NOUN":
        return None
    heads = [j for j in range(k, i + 1) if view.pos[j] in ("NOUN", "PROPN", "PRON")]
    head = next((j for j in heads if not k <= view.head[j] <= i), heads[-1])
    return k, last if view.words[last] == ")" else i, head


def _nominal(view: View, k: int) -> bool:
    """Part of a noun phrase: a hyphen and an attribute too ("Al-Awda hospital", "a local elected official")."""
    if view.low[k] in ("which", "who", "whom"):
        return False
    if view.words[k] == "-" or (view.words[k][:1].isupper() and view.words[k - 1][:1].isupper()):
        return True  # "Al-Awda", "Maj Gen Waidi Shaibu"
    return view.pos[k] in NOMINAL or (view.base(k) == "amod" and view.tag[k + 1].startswith(("NN", "JJ")))


def _named_before(view: View, last: int) -> int | None:
    """The first token of the name that ends at ``last``: two capitals or more, titles and initials among them."""
    k = last
    while k > 0 and last - k < 9 and (view.words[k - 1][:1].isupper() or view.words[k - 1] == "." or _inside(view, k)):
        k -= 1
    if k and view.low[k - 1] in ("in", "at", "near", "from", "of", "on"):
        return None  # "in Bama LGA, the theatre commander, …"
    return (
        k if k < last and view.words[last][:1].isupper() and view.low[k] not in DAYS and view.words[k] != "." else None
    )


def _inside(view: View, k: int) -> bool:
    """ "the Syrian Observatory | for | Human Rights": a small word inside a name."""
    return k > 1 and view.low[k - 1] in ("of", "for", "on", "and", "the") and view.words[k - 2][:1].isupper()


def _titled(view: View, name: int) -> int:
    """The first token of the title before a name between commas; the name's own where there is none."""
    k = name - 1
    while k > 0 and name - k < 12 and view.words[k - 1] not in (",", "”", '"', ".") and view.pos[k - 1] in NOMINAL:
        k -= 1
        if view.pos[k] == "DET" and view.pos[k - 1] not in ("ADP", "CCONJ"):
            break
    titled = not stance().source.speakers.heads.isdisjoint(view.low[k : name - 1])
    return k if titled and (k == 0 or view.words[k - 1] in (",", "”", '"')) else name
