"""What staff did with a report is not undone by a run over files that have not changed."""

from pathlib import Path

import pytest

from ingest.errors import DuplicateReport
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from ingest.summary import Entry, Summary
from tests.ingest.fakes import HashEncoder, Silence

TEXT = "# Kites Market\n\n## Size\n\nThe kite market was worth USD {} billion in 2025.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus" / "kites"
    folder.mkdir(parents=True)
    return folder


def run(settings: IngestSettings, folder: Path, worth: str | None = None, as_drafts: bool = False) -> Entry:
    """One run after the report was given a figure, where one is told; what became of it."""
    if worth:
        (folder / "report.md").write_text(TEXT.format(worth))
    encoder = HashEncoder()
    summary: Summary = ingest_all([folder.parent], settings, encoder, Silence(), as_drafts)
    assert not summary.failures, summary.failures
    (entry,) = summary.entries
    return entry


def live(settings: IngestSettings) -> str:
    with Library(settings.library_location) as library:
        return library.report("kites").sections[-1].text.split("USD ")[1].split()[0] if library.reports() else ""


def step(settings: IngestSettings, name: str) -> None:
    with Library(settings.library_location) as library:
        getattr(library, name)("kites")


def test_a_run_publishes_as_ever(settings: IngestSettings, folder: Path) -> None:
    assert [run(settings, folder, worth).state for worth in ("1", "2")] == ["new", "replaced"]
    assert live(settings) == "2"


def test_unchanged_files_do_not_undo_a_roll_back_and_changed_ones_are_published(
    settings: IngestSettings, folder: Path
) -> None:
    run(settings, folder, "1")
    run(settings, folder, "2")
    step(settings, "roll_back")
    for _ in range(2):
        entry = run(settings, folder)
        assert (entry.state, live(settings)) == ("held", "1") and "rollback kites" in entry.remark
    assert (run(settings, folder, "3").state, live(settings)) == ("replaced", "3")


def test_a_report_taken_down_stays_so_and_its_changed_files_become_a_draft(
    settings: IngestSettings, folder: Path
) -> None:
    run(settings, folder, "1")
    step(settings, "take_down")
    entry = run(settings, folder)
    assert (entry.state, live(settings)) == ("held", "") and "publish kites" in entry.remark
    assert (run(settings, folder, "2").state, live(settings)) == ("draft", "")
    step(settings, "publish")
    assert live(settings) == "2"


def test_a_draft_goes_live_without_being_read_again(settings: IngestSettings, folder: Path) -> None:
    run(settings, folder, "1")
    entry = run(settings, folder, "2", as_drafts=True)
    assert (entry.state, live(settings)) == ("draft", "1") and "publish kites" in entry.remark
    assert run(settings, folder, as_drafts=True).state == "draft"
    with Library(settings.library_location) as library:
        number = library.kept("kites")[0].number
        assert (run(settings, folder).state, live(settings)) == ("published", "2")
        assert library.version("kites").number == number


def test_what_staff_uploaded_is_neither_replaced_nor_removed_by_a_folder(
    settings: IngestSettings, folder: Path
) -> None:
    run(settings, folder, "1")
    with Library(settings.library_location) as library:
        library.remember_origin("kites", "upload:ab/kites.md")
    assert (run(settings, folder, "2").state, live(settings)) == ("held", "1")
    (folder / "report.md").rename(folder.parent / "boats.md")
    assert run(settings, folder).id == "boats"
    assert live(settings) == "1"


def test_a_folder_takes_the_place_of_an_upload_where_somebody_says_so(settings: IngestSettings, folder: Path) -> None:
    run(settings, folder, "1")
    with Library(settings.library_location) as library:
        library.remember_origin("kites", "upload:ab/kites.md")
    assert run(settings, folder, "2", as_drafts=True).state == "draft"
    step(settings, "publish")
    assert (run(settings, folder).state, live(settings)) == ("unchanged", "2")


def test_a_folder_elsewhere_is_still_another_report(settings: IngestSettings, folder: Path, tmp_path: Path) -> None:
    run(settings, folder, "1")
    elsewhere = tmp_path / "more" / "kites"
    elsewhere.mkdir(parents=True)
    (elsewhere / "report.md").write_text(TEXT.format("9"))
    for as_drafts in (False, True):
        summary = ingest_all([elsewhere], settings, HashEncoder(), Silence(), as_drafts)
        assert isinstance(summary.failures[0].error, DuplicateReport)
