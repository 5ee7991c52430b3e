"""The headline figures of two editions of one publication, side by side."""

from collections.abc import Iterator, Sequence

from bot.answer import Citation, CitedText, ParagraphBlock, TableBlock, TableRow
from bot.phrase import amount
from bot.printings import agrees, distinct
from bot.routing.catalogue import Entry
from bot.routing.compose import stated
from bot.routing.headlines import (
    SHOWN,
    TRIED,
    AskOne,
    Headline,
    Ledger,
    asking,
    confirmed,
    is_plain,
    numbered,
    rates,
    told_by,
    told_with_time,
)  # fmt: skip
from bot.shelf import MEASURES
from bot.verify import Verified
from ingest.domain import Quantity


def changes(editions: Sequence[Entry], ledger: Ledger, ask: AskOne) -> Verified:
    """The headline figures that editions of one publication give for the same time, side by side."""
    older, newer = editions[0], editions[-1]
    pairs = list(_pairs(ledger.get(older.id, ()), ledger.get(newer.id, ())))
    pairs.sort(key=lambda pair: (agrees(*pair), MEASURES.index(pair[1].measure), str(pair[1].period)))
    rows: list[tuple[tuple[str, str, str], tuple[Citation, ...]]] = []
    for before, after in pairs[:TRIED]:
        asked = asking(after)
        found = [confirmed(older, before, ask, asked), confirmed(newer, after, ask, asked)]
        if all(found):
            cited = tuple(each for one in found if one for each in one.citations)
            rows.append(((_name(after), amount(before), amount(after)), cited))
    if not any(after.measure == "cagr" for _, after in pairs) and (told := _rates_of(older, newer, ledger, ask)):
        cells = ("CAGR", told_with_time(told[0].quantity), told_with_time(told[1].quantity))
        rows.insert(0, (cells, tuple(c for each in told for c in each.citations)))
    if not rows:
        said = "I found no headline figure that both editions give for the same time."
        return stated(said, "not_published")
    citations, numbers = numbered([cited for _, cited in rows[:SHOWN]])
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


def _rates_of(older: Entry, newer: Entry, ledger: Ledger, ask: AskOne) -> tuple[Headline, Headline] | None:
    """The rate of growth of each edition, over whatever time; None where one of them publishes none."""
    found = [_rate_of(each, ledger, ask) for each in (older, newer)]
    return (found[0], found[1]) if found[0] and found[1] else None


def _rate_of(entry: Entry, ledger: Ledger, ask: AskOne) -> Headline | None:
    for _, rate in rates([entry], ledger):
        return confirmed(entry, rate, ask, asking(rate))
    told = told_by(entry, ask, "What is the CAGR?", grows=True)
    return told if told and not told.calculation else None


def _edition_of(entry: Entry) -> str:
    """What an edition is called beside another: "Edition 2025", "Third edition"."""
    name = entry.edition or entry.version.title
    return name if "edition" in name.lower() else f"Edition {name}"


def _pairs(before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of the same measure, unit and time in two editions, where each has one."""
    for one in distinct([q for q in after if is_plain(q) and q.period]):
        same = [q for q in before if is_plain(q) and _sort(q) == _sort(one)]
        mine = [q for q in after if is_plain(q) and _sort(q) == _sort(one)]
        if len(distinct(same)) == len(distinct(mine)) == 1:
            yield distinct(same)[0], one


def _sort(q: Quantity) -> tuple[object, ...]:
    return q.measure, q.kind, q.currency, q.period


def _name(q: Quantity) -> str:
    return f"{'Market size' if q.measure == 'size' else 'CAGR'} {q.period}"
