"""The FastAPI application, without the page."""

from fastapi import FastAPI
from fastapi_problem.handler import add_exception_handler
from starlette.middleware.cors import CORSMiddleware

from bot.api.body_limit import BodyLimit
from bot.api.headers import SecurityHeaders
from bot.api.problems import exception_handler
from bot.api.routes import close_the_rest, routes
from bot.desk import Bot, NotReady
from bot.records import Records
from bot.settings import BotSettings
from ingest.errors import UnknownReport


def api(bot: Bot, settings: BotSettings, records: Records) -> FastAPI:
    """The API over a bot. Its schema is at ``/openapi.json``; the usual viewers load scripts from elsewhere."""
    app = FastAPI(title="Footnote", version="1", docs_url=None, redoc_url=None)
    # Gradio reflects any origin with credentials unless its parent has a CORSMiddleware, even one that allows nothing.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type", "Accept"],
    )
    app.add_middleware(BodyLimit, limit=settings.max_body_kb * 1024)
    app.add_middleware(SecurityHeaders)
    handler = exception_handler()
    add_exception_handler(app, handler)
    for expected in (NotReady, UnknownReport):  # by name: the handler of Exception logs a defect as well
        app.add_exception_handler(expected, handler)
    router = routes(bot, settings, records)
    app.include_router(router)
    close_the_rest(app, router)
    return app
