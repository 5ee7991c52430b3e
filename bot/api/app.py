"""The FastAPI application, without the page."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from bot.api.asking import Asking
from bot.api.body_limit import BodyLimit
from bot.api.docs import manual
from bot.api.headers import SecurityHeaders
from bot.api.openai.problems import ErrorMember
from bot.api.openai.routes import openai_routes
from bot.api.problems import add_problems
from bot.api.routes import close_the_rest, routes
from bot.desk import Bot
from bot.mcp.http import PATH, McpOverHttp
from bot.mcp.server import mcp_server
from bot.reader import ANYBODY
from bot.records import Records
from bot.settings import BotSettings


def api(bot: Bot, settings: BotSettings, records: Records) -> FastAPI:
    """The API over a bot. The usual viewers of its schema load scripts from elsewhere: ``/docs`` is our own."""
    asking = Asking(bot, settings)
    mcp = McpOverHttp(mcp_server(bot, asking, ANYBODY), settings.host, settings.allowed_origins)
    app = FastAPI(title="Footnote", version="1", docs_url=None, redoc_url=None, lifespan=mcp.lifespan)
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
    routers = (routes(bot, asking, records), openai_routes(bot, asking, records, settings.max_question))
    for router in (*routers, manual(app)):
        app.include_router(router)
    app.router.routes.append(Route(PATH, mcp))
    close_the_rest(app, routers)
    return app
