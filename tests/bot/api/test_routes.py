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


@pytest.mark.parametrize(
    ("ending", "media_type", "beginning"),
    [("svg", "image/svg+xml", b"<svg "), ("png", "image/png", b"\x89PNG")],
)
def test_the_chart_of_an_answer_is_a_picture(
    client: TestClient, ending: str, media_type: str, beginning: bytes
) -> None:
    response = client.post(f"/v1/chart.{ending}", json={"question": "How will it grow?"})
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    assert response.content.startswith(beginning)


def test_an_answer_without_a_chart_is_a_problem(client: TestClient) -> None:
    response = client.post("/v1/chart.svg", json={"question": "Who are the players?"})
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == "no-chart"


def test_a_chart_is_asked_for_as_an_answer_is(client: TestClient, bot: FakeBot) -> None:
    body = {"question": "How will it grow?", "report": "tidal-energy", "conversation": "c9"}
    assert client.post("/v1/chart.png", json=body).status_code == 200
    assert bot.asked == [("How will it grow?", "tidal-energy", "c9")]
    assert client.post("/v1/chart.png", json={"question": "grow" * 100}).json()["type"] == "question-too-long"
    assert client.post("/v1/chart.png", content=b"{}").status_code == 415


def test_there_are_charts_of_two_kinds(client: TestClient) -> None:
    assert client.post("/v1/chart.gif", json={"question": "How will it grow?"}).status_code == 422
    assert client.get("/v1/chart.svg").status_code == 405


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
        "/v1/ask", "/v1/chart.{ending}", "/v1/reports", "/v1/passages/{address}", "/v1/feedback", "/healthz", "/readyz",
        "/v1/chat/completions", "/v1/responses", "/v1/models", "/v1/models/{model}",
    }  # fmt: skip


def test_no_other_site_may_read_the_api(client: TestClient) -> None:
    response = client.get("/v1/reports", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in response.headers
