"""What strangers may see of a merged incident: no names of those harmed, and nothing of the articles' text."""

from typing import TypeVar

import msgspec

from dateline.model.merged import MergedIncident

T = TypeVar("T", bound=msgspec.Struct)


def withhold(incident: MergedIncident) -> MergedIncident:
    """The incident without personal data and free text."""
    replace = msgspec.structs.replace
    casualties = tuple(replace(t, claims=tuple(_mute(c) for c in t.claims)) for t in incident.casualties)
    claims = tuple(_mute(replace(c, speaker=_mute(c.speaker) if c.speaker else None)) for c in incident.claims)
    victims = tuple(replace(v, name=None) for v in incident.victims)
    return replace(incident, casualties=casualties, claims=claims, victims=victims)


def _mute(value: T) -> T:
    return msgspec.structs.replace(value, text=None, evidence=None)
