"""Says which of the periods a sentence names belongs to which of its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.domain import Measure, Period
from ingest.quantity.clauses import Unit, has_verb, is_verb
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import word_set

_REFERENCE = word_set("over versus vs than against since compared relative beyond after before")
"""Words before a period that is compared with, not spoken of: "up 4% over 2023"."""
_NEUTRAL = word_set(
    """
    in the year years calendar fiscal financial end of early late mid - ( [ around about season to with from
    """
)
_REACH = 12
"""Words between a number and the period behind it at most: "of the total market revenue in 2024"."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A period found for a number. ``settled``: the words around it decide, even when the period cannot be told."""

    period: Period | None = None
    settled: bool = False
    projected: bool = False


UNTIMED = Timed()


def period_of(unit: Unit, measure: Measure, forecast: Period | None) -> Timed:
    """The period the unit itself gives its number; ``forecast`` is the report's forecast period."""
    if measure == "cagr":
        return _first_settled(_span(unit), _one_end(unit, forecast))
    if measure == "increase":
        return _first_settled(_span(unit), _level(unit, False))
    if measure == "growth":
        timed = _first_settled(_annual(unit, forecast), _level(unit, True))
        return replace(timed, period=_over_a_year(timed.period))
    return _level(unit, is_change(unit))


def is_change(unit: Unit) -> bool:
    """Whether the number is by how much a rate changed: "down 310 basis points from 2023"."""
    numeral = unit.numeral.numeral if unit.numeral else None
    return numeral is not None and numeral.kind in {"percentage points", "basis points"}


def _over_a_year(period: Period | None) -> Period | None:
    """Growth from one year to the next is the growth of the next."""
    if period and period.kind == "span" and period.last == period.first + 1:
        return Period(period.last, period.last)
    return period


def _annual(unit: Unit, forecast: Period | None) -> Timed:
    """ "Will grow 5% a year through 2030" speaks of the years up to then, not of 2030."""
    tokens = (*unit.left, *unit.right)
    for at, token in enumerate(tokens):
        if token.period and at and tokens[at - 1].low in {"through", "until", "till", "to"}:
            return _one_end(unit, forecast) if token.period.kind != "span" else UNTIMED
    return UNTIMED


def bracketed_time(before: Unit, unit: Unit) -> Period | None:
    """The period right before a number in brackets: 2023 of "18,900 in 2024, a third more than in 2023 (14,200)"."""
    if not unit.left or unit.left[-1].low != "(":
        return None
    said = unit.left[:-1] or before.right
    return said[-1].period if said and said[-1].kind == "time" else None


def _first_settled(*candidates: Timed) -> Timed:
    return next((timed for timed in candidates if timed.settled), UNTIMED)


def _level(unit: Unit, growth: bool) -> Timed:
    right = _behind(unit, growth)
    left = _before(unit, growth)
    if right and left and _tight(unit):
        return _timed(left)
    chosen = right or left
    return _timed(chosen) if chosen else UNTIMED


def _timed(token: Token) -> Timed:
    mention = token.mention
    if mention is None:
        return UNTIMED
    return Timed(None if mention.dated else mention.period, True, mention.projected)


def _behind(unit: Unit, growth: bool) -> Token | None:
    """The period right of the number, unless a verb, a comma or another time stands between."""
    subject = not has_verb(unit.left)
    reach = unit.right[: _REACH * 2 if subject else _REACH]
    if unit.left and unit.left[-1].low == "," and reach[:1] and reach[0].low == ",":
        reach = unit.right[1:_REACH]
    for at, token in enumerate(reach):
        if token.kind == "time":
            if _is_reference(reach, at) or (growth and _starts_from(reach, at, token)) or _compares(unit, reach, at):
                return None
            return token
        if token.low in {",", ";"} or (token.kind == "word" and is_verb(reach, at) and not subject):
            following = [after.kind for after in reach[at + 1 : at + 4]]
            if (
                token.low == ","
                and "time" in following
                and all(after.low in _NEUTRAL or after.kind == "time" for after in reach[at + 1 : at + 3])
            ):
                continue
            if token.low == "," and subject and at < 4 and unit.left and unit.left[0].low in {"with", "at", "holding"}:
                continue
            return None
    return None


def _before(unit: Unit, growth: bool) -> Token | None:
    """The period left of the number, the nearest first."""
    for at in range(len(unit.left) - 1, -1, -1):
        token = unit.left[at]
        if token.kind != "time" or _is_reference(unit.left, at):
            continue
        if growth and _starts_from(unit.left, at, token):
            continue
        return token
    return None


def _compares(unit: Unit, tokens: Sequence[Token], at: int) -> bool:
    """Whether a signed change is told against this year: "+148% on 2022"."""
    return at == 1 and tokens[0].low == "on" and unit.numeral is not None and unit.numeral.text[:1] in "+-−"


def _starts_from(tokens: Sequence[Token], at: int, token: Token) -> bool:
    """Whether growth is counted from this year: "rose 12% from 2023"."""
    before = at - 2 if at > 1 and tokens[at - 1].low == "the" else at - 1
    return before >= 0 and tokens[before].low == "from" and (token.period is None or token.period.kind != "span")


def _is_reference(tokens: Sequence[Token], at: int) -> bool:
    period = tokens[at].period
    if period is not None and period.kind == "span":
        return False
    index = at - 1
    while index >= 0 and tokens[index].low in _NEUTRAL:
        index -= 1
    if index < 0 or tokens[index].low not in _REFERENCE or at - index > 4:
        return False
    return not (index and tokens[index - 1].low in {"year", "y", "quarter"})  # "year over year in 2024"


def _tight(unit: Unit) -> bool:
    """Whether a period stands right before the number, as in "2024: USD 5 billion" and "(2025) USD 8 billion"."""
    index = len(unit.left) - 1
    while index >= 0 and unit.left[index].low in {":", ")", "|", "-", "–", "]", "—"}:
        index -= 1
    return index >= 0 and unit.left[index].kind == "time"


def _span(unit: Unit) -> Timed:
    for token in (*unit.right, *reversed(unit.left)):
        if token.mention and token.period is not None and token.period.kind == "span":
            return Timed(token.period, True, token.mention.projected)
    return UNTIMED


def _one_end(unit: Unit, forecast: Period | None) -> Timed:
    """ "A CAGR of 5% through 2030": the forecast period if that is its end, else a span that cannot be told."""
    years = {token.period.first for token in (*unit.left, *unit.right) if token.period}
    if not years:
        return UNTIMED
    return Timed(forecast if forecast and years <= {forecast.first, forecast.last} else None, True)


def names_time(unit: Unit) -> bool:
    """Whether a unit names a time of its own, be it one that could not be attached."""
    for tokens in (unit.left, unit.right):
        if any(token.kind == "time" and not _is_reference(tokens, at) for at, token in enumerate(tokens)):
            return True
    return False


def clause_time(unit: Unit) -> Timed:
    """The one period a clause without a number names: "dominated the market in 2023 and held 42%"."""
    times = [token for at, token in enumerate(unit.left) if token.kind == "time" and not _is_reference(unit.left, at)]
    return _timed(times[0]) if len(times) == 1 else UNTIMED


def grows_from(unit: Unit) -> bool:
    """Whether the only time a unit names is the one its growth is counted from: "up 5% from 2023"."""
    tokens = unit.right
    times = [at for at, token in enumerate(tokens) if token.kind == "time"]
    return all(
        _is_reference(tokens, at) or _starts_from(tokens, at, tokens[at]) or _compares(unit, tokens, at) for at in times
    )


def spans_of(units: Sequence[Unit]) -> list[Period]:
    """The spans a sentence names, without repeats."""
    tokens = [token for unit in units for token in (*unit.left, *unit.right)]
    named = [token.period for token in tokens if token.period and token.period.kind == "span"]
    return list(dict.fromkeys(named))


def opening_time(unit: Unit) -> Timed:
    """The period a sentence opens with ("In 2024, …"), which holds for its later parts too."""
    for at, token in enumerate(unit.left[:6]):
        if token.kind == "time" and not _is_reference(unit.left, at):
            opens = all(before.low in _OPENING for before in unit.left[:at])
            return _timed(token) if opens else UNTIMED
    return UNTIMED


_OPENING = word_set(
    """
    in by during for at as of the year , end and but while however early late mid - over from (
    """
)
