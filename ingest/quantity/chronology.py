"""Gives each number of a sentence its period: its own, or one the sentence says for several."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.domain import Period
from ingest.quantity.antecedents import Background
from ingest.quantity.clauses import is_partitive
from ingest.quantity.statement import Statement
from ingest.quantity.timing import (
    UNTIMED,
    Timed,
    bracketed_time,
    clause_time,
    grows_from,
    is_change,
    names_time,
    opening_time,
    period_of,
    spans_of,
)
from ingest.quantity.vocabulary import DETERMINERS, MEASURES, PREPOSITIONS, word_set

_MARKED = re.compile(r"\W*(?:forecast|projected|projection|expected|anticipated)(?:\s+(?:in|by|for))?\W*\Z", re.I)
"""A forecast by a word behind it: "USD 8.2 billion (forecast)", "USD 8.2 billion expected in 2030"."""
_LISTED = word_set("followed and , while whereas ; plus (")
_COMPARED = word_set("up down from compared versus vs than against")
_LEVELS = word_set("size share volume")
_GROWING = word_set("size share volume price")
_RATES = word_set("cagr increase")
_RESTATING = word_set("equal equals equalling equivalent equating corresponding representing translating")


def dated(statements: Sequence[Statement], background: Background, forecast: Period | None) -> list[Statement]:
    """The statements of a sentence with their periods; ``forecast`` is the report's forecast period."""
    opening = opening_time(statements[0].unit) if statements else UNTIMED
    result: list[Statement] = []
    for statement in statements:
        timed = period_of(statement.unit, statement.measure, forecast) if statement.numeral else UNTIMED
        if statement.numeral and not timed.settled:
            timed = _from_sentence(statement, statements, opening, result)
        is_line = not statement.has_verb and statement is statements[0]
        if is_line and not timed.settled and statement.measure not in _RATES:
            timed = background.time
        marked = timed.projected or bool(_MARKED.match(statement.right))
        result.append(replace(statement, timed=timed, forecast=statement.forecast or marked))
    return _shared(result)


def _from_sentence(
    statement: Statement, statements: Sequence[Statement], opening: Timed, before: Sequence[Statement]
) -> Timed:
    """The period another part of the sentence gives a number that has none of its own."""
    if statement.measure not in _RATES and before and (named := bracketed_time(before[-1].unit, statement.unit)):
        return Timed(named, True)
    if statement.measure in _RATES:
        spans = spans_of([other.unit for other in statements])
        return Timed(spans[0], True) if len(spans) == 1 else UNTIMED
    changed = statement.measure == "growth" or is_change(statement.unit)
    if changed and (grown := _grown_in(statement, before)):
        return grown
    if statement.unit.link in _COMPARED or statement.is_base:
        return UNTIMED
    if names_time(statement.unit):
        return Timed(None, True)
    if opening.settled and statement.forecast == statements[0].forecast:
        return opening
    return _from_before(statement, before)


def _from_before(statement: Statement, before: Sequence[Statement]) -> Timed:
    """The period of the clause or number before, where a number goes on with it."""
    clause = before[-1] if before and not before[-1].numeral else None
    if clause and statement.reading.is_silent and clause.forecast == statement.forecast:
        return clause_time(clause.unit)
    told = (other for other in reversed(before) if other.numeral and not _is_compared_in_brackets(other))
    latest = next(told, None)
    if latest and latest.measure == "cagr" and statement.unit.link == "reaching" and latest.timed.period:
        return Timed(replace(latest.timed.period, first=latest.timed.period.last, kind="year"), True)
    if latest and latest.measure == "growth" and statement.unit.link == "to" and statement.reading.is_silent:
        return latest.timed if latest.timed.period and latest.timed.period.kind != "span" else UNTIMED
    parts = bool(statement.unit.left) and is_partitive(statement.unit.left)
    if latest and parts and latest.timed.period and latest.timed.period.kind != "span":
        return latest.timed
    if latest and (_restates(statement) or (statement.unit.link in _LISTED and _goes_on(statement, latest))):
        return latest.timed
    return UNTIMED


def _restates(statement: Statement) -> bool:
    """Whether a number says the one before again: "36%, or USD 2.9 billion", "USD 2.9 billion, equal to 36%"."""
    if statement.measure not in _LEVELS:
        return False
    if statement.unit.link in {"or", "("} and not statement.has_verb:
        return True
    return statement.reading.is_silent and any(token.low in _RESTATING for token in statement.unit.left[:2])


def _grown_in(statement: Statement, before: Sequence[Statement]) -> Timed | None:
    """The year that growth led to: 2024 for the 5% of "USD 61 billion in 2024, up 5% from 2023"."""
    latest = before[-1] if before else None
    goes_on = statement.reading.is_silent and statement.unit.link in {"up", "down", ",", "("}
    if latest is None or not latest.numeral or not goes_on:
        return None
    one_year = latest.timed.period is not None and latest.timed.period.kind != "span"
    alike = latest.forecast == statement.forecast and (latest.measure in _GROWING or is_change(statement.unit))
    return latest.timed if one_year and alike and grows_from(statement.unit) else None


def _goes_on(statement: Statement, latest: Statement) -> bool:
    """Whether a number is a further item of the same list, so of the same year."""
    beside = {latest.measure, statement.measure} == {"size", "share"} and not statement.has_verb
    if statement.forecast != latest.forecast or not (beside or latest.measure == statement.measure):
        return False
    another = statement.speaks_of_another(latest) and not statement.forecast
    return statement.measure == "share" or not statement.has_verb or another


def _shared(statements: Sequence[Statement]) -> list[Statement]:
    """Periods said once for two numbers: "from 5 to 7 between 2024 and 2030", "rose 12% to 45,000 in 2024"."""
    result = list(statements)
    coordinated: set[int] = set()
    for at in range(len(result) - 2, -1, -1):
        first, second = result[at], result[at + 1]
        if not first.numeral or not second.numeral or first.timed.settled or not second.timed.settled:
            continue
        period = second.timed.period
        if period and _is_compared_in_brackets(second):
            result[at] = replace(first, timed=Timed(_year_after(period), True))
        elif second.unit.link == "to" and period and period.kind == "span" and first.is_base:
            result[at] = replace(first, timed=Timed(replace(period, last=period.first, kind="year"), True))
            result[at + 1] = replace(second, timed=Timed(replace(period, first=period.last, kind="year"), True))
        elif _ends_together(first, second) or _is_coordinated(first, second, at + 1 in coordinated):
            result[at] = replace(first, timed=second.timed)
            coordinated.add(at)
    return result


def _is_compared_in_brackets(second: Statement) -> bool:
    """Whether a number in brackets is that of an earlier time named with it: "£1,888.1m (2024: £1,807.8m)"."""
    said = [token for token in second.unit.left if token.low not in {"(", "["}]
    opened = second.unit.link in {"(", "["} or len(said) < len(second.unit.left)
    return opened and len(said) == 2 and said[0].kind == "time" and said[1].low == ":" and not second.forecast


def _year_after(period: Period) -> Period | None:
    """The same part of the year after; of a day that is compared with, which may be any day before, none."""
    if period.kind not in _COMPARABLE or period.end is not None:
        return None
    return replace(period, first=period.first + 1, last=period.last + 1)


_COMPARABLE = frozenset({"year", "fiscal year", "quarter", "half", "months"})


def _is_coordinated(first: Statement, second: Statement, goes_on: bool) -> bool:
    """Whether two numbers are items of one list whose time stands at its end: "A earned 7, B 2 and C 1 in 2024".

    ``goes_on``: the second is such an item itself, before a further one.
    """
    if second.unit.link != "and" and not (goes_on and second.unit.link == ","):
        return False
    if first.unit.right or second.has_verb or {first.measure, second.measure} & (_RATES | {"growth"}):
        return False
    said = second.unit.right[: next((at for at, t in enumerate(second.unit.right) if t.kind == "time"), 0)]
    alone = all(token.low in PREPOSITIONS | DETERMINERS for token in said)
    return alone and (first.measure == second.measure or len(second.unit.left) == 1)


def _ends_together(first: Statement, second: Statement) -> bool:
    """Whether the period behind the second number is the first's too."""
    if first.measure == "growth" and second.unit.link == "to" and second.timed.period:
        return second.timed.period.kind != "span"
    says_more = second.has_verb and second.unit.link != "followed"
    if says_more or first.measure not in _LEVELS | {"increase"}:
        return False
    if second.unit.link in {"or", "("}:
        return second.measure not in _RATES
    bare = all(token.low in MEASURES or token.kind == "mark" for token in first.unit.right)
    listed = second.unit.link in {"and", ",", "followed"} and bare
    return listed and first.measure == second.measure and first.speaks_of_another(second)
