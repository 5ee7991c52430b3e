"""Judges one drafted sentence: whether what it cites supports all it says, and if not, why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.arithmetic import Result
from bot.bench import Bench
from bot.calculated import calculated_periods, result_quantities, spans_years
from bot.cited import citable
from bot.claims import names_around, span_of
from bot.context import Said, as_said, context_fault
from bot.evidence import Operand, Sentence
from bot.operands import CalculationError
from bot.phrase import ELSEWHERE, MAYBE, as_printed, between, calculated, labelled
from bot.phrase import sentence as published
from bot.readings import cleaned, places_in, stems_in
from bot.support import CHECKS, Mismatch, Setting, mismatch
from ingest.domain import Period, Quantity
from ingest.words import stem

_DEADLINE = re.compile(r"\b(?:by|to|until|till|through|up to)(?: the)?(?: end of)?(?: year)? $", re.I)
_WORLD = "World"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence as it may be shown with what it cites, or why it may not (``why`` empty: kept)."""

    sentence: Sentence
    why: str = ""
    result: Result | None = None


def judge(bench: Bench) -> Verdict:
    """Keep the sentence, cleaned, only if its evidence supports every number, time and place in it."""
    why = _fault(bench)
    shown = Sentence(bench.text, bench.evidence, bench.sentence.calculation, bench.sentence.echo)
    return Verdict(shown, why, None if why else bench.result)


def _fault(bench: Bench) -> str:
    if not bench.text:
        return "it is empty"
    if not all(citable(item) for item in bench.evidence):
        return "a quote is not a verbatim piece of its source"
    if why := _calculation_fault(bench):
        return why
    if not bench.evidence:
        return _uncited_fault(bench)
    if bench.cited.is_quoted_whole(bench.text) or _is_calculation_in_full(bench) or _is_as_printed(bench):
        return ""
    return _number_fault(bench) or _period_fault(bench) or _place_fault(bench) or _loose_fault(bench)


def _calculation_fault(bench: Bench) -> str:
    calculation = bench.sentence.calculation
    if calculation is None:
        return ""
    if any(operand.quantity not in operand.evidence.quantities for operand in calculation.operands):
        return "an operand does not stand in its evidence"
    if any(operand.quantity not in bench.cited.quantities for operand in calculation.operands):
        return "an operand cannot be seen in its quote"
    try:
        return "" if bench.result else "no result"
    except CalculationError as error:
        return str(error)


def _is_calculation_in_full(bench: Bench) -> bool:
    """Whether the sentence is word for word how its own calculation is said, of operands that could be said themselves.

    Read again as free text, "A is 47% of B in C" has too many readings: true ones would be lost.
    """
    calculation, result = bench.sentence.calculation, bench.result
    if calculation is None or result is None:
        return False
    if bench.text == cleaned(between(calculation, result)):
        return True  # its numbers stand in its quotes, and it says of nothing what they are of
    own = cleaned(calculated(calculation, result, calculation.operands[0].evidence))
    return bench.text == own and not any(map(_operand_fault, calculation.operands))


def _is_as_printed(bench: Bench) -> bool:
    """Whether the sentence is a cited cell's figure under the labels of its own table, word for word."""
    said = bench.text.removeprefix(ELSEWHERE).removeprefix(MAYBE)
    return any(
        said in (cleaned(as_printed(quantity, item)), cleaned(labelled(quantity, item)))
        for item in bench.evidence
        if item.column
        for quantity in item.quantities
    )


def _operand_fault(operand: Operand) -> str:
    """Why an operand could not be said in a sentence of its own."""
    return _fault(Bench(Sentence(published(operand.quantity, operand.evidence), (operand.evidence,)), "", ""))


def _uncited_fault(bench: Bench) -> str:
    return "" if bench.claims.bare or bench.denies else "it has a number, time or place and cites nothing"


def _number_fault(bench: Bench) -> str:
    for quantity in bench.claims.quantities:
        if bench.is_excused(span_of(quantity)) or _counts(bench, quantity) or _is_name(bench, quantity):
            continue
        if why := _unsupported(bench, quantity):
            return why
    return ""


def _unsupported(bench: Bench, drafted: Quantity) -> str:
    """Why no source supports the drafted quantity; of several reasons the one of the nearest source."""
    setting = _setting(bench, drafted)
    faults: list[Mismatch] = []
    for fault in _faults(bench, drafted, setting):
        if fault is None:
            return ""
        faults.append(fault)
    nearest = max(faults, key=lambda fault: fault.step, default=None)
    return nearest.why if nearest else f"'{drafted.text}': what is cited has no number"


def _setting(bench: Bench, drafted: Quantity) -> Setting:
    claims, cited = bench.claims, bench.cited
    starts = [start for period, (start, _) in claims.periods if period == drafted.period]
    return Setting(
        stems=stems_in(bench.heard),
        places=places_in(bench.heard),
        cited=cited.stems,
        market=cited.frame.market,
        home=cited.title_places,
        only_period=cited.only_period,
        deadline=any(_DEADLINE.search(claims.text[:start]) for start in starts),
    )


def _faults(bench: Bench, drafted: Quantity, setting: Setting) -> Iterator[Mismatch | None]:
    """What keeps each source from supporting the drafted quantity, None for a source that does."""
    here = Said(drafted, bench.text, bench.claims.quantities)
    for item in bench.evidence:
        visible = bench.cited.visible(item)
        for source in visible:
            there = Said(source, item.text, visible)
            fault = mismatch(drafted, as_said(there, here), setting, bench.checks)
            if fault is None and (why := context_fault(here, there, setting)):
                fault = Mismatch(len(CHECKS), f"'{drafted.text}': {why} ('{source.text}')")
            yield fault
    if bench.result and bench.sentence.calculation:
        for result in result_quantities(bench.result, bench.sentence.calculation, drafted.period):
            yield mismatch(drafted, as_said(Said(result, ""), here), setting, bench.checks)


def _counts(bench: Bench, quantity: Quantity) -> bool:
    """Whether the number counts the items that follow, or the years a calculation runs over."""
    if quantity.kind != "number" or quantity.upper is not None:
        return False
    if bench.counted is not None and quantity.amount == bench.counted:
        return True
    calculation = bench.sentence.calculation
    if calculation is None or stem(quantity.unit) != stem("years"):
        return False
    return quantity.amount in spans_years(calculation)


def _is_name(bench: Bench, quantity: Quantity) -> bool:
    """Whether the number is part of a name the source has verbatim: "COVID-19", "Type 2", "Five Forces"."""
    if _is_in_subject(bench, span_of(quantity)):
        return True
    if quantity.kind != "number" or any(quantity.text == source.text for source in bench.cited.quantities):
        return False
    return any(bench.cited.shows(name) for name in names_around(bench.text, span_of(quantity)))


def _is_in_subject(bench: Bench, span: tuple[int, int]) -> bool:
    """Whether a number stands inside the name of what a cited figure is of: "Up to 400 °C"."""
    parts = {cleaned(part) for source in bench.cited.quantities for part in source.subject}
    return any(
        match.start() <= span[0] and span[1] <= match.end()
        for part in parts
        if any(map(str.isdigit, part)) and any(map(str.isalpha, part))
        for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", bench.text)
    )


_BESIDE = re.compile(r"\b(?:before|after|since|prior to) \Z", re.IGNORECASE)
_RUN = re.compile(r"\b(?:from|between) (?:FY)?(\d{4}) (?:to|and|until|through) (?:FY)?(\d{4})\b", re.IGNORECASE)


def _beside(bench: Bench) -> Iterator[str]:
    """Times that are said to lie before or after a year: "since 2020"."""
    for _, (start, end) in bench.claims.periods:
        beside = _BESIDE.search(bench.text, 0, start)
        if beside and not bench.is_excused((start, end)):
            yield bench.text[beside.start() : end]


def _period_fault(bench: Bench) -> str:
    if any(last <= first for first, last in _RUN.findall(bench.text)):
        return "a time runs backwards"
    for stretch in _beside(bench):
        if not bench.cited.says(stretch):
            return f"'{stretch}' is not in what it cites"
    known = bench.cited.periods | calculated_periods(bench.result, bench.sentence.calculation)
    for period, span in bench.claims.periods:
        if not bench.is_excused(span) and not _is_known(period, known):
            return f"{period} is not in what it cites"
    return ""


def _is_known(period: Period, known: frozenset[Period]) -> bool:
    """A year may be the end of a cited span; a span may run between two cited years; a fiscal year is only itself."""
    years = {year for other in known if other.kind in ("year", "span") for year in (other.first, other.last)}
    return period in known or (period.kind in ("year", "span") and {period.first, period.last} <= years)


def _place_fault(bench: Bench) -> str:
    known = bench.cited.places | ({_WORLD} if not bench.cited.title_places else set())
    for place, span in bench.claims.places:
        if place not in known and not bench.is_excused(span):
            return f"{place} is not in what it cites"
    return ""


def _loose_fault(bench: Bench) -> str:
    """Numbers that could not be read ("twelve percent", a link's digits) must stand in the source as they are."""
    for piece in bench.claims.loose:
        if not bench.is_excused((piece.start, piece.end)) and not bench.cited.shows(piece.text):
            return f"'{piece.text}' is not in what it cites"
    return ""
