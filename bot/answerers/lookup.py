"""Figures from the ledger, each in a plain sentence with its unit, period and subject."""

from collections.abc import Sequence
from itertools import groupby

from bot.answerers.yearly import yearly
from bot.book import Book
from bot.cells import is_crossed
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.measuring import BEFORE, MONEY_OF_SHARE, NUMBERS, POINTS_MOVED, TOP
from bot.phrase import ELSEWHERE, as_printed, sentence, verbatim
from bot.printings import current_period, distinct
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import HEADER_STEP, Cell, Quantity, Span

MANY = 6
"""More figures than this for one question are an enumeration, not an answer."""

LEVELS = frozenset({"size", "volume", "share", "price", "count"})
"""Measures of a moment: one of them is asked of now, or of the time named."""

CALCULATED = frozenset({"multiple", "difference", "sum"})
"""Operations whose result a report hardly ever prints; an increase is the exception."""


def lookup(found: Found) -> Draft | None:
    """The published figure asked for; both when the report prints two that disagree."""
    chosen = chosen_quantities(found)
    if not any(q.measure == "cagr" for q in chosen) and (stated_rate := yearly(found)):
        return stated_rate
    if not chosen or len(chosen) > MANY or _is_of_before(found.question):
        return None
    return Draft((Paragraph(tuple(stated(chosen, found.book))),))


def _is_of_before(question: Question) -> bool:
    """Whether a time before is asked for that nothing tells: "a year earlier" is no current figure's."""
    return not question.periods and bool(BEFORE.search(question.ask))


def printed(found: Found) -> Draft | None:
    """The same cells under their tables' own words, for a figure whose sentence would say more than the table does."""
    chosen = [q for q in chosen_quantities(found) if isinstance(q.source, Cell)]
    if not chosen or len(chosen) > MANY:
        return None
    evidence = [(q, evidence_of(found.book, q)) for q in chosen]
    return Draft((Paragraph(tuple(Sentence(as_printed(q, item), (item,)) for q, item in evidence)),))


def chosen_quantities(found: Found) -> list[Quantity]:
    """Of the matches: the best measure, one per period asked for, or for an open question the current and the last."""
    question, book = found.question, found.book
    if is_calculated(question, found.quantities):
        return distinct([q for q in found.quantities if q.measure == "increase"])
    matches = best_measure(found.quantities)
    if any(_is_yearly(q) for q in matches):
        return []
    if question.periods:
        return distinct(matches)
    if not matches or matches[0].measure not in LEVELS:
        return distinct(_of_one_span(matches, question, book))
    return distinct(_at_default_period(matches, question, book))


def _is_yearly(quantity: Quantity) -> bool:
    """Whether it is growth a year said of several years: only the report's own words tell it from growth over them."""
    span = quantity.period
    return quantity.measure == "growth" and span is not None and span.last > span.first + 1


def is_calculated(question: Question, published: Sequence[Quantity]) -> bool:
    """Whether the question asks for what lies between figures rather than for a figure."""
    if MONEY_OF_SHARE.search(question.ask) or POINTS_MOVED.search(question.ask):
        return True
    top = TOP.search(question.ask) if question.operation == "sum" else None
    if top and not any(_is_of_as_many(quantity, top["count"]) for quantity in published):
        return True
    if question.operation in CALCULATED and question.measure not in ("share", "cagr"):
        return True
    years = question.years
    if any(q.measure == "growth" for q in published):
        return False
    return question.operation == "growth" and len(years) > 1 and question.measure != "cagr" and not question.asks_rate


def _is_of_as_many(quantity: Quantity, count: str) -> bool:
    """Whether a figure is that of as many as are asked for: "the five largest had 47%" says nothing of three."""
    said = " ".join(quantity.subject).lower().split()
    return str(NUMBERS.get(count.lower(), count)) in {str(NUMBERS.get(word, word)) for word in said}


def best_measure(matches: Sequence[Quantity]) -> list[Quantity]:
    """Those of the first measure (matches come best measure first)."""
    return [q for q in matches if q.measure == matches[0].measure]


def _of_one_span(matches: Sequence[Quantity], question: Question, book: Book) -> list[Quantity]:
    """The rates of the span meant: the forecast's, or what was, when the question asks of the past."""
    base = book.base_year
    past = [q for q in matches if q.period and not q.forecast and base and q.period.last <= base]
    if question.historic and past:
        return past
    ends = [q.period.last for q in matches if q.period]
    latest = [q for q in matches if q.period and q.period.last == max(ends)] if ends else list(matches)
    starts = [q.period.first for q in latest if q.period]
    return [q for q in latest if not q.period or q.period.first == min(starts)] if starts else latest


def _at_default_period(matches: Sequence[Quantity], question: Question, book: Book) -> list[Quantity]:
    """Without a period asked for: the base year's figure, with the forecast's end for the market as a whole."""
    dated = sorted(
        (q for q in matches if q.period), key=lambda q: (q.period.last, q.period.first) if q.period else (0, 0)
    )
    if not dated:
        return list(matches)
    last = dated[-1].period
    if question.forecast:
        return [q for q in dated if q.period == last]
    current = current_period(dated, book)
    shown = [q for q in dated if q.period == current]
    whole = question.measure == "size" and question.is_of_whole_market
    return shown + ([q for q in dated if q.period == last and q.forecast] if whole and last != current else [])


def _is_done(quantity: Quantity) -> bool:
    """Whether a volume is told by what was done with it, or by its unit: "exported 9.2 million tonnes"."""
    return quantity.measure == "volume" and (quantity.label.endswith(("ed", "sold")) or quantity.label == quantity.unit)


def _is_numbered(quantity: Quantity) -> bool:
    """Whether the name of what it is of has a number, which a sentence may read as a figure: "Above 650 °C"."""
    return any(char.isdigit() for part in quantity.subject[-1:] for char in part)


def _stands_alone(quantity: Quantity, book: Book) -> bool:
    """Whether no other number of its kind stands in its sentence; of what a report itself has it tells all at once."""
    if quantity.unit in _OF_REPORTS:
        return True
    return sum(q.quote == quantity.quote and q.kind == quantity.kind for q in book.quantities) == 1


_OF_REPORTS = frozenset(("pages", "tables", "figures", "charts", "chapters", "entries", "exhibits"))


def stated(chosen: Sequence[Quantity], book: Book) -> list[Sentence]:
    """A sentence per figure; figures of one period that disagree are said to. What is counted the text itself says."""
    sentences: list[Sentence] = []
    for _, group in groupby(chosen, key=lambda q: (q.period, q.measure, q.place, q.subject, q.currency)):
        for number, q in enumerate(group):
            evidence = evidence_of(book, q)
            is_told = q.measure in ("count", "other", "price") and _stands_alone(q, book)
            if isinstance(q.quote, Span) and (is_told or _is_done(q)):
                sentences.append(Sentence(verbatim(book.text_at(q.quote)), (evidence,)))
                continue
            is_counted = isinstance(q.source, Cell) and (
                q.measure in ("count", "other")
                or q in book.totals
                or _is_numbered(q)
                or is_crossed(q, book.report)
                or HEADER_STEP in (evidence.row or "")
            )
            text = as_printed(q, evidence) if is_counted else sentence(q, book, book.until)
            said = f"{ELSEWHERE}{text}" if number else text
            sentences.append(Sentence(said, (evidence,)))
    return list(dict.fromkeys(sentences))
