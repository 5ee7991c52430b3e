"""The models that can be asked: each report, and the library."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from bot.answer import Record
from bot.desk import ReportInfo

LIBRARY = "footnote"
"""The model that is the whole library."""


class Model(Record):
    """A report, or the library. ``created`` is when it was published (Unix time, 0 where unknown)."""

    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str
    name: str


class Models(Record):
    object: Literal["list"] = "list"
    data: tuple[Model, ...]


def models_of(reports: Sequence[ReportInfo]) -> Models:
    """The library first, then its reports."""
    library = Model(id=LIBRARY, created=0, owned_by=LIBRARY, name="All reports")
    return Models(data=(library, *(_model(report) for report in reports)))


def _model(report: ReportInfo) -> Model:
    day = report.published
    created = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else 0
    return Model(id=report.id, created=max(0, created), owned_by=report.publisher or LIBRARY, name=report.title)
