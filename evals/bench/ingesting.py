"""Times the whole ingest beside the bare encoder on the same passages."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals.bench.spread import Spread, spread
from evals.library import EVALS, NotIngested, report_folders
from ingest.embed import Encoder, load_model
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings

BARE_BATCH = 16
"""Of 8, 16 and 32 the batch at which the bare encoder is fastest: 111, 117 and 105 passages a second on two cores."""

COPIES = 1
"""Copies of the dev library beside itself, so that a run takes seconds and not moments."""


@dataclass(frozen=True, slots=True)
class Ingesting:
    """Passages a second. ``pairs`` is the whole ingest over the bare encoder, by pair of runs in a row.

    ``ratio`` is the fastest whole run over the fastest bare one: other work on a machine only ever slows a run down,
    and it slows a run of many small steps most.
    """

    reports: int
    passages: int
    whole: Spread
    bare: Spread
    pairs: Spread
    ratio: float


class Silent:
    """Progress nobody watches."""

    def begin(self, passages: int) -> None:
        """Nothing."""

    def advance(self, passages: int) -> None:
        """Nothing."""


def time_ingest(settings: IngestSettings, folder: Path, repeats: int) -> Ingesting:
    """Ingest the evals' reports from nothing, and embed their passages, in turn. ``folder`` is for what is written."""
    paths = (*report_folders("dev"), *copies(folder / "copies"))
    encoder, bare = Encoder(settings.embedding_model), bare_encoder(settings.embedding_model)
    texts, reports = _read_once(paths, _fresh(settings, folder, "first"), encoder)
    pairs = []
    for repeat in range(repeats):
        fresh = _fresh(settings, folder, f"run-{repeat}")
        pairs.append(_pair(partial(_ingest, paths, fresh, encoder), partial(bare, texts), repeat % 2 == 0))
        shutil.rmtree(fresh.data_dir)
    return ingesting(pairs, len(texts), reports)


def copies(folder: Path) -> tuple[Path, ...]:
    """Folders with copies of the dev library's reports, each under a name of its own."""
    return tuple(_copy(folder / f"{number}", f"-copy-{number}") for number in range(1, COPIES + 1))


def bare_encoder(model: str) -> Callable[[Sequence[str]], object]:
    """The model alone, all texts in one call, so that it can sort all of them by length."""
    loaded = load_model(model)
    return partial(loaded.encode_document, batch_size=BARE_BATCH, normalize_embeddings=True, show_progress_bar=False)


def seconds(run: Callable[[], object]) -> float:
    """How long a run takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _copy(folder: Path, mark: str) -> Path:
    folder.mkdir(parents=True)
    for entry in (EVALS / "library" / "dev").iterdir():
        copy = folder / f"{entry.stem}{mark}{entry.suffix}"
        shutil.copytree(entry, copy) if entry.is_dir() else shutil.copyfile(entry, copy)
    return folder


def _fresh(settings: IngestSettings, folder: Path, name: str) -> IngestSettings:
    return settings.model_copy(update={"data_dir": folder / name, "library_url": None, "chroma_url": None})


def _read_once(paths: Sequence[Path], settings: IngestSettings, encoder: Encoder) -> tuple[list[str], int]:
    """The texts that an ingest embeds, and of how many reports; it warms the model, too."""
    _ingest(paths, settings, encoder)
    with Library(settings.library_location) as library:
        reports = [version.id for version in library.reports()]
        return [passage.embedded for report in reports for passage in library.passages(report)], len(reports)


def _ingest(paths: Sequence[Path], settings: IngestSettings, encoder: Encoder) -> None:
    summary = ingest_all(paths, settings, encoder, Silent())
    if summary.failures:
        raise NotIngested("; ".join(f"{failure.place}: {failure.error}" for failure in summary.failures))


def _pair(whole: Callable[[], object], bare: Callable[[], object], whole_first: bool) -> tuple[float, float]:
    if whole_first:
        return seconds(whole), seconds(bare)
    after = seconds(bare)
    return seconds(whole), after


def ingesting(pairs: Sequence[tuple[float, float]], passages: int, reports: int) -> Ingesting:
    """What pairs of runs, whole and bare, took in seconds, at least one."""
    whole, bare = zip(*pairs, strict=True)
    return Ingesting(
        reports=reports,
        passages=passages,
        whole=spread([passages / took for took in whole]),
        bare=spread([passages / took for took in bare]),
        pairs=spread([alone / took for took, alone in pairs]),
        ratio=min(bare) / min(whole),
    )
