"""The routes of the API."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.sse import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.routing import Match, Route
from starlette.types import Receive, Scope, Send

from bot.answer import Answer
from bot.api.asker import reader_of
from bot.api.asking import Asking
from bot.api.bodies import Ask, Rating, json_only
from bot.api.events import event_stream
from bot.api.problems import NoChart, NoSuchAnswer, failing
from bot.api.status import add_status
from bot.desk import Bot
from bot.monitoring import Monitoring
from bot.picture.export import MEDIA_TYPES, Ending, picture
from bot.records import Records
from bot.settings import BotSettings

_CLOSED = (
    "/v1/{rest:path}",
    "/healthz",
    "/readyz",
    "/version",
    "/metrics",
    "/gradio_api/upload",  # the page takes no files, but Gradio would store anybody's
    "/gradio_api/upload_progress",
)


def routes(bot: Bot, asking: Asking, records: Records, settings: BotSettings, monitoring: Monitoring) -> APIRouter:
    """Everything the API answers to."""
    router = APIRouter(responses=failing())
    _add_ask(router, asking)
    _add_chart(router, asking)
    _add_feedback(router, records)
    add_status(router, bot, settings, monitoring)
    return router


def close_the_rest(app: FastAPI, routers: Sequence[APIRouter]) -> None:
    """404 or 405 for what no route takes; otherwise the page mounted at ``/`` would answer in its own way."""
    app.routes.extend(Route(path, _Closed(routers)) for path in _CLOSED)


class _Closed:
    """ASGI application for every method there is: says which ones the path has, or that there is no such path."""

    def __init__(self, routers: Sequence[APIRouter]) -> None:
        self._routers = routers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        routes = (route for router in self._routers for route in router.routes)
        near = [route for route in routes if route.matches(scope)[0] is Match.PARTIAL]
        allowed = sorted({method for route in near for method in getattr(route, "methods", ())})
        if allowed:
            raise HTTPException(405, headers={"Allow": ", ".join(allowed)})
        raise HTTPException(404)


def _add_ask(router: APIRouter, asking: Asking) -> None:
    stream: dict[int | str, dict[str, Any]] = {
        200: {
            "description": "The answer; streamed as the events step, citation, block and, with all of it, done",
            "content": {"text/event-stream": {}},
        }
    }

    @router.post(
        "/v1/ask",
        operation_id="ask",
        response_model=Answer,
        responses=stream | failing(400, 404, 408, 413, 415),
        dependencies=[Depends(json_only)],
        tags=["answers"],
    )
    async def ask(body: Ask, request: Request) -> Answer | EventSourceResponse:
        """Ask a question. ``Accept: text/event-stream`` streams the answer."""
        if "text/event-stream" in request.headers.get("accept", ""):
            return event_stream(await asking.parts(body, reader_of(request)))
        return await asking.answer(body, reader_of(request))


def _add_chart(router: APIRouter, asking: Asking) -> None:
    drawn: dict[int | str, dict[str, Any]] = {
        200: {"description": "The chart, with its source", "content": {media: {} for media in MEDIA_TYPES.values()}}
    }

    @router.post(
        "/v1/chart.{ending}",
        operation_id="draw_chart",
        response_class=Response,
        responses=drawn | failing(400, 404, 408, 413, 415),
        dependencies=[Depends(json_only)],
        tags=["answers"],
    )
    async def chart(body: Ask, ending: Ending, request: Request) -> Response:
        """Ask a question and get the answer's chart as a picture, ``svg`` or ``png``; 404 when it has none."""
        drawing = await run_in_threadpool(picture, await asking.answer(body, reader_of(request)), ending)
        if drawing is None:
            raise NoChart("Figures of several years are drawn. POST /v1/ask gives this answer in words.")
        return Response(drawing, media_type=MEDIA_TYPES[ending])


def _add_feedback(router: APIRouter, records: Records) -> None:
    @router.post(
        "/v1/feedback",
        operation_id="rate_answer",
        status_code=204,
        responses=failing(400, 404, 408, 413, 415),
        dependencies=[Depends(json_only)],
        tags=["answers"],
    )
    def feedback(body: Rating) -> None:
        """Say whether an answer helped; a second thumb takes the first one's place."""
        if not records.rate(body.answer, body.thumb, body.comment):
            raise NoSuchAnswer("Send the id of an answer this server gave.")
