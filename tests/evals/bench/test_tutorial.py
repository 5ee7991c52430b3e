import pytest

from evals.bench.tutorial import Tutorial, report_text
from evals.library import EVALS
from evals.score import verbatim
from ingest.embed import Encoder

TEXT = "Widgets are small. The widget market was worth USD 3 million in 2024. Ann Lee answers questions.\n\n" + (
    "Paint dries slowly in winter. Boats need paint. " * 60
)


@pytest.fixture(scope="module")
def tutorial() -> Tutorial:
    return Tutorial("widgets", TEXT, Encoder())


@pytest.mark.filterwarnings("default")  # those of torch and transformers are not ours
def test_the_nearest_sentence_is_the_answer_and_is_cited(tutorial: Tutorial) -> None:
    result = tutorial.ask(["Hello", "How much was the widget market worth?"])
    assert result.answer.text == "The widget market was worth USD 3 million in 2024 [1]."
    assert verbatim(result.answer, tutorial.passage_text).right
    assert 0 < result.embedding_ms < result.took_ms


@pytest.mark.filterwarnings("default")
def test_it_answers_whatever_it_is_asked(tutorial: Tutorial) -> None:
    assert tutorial.ask(["Who won the cup?"]).answer.status == "answered"


@pytest.mark.filterwarnings("default")
def test_chunks_are_opened_by_address(tutorial: Tutorial) -> None:
    assert (tutorial.passage_text("widgets:0") or "").startswith("Widgets are small.")
    assert tutorial.passage_text("widgets:999") is None


def test_a_report_is_all_of_its_files() -> None:
    folder = next(path.parent for path in sorted((EVALS.parent / "corpus").glob("*/report.md")))
    text = report_text(folder)
    assert (folder / "report.md").read_text(encoding="utf-8") in text
    assert all(table.read_text(encoding="utf-8") in text for table in folder.glob("tables/*.csv"))
