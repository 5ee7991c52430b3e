"""Problems that OpenAI's libraries can read."""

import json

import pytest
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.testclient import TestClient

from bot.api.openai.problems import ErrorMember, error_of
from bot.api.problems import NoSuchReport, Unexpected


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "invalid_request_error"), (401, "authentication_error"), (403, "permission_error"),
        (404, "invalid_request_error"), (422, "invalid_request_error"), (429, "rate_limit_error"),
        (500, "server_error"), (503, "server_error"),
    ],
)  # fmt: skip
def test_the_kind_of_an_error_is_told_by_its_status(status: int, kind: str) -> None:
    assert error_of({"status": status, "title": "T", "type": "no-such-x"}) == {
        "message": "T", "type": kind, "param": None, "code": "no_such_x",
    }  # fmt: skip


def test_the_message_says_what_happened_and_what_to_do() -> None:
    assert error_of(NoSuchReport("GET /v1/reports lists the reports.").marshal())["message"] == (
        "There is no such report. GET /v1/reports lists the reports."
    )
    assert error_of(Unexpected("a cause").marshal())["message"].startswith("Something went wrong here.")


def client(response: Response) -> TestClient:
    return TestClient(ErrorMember(response))


def test_a_problem_of_other_middleware_gets_the_member_on_these_paths_alone() -> None:
    problem = {"type": "no-key", "title": "A key is needed.", "status": 401}
    answers = client(JSONResponse(problem, 401, media_type="application/problem+json"))
    told = answers.get("/v1/models/x")
    assert told.json() == problem | {"error": error_of(problem)}
    assert int(told.headers["content-length"]) == len(told.content)
    assert json.loads(answers.get("/v1/ask").content) == problem
    assert json.loads(answers.get("/v1/modelsx").content) == problem


def test_what_is_no_problem_passes_as_it_is() -> None:
    assert client(PlainTextResponse("hello")).post("/v1/responses").text == "hello"
