"""What the staff page shows, as CSV files, for who is signed in."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.exceptions import HTTPException
from starlette.responses import StreamingResponse

from bot.answer import Record
from bot.api.csv import csv_lines
from bot.api.sign_in import AT_STAFF, signed_in
from bot.keys import Key
from bot.sessions import Sessions
from bot.staff.desk import Chosen
from bot.staff.door import NotSignedIn
from bot.staff.gaps import Gap, Gaps
from bot.staff.insights import CitedPlace, Insights
from bot.staff.selection import USUAL, Selection

Rows = Iterable[Sequence[str]]
Table = tuple[Sequence[str], Callable[[Selection], Rows]]
"""The names of the columns, and what the rows are of a selection."""

_GAP = ("times", "declined", "partial", "report", "question", "other wordings", "last asked")
_PLACE = ("answers", "report", "title", "heading", "text", "address")


def export_routes(sessions: Sessions, insights: Insights, gaps: Gaps) -> APIRouter:
    """``/staff/export/{name}.csv`` for each list."""
    router = APIRouter(include_in_schema=False)
    tables = _tables(insights, gaps)

    def only_staff(request: Request) -> Key:
        key = signed_in(request, AT_STAFF, sessions)
        if key is None:
            raise NotSignedIn("Sign in at /staff/sign-in.")
        return key

    @router.get("/staff/export/{name}.csv")
    def export(
        name: str,
        key: Annotated[Key, Depends(only_staff)],
        days: str = str(USUAL),
        report: str = "",
        site: str = "",
    ) -> StreamingResponse:
        if name not in tables:
            raise HTTPException(404)
        header, rows = tables[name]
        selection = Chosen(days=days, report=report, site=site).selection(key, datetime.now(UTC))
        return StreamingResponse(
            csv_lines(header, rows(selection)),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="footnote-{name}.csv"'},
        )

    return router


def _tables(insights: Insights, gaps: Gaps) -> dict[str, Table]:
    def listed(kind: str, read: Callable[[Selection], Iterable[Record]], header: str) -> tuple[str, Table]:
        names = header.split()
        return kind, (names, lambda selection: (_row(each, names) for each in read(selection)))

    asked = "asked_at report site status reason question"
    counted = "name questions answered partial declined visitors"
    return dict(
        (
            listed("questions", insights.questions, f"{asked} answer"),
            listed("disliked", insights.disliked, f"given_at comment {asked} answer"),
            listed("rejections", insights.refused, f"text why {asked} answer"),
            listed("leads", insights.leads, "received_at email name company message question report site page id"),
            listed("days", insights.days, "day answered partial declined"),
            listed("reports", insights.reports, counted),
            listed("sites", insights.sites, counted),
            listed("costs", insights.costs, "day model calls tokens_in tokens_out millionths"),
            ("cited", (_PLACE, lambda selection: map(_cited, insights.cited(selection, 1_000)))),
            ("unanswered", (_GAP, lambda selection: map(_gap, gaps.wait(selection).gaps))),
        )
    )


def _row(record: Record, names: Sequence[str]) -> list[str]:
    return [_said(getattr(record, name)) for name in names]


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return "" if value is None else str(value)


def _cited(each: CitedPlace) -> list[str]:
    place = each.place
    return [
        str(each.answers), place.report, place.title, " > ".join(place.heading), place.text, place.address,
    ]  # fmt: skip


def _gap(gap: Gap) -> list[str]:
    others = "; ".join(f"{question} ({times})" for question, times in gap.wordings[1:])
    return [
        str(gap.times), str(gap.declined), str(gap.times - gap.declined), gap.report, gap.question, others,
        _said(gap.last),
    ]  # fmt: skip
