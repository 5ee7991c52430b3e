"""How a quantity is said in a plain sentence."""

import re
from calendar import month_name
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from bot.arithmetic import SCALE_NAMES, Result
from bot.evidence import Calculation, Evidence
from bot.readings import sentence_spans
from ingest.domain import HEADER_STEP, Period, Quantity
from ingest.quantity.framing import home_place, market_name, names_market
from ingest.quantity.labels import is_only_unit
from ingest.quantity.named_units import without_unit


class Titled(Protocol):
    """What has a report's title, which says the market and the place it is of: a book, or evidence."""

    @property
    def title(self) -> str: ...


BOUNDS = {"exact": "", "about": "about ", "over": "more than ", "under": "less than "}


_EARNED = re.compile(r"^(?:revenues?|sales|turnover|spending|value|market size)$", re.IGNORECASE)


def amount(quantity: Quantity) -> str:
    """The number as said: "about USD 11.87 billion", "12%–15%", "1,590 tables"."""
    return BOUNDS[quantity.bound] + bare_amount(quantity)


def bare_amount(quantity: Quantity) -> str:
    """The number without its hedge."""
    digits = f"{quantity.value:,}" + (f"–{quantity.upper:,}" if quantity.upper is not None else "")
    match quantity.kind:
        case "percent":
            return f"{digits}%"
        case "percentage points" | "basis points":
            return f"{digits} {quantity.kind}"
        case "multiple":
            return f"{digits}x"
        case "money" if quantity.scale < 1:
            return f"{digits} {'pence' if quantity.currency == 'GBP' else f'{quantity.currency} cents'}"
        case "money":
            return " ".join(part for part in (quantity.currency, digits, scale_word(quantity.scale)) if part)
        case _:
            return " ".join(part for part in (digits, scale_word(quantity.scale), quantity.unit) if part)


def scale_word(scale: Decimal) -> str:
    """ "billion" for 10**9; nothing for 1."""
    return SCALE_NAMES.get(scale, "")


def topic(quantity: Quantity, titled: Titled) -> str:
    """What it is about, as a noun phrase: "the Cold Chain market in Europe", "Hospitals"."""
    place = quantity.place or home_place(titled.title)
    where = f" in {the(place)}" if place else ""
    if quantity.subject:
        return f"{quantity.subject[-1]}{where}"
    if names_market(titled.title):
        return f"the {market_name(titled.title) or titled.title} market{where}"
    return (
        f"{without_unit(quantity.label) or 'the total'}{where}" if quantity.measure == "size" else f"the total{where}"
    )


def the(place: str) -> str:
    """A place with its article: "the United States", "Japan"."""
    needs = (
        place.startswith("United")
        or place.endswith(("s", "Republic", "Union"))
        or place in ("Middle East", "Middle East & Africa", "GCC")
    )
    return (
        f"the {place}"
        if needs and not place.startswith("the ") and place not in ("Honduras", "Cyprus", "Mauritius", "Laos")
        else place
    )


def when(period: Period | None) -> str:
    """ "in 2025", "over 2025–2032", nothing when the report does not say."""
    if period is None:
        return ""
    match period.kind:
        case "span":
            return f" over {period}"
        case "month" if period.part:
            return f" in {month_name[period.part]} {period.first}"
        case "months" if period.end:
            count = _STRETCHES.get(period.part or 0, period.part)
            return f" in the {count} months to {month_name[period.end]} {period.last}"
        case "months" if period.part in _STRETCHES:
            return f" in the first {_STRETCHES[period.part]} months of {period.first}"
        case _:
            return f" in {period}"


_STRETCHES = dict(enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2))


_YEARLY = re.compile(r"^(?:a year|per year|annually|yearly|per annum|p\.a\.)$", re.IGNORECASE)


def sentence(quantity: Quantity, titled: Titled, until: int | None = None) -> str:
    """One sentence that says the quantity with its unit, period, subject and place. ``until`` is the last year that had
    come when the report was written: of no later one anything is said as if it had."""
    what, said, time = topic(quantity, titled), amount(quantity), when(quantity.period)
    if quantity.measure == "size" and quantity.subject and _EARNED.search(quantity.label):
        what = f"{quantity.label.lower()} of {what}"
    verb = _Verb(is_plural(what), quantity.forecast, _is_to_come(quantity, until))
    match quantity.measure:
        case "size":
            body = f"{what} {verb.said('reach', f'{verb.were} put at')} {said}{time}"
        case "cagr":
            grows = verb.said("grow", f"{verb.are} stated to grow")
            body = f"{what} {grows} at a compound annual rate (CAGR) of {said}{time}"
        case "growth" if _YEARLY.search(quantity.label):
            body = f"{what} {verb.said('grow', verb.now('grow'))} at {said} a year{time}"
        case "growth" | "increase":
            body = f"{what} {verb.said('grow', verb.then('grow', 'grew'))} by {said}{time}"
        case "share":
            body = (
                f"{what} {verb.said('hold', verb.then('hold', 'held'))} a {quantity.label or 'share'} of {said}{time}"
            )
        case _:
            label = quantity.label or quantity.measure
            body = f"{label} of {what}: {said}{time}" if label != "other" else f"{what}: {said}{time}"
    return capitalised(body) + "."


@dataclass(frozen=True, slots=True)
class _Verb:
    """The form of the verb behind a noun phrase: of many or one, of what is expected, of what is still to come."""

    plural: bool
    expected: bool
    to_come: bool

    def said(self, expected: str, otherwise: str) -> str:
        """ "is expected to reach" of a forecast, else the other."""
        return f"{self.are} expected to {expected}" if self.expected else otherwise

    @property
    def are(self) -> str:
        """ "is", or "are" of many."""
        return "are" if self.plural else "is"

    @property
    def were(self) -> str:
        """ "was", or "were" of many; "is" or "are" of what is to come."""
        return self.are if self.to_come else ("were" if self.plural else "was")

    def now(self, verb: str) -> str:
        """The present of a verb: "grows", or "grow" of many."""
        return verb if self.plural else f"{verb}s"

    def then(self, verb: str, past: str) -> str:
        """Its past: "grew"; the present of what is to come."""
        return self.now(verb) if self.to_come else past


def _is_to_come(quantity: Quantity, until: int | None) -> bool:
    return until is not None and quantity.period is not None and quantity.period.last > until


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase takes "were": "premiums in Germany", "acoustic sensors", not "the gas market"."""
    head = _BEHIND_HEAD.split(phrase, maxsplit=1)[0].rstrip(" ,")
    return head.endswith("s") and not _ONE_IN_S.search(head)


_BEHIND_HEAD = re.compile(r",? (?:of|in|for|by|from|per|with|on|at|to|under|over|within|through)\b|\s*[(:;]")
"""What follows the noun that a phrase is about."""

_ONE_IN_S = re.compile(r"(?:ss|us|is|ics|\bgas|biogas|\blens|news|series)\Z", re.IGNORECASE)
"""Ends of nouns that are one thing, or may be: "glass", "diagnosis", "electronics"."""


def capitalised(text: str) -> str:
    """With its first letter large."""
    return text[:1].upper() + text[1:]


def as_printed(quantity: Quantity, evidence: Evidence) -> str:
    """A cell under its table's own words: "Makers, 2024: Apiscan, Staff: 390"."""
    steps = (step for label in (evidence.row, evidence.column) if label for step in label.split(HEADER_STEP))
    named = (without_unit(step).rstrip(", ") for step in steps if not is_only_unit(step))  # the amount says its unit
    labels = ", ".join(step for step in named if step)
    period = quantity.period
    is_said = period is None or all(str(year) in labels for year in (period.first, period.last))
    caption = evidence.table or ""  # may be a paragraph whose last sentence names the table
    title = next((caption[start:end] for start, end in reversed(sentence_spans(caption))), "")
    return ": ".join(part for part in (title, labels, f"{amount(quantity)}{'' if is_said else when(period)}.") if part)


def labelled(quantity: Quantity, evidence: Evidence) -> str:
    """A cell under the labels of its row and column: "Germany, 2020: EUR 83.1 million"."""
    labels = ", ".join(label for label in (evidence.row, evidence.column) if label)
    return f"{labels}: {amount(quantity)}"


YES, ELSEWHERE, MAYBE = "Yes. ", "Elsewhere the report says: ", "Perhaps you mean this: "
"""What may stand before a figure said in a sentence of its own."""


def verbatim(text: str) -> str:
    """A sentence of the report as it is quoted: on one line, without a bullet, with a full stop."""
    line = " ".join(text.removeprefix("- ").split())
    return line if line[-1:] in ".!?" else f"{line}."


NOT_PUBLISHED = "Calculated, not published: "
"""Opens every sentence that says a result."""


def calculated(calculation: Calculation, result: Result, titled: Titled) -> str:
    """The result of a calculation in a sentence that says it is one."""
    return f"{NOT_PUBLISHED}{_calculated(calculation, result, titled)}."


def between(calculation: Calculation, result: Result) -> str:
    """The same by its numbers alone: what they are of, the sentences before it say."""
    first, *_, last = (f"{amount(o.quantity)}{when(o.quantity.period)}" for o in calculation.operands)
    match calculation.operation:
        case "difference":
            body = f"the difference between {first} and {last} is {result.text.replace('−', '')}"
        case "growth" | "cagr":
            way = "a fall" if result.exact < 0 else "a rise"
            yearly = " a year" if calculation.operation == "cagr" else ""
            body = f"from {first} to {last} is {way} of {result.text.replace('−', '')}{yearly}"
        case "multiple":
            body = f"{last} is {result.text} {first}"
        case "sum":
            body = f"{' and '.join(amount(o.quantity) for o in calculation.operands)} add up to {result.text}"
        case _:
            body = f"{first} is {result.text} of {last}"
    return f"{NOT_PUBLISHED}{body}."


def _calculated(calculation: Calculation, result: Result, titled: Titled) -> str:
    quantities = [operand.quantity for operand in calculation.operands]
    first, last = quantities[0], quantities[-1]
    apart = (first.subject, first.place) != (last.subject, last.place)
    match calculation.operation:
        case "difference" | "growth" if not apart:
            what, text = _measured(first, titled), result.text.replace("−", "")
            moves = _present(what).now("decline" if result.exact < 0 else "grow")
            return f"{what} {moves} by {text} from {first.period} to {last.period}"
        case "difference":
            return (
                f"{_measured(last, titled)} and {_measured(first, titled)} differ by {result.text}{when(first.period)}"
            )
        case "multiple" if not apart:
            what = _measured(last, titled)
            its = "their" if is_plural(what) else "its"
            return f"{what} in {last.period} {_present(what).are} {result.text} {its} level of {first.period}"
        case "multiple":
            what = _measured(last, titled)
            return f"{what} {_present(what).are} {result.text} {_measured(first, titled)}{when(last.period)}"
        case "share":
            what = _measured(first, titled)
            return f"{what} {_present(what).are} {result.text} of {_measured(last, titled)}{when(first.period)}"
        case "sum":
            return (
                f"{' and '.join(_measured(q, titled) for q in quantities)} add up to {result.text}{when(first.period)}"
            )
        case "portion":
            part = f"{topic(last, titled)}, {amount(last)} of {_measured(first, titled)},"
            return f"{part} comes to {result.text}{when(first.period)}"
        case "cagr":
            rate = f"a compound annual rate (CAGR) of {result.text}"
            what = _measured(first, titled)
            return f"{what} {_present(what).now('grow')} at {rate} from {first.period} to {last.period}"
        case _:
            rate = f"the stated compound annual growth rate (CAGR) of {amount(last)}"
            return f"at {rate}, {_measured(first, titled)} would be {result.text}{when(result.period)}"


def _present(what: str) -> _Verb:
    return _Verb(is_plural(what), expected=False, to_come=False)


def _measured(quantity: Quantity, titled: Titled) -> str:
    """What is counted: "the X market in Japan", "the volume of the X market"."""
    what = topic(quantity, titled)
    return (
        what
        if quantity.measure == "size"
        else f"the {quantity.label or quantity.measure} of {what}".replace("the the ", "the ")
    )
