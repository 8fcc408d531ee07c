"""What strangers may see of a coded article: no names of victims, no exact sites, no points, no title, nothing of the text but
quoted words that give neither away. Left out of the record itself, so that no template can let it through."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from dateline.export.public_incident import WITHHELD
from dateline.export.sites import is_site
from dateline.export.veil import Veil
from dateline.model.incident import (
    Actor,
    Casualty,
    Claim,
    Coded,
    Damage,
    Evidence,
    Incident,
    Issue,
    Where,
)

_OPEN = ("text", "name", "precision", "country", "admin1", "evidence")
"""What may be told of a place that is no site: no point, no area, nothing that leads to one."""

T = TypeVar("T", bound=msgspec.Struct)


def public_view(coded: Coded) -> Coded:
    """The same record without what could lead to a person."""
    items = (*coded.incidents, *coded.background)
    veil = _Veil(items)
    article = msgspec.structs.replace(coded.article, id=coded.article.sha256[:12], title=None, text=None)
    issues = tuple(Issue(code=issue.code, message="") for issue in coded.issues)
    return Coded(
        article=article,
        incidents=tuple(veil.incident(item) for item in coded.incidents),
        background=tuple(veil.incident(item) for item in coded.background),
        issues=issues,
    )


class _Veil:
    """What must not be said in this article, anywhere: words and spans."""

    def __init__(self, items: Iterable[Incident]) -> None:
        every = tuple(items)
        victims = [victim for item in every for victim in item.victims]
        sites = [item.where for item in every if is_site(item.where)]
        spans = (*(victim.evidence for victim in victims), *(site.evidence for site in sites))
        self._spans: list[Evidence] = [span for span in spans if span]
        self._said = Veil((v.name for v in victims), (name for w in sites for name in (w.name, w.text))).said

    def incident(self, item: Incident) -> Incident:
        """One incident, veiled."""
        replace = msgspec.structs.replace
        return replace(
            item,
            reason=self._said(item.reason),
            when=self._quoted(item.when),
            where=self._where(item.where),
            actors=tuple(self._actor(actor) for actor in item.actors),
            casualties=tuple(self._casualty(entry) for entry in item.casualties),
            victims=(),
            means=tuple(self._quoted(replace(means, name=self._said(means.name) or WITHHELD)) for means in item.means),
            damage=tuple(self._damage(damage) for damage in item.damage),
            claims=tuple(self._claim(claim) for claim in item.claims),
            sentences=(),
        )

    def _quoted(self, value: T, *, strict: bool = False) -> T:
        """The value with its quotation taken off where that gives something away. ``strict``: any capital letter does,
        since a name that was not recognised as one would have one."""
        text: str | None = getattr(value, "text", None)
        span: Evidence | None = getattr(value, "evidence", None)
        hidden = text is not None and (self._said(text) is None or (strict and text != text.lower()))
        hidden = hidden or (span is not None and any(a < span[1] and span[0] < b for a, b in self._spans))
        return msgspec.structs.replace(value, text=None, evidence=None) if hidden else value

    def _where(self, where: Where) -> Where:
        if not is_site(where):  # a name that strangers may read; how exactly it is known is not for them
            return self._quoted(Where(**{field: getattr(where, field) for field in _OPEN}))
        return Where(
            precision="adm1" if where.admin1 else "country" if where.country else "unknown",
            country=where.country,
            admin1=where.admin1,
        )

    def _actor(self, actor: Actor) -> Actor:
        name = self._said(actor.name) or WITHHELD
        if actor.role == "victim":
            name = "people" if actor.kind == "unknown" else actor.kind.replace("_", " ")
            return Actor(role=actor.role, name=name, kind=actor.kind)
        return self._quoted(msgspec.structs.replace(actor, name=name, label=self._said(actor.label)))

    def _casualty(self, entry: Casualty) -> Casualty:
        also = tuple(self._quoted(figure, strict=True) for figure in entry.also)
        parts = tuple(self._quoted(part, strict=True) for part in entry.parts)
        return self._quoted(msgspec.structs.replace(entry, also=also, parts=parts), strict=True)

    def _damage(self, damage: Damage) -> Damage:
        named = damage.object != damage.object.lower() or self._said(damage.object) is None
        return Damage(object="a named site" if named else damage.object, outcome=damage.outcome, count=damage.count)

    def _claim(self, claim: Claim) -> Claim:
        speaker = claim.speaker
        if speaker:
            name = self._said(speaker.name) or WITHHELD
            speaker = self._quoted(msgspec.structs.replace(speaker, name=name))
        return self._quoted(msgspec.structs.replace(claim, speaker=speaker, cue=self._said(claim.cue)))
