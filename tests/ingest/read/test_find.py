from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.read.find import find_reports


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")


def found(path: Path) -> dict[str, list[str]]:
    return {source.id: [source.name(file) for file in source.files] for source in find_reports(path)}


def test_a_loose_file_is_a_report_by_its_name(tmp_path: Path) -> None:
    put(tmp_path, "Cold_Chain 2025.md")
    assert found(tmp_path / "Cold_Chain 2025.md") == {"cold-chain-2025": ["Cold_Chain 2025.md"]}


def test_a_reports_folder_has_its_files_in_reading_order(tmp_path: Path) -> None:
    put(tmp_path, "kites/tables/size.csv", "kites/faq.md", "kites/annex.txt", "kites/report.md", "kites/README.md")
    assert found(tmp_path / "kites") == {"kites": ["report.md", "annex.txt", "faq.md", "tables/size.csv"]}


def test_a_library_folder_holds_folders_and_loose_files(tmp_path: Path) -> None:
    put(tmp_path, "kites/report.md", "drones.txt", "group/tea/report.txt", "group/coffee/a.csv", ".hidden/report.md")
    assert set(found(tmp_path)) == {"kites", "drones", "tea", "coffee"}


def test_a_table_beside_report_folders_does_not_swallow_them(tmp_path: Path) -> None:
    put(tmp_path, "kites/report.md", "prices.csv")
    assert set(found(tmp_path)) == {"kites", "prices"}


def test_a_format_without_a_reader_is_named_unless_its_text_lies_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "kites.pdf", "kites.md", "drones.docx")
    assert found(tmp_path) == {"kites": ["kites.md"], "drones": ["drones.docx"]}


def test_a_workbook_is_a_report_of_its_own_and_among_tables_a_part_of_theirs(tmp_path: Path) -> None:
    put(tmp_path, "prices.xlsx", "kites/report.md", "kites/tables/sizes.xlsx", "kites/tables/notes.docx")
    assert found(tmp_path) == {"kites": ["report.md", "tables/sizes.xlsx"], "prices": ["prices.xlsx"]}
    assert found(tmp_path / "prices.xlsx") == {"prices": ["prices.xlsx"]}


def test_a_folder_of_workbooks_holds_a_report_each(tmp_path: Path) -> None:
    put(tmp_path, "2024.xlsx", "2025.xlsx")
    assert set(found(tmp_path)) == {"2024", "2025"}


def test_two_places_with_one_id_are_rivals(tmp_path: Path) -> None:
    put(tmp_path, "Cold Chain.md", "cold_chain.txt")
    (source,) = find_reports(tmp_path)
    assert {source.place.name, source.rival.name if source.rival else ""} == {"Cold Chain.md", "cold_chain.txt"}


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_a_path_without_a_report_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableFile, match=name):
        find_reports(tmp_path / name)


def test_a_link_back_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "library/kites.md")
    (tmp_path / "library" / "again").symlink_to(tmp_path / "library")
    assert found(tmp_path / "library") == {"kites": ["kites.md"]}


def test_a_dead_link_is_a_report_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "kites.md").symlink_to(tmp_path / "gone.md")
    put(tmp_path, "drones.md")
    assert set(found(tmp_path)) == {"kites", "drones"}
