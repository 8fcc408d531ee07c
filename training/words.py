"""Make the table of everyday words: python training/words.py --data ../shared/data --out src/dateline/data/everyday.yml

Counts, for each word cut to its first seven letters, the share of texts of 300 words that hold it: UD English EWT and the open part of
GUM (their training splits), the first half of ECB+'s topics (averaged over its events, so that no event's own words count for more; words
in lower case only, so that no name is among them), and the articles written for this project. The largest of these shares counts.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TREEBANKS = ("ud_english_ewt/en_ewt-ud-train.conllu.gz", "gum_open/gum_open-train.conllu.gz")
ECB = ("ECB_Dev_corpus.txt.gz", "ECB_Train_corpus.txt.gz")
TOPICS = {1, 2, 4, 5, 7, 9, 11, 12, 14, 18, 19, 21, 23, 25, 27, 29, 31, 33, 34, 35}
"""The half of ECB+ that merging was tuned on; the other half measures it."""

BANDS = (40, 20, 10, 5, 2.5, 1.5)
LETTERS = 7
WORD = re.compile(r"[^\W\d_]+|\b\d{1,2}\b")
LEAST = 4
"""Texts that a word of the treebanks must be in."""


def lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()


def words(text: str, lower: bool = False) -> set[str]:
    return {w.casefold()[:LETTERS] for w in WORD.findall(text) if len(w) > 1 and (not lower or w.islower())}


def shares(texts: Iterable[set[str]], least: int) -> dict[str, float]:
    every = list(texts)
    found = Counter(w for text in every for w in text)
    return {w: n / len(every) for w, n in found.items() if n >= least}


def treebanks(data: Path) -> Iterator[set[str]]:
    for name in TREEBANKS:
        held: list[str] = []
        for line in lines(data / name):
            if line.startswith("# text = "):
                held += line[9:].split()
                if len(held) >= 300:
                    yield words(" ".join(held))
                    held = []


def ecb(data: Path) -> dict[str, float]:
    texts: dict[str, list[str]] = defaultdict(list)
    for name in ECB:
        for line in lines(data / "ecbplus" / name):
            fields = line.split("\t")
            if len(fields) > 3 and int(fields[0].split("_")[0]) in TOPICS:
                texts[fields[0]].append(fields[3])
    events: dict[str, list[set[str]]] = defaultdict(list)
    for name, told in texts.items():
        events[name.split("_")[0] + ("b" if name.endswith("plus") else "a")].append(words(" ".join(told), lower=True))
    out: Counter[str] = Counter()
    for articles in events.values():
        for word, share in shares(articles, 1).items():
            out[word] += share / len(events)
    return out


def own() -> Iterator[set[str]]:
    for path in sorted((ROOT / "tests" / "gold").glob("*.txt")):
        yield words(path.read_text(encoding="utf-8")[:4000], lower=True)
    for line in (ROOT / "tests" / "merge" / "corpus" / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        yield words(json.loads(line)["text"][:4000], lower=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the table of everyday words.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    tables = (shares(treebanks(given.data), LEAST), ecb(given.data), shares(own(), 3))
    most = {w: max(t.get(w, 0.0) for t in tables) for t in tables for w in t}
    bands: dict[float, list[str]] = {band: [] for band in BANDS}
    for word in sorted(most):
        band = next((b for b in BANDS if 100 * most[word] >= b), None)
        if band is not None:
            bands[band].append(word)
    lines = [
        "# Words that ordinary texts share, by how many of a hundred texts of 300 words hold them at least; the first seven letters of each.",
        "# Two reports that share these may tell of anything. Made by training/words.py.",
    ]
    for band, found in bands.items():
        lines.append(f"{band}: [{', '.join(json.dumps(w, ensure_ascii=False) for w in found)}]")
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
