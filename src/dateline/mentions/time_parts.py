"""A match under way, and a part of the day put to its day: "late" and "Friday", "at 23:40" and "17 October"."""

import re

import msgspec

from dateline.mentions.time_fields import Fields
from dateline.packs.time_words import Rule

_GAP = re.compile(r",?\s*(?:(?:on|of|in|into|the|that|at|about|around|day|local|time)\s{1,3}){0,3}", re.I)
_AFTER_DAY = re.compile(r",?\s{1,3}(?:(?:in|the|at)\s{1,3}){0,2}", re.I)
DAY_FORMS = frozenset(f"{kind}day" for kind in ("", "week", "yester", "to", "same_", "next_", "previous_"))
DAY_FORMS |= {"day_of_month", "tomorrow", "days_ago", "days_after", "days_before"}
_WITH_PART = DAY_FORMS | {"range", "weekday_range", "tonight", "last_night"}


class Piece(msgspec.Struct):
    """A match under way: where, which rule, which fields. ``rule`` null: a name that only looks like a time."""

    start: int
    end: int
    fields: Fields
    rule: Rule | None
    order: int


def join_parts(text: str, pieces: list[Piece]) -> list[Piece]:
    """Put the part of the day to its day: "late" + "Friday", "Tuesday" + "before dawn", "at 23:40" + "17 October"."""
    out: list[Piece] = []
    for piece in pieces:  # a part before its day
        last = out[-1] if out else None
        if last and _is_part(last) and _is_day(piece) and _leads(last, gap := text[last.end : piece.start]):
            piece.fields["part"] = _finer(_part(last, gap), piece.fields.get("part"))
            if "into" in gap:
                piece.fields["vague"] = "into"
            piece.start = last.start
            out[-1] = piece
        else:
            out.append(piece)
    done: list[Piece] = []
    for piece in out:  # a part after its day
        last = done[-1] if done else None
        if last and _is_part(piece) and _is_day(last) and _trails(piece, text[last.end : piece.start]):
            last.fields["part"] = _finer(_part(piece, ""), last.fields.get("part"))
            last.end = piece.end
        else:
            done.append(piece)
    return done


def _leads(part: Piece, gap: str) -> bool:
    loose = part.rule is not None and part.rule.loose
    return bool(_GAP.fullmatch(gap)) and not (loose and "," in gap)


def _trails(part: Piece, gap: str) -> bool:
    loose = part.rule is not None and part.rule.loose
    return bool(_AFTER_DAY.fullmatch(gap)) and not (loose and ("," in gap or part.fields["part"] in ("early", "late")))


def _is_part(p: Piece) -> bool:
    return p.rule is not None and p.fields["form"] in ("part", "overnight")


def _is_day(p: Piece) -> bool:
    return p.rule is not None and p.fields["form"] in _WITH_PART


def _part(p: Piece, gap: str) -> str:
    if p.fields["form"] == "overnight":
        return "night" if "of" in gap.casefold().split() else "overnight"
    return str(p.fields["part"])


def _finer(new: str, old: str | None) -> str:
    """The more exact of two parts: a clock, then dawn or noon, then the morning, then early or late."""
    ranks = ("early", "late", "night", "morning", "afternoon", "evening")
    if old is None:
        return new
    rank = [ranks.index(p) if p in ranks else 99 for p in (new, old)]
    return new if rank[0] > rank[1] else old
