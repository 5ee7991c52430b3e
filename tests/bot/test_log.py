"""The log's lines."""

import io
import json
import logging
import re
import warnings

import pytest
from starlette.datastructures import Headers

from bot.log import Log, write_log
from bot.settings import BotSettings
from bot.watch import REQUEST, Exchange
from tests.bot.fakes import FIGURE

QUESTION = "How big is xyzzy?"
FORGED = "a\n2026-01-01T00:00:00.000Z INFO bot.request status=200"


def written(log_format: str) -> io.StringIO:
    stream = io.StringIO()
    write_log(BotSettings(log_format=log_format), stream)
    return stream


def exchange(**changes: object) -> Exchange:
    fields = {
        "id": "r1", "method": "POST", "path": "/v1/ask", "headers": Headers({"authorization": "Bearer xyzzy"}),
        "route": "/v1/ask", "status": 200, "seconds": 0.0234, "reader": "ines", "whole": True,
    }  # fmt: skip
    return Exchange(**(fields | changes))


def log(watch: Log, of: Exchange) -> None:
    token = REQUEST.set(of.id)
    with watch.request(of):
        watch.answered(QUESTION, FIGURE)
    REQUEST.reset(token)


def test_json_has_a_line_for_the_answer_and_one_for_the_request() -> None:
    stream = written("json")
    log(Log(), exchange())
    answer, request = map(json.loads, stream.getvalue().splitlines())
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", request.pop("time"))
    assert request == {
        "level": "INFO", "logger": "bot.request", "message": "request", "request_id": "r1", "method": "POST",
        "route": "/v1/ask", "status": 200, "ms": 23.4, "reader": "ines", "whole": True,
    }  # fmt: skip
    assert (answer["request_id"], answer["status"], answer["answerer"]) == ("r1", "answered", "lookup")
    assert answer["reports"] == ["tidal-energy"]


def test_text_has_the_same() -> None:
    stream = written("text")
    log(Log(), exchange(reader=""))
    answer, request = stream.getvalue().splitlines()
    assert request.endswith(
        " INFO bot.request request method=POST route=/v1/ask status=200 ms=23.4 reader=- whole=true request_id=r1"
    )
    assert "reports=tidal-energy" in answer


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_question_is_written_only_when_told_to(log_format: str) -> None:
    stream = written(log_format)
    log(Log(), exchange())
    assert "xyzzy" not in stream.getvalue()
    log(Log(questions=True), exchange())
    assert QUESTION in stream.getvalue()
    assert "Bearer" not in stream.getvalue()


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_nobody_can_write_a_line_of_their_own(log_format: str) -> None:
    stream = written(log_format)
    Log(questions=True).answered(FORGED, FIGURE)
    logging.getLogger("elsewhere").warning(FORGED)
    try:
        raise ValueError(FORGED)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("It broke\n")
    assert not [line for line in stream.getvalue().splitlines() if line.startswith("2026-01-01")]


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_defect_has_its_stack_and_its_request(log_format: str) -> None:
    stream = written(log_format)
    token = REQUEST.set("r7")
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n")
    REQUEST.reset(token)
    assert "r7" in stream.getvalue().splitlines()[0]
    assert "ZeroDivisionError" in stream.getvalue()
    if log_format == "json":
        assert "Traceback" in json.loads(stream.getvalue())["exc_info"]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/v1/ask", 200, True), ("/mcp", 200, True), ("/v1/nowhere", 404, True), ("/", 401, True),
        ("/readyz", 503, True), ("/", 200, False), ("/assets/index.js", 304, False),
        ("/healthz", 200, False), ("/metrics", 200, False),
    ],
)  # fmt: skip
def test_what_is_asked_for_all_the_time_is_told_where_it_fails(path: str, status: int, told: bool) -> None:
    stream = written("text")
    with Log().request(exchange(path=path, status=status)):
        pass
    assert bool(stream.getvalue()) == told


def test_a_failed_request_stands_out_and_libraries_warnings_are_in_the_log() -> None:
    stream = written("json")
    log(Log(), exchange(status=503))
    assert json.loads(stream.getvalue().splitlines()[1])["level"] == "WARNING"
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("careful", stacklevel=1)
    assert json.loads(stream.getvalue().splitlines()[2])["logger"] == "py.warnings"
