import io
from pathlib import Path
from zipfile import ZipFile

from evals.specimen.archive import repack


def packed(modified: str) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w") as parts:
        parts.writestr("docProps/core.xml", f'<dcterms:modified xsi:type="x">{modified}</dcterms:modified>')
        parts.writestr("body.xml", "old")
    return written.getvalue()


def test_files_written_at_different_times_become_the_same(tmp_path: Path) -> None:
    for name, time in (("a", "2024-01-01T00:00:00Z"), ("b", "2025-02-02T00:00:00Z")):
        repack(packed(time), tmp_path / name, "2025-11-14")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert b"2025-11-14T09:00:00Z" in ZipFile(tmp_path / "a").read("docProps/core.xml")


def test_parts_can_be_changed_on_the_way(tmp_path: Path) -> None:
    repack(packed(""), tmp_path / "a", "2025-11-14", lambda name, old: b"new" if name == "body.xml" else old)
    assert ZipFile(tmp_path / "a").read("body.xml") == b"new"
