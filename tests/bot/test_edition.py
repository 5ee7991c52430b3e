"""A fictional edition of tables, clean and read from its page: its cells by name, and nothing it does not have."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.book import Book
from bot.chain import Inquiry, answer_chain
from bot.report_bot import answer_of
from bot.retrieve import Retrieval
from evals.question import Question, load_questions
from evals.score import score
from evals.scored import AskResult, Scored
from evals.specimen.compose import composed
from evals.specimen.contradiction import Planted
from evals.specimen.gold import write_lines
from evals.specimen.layout import LAYOUTS
from evals.specimen.markets import MARKETS
from evals.specimen.questions import questions
from evals.specimen.web import page
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.read.find import find_reports
from ingest.read.report import read_report
from ingest.split import passages
from ingest.versions import Version

SEED, TABLES = 31, 120
MARKET, LAYOUT = MARKETS["reusable-drinking-bottles"], LAYOUTS[0]


def book_at(file: Path) -> Book:
    (source,) = find_reports(file)
    report = read_report(source)
    version = Version(report.id, 1, "k", "digest", "reader", "model", 0, report.title)
    return Book(report, passages(report), quantities(report), item_lists(report), version)


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Scored]:
    """Every question about it, asked of the chain without a search for passages."""
    folder = tmp_path_factory.mktemp("edition")
    edition = composed(MARKET, LAYOUT, SEED, TABLES)
    file = folder / f"{edition.name}.html"
    file.write_text(page(edition), encoding="utf-8")
    book = book_at(file)
    asked = questions(Planted(edition), SEED)
    (folder / "questions").mkdir()
    write_lines([{**each, "report": book.report.id} for each in asked], folder / "questions" / "asked.jsonl")
    chain = answer_chain(Retrieval(lambda *_: [], lambda *_: []))

    def answered(question: Question) -> Scored:
        verified = chain.invoke(Inquiry(question.turns[-1], book))
        return score(question, AskResult(answer_of(verified, "c", 0.0)), lambda _: None)

    return [answered(question) for question in load_questions(folder / "questions", ("dev", "test"))]


def share(scored: Sequence[Scored], *kinds: str) -> float:
    of = [each for each in scored if each.question.kind in kinds]
    return sum(each.right for each in of) / len(of)


def test_cells_and_what_is_calculated_from_them_are_right(scored: Sequence[Scored]) -> None:
    assert Counter(each.question.kind for each in scored)["figure"] > 100
    assert share(scored, "figure") >= 0.97
    assert share(scored, "calculation") >= 0.97


def test_rankings_and_series_are_right(scored: Sequence[Scored]) -> None:
    assert share(scored, "list") >= 0.97


def test_what_no_table_has_is_declined(scored: Sequence[Scored]) -> None:
    assert share(scored, "unanswerable") >= 0.97
