"""Background that no record took: plans, threats, doubts, denials and history told in sentences without a deed of the news."""

import datetime as dt
from collections.abc import Iterable

from dateline.frames.aside import aside, aside_frame
from dateline.frames.reading import Reading
from dateline.resolve.story import Story
from dateline.resolve.telling.event import Event
from dateline.resolve.telling.history import OLD_DAYS
from dateline.resolve.when import interval


def asides(story: Story, readings: Iterable[Reading]) -> list[Event]:
    """One event for each of the sentences that speaks of conflict, is no news, and is in no event of the story yet."""
    told = {t.frame.reading.index for e in story.events for t in e.tellings}
    told |= {f.reading.index for e in story.events for f, _ in e.comments}
    out = []
    for r in readings:
        verdict = aside(r) if r.index not in told else None
        event = story.aside(aside_frame(r, verdict)) if verdict is not None else None
        if event is None or (event.reason is None and not _long_ago(event, story.thread.published)):
            continue
        event.reason = event.reason or "history by its date"
        out.append(event)
    return out


def _long_ago(e: Event, published: dt.date | None) -> bool:
    span = interval(e.when) if e.when.basis == "stated" else None
    return span is not None and published is not None and span[1] < published - dt.timedelta(days=OLD_DAYS)
