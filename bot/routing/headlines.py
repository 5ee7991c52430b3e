"""The headline figures of reports, ranked over a library and compared between editions.

Which figure a report's headline is, is read from the library's ledger; it is shown only where the report's own answer,
verified as every other, says the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

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
from bot.printings import agrees, distinct
from bot.routing.catalogue import Entry
from bot.routing.compose import stated
from bot.routing.route import label
from bot.shelf import MEASURES
from bot.verify import Verified
from ingest.domain import Period, Quantity
from ingest.quantity.frame import UNFRAMED

SHOWN = 15
"""Reports of a ranking, and figures of a comparison, shown at most."""

NAMED = 5
"""Reports that a ranking leaves out named at most."""

TRIED = 25
"""Reports that are asked for them at most."""

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
class _Headline:
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
    figures = dict(_rates(entries, ledger) if grows else _sizes(entries, ledger, year))
    asked = "What is the CAGR?" if grows else f"How big is the market in {year}?"
    others = [entry for entry in entries if entry.id not in figures][:TRIED] if grows or year else []
    told = {entry.id: own for entry in others if (own := _told_by(entry, ask, asked, grows))}
    figures |= {report: each.quantity for report, each in told.items()}
    bound = _BOUND.search(question) if grows else None
    if bound:
        figures = {report: q for report, q in figures.items() if _is_within(q.amount, bound)}
        least = least or not (bound["least"] or bound["over"])
    both = bool(_MOST.search(question)) and least
    shown = 1 if both else _many(question)
    directions = (False, True) if both else (least,)
    found = [(each, _by_currency(entries, figures, told, ask, shown, each)) for each in directions]
    if not any(by_currency for _, by_currency in found):
        of = "growth rate" if grows else f"market size for {year}" if year else "market size"
        return stated(f"I found no {of} that the reports of this library can be ranked by.", "not_published")
    what = "compound annual growth rate" if grows else "market size"
    first = "highest" if grows else "largest"
    made = ", or figures that it is calculated from" if any(each.calculation for each in told.values()) else ""
    note = (
        f"{len(figures)} of {len(entries)} reports give such a figure{made}; of several editions the newest is taken."
    )
    note += _left_out([entry for entry in entries if entry.id not in figures], entries) if not bound else ""
    return _tables([("lowest" if each else first, ranking) for each, ranking in found], what, entries, note)


def _told_by(entry: Entry, ask: AskOne, question: str, grows: bool) -> _Headline | None:
    """The one figure that a report's own answer gives, published or calculated, where its ledger has no headline."""
    answer = ask(entry, question)
    sentences = [s for block in answer.blocks if isinstance(block, ParagraphBlock) for s in block.sentences]
    if answer.status != "answered" or len(sentences) != 1:
        return None
    kind, measures = ("percent", ("cagr", "growth")) if grows else ("money", ("size",))
    said = [q for q in read_claims(sentences[0].text, UNFRAMED).quantities if q.kind == kind and q.measure in measures]
    if len(said) != 1:
        return None
    at = sentences[0].calculation
    cited = tuple(each for each in answer.citations if each.number in sentences[0].citations)
    return _Headline(entry, said[0], cited, None if at is None else answer.calculations[at])


def _left_out(without: Sequence[Entry], entries: Sequence[Entry]) -> str:
    """Which reports a ranking leaves out: one of them may be first."""
    if not without:
        return ""
    more = f" and {len(without) - NAMED} more" if len(without) > NAMED else ""
    return f" Not ranked: {'; '.join(label(each, entries) for each in without[:NAMED])}{more}."


def _by_currency(
    entries: Sequence[Entry],
    figures: Mapping[str, Quantity],
    told: Mapping[str, _Headline],
    ask: AskOne,
    shown: int,
    least: bool,
) -> dict[str | None, list[_Headline]]:
    """The first of the reports in order, of each currency by itself."""
    order = sorted(
        (e for e in entries if e.id in figures),
        key=lambda e: (figures[e.id].amount if least else -figures[e.id].amount, e.id),
    )
    by_currency: dict[str | None, list[_Headline]] = {}
    for currency, _ in Counter(figures[e.id].currency for e in order).most_common():
        of_it = [e for e in order if figures[e.id].currency == currency]
        if found := list(islice(_confirmed(of_it[:TRIED], figures, told, ask), shown)):
            by_currency[currency] = found
    return by_currency


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
        return SHOWN
    many = next(each for each in asked.groups() if each).lower()
    return min(NUMBERS.get(many) or int(many), SHOWN)


_COUNT = rf"(\d{{1,2}}|{'|'.join(NUMBERS)})"
_TOP = re.compile(
    rf"\b(?:top|which) {_COUNT}\b"
    rf"|\b{_COUNT} (?:\w+[- ]){{0,2}}(?:biggest|largest|smallest|fastest|slowest|top)\b",
    re.IGNORECASE,
)


def _tables(
    ranked: Sequence[tuple[str, Mapping[str | None, Sequence[_Headline]]]],
    what: str,
    entries: Sequence[Entry],
    note: str,
) -> Verified:
    """A table for each order and currency, for amounts of different ones do not compare."""
    told = [(which, currency, found) for which, each in ranked for currency, found in each.items()]
    headlines = [each for _, _, found in told for each in found]
    citations, numbers = _numbered([each.citations for each in headlines])
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
        said = f"{label(first.entry, entries)} {gives} the {which} {what}{behind}, {_told(first.quantity)}."
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


def _cell(headline: _Headline) -> str:
    return f"{_told(headline.quantity)}{', calculated' if headline.calculation else ''}"


def _renumbered(calculation: Calculation, numbers: Mapping[int, int]) -> Calculation:
    """A calculation with the numbers that its operands' citations have in a larger answer."""
    operands = tuple(each.model_copy(update={"citation": numbers[each.citation]}) for each in calculation.operands)
    return calculation.model_copy(update={"operands": operands})


def changes(editions: Sequence[Entry], ledger: Ledger, ask: AskOne) -> Verified:
    """The headline figures that editions of one publication give for the same time, side by side."""
    older, newer = editions[0], editions[-1]
    pairs = list(_pairs(ledger.get(older.id, ()), ledger.get(newer.id, ())))
    pairs.sort(key=lambda pair: (agrees(*pair), MEASURES.index(pair[1].measure), str(pair[1].period)))
    rows: list[tuple[tuple[str, str, str], tuple[Citation, ...]]] = []
    for before, after in pairs[:TRIED]:
        asked = _asking(after)
        found = [_confirmed_one(older, before, ask, asked), _confirmed_one(newer, after, ask, asked)]
        if all(found):
            cited = tuple(each for one in found if one for each in one.citations)
            rows.append(((_name(after), amount(before), amount(after)), cited))
    if not rows:
        said = "I found no headline figure that both editions give for the same time."
        return stated(said, "not_published")
    citations, numbers = _numbered([cited for _, cited in rows[:SHOWN]])
    moved = sum(cells[1] != cells[2] for cells, _ in rows)
    names = [_edition_of(each) for each in (older, newer)]
    what = "these headline figures changed" if moved else "no headline figure that both give changed"
    said = f"Between {names[0]} and {names[1]} {what}:"
    table = TableBlock(
        title="Headline figures by edition",
        header=("Figure", *names),
        rows=tuple(TableRow(cells=cells, citations=cited) for (cells, _), cited in zip(rows, numbers, strict=False)),
    )
    return stated((ParagraphBlock(sentences=(CitedText(text=said),)), table), citations=citations, answerer="headlines")


def _edition_of(entry: Entry) -> str:
    """What an edition is called beside another: "Edition 2025", "Third edition"."""
    name = entry.edition or entry.version.title
    return name if "edition" in name.lower() else f"Edition {name}"


def _rates(entries: Sequence[Entry], ledger: Ledger) -> Iterator[tuple[str, Quantity]]:
    """Each report's one compound rate, of its longest time ahead where it gives several."""
    for entry in entries:
        rates = [q for q in ledger.get(entry.id, ()) if q.measure == "cagr" and _is_plain(q)]
        last = max((q.period.last for q in rates if q.period), default=None)
        ahead = distinct([q for q in rates if last is None or (q.period and q.period.last == last)])
        if len(ahead) == 1:
            yield entry.id, ahead[0]


def _plain_sizes(entries: Sequence[Entry], ledger: Ledger) -> dict[str, list[Quantity]]:
    return {e.id: [q for q in ledger.get(e.id, ()) if q.measure == "size" and _is_plain(q)] for e in entries}


def _year_of_most(entries: Sequence[Entry], ledger: Ledger) -> int | None:
    """The last year that is past of those that most reports give a size for."""
    sizes = _plain_sizes(entries, ledger)
    past = Counter(q.period.last for found in sizes.values() for q in found if q.period and not q.forecast)
    return max(past, key=lambda each: (past[each], each), default=None)


def _sizes(entries: Sequence[Entry], ledger: Ledger, year: int | None) -> Iterator[tuple[str, Quantity]]:
    """Each report's one size in a year."""
    for report, found in _plain_sizes(entries, ledger).items():
        of_year = distinct([q for q in found if q.period == Period(year, year)]) if year else []
        if len(of_year) == 1:
            yield report, of_year[0]


def _is_plain(q: Quantity) -> bool:
    return (
        q.upper is None
        and q.bound in ("exact", "about")
        and (q.kind == ("percent" if q.measure == "cagr" else "money"))
    )


def _pairs(before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of the same measure, unit and time in two editions, where each has one."""
    for one in distinct([q for q in after if _is_plain(q) and q.period]):
        same = [q for q in before if _is_plain(q) and _sort(q) == _sort(one)]
        mine = [q for q in after if _is_plain(q) and _sort(q) == _sort(one)]
        if len(distinct(same)) == len(distinct(mine)) == 1:
            yield distinct(same)[0], one


def _sort(q: Quantity) -> tuple[object, ...]:
    return q.measure, q.kind, q.currency, q.period


def _confirmed(
    order: Sequence[Entry], figures: Mapping[str, Quantity], told: Mapping[str, _Headline], ask: AskOne
) -> Iterator[_Headline]:
    for entry in order:
        figure = figures[entry.id]
        if found := told.get(entry.id) or _confirmed_one(entry, figure, ask, _asking(figure)):
            yield found


def _confirmed_one(entry: Entry, figure: Quantity, ask: AskOne, question: str) -> _Headline | None:
    """A headline with the citations of the report's own answer, where that says the same figure."""
    answer = ask(entry, question)
    if answer.status != "answered":
        return None
    for block in answer.blocks:
        for sentence in block.sentences if isinstance(block, ParagraphBlock) else ():
            told = read_claims(sentence.text, UNFRAMED).quantities
            if any((q.kind, q.currency, q.amount) == (figure.kind, figure.currency, figure.amount) for q in told):
                cited = tuple(each for each in answer.citations if each.number in sentence.citations)
                return _Headline(entry, figure, cited) if cited else None
    return None


def _asking(q: Quantity) -> str:
    """What a report is asked for its headline."""
    if q.measure == "size":
        return f"How big is the market in {q.period}?" if q.period else "How big is the market?"
    return f"What is the CAGR over {q.period}?" if q.period and q.period.kind == "span" else "What is the CAGR?"


def _name(q: Quantity) -> str:
    return f"{'Market size' if q.measure == 'size' else 'CAGR'} {q.period}"


def _told(q: Quantity) -> str:
    return f"{amount(q)} ({q.period})" if q.period else amount(q)


def _numbered(
    cited: Sequence[Sequence[Citation]],
) -> tuple[tuple[Citation, ...], list[tuple[int, ...]]]:
    """Citations numbered through, and their numbers by row."""
    citations: list[Citation] = []
    numbers: list[tuple[int, ...]] = []
    for row in cited:
        numbers.append(tuple(range(len(citations) + 1, len(citations) + len(row) + 1)))
        citations += [each.model_copy(update={"number": n}) for each, n in zip(row, numbers[-1], strict=True)]
    return tuple(citations), numbers
