"""One mention of a party."""

from typing import Literal

import msgspec

from dateline.packs.actors import ForceEntry, NameEntry

PartyClass = Literal["named", "state", "armed", "crowd", "anaphor"]


class Party(msgspec.Struct, frozen=True):
    """One mention. Tokens ``first``–``last`` inclusive with ``head``; ``start``/``end`` code points in the sentence.

    ``names`` and ``forces`` are the listed actors that the words may mean; ``organ`` the arm of a state; ``country`` the
    state said in the words (ISO 3166-1); ``sponsor`` the state behind them ("Turkish-backed"); ``noun`` the neutral plural;
    ``loaded`` the judging word, if there is one; ``plural`` whether several men are meant.
    """

    kind: PartyClass
    first: int
    last: int
    head: int
    start: int
    end: int
    text: str
    names: tuple[NameEntry, ...] = ()
    forces: tuple[ForceEntry, ...] = ()
    organ: str | None = None
    word_kind: str = "unknown"
    country: str | None = None
    sponsor: str | None = None
    noun: str | None = None
    loaded: str | None = None
    unidentified: bool = False
    suspected: bool = False
    islamist: bool = False
    allied: bool = False
    pro_government: bool = False

    @property
    def armed(self) -> bool:
        """Whether the words mean an armed group, armed men or an arm of a state."""
        return self.kind in ("named", "state", "armed")
