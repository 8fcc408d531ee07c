"""Ids met so far in a run, at about 16 bytes each, however long the ids are."""

import hashlib
from array import array

_EMPTY = 0


class Seen:
    """A set of strings that only grows. Two strings are taken for the same if 64 bits of their hashes agree."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * 1024))
        self._used = 0

    def add(self, name: str) -> bool:
        """Remember ``name``; true if it is new."""
        if self._used * 3 > len(self._slots) * 2:
            self._grow()
        digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        new = self._put(self._slots, int.from_bytes(digest, "big") or 1)
        self._used += new
        return new

    def _put(self, slots: "array[int]", key: int) -> bool:
        mask = len(slots) - 1
        at = key & mask
        while slots[at] != _EMPTY:
            if slots[at] == key:
                return False
            at = (at + 1) & mask
        slots[at] = key
        return True

    def _grow(self) -> None:
        larger = array("Q", bytes(16 * len(self._slots)))
        for key in self._slots:
            if key != _EMPTY:
                self._put(larger, key)
        self._slots = larger
