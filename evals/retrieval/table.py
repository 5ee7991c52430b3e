"""Writes what each search finds and what each part is worth, for a terminal and into docs/retrieval.md."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals.rate import Interval
from evals.retrieval.found import FEW, MEASURES, Found
from evals.retrieval.run import Measured
from evals.retrieval.searches import BARE, PARTS, Part
from ingest.errors import FootnoteError

PAGE = Path(__file__).parent.parent.parent / "docs" / "retrieval.md"

BEGIN, END = "<!-- gains: begin -->", "<!-- gains: end -->"

FOUND = f"hit@{FEW}"

Row = Sequence[str]


class NoPlace(FootnoteError):  # noqa: N818 - named for what happened
    """The page has no two marks to write between."""


def tables(measured: Sequence[Measured], machine: str) -> str:
    """All that was measured, in Markdown. ``machine``: in a few words what it was measured on."""
    parts = [text for each in measured for text in (_head(each), _searches(each), _gains(each))]
    return "\n\n".join([*parts, f"Measured on {machine}."])


def write_page(tables: str, page: Path = PAGE) -> None:
    """Put the tables between the page's marks. Raises NoPlace."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise NoPlace(f"{page} has no {BEGIN} and {END} to write between.")
    page.write_text(f"{before}{BEGIN}\n{tables}\n{END}{after}", encoding="utf-8")


def _head(each: Measured) -> str:
    left = f"; {each.without} more have no evidence in any passage" if each.without else ""
    return (
        f"### {each.split}: {each.questions:,} questions on {each.reports} reports with {each.passages:,} passages\n\n"
        f"Intervals are of 95 %, reports drawn{left}."
    )


def _searches(each: Measured) -> str:
    rows = [(name, *_rates(found), _took(name, found)) for name, found in each.searches.items()]
    return _table(("search", *MEASURES, "median ms"), rows)


def _rates(found: Found) -> Iterator[str]:
    for name, gain in MEASURES.items():
        interval = f" ({_percents(found.interval(gain))})" if name == FOUND else ""
        yield f"{found.rate(gain).value:.1%}{interval}"


def _took(name: str, found: Found) -> str:
    """Without headings it is no search of the bot, and how long it takes tells nothing."""
    return "" if name.endswith(BARE) else f"{found.median_ms:.1f}"


def _gains(each: Measured) -> str:
    return _table(("part", "with it", "without", *(f"gain in {name}" for name in MEASURES)), _parts(each.searches))


def _parts(searches: dict[str, Found]) -> Iterator[Row]:
    for part in PARTS:
        if part.with_it not in searches:
            yield part.name, part.with_it, part.without, *("not measured" for _ in MEASURES)
            continue
        yield part.name, part.with_it, part.without, *_differences(part, searches)


def _differences(part: Part, searches: dict[str, Found]) -> Iterator[str]:
    for gain in MEASURES.values():
        difference, interval = searches[part.with_it].gain_over(searches[part.without], gain)
        yield f"{100 * difference:+.1f} ({_points(interval)})"


def _percents(interval: Interval | None) -> str:
    return " to ".join(f"{end:.1%}" for end in interval) if interval else "–"


def _points(interval: Interval | None) -> str:
    return " to ".join(f"{100 * end:+.1f}" for end in interval) if interval else "–"


def _table(head: Row, rows: Iterable[Row]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
