"""How fast articles go into a casefile, against coding them without one: 10,000 articles, the same command line but for the store.

    python benchmarks/ingest.py [--articles N] [--share N] [--jobs N] [--case CASE] [--json FILE]

Every ``share``-th article is conflict news, the rest ordinary news, all of about 450 words and each with a line of its own, so that no two texts
are one. Both commands run as processes of their own, one after the other. The rates are of processor time, so that other programs disturb them
less; the clock's are printed beside them.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

BAR = 0.8
"""Of the rate of ``code``."""


def articles(count: int, share: int) -> bytes:
    """JSON Lines."""
    from bench import conflict_articles, general_articles

    conflict, general = conflict_articles(), general_articles()
    out = []
    for n in range(count):
        kind = conflict if n % share == 0 else general
        article = kind[n // share % len(conflict) if n % share == 0 else n % len(general)]
        record = {"id": f"a{n}", "text": f"{article.text}\nNumber {n} of the run.", "publisher": f"Outlet {n % 200}", "url": f"https://outlet{n % 200}.example/{n}"}  # fmt: skip
        out.append(json.dumps(record | {"published": str(article.published or "2025-05-20")}))
    return ("\n".join(out) + "\n").encode()


def seconds(*words: str) -> tuple[float, float]:
    """How long a command takes: processor time, and by the clock."""
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    before, start = _used(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "dateline", *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    return _used() - before, time.perf_counter() - start


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the storing of articles.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--share", type=int, default=10, help="every so many-th article is conflict news")
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--case", help="a PostgreSQL URL, in place of a file")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_bytes(articles(given.articles, given.share))
        case = given.case or str(Path(folder) / "case.db")
        code = seconds("code", str(path), "--jobs", given.jobs, "--format", "jsonl")
        ingest = seconds("ingest", case, str(path), "--jobs", given.jobs)
        again = seconds("ingest", case, str(path), "--jobs", given.jobs)
        merge = seconds("merge", case)
        size = 0 if given.case else Path(case).stat().st_size
    count = given.articles
    ratio, clock = code[0] / ingest[0], code[1] / ingest[1]
    found = {"articles": count, "ratio": ratio, "clock": clock, "mb": size / 1e6}
    print(f"code     {count / code[0]:7.1f} articles/s   {count / code[1]:7.1f} by the clock")
    print(
        f"ingest   {count / ingest[0]:7.1f} articles/s   {count / ingest[1]:7.1f} by the clock   {ratio:.0%} of code's rate, "
        f"{clock:.0%} by the clock (bar {BAR:.0%}) {'ok' if ratio >= BAR else 'MISSED'}"
    )
    print(f"again    {count / again[0]:7.1f} articles/s   all of them there already")
    print(f"merge    {merge[0]:7.1f} s             the file has {size / 1e6:.0f} MB")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0 if ratio >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
