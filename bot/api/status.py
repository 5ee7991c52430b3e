"""The routes that tell of the server itself: is it alive, is it ready, what is it, what has it done."""

import platform
from functools import cache
from typing import Literal

from fastapi import APIRouter, Depends, Request, Response
from fastapi_problem.error import StatusProblem
from prometheus_client import CONTENT_TYPE_LATEST

from bot.answer import Record
from bot.api.asker import reader_of
from bot.api.problems import NotOpen, failing
from bot.api.trust import is_here
from bot.desk import Bot
from bot.health import Part
from bot.metrics import release
from bot.monitoring import Monitoring
from bot.records_schema import LAYOUT
from bot.settings import BotSettings
from ingest import schema

RETRY_S = "5"
"""When to ask again whether questions can be answered, in seconds."""


class StaffOnly(StatusProblem):
    """No staff key was shown."""

    status = 403
    title = "This is for the server's staff."


class Readiness(Record):
    """Questions can be answered; ``checks`` are the parts that were looked at."""

    status: Literal["ready"] = "ready"
    checks: dict[Part, Literal["ok"]]


class About(Record):
    """What runs here. ``library`` and ``records`` are the layouts of their tables, ``reader`` is the digest of the code
    that reads reports; ``model`` is the name of the language model, which staff are told."""

    release: str
    python: str
    library: int
    records: int
    reader: str
    embedding_model: str
    language_model: bool
    model: str | None = None


def add_status(router: APIRouter, bot: Bot, settings: BotSettings, monitoring: Monitoring) -> None:
    """Health, readiness, version and metrics."""

    def is_staff(request: Request) -> bool:
        return reader_of(request).staff or is_here(request, settings)

    def staff_only(request: Request) -> None:
        if not is_staff(request):
            raise StaffOnly("Send the key of a staff member, or ask from the server's own machine.")

    @router.get("/healthz", operation_id="is_up", tags=["server"])
    async def healthz() -> dict[str, str]:
        """The process is up."""
        return {"status": "ok"}

    @router.get("/readyz", operation_id="is_ready", tags=["server"])
    def readyz() -> Readiness:
        """200 once questions can be answered, else 503 with what is wrong and what to do."""
        if monitoring.health is None:
            if not bot.reports():
                raise _not_open("The library is empty. Run python -m ingest to add a report.")
            return Readiness(checks={"library": "ok"})
        checks = monitoring.health.checks()
        if faults := [f"{check.part}: {check.fault}" for check in checks if check.fault]:
            raise _not_open(" ".join(faults))
        return Readiness(checks={check.part: "ok" for check in checks})

    @router.get("/version", operation_id="get_version", tags=["server"])
    def version(request: Request) -> About:
        """What runs here."""
        return About(
            release=release(), python=platform.python_version(), library=schema.SCHEMA, records=LAYOUT.number,
            reader=_reader(),
            embedding_model=_name(monitoring.embedding_model), language_model=settings.model is not None,
            model=settings.model if is_staff(request) else None,
        )  # fmt: skip

    @router.get(
        "/metrics",
        operation_id="get_metrics",
        tags=["server"],
        response_class=Response,
        dependencies=[Depends(staff_only)],
        responses=_METRICS | failing(403),
    )
    def metrics() -> Response:
        """What was done here, for Prometheus."""
        return Response(monitoring.metrics.page(), media_type=CONTENT_TYPE_LATEST)


_METRICS: dict[int | str, dict[str, object]] = {
    200: {"description": "In Prometheus' text format", "content": {"text/plain": {"schema": {"type": "string"}}}}
}


def _not_open(detail: str) -> NotOpen:
    return NotOpen(detail, headers={"Retry-After": RETRY_S})


def _name(model: str) -> str:
    """The name of an embedding model, without the folder that it may be in."""
    return model.rstrip("/\\").replace("\\", "/").rpartition("/")[2]


@cache
def _reader() -> str:
    # Imported here because it takes a second, and only this route needs it.
    from ingest.pipeline import reader_digest

    return reader_digest()
