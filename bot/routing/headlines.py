"""The headline figures of reports, ranked over a library.

Which figure a report's headline is, is read from the library's ledger; it is shown only where the report's own answer,
verified as every other, says the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer import (
    Block,
    Calculation,
    CalculationBlock,
    Citation,
    CitedText,
    ParagraphBlock,
    TableBlock,
    TableRow,
)
from bot.claims import read_claims
from bot.measuring import NUMBERS
from bot.phrase import amount
from bot.printings import distinct
from bot.routing.catalogue import Entry
from bot.routing.compose import stated
from bot.routing.currencies import SINCE, in_order, is_certain
from bot.routing.route import label
from bot.verify import Verified
from ingest.domain import Period, Quantity
from ingest.quantity.frame import UNFRAMED

SHOWN = 15
"""Reports of a ranking, and figures of a comparison, shown at most."""

NAMED = 5
"""Reports that a ranking leaves out named at most."""

TRIED = 25
"""Reports that are asked for them at most."""

LEAST = 100_000
"""Amount of money that a market's size is at least."""

_GROWS = re.compile(r"\b(?:gr[eo]w\w*|cagr|fast\w*|slow\w*|quick\w*|rate|dynamic)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:slow\w*|small\w*|(?<!at )least|lowest|tiniest|minor)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:biggest|largest|fastest|highest|quickest)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:(?P<least>at least)|(?P<most>at most)|(?P<over>more than|over|above|faster than|exceeding)"
    r"|less than|under|below|slower than)\s+"
    r"(?P<rate>\d+(?:\.\d+)?)\s*(?:%|per ?cent)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

AskOne = Callable[[Entry, str], Verified]
"""Asks one report a question."""

Ledger = Mapping[str, Sequence[Quantity]]
"""By report, its sizes and compound rates of the whole market."""


@dataclass(frozen=True)
class Headline:
    """A report's headline figure as it is told, with the citations that its own answer has for it, and the calculation
    where the report does not publish it."""

    entry: Entry
    quantity: Quantity
    citations: tuple[Citation, ...]
    calculation: Calculation | None = None


def ranked(question: str, entries: Sequence[Entry], ledger: Ledger, ask: AskOne) -> Verified:
    """The reports by the size or the growth of their markets, the one asked for first; each currency by itself."""
    grows, least = bool(_GROWS.search(question)), bool(_LEAST.search(question))
    year = next((int(found) for found in _YEAR.findall(question)), None)
    year = year if grows or year else _year_of_most(entries, ledger)
    figures = dict(rates(entries, ledger) if grows else _sizes(entries, ledger, year))
    asked = "What is the CAGR?" if grows else f"How big is the market in {year}?"
    others = [entry for entry in entries if entry.id not in figures][:TRIED] if grows or year else []
    told = {entry.id: own for entry in others if (own := told_by(entry, ask, asked, grows))}
    figures |= {report: each.quantity for report, each in told.items()}
    bound = _BOUND.search(question) if grows else None
    if bound:
        figures = {report: q for report, q in figures.items() if _is_within(q.amount, bound)}
        least = least or not (bound["least"] or bound["over"])
    both = bool(_MOST.search(question)) and least
    shown = 1 if both else _many(question)
    directions = (False, True) if both else (least,)
    found = [_ranking(entries, figures, told, ask, shown, each) for each in directions]
    if not any(ranking.tables for ranking in found):
        of = "growth rate" if grows else f"market size for {year}" if year else "market size"
        return stated(f"I found no {of} that the reports of this library can be ranked by.", "not_published")
    what = "compound annual growth rate" if grows else "market size"
    first = "highest" if grows else "largest"
    made = ", or figures that it is calculated from" if any(each.calculation for each in told.values()) else ""
    unsure = frozenset().union(*(ranking.unsure for ranking in found))
    without = [entry for entry in entries if entry.id not in figures or entry.id in unsure]
    many = len(entries) - len(without) if not bound else len(figures)
    note = f"{many} of {len(entries)} reports give such a figure{made}; of several editions the newest is taken."
    note += _left_out(without, entries) if not bound else ""
    if any(ranking.of_all for ranking in found):
        note += f" What is said across currencies holds at any exchange rate since {SINCE}."
    return _tables([("lowest" if each.least else first, each) for each in found], what, entries, note, bool(without))


def told_by(entry: Entry, ask: AskOne, question: str, grows: bool) -> Headline | None:
    """The one figure that a report's own answer gives, published or calculated, where its ledger has no headline; of
    sizes that of the year asked for."""
    answer = ask(entry, question)
    sentences = [s for block in answer.blocks if isinstance(block, ParagraphBlock) for s in block.sentences]
    if answer.status != "answered" or len(sentences) != 1:
        return None
    kind, measures = ("percent", ("cagr", "growth")) if grows else ("money", ("size", "other"))
    told = [q for q in read_claims(sentences[0].text, UNFRAMED).quantities if q.kind == kind]
    said = [q for q in told if q.measure in measures] or (told if answer.answerer == "yearly" else [])
    if not grows and (year := _YEAR.search(question)):
        of_year = Period(int(year[0]), int(year[0]))
        said = [q for q in said if q.period == of_year and q.amount >= LEAST]  # a cell may not say its scale
    if len(said) != 1:
        return None
    at = sentences[0].calculation
    cited = tuple(each for each in answer.citations if each.number in sentences[0].citations)
    return Headline(entry, said[0], cited, None if at is None else answer.calculations[at])


def _left_out(without: Sequence[Entry], entries: Sequence[Entry]) -> str:
    """Which reports a ranking leaves out: one of them may be first."""
    if not without:
        return ""
    more = f" and {len(without) - NAMED} more" if len(without) > NAMED else ""
    return f" Not ranked: {'; '.join(label(each, entries) for each in without[:NAMED])}{more}."


@dataclass(frozen=True)
class _Ranking:
    """The first reports in order, by currency; ``of_all``: across currencies; ``unsure``: reports whose own answer does
    not say their figure."""

    least: bool
    tables: Mapping[str | None, Sequence[Headline]]
    of_all: bool
    unsure: frozenset[str]


def _ranking(
    entries: Sequence[Entry],
    figures: Mapping[str, Quantity],
    told: Mapping[str, Headline],
    ask: AskOne,
    shown: int,
    least: bool,
) -> _Ranking:
    """The first of the reports in order, across currencies where this is the same at any exchange rate, else of each
    currency by itself, that of the very first one ahead where this is certain."""
    order = sorted(
        (e for e in entries if e.id in figures),
        key=lambda e: (figures[e.id].amount if least else -figures[e.id].amount, e.id),
    )
    unsure: set[str] = set()

    def first(of: Sequence[Entry], many: int) -> list[Headline]:
        found: list[Headline] = []
        for entry in of[:TRIED]:
            if len(found) == many:
                break
            figure = figures[entry.id]
            if headline := told.get(entry.id) or confirmed(entry, figure, ask, asking(figure)):
                found.append(headline)
            else:
                unsure.add(entry.id)
        return found

    currencies = [currency for currency, _ in Counter(figures[e.id].currency for e in order).most_common()]
    across = in_order(order, figures, least) if len(currencies) > 1 else None
    if across and shown < SHOWN:
        found = first(across, shown + 1)
        if found and is_certain([each.quantity for each in found]):
            return _Ranking(least, {None: found[:shown]}, True, frozenset(unsure))
    tables = {each: first([e for e in order if figures[e.id].currency == each], shown) for each in currencies}
    tables = {currency: found for currency, found in tables.items() if found}
    tops = [found[0] for found in tables.values()]
    ahead = sorted(tops, key=lambda each: across.index(each.entry)) if across else []
    of_all = len(ahead) > 1 and all(is_certain([ahead[0].quantity, each.quantity]) for each in ahead[1:])
    if of_all:
        tables = {ahead[0].quantity.currency: tables[ahead[0].quantity.currency], **tables}
    return _Ranking(least, tables, of_all, frozenset(unsure))


def _is_within(rate: Decimal, bound: re.Match[str]) -> bool:
    """Whether a rate is within what is asked for: "more than 14%", "at least 14%"."""
    limit = Decimal(bound["rate"])
    if rate == limit:
        return bool(bound["least"] or bound["most"])
    return (rate > limit) == bool(bound["least"] or bound["over"])


def _many(question: str) -> int:
    """How many are asked for: "the three biggest"."""
    asked = _TOP.search(question)
    if asked is None:
        next_to = _SECOND.search(question)
        return SHOWN if next_to is None else 3 if next_to["place"].lower() == "third" else 2
    many = next(each for each in asked.groups() if each).lower()
    return min(NUMBERS.get(many) or int(many), SHOWN)


_COUNT = rf"(\d{{1,2}}|{'|'.join(NUMBERS)})"
_SECOND = re.compile(r"\b(?:and|then)\b.{0,20}\b(?P<place>second|third|runner-up)\b", re.IGNORECASE)
"""Asks for those that come next as well: "and which comes second?"."""
_TOP = re.compile(
    rf"\b(?:top|which) {_COUNT}\b"
    rf"|\b{_COUNT} (?:\w+[- ]){{0,2}}(?:biggest|largest|smallest|fastest|slowest|top)\b",
    re.IGNORECASE,
)


def _tables(
    ranked: Sequence[tuple[str, _Ranking]],
    what: str,
    entries: Sequence[Entry],
    note: str,
    leaves_out: bool,
) -> Verified:
    """A table for each order and currency, for amounts of different ones do not compare."""
    told = [(which, currency, found) for which, each in ranked for currency, found in each.tables.items()]
    ahead = [next(iter(each.tables.values()))[0] for _, each in ranked if each.of_all]
    headlines = [each for _, _, found in told for each in found]
    citations, numbers = numbered([each.citations for each in headlines])
    calculations = [
        _renumbered(each.calculation, dict(zip((c.number for c in each.citations), own, strict=True)))
        for each, own in zip(headlines, numbers, strict=True)
        if each.calculation
    ]
    many = len({currency for _, currency, _ in told}) > 1
    blocks: list[Block] = []
    row = 0
    for which, currency, found in told:
        first = found[0]
        behind = f" in {currency}" if many and currency else ""
        gives = "has, calculated from what it gives," if first.calculation else "gives"
        of_all = " of all that are ranked" if leaves_out else " of all"
        of = of_all if currency and any(first is each for each in ahead) else behind
        said = f"{label(first.entry, entries)} {gives} the {which} {what}{of}, {told_with_time(first.quantity)}."
        blocks.append(ParagraphBlock(sentences=(CitedText(text=said, citations=numbers[row]),)))
        rows = tuple(
            TableRow(cells=(label(each.entry, entries), _cell(each)), citations=numbers[row + at])
            for at, each in enumerate(found)
        )
        row += len(found)
        if len(found) > 1:
            blocks.append(TableBlock(title=f"By {what}{behind}", header=("Report", what.capitalize()), rows=rows))
    blocks.append(ParagraphBlock(sentences=(CitedText(text=note),)))
    blocks += [CalculationBlock(calculation=at) for at in range(len(calculations))]
    return stated(tuple(blocks), citations=citations, calculations=tuple(calculations), answerer="headlines")


def _cell(headline: Headline) -> str:
    return f"{told_with_time(headline.quantity)}{', calculated' if headline.calculation else ''}"


def _renumbered(calculation: Calculation, numbers: Mapping[int, int]) -> Calculation:
    """A calculation with the numbers that its operands' citations have in a larger answer."""
    operands = tuple(each.model_copy(update={"citation": numbers[each.citation]}) for each in calculation.operands)
    return calculation.model_copy(update={"operands": operands})


def rates(entries: Sequence[Entry], ledger: Ledger) -> Iterator[tuple[str, Quantity]]:
    """Each report's one compound rate, of its longest time ahead where it gives several."""
    for entry in entries:
        rates = [q for q in ledger.get(entry.id, ()) if q.measure == "cagr" and is_plain(q)]
        last = max((q.period.last for q in rates if q.period), default=None)
        ahead = distinct([q for q in rates if last is None or (q.period and q.period.last == last)])
        if len(ahead) == 1:
            yield entry.id, ahead[0]


def _plain_sizes(entries: Sequence[Entry], ledger: Ledger) -> dict[str, list[Quantity]]:
    return {e.id: [q for q in ledger.get(e.id, ()) if q.measure == "size" and is_plain(q)] for e in entries}


def _year_of_most(entries: Sequence[Entry], ledger: Ledger) -> int | None:
    """The year that most reports give a size for, the last of those up to the one they came out in; where they do not
    say when, of those that are past."""
    sizes = _plain_sizes(entries, ledger)
    past = [q.period.last for found in sizes.values() for q in found if q.period and not q.forecast]
    now = max((e.version.published.year for e in entries if e.version.published), default=max(past, default=0))
    given = Counter(year for found in sizes.values() for year in {q.period.last for q in found if q.period})
    return max((year for year in given if year <= now), key=lambda each: (given[each], each), default=None)


def _sizes(entries: Sequence[Entry], ledger: Ledger, year: int | None) -> Iterator[tuple[str, Quantity]]:
    """Each report's one size in a year."""
    for report, found in _plain_sizes(entries, ledger).items():
        of_year = distinct([q for q in found if q.period == Period(year, year)]) if year else []
        if len(of_year) == 1:
            yield report, of_year[0]


def is_plain(q: Quantity) -> bool:
    return (
        q.upper is None
        and q.bound in ("exact", "about")
        and (q.kind == ("percent" if q.measure == "cagr" else "money"))
    )


def confirmed(entry: Entry, figure: Quantity, ask: AskOne, question: str) -> Headline | None:
    """A headline with the citations of the report's own answer, where that says the same figure."""
    answer = ask(entry, question)
    if answer.status != "answered":
        return None
    for block in answer.blocks:
        for sentence in block.sentences if isinstance(block, ParagraphBlock) else ():
            told = read_claims(sentence.text, UNFRAMED).quantities
            if any((q.kind, q.currency, q.amount) == (figure.kind, figure.currency, figure.amount) for q in told):
                cited = tuple(each for each in answer.citations if each.number in sentence.citations)
                return Headline(entry, figure, cited) if cited else None
    return None


def asking(q: Quantity) -> str:
    """What a report is asked for its headline."""
    if q.measure == "size":
        return f"How big is the market in {q.period}?" if q.period else "How big is the market?"
    return f"What is the CAGR over {q.period}?" if q.period and q.period.kind == "span" else "What is the CAGR?"


def told_with_time(q: Quantity) -> str:
    return f"{amount(q)} ({q.period})" if q.period else amount(q)


def numbered(
    cited: Sequence[Sequence[Citation]],
) -> tuple[tuple[Citation, ...], list[tuple[int, ...]]]:
    """Citations numbered through, and their numbers by row."""
    citations: list[Citation] = []
    numbers: list[tuple[int, ...]] = []
    for row in cited:
        numbers.append(tuple(range(len(citations) + 1, len(citations) + len(row) + 1)))
        citations += [each.model_copy(update={"number": n}) for each, n in zip(row, numbers[-1], strict=True)]
    return tuple(citations), numbers
