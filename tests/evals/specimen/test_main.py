import json
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from evals.specimen.__main__ import main
from tests.evals.specimen.conftest import SMALL

NAME = "basalt-fibre"
FILES = {"cells.jsonl", "contradictions.json", "questions.jsonl"}


def written_as(folder: Path, suffix: str) -> Path:
    return next(folder.glob(f"*{suffix}"))


def captions(folder: Path) -> list[str]:
    lines = (folder / "cells.jsonl").read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["title"] for line in lines))


def test_a_run_leaves_four_formats_and_three_files_of_gold(written: Path) -> None:
    names = {file.name for file in written.iterdir()}
    assert names >= FILES
    assert {Path(name).suffix for name in names - FILES} == {".pdf", ".xlsx", ".docx", ".html"}
    assert len({Path(name).stem for name in names - FILES}) == 1


def test_all_formats_have_the_same_tables(written: Path) -> None:
    wanted = captions(written)
    assert len(wanted) == SMALL
    page = LexborHTMLParser(written_as(written, ".html").read_text(encoding="utf-8"))
    assert [(node.text(deep=False) or "").strip() for node in page.css("caption")] == wanted
    document = Document(str(written_as(written, ".docx")))
    assert [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Caption"] == wanted
    book = load_workbook(written_as(written, ".xlsx"))
    assert [sheet["A2"].value for sheet in book if sheet.title.startswith("Table ")] == wanted
    paper = pypdfium2.PdfDocument(written_as(written, ".pdf"))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in paper)
    paper.close()
    assert [caption for caption in wanted if caption not in text.replace("\r\n", "\n")] == []


def test_the_numbers_of_the_gold_are_those_on_the_page_and_in_the_document(written: Path) -> None:
    lines = (written / "cells.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line)["text"] for line in lines]
    page = LexborHTMLParser(written_as(written, ".html").read_text(encoding="utf-8"))
    cells = [node.text() for node in page.css("tbody tr > th ~ td")]
    assert [text for text in cells if text != "NA"] == gold
    document = Document(str(written_as(written, ".docx")))
    shown = {cell.text for table in document.tables[:8] for row in table.rows for cell in row.cells}
    assert {json.loads(line)["text"] for line in lines if json.loads(line)["table"] <= 8} <= shown


def test_two_runs_give_the_same_bytes(written: Path, tmp_path: Path) -> None:
    assert main(["--seed", "3", "--tables", str(SMALL), "--layout", "2", "--out", str(tmp_path)]) == 0
    for file in written.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_clean_run_plants_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--tables", "30", "--market", NAME, "--clean", "--out", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "contradictions.json").read_text()) == []
    assert "basalt-fibre-7: 30 tables" in capsys.readouterr().out


def test_more_tables_than_there_are_fail_with_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--tables", "9999", "--out", str(tmp_path)]) == 2
    assert "at most" in capsys.readouterr().err


def test_too_few_tables_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--tables", "3", "--out", str(tmp_path)])
    assert "30 can" in capsys.readouterr().err
