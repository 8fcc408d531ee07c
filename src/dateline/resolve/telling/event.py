"""A telling: a frame and what it resolved to. An event: an incident in the making, of one telling or more."""

from dataclasses import dataclass, field

from dateline.frames.frame import Frame
from dateline.mentions.cues import Said
from dateline.model.incident import Context, When, Where
from dateline.resolve.who import Named


@dataclass
class Telling:
    """A frame in an incident, with what it resolved to on its own (null where it says nothing)."""

    frame: Frame
    when: When | None
    where: Where | None
    a: Named | None
    b: Named | None
    names: frozenset[str] = frozenset()


@dataclass
class Event:
    """An incident in the making."""

    tellings: list[Telling]
    context: Context
    reason: str | None
    when: When
    where: Where
    comments: list[tuple[Frame, Said]] = field(default_factory=list)
    beside: list[Frame] = field(default_factory=list)  # who did it, from a sentence that tells no deed
    shared: str | None = None
    cumulative: bool = False

    @property
    def acts(self) -> set[str]:
        solid = {t.act for x in self.tellings for t in x.frame.acts if not t.weak}
        return solid or {t.act for x in self.tellings for t in x.frame.acts}

    @property
    def words(self) -> set[str]:
        """Every word of its tellings, in lower case."""
        return {w for t in self.tellings for w in t.frame.reading.view.low[t.frame.first : t.frame.last + 1]}

    @property
    def last(self) -> Frame:
        return self.tellings[-1].frame

    @property
    def a(self) -> Named | None:
        return next((t.a for t in self.tellings if t.a), None)

    @property
    def b(self) -> Named | None:
        return next((t.b for t in self.tellings if t.b), None)
