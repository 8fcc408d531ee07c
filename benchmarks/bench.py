"""How fast articles are coded on one core, where the time goes, how long a cold start takes and how much memory it needs.

    python benchmarks/bench.py [--json FILE]

Everything runs in one process with one thread, on articles that the process has not seen before, after a few others have
warmed it up. Times are processor time, so that other programs on the machine disturb them less; the cold start is wall time,
because that is what a person waits.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import dateline.coder as coder  # noqa: E402
import dateline.frames.reading as reading  # noqa: E402
from dateline.jobs import load  # noqa: E402
from dateline.model.text import Article  # noqa: E402

HERE = Path(__file__).parent
GOLD = HERE.parent / "tests" / "gold"
WORDS = 450
WARM = 3
BARS = {"conflict": 15.0, "general": 150.0, "cold": 1.5, "rss": 400.0}
STAGES: tuple[tuple[str, tuple[tuple[Any, str], ...]], ...] = (
    ("gate", tuple((coder, n) for n in ("language", "read_dateline", "sentences", "conflict"))),
    ("parse", ((coder, "parse"), (coder, "View"))),
    (
        "finders",
        tuple(
            (reading, n)
            for n in ("find_parties", "find_numbers", "find_people", "find_ages", "find_times", "find_said", "triggers")
        ),
    ),
    ("places", ((reading, "find_places"),)),
    ("frames", ((coder, "frames"),)),
    ("story", ((coder, "_tell"),)),
)


def conflict_articles() -> list[Article]:
    """Articles of about 450 words, made of the gold articles that tell of incidents."""
    out: list[Article] = []
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not gold.get("incidents"):
            continue
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        day = date.fromisoformat(gold["published"]) if gold.get("published") else None
        out.append(Article(id=path.stem, text=_piece(text), published=day))
    return out


def _piece(text: str) -> str:
    """A text of about 450 words: the paragraphs of ``text``, all of them again where they are too few."""
    paragraphs = text.split("\n")
    while sum(len(p.split()) for p in paragraphs) < WORDS:
        paragraphs = [*paragraphs, "", *paragraphs]
    piece: list[str] = []
    for paragraph in paragraphs:
        piece.append(paragraph)
        if sum(len(p.split()) for p in piece) >= WORDS - 25:
            break
    return "\n".join(piece)


def general_articles() -> list[Article]:
    """Ordinary news of about 450 words each."""
    paths = sorted((HERE / "general").glob("*.txt"))
    return [Article(id=p.stem, text=p.read_text(encoding="utf-8"), published=date(2025, 5, 20)) for p in paths]


def speed(articles: list[Article], kit: Any, rounds: int = 1) -> tuple[float, float]:
    """Articles a second, and words an article."""
    start = time.process_time()
    for _ in range(rounds):
        for article in articles:
            coder.code(article, kit)
    spent = time.process_time() - start
    return rounds * len(articles) / spent, sum(len(a.text.split()) for a in articles) / len(articles)


def tokenised(articles: list[Article], kit: Any) -> float:
    """Articles a second when spaCy's tokenizer alone runs over them."""
    start = time.process_time()
    for article in articles:
        kit.nlp.make_doc(article.text)
    return len(articles) / (time.process_time() - start)


def shares(articles: list[Article], kit: Any) -> dict[str, float]:
    """The share of the time that each stage takes."""
    spent: dict[str, float] = dict.fromkeys((name for name, _ in STAGES), 0.0)
    undo: list[tuple[Any, str, Any]] = []
    for name, places in STAGES:
        for module, function in places:
            if hasattr(module, function):
                undo.append((module, function, getattr(module, function)))
                setattr(module, function, _timed(getattr(module, function), spent, name))
    start = time.process_time()
    for article in articles:
        coder.code(article, kit)
    total = time.process_time() - start
    for module, function, original in undo:
        setattr(module, function, original)
    spent["story"] -= spent["frames"]
    spent["rest"] = total - sum(spent.values())
    return {name: value / total for name, value in spent.items()}


def _timed(function: Callable[..., Any], spent: dict[str, float], name: str) -> Callable[..., Any]:
    def run(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += time.process_time() - start

    return run


def placed(articles: list[Article], kit: Any) -> float:
    """The share of incidents with a named place that also have a point."""
    found = [i.where for a in articles for i in coder.code(a, kit)[0].incidents if i.where.name]
    return sum(w.lat is not None for w in found) / max(len(found), 1)


def cold_start(runs: int = 5) -> tuple[float, float, float]:
    """``dateline code FILE`` as a process, the best of several: wall time and processor time in seconds; its memory in MB."""
    path = sorted(GOLD.glob("*.txt"))[0]
    best = busy = float("inf")
    for _ in range(runs):
        before = _children()
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dateline", "code", str(path)], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
        busy = min(busy, _children() - before)
    return best, busy, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure() -> dict[str, Any]:
    """Everything."""
    cold, cold_cpu, cold_rss = cold_start()
    kit = load("dateline.coder", None)[1]
    conflict, general = conflict_articles(), general_articles()
    for article in (*conflict[:WARM], *general[:WARM]):
        coder.code(article, kit)
    fresh = conflict[WARM:]
    conflict_speed, conflict_words = speed(fresh, kit)
    general_speed, general_words = speed(general[WARM:], kit)
    general_speed = max(general_speed, speed(general, kit, rounds=5)[0])
    baseline = tokenised(fresh, kit)
    return {
        "conflict": conflict_speed,
        "conflict_words": conflict_words,
        "conflict_articles": len(fresh),
        "general": general_speed,
        "general_words": general_words,
        "tokenise": baseline,
        "ratio": baseline / conflict_speed,
        "shares": shares(fresh, kit),
        "placed": placed(fresh, kit),
        "cold": cold,
        "cold_cpu": cold_cpu,
        "cold_rss": cold_rss,
        "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def show(m: dict[str, Any]) -> None:
    """Print the numbers with their bars."""
    met = {k: m[k] >= v if k in ("conflict", "general") else m[k] <= v for k, v in BARS.items()}
    mark = {k: "ok" if v else "MISSED" for k, v in met.items()}
    print(
        f"conflict news   {m['conflict']:8.1f} articles/s   {m['conflict_words']:.0f} words each, {m['conflict_articles']} unseen articles   (bar {BARS['conflict']:.0f}) {mark['conflict']}"
    )
    print(
        f"general news    {m['general']:8.1f} articles/s   {m['general_words']:.0f} words each   (bar {BARS['general']:.0f}) {mark['general']}"
    )
    print(
        f"tokenise only   {m['tokenise']:8.1f} articles/s   spaCy on the same conflict news: {m['ratio']:.0f} times as fast as coding"
    )
    print("time by stage   " + "   ".join(f"{name} {share:.0%}" for name, share in m["shares"].items()))
    print(
        f"cold start      {m['cold']:8.2f} s            to the end of the first article, best of 5; {m['cold_cpu']:.2f} s of processor time   (bar {BARS['cold']}) {mark['cold']}"
    )
    print(
        f"memory          {m['rss']:8.0f} MB           {m['cold_rss']:.0f} MB for one article   (bar {BARS['rss']:.0f}) {mark['rss']}"
    )
    print(f"places          {m['placed']:8.0%}              of the incidents with a named place have a point")


def main() -> None:
    """Measure, print, and write the numbers if asked."""
    parser = argparse.ArgumentParser(description="Measure speed and memory on one core.")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the numbers here too")
    options = parser.parse_args()
    found = measure()
    show(found)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
