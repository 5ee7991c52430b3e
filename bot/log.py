"""The log on stderr: a line for each answer and each request of the API, and every error, as text or as JSON."""

import json
import logging
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from pythonjsonlogger.json import JsonFormatter

from bot.answer import Answer
from bot.settings import BotSettings
from bot.watch import REQUEST, Exchange, Watch, reports_of

_requests = logging.getLogger("bot.request")
_answers = logging.getLogger("bot.answer")

QUIET = {"opentelemetry": logging.ERROR, "httpx": logging.WARNING, "chromadb": logging.WARNING}
"""Libraries that say more than is of use here."""

TOLD = ("/v1/", "/mcp/")
"""Paths whose requests are told though nothing was wrong with them."""

_ORDINARY = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "request_id",
    "taskName",
    "color_message",
}


class Log(Watch):
    """Writes a line for each answer and each request; the questions' text only when told to.

    The page's own files and what machines ask for all the time are told where they fail, and else for debugging only.
    """

    def __init__(self, questions: bool = False) -> None:
        self._questions = questions

    @contextmanager
    def request(self, exchange: Exchange) -> Iterator[None]:
        try:
            yield
        finally:
            level = _level_of(exchange)
            said = {
                "method": exchange.method, "route": exchange.route, "status": exchange.status,
                "ms": round(exchange.seconds * 1000, 1), "reader": exchange.reader, "whole": exchange.whole,
            }  # fmt: skip
            _requests.log(level, "request", extra=said)

    def answered(self, question: str, answer: Answer) -> None:
        said = {
            "answer": answer.id, "status": answer.status, "answerer": answer.answerer, "ms": answer.took_ms,
            "reports": list(reports_of(answer)),
        }  # fmt: skip
        _answers.info("answer", extra=said | ({"question": question} if self._questions else {}))


def _level_of(exchange: Exchange) -> int:
    if exchange.status >= 500:
        return logging.WARNING
    told = exchange.status >= 400 or f"{exchange.path}/".startswith(TOLD)
    return logging.INFO if told else logging.DEBUG


def write_log(settings: BotSettings, stream: TextIO | None = None) -> None:
    """Let this process log as the settings say, on stderr; libraries' warnings and uvicorn's errors too."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_json() if settings.log_format == "json" else TextFormatter())
    handler.addFilter(_named)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)


def _named(record: logging.LogRecord) -> bool:
    record.request_id = REQUEST.get()
    return True


class TextFormatter(logging.Formatter):
    """A line of time, level, logger and message, then fields as name=value, with the stack below where there is one.

    Values with spaces, quotes or control characters are JSON strings, and the stack is indented: nothing that a client
    sent can begin a line.
    """

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        record.message = record.message.replace("\r", " ").replace("\n", " ").rstrip()
        fields = {name: value for name, value in vars(record).items() if name not in _ORDINARY}
        if identity := getattr(record, "request_id", ""):
            fields["request_id"] = identity
        return " ".join([super().formatMessage(record), *(f"{name}={_plain(value)}" for name, value in fields.items())])

    def formatException(self, ei: Any) -> str:  # noqa: N802, ANN401 - as the class it overrides
        return textwrap.indent(super().formatException(ei), "    ", lambda line: True)


def _plain(value: object) -> str:
    if isinstance(value, list):
        value = ",".join(map(str, value))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if not text:
        return "-"
    return text if text.isprintable() and not set(text) & set(" \"='") else json.dumps(text)


def _json() -> logging.Formatter:
    formatter = JsonFormatter(
        ["asctime", "levelname", "name", "message", "request_id"],
        rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
        reserved_attrs=[*_ORDINARY],
    )
    formatter.converter = time.gmtime
    formatter.default_time_format, formatter.default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"
    return formatter
