"""Reports are found under several paths, each once."""

from pathlib import Path

import pytest

from ingest.sources import find_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for place in ("one/kites.md", "one/boats.md", "two/kites.md"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("# Title\n\nText.\n")
    return tmp_path.resolve()


def test_a_report_reached_by_two_paths_is_found_once(folder: Path) -> None:
    sources = find_all([folder / "one", folder / "one" / "kites.md"])
    assert sorted((source.id, source.rival) for source in sources.reports) == [("boats", None), ("kites", None)]


def test_two_reports_of_one_id_are_rivals(folder: Path) -> None:
    (kites,) = (source for source in find_all([folder / "one", folder / "two"]).reports if source.id == "kites")
    assert (kites.place, kites.rival) == (folder / "one/kites.md", folder / "two/kites.md")


def test_a_path_that_cannot_be_searched_does_not_stop_the_others(folder: Path) -> None:
    sources = find_all([folder / "three", folder / "two"])
    assert [failure.place for failure in sources.failures] == [str(folder / "three")]
    assert sources.roots == (folder / "two",)


@pytest.mark.parametrize(
    ("report_id", "origin", "lacks"),
    [("kites", "one/kites.md", False), ("drones", "one/drones.md", True), ("drones", "two/drones.md", False)],
)
def test_a_report_is_missed_only_where_was_searched(folder: Path, report_id: str, origin: str, lacks: bool) -> None:
    assert find_all([folder / "one"]).lack(report_id, folder / origin) is lacks
