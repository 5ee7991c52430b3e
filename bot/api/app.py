"""The FastAPI application, without the page."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from bot.admission import Admission
from bot.api.body_limit import BodyLimit
from bot.api.call import Calls
from bot.api.docs import manual
from bot.api.forwarded import Forwarded
from bot.api.headers import SecurityHeaders
from bot.api.in_flight import InFlight
from bot.api.problems import add_problems
from bot.api.rate_limit import RateLimit, counter
from bot.api.routes import close_the_rest, routes
from bot.api.streams import Streams
from bot.desk import Bot
from bot.records import Records
from bot.settings import BotSettings


def api(bot: Bot, settings: BotSettings, records: Records, admission: Admission | None = None) -> FastAPI:
    """The API over a bot, whose callers ``admission`` lets in. Raises Misconfigured.

    The usual viewers of its schema load scripts from elsewhere: ``/docs`` is our own.
    """
    admission = admission or Admission(settings.answers_at_once, settings.waiting)
    app = FastAPI(title="Footnote", version="1", docs_url=None, redoc_url=None)
    app.add_middleware(Calls)  # the innermost: those around it may still find out who calls
    app.add_middleware(Streams, most=settings.streams)
    if counting := counter(settings):
        app.add_middleware(RateLimit, counter=counting)
    # Gradio reflects any origin with credentials unless its parent has a CORSMiddleware, even one that allows nothing.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type", "Accept"],
        expose_headers=["RateLimit", "RateLimit-Policy", "Retry-After"],
    )
    app.add_middleware(BodyLimit, limit=settings.max_body_kb * 1024)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(InFlight)
    if settings.trusted_proxies:
        app.add_middleware(Forwarded, trusted=settings.trusted_proxies)  # the outermost: the others look at the client
    add_problems(app)
    router = routes(bot, settings, records, admission)
    app.include_router(router)
    app.include_router(manual(app))
    close_the_rest(app, router)
    return app
