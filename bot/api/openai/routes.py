"""The routes of OpenAI's API: chat completions, responses and models."""

import json
import logging
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from fastapi import APIRouter, Depends, Request
from fastapi.sse import EventSourceResponse, format_sse_event
from fastapi_problem.error import Problem
from starlette.concurrency import run_in_threadpool

from bot.answer import Answer, Citation
from bot.api.asker import reader_of
from bot.api.asking import Asking
from bot.api.bodies import Ask, Identifier, json_only
from bot.api.openai.bodies import ChatRequest, ResponsesRequest
from bot.api.openai.completions import ChatCompletion, Completion
from bot.api.openai.models import LIBRARY, Model, Models, models_of
from bot.api.openai.problems import ModelNotFound, error_of
from bot.api.openai.responses import ModelResponse, Responding
from bot.api.openai.talk import talk_of
from bot.api.openai.threads import Thread, Threads
from bot.api.openai.usage import Tokens, tokens_of
from bot.api.problems import Unexpected, failing
from bot.desk import Bot, Step
from bot.links import text_fragment
from bot.message import ChatMessage, message_of
from bot.reader import Reader
from bot.records import Records

_log = logging.getLogger(__name__)
_STREAMED: dict[int | str, dict[str, Any]] = {
    200: {"description": "The answer; streamed in whole sentences where asked", "content": {"text/event-stream": {}}}
}
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def openai_routes(bot: Bot, asking: Asking, records: Records, longest_question: int) -> APIRouter:
    """Everything that OpenAI's clients ask for."""
    router = APIRouter(responses=failing(), tags=["openai"])
    threads = Threads(bot, records, longest_question)
    _add_models(router, bot)
    _add_chat(router, bot, asking, records, threads)
    _add_responses(router, bot, asking, records, threads)
    return router


def _add_models(router: APIRouter, bot: Bot) -> None:
    @router.get("/v1/models", operation_id="list_models")
    def models(request: Request) -> Models:
        """The models that can be asked: ``footnote`` is the whole library, each report is one by its id."""
        return models_of(bot.seen_by(reader_of(request)).reports())

    @router.get("/v1/models/{model}", operation_id="get_model", responses=failing(404))
    def model(model: Identifier, request: Request) -> Model:
        """One of them."""
        return _model(bot, model, reader_of(request))


def _add_chat(router: APIRouter, bot: Bot, asking: Asking, records: Records, threads: Threads) -> None:
    @router.post(
        "/v1/chat/completions",
        operation_id="create_chat_completion",
        response_model=ChatCompletion,
        responses=_STREAMED | failing(400, 404, 408, 413, 415),
        dependencies=[Depends(json_only)],
    )
    async def chat(body: ChatRequest, request: Request) -> ChatCompletion | EventSourceResponse:
        """Ask in the shape of OpenAI's chat completions; ``stream`` sends whole sentences, each verified before."""
        body.refuse_lies()
        reader, talk = reader_of(request), talk_of(body.messages)
        report = await _report(bot, body.model, reader)
        thread = await asking.done(lambda: threads.brought(talk.before, report, reader), reader)
        ask = Ask(question=talk.question, report=report, conversation=thread.conversation)
        completion = Completion(f"chatcmpl-{uuid4().hex}", int(time.time()), body.model)
        tell = _Teller(records, _linking(request))
        if not body.stream:
            return completion.whole(*await tell(await asking.answer(ask, reader)))
        counted = bool(body.stream_options and body.stream_options.include_usage)
        parts = await asking.parts(ask, reader)
        return EventSourceResponse(_chunks(parts, completion, tell, counted), headers=_HEADERS)


def _add_responses(router: APIRouter, bot: Bot, asking: Asking, records: Records, threads: Threads) -> None:
    @router.post(
        "/v1/responses",
        operation_id="create_response",
        response_model=ModelResponse,
        responses=_STREAMED | failing(400, 404, 408, 413, 415),
        dependencies=[Depends(json_only)],
    )
    async def respond(body: ResponsesRequest, request: Request) -> ModelResponse | EventSourceResponse:
        """Ask in the shape of OpenAI's responses; ``stream`` sends its events, whole sentences only."""
        body.refuse_lies()
        reader, talk = reader_of(request), talk_of(body.input)
        report = await _report(bot, body.model, reader)

        def thread_of() -> Thread:
            if body.previous_response_id:
                return threads.behind(body.previous_response_id, talk.before, report, reader)
            if body.conversation_id:
                return threads.within(body.conversation_id, talk.before, report, reader)
            return threads.brought(talk.before, report, reader)

        thread = await asking.done(thread_of, reader)
        ask = Ask(question=talk.question, report=report, conversation=thread.conversation)
        responding = Responding(
            thread.response, int(time.time()), body.model, thread.conversation, body.previous_response_id
        )
        tell = _Teller(records, _linking(request))
        if not body.stream:
            return responding.whole(*await tell(await asking.answer(ask, reader)))
        parts = await asking.parts(ask, reader)
        return EventSourceResponse(_events(parts, responding, tell), headers=_HEADERS)


class _Teller:
    """Writes an answer as a message, and looks up what it took."""

    def __init__(self, records: Records, link: Callable[[Citation], str]) -> None:
        self._records = records
        self._link = link

    async def __call__(self, answer: Answer) -> tuple[Answer, ChatMessage, Tokens]:
        tokens = await run_in_threadpool(tokens_of, self._records, answer.id)
        return answer, message_of(answer, self._link), tokens


async def _chunks(
    parts: AsyncIterator[Step | Answer], completion: Completion, tell: _Teller, counted: bool
) -> AsyncIterator[bytes]:
    try:
        yield format_sse_event(data_str=completion.opening())
        async for part in parts:
            if isinstance(part, Answer):
                answer, message, tokens = await tell(part)
                for chunk in completion.chunks(answer, message, tokens if counted else None):
                    yield format_sse_event(data_str=chunk)
        yield format_sse_event(data_str="[DONE]")
    except Exception as error:  # the status line is sent: an event is all that is left to say it with
        yield format_sse_event(data_str=json.dumps({"error": error_of(_fault(error).marshal())}))


async def _events(parts: AsyncIterator[Step | Answer], responding: Responding, tell: _Teller) -> AsyncIterator[bytes]:
    try:
        for name, data in responding.opening():
            yield format_sse_event(event=name, data_str=data)
        async for part in parts:
            if isinstance(part, Answer):
                for name, data in responding.events(*await tell(part)):
                    yield format_sse_event(event=name, data_str=data)
    except Exception as error:  # as above
        name, data = responding.failure(str(error_of(_fault(error).marshal())["message"]))
        yield format_sse_event(event=name, data_str=data)


def _fault(error: Exception) -> Problem:
    """What a stream breaks off with, as it is told."""
    if isinstance(error, Problem):
        return error
    _log.error("An answer's stream broke off", exc_info=error)
    return Unexpected()


async def _report(bot: Bot, model: str, reader: Reader) -> str | None:
    """The report that a model is; None for the library. Raises ModelNotFound."""
    if model == LIBRARY:
        return None
    return (await run_in_threadpool(_model, bot, model, reader)).id


def _model(bot: Bot, model: str, reader: Reader) -> Model:
    found = next((each for each in models_of(bot.seen_by(reader).reports()).data if each.id == model), None)
    if found is None:
        raise ModelNotFound("GET /v1/models lists the models: each report is one, and footnote is the whole library.")
    return found


def _linking(request: Request) -> Callable[[Citation], str]:
    """The publisher's page at the quote, else the passage here."""

    def link(citation: Citation) -> str:
        here = f"{request.base_url}v1/passages/{quote(citation.passage, safe=':')}"
        return text_fragment(citation.url, citation.quote) or here

    return link
