"""Maps are drawn in a process of their own, since that takes a fraction of a second in which no other page would be answered; each is drawn once
for all who look at the same. What lies under them, land and borders, is the same whatever happened there: pages load it as a file of its own, which
a browser keeps."""

from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from functools import cache, lru_cache

import msgspec
from markupsafe import Markup
from sqlalchemy import Connection

from dateline.desk.child import Child
from dateline.desk.desk import Desk
from dateline.desk.incident.near import known_columns
from dateline.desk.kept import kept
from dateline.desk.pages.map import MapPage
from dateline.desk.pages.page import Filter
from dateline.desk.picture import ground, picture
from dateline.desk.places import places
from dateline.desk.render import load_templates
from dateline.desk.view import view_of
from dateline.export.map.view import View
from dateline.packs.gazetteer import divisions, load_gazetteer
from dateline.store.docket import Profile
from dateline.store.wanted import Box

_GROUNDS = 64
"""Files of ground that are kept, of at most 200 kB each."""


def map_of(connection: Connection, desk: Desk, profile: Profile, filter: Filter, view: Box | None) -> Markup:
    """The map of a filter and its places in words, as a part of a page. ``view``: what of it is looked at, null for all of it."""
    key = ("picture", profile, filter, view)
    made = kept(
        connection,
        key,
        lambda: desk.painter.paint(places(connection, profile, filter, view)),
        decided=bool(filter.state),
    )
    return Markup(made)


def warm(desk: Desk) -> None:
    """Have ready what takes long and many look at first: the map of everything, and what incidents lie near others."""
    profiles: tuple[Profile, ...] = ("internal", "public")
    for profile in profiles:
        with desk.case.reading() as connection:
            map_of(connection, desk, profile, Filter(), None)
            if box := places(connection, profile, Filter(), None).view:
                desk.painter.ground(view_of(box, near=False), around=False)
    with desk.case.reading() as connection:
        known_columns(connection)
    load_templates()


def paint(page: MapPage) -> str:
    """The map of a page, with the towns around it."""
    return picture(page, divisions(), _gazetteer().in_box)


class Painter:
    """Draws one map at a time, in another process, and in a third what lies under one; that may come a little later."""

    def __init__(self) -> None:
        self._maps, self._grounds = Child(), Child(nice=5)
        self._ground = lru_cache(_GROUNDS)(lambda view, around: self._again(self._grounds, ground, view, around))

    def paint(self, page: MapPage) -> str:
        """The map of a page."""
        less = msgspec.structs.replace(page, choices={}, bins=(), saved=())
        return self._again(self._maps, paint, less)

    def ground(self, view: View, around: bool) -> str:
        """What lies under a view, or under the small map of the lands around it, as a file."""
        return self._ground(view, around)

    def close(self) -> None:
        """Draw no more."""
        self._maps.close()
        self._grounds.close()

    @staticmethod
    def _again(child: Child, work: Callable[..., str], *given: object) -> str:
        try:
            return child.run(work, *given)
        except BrokenProcessPool:  # killed, for want of memory perhaps
            return child.run(work, *given)


_gazetteer = cache(load_gazetteer)
