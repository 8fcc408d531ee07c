"""Figures of one incident to casualty entries that may be added: retellings meet, rivals span, revisions replace."""

from collections import defaultdict

from dateline.mentions.numbers import Number
from dateline.model.incident import Outcome, Part
from dateline.resolve.entry import Entry, died_later, found_dead, same_people
from dateline.resolve.figure import Telling, apart, doers, hurt_before, meet, nth, own_losses, sort, sort_alike, widened


def entries(tellings: list[Telling]) -> list[Entry]:
    """Fold the tellings of one incident, in order, into entries that never overlap."""
    out: list[Entry] = []
    rows: dict[tuple[int, Outcome], list[Telling]] = defaultdict(list)
    for t in tellings:
        rows[t.frame, t.outcome].append(t)
    for row in rows.values():
        sort_alike(row)
    for t in tellings:
        found_dead(t, out)
        later = died_later(t, out)
        later = later or _one_more(t, out)
        if not later and (_told(t, out) or _itemised(rows[t.frame, t.outcome], out, t) or _of_all(t, out)):
            continue
        home = None if later else _home(t, out)
        if home is None:
            n = t.number
            out.append(Entry(t.outcome, t.group, t.side, t.party, n.low, n.high, n.kind, t, parts=_parts(n)))
        else:
            _fold(home, t)
    killed = [e for e in out if e.outcome == "killed"]
    out = [e for e in out if not (e.outcome in ("abducted", "detained") and any(same_people(e, k) for k in killed))]
    if any(e.outcome == "abducted" for e in out):  # "They took three. The third, a driver, has not been heard of since"
        out = [e for e in out if e.outcome != "missing" or e.best.number.numeral]
    order = ("killed", "injured", "missing", "abducted", "detained", "displaced")
    return sorted(out, key=lambda e: order.index(e.outcome))


def _one_more(t: Telling, out: list[Entry]) -> bool:
    """ "killed the driver and two passengers. A fourth person died": one beside those of several entries."""
    ordinal, alike = nth(t), [e for e in out if e.outcome == t.outcome]
    return ordinal is not None and len(alike) > 1 and sum(e.low for e in alike) == ordinal - 1


def _itemised(told: list[Telling], out: list[Entry], t: Telling) -> bool:
    """ "At least six were killed": then "four died at the scene and two in hospital", which are those six, told in one breath."""
    row = [x for x in told if x.number.high]
    alike = [e for e in out if e.outcome == t.outcome]
    if len(row) < 2 or len(alike) != 1 or alike[0].best.frame == t.frame or not any(x.number.numeral for x in row):
        return False
    e, total = alike[0], sum(x.number.low for x in row)
    exact = total == e.low and e.high in (total, None)  # "three women and a man" after "four people"
    if not exact and not all(x.number.numeral for x in row):
        return False
    if (
        e.disputed
        or any(x.rival or doers(x) or sort(x) == "armed" for x in row)
        or total < e.low
        or (e.high is not None and total > e.high)
        or any(x.number.high is None for x in row)
    ):
        return False
    e.low = e.high = total
    e.parts += [
        Part(group=x.group, low=x.number.low, high=x.number.high, text=x.text, evidence=x.number.span)
        for x in row
        if x is t and x.group != "unknown"
    ]
    return True


def _told(t: Telling, out: list[Entry]) -> bool:
    """Whether those counted are among people counted already, or those spared are only some of them."""
    n, alike = t.number, [e for e in out if e.outcome == t.outcome]
    if any(e.best.number.span == n.span and e.best.frame != t.frame for e in alike):
        return True  # "A guard was shot dead. He died at once"
    if t.headline and len(alike) > 1:
        return True  # it sums up what the body tells
    if n.of_them and n.noun is None and not (hurt_before(t) or t.own or t.late):
        sorts = {"civilians", "combatants"}
        return any((e.high is None or e.high >= n.low) and {t.group, e.group} != sorts for e in alike)
    if n.high == 0 and t.side is not None and t.outcome == "killed":
        return _gainsaid(t, alike)
    if n.high == 0:  # "The army suffered no losses", "No health worker was hurt", beside those who were
        if own_losses(t) and any(e.outcome == "killed" and e.high != 0 for e in out):
            return True
        if not n.numeral and any(e.high != 0 for e in out):
            return True  # "Two others escaped unhurt"
        some = n.group in ("civilians", "combatants") or (
            t.speaker is None and not t.rival
        )  # nobody gainsays himself: not of this incident
        return some and any(e.high != 0 for e in alike)
    ordinal = nth(t)
    before = next((e for e in alike if ordinal and e.low == ordinal - 1 and e.high in (e.low, None)), None)
    if before is not None:  # "A fifth succumbed to his wounds"
        before.low, before.high = before.low + 1, None if before.high is None else before.high + 1
        before.also.append(t)
        return True
    if (
        t.another and not t.own
    ):  # "A man had his throat slit. Three others died in the same way": of the five told before
        whole = next((e for e in alike if e.named and e.best.frame != t.frame and e.named + n.low <= e.low), None)
        if whole is not None:
            whole.named += n.low
        return whole is not None
    home = _home(t, out)
    if (
        home is None
        or n.numeral
        or not n.low == n.high == 1
        or home.low == home.high == 1
        or home.high == 0
        or t.frame == home.best.frame
    ):
        return False
    home.named += 1
    return True


def _gainsaid(t: Telling, alike: list[Entry]) -> bool:
    """ "The army suffered no losses", where others told of its dead: nobody, or as many as they say."""
    e = next((e for e in alike if e.high != 0 and e.group == "combatants" and e.side in (t.side, None)), None)
    if e is None or e.best.speaker == t.speaker or (e.side is None and len(alike) > 1):
        return False
    e.low, e.disputed = 0, True
    e.also.append(t)
    return True


def _of_all(t: Telling, out: list[Entry]) -> bool:
    """ "We have buried 23 people", after 20 civilians and a soldier: a figure for all of them together."""
    n = t.number
    alike = [e for e in out if e.outcome == t.outcome and e.high]
    if (
        len(alike) < 2
        or t.group != "unknown"
        or t.side
        or t.own
        or t.another
        or not n.numeral
        or n.of_them
        or n.high is None
    ):
        return False
    if any(e.best.frame == t.frame or e.high is None or meet((e.low, e.high), widened(n)) is not None for e in alike):
        return False
    if n.high < max(e.low for e in alike):
        return False  # of some of them
    spans = [widened(e.best.number) if e.kind == "about" else (e.low, e.high or 0) for e in alike]
    low, high = sum(a for a, _ in spans), sum(b or 0 for _, b in spans)
    most = max(alike, key=lambda e: e.low)
    most.also.append(t)
    if not low <= n.low <= high:
        most.disputed, most.low = True, max(0, most.low - max(0, low - n.low))
        most.high = (most.high or 0) + max(0, n.high - high)
    return True


def _home(t: Telling, out: list[Entry]) -> Entry | None:
    """The entry that tells of the same victims."""
    same = [e for e in out if e.outcome == t.outcome]
    zero = t.number.high == 0
    for e in same:
        if t.side is not None and zero and e.side != t.side:
            continue
        if e.side is not None and e.high == 0 and t.group != "combatants":
            continue  # "nine people died", beside an army that lost nobody
        if any(x.frame == t.frame and x.number is not t.number for x in (e.best, *e.also)) and not (zero or t.rival):
            continue
        if t.another and e.best.frame != t.frame and not meet((e.low, e.high), widened(t.number)):
            continue
        of_side = t.side is not None and t.side == e.side  # "lost four of its own", where the army spoke of forty
        if t.own and not (e.best.own or of_side) and not meet((e.low, e.high), widened(t.number)):
            continue  # "the patrol lost two men", beside those it killed
        if t.side != e.side and t.side is not None and e.side is not None:
            continue
        if _one_by_one(t, e):
            continue
        if (
            hurt_before(t)
            or (doers(t) != doers(e.best) and t.number.noun != e.best.number.noun and not _rivals(t, e))
            or (apart(t, e.best) and not zero)
        ):
            continue
        if {t.group, e.group} == {"civilians", "combatants"} and not zero:
            continue
        if _across(t, e) and not zero:
            continue
        if t.side is None and e.side is not None and t.group == "civilians":
            continue
        return e
    return None


def _rivals(t: Telling, e: Entry) -> bool:
    """ "killed four of the attackers, the army said. The prosecutor counted seven dead gunmen": one side's dead, by two voices."""
    voices = t.speaker is not None and e.best.speaker is not None and t.speaker != e.best.speaker
    return voices and sort(t) == sort(e.best) == "armed"


def _one_by_one(t: Telling, e: Entry) -> bool:
    """ "killing an apprentice driver", then "four soldiers": the one told without a number is none of them."""
    lone = e.low == e.high == 1 and not e.best.number.numeral and e.group == "unknown" and not e.also
    return lone and t.number.numeral and t.number.low > 1 and t.group == "combatants" and t.frame != e.best.frame


def _across(t: Telling, e: Entry) -> bool:
    """ "13 hirelings were killed. Two Mujahideen fell": one voice tells the dead of both sides, and names one side."""
    alike = t.group == e.group == "combatants" and t.speaker == e.best.speaker and not (t.revised or t.grown)
    return alike and (t.side is None) != (e.side is None) and meet((e.low, e.high), widened(t.number)) is None


def _fold(e: Entry, t: Telling) -> None:
    n = t.number
    if _outweighed(e, t):
        return
    found = meet(widened(e.best.number) if not e.also and not e.disputed else (e.low, e.high), widened(n))
    e.parts += [p for p in _parts(n) if p not in e.parts]
    if found is not None and e.disputed:
        e.also.append(t)
        return
    if found is not None and not (n.kind == "vague" and n.low > (e.high or n.low)):
        better = _narrower(t, e)
        e.also.append(e.best if better else t)
        if better:
            e.low, e.high, e.kind, e.best = n.low, n.high, n.kind, t
        if e.kind != "about":
            e.low, e.high = found if e.best.number.kind != "about" else (e.best.number.low, e.best.number.high)
        if t.group != "unknown" and e.group == "unknown":
            e.group = t.group
        return
    if (
        e.group == "unknown"
        and t.group in ("combatants", "civilians")
        and n.high is not None
        and n.high <= e.low
        and t.speaker != e.best.speaker
        and not e.disputed
    ):
        start, end = n.span
        e.parts.append(Part(group=t.group, low=n.low, high=n.high, text=t.text, evidence=(start, end)))
        return
    if t.revised or (t.grown and n.low >= e.low) or (t.speaker is not None and t.speaker == e.best.speaker):
        e.also.append(e.best)
        e.low, e.high, e.kind, e.best = n.low, n.high, n.kind, t
        return
    e.also.append(t)
    e.disputed = True
    e.low = min(e.low, n.low)
    e.high = None if e.high is None or n.high is None else max(e.high, n.high)


def _outweighed(e: Entry, t: Telling) -> bool:
    """Whether one of two figures that do not meet is only part of the other, or older: then nothing is in dispute."""
    n = t.number
    if e.disputed or meet((e.low, e.high), widened(n)):
        return False
    if t.headline or t.dated or (t.partial and not e.best.partial and n.low < e.low):
        e.also.append(t)
        return True
    told_of_foes = (
        t.group == "combatants" != e.group
    )  # "pulled seven bodies"; "killed about 50 mercenaries, Moscow said"
    if e.best.dated or (e.best.partial and not t.partial and n.low > e.low and not told_of_foes):
        e.also.append(e.best)
        e.low, e.high, e.kind, e.best = n.low, n.high, n.kind, t
        return True
    return False


def _narrower(t: Telling, e: Entry) -> bool:
    """Whether the new figure says more: a closed range beats an open one, exact beats vague."""
    n = t.number
    if n.high is None:
        return e.high is None and n.low > e.low and n.kind != "vague"
    if e.high is None:
        return True
    return (n.high - n.low) < (e.high - e.low) or (e.kind == "about" and n.kind == "exact")


def _parts(n: Number) -> list[Part]:
    return [Part(group=p.group, low=p.low, high=p.high, text=p.text, evidence=(p.start, p.end)) for p in n.parts]
