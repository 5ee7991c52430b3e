from pathlib import Path

import pytest

from ingest.errors import DuplicateReport, UnreadableFile
from ingest.read.find import ReportSource, find_reports
from ingest.read.limits import Limits
from ingest.read.report import digest_of, read_report


def source(folder: Path, files: dict[str, str]) -> ReportSource:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (found,) = find_reports(folder)
    return found


def test_a_reports_files_are_put_together_under_its_title(tmp_path: Path) -> None:
    kites = tmp_path / "kites"
    report = read_report(
        source(
            kites,
            {
                "report.md": "---\npublisher: Windy\n---\n# Kite Market\n\n## Size\n\nBig.\n",
                "faq.md": "# Questions\n\n## How big?\n\nBig.\n",
                "tables/size.csv": "Year,USD bn\n2024,5\n",
            },
        )
    )
    assert (report.id, report.title, report.publisher) == ("kites", "Kite Market", "Windy")
    assert [section.heading for section in report.sections] == [("Size",), ("Questions", "How big?")]
    assert [table.file for table in report.tables] == ["tables/size.csv"]


def test_without_any_title_the_files_name_is_one(tmp_path: Path) -> None:
    assert read_report(source(tmp_path / "kite_market", {"report.md": "Kites fly.\n"})).title == "Kite Market"


def test_one_licensed_file_makes_the_report_licensed(tmp_path: Path) -> None:
    files = {"report.md": "---\naccess: public\n---\n# K\n\nx\n", "annex.md": "---\naccess: licensed\n---\n# A\n\nx\n"}
    assert read_report(source(tmp_path / "kites", files)).access == "licensed"


def test_a_digest_changes_with_a_name_or_a_byte(tmp_path: Path) -> None:
    texts = [{"report.md": "# K\n\nx\n"}, {"report.md": "# K\n\ny\n"}, {"report.txt": "# K\n\nx\n"}]
    digests = [digest_of(source(tmp_path / str(number) / "kites", text)) for number, text in enumerate(texts)]
    assert len(set(digests)) == 3
    assert digests[0] == digest_of(source(tmp_path / "again" / "kites", texts[0]))


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"report.md": ""}, "report.md: the file is empty"),
        ({"report.md": "# Kites\n"}, "no text and no table"),
        ({"report.md": "# K\n\nx\n", "tables/a.csv": 'A,B\n1,"2\n'}, "tables/a.csv:2"),
    ],
)
def test_a_broken_file_is_told_by_its_path(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    with pytest.raises(UnreadableFile, match=problem):
        read_report(source(tmp_path / "kites", files))


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    found = source(tmp_path / "kites", {"report.md": "x" * 2**20 + "x"})
    with pytest.raises(UnreadableFile, match="more than the limit"):
        read_report(found, Limits(file_mb=1))


def test_a_file_that_is_gone_or_none_is_told(tmp_path: Path) -> None:
    for place in (tmp_path / "gone.md", tmp_path):
        with pytest.raises(UnreadableFile):
            read_report(ReportSource("gone", place, (place,)))


def test_a_format_without_a_reader_says_what_to_save_it_as(tmp_path: Path) -> None:
    (tmp_path / "kites.odt").write_bytes(b"PK")
    (found,) = find_reports(tmp_path / "kites.odt")
    with pytest.raises(UnreadableFile, match=r"\.odt files cannot be read\. Save it as one of \.md"):
        read_report(found)


def test_rivals_for_an_id_are_not_read(tmp_path: Path) -> None:
    with pytest.raises(DuplicateReport):
        read_report(ReportSource("kites", tmp_path, (), rival=tmp_path / "other"))


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_report(ReportSource("kites", tmp_path, ()))
