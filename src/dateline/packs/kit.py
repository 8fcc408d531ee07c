"""Everything that coding needs beside the article, loaded once and never changed: a Kit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.packs.actors import ActorList
from dateline.packs.countries import Countries, load_countries
from dateline.packs.gazetteer import Gazetteer, load_gazetteer

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Kit:
    """Data made usable. Made by ``coder.load_kit``; shared by all articles of a process."""

    nlp: Language
    actors: ActorList
    countries: Countries
    gazetteer: Gazetteer


@dataclass(frozen=True)
class Atlas:
    """The part of a kit that places need."""

    countries: Countries
    gazetteer: Gazetteer


def load_atlas() -> Atlas:
    """Countries and gazetteer, without parser and actors."""
    return Atlas(load_countries(), load_gazetteer())
