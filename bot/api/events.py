"""An answer as server-sent events: step, then citation and block, then done."""

import json
import logging
from collections.abc import AsyncIterator, Iterator

from fastapi.sse import EventSourceResponse, format_sse_event
from pydantic import BaseModel

from bot.answer import Answer
from bot.api.problems import NoSuchReport, TookTooLong, Unexpected
from bot.desk import Step
from bot.patience import GivenUp
from ingest.errors import UnknownReport

_log = logging.getLogger(__name__)


def event_stream(parts: AsyncIterator[Step | Answer]) -> EventSourceResponse:
    """The response."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventSourceResponse(_events(parts), headers=headers)


async def _events(parts: AsyncIterator[Step | Answer]) -> AsyncIterator[bytes]:
    try:
        async for part in parts:
            for event in _answer_events(part) if isinstance(part, Answer) else [_event("step", part)]:
                yield event
    except GivenUp as error:
        yield format_sse_event(event="error", data_str=json.dumps(TookTooLong(str(error)).marshal()))
    except UnknownReport:
        problem = NoSuchReport("GET /v1/reports lists the reports.")
        yield format_sse_event(event="error", data_str=json.dumps(problem.marshal()))
    except Exception:  # the status line is sent: an event is all that is left to say it with
        _log.exception("An answer's stream broke off")
        yield format_sse_event(event="error", data_str=json.dumps(Unexpected().marshal()))


def _answer_events(answer: Answer) -> Iterator[bytes]:
    """Citations come before the blocks that use them; ``done`` is the whole answer, as without streaming."""
    for citation in answer.citations:
        yield _event("citation", citation)
    for block in answer.blocks:
        yield _event("block", block)
    yield _event("done", answer)


def _event(name: str, data: BaseModel) -> bytes:
    return format_sse_event(event=name, data_str=data.model_dump_json())
