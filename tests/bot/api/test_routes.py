"""The routes, as a client sees them."""

import pytest
from starlette.testclient import TestClient

from bot.answer import Answer
from bot.records import Records
from tests.bot.fakes import FakeBot


def test_a_question_gets_the_whole_answer(client: TestClient) -> None:
    response = client.post("/v1/ask", json={"question": "How big is the market?"})
    answer = Answer.model_validate(response.json())
    assert response.status_code == 200
    assert answer.status == "answered"
    assert answer.citations[0].number == 1


def test_every_quote_stands_at_its_offsets_in_the_passage_it_names(client: TestClient) -> None:
    for question in ("How big is the market?", "Who are the players?", "Which region leads?"):
        for citation in client.post("/v1/ask", json={"question": question}).json()["citations"]:
            text = client.get(f"/v1/passages/{citation['passage']}").json()["text"]
            assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_text_that_cannot_be_stored_is_mended(client: TestClient, bot: FakeBot) -> None:
    body = b'{"question": "How big\\u0000is \\ud800 it?"}'
    assert client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"}).status_code == 200
    assert bot.asked[0][0] == "How big is ? it?"


def test_report_and_conversation_reach_the_bot(client: TestClient, bot: FakeBot) -> None:
    client.post("/v1/ask", json={"question": "How big?", "report": "tidal-energy", "conversation": "c9"})
    assert bot.asked == [("How big?", "tidal-energy", "c9")]


def test_a_question_is_kept_with_its_answer(client: TestClient, records: Records) -> None:
    answer = client.post("/v1/ask", json={"question": "How big?"}).json()
    (turn,) = records.turns(answer["conversation"])
    assert (turn.question, turn.answer.id) == ("How big?", answer["id"])


def test_reports_are_listed_with_what_may_be_asked(client: TestClient) -> None:
    (report,) = client.get("/v1/reports").json()
    assert report["id"] == "tidal-energy"
    assert report["examples"]


def test_a_table_cell_shows_its_table(client: TestClient) -> None:
    view = client.get("/v1/passages/tidal-energy:t0r0c1").json()
    table = view["table"]
    assert table["rows"][table["row"]][table["column"]] == view["text"]


@pytest.mark.parametrize("thumb", ["up", "down"])
def test_a_thumb_is_stored(client: TestClient, records: Records, thumb: str) -> None:
    answer = client.post("/v1/ask", json={"question": "How big?"}).json()["id"]
    response = client.post("/v1/feedback", json={"answer": answer, "thumb": thumb, "comment": "Thanks"})
    stored = records.feedback(answer)
    assert response.status_code == 204
    assert stored is not None
    assert (stored.thumb, stored.comment) == (thumb, "Thanks")


def test_a_server_with_reports_is_ready(client: TestClient) -> None:
    assert client.get("/readyz").status_code == 200
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_server_without_reports_is_alive_but_not_ready(client: TestClient, bot: FakeBot) -> None:
    bot.reports().clear()
    assert client.get("/healthz").status_code == 200
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "python -m ingest" in response.json()["detail"]


def test_the_schema_names_every_route(client: TestClient) -> None:
    assert set(client.get("/openapi.json").json()["paths"]) == {
        "/v1/ask", "/v1/reports", "/v1/passages/{address}", "/v1/feedback", "/healthz", "/readyz",
    }  # fmt: skip


def test_no_other_site_may_read_the_api(client: TestClient) -> None:
    response = client.get("/v1/reports", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in response.headers
