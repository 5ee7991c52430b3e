"""The FastAPI application, without the page."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from bot.api.body_limit import BodyLimit
from bot.api.docs import manual
from bot.api.gate import Gate
from bot.api.headers import SecurityHeaders
from bot.api.kept import kept
from bot.api.lookups import lookups
from bot.api.problems import add_problems
from bot.api.routes import close_the_rest, routes
from bot.api.schema import describe
from bot.desk import Bot
from bot.keys import Keys
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings

_SUMMARY = "Answers about market-research reports, with the source under every number."


def api(bot: Bot, settings: BotSettings, records: Records) -> FastAPI:
    """The API over a bot. The usual viewers of its schema load scripts from elsewhere: ``/docs`` is our own."""
    anybody = Reader(licensed=settings.licensed) if settings.is_open else None
    app = FastAPI(title="Footnote", version="1", summary=_SUMMARY, docs_url=None, redoc_url=None)
    # The last one added is the first to see a request.
    app.add_middleware(BodyLimit, limit=settings.max_body_kb * 1024)
    app.add_middleware(Gate, keys=Keys(records.engine), anybody=anybody)
    # Gradio reflects any origin with credentials unless its parent has a CORSMiddleware, even one that allows nothing.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Accept"],
    )
    app.add_middleware(SecurityHeaders)
    add_problems(app)
    describe(app, settings.max_question)
    routers = (routes(bot, settings, records), kept(bot, records), lookups(bot))
    for router in (*routers, manual(app)):
        app.include_router(router)
    close_the_rest(app, routers)
    return app
