"""Every error is a problem document that does not repeat what was sent."""

import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.problems import ProblemDocument
from bot.desk import NotReady, ReportInfo
from bot.records import Records
from bot.settings import BotSettings
from ingest.errors import UnknownReport
from ingest.index import DamagedIndex
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client

SECRET = "<script>alert('xyzzy')</script>"
JSON = {"Content-Type": "application/json"}

BAD_REQUESTS = [
    ("an unknown path", "GET", "/v1/xyzzy", None, {}, 404),
    ("a path under a known one", "GET", "/healthz/xyzzy", None, {}, 404),
    ("an unknown passage", "GET", "/v1/passages/xyzzy:p9", None, {}, 404),
    ("feedback on an unknown answer", "POST", "/v1/feedback", b'{"answer": "xyzzy", "thumb": "up"}', JSON, 404),
    ("GET for POST", "GET", "/v1/ask", None, {}, 405),
    ("POST for GET", "POST", "/readyz", b"xyzzy", {}, 405),
    ("DELETE of a passage", "DELETE", "/v1/passages/xyzzy", None, {}, 405),
    ("a body too large", "POST", "/v1/ask", b'{"question": "' + b"xyzzy" * 2000 + b'"}', JSON, 413),
    ("a form", "POST", "/v1/ask", b"question=xyzzy", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ("no media type", "POST", "/v1/feedback", b'{"answer": "xyzzy", "thumb": "up"}', {}, 415),
    ("broken JSON", "POST", "/v1/ask", b'{"question": xyzzy', JSON, 422),
    ("no question", "POST", "/v1/ask", b'{"q": "xyzzy"}', JSON, 422),
    ("a blank question", "POST", "/v1/ask", b'{"question": "  \\u0000 "}', JSON, 422),
    ("an unknown field", "POST", "/v1/ask", b'{"question": "How big?", "xyzzy": 1}', JSON, 422),
    ("a number for a question", "POST", "/v1/ask", b'{"question": 424242}', JSON, 422),
    ("a question too long", "POST", "/v1/ask", b'{"question": "' + b"xyzzy" * 50 + b'"}', JSON, 422),
    ("a report id with a path", "POST", "/v1/ask", b'{"question": "How big?", "report": "../xyzzy"}', JSON, 422),
    ("an unknown thumb", "POST", "/v1/feedback", b'{"answer": "a1", "thumb": "xyzzy"}', JSON, 422),
    ("a body that is no text", "POST", "/v1/ask", b"\xff\xfe\x00xyzzy", JSON, 422),
]


@pytest.mark.parametrize(("case", "method", "path", "body", "headers", "status"), BAD_REQUESTS)
def test_a_bad_request_gets_a_problem(
    client: TestClient, case: str, method: str, path: str, body: bytes | None, headers: dict[str, str], status: int
) -> None:
    response = client.request(method, path, content=body, headers=headers)
    problem = response.json()
    assert response.status_code == problem["status"] == status, (case, problem)
    assert response.headers["content-type"] == "application/problem+json"
    assert ProblemDocument.model_validate(problem, extra="forbid").title
    assert "xyzzy" not in response.text
    assert "424242" not in response.text


def test_405_says_what_is_allowed(client: TestClient) -> None:
    assert client.get("/v1/ask").headers["allow"] == "POST"


class FailingBot(FakeBot):
    """Raises ``cause`` whatever is asked."""

    def __init__(self, cause: Exception) -> None:
        super().__init__()
        self._cause = cause

    def reports(self) -> list[ReportInfo]:
        raise self._cause


@pytest.mark.parametrize(
    ("cause", "status"),
    [
        (RuntimeError(SECRET), 500),
        (UnknownReport("xyzzy"), 404),
        (NotReady("Opening."), 503),
        (DamagedIndex("The index in /srv/xyzzy cannot be opened."), 503),
    ],
)
def test_a_failure_keeps_its_cause_to_itself(
    settings: BotSettings, records: Records, cause: Exception, status: int
) -> None:
    client = local_client(api(FailingBot(cause), settings, records), raise_server_exceptions=False)
    for path in ("/v1/reports", "/readyz"):
        response = client.get(path)
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"
        assert "xyzzy" not in response.text
        assert ("retry-after" in response.headers) == (status == 503)
        assert "default-src 'none'" in response.headers["content-security-policy"]
