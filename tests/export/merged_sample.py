"""Merged incidents for the exporters: one that holds everything there is to hold, and ways to vary it."""

from datetime import date
from typing import Any

from dateline.model.incident import Acled, Issue, Speaker
from dateline.model.merged import (
    FieldState,
    FieldValue,
    FigureClaim,
    Grade,
    GroupToll,
    Link,
    MergedActor,
    MergedClaim,
    MergedIncident,
    MergedVictim,
    MergedWhen,
    MergedWhere,
    Missing,
    Report,
    Sourcing,
    Toll,
    Voice,
)

SECRETS = ("Zahra", "Qutami", "Okonkwo", "Lamplight", "orphanage", "screamed", "grandmother", "mother-of-six")
"""Words that only victims' names, private sources, sites, the articles' words and ids of articles hold."""

SITE = MergedWhere(
    name="Lamplight orphanage",
    lat=12.0512345,
    lon=29.6498765,
    radius_km=0.2,
    precision="landmark",
    country="SD",
    admin1="South Kordofan",
    gazetteer_id="home:7",
)
TOWN = MergedWhere(
    name="Dilling",
    lat=12.0512345,
    lon=29.6498765,
    radius_km=4.5,
    precision="settlement",
    country="SD",
    admin1="South Kordofan",
    gazetteer_id="376450",
)


def whole(number: int = 1, **more: Any) -> MergedIncident:
    """An incident with every field filled."""
    article = f"mother-of-six-{number}"
    figure = FigureClaim(
        article=article,
        voices=("v1",),
        group="civilians",
        low=8,
        high=None,
        kind="at_least",
        text="eight of them screamed",
        evidence=(3, 9),
    )
    fields: dict[str, Any] = {
        "incident_id": f"{number:012x}",
        "articles": (article,),
        "reports": (Report(article=article, incident="i1", publisher="Nile Post", sha256=f"{number:064x}"),),
        "type": "shelling",
        "acled": Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
        "when": MergedWhen(start=date(2024, 3, 1), end=date(2024, 3, 2), precision="days", basis="stated", part="night"),
        "where": SITE,
        "actors": (
            MergedActor(role="a", name="army", id="sd-army", kind="state_forces", voices=("v1",), articles=(article,)),
            MergedActor(role="b", name="guards of Zahra Qutami", kind="unknown"),
            MergedActor(role="victim", name="grandmother of six", kind="civilians"),
        ),
        "casualties": (
            Toll(
                outcome="killed",
                low=8,
                high=None,
                state="disputed",
                sides=((8, 10), (12, None)),
                groups=(
                    GroupToll(group="children", low=2, high=3, state="single"),
                    GroupToll(group="civilians", party="sd-army", low=1, high=1, state="single"),
                ),
                claims=(figure,),
            ),
            Toll(outcome="injured", low=40, high=40, state="single"),
        ),
        "victims": (MergedVictim(name="Zahra Qutami", age=9, sex="female", outcome="killed", articles=(article,)),),
        "means": ("artillery",),
        "claims": (
            MergedClaim(article=article, voice="v1", speaker=Speaker(name="Dr Okonkwo"), cue="screamed", text="screamed", evidence=(1, 2)),
        ),
        "voices": (
            Voice(id="v1", name="Dr Okonkwo", kind="primary", articles=(article,)),
            Voice(id="v2", name="army", kind="primary", party_to_conflict=True, side="a", why="it only denies"),
            Voice(id="v3", name=article, kind="outlet"),
            Voice(id="v4", name="AFP", kind="wire"),
        ),
        "sourcing": Sourcing(reports=1, independent=3, belligerents=("army",), text="1 report, 3 independent voices"),
        "grade": Grade(
            proposed="Contested",
            reasons=("3 independent lines of sourcing: Dr Okonkwo, AFP.", "army, named as responsible, denies it."),
            would_change=("Evidence that settles who did it would make it Fair.",),
        ),
        "missing": (Missing(field="means", question="How did they die, by which weapon?"),),
        "state": {
            "type": FieldState(state="agreed", claims=(FieldValue(value="shelling", voices=("v1",), articles=(article,)),)),
            "where": FieldState(state="single", claims=(FieldValue(value="the Lamplight orphanage"),)),
            "actors": FieldState(state="disputed", claims=(FieldValue(value="a: army"), FieldValue(value="b: guards of Zahra"))),
        },
        "links": (Link(left=f"{article}#1", right="other#1", judgement="unsure", score=0.5, why=("Zahra Qutami in both",)),),
        "issues": (Issue(code="names_over_total", message="Zahra Qutami is one too many."),),
    }  # fmt: skip
    return MergedIncident(**(fields | more))


def bare(number: int = 2) -> MergedIncident:
    """An incident of which next to nothing is known."""
    return MergedIncident(
        incident_id=f"{number:012x}",
        articles=(f"a{number}",),
        reports=(Report(article=f"a{number}", incident="i1", sha256=f"{number:064x}"),),
        type="other",
        acled=Acled(event_type="Strategic developments", sub_event_type="Other"),
        when=MergedWhen(),
        where=MergedWhere(),
        sourcing=Sourcing(reports=1, independent=1, text="1 report, 1 independent voice"),
        grade=Grade(proposed="Weak", reasons=()),
    )
