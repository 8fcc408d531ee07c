"""The API, tried with whatever its own description allows: it answers or refuses, and never breaks."""

from collections.abc import Callable
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from opened import Open

EASY = settings(
    max_examples=80, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def test_no_request_breaks_the_server(local: Open) -> None:
    asked = local.program("admin")
    schema = schemathesis.openapi.from_dict(asked.get("/api/openapi.json").json())
    seen: dict[str, set[int]] = {}
    for found in schema.get_all_operations():
        operation = found.ok()
        codes = seen.setdefault(f"{operation.method} {operation.path}", set())
        EASY(given(case=operation.as_strategy())(_asking(local, asked.headers["authorization"], codes)))()
    assert len(seen) >= 9
    assert {name: codes for name, codes in seen.items() if any(code >= 500 for code in codes)} == {}


def _asking(local: Open, authorization: str, codes: set[int]) -> Callable[[Any], None]:
    def run(case: Any) -> None:
        codes.add(case.call(base_url=local.url, headers={"authorization": authorization}).status_code)

    return run


def test_the_description_is_whole_and_no_page_of_it_loads_anything(local: Open) -> None:
    asked = local.program("admin")
    said = asked.get("/api/openapi.json").json()
    assert len(said["paths"]) >= 8
    assert {"IncidentPage", "QueuePage", "MapPage", "Decision", "Decided"} <= {
        n.rsplit("_", 1)[-1] for n in said["components"]["schemas"]
    }
    assert "http" not in str(said["servers"])
    for page in ("/api", "/api/redoc", "/api/swagger", "/schema", "/api/elements"):
        assert asked.get(page).text.count("<script") == asked.get(page).text.count('<script src="/static/')
