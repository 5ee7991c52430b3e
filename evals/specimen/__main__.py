"""The command: python -m evals.specimen writes a fictional edition in four formats with its gold."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.specimen.compose import composed
from evals.specimen.contradiction import Planted
from evals.specimen.edition import Edition
from evals.specimen.gold import cells, write_lines
from evals.specimen.layout import LAYOUTS
from evals.specimen.markets import MARKETS
from evals.specimen.paper import write_pdf
from evals.specimen.plant import planted
from evals.specimen.questions import questions
from evals.specimen.recipe import FEWEST, TooManyTables
from evals.specimen.web import page
from evals.specimen.word import write_docx
from evals.specimen.workbook import write_xlsx


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 2 when there are not so many tables."""
    options = _parser().parse_args(arguments)
    market = MARKETS[options.market] if options.market else list(MARKETS.values())[options.seed % len(MARKETS)]
    number = options.seed // len(MARKETS) % len(LAYOUTS) if options.layout is None else options.layout
    try:
        edition = composed(market, LAYOUTS[number], options.seed, options.tables)
    except TooManyTables as error:
        print(error, file=sys.stderr)
        return 2
    printed = Planted(edition) if options.clean else planted(edition, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    pages = write_edition(printed.edition, options.out)
    asked = write_gold(printed, options.out, options.seed)
    wrong = len(printed.contradictions)
    print(f"{edition.name}: {options.tables} tables, {pages} pages, {wrong} contradictions, {asked} questions")
    return 0


def write_edition(edition: Edition, folder: Path) -> int:
    """Write the four formats, and say how many pages the printed one has."""
    file = folder / edition.name
    file.with_suffix(".html").write_text(page(edition), encoding="utf-8")
    write_xlsx(edition, file.with_suffix(".xlsx"))
    write_docx(edition, file.with_suffix(".docx"))
    return write_pdf(edition, file.with_suffix(".pdf"))


def write_gold(printed: Planted, folder: Path, seed: int) -> int:
    """Write what the tables say, what was planted in them, and questions; say how many of these there are."""
    asked = questions(printed, seed)
    write_lines(asked, folder / "questions.jsonl")
    write_lines(cells(printed.edition), folder / "cells.jsonl")
    records = [contradiction.record() for contradiction in printed.contradictions]
    text = json.dumps(records, ensure_ascii=False, indent=1)
    (folder / "contradictions.json").write_text(f"{text}\n", encoding="utf-8")
    return len(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.specimen", description="Write a fictional market report.")
    parser.add_argument("--seed", type=int, default=7, help="default: 7")
    parser.add_argument("--tables", type=_enough, default=1590, metavar="N", help="default: 1590")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write into")
    parser.add_argument("--market", choices=MARKETS, help="default: chosen by the seed")
    parser.add_argument("--layout", type=int, choices=range(len(LAYOUTS)), help="default: chosen by the seed")
    parser.add_argument("--clean", action="store_true", help="plant no contradictions")
    return parser


def _enough(text: str) -> int:
    number = int(text)
    if number < FEWEST:
        raise argparse.ArgumentTypeError(f"{number} tables cannot hold every kind, {FEWEST} can")
    return number


if __name__ == "__main__":
    sys.exit(main())
