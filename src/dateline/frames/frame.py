"""A frame: one event as one stretch of one sentence tells it, its mentions sorted into roles, nothing resolved yet."""

from dataclasses import dataclass, field

from dateline.frames.reading import Reading
from dateline.mentions.cues import Said
from dateline.mentions.numbers import Number
from dateline.mentions.parties import Party
from dateline.mentions.places import PlaceMention
from dateline.mentions.times import TimeMention
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Context, Group, Outcome
from dateline.model.incident import Role as RoleName


@dataclass
class Count:
    """A figure of people with what happened to them. ``zero`` of a plain "no casualties" stands in two of them."""

    outcome: Outcome
    number: Number
    token: int
    party: Party | None = None
    group: Group | None = None
    joint: bool = False
    pronoun: bool = False  # "He died": whom it means stands in the sentence before
    turn: bool = False  # "before he was shot dead by police": the doer of the deed told before
    rival: bool = False  # "put its dead at three, denying accounts of seven": told by others
    like: "Count | None" = None
    """Those told right before, where this figure names nobody of its own ("and 33 wounded")."""


@dataclass
class Role:
    """A party or people in a role. ``person`` is set where they are no party but people acted on."""

    role: RoleName
    party: Party | None = None
    person: Number | None = None
    token: int = -1


@dataclass
class Thing:
    """A weapon or a harmed object: its neutral name and its tokens."""

    name: str
    first: int
    last: int
    outcome: str = ""


@dataclass
class Frame:
    """One telling of one event. ``first``–``last`` are the tokens of its stretch; ``acts`` its triggers."""

    reading: Reading
    first: int
    last: int
    acts: list[Trigger]
    context: Context = "news"
    reason: str | None = None
    tense: str = "past"
    definite: bool = False
    ordinal: bool = False
    lingering: bool = False  # tells the end of a harm done before: "succumbed to his wounds"
    type: str = ""
    sub: str = ""
    solid: bool = False
    quiet: bool = False
    result: bool = False
    ambient: bool = False
    recalled: bool = False  # its people stand in the sentence before: "They were shot by a stream"
    reversed: bool = False
    counts: list[Count] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    speech_times: list[TimeMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    means: list[Thing] = field(default_factory=list)
    damage: list[Thing] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.reading.span(self.first, self.last)[0]

    @property
    def end(self) -> int:
        return self.reading.span(self.first, self.last)[1]

    @property
    def parties(self) -> list[Party]:
        """The parties that stand wholly in the stretch."""
        return [p for p in self.reading.parties if self.first <= p.first and p.last <= self.last]

    def has(self, *acts: str) -> bool:
        """Whether one of these acts is told here."""
        return any(t.act in acts for t in self.acts)

    def of(self, role: str) -> list[Role]:
        return [r for r in self.roles if r.role == role]
