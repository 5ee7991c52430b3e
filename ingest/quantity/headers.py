"""Reads what a column's header says, level by level where it has several."""

from dataclasses import replace

from ingest.domain import HEADER_STEP
from ingest.quantity.frame import Frame
from ingest.quantity.labels import Label, read_label
from ingest.quantity.named_units import unit_named


def read_header(text: str, frame: Frame) -> Label:
    """A header's label. Of "Revenue (USD million) > 2024" the inner level says when, the outer one what and in what."""
    levels = [_level(level, frame) for level in text.split(HEADER_STEP)]
    if len(levels) == 1:
        return levels[0]
    inner = levels[::-1]
    measured = next((level for level in inner if level.measure), None)
    periods = [level.period for level in inner if level.period]
    subject = tuple(dict.fromkeys(name for level in levels for name in level.subject))
    place = next((level.place for level in inner if level.place), None)
    return Label(
        text=text,
        period=periods[0] if periods else None,
        projected=any(level.projected for level in levels),
        unit=next((level.unit for level in inner if level.unit), None),
        measure=measured.measure if measured else None,
        measured=measured.measured if measured else "",
        subject=subject,
        place=place,
        total=any(level.total for level in levels) and not subject and place is None,
    )


def _level(text: str, frame: Frame) -> Label:
    """A level that is nothing but a unit ("USD million", "%") names no subject."""
    label = read_label(text, frame, "header")
    unit = None if label.unit or label.period else unit_named(text)
    if unit is None or unit.kind == "number":
        return label
    return replace(label, unit=unit, subject=())
