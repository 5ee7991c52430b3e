"""The FastAPI application, without the page."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from bot.api.body_limit import BodyLimit
from bot.api.docs import manual
from bot.api.headers import SecurityHeaders
from bot.api.problems import add_problems
from bot.api.routes import close_the_rest, routes
from bot.api.watching import HEADER, watch_requests
from bot.desk import Bot
from bot.monitoring import Monitoring, bare_monitoring
from bot.records import Records
from bot.settings import BotSettings


def api(bot: Bot, settings: BotSettings, records: Records, monitoring: Monitoring | None = None) -> FastAPI:
    """The API over a bot. The usual viewers of its schema load scripts from elsewhere: ``/docs`` is our own."""
    monitoring = monitoring or bare_monitoring(settings)
    app = FastAPI(title="Footnote", version="1", docs_url=None, redoc_url=None)
    # Gradio reflects any origin with credentials unless its parent has a CORSMiddleware, even one that allows nothing.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type", "Accept"],
        expose_headers=[HEADER],
    )
    app.add_middleware(BodyLimit, limit=settings.max_body_kb * 1024)
    app.add_middleware(SecurityHeaders)
    add_problems(app)
    router = routes(bot, settings, records, monitoring)
    app.include_router(router)
    app.include_router(manual(app))
    close_the_rest(app, router)
    watch_requests(app, monitoring.watch, settings)
    return app
