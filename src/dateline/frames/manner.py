"""How a stretch tells its deeds: tense, a deed only pointed at, only its result, a tally of many."""

from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stretches import stretches


def deadly(frame: Frame) -> bool:
    """ "The toll from a gun attack on a bus has climbed to 10": an attack by its noun, and people whom it killed or hurt."""
    harmed = any(c.outcome in ("killed", "injured") and c.number.numeral and c.number.high != 0 for c in frame.counts)
    return harmed and any(t.act in ("attack", "strike") and t.noun for t in frame.acts)


def mounted(frame: Frame) -> bool:
    """ "the raid staged by rebels on the hotel in Gao": an attack by its noun, armed men behind it, and a named place, in the
    stretch or on its label."""
    armed = any(x.party is not None and x.party.armed and x.party.kind != "state" for x in frame.of("a"))
    named = any(not p.generic and not p.qualifier and p.kind != "country" for p in frame.places)
    v = frame.reading.view
    return (
        armed
        and (named or (frame.first == 0 and frame.reading.sentence.lead is not None))
        and any(
            t.act == "attack"
            and t.noun
            and v.low[t.token] in stretches().told.mounted
            and not {"on", "against", "at"}.isdisjoint(v.low[t.token + 1 : t.token + 9])
            for t in frame.acts
        )
    )


def by_ordinal(r: Reading, first: int) -> bool:
    """Whether the stretch opens with "in the second", "the other", "a third"."""
    low = [w for w in r.view.low[first : first + 5] if w != ";"]
    if "other" in low[:-1] and r.view.tag[r.view.low.index("other", first) + 1] == "CD":
        return False  # "The other fourteen were injured"
    opens = first == 0 or r.view.words[first] == ";"
    return opens and low[low[:1] == ["in"] :][:1] == ["the"] and any(w in ("second", "third", "other") for w in low[:3])


def only_result(frame: Frame) -> bool:
    """Whether the stretch only tells what became of people: killed, shot, found dead, by nobody named, nowhere named, no day."""
    if not frame.acts:
        return True
    if any(not p.generic and not p.qualifier for p in frame.places) or any(
        t.form not in ("part", "year") for t in frame.times
    ):
        return False
    told = [t for t in frame.acts if t.rule != "arms-taken"]
    return all(t.act in ("kill", "shoot", "hurt") and not t.noun for t in told) and not frame.of("a")


def no_fight(frame: Frame) -> bool:
    """Whether the stretch says that there was no fight."""
    text = " ".join(frame.reading.view.low[frame.first : frame.last + 1])
    return any(q in text for q in stretches().told.quiet)


def surrounds(frame: Frame) -> bool:
    """ "…, as shelling went on": what went on around the deed told before it, at no place of its own."""
    if frame.first == 0 or frame.reading.view.low[frame.first] not in ("as", "amid"):
        return False
    return not any(
        not p.generic
        and not p.qualifier
        and p.relation in stretches().told.spots
        and p.kind not in ("country", "state", "province", "region")
        for p in frame.places
    )


def opens_with_time(r: Reading, frame: Frame) -> bool:
    """ "…, a day after gunmen had …": the stretch opens with the distance to the deed told before it."""
    if frame.first == 0 or not frame.times:
        return False
    where = r.tokens(frame.times[0].start, frame.times[0].end)
    return where is not None and where[0] - frame.first <= 1 and frame.times[0].form.endswith(("_after", "_before"))


def is_tally(r: Reading, frame: Frame) -> bool:
    """ "3 missile strikes, 11 air strikes and more than 40 shelling attacks": counted deeds in no named place."""
    if _listed(frame) or _of_quarter(frame):
        return True
    listed = not frame.times and not {"recorded", "registered", "documented", "logged"}.isdisjoint(r.view.low)
    if not listed and any(not p.generic and not p.qualifier and p.kind != "country" for p in frame.places):
        return False
    s, e = r.span(frame.first, frame.last)
    counted = [
        n
        for n in r.numbers
        if s <= n.start < e and n.noun and n.noun.lower() in stretches().told.many and (n.low or 0) > 2
    ]
    return bool(counted)


def _of_quarter(frame: Frame) -> bool:
    """ "… were killed in the first quarter of this year": a sum over months."""
    low = frame.reading.view.low
    return any(
        low[k] in ("quarter", "half", "semester")
        and low[k - 1] in _NTH
        and low[k + 1 : k + 3] in (["of", "this"], ["of", "the"], ["of", "last"], ["of", "20"])
        for k in range(1, len(low))
    )


_NTH = frozenset("first second third fourth last".split())


def _listed(frame: Frame) -> bool:
    """ "… this week, with one assault, one roadside blast and yet another killing": several deeds by their nouns, none told."""
    deeds = [t for t in frame.acts if not t.weak or t.noun]
    if len({t.act for t in deeds}) < 2 or not all(t.noun for t in deeds) or any(c.number.numeral for c in frame.counts):
        return False
    v = frame.reading.view
    each = [
        t for t in deeds if {"one", "another", "a", "an", "two", "three"} & set(v.low[max(0, t.first - 3) : t.first])
    ]
    return len(each) > 1 and all(t.form in ("this_week", "past_weeks", "past_week") for t in frame.times)


def tense(r: Reading, acts: list[Trigger]) -> str:
    """The tense of the first deed; a noun's is that of the verb it hangs on ("clashes continue")."""
    v = r.view
    told = []
    for t in acts:
        token = t.token if v.verbal(t.token) else v.head[t.token]
        if v.dep[token] == "conj" and v.tag[v.head[token]].startswith("NN"):
            continue  # "two days of looting and clashes", which a small parser takes for a verb
        if v.verbal(token):
            told.append("past" if v.low[token] in stretches().told.one_form else v.tense(token))
    return "present" if "present" in told else told[0] if told else "past"


def takes_place(r: Reading, act: Trigger) -> bool:
    """ "took place": nobody took anything."""
    return r.view.low[act.first + 1 : act.first + 2] == ["place"] and r.view.low[act.first] in _TAKES


_TAKES = frozenset({"take", "takes", "took", "taken", "taking"})


def pointed_at(r: Reading, acts: list[Trigger]) -> bool:
    """Whether the deed is only pointed at: "the killings", "this attack"."""
    nouns = {t.token for t in acts if t.noun}
    for t in acts:
        if not t.noun and r.view.verbal(t.token) and {r.view.subject(t.token), r.view.object(t.token)} & nouns:
            continue  # "The attack flattened a house", "repelled the assault on the camp"
        if not t.noun:
            return False
        first, _ = r.view.phrase(t.token)
        day = r.view.low[first + 1 : first + 2] in (["'s"], ["’s"]) and any(k == first for k, _ in r.time_tokens)
        if r.view.low[first] not in stretches().told.pointing and not day:  # "in Friday's assault"
            return False
    return bool(acts)
