"""Turns for the records, as somebody asked them."""

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import update

from bot.answer import Answer, Status
from bot.provenance import NOTHING, provenance_of
from bot.records import Records
from bot.records_schema import TurnRow
from bot.verify import Rejection
from tests.bot.fakes import DECLINED, FIGURE, FakeBot

_numbers = count(1)


@dataclass
class Clock:
    """A clock that is set."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def turn(
    records: Records,
    question: str,
    status: Status = "answered",
    report: str = "tidal-energy",
    *,
    site: str = "",
    visitor: str = "",
    rejections: tuple[Rejection, ...] = (),
) -> Answer:
    """A turn that is kept, answered with the fake bot's sentence."""
    number = next(_numbers)
    said = FIGURE if status != "declined" else DECLINED
    cited = tuple(each.model_copy(update={"report": report}) for each in said.citations)
    answer = said.model_copy(
        update={"id": f"t{number}", "conversation": f"tc{number}", "status": status, "citations": cited}
    )
    given_from = provenance_of(answer, FakeBot()) if report == "tidal-energy" else NOTHING
    records.keep(question, answer, report, provenance=given_from, rejections=rejections)
    with records.engine.begin() as connection:
        connection.execute(update(TurnRow).where(TurnRow.answer == answer.id).values(site=site, visitor=visitor))
    return answer
