"""Who acts and who is acted on by the order of the words alone: for sentences that a small parser hangs wrong."""

from dateline.annotate.roles import View
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.packs.roles import roles

MADE_OF = frozenset(
    "member members unit units elements fighters men group groups force forces part column leader leaders number dozens hundreds scores faction branch wing supporters loyalists remnants cells cell gathering gatherings positions position outpost outposts convoy camp base vehicle patrol stronghold section sections squad squads troops soldiers personnel agents officers gunmen militants rebels partisans followers militiamen commandos operatives insurgents bomb detachment detachments combatants crews crew warplanes jets artillery".split()
)
"""Words for the people or the arms of whoever is named after "of"."""

_TOWARDS = frozenset("on at against upon towards toward into dead twice".split())
_HOLDS = frozenset("of carrying hosting housing transporting escorting ferrying guarding belonging owned run".split())
_PREPS = frozenset(
    "to with of by from against for alongside outside inside near behind opposite beside towards toward around past".split()
)
_BE = frozenset("was were is are been be being got gets".split())
_HAVE = frozenset("have has had also then reportedly allegedly later again first now already".split())
_ONLY_PEOPLE = frozenset(
    "assassinated assassinate murdered murder beheaded behead executed lynched kidnapped kidnap abducted abduct gunned dead decapitated".split()
)
_NOBODY = frozenset(
    "plan order group attack operation day night month week year one body death number majority rest total agreement dog cow animal elephant".split()
)
_SAYS = frozenset("said says say told announced reported added confirmed claimed alleged stated declared that".split())
_CLAUSE = frozenset(
    "when after as while where because although before until since if whereas whereby ; : — – ( )".split()
)
_NOMINAL = ("NN", "CD", "JJ", "DT", "PRP$", "POS", "HYPH", "PDT")
_PHRASE = ("DT", "CD", "JJ", "NN", "PRP$", "POS", "HYPH", "PDT", "``", "''", "VBN")
_OBJECT = ("DT", "CD", "JJ", "NN", "PRP", "``", "VBN", "WP", "PDT")


def doer(r: Reading, act: Trigger) -> Party | None:
    """The party that stands as the subject before the deed; null in the passive, or where someone else stands there."""
    end = doer_at(r, act)
    return None if end is None else _meant(r, end)


def doer_at(r: Reading, act: Trigger) -> int | None:
    """The last token of whoever stands as the subject before the deed."""
    verb = _verb(r, act)
    if verb is None:
        return None
    return _subject(r, act.first if act.first < verb <= act.last else verb)  # "officers | shot and killed"


def target(r: Reading, act: Trigger) -> Party | tuple[Number, int] | None:
    """Whom an active deed meets, be it through what holds them: "shelled army posts", "fired on a convoy of gold miners",
    "hit a lorry carrying soldiers". People come with their last token."""
    verb = _verb(r, act)
    if verb is None:
        return None
    v = r.view
    first = max(act.last, verb) + 1
    towards = _TOWARDS | {"clash": {"with"}, "loot": {"from"}}.get(act.act, set())
    people = {w[1]: n for n in r.people if n.noun and (w := r.tokens(n.start, max(n.end, n.noun_end or n.end)))}
    for k in range(verb + 1, min(first + 14, len(v))):
        if k in r.party_at:
            if act.act == "loot" and v.low[k] in ("herders", "farmers", "villagers") and k in people:
                return people[k], k
            return r.party_at[k] if r.party_at[k].kind != "crowd" and v.low[k] != "artillery" else None
        n = people.get(k)
        if n is not None and v.tag[k + 1 : k + 2][:1] not in (["NN"], ["NNS"], ["POS"]):
            return (n, k) if n.group != "combatants" and n.outcome is None else None
        named = v.words[k] == "," and v.tag[k - 1] in ("NNP", "CD") and v.tag[k + 1 : k + 2] in (["DT"], ["CD"], ["NN"])
        held = named or (
            k > verb + 1
            and (
                (v.low[k] in _HOLDS and v.tag[k - 1].startswith("NN"))
                or (v.low[k] in ("to", "by", "with") and v.low[k - 1] in roles().things.used)
            )
        )
        more = (
            act.act == "loot" and v.low[k] == "and" and v.tag[k + 1 : k + 2] in (["DT"], ["CD"])
        )  # "two trucks and a car"
        if not (more or held or k <= act.last or v.tag[k].startswith(_PHRASE) or (k == first and v.low[k] in towards)):
            return None
    return None


def object_relative(r: Reading, act: Trigger) -> tuple[Party, Number | Party, int] | None:
    """ "the nurses whom the rebels had kidnapped": who did it, to whom, and the last token of these."""
    v = r.view
    if act.noun or v.tag[act.token] not in ("VBD", "VBN"):
        return None
    end = act.first - 1
    while end > 0 and v.low[end] in _HAVE:
        end -= 1
    by = r.party_at.get(end)
    if by is None or not by.armed or by.first < 2:
        return None
    k = by.first - 1
    k -= v.low[k] in ("the", "a")
    if v.low[k] not in ("that", "whom", "which") or v.tag[act.last + 1 : act.last + 2] in (["DT"], ["CD"], ["PRP"]):
        return None
    if v.low[k] == "that" and not {"told", "tell", "informed", "assured", "reminded"}.isdisjoint(
        v.low[max(0, k - 6) : k]
    ):
        return None  # "told the reporter that rebels had attacked"
    held = r.party_at.get(k - 1)
    if held is not None:
        return by, held, k - 1
    for n in r.people:
        where = r.tokens(n.start, max(n.end, n.noun_end or n.end))
        if where is not None and where[1] == k - 1 and n.noun:
            return by, n, k - 1
    return None


def someone(r: Reading, act: Trigger) -> tuple[Number, int] | None:
    """Whom a deed that is only done to people is done to, where no list knows the word: "the head of the council was assassinated"."""
    v = r.view
    if act.act not in ("kill", "abduct", "shoot") or _ONLY_PEOPLE.isdisjoint(v.low[act.first : act.last + 1]):
        return None
    k = act.first - 1
    if k > 0 and v.low[k] in _BE:
        end = _subject(r, k)
        first = _first(r, end) if end is not None else 0
    else:
        first = act.last + 1
        end = first
        while end + 1 < len(v) and v.tag[end].startswith(_NOMINAL) and v.tag[end + 1].startswith("NN"):
            end += 1
    if end is None or end >= len(v) or v.tag[end] != "NN" or v.tag[first] not in ("DT", "PRP$") or end in r.party_at:
        return None
    if v.low[first] in ("no", "another", "each") or v.low[end] in _NOBODY or _time(r, first, end):
        return None
    start, stop = r.span(first, end)
    text = r.words(first, end)
    return Number(
        start=start, end=stop, text=text, low=1, high=1, kind="exact", noun=v.low[end], noun_start=r.span(end, end)[0],
        noun_end=stop, group="civilians", people=True, numeral=False,
    ), end  # fmt: skip


def by_agent(r: Reading, start: int, last: int) -> Party | None:
    """The party after "by" or "at the hands of" behind token ``start``, nothing between but where, when and with what."""
    v = r.view
    for i in range(start + 1, min(last, start + 24) + 1):
        low = v.low[i]
        if low == "by" or (low == "of" and v.low[i - 3 : i] == ["at", "the", "hands"]):
            return _after(r, i)
        if low in ("to", "on") and v.low[i - 1] in roles().marks.laid:
            return _after(r, i)
        if i <= start + 2 and low in roles().marks.led:
            continue  # "an attack carried out on Sunday by …", whatever the tag
        if low in _CLAUSE or low in ("who", "which", "that", "but") or v.tag[i] in ("VBD", "VBZ", "VBP", "VBG"):
            return None
    return None


def _after(r: Reading, i: int) -> Party | None:
    """The party that begins behind the preposition ``i``, itself or as what "members", "men" are of."""
    v = r.view
    for k in range(i + 1, min(i + 7, len(v))):
        if k in r.party_at:
            p = r.party_at[k]
            return p if p.first == k else None
        if not (v.low[k] in MADE_OF or v.low[k] in ("of", "from") or v.tag[k][:2] in ("DT", "JJ", "CD", "RB", "VB")):
            return None
    return None


def _verb(r: Reading, act: Trigger) -> int | None:
    """The token of ``act`` that is an active verb with something behind it, whatever the tree makes of it."""
    v, verb = r.view, act.token
    if act.noun or not v.verbal(verb):
        party = r.party_at.get(act.token)
        inside = [k for k in range(act.first, act.last + 1) if v.tag[k].startswith("VB") and k not in r.party_at]
        if inside:
            verb = inside[-1]
        elif v.low[act.first].endswith("ed") or v.low[act.first : act.last + 1] == ["shot", "dead"]:
            verb = act.first  # "Gunmen of the Pokot community shot dead …", where the deed is taken for a noun
        elif act.token - 1 in r.party_at and v.tag[act.token + 1 : act.token + 2][:1] in (["DT"], ["CD"]):
            return act.token  # "The navy shot a fisherman", where the deed is taken for a noun
        elif party is not None and party.last + 1 < len(v) and v.tag[party.last + 1] in ("VBD", "VBN"):
            verb = party.last + 1
        else:
            return None
    if v.tag[verb] in ("VBG", "VB"):
        return None
    k = verb - 1
    while k >= 0 and (v.low[k] in _HAVE or v.tag[k] == "RB"):
        k -= 1
    if k >= 0 and (v.low[k] in _BE or v.tag[k] in ("DT", "PRP$")):
        return None  # "was killed", "the recently murdered senator"
    after = max(act.last, verb) + 1
    if after >= len(v) or v.low[after] == "by":
        return None
    phrase = act.last > act.first and not act.noun
    clash = act.act == "clash" and v.low[after] in ("with", "against")
    return (
        verb if phrase or clash or v.tag[after].startswith(_OBJECT) or v.low[after] in ("at", "dead", "down") else None
    )


def _subject(r: Reading, verb: int) -> int | None:
    """The last token of the noun phrase that stands before ``verb`` free of prepositions and of other verbs."""
    v, i = r.view, verb - 1
    together = False
    steps = 0
    while i >= 0 and steps < 60:
        steps += 1
        word, tag = v.low[i], v.tag[i]
        if word in _CLAUSE:
            return None
        if word in ("and", "then") and i >= verb - 2:
            together = True
        if not (i in r.party_at or tag.startswith(("NN", "PRP", "CD"))):
            if tag in ("VBD", "VBZ", "VBP") and word not in _HAVE | roles().marks.beliefs and not together:
                return None
            i -= 1
            continue
        first = _first(r, i)
        front = _front(v, first)
        if _time(r, first, i):
            i = first - 1
        elif front is not None and (v.tag[front] in ("IN", "TO") and v.low[front] not in _SAYS):
            i = front - 1
        elif (
            front is not None
            and v.tag[front].startswith("VB")
            and v.low[front] not in _SAYS
            and not _time(r, front, front)
        ):
            if not together and v.tag[front] not in ("VBG", "VBN"):
                return None
            i = front - 1
        elif front is not None and v.low[front] in ("and", "or") and _governed(r, front - 1):
            i = front - 1
        elif v.low[front or 0] == "," and i + 1 < len(v) and v.low[i + 1] == "," and first > 0 and i not in r.party_at:
            i = first - 2
        else:
            return i
    return None


def _first(r: Reading, i: int) -> int:
    """The first token of the noun phrase that ends at ``i``."""
    if i in r.party_at:
        return r.party_at[i].first
    v = r.view
    first = i
    while (
        first > 0
        and first - 1 not in r.party_at
        and v.tag[first - 1].startswith(_NOMINAL)
        and not _time(r, first - 1, first - 1)
        and i - first < 12
    ):
        first -= 1
    return first


def _front(v: View, first: int) -> int | None:
    """The token before a noun phrase, past "at least" and quotes."""
    k = first - 1
    while k >= 0 and (
        v.low[k] in ("least", "about", "around", "nearly", '"', "“", "the", "a", "an") or v.tag[k] in ("``", "RB")
    ):
        k -= 1
    if k >= 0 and v.low[k] == "at" and k + 1 < first and v.low[k + 1] == "least":
        k -= 1
    return k if k >= 0 else None


def governed(r: Reading, p: Party) -> bool:
    """Whether a preposition stands before the party: "allied to the army"."""
    front = _front(r.view, p.first)
    return front is not None and r.view.low[front] in _PREPS


def _governed(r: Reading, i: int) -> bool:
    """Whether the noun phrase that ends at ``i`` hangs on a preposition."""
    if i < 0:
        return False
    front = _front(r.view, _first(r, i))
    return front is not None and r.view.tag[front] in ("IN", "TO") and r.view.low[front] not in _SAYS


def _time(r: Reading, first: int, last: int) -> bool:
    """Whether these tokens only say when."""
    return any(a <= first and last <= b for a, b in r.time_tokens)


def _meant(r: Reading, end: int) -> Party | None:
    """The party whose phrase ends at ``end``, or the one to whom the men there belong."""
    return r.party_at.get(end) or named_after(r, end)


def named_after(r: Reading, noun: int) -> Party | None:
    """ "members of the gang", "fighters from the M23": the party after "of" or "from"."""
    v = r.view
    if noun + 1 >= len(v) or v.low[noun] not in MADE_OF or v.low[noun + 1] not in ("of", "from"):
        return None
    return next((p for p in r.parties if noun + 2 <= p.first <= noun + 4), None)
