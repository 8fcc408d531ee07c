"""Whether time grows in line with the text: every finder, the opening and the whole coder on pieces assembled to do harm.

    python benchmarks/linear.py

Each piece is repeated to one length and to twelve times that length, in one process; only the ratio of the two times counts,
so that a slow machine changes nothing. Linear work gives 12 or less, quadratic work 144. A ratio above the bar is an error.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import dateline.coder as coder  # noqa: E402
from dateline.annotate.parse import parse  # noqa: E402
from dateline.annotate.roles import View  # noqa: E402
from dateline.mentions.numbers import find_ages, find_numbers, find_people  # noqa: E402
from dateline.mentions.parties import find_parties  # noqa: E402
from dateline.mentions.places import find_places  # noqa: E402
from dateline.mentions.times import find_times  # noqa: E402
from dateline.model.text import Article  # noqa: E402
from dateline.sources.dateline import read_dateline  # noqa: E402

TIMES = 12
BAR = 24.0
"""Twice what linear work gives: caches of the processor and the heap cost something, a square costs six times the bar."""
NOISE = 0.02
"""Seconds. What lies above the bar by less, or takes less altogether, says nothing."""
PIECES = (
    "x", "(", '"', "“", "7", "1,", "1,1,1,", "1,1,11,", "1-", "١", "\n", "\n \n", " ", "[", "]", "a ", "A ", "A, ", "A - ", "A 1 ", "a'", "'s ", "al-",
    "two ", "of ", "over ", "no one ", "including ", "a man and his ", "on the ", "of the north of ", "late ", "since ", "May ", "3 May ", "2021 ",
    "date ", "GAO (", "[TEXT] ", "@a ", "Command ", "A. A. A. ", "MR. ", "killed 1 ", "killed.\n", "killed; ", "killed, ", "killed and ",
    "Gunmen killed 5 people in Aleppo on Friday. ", "- killed 3 in Kunduz\n", "KUNDUZ - gunmen killed three\n", "GUNMEN KILLED FIVE. ",
    "killed\u200b ", "\u202ekilled \u0627\u0644 ", "killed\u0301 ", "\U0001f4a5 killed ", "killed-", "killed's ", "killed, he said, ",
    "12 killed, including 2 children, ", "the group killed the group ", "killed in Aleppo, Idlib and ", "Feb 11 2017 killed ", "\ufffd killed ",
    "http://a.b/c?killed=1 ", "killed \u3000\u00a0 ", "Houthi and Taliban forces of the ", "the Islamic State of ",
)  # fmt: skip

Work = Callable[[str], Callable[[], object]]
"""Makes ready what a text needs, and gives what is timed."""


def works(kit: Any) -> dict[str, tuple[int, Work]]:
    """What is measured, with the shorter length in code points."""

    def parties(text: str) -> Callable[[], object]:
        view = View(parse([text], kit.nlp)[0])
        return lambda: find_parties(view, text, kit.actors, kit.countries)

    def whole(text: str) -> Callable[[], object]:
        article = Article(id="x", text=text, published=date(2021, 6, 15), lang="en")
        return lambda: coder.code(article, kit)

    return {
        "numbers": (2_000, lambda text: lambda: (find_numbers(text), find_ages(text))),
        "people": (2_000, lambda text: lambda: find_people(text)),
        "times": (2_000, lambda text: lambda: find_times(text)),
        "places": (2_000, lambda text: lambda: find_places(text, kit=kit)),
        "actors": (2_000, parties),
        "dateline": (100_000, lambda text: lambda: read_dateline(text)),
        "coder": (1_000, whole),
    }


def costs(work: Work, piece: str, size: int) -> tuple[float, float]:
    """Seconds for twelve times the text and for the text: the best of three, in turns, for the machine's pace changes. Each text
    is one code point longer than the last, so that no cache knows it."""
    best = [float("inf"), float("inf")]
    for more in range(3):
        for k, length in enumerate((TIMES * size + more, size + more)):
            timed = work((piece * length)[:length])
            start = time.process_time()
            timed()
            best[k] = min(best[k], time.process_time() - start)
    return best[0], best[1]


def main() -> None:
    """Measure every finder on every piece, print the worst of each, and fail if one is above the bar."""
    kit = coder.load_kit()
    gc.freeze()  # else the collector goes through the whole kit now and then, in the longer texts mostly
    coder.MOST_CHARS = 10**9  # a long article would be read in part, which hides growth
    bad = 0
    for name, (size, work) in works(kit).items():
        work("Gunmen killed 5 people in Aleppo on Friday. ")()  # patterns and tables are made when first needed
        pieces = {
            (p * 400)[:400]: p for p in PIECES
        }.values()  # "1," and "1,1,1," make one text, which a cache would know
        rows = [(*costs(work, p, size), p) for p in pieces]
        above = [row for row in rows if row[0] > BAR * row[1] + NOISE]
        large, small, piece = max((r for r in rows if r[0] > NOISE), key=lambda r: r[0] / r[1], default=max(rows))
        verdict = f"ok, at worst {piece!r}" if not above else "NOT LINEAR: " + ", ".join(repr(p) for _, _, p in above)
        print(
            f"{name:<10}{large / small:6.1f} times the time for {TIMES} times the text   (bar {BAR:.0f}) {verdict}",
            flush=True,
        )
        bad += len(above)
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
