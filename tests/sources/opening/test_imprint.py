from datetime import date

import pytest

from dateline.sources.dateline import read_dateline

STORY = "Two men were shot on Thursday, officials said."


@pytest.mark.parametrize(
    "line",
    [
        "Published in The Star, May 3rd, 2021",
        "Published 3 May 2021",
        "(Published in The Star on 3.5.2021)",
        "First published: Mon 3 May 2021 10.31 BST",
        "Last updated May 3, 2021",
        "Posted on May 3, 2021 by admin",
        "For immediate release – 3 May 2021",
        "3 May 2021",
    ],
)
@pytest.mark.parametrize("shape", ["Two men shot\n{line}\n\n{story}", "Two men shot\n{story}\n\n{line}"])
def test_imprint(line: str, shape: str) -> None:
    text = shape.format(line=line, story=STORY)
    d = read_dateline(text)
    assert d.published == date(2021, 5, 3)
    assert d.date_span
    assert "2021" in text[d.date_span.start : d.date_span.end]


@pytest.mark.parametrize(
    "line", ["A report published in May 2021 said so.", "He was shot on 3 May 2021", "Published in The Star"]
)
def test_no_imprint(line: str) -> None:
    assert read_dateline(f"Two men shot\n{STORY}\n\n{line}").published is None


def test_opening_before_imprint() -> None:
    assert read_dateline(f"GAO, 3 May 2021 (Wire) - {STORY}\n\nUpdated 5 May 2021").published == date(2021, 5, 3)
