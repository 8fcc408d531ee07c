"""Deeds that are only played, remembered, or told of no one in particular."""

from dateline.frames.contexts.verdict import NEWS, Verdict
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stretches import stretches


def played(r: Reading, first: int, act: Trigger) -> Verdict:
    """ "a drill simulating a hostage taking", "a documentary about the bombing", "those who kill children", "no truth in reports of …"."""
    v = r.view
    back = v.low[first : act.first]
    if not stretches().told.staged.isdisjoint(back):
        return "hypothetical", "a drill"
    if any(v.low[j] in stretches().told.works and any(v.low[c] in ("about", "on", "to") for c in v.kids(b, "case"))
           for j, b in zip(list(v.chain(act.token))[1:], v.chain(act.token), strict=False)):  # fmt: skip
        return "background", "what a work of memory or art is about"
    if any(v.verbal(j) and (top := v.subject(j)) is not None and v.low[top] in stretches().told.works and v.low[top + 1 : top + 2] != ["of"]
           for j in v.chain(act.token) if j != act.token):  # fmt: skip
        return "background", "what a work of memory or art tells"
    if "no truth in" in " ".join(back) or "no truth to" in " ".join(back):
        return "denied", "said to be untrue"
    if {"notorious", "infamous"} & set(back):
        return "background", "told of no deed in particular"
    if (
        v.tag[act.token] in ("VBP", "VB")
        and act.token > 1
        and v.low[act.token - 1] == "who"
        and v.low[act.token - 2] in stretches().told.anyone
    ):
        return "background", "told of no deed in particular"
    if _some_once(r, first, act):
        return "background", "told of no deed in particular"
    earlier = {"had", "earlier"} <= set(back[-4:]) or {"had", "previously"} <= set(back[-4:])
    if earlier and (not act.noun or v.low[act.first - 1] in ("a", "an", "the")):
        return "background", "told of an earlier time"
    return NEWS


def _some_once(r: Reading, first: int, act: Trigger) -> bool:
    """ "all those who have been kidnapped": people of no one deed, at no time and no place."""
    v, token = r.view, act.token
    if v.tag[token] != "VBN" or r.times or any(not p.generic for p in r.places):
        return False
    back = v.low[max(first, token - 4) : token]
    return any(back[-n:] == tail and back[: -n][-1:] and back[: -n][-1] in stretches().told.anyone
               for n, tail in ((3, ["who", "have", "been"]), (2, ["who", "have"])))  # fmt: skip
