"""Everything that coding needs beside the article, loaded once and never changed: a Kit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.packs.actors import ActorList
from dateline.packs.countries import Countries
from dateline.packs.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Kit:
    """Data made usable. Made by ``coder.load_kit``; shared by all articles of a process."""

    nlp: Language
    actors: ActorList
    countries: Countries
    gazetteer: Gazetteer
