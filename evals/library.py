"""The library that questions are asked of: made from the evals' own reports, beside the user's and never in it."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tqdm import tqdm

from bot.app import open_writer
from bot.chain import Write
from bot.hooks import Hooks
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.scorer import label_reader, scorers
from bot.settings import BotSettings
from bot.shelf import Shelf
from evals.meter import Encode, Meter
from evals.question import Split
from evals.run import Ask, asking, passages_of
from evals.score import PassageText
from ingest.embed import Encoder
from ingest.errors import FootnoteError
from ingest.index import Index, open_index
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings

EVALS = Path(__file__).parent


class NotIngested(FootnoteError):  # noqa: N818 - named for what happened
    """A report of the evals could not be read, so questions about it cannot be asked."""


class Bar:
    """A progress bar of passages on a terminal's stderr."""

    def __init__(self) -> None:
        self._bar = tqdm(total=0, desc="ingest", unit="passage", disable=None, leave=False)

    def begin(self, passages: int) -> None:
        """So many more are to come."""
        self._bar.total = (self._bar.total or 0) + passages

    def advance(self, passages: int) -> None:
        """So many more are done."""
        self._bar.update(passages)


@dataclass(frozen=True, slots=True)
class EvalDesk:
    """What a run needs of a bot: its questions asked, its passages opened, and what embeds them."""

    ask: Ask
    passage_text: PassageText
    encode: Encode


def report_folders(split: Split) -> tuple[Path, ...]:
    """Where the reports of a split are."""
    return EVALS.parent / "corpus", EVALS / "library" / split


def eval_settings(split: Split, user: IngestSettings) -> IngestSettings:
    """The user's settings with a data folder that is the evals' own, one for each state of the reports."""
    folder = user.data_dir / "evals" / f"{split}-{_digest(report_folders(split))[:12]}"
    return user.model_copy(update={"data_dir": folder, "library_url": None, "chroma_url": None})


def ingest_split(split: Split, settings: IngestSettings, encoder: Encoder) -> None:
    """Bring a split's library up to date; what is unchanged is not read again. Raises NotIngested."""
    summary = ingest_all(report_folders(split), settings, encoder, Bar())
    if summary.failures:
        raise NotIngested("; ".join(f"{failure.place}: {failure.error}" for failure in summary.failures))


@contextmanager
def open_desk(split: Split, user: IngestSettings, model: str | None = None) -> Iterator[EvalDesk]:
    """A bot on a split's reports; a ``model`` ("provider:model") words its answers. The query encoder is warm, so that
    no question pays for loading it. Raises NotIngested, and Misconfigured for a model that cannot be opened."""
    settings = eval_settings(split, user)
    with writer_of(model) as write:
        encoder = Encoder(settings.embedding_model)
        ingest_split(split, settings, encoder)
        with Library(settings.library_location) as library, open_index(settings) as index:
            encoder.encode_query("warm")
            yield desk_of(library, index, encoder, write)


@contextmanager
def writer_of(model: str | None) -> Iterator[Write | None]:
    """What words answers by a model, within the limits of the user's settings; its uses are kept nowhere."""
    if model is None:
        yield None
        return
    records = Records("sqlite://")
    try:
        with open_writer(BotSettings.read().model_copy(update={"model": model}), records) as write:
            yield write
    finally:
        records.close()


def desk_of(library: Library, index: Index, encoder: Encoder, write: Write | None = None) -> EvalDesk:
    """A bot on a library and its index, watched; ``write`` words its answers."""
    meter = Meter()
    timed = lru_cache(maxsize=1)(meter.timing(encoder.read_query))
    retrieval = Retrieval(
        lambda key, text, limit: index.search(key, timed(text).pooled, limit),
        lambda report, text, limit: library.search(report, text, limit),
        *scorers(encoder, timed),
        labels=label_reader(encoder),
    )
    bot = ReportBot(Shelf(library), retrieval, Hooks(observer=meter.see, write=write))
    return EvalDesk(asking(bot, meter), passages_of(bot), encoder.read_query)


def _digest(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(f"{file.relative_to(folder)}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
