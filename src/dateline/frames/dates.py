"""The times of a stretch that date its event: not those of a statement, no bare durations, no totals."""

from dateline.frames.reading import Reading
from dateline.mentions.times import TimeMention
from dateline.packs.stretches import stretches
from dateline.packs.tolls import tolls


def event_times(r: Reading, first: int, last: int) -> list[TimeMention]:
    """Times of the stretch that date the event: not those of a statement, no bare durations."""
    start, end = r.span(first, last)
    told = {t.year for t in r.times if t.form == "day" and t.relation is None and start <= t.start < end}
    return [
        t for t in r.times
        if not (t.form == "year" and t.year in told)  # "The 2015 attacks took place on 26 June 2015."
        and start <= t.start and t.end <= end + 1 and not t.duration and not dates_speech(r, t) and not _counts_times(r, t)
        and not _sums_up(r, t.start) and not _dates_toll(r, t) and not _dates_thing(r, t)
        and not dates_birth(r, t) and not _of_leaving(r, t, first, last) and not _compares(r, t)
        and not _dates_occasion(r, t)
    ]  # fmt: skip


def dates_birth(r: Reading, t: TimeMention) -> bool:
    """ "A resident born in 1958 was killed"."""
    where = r.tokens(t.start, t.end)
    return where is not None and "born" in r.view.low[max(0, where[0] - 2) : where[0] + 1]


def _of_leaving(r: Reading, t: TimeMention, first: int, last: int) -> bool:
    """ "The staff had left a day earlier and no one was hurt": when they left; that nobody was hurt is of the deed told before."""
    where, low = r.tokens(t.start, t.end), r.view.low
    if where is not None and low[max(0, where[0] - 4) : where[0]] == ["had", "been", "reported", "missing"]:
        return True  # of those now found dead
    if (
        where is None
        or low[where[1] + 1 : where[1] + 2] != ["and"]
        or "had" not in low[max(first, where[0] - 6) : where[0]]
    ):
        return False
    deeds = any(first <= d.first <= last and not d.weak for d in r.triggers)
    return not deeds and any(n.zero and n.start >= t.end for n in r.people)


def _compares(r: Reading, t: TimeMention) -> bool:
    """ "in some of the heaviest fighting in the area this year": what it is measured against."""
    where = r.tokens(t.start, t.end)
    if where is None or not t.form.startswith(("this_", "past_", "month", "year", "in_")):
        return False
    v = r.view
    most = next((k for k in range(where[0] - 1, max(-1, where[0] - 9), -1) if v.tag[k] == "JJS"), None)
    return (
        most is not None
        and all(v.words[k] not in ",;" for k in range(most, where[0]))
        and v.low[most] not in ("least", "most")
    )


def _dates_occasion(r: Reading, t: TimeMention) -> bool:
    """ "protesting against the results of last month's local elections": the day of what the deed is about."""
    where, low = r.tokens(t.start, t.end), r.view.low
    if where is None or not (
        low[where[1]].endswith(("'s", "’s")) or low[where[1] + 1 : where[1] + 2] in (["'s"], ["’s"])
    ):
        return False
    after = low[where[1] + 1 : where[1] + 5]
    named = next((k for k, w in enumerate(after) if w in stretches().times.occasions), None)
    return named is not None and not any(t.token == where[1] + 1 + k for t in r.triggers for k in range(named + 1))


def _sums_up(r: Reading, at: int) -> bool:
    """ "…, bringing to 88 the number killed since the October coup": a total of the text's own, not this deed."""
    where = r.tokens(at, at + 1)
    low = r.view.low[: where[0]] if where else []
    k = next(
        (
            k
            for k in range(len(low) - 1, 0, -1)
            if low[k] in tolls().totals.brings and low[k - 1] in (",", "and", "which", "this")
        ),
        None,
    )
    return k is not None and bool(stretches().times.sums & set(r.view.low[k + 1 : k + 12]))


def _dates_toll(r: Reading, t: TimeMention) -> bool:
    """ "The toll rose from six to nine on Tuesday": when it was counted, not when it happened."""
    where = r.tokens(t.start, t.end)
    before = r.view.low[: where[0]] if where else []
    k = next((k for k, w in enumerate(before) if w in ("toll", "tally")), None)
    return k is not None and any(w in stretches().times.counted for w in before[k:])


def _dates_thing(r: Reading, t: TimeMention) -> bool:
    """ "a ceasefire that has been in force since May", "a camp which opened in 2019": the past of a thing, in a clause of its own
    that tells no deed."""
    where, v = r.tokens(t.start, t.end), r.view
    clause = next((i for i in v.chain(where[1]) if v.dep[i] == "acl:relcl"), None) if where else None
    if clause is None or not (t.relation == "since" or t.form in ("month", "year")):
        return False
    deeds = {d.token for d in r.triggers if not d.weak}
    told = any(d.token == v.head[clause] and d.act != "agree" for d in r.triggers) or any(
        clause in v.chain(d) for d in deeds
    )
    return not told


def _counts_times(r: Reading, t: TimeMention) -> bool:
    """ "for the third time this year", "the fifth attack this month": how often, not when."""
    where = r.tokens(t.start, t.end)
    if where is None or not where[0] or r.view.low[where[0]] not in ("this", "since", "in"):
        return False
    before = r.view.low[max(0, where[0] - 3) : where[0]]
    return before[-1] in ("time", "times") or (len(before) > 1 and before[-2] in stretches().times.ordinals)


def dates_speech(r: Reading, t: TimeMention) -> bool:
    """Whether the time stands with a speech verb ("said on Saturday that …", "…, police said on Wednesday")."""
    where = r.tokens(t.start, t.end)
    if where is None:
        return False
    v = r.view
    if _owns_deed(r, where[1]):
        return False
    for s in r.said:
        if s.modality == "claimed" and s.speaker is None:
            continue
        gap = v.low[s.token + 1 : where[0]]
        if (
            0 <= where[0] - s.token - 1 <= 7
            and not any(w in ("that", ",", "when", "killed", "had", "was", "were") for w in gap)
            and all(w in stretches().times.beside_speech or w.isdigit() for w in gap)
        ):
            return True
    return _of_paper(r, where[0])


def _of_paper(r: Reading, k: int) -> bool:
    """ "in a statement read on state television late on Tuesday": the day of a paper, by what was done with it."""
    v, words = r.view, stretches().times
    for j in range(k - 1, max(0, k - 9), -1):
        if v.low[j] in words.papers:
            over = j + 1 < k and v.tag[j + 1] in ("VBN", "VBD") and v.low[j + 1] in words.handed
            return over and v.low[j - 1] != "denied" and all(v.words[i] != "," for i in range(j + 1, k))
    return False


def _owns_deed(r: Reading, k: int) -> bool:
    """ "denied responsibility for Sunday's attack": the day of the deed; "said in Sunday's statement" is of the statement."""
    if r.view.low[k] not in ("'s", "’s") and not r.view.low[k].endswith(("'s", "’s")):
        return False
    return any(t.noun and k < t.token <= k + 3 for t in r.triggers)
