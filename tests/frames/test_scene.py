"""Where a deed happened is not what happened."""

import pytest

from telling import framed


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A councillor was shot dead as he left a rally in Cali on Monday.", {"kill"}),
        ("A bomb went off near a demonstration in Cali on Monday, killing two.", {"bomb", "kill"}),
        ("On the eve of the march, gunmen killed a union leader in Cali.", {"kill"}),
        ("Ahead of the protest, police arrested nine students in Cali.", {"arrest"}),
        ("Police killed two protesters at a demonstration in Cali on Monday.", {"kill", "protest"}),
        ("Workers marched in Cali on Monday and gunmen killed two of them.", {"kill", "protest"}),
    ],
)
def test_a_rally_that_is_only_the_scene_is_no_protest(text: str, acts: set[str]) -> None:
    assert {t.act for f in framed(text) for t in f.acts} == acts
