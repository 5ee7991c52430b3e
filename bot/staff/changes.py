"""What is different between two versions of a report: figures that are new, that changed and that are gone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from bot.answer import Record
from ingest.audit.finding import place_at
from ingest.domain import Quantity, Report
from ingest.versions import Reading

SHOWN = 200
"""Figures of each sort that are told one by one."""

Sort = Literal["added", "changed", "gone"]


class FigureChange(Record):
    """A figure that is not as it was: ``before`` and ``after`` as printed, None where it was not or is not there;
    ``where`` it stands, in the newer version if it is there."""

    sort: Sort
    said: str
    where: str
    before: str | None = None
    after: str | None = None


class Changes(Record):
    """How many figures are new, changed, gone and as they were, with the first of those that are not."""

    added: int
    changed: int
    gone: int
    same: int
    figures: tuple[FigureChange, ...]


_Key = tuple[object, ...]


def changes(before: Reading, after: Reading) -> Changes:
    """How the figures of a version differ from those of the version before.

    A figure is told by what is measured, of what, where, and of which time. Where a report gives several for the same,
    those with the same amount are the same, and the others are taken in order.
    """
    old, new = _by_meaning(before.quantities), _by_meaning(after.quantities)
    told: dict[Sort, list[FigureChange]] = {"changed": [], "added": [], "gone": []}
    same = 0
    for key in dict.fromkeys((*new, *old)):
        left, found = _apart(old.get(key, []), new.get(key, []))
        same += len(new.get(key, [])) - len(found)
        for was, now in zip(left, found, strict=False):
            told["changed"].append(_changed(was, now, after.report))
        told["gone"] += [_gone(was, before.report) for was in left[len(found) :]]
        told["added"] += [_added(now, after.report) for now in found[len(left) :]]
    shown = tuple(change for each in told.values() for change in each[:SHOWN])
    return Changes(
        added=len(told["added"]), changed=len(told["changed"]), gone=len(told["gone"]), same=same, figures=shown
    )


def _by_meaning(quantities: Iterable[Quantity]) -> dict[_Key, list[Quantity]]:
    found: dict[_Key, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        found[_key(quantity)].append(quantity)
    return found


def _key(quantity: Quantity) -> _Key:
    subject = tuple(part.casefold() for part in quantity.subject)
    return quantity.measure, quantity.kind, subject, quantity.place, quantity.period, quantity.currency


def _apart(old: Sequence[Quantity], new: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Those of both that have no partner with the same amount."""
    left, found = list(old), []
    for now in new:
        partner = next((was for was in left if _amounts(was) == _amounts(now)), None)
        if partner is None:
            found.append(now)
        else:
            left.remove(partner)
    return left, found


def _amounts(quantity: Quantity) -> tuple[object, ...]:
    return quantity.amount, quantity.upper, quantity.bound


def _changed(was: Quantity, now: Quantity, report: Report) -> FigureChange:
    return FigureChange(sort="changed", said=_said(now), where=_where(now, report), before=was.text, after=now.text)


def _added(now: Quantity, report: Report) -> FigureChange:
    return FigureChange(sort="added", said=_said(now), where=_where(now, report), after=now.text)


def _gone(was: Quantity, report: Report) -> FigureChange:
    return FigureChange(sort="gone", said=_said(was), where=_where(was, report), before=was.text)


def _said(quantity: Quantity) -> str:
    """What a figure is of, in words."""
    return ", ".join(_parts(quantity))


def _parts(quantity: Quantity) -> Iterator[str]:
    yield quantity.label or quantity.measure
    yield from quantity.subject
    if quantity.place:
        yield quantity.place
    if quantity.period:
        yield str(quantity.period)


def _where(quantity: Quantity, report: Report) -> str:
    place = place_at(report, quantity.source)
    return f"{place.where}, page {place.page}" if place.page else place.where
