"""The words by which a report goes on with an incident, points back to it or answers it: ``lang/en/story.yml``."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class StoryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``story.yml``; the lists are explained there."""

    again: frozenset[str]
    apart: frozenset[str]
    they: frozenset[str]
    answered: frozenset[str]
    deniable: frozenset[str]
    bystanders: frozenset[str]
    sensed: frozenset[str]
    taken_up: frozenset[str]
    common: frozenset[str]
    several: frozenset[str]
    petty: frozenset[str]
    kitted: frozenset[str]
    criminals: frozenset[str]
    condemn: frozenset[str]
    fights: frozenset[str]
    referred: frozenset[str]
    known_people: frozenset[str]
    anybody: frozenset[str]
    deeds: frozenset[str]
    groups: frozenset[str]
    putting: frozenset[str]
    attackers: tuple[str, ...]
    doers: tuple[str, ...]
    happenings: frozenset[str]


@cache
def story_words() -> StoryWords:
    """The words of English reports that go on; what may be denied holds what is answered."""
    words = read("lang/en/story.yml", StoryWords)
    return msgspec.structs.replace(words, deniable=words.deniable | words.answered)
