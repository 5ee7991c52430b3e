"""The FastAPI application, without the page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from bot.admission import Admission
from bot.allowance import Allowance
from bot.api.asking import Asking
from bot.api.body_limit import BodyLimit
from bot.api.call import Calls
from bot.api.docs import manual
from bot.api.forwarded import Forwarded
from bot.api.gate import Gate
from bot.api.in_flight import InFlight
from bot.api.kept import kept
from bot.api.leads import LeadDesk, lead_routes
from bot.api.lookups import lookups
from bot.api.openai.problems import ErrorMember
from bot.api.openai.routes import openai_routes
from bot.api.privacy import privacy
from bot.api.problems import add_problems
from bot.api.rate_limit import RateLimit, counter
from bot.api.routes import close_the_rest, routes
from bot.api.schema import describe
from bot.api.site_quotas import SiteQuotas
from bot.api.streams import Streams
from bot.api.visits import Visits
from bot.api.watching import surround
from bot.api.widget import widget
from bot.delivery.courier import couriers, delivering
from bot.delivery.outbox import Outbox
from bot.desk import Bot
from bot.keys import Keys
from bot.leads import Leads
from bot.mcp.http import PATH, McpOverHttp
from bot.mcp.server import mcp_server
from bot.monitoring import Monitoring, bare_monitoring
from bot.quotas import Quotas
from bot.reader import ANYBODY
from bot.records import Records
from bot.sessions import Sessions
from bot.settings import BotSettings
from bot.sites import Sites
from bot.sites_in_use import SitesInUse
from bot.visitors import Visitors

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
    sites = SitesInUse(Sites(records.engine))
    admission = admission or Admission(settings.answers_at_once, settings.waiting)
    asking = Asking(bot, settings, admission, SiteQuotas(Quotas(records), sites))
    monitoring = monitoring or bare_monitoring(settings)
    mcp = McpOverHttp(mcp_server(bot, asking, ANYBODY), settings.host, settings.allowed_origins)
    outbox = Outbox(records.engine)
    at_work = couriers(settings, outbox)
    leads = Leads(records.engine, [each.channel for each in at_work])
    desk = LeadDesk(records, leads, settings, (monitoring.metrics.lead, *(each.call for each in at_work)))
    monitoring.metrics.follow_deliveries(outbox.waiting)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with delivering(at_work):
            async with mcp.lifespan(app):
                yield

    app = FastAPI(title="Footnote", version="1", summary=_SUMMARY, docs_url=None, redoc_url=None, lifespan=lifespan)
    _add_middleware(app, settings, records, sites)
    add_problems(app)
    describe(app, settings.max_question)
    routers = (
        routes(bot, asking, records, settings, monitoring),
        kept(bot, records, Allowance(records, settings.quoted_per_day)),
        lookups(bot),
        lead_routes(desk),
        openai_routes(bot, asking, records, settings.max_question),
        widget(bot, settings, Sites(records.engine)),
    )
    for router in (*routers, manual(app), privacy(settings)):
        app.include_router(router)
    app.router.routes.append(Route(PATH, mcp))
    close_the_rest(app, routers)
    surround(app, monitoring.watch, settings, sites)
    return app


def _add_middleware(app: FastAPI, settings: BotSettings, records: Records, sites: SitesInUse) -> None:
    """What each request goes through before a route: the last one added is the first to see it."""
    app.add_middleware(Calls)
    app.add_middleware(Visits, visitors=Visitors(records), settings=settings)
    app.add_middleware(Streams, most=settings.streams)
    if counting := counter(settings):
        app.add_middleware(RateLimit, counter=counting)
    app.add_middleware(BodyLimit, limit=settings.max_body_kb * 1024)
    sessions = Sessions(records.engine, "chat")
    app.add_middleware(Gate, keys=Keys(records.engine), sessions=sessions, sites=sites, settings=settings)
    # Gradio reflects any origin with credentials unless its parent has this very class, which here allows nothing:
    # Cors, around all of it, says who may.
    app.add_middleware(CORSMiddleware)
    app.add_middleware(InFlight)
    if settings.trusted_proxies:
        app.add_middleware(Forwarded, trusted=settings.trusted_proxies)
    app.add_middleware(ErrorMember)
