"""Who stands on which side, read by the order of words alone, since a small parser hangs such phrases anywhere: two peoples who
fight each other ("Fulani herders and Berom farmers clashed"), and those beside somebody ("backed by coalition aircraft").
"""

import msgspec

from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Role as RoleName

_PEOPLES = frozenset(
    "herders herdsmen farmers pastoralists hunters youths youth tribesmen clansmen villagers nomads fishermen communities community clan clans tribe tribes subclan subclans warriors ranchers cultivators breeders keepers traders groups militias fighters gunmen families family households".split()
)
_CAMPS = frozenset("supporters students activists fans followers loyalists sympathisers sympathizers workers".split())
_NOMINAL = ("NN", "JJ", "HYPH", "VBG")
_APART = ("DT", "CD", "PDT")


def two_peoples(r: Reading, act: Trigger, last: int) -> tuple[Party, Party] | None:
    """The two sides of a clash that ``act`` tells, where both are peoples or groups of them; ``last`` ends the stretch."""
    v = r.view
    low = v.low
    for i in range(act.first + 1, min(act.last + 12, last)):
        if low[i] in ("between", "pitting", "involving", "opposed", "opposing", "opposes"):
            middle = next((k for k in range(i + 2, min(i + 9, last)) if low[k] in ("and", "against")), None)
            if middle is None:
                return None
            end = middle
            while end + 1 <= last and _within(r, end + 1, end + 1 - middle):
                end += 1
            return _pair(r, (i + 1, middle - 1), (middle + 1, end))
    end = act.first - 1
    middle = next((k for k in range(end - 1, max(end - 6, 0), -1) if low[k] == "and"), None)
    if act.noun or middle is None or _against(low, act.last + 1):
        return None  # "fighters and tribesmen clashed with troops": both are one side
    if not all(_within(r, k, 1) for k in range(middle + 1, end + 1)):
        return None
    first = middle
    while first > 0 and _within(r, first - 1, 1) and middle - first < 5:
        first -= 1
    found = _pair(r, (first, middle - 1), (middle + 1, end))
    return None if found is None or "state" in (found[0].kind, found[1].kind) else found


def _against(low: list[str], k: int) -> bool:
    return low[k : k + 1] in (["with"], ["against"]) and low[k + 1 : k + 2] not in (["each"], ["one"])


def _within(r: Reading, k: int, far: int) -> bool:
    tag = r.view.tag[k]
    if any(a <= k <= b for a, b in r.time_tokens):
        return False
    return far < 6 and (tag.startswith(_NOMINAL) or tag in _APART or r.view.low[k] in _ONE)


def _pair(r: Reading, one: tuple[int, int], two: tuple[int, int]) -> tuple[Party, Party] | None:
    low = r.view.low
    if one[1] < one[0] or two[1] < two[0]:
        return None
    shared = low[two[1]] if low[two[1]] in _PEOPLES and low[one[1]] not in _PEOPLES | _CAMPS else ""
    first, second = _side(r, *one, shared), _side(r, *two, "")
    if shared and second is not None and second.noun == second.text:
        second = msgspec.structs.replace(second, noun=second.text.replace(shared, _ONE.get(shared, shared)))
    if first is None or second is None or (first.kind == second.kind == "state"):
        return None
    if {n.actor for n in first.names} & {n.actor for n in second.names}:  # one entry for several peoples
        first, second = (_of_words(r, *span, extra) for span, extra in ((one, shared), (two, "")))
    return first, second


def _side(r: Reading, first: int, last: int, shared: str) -> Party | None:
    v = r.view
    of = next((k for k in range(first + 1, last) if v.low[k] in ("of", "loyal")), None)
    if of is not None and v.low[of - 1] in _CAMPS and (of - 1) not in r.party_at:
        return _of_words(r, first, last, "", of - 1)  # "supporters of the president"
    own = r.party_at.get(last)
    if own is not None and any(not n.local for n in own.names):
        return own
    if own is not None and own.organ and own.organ != "government" and not shared:
        return own
    if own is not None and (own.forces or own.organ or own.country):
        return None
    named = v.tag[last] in ("NNP", "NNPS", "JJ") and v.words[last][:1].isupper()
    if shared:
        return _of_words(r, first, last, shared) if named else None
    return _of_words(r, first, last, "") if v.low[last] in _PEOPLES | _CAMPS else None


def _of_words(r: Reading, first: int, last: int, shared: str, head: int | None = None) -> Party:
    """The side that these words name and no list knows."""
    v = r.view
    head = last if head is None else head
    while first < last and v.tag[first] in _APART:
        first += 1
    start, end = v.starts[first], v.ends[last]
    text = r.sentence.text[start:end]
    band = v.low[head] in _CAMPS
    return Party(
        kind="armed", first=first, last=last, head=head, start=start, end=end, text=text,
        noun=f"{text} {_ONE.get(shared, shared)}".rstrip(), word_kind="rioters" if band else "identity_militia",
    )  # fmt: skip


_ONE = {"clans": "clan", "tribes": "tribe", "families": "family", "communities": "community"}
"""What one side of "the Dir and Marehan clans" is."""
_HELPED = frozenset(
    "backed supported accompanied aided assisted helped protected escorted guarded shielded joined reinforced flanked guided".split()
)
_MEN = frozenset("members fighters elements units men soldiers troops operatives personnel".split())
_ENDING = frozenset(
    "end ends ended ending break breaks broke breaking lift lifted lifting quell quelled quelling stop stopped stopping halt halted".split()
)
_ENDED = frozenset("siege standoff stand-off takeover occupation attack assault raid rampage mutiny uprising".split())
_JOINTLY = frozenset("together along jointly alongside conjunction tandem coordination".split())
_HELP = frozenset("support help backing assistance aid participation protection".split())


def beside(r: Reading, frame: Frame, out: list[Role]) -> None:
    """ "troops backed by Russian fighters", "soldiers, along with militiamen,": who stands beside whom, whatever the tree says."""
    low = r.view.low
    for q in r.parties:
        if not (q.armed and frame.first <= q.first and q.last <= frame.last):
            continue
        start = helps(r, q)
        if start is None:
            continue
        before = [p for p in r.parties if frame.first <= p.first and p.last < start and (p.armed or p.kind == "crowd")]
        after = [p for p in r.parties if p.first > q.last and p.armed]
        near = before and start - before[-1].last <= 8
        opening = start <= frame.first + 1
        doer = next((x.party for x in out if x.role == "a" and x.party is not None and x.party.last < start), None)
        with_doer = low[start] not in _HELPED and low[start] not in ("together", "along", "alongside")
        main = doer if with_doer and doer else before[-1] if near else after[0] if opening and after else doer
        if main is not None and main is not q:
            _put_beside(out, main, q)


def helps(r: Reading, q: Party) -> int | None:
    """Where the words begin that put ``q`` beside another ("backed by", "alongside"); null where none do."""
    low = r.view.low
    k = q.first - 1
    if k > 1 and low[k] == "the" and low[k - 1] == "of" and low[k - 2] in _MEN:
        k -= 3  # "supported by members of the Civilian Task Force"
    elif k > 0 and low[k] == "of" and low[k - 1] in _MEN:
        k -= 2
    while k > 0 and (low[k] in ("the", "a", "its", "their", "local", "allied") or r.view.tag[k] in ("JJ", "NNP")):
        k -= 1
    return _marker(low, k)


def _marker(low: list[str], k: int) -> int | None:
    """Where "backed by", "together with", "with the help of", "alongside" begins, if it ends at ``k``."""
    if k < 0:
        return None
    if low[k] == "by" and k and low[k - 1] in _HELPED:
        return k - 1
    if low[k] == "alongside":
        return k
    if low[k] == "with" and k > 1 and low[k - 2] == "joint":
        return k - 2  # "in a joint operation with the army"
    if low[k] in ("with", "to") and k and low[k - 1] in ("allied", "aligned") and low[k - 2 : k - 1] != ["not"]:
        return k - 1  # "tribesmen allied with the army"
    if low[k] == "with" and k and low[k - 1] in _JOINTLY:
        return k - 1
    if low[k] in ("of", "from") and k > 1 and low[k - 1] in _HELP:
        return k - 3 if low[k - 2] == "the" else k - 2
    return None


def faced(r: Reading, out: list[Role]) -> None:
    """ "Troops stormed the hotel to end a siege by gunmen": whose deed others end stands opposite them."""
    doer = next((x for x in out if x.role == "a" and x.party is not None), None)
    for x in out if doer is not None else ():
        if (
            x is not doer
            and x.role in ("a", "assoc_a")
            and x.party is not None
            and _is_ended(r.view.low, x.party.first - 1)
        ):
            x.role = "b"


def _is_ended(low: list[str], by: int) -> bool:
    """Whether the "by" at ``by`` stands behind a deed's noun that is told to have an end: "to end the siege of a school by"."""
    if by < 2 or low[by] != "by":
        return False
    noun = next((k for k in range(by - 1, max(by - 7, 0), -1) if low[k] in _ENDED), None)
    return noun is not None and not _ENDING.isdisjoint(low[max(0, noun - 4) : noun])


def part(r: Reading, out: list[Role]) -> None:
    """ "A gunman took hostages and killed four before police stormed the shop": a state's men do not stand beside others unless the
    words say so."""
    main = next((x for x in out if x.role == "a"), None)
    if (
        main is None
        or (main.party is not None and main.party.kind not in ("armed", "crowd"))
        or any(x.role == "b" for x in out)
    ):
        return
    for x in out:
        q = x.party
        if x.role != "a" or x is main or q is None or q.kind != "state" or q.first < main.token:
            continue
        if helps(r, q) is None and not _BREAKS.isdisjoint(r.view.low[main.token + 1 : q.first]):
            x.role = "b"
            return


_BREAKS = frozenset(("before", "until", "when", "as", "while", "but", ";"))


def named_among(r: Reading, out: list[Role]) -> None:
    """ "rebel groups including Ahrar al-Sham and the Nusra Front": those named stand for the groups."""
    for p in r.parties:
        if p.kind != "armed" or any(not n.local for n in p.names) or p.head != p.last:
            continue
        named = _listed_behind(r, p)
        x = next((y for y in out if y.party is p or (y.party is not None and y.party in named)), None)
        if not named or x is None:
            continue
        out[:] = [y for y in out if y is x or (y.party is not p and y.party not in named)]
        x.party, x.token = named[0], named[0].head
        out += [Role(_BESIDE.get(x.role, x.role), q, None, q.head) for q in named[1:]]


def _listed_behind(r: Reading, p: Party) -> list[Party]:
    """The groups named behind ", including", "among them", "such as", one after the other."""
    low = r.view.low
    k = p.last + 1 + (low[p.last + 1 : p.last + 2] == [","])
    k += next((len(w) for w in _SUCH if low[k : k + len(w)] == list(w)), len(low))
    named: list[Party] = []
    for q in (q for q in r.parties if q.first >= k):
        if q.kind != "named" or not _AND.issuperset(low[k : q.first]):
            break
        named.append(q)
        k = q.last + 1
    return named


_BESIDE: dict[str, RoleName] = {"a": "assoc_a", "b": "assoc_b"}
_SUCH = (("including",), ("among", "them"), ("such", "as"), ("notably",))
_AND = frozenset((",", "and", "the", "or"))


def _put_beside(out: list[Role], main: Party, q: Party) -> None:
    mine = next((x for x in out if x.party is main), None)
    theirs = next((x for x in out if x.party is q), None)
    if mine is None and theirs is not None and theirs.role in ("a", "b"):
        theirs.party, theirs.token = main, main.head  # the helper was taken for the one who acted
        mine, theirs = theirs, None
    if mine is None or mine.role not in ("a", "b"):
        return
    role = "assoc_a" if mine.role == "a" else "assoc_b"
    if theirs is not None:
        theirs.role = role  # type: ignore[assignment]
    else:
        out.append(Role(role, q, None, q.head))  # type: ignore[arg-type]
