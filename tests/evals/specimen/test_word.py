from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Doc

from evals.specimen.edition import MARK, Edition, Heading
from evals.specimen.word import write_docx


@pytest.fixture(scope="module")
def document(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Doc:
    file = tmp_path_factory.mktemp("word") / "a.docx"
    write_docx(edition, file)
    return Document(str(file))


def styled(document: Doc, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style is not None and one.style.name == style]


def test_captions_and_headings_have_their_styles(edition: Edition, document: Doc) -> None:
    assert styled(document, "Caption") == [table.caption for table in edition.tables]
    chapters = [block.text for block in edition.blocks if isinstance(block, Heading) and block.level == 1]
    assert styled(document, "Heading 1") == chapters


def test_lists_are_lists(document: Doc) -> None:
    assert len(styled(document, "List Bullet")) > 10


def test_every_page_says_that_it_is_a_specimen(document: Doc) -> None:
    assert document.sections[0].footer.paragraphs[0].text == MARK


def test_tables_stand_in_order(edition: Edition, document: Doc) -> None:
    assert len(document.tables) == len(edition.tables)
    for table, shown in zip(edition.tables, document.tables, strict=True):
        assert shown.rows[0].cells[0].text == table.stub


def test_pages_lie_across_where_the_layout_does(editions: tuple[Edition, ...], tmp_path: Path) -> None:
    write_docx(editions[3], tmp_path / "a.docx")
    section = Document(str(tmp_path / "a.docx")).sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
