"""The routes of the API."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.sse import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.routing import Match

from bot.answer import Answer
from bot.api.asker import reader_of
from bot.api.asking import Asking
from bot.api.bodies import Ask, Rating, json_only
from bot.api.events import event_stream
from bot.api.problems import RESPONSES, NoChart, NoSuchAnswer, NoSuchPassage, NotOpen
from bot.desk import Bot, PassageView, ReportInfo
from bot.picture.export import MEDIA_TYPES, Ending, picture
from bot.records import Records

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_CLOSED = (
    "/v1/{rest:path}",
    "/healthz",
    "/readyz",
    "/gradio_api/upload",  # the page takes no files, but Gradio would store anybody's
    "/gradio_api/upload_progress",
)


def routes(bot: Bot, asking: Asking, records: Records) -> APIRouter:
    """Everything the API answers to."""
    router = APIRouter(responses=RESPONSES)
    _add_ask(router, asking)
    _add_chart(router, asking)
    _add_sources(router, bot)
    _add_feedback(router, records)
    _add_health(router, bot)
    return router


def close_the_rest(app: FastAPI, routers: Sequence[APIRouter]) -> None:
    """404 or 405 for what no route takes; otherwise the page mounted at ``/`` would answer in its own way."""

    async def refuse(request: Request) -> Response:
        near = [
            route for router in routers for route in router.routes if route.matches(request.scope)[0] is Match.PARTIAL
        ]
        allowed = sorted({method for route in near for method in getattr(route, "methods", ())})
        if allowed:
            raise HTTPException(405, headers={"Allow": ", ".join(allowed)})
        raise HTTPException(404)

    for path in _CLOSED:
        app.add_route(path, refuse, methods=_METHODS, include_in_schema=False)


def _add_ask(router: APIRouter, asking: Asking) -> None:
    stream: dict[int | str, dict[str, Any]] = {
        200: {
            "description": "The answer; streamed as the events step, citation, block and, with all of it, done",
            "content": {"text/event-stream": {}},
        }
    }

    @router.post("/v1/ask", response_model=Answer, responses=stream, dependencies=[Depends(json_only)])
    async def ask(body: Ask, request: Request) -> Answer | EventSourceResponse:
        """Ask a question. ``Accept: text/event-stream`` streams the answer."""
        if "text/event-stream" in request.headers.get("accept", ""):
            return event_stream(await asking.parts(body, reader_of(request)))
        return await asking.answer(body, reader_of(request))


def _add_chart(router: APIRouter, asking: Asking) -> None:
    drawn: dict[int | str, dict[str, Any]] = {
        200: {"description": "The chart, with its source", "content": {media: {} for media in MEDIA_TYPES.values()}}
    }

    @router.post("/v1/chart.{ending}", response_class=Response, responses=drawn, dependencies=[Depends(json_only)])
    async def chart(body: Ask, ending: Ending, request: Request) -> Response:
        """Ask a question and get the answer's chart as a picture, ``svg`` or ``png``; 404 when it has none."""
        drawing = await run_in_threadpool(picture, await asking.answer(body, reader_of(request)), ending)
        if drawing is None:
            raise NoChart("Figures of several years are drawn. POST /v1/ask gives this answer in words.")
        return Response(drawing, media_type=MEDIA_TYPES[ending])


def _add_sources(router: APIRouter, bot: Bot) -> None:
    @router.get("/v1/reports")
    def reports(request: Request) -> list[ReportInfo]:
        """The reports that can be asked."""
        return bot.seen_by(reader_of(request)).reports()

    @router.get("/v1/passages/{address}")
    def passage(address: str, request: Request) -> PassageView:
        """The source a citation points into; ``quote`` is ``text[start:end]`` of the citation."""
        view = bot.seen_by(reader_of(request)).passage(address)
        if view is None:
            raise NoSuchPassage("Addresses come from an answer's citations, and change when a report is replaced.")
        return view


def _add_feedback(router: APIRouter, records: Records) -> None:
    @router.post("/v1/feedback", status_code=204, dependencies=[Depends(json_only)])
    def feedback(body: Rating) -> None:
        """Say whether an answer helped; a second thumb takes the first one's place."""
        if not records.rate(body.answer, body.thumb, body.comment):
            raise NoSuchAnswer("Send the id of an answer this server gave.")


def _add_health(router: APIRouter, bot: Bot) -> None:
    @router.get("/healthz")
    def healthz() -> dict[str, str]:
        """The process is up."""
        return {"status": "ok"}

    @router.get("/readyz")
    def readyz() -> dict[str, str]:
        """200 once questions can be answered."""
        if not bot.reports():
            raise NotOpen("The library is empty. Run python -m ingest to add a report.", headers={"Retry-After": "5"})
        return {"status": "ready"}
