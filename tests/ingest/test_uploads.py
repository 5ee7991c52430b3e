"""What is sent becomes one report in a folder of its own, or is refused and leaves nothing."""

import stat
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from ingest.errors import UnreadableFile
from ingest.read.limits import Limits
from ingest.read.report import read_report
from ingest.uploads import Uploads
from ingest.versions import is_upload

TEXT = b"# Kites Market\n\n## Size\n\nThe kite market was worth USD 2 billion in 2025.\n"
TABLE = b"Year,USD million\n2025,2000\n2026,2100\n"


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "uploads", Limits(file_mb=2))


def packed(files: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "uploads").rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("Kites 2025.md", "kites-2025"),
        ("Kites [final] #2.md", "kites-final-2"),
        ("../../etc/Kites.md", "kites"),
        ("C:\\Reports\\Kites.md", "kites"),
        ("Küsten_Drachen.md", "kusten-drachen"),
    ],
)
def test_a_file_is_kept_by_its_name_alone(uploads: Uploads, tmp_path: Path, name: str, report: str) -> None:
    kept = uploads.keep(name, TEXT)
    assert kept.source.id == report and is_upload(kept.origin)
    assert kept.source.place.is_relative_to(tmp_path / "uploads")
    assert read_report(kept.source).title == "Kites Market"


@pytest.mark.parametrize("top", ["", "Some Folder/"])
def test_a_zip_of_a_report_s_folder_is_that_report(uploads: Uploads, top: str) -> None:
    files = {"report.md": TEXT, "tables/size.csv": TABLE, "notes.bin": b"?", "__MACOSX/report.md": b"x"}
    kept = uploads.keep("Kites 2025.zip", packed({f"{top}{name}": data for name, data in files.items()}))
    report = read_report(kept.source)
    assert (report.id, report.title, len(report.tables)) == ("kites-2025", "Kites Market", 1)


def linked() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        entry = ZipInfo("report.md")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return made.getvalue()


REFUSED = {
    "Kites.exe": b"MZ",
    "Kites.doc": b"\xd0\xcf\x11\xe0",
    "....": TEXT,
    f"{'k' * 300}.md": TEXT,
    "large.md": b"x" * (2 * 2**20 + 1),
    "no.zip": b"no zip",
    "up.zip": packed({"../report.md": TEXT}),
    "absolute.zip": packed({"/etc/report.md": TEXT}),
    "windows.zip": packed({"C:\\report.md": TEXT}),
    "link.zip": linked(),
    "bomb.zip": packed({"report.md": b"0" * 40_000_000}),
    "deep.zip": packed({"a/b/c/report.md": TEXT}),
    "twice.zip": packed({"report.md": TEXT, "REPORT.md": TEXT}),
    "several.zip": packed({"all/a/report.md": TEXT, "all/b/report.md": TEXT}),
    "empty.zip": packed({"picture.png": b"?"}),
    "nested.zip": packed({"other.zip": packed({"report.md": TEXT})}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_report_is_refused_and_leaves_nothing(uploads: Uploads, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        uploads.keep(name, REFUSED[name])
    assert left(tmp_path) == [] and not list((tmp_path / "uploads").glob("*"))
    assert str(tmp_path) not in str(refused.value)


def test_what_no_version_was_read_from_is_deleted(uploads: Uploads, tmp_path: Path) -> None:
    first, second = uploads.keep("a.md", TEXT), uploads.keep("b.md", TEXT)
    uploads.sweep([first.origin, None, "/corpus/c"])
    assert left(tmp_path) == ["a.md"] and second.origin != first.origin
    uploads.sweep([])
    assert left(tmp_path) == []
