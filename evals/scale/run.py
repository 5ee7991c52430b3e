"""The scale: invented libraries of several sizes, each built and asked in processes of its own."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from evals.scale.asking import Asked, Sought, chosen, older_of, questions, sought
from evals.scale.building import Built, build
from evals.scale.fiction import Fiction, library
from evals.scale.measuring import Measured, measure
from ingest.settings import IngestSettings

Result = TypeVar("Result")

ASKED_OF = 30
"""Reports that are asked of, at most."""


@dataclass(frozen=True, slots=True)
class Sized:
    """What came of one size."""

    reports: int
    built: Built
    measured: Measured


def scale(
    settings: IngestSettings, sizes: Sequence[int], folder: Path | None, tell: Callable[[str], None]
) -> list[Sized]:
    """Build and measure each size. In ``folder`` the libraries are kept, and brought up to date the next time;
    without one they are temporary. ``tell`` hears what is being done."""
    return [_sized(settings, size, folder, tell) for size in sizes]


def built(size: int, settings: IngestSettings, folder: Path) -> Built:
    """A library of some size, built."""
    fictions = list(library(size))
    return build(fictions, {each.id for each in _with_older(fictions)}, settings, folder)


def measured(size: int, settings: IngestSettings) -> Measured:
    """A library of some size, asked."""
    asked, looked_for = all_asked(list(library(size)))
    return measure(asked, looked_for, settings)


def all_asked(fictions: Sequence[Fiction]) -> tuple[list[list[Asked]], list[Sought]]:
    """The questions about each report that is asked of, and what is sought in them."""
    of = chosen(fictions, ASKED_OF)
    return [questions(each, older_of(each, fictions)) for each in of], [one for each in of for one in sought(each)]


def _with_older(fictions: Sequence[Fiction]) -> list[Fiction]:
    of = chosen(fictions, ASKED_OF)
    return [*of, *(older for each in of if (older := older_of(each, fictions)))]


def _sized(settings: IngestSettings, size: int, folder: Path | None, tell: Callable[[str], None]) -> Sized:
    with _place(folder, size) as place:
        own = settings.model_copy(update={"data_dir": place / "data", "library_url": None, "chroma_url": None})
        tell(f"building {size} reports")
        made = _apart(built, size, own, place)
        tell(f"asking {size} reports")
        return Sized(size, made, _apart(measured, size, own))


@contextmanager
def _place(folder: Path | None, size: int) -> Iterator[Path]:
    if folder:
        yield folder / f"{size}"
        return
    with tempfile.TemporaryDirectory(prefix="footnote-scale-") as temporary:
        yield Path(temporary)


def _apart(run: Callable[..., Result], *arguments: object) -> Result:
    """What a function returns that runs in a process of its own, so that no size has another's memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(run, *arguments).result()
