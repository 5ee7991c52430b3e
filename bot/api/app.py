"""The FastAPI application, without the page."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from bot.api.asking import Asking
from bot.api.body_limit import BodyLimit
from bot.api.docs import manual
from bot.api.headers import SecurityHeaders
from bot.api.openai.problems import ErrorMember
from bot.api.openai.routes import openai_routes
from bot.api.problems import add_problems
from bot.api.routes import close_the_rest, routes
from bot.desk import Bot
from bot.records import Records
from bot.settings import BotSettings


def api(bot: Bot, settings: BotSettings, records: Records) -> FastAPI:
    """The API over a bot. The usual viewers of its schema load scripts from elsewhere: ``/docs`` is our own."""
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
    app.add_middleware(ErrorMember)
    add_problems(app)
    asking = Asking(bot, settings)
    routers = (routes(bot, asking, records), openai_routes(bot, asking, records, settings.max_question))
    for router in (*routers, manual(app)):
        app.include_router(router)
    close_the_rest(app, routers)
    return app
