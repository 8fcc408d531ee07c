"""The desk that most tests work at."""

from collections.abc import Iterator

import pytest
from opened import Open, make_open, reports


@pytest.fixture
def desk(place: str) -> Iterator[Open]:
    """In each of the two stores."""
    opened = make_open(place, reports())
    yield opened
    opened.stop()
    opened.case.close()


@pytest.fixture
def local(tmp_path: object) -> Iterator[Open]:
    """In SQLite only, where the store makes no difference."""
    opened = make_open(f"{tmp_path}/case.db", reports())
    yield opened
    opened.stop()
    opened.case.close()
