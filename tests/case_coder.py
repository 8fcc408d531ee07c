"""A coder for the tests of casefiles. It reads one form of sentence, "On 2024-03-01 shelling killed 5 in Kutum, the mayor said.", with more harm
after it, "3 were injured. 20-30 were abducted. 9+ were missing.", and is quick to start. ``RULES`` 2 is a newer version of it, which reads some of it otherwise."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date

from dateline.model.incident import Acled, Casualty, Claim, Coded, Incident, Speaker, Step, Trace, Victim, When, Where
from dateline.model.text import Article
from dateline.sources.read import article_info

RULES = int(os.environ.get("CASE_CODER_RULES", "1"))
_SENTENCE = re.compile(
    r"On (?P<day>\d{4}-\d\d-\d\d) (?P<type>\w+) (?P<act>killed) (?P<count>\d+|scores)(?: \((?P<victim>[^)]+)\))? in (?P<place>\w+)"
    r"(?:, (?P<who>[^.]+?) said)?\."
)
_MORE = re.compile(
    r"\b(?P<low>\d+)(?:-(?P<high>\d+)|(?P<open>\+))? were (?P<outcome>injured|missing|abducted|detained|displaced)\."
)
_WHERE = {"Kutum": (14.2, 24.67), "Mellit": (14.13, 25.55), "Ombada": (15.65, 32.42)}


def load_kit(model: str | None = None) -> None:
    """Nothing is needed."""


def code(article: Article, kit: None, *, with_text: bool = False, profile: str | None = None) -> tuple[Coded, Trace]:
    if "FAIL-THIS" in article.text:
        raise ValueError("told to fail")
    told = list(_SENTENCE.finditer(article.text))
    ends = [m.start() for m in told[1:]] + [len(article.text)]
    found = [_incident(m, article.text, end) for m, end in zip(told, ends, strict=True)]
    if RULES == 2:
        found = [i for i in found if i.where.name != "Nowhere"]
    steps = [Step(incident=i.id, field="casualties", value="", rule=f"rules-{RULES}") for i in found]
    return Coded(article=article_info(article, with_text=with_text), incidents=tuple(found)), Trace(steps=tuple(steps))


def code_many(
    articles: Iterable[Article], kit: None, *, with_text: bool = False, profile: str | None = None
) -> Iterator[tuple[Coded, Trace]]:
    return (code(article, kit, with_text=with_text) for article in articles)


def _incident(m: re.Match[str], text: str, upto: int) -> Incident:
    """Rules 1 have the trigger at the type, rules 2 at the verb; 2 read "scores" as 40 or more, 1 as 20 or more."""
    trigger = m.start("act" if RULES == 2 else "type")
    day, place = date.fromisoformat(m["day"]), m["place"]
    lat, lon = _WHERE.get(place, (None, None))
    vague = m["count"] == "scores"
    low = (40 if RULES == 2 else 20) if vague else int(m["count"])
    end = m.end("count") + (1 if RULES == 2 else 0)
    return Incident(
        id=f"e{trigger}",
        type=m["type"],
        acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
        when=When(start=day, end=day, precision="day", basis="stated", text=m["day"], evidence=m.span("day")),
        where=Where(
            text=place, name=place, lat=lat, lon=lon, radius_km=5.0, precision="settlement", country="SD",
            admin1="North Darfur", evidence=m.span("place"),
        ),
        casualties=(
            Casualty(
                outcome="killed", group="unknown", low=low, high=None if vague else low, kind="vague" if vague else "exact",
                text=m["count"], evidence=(m.start("count"), end),
            ),
            *map(_more, _MORE.finditer(text, m.end(), upto)),
        ),
        victims=(Victim(name=m["victim"], outcome="killed", text=m["victim"], evidence=m.span("victim")),) if m["victim"] else (),
        claims=(
            Claim(speaker=Speaker(name=m["who"], text=m["who"], evidence=m.span("who")) if m["who"] else None, cue="said"),
        ),
        sentences=(m.span(),),
    )  # fmt: skip


def _more(m: re.Match[str]) -> Casualty:
    high = None if m["open"] else int(m["high"] or m["low"])
    return Casualty(
        outcome=m["outcome"],  # type: ignore[arg-type]
        group="unknown",
        low=int(m["low"]),
        high=high,
        kind="at_least" if m["open"] else "exact",
        text=m[0],
        evidence=m.span(),
    )
