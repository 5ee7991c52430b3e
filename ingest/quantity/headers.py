"""Reads what a column's header says, level by level where it has several."""

from collections.abc import Sequence

from ingest.domain import HEADER_STEP, Period
from ingest.quantity.dates import label_time, of_year
from ingest.quantity.frame import Frame
from ingest.quantity.labels import Label, read_label


def read_header(text: str, frame: Frame) -> Label:
    """A header's label. Of "Revenue (USD million) > 2024" the inner level says when, the outer one what and in what."""
    levels = [read_label(level, frame, "header") for level in _with_times_joined(text.split(HEADER_STEP))]
    if len(levels) == 1:
        return levels[0]
    inner = levels[::-1]
    measured = next((level for level in inner if level.measure), None)
    subject = tuple(dict.fromkeys(name for level in levels for name in level.subject))
    place = next((level.place for level in inner if level.place), None)
    return Label(
        text=text,
        period=period_of(inner),
        part=next((level.part for level in inner if level.part), None),
        projected=any(level.projected for level in levels),
        unit=next((level.unit for level in inner if level.unit), None),
        measure=measured.measure if measured else None,
        measured=measured.measured if measured else "",
        subject=subject,
        place=place,
        total=any(level.total for level in levels) and not subject and place is None,
        untold=any(level.untold for level in levels),
    )


def _with_times_joined(levels: Sequence[str]) -> list[str]:
    """The levels, those that are a time together as one: "Fiscal year ended" over "February 1, 2025"."""
    for start in range(len(levels) - 1):
        for end in range(len(levels), start + 1, -1):
            whole = " ".join(levels[start:end])
            if (time := label_time(whole)) and time.period:
                return [*levels[:start], whole, *levels[end:]]
    return list(levels)


def period_of(labels: Sequence[Label]) -> Period | None:
    """The period that labels name together, the innermost first: "Q4" under "2023" is a quarter of that year."""
    periods = [label.period for label in labels if label.period]
    part = next((label.part for label in labels if label.part), None)
    if periods and part and periods[0].kind in {"year", "fiscal year"}:
        return of_year(part, periods[0])
    return periods[0] if periods else None
