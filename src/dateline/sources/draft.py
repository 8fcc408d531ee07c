"""What a reader hands on: an article as its source gives it, before its id, its date and its text are looked at."""

import msgspec

from dateline.model.incident import Coded, Issue
from dateline.model.merged import MergedIncident


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One article as read. ``published`` is still the source's own string; ``size`` counts the input's bytes used for it.

    A draft that is not ``codable`` is printed with its issues and empty lists. ``id_from`` stands in for the text
    where an id has to be made and there is no text (a line that is no JSON). ``coded``, ``merged``: a record that was coded or merged
    before. ``source``: the file or address it came from.
    """

    text: str
    id: str | None = None
    id_from: bytes | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    issues: tuple[Issue, ...] = ()
    codable: bool = True
    size: int = 0
    coded: Coded | None = None
    merged: MergedIncident | None = None
    source: str | None = None


def broken(code: str, message: str, *, text: str = "", id_from: bytes | None = None, size: int = 0) -> Draft:
    """A draft that cannot be coded, for one reason."""
    issue = Issue(code=code, message=message)
    return Draft(text=text, id_from=id_from, issues=(issue,), codable=False, size=size)
