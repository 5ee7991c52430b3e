"""What people ask that the reports do not say: the questions that were declined or answered in part, by matter.

They are grouped away from the requests that show them, and what was found is kept for a while.
"""

import logging
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Lock

import numpy as np

from bot.answer import Record
from bot.staff.insights import Insights, Missed
from bot.staff.selection import Selection
from ingest.index import Vectors
from ingest.moments import now

FRESH = timedelta(minutes=10)
"""How old what is shown may be before it is found anew."""

KEPT = 32
"""Selections whose gaps are kept."""

MOST = 1_000
"""Different questions of one report that are grouped, the most asked first."""

REMEMBERED = 10_000
"""Questions whose vectors are kept."""

_log = logging.getLogger(__name__)

Encode = Callable[[Sequence[str]], Vectors]
"""Vectors of texts, of unit length, shape (n, d)."""

Titles = Callable[[], Mapping[str, str]]
"""The titles of the reports by their ids."""


class Gap(Record):
    """A matter that people ask for and the report does not say, or not wholly; ``report`` is empty for what was asked
    of several or of none. ``wordings`` are the questions, the most asked first, each with how often."""

    report: str
    times: int
    declined: int
    wordings: tuple[tuple[str, int], ...]
    last: datetime

    @property
    def question(self) -> str:
        """The wording that is most asked."""
        return self.wordings[0][0]


class Found(Record):
    """The gaps of a selection, the most asked first, as of a moment."""

    gaps: tuple[Gap, ...]
    at: datetime


class Gaps:
    """Finds gaps in a thread of its own. Without ``encode`` only questions of the same words are of one matter."""

    def __init__(
        self, insights: Insights, titles: Titles, encode: Encode | None, clock: Callable[[], datetime] = now
    ) -> None:
        self._insights = insights
        self._titles = titles
        self._encode = _remembering(encode) if encode else None
        self._clock = clock
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="footnote-gaps")
        self._found: OrderedDict[Selection, Found] = OrderedDict()
        self._sought: dict[Selection, Future[Found]] = {}
        self._turn = Lock()

    def of(self, selection: Selection) -> Found | None:
        """The gaps as last found; None where they are being found for the first time. Finds them anew when that is
        long ago."""
        with self._turn:
            found = self._found.get(selection)
            if found is None or self._clock() - found.at >= FRESH:
                self._seek(selection)
            return found

    def wait(self, selection: Selection, seconds: float = 60) -> Found:
        """The gaps, as soon as they are found. Raises TimeoutError."""
        if found := self.of(selection):
            return found
        with self._turn:
            if found := self._found.get(selection):
                return found
            sought = self._seek(selection)
        return sought.result(seconds)

    def _seek(self, selection: Selection) -> Future[Found]:
        if selection not in self._sought:
            self._sought[selection] = self._aside.submit(self._find, selection)
            self._sought[selection].add_done_callback(_tell)
        return self._sought[selection]

    def _find(self, selection: Selection) -> Found:
        try:
            found = Found(gaps=self._grouped(selection), at=self._clock())
            with self._turn:
                self._found[selection] = found
                self._found.move_to_end(selection)
                while len(self._found) > KEPT:
                    self._found.popitem(last=False)
            return found
        finally:
            with self._turn:
                self._sought.pop(selection, None)

    def _grouped(self, selection: Selection) -> tuple[Gap, ...]:
        by_report: dict[str, dict[str, list[Missed]]] = defaultdict(dict)
        for missed in self._insights.missed(selection):
            asked = by_report[missed.report]
            question = " ".join(missed.question.split())
            if question in asked or len(asked) < MOST:
                asked.setdefault(question, []).append(missed)
        titles = self._titles() if by_report else {}
        gaps = [
            gap_of(report, [(question, asked[question]) for question in group])
            for report, asked in by_report.items()
            for group in self._matters(list(asked), titles.get(report, ""))
        ]
        return tuple(sorted(gaps, key=lambda gap: (-gap.times, gap.question)))

    def _matters(self, questions: Sequence[str], title: str) -> list[list[str]]:
        if self._encode is None:
            numbers = [hash(question.casefold()) for question in questions]
        else:
            # Imported here because scikit-learn takes a second, and only who looks at this needs it.
            from bot.staff.matters import matters

            numbers = matters(questions, title, self._encode)
        groups: dict[int, list[str]] = defaultdict(list)
        for number, question in zip(numbers, questions, strict=True):
            groups[number].append(question)
        return list(groups.values())


def _tell(sought: Future[Found]) -> None:
    if error := sought.exception():
        _log.error("What the reports do not say could not be found", exc_info=error)


def gap_of(report: str, asked: Sequence[tuple[str, Sequence[Missed]]]) -> Gap:
    """The gap that questions of one matter show."""
    every = [missed for _, missed in asked]
    times = sorted(((sum(each.times for each in missed), question) for question, missed in asked), reverse=True)
    return Gap(
        report=report,
        times=sum(number for number, _ in times),
        declined=sum(each.times for missed in every for each in missed if each.status == "declined"),
        wordings=tuple((question, number) for number, question in times),
        last=max(each.last for missed in every for each in missed),
    )


def _remembering(encode: Encode) -> Encode:
    """Encodes only what it has not encoded lately."""
    known: OrderedDict[str, Vectors] = OrderedDict()

    def remembered(texts: Sequence[str]) -> Vectors:
        new = list(dict.fromkeys(text for text in texts if text not in known))
        if new:
            known.update(zip(new, encode(new), strict=True))
        vectors = np.stack([known[text] for text in texts])
        while len(known) > REMEMBERED:
            known.popitem(last=False)
        return vectors

    return remembered
