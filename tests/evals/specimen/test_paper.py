from pathlib import Path

import pypdfium2
import pytest

from evals.specimen.edition import MARK, Edition
from evals.specimen.paper import write_pdf


def pages_of(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


@pytest.fixture(scope="module", params=range(4))
def pages(
    request: pytest.FixtureRequest, editions: tuple[Edition, ...], tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    file = tmp_path_factory.mktemp("paper") / "a.pdf"
    count = write_pdf(editions[request.param], file)
    texts = pages_of(file)
    assert len(texts) == count
    return texts


def test_every_page_says_that_it_is_a_specimen_and_has_its_number(pages: list[str]) -> None:
    for number, text in enumerate(pages, start=1):
        assert MARK in text
        assert f"Page {number}" in text


def test_the_contents_lead_to_the_right_pages(pages: list[str]) -> None:
    line = next(line for line in pages[1].splitlines() if "Frequently asked questions" in line)
    title, number = line.rstrip().rsplit(" ", 1)
    assert "....." in title
    assert "Frequently asked questions" in pages[int(number) - 1]


def test_every_printed_number_is_on_paper(editions: tuple[Edition, ...], tmp_path: Path) -> None:
    edition = editions[0]
    write_pdf(edition, tmp_path / "a.pdf")
    words = set(" ".join(pages_of(tmp_path / "a.pdf")).split())
    assert [cell.text for table in edition.tables for *_, cell in table.printed() if cell.text not in words] == []
