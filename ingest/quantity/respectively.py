"""Deals out "A and B held 30% and 20%, respectively"."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.quantity.clauses import Unit
from ingest.quantity.frame import Frame
from ingest.quantity.phrases import phrases
from ingest.quantity.residue import own_name, residue
from ingest.quantity.statement import Statement
from ingest.quantity.timing import Timed
from ingest.quantity.tokens import Token

_WORD = "respectively"


def dealt(statements: Sequence[Statement], frame: Frame) -> list[Statement]:
    """The statements with the numbers before "respectively" dealt out in the order of what the sentence names.

    When the order cannot be told, their subjects keep all the words, and they have no period.
    """
    group = _group(statements)
    if len(group) < 2:
        return list(statements)
    items = _items(statements[group[0]].unit, len(group), frame)
    periods = _periods([statements[at].unit for at in group])
    result = list(statements)
    for order, at in enumerate(group):
        subject = statements[group[0]].subject
        if items:
            text, place = items[order]
            subject = replace(subject, head=(text,) if text else (), place=place or subject.place)
        elif len({timed.period for timed in periods}) < 2:
            subject = replace(subject, head=(*subject.head, _WORD))
        timed = periods[order] if periods else Timed(None, True)
        rate = result[at].measure in {"cagr", "increase"}
        result[at] = replace(result[at], subject=subject, timed=result[at].timed if rate else timed)
    return result


def _group(statements: Sequence[Statement]) -> list[int]:
    """The numbers dealt out: those up to the word "respectively", back to the one that has the subject."""
    last = next((at for at, statement in enumerate(statements) if _says(statement.unit)), None)
    if last is None:
        return []
    group: list[int] = []
    for at in range(last, -1, -1):
        if statements[at].numeral:
            group.insert(0, at)
            if not statements[at].reading.is_silent:
                break
    return group


def _says(unit: Unit) -> bool:
    return any(token.low == _WORD for token in (*unit.left, *unit.right))


def _periods(units: Sequence[Unit]) -> list[Timed]:
    """A period for each unit, the only one for all of them; empty when the counts differ."""
    times = [token for unit in units for token in (*unit.left, *unit.right) if token.mention]
    if len(times) == 1:
        times = times * len(units)
    if len(times) != len(units):
        return []
    return [Timed(token.period, True, bool(token.mention and token.mention.projected)) for token in times]


def _items(unit: Unit, number: int, frame: Frame) -> list[tuple[str, str | None]]:
    """What the subject lists, each as text and place; empty when it does not list that many."""
    heads = [part for part in phrases(unit, frame) if part.role == "head"]
    if not heads:
        return []
    own = own_name(unit.left, frame)
    for part in heads:
        for marks in ({","}, {",", "and", "&"}):
            items = _listed(unit.left[part.start : part.end], marks)
            joined = any(unit.left[part.start + at].low in {"and", "&"} for at in items[-1]) if items else False
            if len(items) == number and not joined:  # in "A, B and C" the commas alone do not part the names
                return [_item(unit.left, [part.start + at for at in item], own) for item in items]
    return []


def _listed(tokens: Sequence[Token], marks: set[str]) -> list[list[int]]:
    items: list[list[int]] = [[]]
    for at, token in enumerate(tokens):
        if token.low in marks:
            items.append([])
        elif items[-1] or token.low not in {"and", "&"}:
            items[-1].append(at)
    return [item for item in items if item]


def _item(tokens: Sequence[Token], item: Sequence[int], own: frozenset[int]) -> tuple[str, str | None]:
    stretch = tokens[item[0] : item[-1] + 1]
    place = next((token.place.name for token in stretch if token.place), None)
    said = residue(stretch, own, (), item[0])
    return said or ("" if place else " ".join(token.text for token in stretch)), place
