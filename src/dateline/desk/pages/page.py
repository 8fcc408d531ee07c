"""What pages have in common: who asks, the filter, an incident in a line."""

import msgspec

from dateline.store.docket import Profile
from dateline.store.people import Role


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every page."""


class Me(Page, frozen=True, kw_only=True):
    """Who asks, and as what."""

    name: str
    role: Role
    profile: Profile


class Filter(Page, frozen=True, kw_only=True):
    """A filter as it stands in the address; empty: not filtered by. ``box``: west, south, east, north in degrees, with commas."""

    words: str = ""
    since: str = ""
    until: str = ""
    box: str = ""
    actor: str = ""
    type: str = ""
    grade: str = ""
    outlet: str = ""
    country: str = ""
    state: str = ""
    kind: str = ""
    disputed: str = ""


class Brief(Page, frozen=True, kw_only=True):
    """An incident in a few words. ``where`` names the place, ``harm`` the people harmed, ``told`` how many say so."""

    id: str
    title: str
    when: str
    where: str
    harm: str
    told: str
    grade: str
    decided: bool
    disputed: bool


class Saved(Page, frozen=True, kw_only=True):
    id: str
    name: str
    query: str
