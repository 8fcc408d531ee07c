"""What the words of a match say: day, month, year, number, unit; and whether they are spelt as a time."""

import re
from typing import Any

from dateline.packs.time_words import Rule, TimeWords, time_words

Fields = dict[str, Any]
_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|during|of|before|after|from|between|through|early|late|mid)[\s-]{1,3}$", re.I
)
_ADJECTIVAL = re.compile(r"(?:\b(?:the|a|its|his|their)|['’]s)\s{1,3}$", re.I)
_IDIOMS = {(9, 11, None), (24, 7, None)}  # "9/11", "24/7"


def spelled(m: re.Match[str], rule: Rule, flat: bool, before: str, after: str) -> bool:
    """Whether upper and lower case allow this reading: "may" and "march" are words of every day."""
    groups = m.groupdict()
    spoken = [w for k in ("month", "month_to") if (w := groups.get(k))]
    if rule.capital_month:
        return bool(spoken) and spoken[0].rstrip(".").isupper() and len(spoken[0].rstrip(".")) <= 4
    if rule.capital:
        return m[0][m.start("core") - m.start()].isupper()
    if rule.case and not flat and any(w[0].islower() for w in spoken):
        return False
    if rule.case != "bare":
        return True
    word = spoken[0].casefold()
    told = any(groups.get(k) for k in ("vague", "which", "which_year"))
    if word in ("may", "march"):
        if flat:
            return bool(_PREPOSITION.search(before)) or (told and (groups.get("which") or "").casefold() != "this")
        return (
            told
            or bool(_PREPOSITION.search(before))
            or bool(_ADJECTIVAL.search(before) and re.match(r"\s[a-z]", after))
        )
    if word.endswith("."):
        return told or bool(_PREPOSITION.search(before))
    return flat or told or bool(_PREPOSITION.search(before)) or not re.match(r"\s[A-Z][a-z]", after)


def fields_of(m: re.Match[str], rule: Rule) -> Fields | None:
    """The values of the match's groups; null where they make no time (year range that runs backwards, hour 25)."""
    raw = {k.rstrip("2"): v for k, v in m.groupdict().items() if v is not None and k not in ("core", "sep")}
    w = time_words()
    f: Fields = {"form": rule.form, **rule.set}
    for name, table in (("month", w.months), ("weekday", w.weekdays)):
        for key in (name, name + "_to"):
            if key in raw:
                f[key] = table[raw[key].casefold().rstrip(".")]
    for key in ("day", "day_to", "year", "year_to"):
        if key in raw:
            f[key] = int(raw[key])
    if "weekday_word" in raw:
        f["weekday"] = w.weekdays_short[raw["weekday_word"].casefold()]
    if "n" in raw:
        said = " ".join(raw["n"].casefold().split())
        f["n"] = int(said) if said.isdecimal() else w.numbers.get(said)
    if "season" in raw:
        f["season"] = w.seasons[raw["season"].casefold()]
    if "vague" in raw:
        f["vague"] = w.vagues[" ".join(raw["vague"].casefold().split())]
    if "anchored" in raw or ("anchored" in m.re.groupindex and m["anchored"] is not None):
        f["relation"] = "before" if rule.id in ("the_day_before", "counted_before") else "after"
    _units(f, raw, w)
    _told(f, raw)
    return f if _numbers(f, raw, w) else None


def _units(f: Fields, raw: dict[str, str], w: TimeWords) -> None:
    if "unit" in raw:
        f["unit"] = w.units[raw["unit"].casefold()]
    if "part" in raw:
        f["part"] = w.parts[" ".join(raw["part"].casefold().split())]
    if "shift" in raw:  # "the next morning" is the next day, in the morning
        said = raw["shift"].casefold()
        f["unit"] = w.units.get(said, "day") if said != "night" else "day"
        if said in w.parts:
            f["part"] = w.parts[said]


def _told(f: Fields, raw: dict[str, str]) -> None:
    which = " ".join((raw.get("which_week") or raw.get("which_year") or raw.get("which") or "").casefold().split())
    if which.startswith("of "):
        which = which[3:]
    which = {"this past": "last", "past": "last", "this coming": "next", "coming": "next", "preceding": "previous"}.get(
        which, which.removeprefix("the ").replace(" ", "_")
    )
    if which:
        f["which"] = which
        f["future"] = which.startswith("next")
    if early := raw.get("earlier", "").casefold():
        f["vague"] = {"earlier": "early", "later": None}.get(early, early)
    f["form"] = str(f["form"]).format(unit=f.get("unit"), which=which)


def _numbers(f: Fields, raw: dict[str, str], w: TimeWords) -> bool:
    """Settle numeric dates, short years and clocks in place; false where they are none."""
    if "month_number" in raw:
        f["month"] = int(raw["month_number"])
        if f["month"] > 12:  # 08/24/2016
            f["day"], f["month"] = f["month"], f["day"]
        if f["month"] > 12 or (f["day"], f["month"], f.get("year")) in _IDIOMS:
            return False
    if "short_year" in raw:
        two = int(raw["short_year"])
        f["year"] = two + (2000 if two < w.century_turn else 1900)
    if (to := f.get("year_to")) is not None and "year" in f:
        f["year_to"] = to = to if to > 99 else f["year"] // 100 * 100 + to
        if not f["year"] <= to <= f["year"] + 150:
            return False
    if "hour" in raw:
        hour, minute = int(raw["hour"]), int(raw.get("minute", 0))
        if half := raw.get("half"):
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        f["part"] = f"{hour:02d}:{minute:02d}"
    return True
