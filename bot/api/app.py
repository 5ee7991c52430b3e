"""The FastAPI application, without the page."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from bot.admission import Admission
from bot.api.asking import Asking
from bot.api.body_limit import BodyLimit
from bot.api.call import Calls
from bot.api.docs import manual
from bot.api.forwarded import Forwarded
from bot.api.gate import Gate
from bot.api.in_flight import InFlight
from bot.api.kept import kept
from bot.api.lookups import lookups
from bot.api.openai.problems import ErrorMember
from bot.api.openai.routes import openai_routes
from bot.api.problems import add_problems
from bot.api.rate_limit import RateLimit, counter
from bot.api.routes import close_the_rest, routes
from bot.api.schema import describe
from bot.api.streams import Streams
from bot.api.watching import HEADER, surround
from bot.api.widget import widget
from bot.desk import Bot
from bot.keys import Keys
from bot.mcp.http import PATH, McpOverHttp
from bot.mcp.server import mcp_server
from bot.monitoring import Monitoring, bare_monitoring
from bot.reader import ANYBODY
from bot.records import Records
from bot.settings import BotSettings

_SUMMARY = "Answers about market-research reports, with the source under every number."


def api(
    bot: Bot,
    settings: BotSettings,
    records: Records,
    admission: Admission | None = None,
    monitoring: Monitoring | None = None,
) -> FastAPI:
    """The API over a bot, whose callers ``admission`` lets in. Raises Misconfigured.

    The usual viewers of its schema load scripts from elsewhere: ``/docs`` is our own.
    """
    asking = Asking(bot, settings, admission or Admission(settings.answers_at_once, settings.waiting))
    monitoring = monitoring or bare_monitoring(settings)
    mcp = McpOverHttp(mcp_server(bot, asking, ANYBODY), settings.host, settings.allowed_origins)
    app = FastAPI(title="Footnote", version="1", summary=_SUMMARY, docs_url=None, redoc_url=None, lifespan=mcp.lifespan)
    # The last one added is the first to see a request.
    app.add_middleware(Calls)
    app.add_middleware(Streams, most=settings.streams)
    if counting := counter(settings):
        app.add_middleware(RateLimit, counter=counting)
    app.add_middleware(BodyLimit, limit=settings.max_body_kb * 1024)
    app.add_middleware(Gate, keys=Keys(records.engine), settings=settings)
    # Gradio reflects any origin with credentials unless its parent has a CORSMiddleware, even one that allows nothing.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Accept"],
        expose_headers=["RateLimit", "RateLimit-Policy", "Retry-After", HEADER],
    )
    app.add_middleware(InFlight)
    if settings.trusted_proxies:
        app.add_middleware(Forwarded, trusted=settings.trusted_proxies)
    app.add_middleware(ErrorMember)
    add_problems(app)
    describe(app, settings.max_question)
    routers = (
        routes(bot, asking, records, settings, monitoring),
        kept(bot, records),
        lookups(bot),
        openai_routes(bot, asking, records, settings.max_question),
        widget(bot, settings),
    )
    for router in (*routers, manual(app)):
        app.include_router(router)
    app.router.routes.append(Route(PATH, mcp))
    close_the_rest(app, routers)
    surround(app, monitoring.watch, settings)
    return app
