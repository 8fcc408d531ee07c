"""What people decide on the desk, in both stores: on record at once, never overwritten, shown before the next merge."""

from typing import Any

import httpx
from opened import Open, incident_of

from dateline.store.verify import verify


def page(client: httpx.Client, id: object) -> dict[str, Any]:
    return dict(client.get(f"/api/incidents/{id}").json())


def say(client: httpx.Client, id: object, **said: Any) -> dict[str, Any]:
    answer = client.post(f"/api/incidents/{id}/decisions", json=said)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def field(shown: dict[str, Any], name: str) -> dict[str, Any]:
    return next(f for f in shown["fields"] if f["name"] == name)


def test_a_value_is_accepted_corrected_rejected_and_taken_back(desk: Open) -> None:
    with desk.person("reviewer", "Ada") as ada:
        id = incident_of(ada, "Kutum")["id"]
        before = page(ada, id)
        assert field(before, "casualties")["words"] == "5 against 9 killed"
        assert field(before, "casualties")["state"] == "disputed"
        nine = next(s for s in field(before, "casualties")["statements"] if s["report"] == "a2")
        form = {
            "action": "correct",
            "statements": nine["id"],
            "to.low": "5",
            "to.high": "5",
            "note": "a misprint",
            "upto": before["upto"],
        }
        assert ada.post(f"/incidents/{id}/decide", data=form).status_code == 303
        after = page(ada, id)
        assert field(after, "casualties")["words"] == "5 killed"
        assert field(after, "casualties")["state"] == "agreed"
        (done,) = after["history"]
        assert (done["by"], done["note"], done["report"], done["mine"]) == ("Ada", "a misprint", "a2", True)
        say(ada, id, action="undo", decisions=done["ids"])
        assert field(page(ada, id), "casualties")["words"] == "5 against 9 killed"
        say(ada, id, action="reject", statements=[nine["id"]])
        assert field(page(ada, id), "casualties")["words"] == "5 killed"


def test_an_incident_is_accepted_and_rejected_as_a_whole(desk: Open) -> None:
    with desk.person("reviewer", "Ada") as ada:
        id = incident_of(ada, "Kutum")["id"]
        done = say(ada, id, action="accept", note="read both")
        assert len(done["decisions"]) > 8
        shown = page(ada, id)
        assert shown["state"] == "accepted"
        assert all(s["verdict"]["decision"] == "accept" for f in shown["fields"] for s in f["statements"])
        assert [h["field"] for h in shown["history"]] == [f"{len(done['decisions'])} values"]
        assert incident_of(ada, "Kutum")["id"] == id
        states = {
            i["incident"]["id"]: i["state"] for i in ada.get("/api/queue", params={"kind": "incident"}).json()["items"]
        }
        assert states[id] == "accepted"
        assert list(states)[-1] == id, "what is decided comes last"
        assert ada.get("/api/queue", params={"state": "accepted"}).json()["total"] == 1
        say(ada, id, action="undo", decisions=done["decisions"])
        assert page(ada, id)["state"] == "open"
        say(ada, id, action="reject", note="not an incident")
        assert page(ada, id)["gone"] is True
        desk.settle()
        assert ada.get(f"/api/incidents/{id}").status_code == 404


def test_incidents_are_merged_split_and_told_apart(desk: Open) -> None:
    with desk.person("reviewer", "Ada") as ada:
        one, two = (incident_of(ada, w)["id"] for w in ("Kutum", "Ombada"))
        done = say(ada, one, action="join", other=two, note="the mayor meant the same")
        joined = page(ada, done["incident"])
        assert {r.split("#")[0] for r in joined["records"]} == {"a1", "a2", "c1"}
        part = next(r for r in joined["records"] if r.startswith("c1"))
        say(ada, done["incident"], action="split", records=[part])
        assert incident_of(ada, "Ombada")["id"] != incident_of(ada, "Kutum")["id"]
        links = ada.get("/api/queue", params={"kind": "link"}).json()["items"]
        (link,) = [i for i in links if {str(i["left"])[:2], str(i["right"])[:2]} == {"b1", "b2"}]
        assert 0.4 <= link["score"] < 0.8
        done = say(ada, link["incident"]["id"], action="same", records=[link["left"], link["right"]], other=link["id"])
        assert len(page(ada, done["incident"])["records"]) == 2
        assert all(i["id"] != link["id"] for i in ada.get("/api/queue", params={"kind": "link"}).json()["items"])


def test_a_grade_is_a_persons_act(desk: Open) -> None:
    with desk.person("lead", "Lea") as lead:
        id = incident_of(lead, "Kutum")["id"]
        assert page(lead, id)["grade"]["decided"] is None
        assert page(lead, id)["grade"]["reasons"]
        say(lead, id, action="grade", grade="Confirmed", note="seen on film")
        shown = page(lead, id)["grade"]
        assert (shown["decided"], shown["by"], shown["note"]) == ("Confirmed", "Lea", "seen on film")
        assert (
            lead.post(f"/api/incidents/{id}/decisions", json={"action": "grade", "grade": "Certain"}).status_code == 400
        )
        desk.settle()
        assert lead.get("/api/queue", params={"grade": "Confirmed"}).json()["total"] == 1


def test_two_who_decide_at_once_are_both_kept_and_told(desk: Open) -> None:
    with desk.person("reviewer", "Ada") as ada, desk.person("reviewer", "Eve") as eve:
        id = incident_of(ada, "Kutum")["id"]
        seen = page(ada, id)
        assert seen["upto"] == page(eve, id)["upto"]
        about = field(seen, "casualties")["statements"][0]["id"]
        first = say(ada, id, action="accept", statements=[about], upto=seen["upto"], note="as the list says")
        second = say(eve, id, action="reject", statements=[about], upto=seen["upto"], note="not the list")
        assert first["conflicts"] == []
        (told,) = second["conflicts"]
        assert (told["earlier"]["by"], told["earlier"]["note"], told["later"]["by"]) == (
            "Ada",
            "as the list says",
            "Eve",
        )
        for client in (ada, eve):
            now = page(client, id)
            assert [h["by"] for h in now["history"]] == ["Eve", "Ada"]
            assert not any(h["undone"] for h in now["history"])
            assert (now["state"], len(now["conflicts"])) == ("conflict", 1)
        desk.settle()
        assert ada.get("/api/queue").json()["items"][0]["state"] == "conflict", "it needs a person most"
        assert "Two people decided otherwise" in ada.get(f"/incidents/{id}").text
        say(ada, id, action="accept", statements=[about], upto=page(ada, id)["upto"], note="we spoke")
        assert page(eve, id)["conflicts"] == []
        with desk.case.reading() as connection:
            assert verify(connection).problem is None


def test_who_has_seen_it_overrules_without_a_conflict(desk: Open) -> None:
    with desk.person("reviewer", "Ada") as ada, desk.person("lead", "Lea") as lead:
        id = incident_of(ada, "Ombada")["id"]
        say(ada, id, action="accept", upto=page(ada, id)["upto"])
        done = say(lead, id, action="reject", upto=page(lead, id)["upto"], note="a rumour")
        assert done["conflicts"] == []
        say(ada, id, action="grade", grade="Weak") if False else None
        taken = lead.post(f"/api/incidents/{id}/decisions", json={"action": "undo", "decisions": done["decisions"]})
        assert taken.status_code == 201
        assert page(ada, id)["state"] == "accepted"


def test_what_cannot_be_decided_is_said_and_nothing_is_stored(desk: Open) -> None:
    with desk.person("lead") as lead:
        id = incident_of(lead, "Kutum")["id"]
        about = field(page(lead, id), "when")["statements"][0]["id"]
        wrong: list[dict[str, Any]] = [
            {"action": "correct", "statements": [about], "correction": {"start": 5}},
            {"action": "correct", "statements": [about]},
            {"action": "accept", "statements": ["nothing"]},
            {"action": "join", "other": id},
            {"action": "join", "other": "feed"},
            {"action": "split", "records": []},
            {"action": "same", "records": ["a1#x", "zz#y"]},
            {"action": "undo", "decisions": []},
            {"action": "accept", "note": "x" * 3000},
            {"action": "drop"},
        ]
        for said in wrong:
            assert lead.post(f"/api/incidents/{id}/decisions", json=said).status_code == 400, said
        five = {"to.low": "5", "to.high": "5", "to.outcome": "killed", "to.group": "unknown"}
        forms = [{"to.low": "nine"}, {"to.low": "9", "to.high": "3"}, {}, five]
        number = field(page(lead, id), "casualties")["statements"][0]["id"]
        for form in forms:
            data = {"action": "correct", "statements": number, **form}
            assert lead.post(f"/incidents/{id}/decide", data=data).status_code == 400, form
        assert page(lead, id)["history"] == []


def test_corrections_of_every_field_can_be_typed(local: Open) -> None:
    changes = {
        "type": {"to.type": "air_strike"},
        "when": {"to.start": "2024-02-28", "to.end": "2024-02-29"},
        "where": {"to.name": "Kutum East", "to.lat": "14.3", "to.lon": "24.7", "to.radius_km": "2"},
        "casualties": {"to.low": "4", "to.high": ""},
        "victims": {"to.age": "30", "to.sex": "female"},
        "claims": {"to.modality": "alleged"},
    }
    with local.person("reviewer") as person:
        id = incident_of(person, "Kutum")["id"]
        for name, form in changes.items():
            about = next(s for s in field(page(person, id), name)["statements"] if s["report"] == "a1")
            data = {
                "action": "correct",
                "statements": about["id"],
                **{c["name"]: c["value"] for c in about["choices"]},
                **form,
            }
            answer = person.post(f"/incidents/{id}/decide", data=data)
            assert answer.status_code == 303, (name, answer.text)
            after = next(s for s in field(page(person, id), name)["statements"] if s["report"] == "a1")
            assert after["verdict"]["decision"] == "correct", name
        local.settle()
        found = incident_of(person, "Kutum East")
        assert found["title"] in ("Air strike", "Shelling")
