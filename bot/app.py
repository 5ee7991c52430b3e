"""The only place where the parts are joined."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from fastapi import FastAPI

from bot.admission import Admission
from bot.allowance import Allowance
from bot.answer import Answer
from bot.chain import Write
from bot.desk import Bot
from bot.hooks import Hooks, translate_of
from bot.metered import MeteredBot
from bot.monitoring import Monitoring, bare_monitoring
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.rejected import Rejected
from bot.report_bot import ReportBot
from bot.rerank import Rerank, open_reranker
from bot.retrieve import Retrieval
from bot.scorer import label_reader, scorers
from bot.settings import BotSettings
from bot.shelf import Shelf
from bot.watch import NOBODY, Watch
from bot.watched import WatchedBot
from ingest.embed import Encoder
from ingest.index import Index, open_index
from ingest.library import Library
from ingest.settings import IngestSettings

if TYPE_CHECKING:  # it brings what reads reports, and the terminal does without
    from bot.staff.reports import StaffReports


@dataclass(frozen=True, slots=True)
class Service:
    """What there is where a bot serves others than its owner.

    ``watch`` sees what is done. ``hands_over``: somebody takes leads, so that whoever gets no answer is handed over
    also where a report names nobody. ``quoted_per_day`` are the characters of licensed text that others may be quoted a
    day where their key says nothing else, 0 for any number; None counts nothing.
    """

    watch: Watch = NOBODY
    hands_over: bool = False
    quoted_per_day: int | None = None


@dataclass(frozen=True, slots=True)
class ForStaff:
    """What the staff page works with: by ``encoder`` it knows which questions mean the same, ``reports`` are what staff
    do with the library's."""

    encoder: Encoder | None = None
    reports: "StaffReports | None" = None


NO_SERVICE, NOTHING_FOR_STAFF = Service(), ForStaff()


@contextmanager
def open_owners_bot(settings: BotSettings, ingest: IngestSettings, encoder: Encoder) -> Iterator[Bot]:
    """The bot for whoever runs it, with its records; all is closed at the end. Raises Misconfigured."""
    with closing(open_records(settings, ingest)) as records, joined_bot(settings, ingest, records, encoder) as bot:
        yield bot


@contextmanager
def joined_bot(
    settings: BotSettings, ingest: IngestSettings, records: Records, encoder: Encoder, service: Service = NO_SERVICE
) -> Iterator[Bot]:
    """The bot of the settings over its library and index, which are closed at the end, as is its language model.

    Until ``seen_by`` names a reader it is somebody without a name who asks, and reads what ``BOT_LICENSED`` says.
    Raises Misconfigured.
    """
    reader, watch, rejected = Reader(licensed=settings.licensed), service.watch, Rejected()
    rerank = open_reranker(settings.reranker)
    with (
        open_writer(settings, records, watch) as write,
        Library(ingest.library_location) as library,
        open_index(ingest) as index,
        watch.opened(library, index),
    ):
        hooks = replace(
            remembering(records), write=write, translate=translate_of(write), watch=watch, rejected=rejected.note,
            hands_over=service.hands_over,
        )  # fmt: skip
        own: Bot = ReportBot(Shelf(library, reader), retrieval_over(library, index, encoder, rerank), hooks)
        if service.quoted_per_day is not None:
            own = MeteredBot(own, Allowance(records, service.quoted_per_day), reader)
        recorded = RecordedBot(own, records, reader, rejected=rejected.take)
        yield recorded if watch is NOBODY else WatchedBot(recorded, watch)


def retrieval_over(library: Library, index: Index, encoder: Encoder, rerank: Rerank | None = None) -> Retrieval:
    """Finds passages by what they mean and by their words; ``rerank`` puts the best into a better order."""
    read_query = lru_cache(maxsize=1)(encoder.read_query)  # a question is embedded once for both its uses

    def near(key: str, text: str, limit: int) -> list[tuple[int, float]]:
        return index.search(key, read_query(text).pooled, limit)

    scored = scorers(encoder, read_query)
    return Retrieval(near, library.search, *scored, labels=label_reader(encoder), rerank=rerank)


def remembering(records: Records) -> Hooks:
    """A bot's hooks by which it remembers what is in the records."""

    def history(reader: Reader, conversation: str) -> list[tuple[str, str | None]]:
        turns = records.turns(conversation, reader=reader.name)
        return [(turn.question, turn.report or answering(turn.answer)) for turn in turns]

    def is_kept(reader: Reader, conversation: str) -> bool:
        return records.has(conversation, reader.name)

    return Hooks(history=history, is_kept=is_kept)


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
    staff: ForStaff = NOTHING_FOR_STAFF,
) -> FastAPI:
    """API and pages over a bot."""
    # Imported here because Gradio takes 3 s and the protocols one, and the terminal does without them.
    from bot.api.app import api
    from bot.staff.page import mount_staff
    from bot.ui.page import mount_page

    admission = Admission(settings.answers_at_once, settings.waiting)
    monitoring = monitoring or bare_monitoring(settings)
    monitoring.metrics.follow(lambda: admission.waiting)
    app = api(bot, settings, records, admission, monitoring)
    mount_staff(app, bot, records, settings, staff.encoder.encode if staff.encoder else None, staff.reports)
    return mount_page(app, bot, records, settings, admission)
