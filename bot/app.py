"""The only place where the parts are joined."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from fastapi import FastAPI

from bot.admission import Admission
from bot.allowance import Allowance
from bot.answer import Answer
from bot.chain import Write
from bot.desk import Bot
from bot.metered import MeteredBot
from bot.monitoring import Monitoring, bare_monitoring
from bot.reader import ANYBODY, Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.rejected import Rejected
from bot.report_bot import ReportBot, Translate, Translator
from bot.rerank import Rerank
from bot.retrieve import Retrieval
from bot.scorer import label_reader, scorers
from bot.settings import BotSettings
from bot.shelf import Shelf
from bot.watch import NOBODY, Watch
from bot.watched import WatchedBot
from ingest.embed import Encoder
from ingest.index import open_index
from ingest.library import Library
from ingest.settings import IngestSettings

if TYPE_CHECKING:  # it brings what reads reports, and the terminal does without
    from bot.staff.reports import StaffReports


@contextmanager
def open_bot(
    settings: IngestSettings,
    records: Records,
    encoder: Encoder,
    reader: Reader = ANYBODY,
    write: Write | None = None,
    rerank: Rerank | None = None,
    watch: Watch = NOBODY,
    hands_over: bool = False,
    quoted_per_day: int | None = None,
) -> Iterator[Bot]:
    """The bot over the library and index of the settings, which are closed at the end.

    It is ``reader`` who asks, until ``seen_by`` names another. ``write`` words its answers anew, ``rerank`` puts the
    best passages into a better order. ``watch`` sees what is done. ``hands_over``: somebody takes leads, so that
    whoever gets no answer is handed over also where a report names nobody. ``quoted_per_day`` are the characters of
    licensed text that others may be quoted a day where their key says nothing else, 0 for any number; None counts
    nothing.
    """
    with (
        Library(settings.library_location) as library,
        open_index(settings) as index,
        watch.opened(library, index),
    ):
        read_query = lru_cache(maxsize=1)(encoder.read_query)  # a question is embedded once for both its uses

        def near(key: str, text: str, limit: int) -> list[tuple[int, float]]:
            return index.search(key, read_query(text).pooled, limit)

        def history(reader: Reader, conversation: str) -> list[tuple[str, str | None]]:
            turns = records.turns(conversation, reader=reader.name)
            return [(turn.question, turn.report or answering(turn.answer)) for turn in turns]

        retrieval = Retrieval(
            near, library.search, *scorers(encoder, read_query), labels=label_reader(encoder), rerank=rerank
        )
        translate: Translate = write.in_english if isinstance(write, Translator) else lambda heard, answer: None
        shelf, rejected = Shelf(library, reader), Rejected()

        def is_kept(reader: Reader, conversation: str) -> bool:
            return records.has(conversation, reader.name)

        own = ReportBot(
            shelf, retrieval, history, write=write, translate=translate, watch=watch, hands_over=hands_over,
            is_kept=is_kept, rejected=rejected.note,
        )  # fmt: skip
        metered = own if quoted_per_day is None else MeteredBot(own, Allowance(records, quoted_per_day), reader)
        recorded = RecordedBot(metered, records, reader, rejected=rejected.take)
        yield recorded if watch is NOBODY else WatchedBot(recorded, watch)


@contextmanager
def open_writer(settings: BotSettings, records: Records, watch: Watch = NOBODY) -> Iterator[Write | None]:
    """What words answers anew by the language model of the settings; None where they name none."""
    if settings.model is None:
        yield None
        return
    # Imported here because it takes a second, and most do without it.
    from bot.model.open import model_writer

    with model_writer(settings, records, watch) as writer:
        yield writer


def answering(answer: Answer) -> str | None:
    """The report that answered a question which named none; None where several did, or none."""
    reports = {citation.report for citation in answer.citations}
    return reports.pop() if len(reports) == 1 else None


def open_records(settings: BotSettings, ingest: IngestSettings) -> Records:
    """The records of the settings: by default beside the library."""
    return Records(settings.records_url or f"sqlite:///{ingest.data_dir / 'records.sqlite'}")


def build_app(
    bot: Bot,
    settings: BotSettings,
    records: Records,
    monitoring: Monitoring | None = None,
    encoder: Encoder | None = None,
    reports: "StaffReports | None" = None,
) -> FastAPI:
    """API and pages over a bot. By ``encoder`` the staff page knows which questions mean the same; ``reports`` are what
    staff do with the library's."""
    # Imported here because Gradio takes 3 s and the protocols one, and the terminal does without them.
    from bot.api.app import api
    from bot.staff.page import mount_staff
    from bot.ui.page import mount_page

    admission = Admission(settings.answers_at_once, settings.waiting)
    monitoring = monitoring or bare_monitoring(settings)
    monitoring.metrics.follow(lambda: admission.waiting)
    app = api(bot, settings, records, admission, monitoring)
    mount_staff(app, bot, records, settings, encoder.encode if encoder else None, reports)
    return mount_page(app, bot, records, settings, admission)
