"""Passwords: argon2id with its library's present settings."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.store.errors import CaseError

LEAST, MOST = 10, 200
_hasher = PasswordHasher()


def keep(password: str) -> str:
    """The hash of a new password. Raises ``CaseError`` where it is too short to be one."""
    if not LEAST <= len(password) <= MOST:
        raise CaseError(f"a password has {LEAST} to {MOST} signs")
    return _hasher.hash(password)


def fits(hash: str | None, password: str) -> bool:
    """Whether a password is the one that was kept. Takes as long where none was."""
    try:
        return _hasher.verify(hash or _nobody(), password) and hash is not None
    except (VerificationError, InvalidHashError):
        return False


def worn(hash: str, password: str) -> str | None:
    """A new hash where the kept one was made with weaker settings than today's."""
    return _hasher.hash(password) if _hasher.check_needs_rehash(hash) else None


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")
