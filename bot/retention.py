"""Deletes what has been kept for as long as the settings say, at the start and every hour."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread

from sqlalchemy.exc import SQLAlchemyError

from bot.allowance import Allowance
from bot.erasing import Erased, Eraser, overwrite
from bot.quotas import Quotas
from bot.records import Records
from bot.settings import BotSettings
from bot.visitors import Visitors
from ingest.moments import now

EVERY_SECONDS = 3600.0

_log = logging.getLogger(__name__)


class Retention:
    """Conversations, leads, and the hashes, counts and salts of the days before. Several processes may sweep at once:
    each deletes what the others have left."""

    def __init__(
        self, records: Records, eraser: Eraser, settings: BotSettings, clock: Callable[[], datetime] = now
    ) -> None:
        self._records = records
        self._eraser = eraser
        self._settings = settings
        self._clock = clock

    def sweep(self) -> Erased:
        """Delete what is due; how much."""
        erased = Erased()
        if days := self._settings.keep_conversations_days:
            erased = self._eraser.asked_before(self._clock() - timedelta(days=days))
        if days := self._settings.keep_leads_days:
            leads = self._eraser.left_before(self._clock() - timedelta(days=days))
            erased = erased.model_copy(update={"leads": leads})
        days_gone = (
            Visitors(self._records, self._clock).forget(),
            Quotas(self._records, self._clock).forget(),
            Allowance(self._records, 0, self._clock).forget(),
        )
        if erased or any(days_gone):
            overwrite(self._records)
        return erased


@contextmanager
def sweeping(retention: Retention, every: float = EVERY_SECONDS) -> Iterator[None]:
    """Sweeps beside what is done within, at once and then every so many seconds."""
    ended = Event()

    def sweep() -> None:
        while True:
            try:
                if erased := retention.sweep():
                    _log.info("Kept long enough, deleted: %s", erased)
            except SQLAlchemyError as error:
                _log.warning("What was kept long enough could not be deleted: %s", type(error).__name__)
            if ended.wait(every):
                return

    thread = Thread(target=sweep, name="footnote-retention", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(timeout=30)
