"""Judges one drafted sentence: whether what it cites supports all it says, and if not, why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.arithmetic import Result, compute
from bot.calculated import calculated_periods, result_quantities, spans_years
from bot.cited import Cited, citable
from bot.claims import Claims, Range, market_frame, names_around, read_claims, span_of
from bot.context import Said, as_said, context_fault
from bot.echo import rejected
from bot.evidence import Evidence, Sentence
from bot.operands import CalculationError
from bot.readings import places_in, stems_in
from bot.support import CHECKS, Mismatch, Setting, mismatch
from ingest.domain import Period, Quantity
from ingest.words import stem

_REFERS_BACK = re.compile(
    r"(?:it|its|they|their|this|these|that|those|the (?:same|latter|former|segment|region|country))\b", re.I
)
_DEADLINE = re.compile(r"\b(?:by|to|until|till|through|up to)(?: the)?(?: end of)?(?: year)? $", re.I)
_QUOTATION = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_WORLD = "World"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence as it may be shown with what it cites, or why it may not (``why`` empty: kept)."""

    sentence: Sentence
    why: str = ""
    result: Result | None = None


@dataclass(frozen=True)
class Bench:
    """One sentence with all that is needed to judge it."""

    sentence: Sentence
    question: str
    before: str  # what the reader has read just before, for "it" and "they"
    counted: int | None = None  # how many items follow, for the sentence that introduces a list

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """All it cites: its own evidence, then its calculation's."""
        calculation = self.sentence.calculation
        operands = tuple(operand.evidence for operand in calculation.operands) if calculation else ()
        return tuple(dict.fromkeys((*self.sentence.evidence, *operands)))

    @cached_property
    def cited(self) -> Cited:
        """What that evidence has."""
        return Cited(self.evidence, market_frame(tuple(item.title for item in self.evidence)))

    @cached_property
    def claims(self) -> Claims:
        """What the sentence says."""
        return read_claims(self.sentence.text, self.cited.frame)

    @cached_property
    def echoes(self) -> list[Range]:
        """Where it repeats the question's words only to reject them."""
        return rejected(self.claims.text, self.sentence.echo, self.question)

    @cached_property
    def result(self) -> Result | None:
        """The recomputed result of its calculation. Raises CalculationError."""
        return compute(self.sentence.calculation) if self.sentence.calculation else None

    @cached_property
    def heard(self) -> str:
        """The sentence, with what it refers back to."""
        return f"{self.before} {self.claims.text}" if _REFERS_BACK.match(self.claims.text) else self.claims.text

    @cached_property
    def denies(self) -> bool:
        """Whether all in it that needs a source is rejected: "No, the report does not say 19%"."""
        return bool(self.echoes) and all(self.is_excused(span) for span in self.claims.spans)

    @cached_property
    def quoted(self) -> list[Range]:
        """Where it quotes whole sentences of its source in quotation marks."""
        marked = _QUOTATION.finditer(self.claims.text)
        return [match.span() for match in marked if self.cited.is_quoted_whole(match[1])]

    def is_excused(self, span: Range) -> bool:
        """Whether a stretch of the sentence is inside rejected words of the question, or a quotation."""
        return any(start <= span[0] and span[1] <= end for start, end in (*self.echoes, *self.quoted))


def judge(bench: Bench) -> Verdict:
    """Keep the sentence, cleaned, only if its evidence supports every number, time and place in it."""
    why = _fault(bench)
    shown = Sentence(bench.claims.text, bench.evidence, bench.sentence.calculation, bench.sentence.echo)
    return Verdict(shown, why, None if why else bench.result)


def _fault(bench: Bench) -> str:
    claims = bench.claims
    if not claims.text:
        return "it is empty"
    if not all(citable(item) for item in bench.evidence):
        return "a quote is not a verbatim piece of its source"
    if why := _calculation_fault(bench):
        return why
    if not bench.evidence:
        return _uncited_fault(bench)
    if bench.cited.is_quoted_whole(claims.text):
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
    here = Said(drafted, bench.claims.text)
    for item in bench.evidence:
        visible = bench.cited.visible(item)
        for source in visible:
            there = Said(source, item.text, visible)
            fault = mismatch(drafted, as_said(there, here), setting)
            if fault is None and (why := context_fault(here, there, setting)):
                fault = Mismatch(len(CHECKS), f"'{drafted.text}': {why} ('{source.text}')")
            yield fault
    if bench.result and bench.sentence.calculation:
        for result in result_quantities(bench.result, bench.sentence.calculation, drafted.period):
            yield mismatch(drafted, as_said(Said(result, ""), here), setting)


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
    if quantity.kind != "number" or any(quantity.text == source.text for source in bench.cited.quantities):
        return False
    return any(bench.cited.shows(name) for name in names_around(bench.claims.text, span_of(quantity)))


_RUN = re.compile(r"\b(?:from|between) (?:FY)?(\d{4}) (?:to|and|until|through) (?:FY)?(\d{4})\b", re.IGNORECASE)


def _period_fault(bench: Bench) -> str:
    if any(last <= first for first, last in _RUN.findall(bench.claims.text)):
        return "a time runs backwards"
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
