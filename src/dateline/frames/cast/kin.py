"""Two sides told by one phrase: "two herding clans", "each other"."""

from dateline.frames.cast.given import add
from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.packs.roles import roles


def each_other(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "Guerrillas of A and B fought each other": the first two that are named before the deed."""
    before = [
        p for p in r.parties if frame.first <= p.first and p.last < act.first and (p.names or p.forces or p.country)
    ]
    if len(before) == 2:
        add(out, "a", before[0], None, before[0].head)
        add(out, "b", before[1], None, before[1].head)


def one_phrase(r: Reading, frame: Frame, doer: int | None, out: list[Role]) -> bool:
    """ "Two herding clans fought over a well", "rival gangs exchanged fire": one phrase for both sides."""
    v = r.view
    if (
        doer is None
        or v.low[doer] not in roles().people.communal | roles().people.bands
        or (doer in r.party_at and any(not n.local for n in r.party_at[doer].names))
    ):
        return False
    first, stop = v.phrase(doer)
    front = v.low[first:doer]
    of = next((k for p, k in v.preps(doer) if p == "of" and v.low[k] in roles().people.communal), None)
    if of is not None:  # "militias of two sub-clans"
        front, stop = v.low[first:of], of + 1
    if not {"two", "rival", "both", "opposing", "warring", "feuding"} & set(front) or any(
        p.first > doer for p in frame.parties
    ):
        return False
    start, end = v.starts[first], v.ends[stop - 1]
    words = " ".join(w for w in v.low[first : doer + 1] if w not in ("the", "two", "both", "rival", "opposing"))
    side = Party(
        kind="armed", first=first, last=stop - 1, head=doer, start=start, end=end, text=r.sentence.text[start:end], noun=words,
        word_kind="identity_militia" if v.low[doer] in roles().people.communal else "political_militia",
    )  # fmt: skip
    add(out, "a", side, None, doer)
    out.append(Role("b", side, None, doer))
    return True
