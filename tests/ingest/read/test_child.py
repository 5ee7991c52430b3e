import json
from pathlib import Path

import pytest

from ingest.read.child import Order, Outcome, Refusal, as_json, carry_out, order_of
from ingest.read.limits import Limits
from tests.ingest.read import hostile
from tests.ingest.read.broken import good_docx, good_pdf


@pytest.fixture(autouse=True)
def hostile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def test_an_order_is_read_as_it_was_written() -> None:
    order = Order("hostile:whole", 'Tée "1"\n.pdf', 9, Limits(memory_mb=5, seconds=6, result_mb=7, parts=8))
    assert order_of(json.loads(as_json(order))) == order


def test_a_file_is_looked_at_before_it_is_read() -> None:
    outcome = carry_out(Order("hostile:crash", "tea.docx", 0, Limits()), good_pdf())
    assert outcome == Outcome(refusal=Refusal("it is named .docx but holds a PDF", "Rename it to .pdf"))


def test_an_archive_is_looked_through_before_it_is_read() -> None:
    outcome = carry_out(Order("hostile:crash", "tea.docx", 0, Limits(memory_mb=0)), good_docx())
    assert outcome.refusal and "unpacks to more than" in outcome.refusal.problem


def test_a_good_file_is_read() -> None:
    assert carry_out(Order("hostile:length", "tea.md", 3, Limits()), b"tea") == Outcome(hostile.said("3"))


def test_what_is_no_part_of_a_document_is_not_written() -> None:
    with pytest.raises(TypeError, match="object cannot be part"):
        as_json(Outcome(document=object()))  # type: ignore[arg-type]
