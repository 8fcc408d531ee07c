"""What CASE may be. Here, apart from everything that needs a library, since every input is looked at this way."""

_MAGIC = b"SQLite format 3\0"
_SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")


def is_url(name: str) -> bool:
    """Whether CASE names a PostgreSQL database."""
    return name.partition("://")[0] in _SCHEMES and "://" in name


def is_case(name: str) -> bool:
    """Whether an input is a casefile and not an article: a PostgreSQL URL, or a SQLite file by its first bytes."""
    if is_url(name):
        return True
    try:
        with open(name, "rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False
