"""What an article has told so far, and what was known of it before its first sentence."""

import datetime as dt
from dataclasses import dataclass, field

from dateline.frames.frame import Frame
from dateline.mentions.cues import Said
from dateline.mentions.times import TimeMention
from dateline.model.text import Span
from dateline.packs.story_words import story_words
from dateline.resolve.places import Placer
from dateline.resolve.telling.event import Event
from dateline.resolve.when import Interval
from dateline.resolve.who import Cast


@dataclass
class Thread:
    """``scenes`` and ``days`` are the times that sentences without a deed and bulletin labels set; ``touched`` is the incident
    told last; ``adrift`` the latest sentence with a deed that hangs on no incident; ``note`` the paragraph of a desk's note;
    ``issued``: an organisation speaks in a paper of its own; ``clock`` the hour in its masthead; ``waiting`` who was let speak
    before one."""

    published: dt.date | None
    period: Interval | None
    cast: Cast
    placer: Placer
    genre: str | None = None
    scenes: dict[int, TimeMention] = field(default_factory=dict)
    days: dict[Span, TimeMention] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    touched: Event | None = None
    adrift: int = -1
    note: int = -1
    issued: bool = False
    clock: str | None = None
    waiting: list[tuple[Frame, Said]] = field(default_factory=list)

    @property
    def news(self) -> list[Event]:
        return [e for e in self.events if e.context == "news"]

    def neighbour(self, frame: Frame) -> Event | None:
        """The incident told just before, where this sentence goes on from it."""
        before = self.touched
        if before is None:
            return None
        here, there = frame.reading.sentence, before.last.reading.sentence
        if here.lead != there.lead and self.placer.lead(frame) is not None:
            return None
        gap = here.paragraph - there.paragraph
        return before if gap == 0 or (gap == 1 and frame.reading.view.low[0] in story_words().again) else None
