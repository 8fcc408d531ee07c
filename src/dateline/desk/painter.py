"""Maps are drawn in a process of their own, since that takes a fraction of a second in which no other page would be answered; each is drawn once
for all who look at the same."""

from concurrent.futures.process import BrokenProcessPool
from functools import cache

import msgspec
from markupsafe import Markup
from sqlalchemy import Connection

from dateline.desk.child import Child
from dateline.desk.desk import Desk
from dateline.desk.incident.near import known_columns
from dateline.desk.kept import kept
from dateline.desk.pages.map import MapPage
from dateline.desk.pages.page import Filter
from dateline.desk.picture import picture
from dateline.desk.places import places
from dateline.packs.gazetteer import divisions, load_gazetteer
from dateline.store.docket import Profile
from dateline.store.wanted import Box


def map_of(connection: Connection, desk: Desk, profile: Profile, filter: Filter, view: Box | None) -> Markup:
    """The map of a filter and its places in words, as a part of a page. ``view``: what of it is looked at, null for all of it."""
    key = ("picture", profile, filter, view)
    made = kept(
        connection, key, lambda: desk.paint(places(connection, profile, filter, view)), decided=bool(filter.state)
    )
    return Markup(made)


def warm(desk: Desk) -> None:
    """Have ready what takes long and many look at first: the map of everything, and what incidents lie near others."""
    profiles: tuple[Profile, ...] = ("internal", "public")
    for profile in profiles:
        with desk.case.reading() as connection:
            map_of(connection, desk, profile, Filter(), None)
    with desk.case.reading() as connection:
        known_columns(connection)


def paint(page: MapPage) -> str:
    """The map of a page, with the towns around it."""
    return picture(page, divisions(), _gazetteer().in_box)


class Painter:
    """Draws one map at a time, in another process."""

    def __init__(self) -> None:
        self._child = Child()

    def paint(self, page: MapPage) -> str:
        """The map of a page."""
        less = msgspec.structs.replace(page, choices={}, bins=(), saved=())
        try:
            return self._child.run(paint, less)
        except BrokenProcessPool:  # killed, for want of memory perhaps: the next map gets another one
            self._child = Child()
            return paint(less)

    def close(self) -> None:
        """Draw no more."""
        self._child.close()


_gazetteer = cache(load_gazetteer)
