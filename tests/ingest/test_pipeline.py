"""A run brings the library up to date with the files, whatever the run before left."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.errors import DuplicateReport, LibraryBusy, UnknownReport, UnreadableFile
from ingest.index import open_index
from ingest.library import Library
from ingest.lock import hold
from ingest.pipeline import ingest_all, rebuild, remove
from ingest.settings import IngestSettings
from ingest.summary import Summary
from tests.ingest.fakes import HashEncoder, Silence

KITES = "# Kites Market\n\n## Size\n\nThe kite market was worth USD 11.87 billion in 2025.\n"
BOATS = "# Boats Market\n\n## Size\n\nThe boat market was worth EUR 3 million in 2024.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two reports: a folder and a loose file."""
    corpus = tmp_path / "corpus"
    (corpus / "kites" / "tables").mkdir(parents=True)
    (corpus / "kites" / "report.md").write_text(KITES)
    (corpus / "kites" / "tables" / "size.csv").write_text("Year,USD million\n2025,11870\n2026,13000\n")
    (corpus / "boats.md").write_text(BOATS)
    return corpus


def run(settings: IngestSettings, *paths: Path, encoder: HashEncoder | None = None) -> Summary:
    return ingest_all(paths, settings, encoder or HashEncoder(), Silence())


def states(summary: Summary) -> dict[str, str]:
    return {entry.id: entry.state for entry in summary.entries}


def broken(settings: IngestSettings) -> Sequence[str]:
    """What is wrong with library and index: nothing, after any run."""
    with Library(settings.library_location) as library, open_index(settings) as index:
        versions = library.kept()
        wrong = [
            v.id
            for v in versions
            if index.count(v.key) != v.passages or len(library.passages(v.id, v.number)) != v.passages
        ]
        strays = index.keys() - {version.key for version in versions}
        return [*wrong, *strays]


def live(settings: IngestSettings) -> list[str]:
    with Library(settings.library_location) as library:
        return [version.id for version in library.reports()]


def test_reports_go_in_and_can_be_found(settings: IngestSettings, corpus: Path) -> None:
    summary = run(settings, corpus)
    assert states(summary) == {"boats": "new", "kites": "new"} and not summary.failures
    with Library(settings.library_location) as library, open_index(settings) as index:
        version = library.version("kites")
        passages = library.passages("kites")
        assert (version.model, version.passages) == ("hash", len(passages))
        question = "How much was the kite market worth?"
        (nearest, _), *_ = index.search(version.key, HashEncoder().encode_query(question), 3)
        assert "11.87 billion" in passages[nearest].text
        (best, _), *_ = library.search("kites", question, 3)
        assert "11.87 billion" in passages[best].text
    assert not broken(settings)


def test_what_is_unchanged_is_not_embedded_again(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    encoder = HashEncoder()
    assert states(run(settings, corpus, encoder=encoder)) == {"boats": "unchanged", "kites": "unchanged"}
    assert encoder.encoded == 0


def test_only_what_changed_is_replaced(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    (corpus / "kites" / "tables" / "size.csv").write_text("Year,USD million\n2025,99\n")
    assert states(run(settings, corpus)) == {"boats": "unchanged", "kites": "replaced"}
    with Library(settings.library_location) as library:
        assert library.report("kites").tables[0].rows == (("2025", "99"),)
    assert not broken(settings)


def test_a_report_gone_from_its_path_is_removed_and_no_other(settings: IngestSettings, corpus: Path) -> None:
    other = corpus.parent / "drones.md"
    other.write_text(BOATS.replace("oat", "rone"))
    run(settings, corpus)
    run(settings, other)
    assert live(settings) == ["boats", "drones", "kites"]
    (corpus / "boats.md").unlink()
    assert run(settings, other).removed == ()
    assert run(settings, corpus).removed == ("boats",)
    assert live(settings) == ["drones", "kites"]
    assert not broken(settings)


def test_a_path_that_is_not_there_removes_nothing(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    corpus.rename(corpus.with_name("elsewhere"))
    summary = run(settings, corpus)
    assert isinstance(summary.failures[0].error, UnreadableFile)
    assert live(settings) == ["boats", "kites"]


def test_a_corpus_moved_as_a_whole_is_unchanged(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    moved = corpus.rename(corpus.with_name("elsewhere"))
    assert set(states(run(settings, moved)).values()) == {"unchanged"}
    (moved / "boats.md").unlink()
    assert run(settings, moved).removed == ("boats",)


def test_a_report_that_fails_leaves_its_old_version_and_the_others(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    (corpus / "boats.md").write_bytes(b"\x00\x01\x02" * 100)
    (corpus / "kites" / "report.md").write_text(KITES + "\nMore.\n")
    summary = run(settings, corpus)
    assert states(summary) == {"kites": "replaced"}
    assert [failure.place for failure in summary.failures] == ["boats"]
    assert live(settings) == ["boats", "kites"]
    assert not broken(settings)


def test_two_places_with_one_id_do_not_go_in_and_the_others_do(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    (corpus / "Kites.md").write_text(BOATS)
    summary = run(settings, corpus)
    assert [type(failure.error) for failure in summary.failures] == [DuplicateReport]
    with Library(settings.library_location) as library:
        assert library.version("kites").title == "Kites Market"


def test_a_file_elsewhere_does_not_take_over_the_id_of_a_report(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    elsewhere = corpus.parent / "more" / "kites.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text(BOATS)
    assert isinstance(run(settings, elsewhere).failures[0].error, DuplicateReport)
    with Library(settings.library_location) as library:
        assert library.version("kites").title == "Kites Market"


def test_two_paths_with_one_id_are_rivals(settings: IngestSettings, corpus: Path) -> None:
    elsewhere = corpus.parent / "more" / "kites.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text(BOATS)
    assert isinstance(run(settings, corpus, elsewhere).failures[0].error, DuplicateReport)
    assert live(settings) == ["boats"]


def test_another_model_embeds_every_report_again(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    summary = run(settings, corpus / "boats.md", encoder=HashEncoder("other"))
    assert states(summary) == {"boats": "replaced", "kites": "indexed"}
    with Library(settings.library_location) as library:
        assert {version.model for version in library.reports()} == {"other"}
    assert not broken(settings)


def test_an_index_that_lost_a_report_gets_it_back(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    with Library(settings.library_location) as library, open_index(settings) as index:
        index.drop(library.version("kites").key)
    assert states(run(settings, corpus / "boats.md")) == {"boats": "unchanged", "kites": "indexed"}
    assert not broken(settings)


def test_a_damaged_index_is_made_anew_from_the_library(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    for file in settings.chroma_dir.iterdir():
        if file.is_file():
            file.write_bytes(os.urandom(5000))
    assert states(rebuild(settings, HashEncoder(), Silence())) == {"boats": "indexed", "kites": "indexed"}
    assert not broken(settings)


def test_what_a_killed_run_left_is_cleared(settings: IngestSettings, corpus: Path) -> None:
    class Killed(HashEncoder):
        def encode(self, texts: Sequence[str], progress: object = None) -> None:  # type: ignore[override]
            raise KeyboardInterrupt

    run(settings, corpus)
    (corpus / "kites" / "report.md").write_text(KITES + "\nMore.\n")
    with pytest.raises(KeyboardInterrupt):
        run(settings, corpus, encoder=Killed())
    with Library(settings.library_location) as library, open_index(settings) as index:
        index.write(f"{library.mark}stray", [0], HashEncoder().encode(["x"]))
        index.write("of-another-library", [0], HashEncoder().encode(["x"]))
        assert "More." not in library.report("kites").sections[-1].text
    assert states(run(settings, corpus)) == {"boats": "unchanged", "kites": "replaced"}
    assert broken(settings) == ["of-another-library"]


def test_a_report_is_removed_by_its_id(settings: IngestSettings, corpus: Path) -> None:
    run(settings, corpus)
    assert remove("kites", settings, HashEncoder(), Silence()).removed == ("kites",)
    assert live(settings) == ["boats"]
    with pytest.raises(UnknownReport):
        remove("kites", settings, HashEncoder(), Silence())
    assert not broken(settings)


def test_a_library_in_use_is_left_alone(settings: IngestSettings, corpus: Path) -> None:
    with hold(settings, "write"), pytest.raises(LibraryBusy):
        run(settings, corpus)


def test_passages_of_several_reports_are_embedded_together(settings: IngestSettings, corpus: Path) -> None:
    (corpus / "broken.md").write_bytes(b"\x00\x01\x02" * 50)
    encoder = HashEncoder()
    summary = run(settings, corpus, encoder=encoder)
    assert states(summary) == {"boats": "new", "kites": "new"} and len(summary.failures) == 1
    with Library(settings.library_location) as library:
        wanted = sum(version.passages for version in library.reports())
    assert (encoder.calls, encoder.encoded) == (1, wanted)
    assert not broken(settings)
