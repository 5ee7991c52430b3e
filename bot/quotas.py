"""How many questions a site and each of its visitors may ask a day (UTC).

Counted in the records, in the transaction that lets a question in: so no restart forgets them, several servers count
together, many questions at once get no more than one by one, and a conversation that is forgotten gives none back.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, update

from bot.records import Records
from bot.records_schema import AskedRow
from bot.sites import Site
from bot.used_up import QuestionsUsedUp, day_of
from ingest.moments import now

EVERYBODY = "all"
"""Stands for all visitors of a site together."""


class Quotas:
    """The questions of each day."""

    def __init__(self, records: Records, clock: Callable[[], datetime] = now) -> None:
        self._records = records
        self._clock = clock

    def take(self, site: Site, visitor: str) -> None:
        """Count a question of a visitor of a site. Raises QuestionsUsedUp, and then none is counted."""
        now = self._clock()
        with self._records.writing() as session:
            for whose, limit in _limits(site, visitor):
                row = {"day": day_of(now), "site": site.id, "visitor": whose, "questions": 1}
                more = self._records.insert(AskedRow).values(row)
                counted = more.on_conflict_do_update(
                    index_elements=[AskedRow.day, AskedRow.site, AskedRow.visitor],
                    set_={"questions": AskedRow.questions + 1},
                )
                if session.execute(counted.returning(AskedRow.questions)).scalar_one() > limit:
                    whom = "of one visitor" if whose else "on this site"
                    raise QuestionsUsedUp(f"At most {limit} questions {whom} are answered a day.", now)

    def give_back(self, site: Site, visitor: str) -> None:
        """A question that was counted got no answer, and not by its asker's fault."""
        day = day_of(self._clock())
        with self._records.writing() as session:
            for whose, _ in _limits(site, visitor):
                own = (AskedRow.day == day) & (AskedRow.site == site.id) & (AskedRow.visitor == whose)
                session.execute(
                    update(AskedRow).where(own & (AskedRow.questions > 0)).values(questions=AskedRow.questions - 1)
                )

    def forget(self) -> int:
        """Delete the counts of the days before; how many there were."""
        before = AskedRow.day < day_of(self._clock())
        with self._records.writing() as session:
            return len(session.scalars(delete(AskedRow).where(before).returning(AskedRow.day)).all())


def _limits(site: Site, visitor: str) -> list[tuple[str, int]]:
    limits = ((visitor, site.visitor_limit), (EVERYBODY, site.day_limit))
    return [(whose, limit) for whose, limit in limits if limit is not None]
