"""The server is killed while people decide: every decision that it acknowledged is there, in both stores, and the casefile verifies."""

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
from opened import reports

from cases import take
from dateline.casefile.merging import merge_case
from dateline.store.decisions import decided
from dateline.store.opening import open_case
from dateline.store.people import add_key, add_user
from dateline.store.verify import verify

SERVER = """
import sys, uvicorn
from dateline.desk.app import make_app
from dateline.desk.desk import Desk, Options
from dateline.desk.folding import Folding
from dateline.casefile.merging import merge_case
from dateline.store.opening import open_case
case = open_case(sys.argv[1])
desk = Desk(case, Options(("127.0.0.1",)), Folding(sys.argv[1], lambda: merge_case(case) and None), str)
uvicorn.run(make_app(desk), port=int(sys.argv[2]), log_level="error")
"""


def test_what_was_acknowledged_outlives_the_server(place: str, tmp_path: Path) -> None:
    with open_case(place, create=True) as case:
        take(case, reports())
        merge_case(case)
        with case.writing() as writer:
            tokens = [
                add_key(writer, add_user(writer, f"p{n}", "reviewer", by="t").id, "api", "t", None) for n in range(2)
            ]
    acknowledged: set[str] = set()
    for round_ in range(2):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with subprocess.Popen([sys.executable, "-c", SERVER, place, str(port)]) as server:
            url = f"http://127.0.0.1:{port}"
            for _ in range(1200):
                try:
                    httpx.get(f"{url}/login")
                    break
                except httpx.TransportError:
                    time.sleep(0.05)
            threads = [threading.Thread(target=work, args=(url, token, acknowledged)) for token in tokens]
            for thread in threads:
                thread.start()
            wanted = len(acknowledged) + 4 + round_
            while len(acknowledged) < wanted and any(thread.is_alive() for thread in threads):
                time.sleep(0.002)
            server.kill()
            for thread in threads:
                thread.join()
    assert len(acknowledged) >= 9
    with open_case(place) as case:
        with case.reading() as connection:
            assert verify(connection).problem is None
            assert acknowledged <= {d.id for d in decided(connection)}
        merge_case(case)


def work(url: str, token: str, acknowledged: set[str]) -> None:
    """Accept and take back until nobody answers."""
    try:
        with httpx.Client(base_url=url, headers={"authorization": f"Bearer {token}"}, timeout=60) as client:
            ids = [i["incident"]["id"] for i in client.get("/api/queue", params={"kind": "incident"}).json()["items"]]
            while True:
                for id in ids:
                    page = client.get(f"/api/incidents/{id}").json()
                    about = page["fields"][0]["statements"][0]["id"]
                    said = {"action": "accept", "statements": [about], "upto": page["upto"]}
                    acknowledged.update(client.post(f"/api/incidents/{id}/decisions", json=said).json()["decisions"])
    except (httpx.TransportError, ValueError, KeyError):
        return
