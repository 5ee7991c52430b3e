"""An answer streamed as server-sent events."""

import json
from collections.abc import Iterator

from starlette.testclient import TestClient

from bot.answer import Answer
from bot.api.app import api
from bot.desk import NotReady, Step
from bot.records import Records
from bot.settings import BotSettings
from ingest.errors import UnknownReport
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client


def stream(client: TestClient, question: str) -> list[tuple[str, object]]:
    response = client.post("/v1/ask", json={"question": question}, headers={"Accept": "text/event-stream"})
    assert response.headers["content-type"].startswith("text/event-stream")
    frames = [dict(line.split(": ", 1) for line in f.splitlines()) for f in response.text.strip().split("\n\n")]
    return [(frame["event"], json.loads(frame["data"])) for frame in frames]


class BreakingBot(FakeBot):
    """Fails with the secret ``cause`` after ``steps`` steps."""

    def __init__(self, steps: int, cause: Exception) -> None:
        super().__init__()
        self._steps = steps
        self._cause = cause

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        yield from [Step(name="understand", text="Reading")] * self._steps
        raise self._cause


def test_steps_come_first_and_the_whole_answer_last(client: TestClient) -> None:
    events = stream(client, "How big is the market?")
    assert [name for name, _ in events] == ["step", "step", "step", "citation", "block", "done"]
    assert Answer.model_validate(events[-1][1]).status == "answered"


def test_a_citation_comes_before_the_block_that_uses_it(client: TestClient) -> None:
    names = [name for name, _ in stream(client, "Who are the players?")]
    assert names.count("citation") == 13
    assert names.index("block") > max(i for i, name in enumerate(names) if name == "citation")


def test_what_fails_at_once_has_its_own_status(settings: BotSettings, records: Records) -> None:
    client = local_client(api(BreakingBot(0, NotReady("Still opening.")), settings, records))
    response = client.post("/v1/ask", json={"question": "How big?"}, headers={"Accept": "text/event-stream"})
    assert response.status_code == 503
    assert response.json()["detail"] == "Still opening."


def test_what_fails_later_ends_with_an_error_event(settings: BotSettings, records: Records) -> None:
    client = local_client(api(BreakingBot(1, RuntimeError("xyzzy")), settings, records))
    (_, _), (name, problem) = stream(client, "How big?")
    assert name == "error"
    assert isinstance(problem, dict)
    assert problem["status"] == 500
    assert "xyzzy" not in str(problem)


def test_that_there_is_no_such_report_is_told_in_the_stream_too(settings: BotSettings, records: Records) -> None:
    client = local_client(api(BreakingBot(1, UnknownReport("xyzzy")), settings, records))
    (_, _), (name, problem) = stream(client, "How big?")
    assert name == "error"
    assert isinstance(problem, dict)
    assert (problem["type"], problem["status"]) == ("no-such-report", 404)
    assert "xyzzy" not in str(problem)
