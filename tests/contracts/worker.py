"""A process that works on a casefile until it is done or killed: ``python worker.py ingest|merge|migrate CASE COUNT``. It prints a line
when it begins, and one for each article as it is reported done."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent)]

from cases import OPTIONS, many  # noqa: E402
from dateline.casefile.ingest import ingest  # noqa: E402
from dateline.casefile.merging import merge_case  # noqa: E402
from dateline.store import migrating  # noqa: E402
from dateline.store.opening import open_case  # noqa: E402

LATER = str(HERE / "later")


def work(what: str, name: str, count: int) -> None:
    if what == "migrate":
        migrating.VERSIONS.append(LATER)
        migrating.KNOWN = {"9000"}
        print("begin", flush=True)
    with open_case(name, create=True) as case:
        if what == "ingest":
            print("begin", flush=True)
            for one in ingest(case, many(count), OPTIONS, "1", jobs=1):
                print(one.name, flush=True)
        elif what == "merge":
            print("begin", flush=True)
            merge_case(case)


if __name__ == "__main__":
    work(sys.argv[1], sys.argv[2], int(sys.argv[3]))
