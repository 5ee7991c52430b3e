"""The routes that look things up without asking: reports, passages, tables, quantities and search."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from bot.api.asker import reader_of
from bot.api.bodies import Identifier, Limit, Place, Search, json_only
from bot.api.csv import csv_of
from bot.api.problems import NoSuchPage, NoSuchPassage, NoSuchReport, NoSuchTable, failing
from bot.desk import Bot, PassageView, ReportInfo
from bot.room import BadCursor, PassageFound, QuantityPage, ReportView, Wanted, WholeTable
from ingest.domain import Measure

_GONE = "Addresses come from an answer's citations, and change when a report is replaced."
_TABLE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The table", "content": {"text/csv": {"schema": {"type": "string"}}}}
}
Format = Annotated[
    Literal["json", "csv"] | None, Query(description="`csv` for a spreadsheet; so does `Accept: text/csv`.")
]


def lookups(bot: Bot) -> APIRouter:
    """The routes over a bot, for whoever asks."""
    router = APIRouter(responses=failing(), tags=["reports"])
    _add_reports(router, bot)
    _add_passages(router, bot)
    _add_tables(router, bot)
    _add_quantities(router, bot)
    return router


def _add_reports(router: APIRouter, bot: Bot) -> None:
    @router.get("/v1/reports", operation_id="list_reports")
    def reports(request: Request) -> list[ReportInfo]:
        """The reports that can be asked; the 50 newest with questions to start with."""
        return bot.seen_by(reader_of(request)).reports()

    @router.get("/v1/reports/{report}", operation_id="get_report", responses=failing(404))
    def report(report: Identifier, request: Request) -> ReportView:
        """A report with its sections, its tables, its table of contents, and what it says against itself."""
        view = bot.seen_by(reader_of(request)).room.report(report)
        if view is None:
            raise NoSuchReport("GET /v1/reports lists the reports.")
        return view


def _add_passages(router: APIRouter, bot: Bot) -> None:
    @router.get("/v1/passages/{address}", operation_id="get_passage", responses=failing(404))
    def passage(address: Place, request: Request) -> PassageView:
        """The source a citation points into; ``quote`` is ``text[start:end]`` of the citation."""
        view = bot.seen_by(reader_of(request)).passage(address)
        if view is None:
            raise NoSuchPassage(_GONE)
        return view

    @router.post(
        "/v1/search",
        operation_id="search",
        responses=failing(400, 404, 408, 413, 415),
        dependencies=[Depends(json_only)],
    )
    async def search(body: Search, request: Request) -> list[PassageFound]:
        """The passages most likely to answer a query, best first."""
        room = bot.seen_by(reader_of(request)).room
        return list(await run_in_threadpool(room.search, body.query, body.report, body.limit))


def _add_tables(router: APIRouter, bot: Bot) -> None:
    @router.get(
        "/v1/tables/{address}", operation_id="get_table", response_model=WholeTable, responses=_TABLE | failing(404)
    )
    def table(address: Place, request: Request, format: Format = None) -> WholeTable | Response:
        """A whole table, as JSON or as CSV: any address of one of its cells will do."""
        found = bot.seen_by(reader_of(request)).room.table(address)
        if found is None:
            raise NoSuchTable(_GONE)
        if format == "csv" or (format is None and "text/csv" in request.headers.get("accept", "")):
            name = found.address.replace(":", "-")
            headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
            return Response(csv_of(found), media_type="text/csv; charset=utf-8", headers=headers)
        return found


def _add_quantities(router: APIRouter, bot: Bot) -> None:
    @router.get("/v1/quantities", operation_id="find_quantities", responses=failing(404))
    def quantities(
        request: Request,
        measure: Annotated[Measure | None, Query(description="What is measured.")] = None,
        subject: Annotated[str | None, Query(description="Words of a part of the market.", max_length=200)] = None,
        place: Annotated[str | None, Query(description="A place by any of its names.", max_length=100)] = None,
        period: Annotated[
            str | None, Query(description="A time as written.", max_length=40, examples=["2026", "2025–2032"])
        ] = None,
        report: Annotated[Identifier | None, Query(description="A report's id.")] = None,
        limit: Limit = 50,
        cursor: Annotated[str | None, Query(description="`next` of the page before.", max_length=400)] = None,
    ) -> QuantityPage:
        """The figures of the reports, each with its source; page by page with ``next`` as ``cursor``."""
        wanted = Wanted(measure=measure, subject=subject, place=place, period=period, report=report)
        try:
            return bot.seen_by(reader_of(request)).room.quantities(wanted, limit, cursor)
        except BadCursor:
            raise NoSuchPage("Send the `next` of a page as it came.") from None
