"""Time drafts to intervals: which days a mention means, given the day of publication and what was told before.

An interval is inclusive at both ends and no narrower than the words. Where the words cannot be placed, ``start`` and
``end`` are null and the words stay. What is told as past never runs beyond the day of publication.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.mentions.times import TimeMention
from dateline.model.incident import When
from dateline.resolve.dates.forms import plain
from dateline.resolve.dates.reading import NOWHERE, Interval, Reading, TimeContext, is_shift, span_precision

_NEVER = frozenset({"anniversary", "for_duration"})


def resolve(mention: TimeMention | None, ctx: TimeContext) -> When:
    """The days that ``mention`` means. Without a mention: what is known of any past event, ``bounded`` by publication."""
    if mention is None:
        return bounded(ctx.published)
    part = "night" if mention.part == "overnight" else mention.part
    start, end, precision, basis = _related(mention, ctx)
    if start is not None and end is not None and end < start:
        start, end, precision = None, None, "open"
    return When(
        start=start,
        end=end,
        precision=precision,
        basis=basis,
        part=part,
        text=mention.text,
        evidence=(mention.start, mention.end),
    )


def combine(mentions: Sequence[TimeMention], ctx: TimeContext) -> When:
    """One date for a clause with several mentions: the plain, most exact one dates it; a part of the day, a year or a
    distance ("the previous night", "two days after the attack on Monday") refines it; "until", lengths and anniversaries do not."""
    useful = [m for m in mentions if not m.duration and m.form not in _NEVER]
    told = [m for m in useful if m.form != "part"]
    if not told:
        return resolve(useful[0] if useful else None, ctx)
    plain = [m for m in told if not is_shift(m)]
    core = min(plain, key=lambda m: (_outside(m), _breadth(m))) if plain else None
    shift = next((m for m in told if is_shift(m)), None)
    if core is not None and core.year is None and core.month is not None and core.which is None:
        years = [m.year for m in plain if m.form == "year" and m.relation is None]
        ctx = msgspec.structs.replace(ctx, year_hint=years[0]) if years else ctx
    if core is None or (shift is not None and _moves(shift, core)):
        return _shifted(shift, core, ctx) if shift is not None else bounded(ctx.published)
    part = next((m.part for m in useful if m.form == "part"), None)
    when = resolve(core, ctx)
    return msgspec.structs.replace(when, part=part) if part and when.part is None and core.relation is None else when


def bounded(day: date | None, mention: TimeMention | None = None) -> When:
    """Only known to lie on or before ``day``: a finding or a statement is dated, not the event."""
    text = mention.text if mention else None
    evidence = (mention.start, mention.end) if mention else None
    return When(end=day, precision="open", basis="bounded", text=text, evidence=evidence)


def implied(interval: Interval | None) -> When:
    """No date of its own: the days of the sentence it continues, or of the bulletin's period."""
    if interval is None:
        return When(basis="implied")
    start, end = min(interval), max(interval)
    return When(start=start, end=end, precision=span_precision(start, end), basis="implied")


def ahead(day: date | None, mention: TimeMention | None = None) -> When:
    """A plan, threat or hypothesis without a date: open from ``day`` on."""
    text = mention.text if mention else None
    evidence = (mention.start, mention.end) if mention else None
    return When(start=day, precision="open", basis="relative" if mention else "implied", text=text, evidence=evidence)


def reverse(mention: TimeMention) -> TimeMention:
    """The same distance seen from the other event: in "B came two days after A", A lies two days before B."""
    swap = {"before": "after", "after": "before"}
    head, _, tail = mention.form.rpartition("_")
    form = f"{head}_{swap[tail]}" if tail in swap else mention.form
    if mention.form.startswith("next_"):
        form = mention.form.replace("next_", "previous_", 1)
    elif mention.form.startswith("previous_"):
        form = mention.form.replace("previous_", "next_", 1)
    return msgspec.structs.replace(mention, form=form, relation=swap.get(mention.relation or "", mention.relation))


def point(mention: TimeMention) -> TimeMention:
    """The time named, without its "since" or "until": in "since July, when he was shot" he was shot in July."""
    return msgspec.structs.replace(mention, relation=None)


def interval(when: When) -> Interval | None:
    """Both ends of ``when`` where both are known: what the next event may be told relative to."""
    return (when.start, when.end) if when.start is not None and when.end is not None else None


def _outside(m: TimeMention) -> int:
    """How little a mention says of the event's own day: plain, "by", "since" and "after", "until" and "before"."""
    return {None: 0, "by": 1, "since": 2, "from": 2, "after": 2}.get(m.relation, 3) + (3 if m.future else 0)


def _breadth(m: TimeMention) -> int:
    for rank, forms in enumerate((("day", "weekday"), ("week", "range"), ("month",), ("year", "season", "decade"))):
        if m.form.startswith(forms) or m.form.endswith(forms):
            return rank
    return 4 if m.form.startswith("past_") else 0


def _moves(shift: TimeMention, core: TimeMention) -> bool:
    """Whether ``core`` is what ``shift`` is counted from. "On Tuesday, hours after men had seized ..." is on Tuesday."""
    if core.relation in ("since", "until", "before"):
        return True
    return shift.relation is None or shift.start < core.start


def _shifted(shift: TimeMention, core: TimeMention | None, ctx: TimeContext) -> When:
    if core is not None and core.relation not in ("since", "until", "before"):
        anchor = resolve(point(core), ctx)
        ctx = msgspec.structs.replace(ctx, previous=interval(anchor) or ctx.previous, previous_part=anchor.part)
    return resolve(shift, ctx)


def _related(m: TimeMention, ctx: TimeContext) -> Reading:
    """The interval with its "since", "until", "by" … applied. For a distance the relation names its anchor only."""
    if m.form in _NEVER or m.duration:
        return NOWHERE
    start, end, precision, basis = plain(m, ctx)
    if start is None or end is None or is_shift(m) or m.form in ("part", "range", "weekday_range"):
        return start, end, precision, basis
    today, future = ctx.published, ctx.tense == "future" or m.future
    match m.relation:
        case "since" | "from" | "after":
            stop = today if today is not None and today >= start and not future else None
            return start, stop, "open", basis
        case "until":
            return None, end, "open", basis
        case "by" | "before":
            if future and today is not None and today <= end:
                return today, end, "days", basis
            return (start, end, precision, basis) if m.relation == "by" else (None, end, "open", basis)
    return start, end, precision, basis


__all__ = [
    "Interval",
    "TimeContext",
    "ahead",
    "bounded",
    "combine",
    "implied",
    "interval",
    "point",
    "resolve",
    "reverse",
]
