"""A run killed at any moment leaves a whole library, and the next run finishes its work.

FOOTNOTE_KILLS says how many kills (3 when unset), FOOTNOTE_KILL_MODEL=real that the real model embeds.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import chromadb
import pytest
from chromadb.config import Settings

from ingest.check import misquotes
from ingest.index import open_index
from ingest.library import Library
from ingest.lock import hold
from ingest.settings import IngestSettings
from ingest.versions import Reading
from tests.ingest.fakes import HashEncoder

KILLS = int(os.environ.get("FOOTNOTE_KILLS", "3"))
REAL = os.environ.get("FOOTNOTE_KILL_MODEL") == "real"
REPORTS = 6
WITH_FAKE_ENCODER = """
import sys
from ingest.__main__ import main
from tests.ingest.fakes import SlowEncoder

sys.exit(main(sys.argv[1:], SlowEncoder))
"""
COMMAND = [sys.executable, "-m", "ingest"] if REAL else [sys.executable, "-c", WITH_FAKE_ENCODER]


def write_corpus(corpus: Path, edition: int) -> None:
    """Every report anew; each number in an edition is that edition's, so two editions mixed would show."""
    for number in range(REPORTS):
        folder = corpus / f"report-{number}"
        (folder / "tables").mkdir(parents=True, exist_ok=True)
        sections = "".join(
            f"\n## Part {part}\n\nThe market was worth USD {edition} billion in {2000 + part}.\n" for part in range(30)
        )
        (folder / "report.md").write_text(f"# Market {number}\n{sections}")
        rows = "".join(f"{2000 + row},{edition}\n" for row in range(30))
        (folder / "tables" / "size.csv").write_text(f"Year,USD billion\n{rows}")


def start(corpus: Path, settings: IngestSettings) -> subprocess.Popen[bytes]:
    """An ingest on its way."""
    environment = {**os.environ, "INGEST_DATA_DIR": str(settings.data_dir)}
    return subprocess.Popen(
        [*COMMAND, str(corpus)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def newest_version(settings: IngestSettings) -> int:
    """The highest version number, live or not: it grows with the first row a run writes."""
    with closing(sqlite3.connect(settings.data_dir / "library.sqlite", timeout=30)) as connection:
        return int(connection.execute("SELECT coalesce(max(version), 0) FROM reports").fetchone()[0])


def wait_until_writing(process: subprocess.Popen[bytes], settings: IngestSettings, before: int) -> float:
    """The moment a run has written its first row; imports take longer than the writing and would draw most kills."""
    while process.poll() is None and newest_version(settings) == before:
        time.sleep(0.002)
    return time.monotonic()


def stored(settings: IngestSettings, key: str) -> set[int]:
    """The passages that the collections hold under a key, by Chroma's own word."""
    with chromadb.PersistentClient(settings.chroma_dir, Settings(anonymized_telemetry=False)) as client:
        ids = [each for collection in client.list_collections() for each in collection.get(include=[])["ids"]]
    return {int(each.removeprefix(f"{key}/")) for each in ids if each.startswith(f"{key}/")}


def editions_live(settings: IngestSettings) -> list[str]:
    """The edition each live report is of. Fails when a report is not wholly of one, or not wholly indexed."""
    found = []
    with hold(settings, "read"), Library(settings.library_location) as library, open_index(settings) as index:
        for version in library.reports():
            report, passages = library.report(version.id), library.passages(version.id)
            reading = Reading(report, passages, library.quantities(version.id), library.lists(version.id))
            assert not list(misquotes(reading))
            assert index.count(version.key) == version.passages == len(passages)
            numbers = {passage.number for passage in passages}
            assert stored(settings, version.key) == numbers
            every = index.search(version.key, HashEncoder().encode_query("market"), len(passages))
            assert {number for number, _ in every} == numbers
            editions = {row[1] for row in report.tables[0].rows}
            editions |= {section.text.split("USD ")[1].split()[0] for section in report.sections}
            assert len(editions) == 1 and len(report.sections) == len(report.tables[0].rows) == 30
            assert library.search(version.id, "market worth", 99)
            found.append(editions.pop())
    return found


def finish(corpus: Path, settings: IngestSettings, edition: int) -> float:
    """Let a run finish its work; how long it wrote, in seconds."""
    before = newest_version(settings)
    process = start(corpus, settings)
    begun = wait_until_writing(process, settings, before)
    assert process.wait() == 0
    duration = time.monotonic() - begun
    assert editions_live(settings) == [str(edition)] * REPORTS
    return duration


def kill_at_a_moment(corpus: Path, settings: IngestSettings, delay: float) -> bool:
    """Kill a run that long after its first row; whether it was still running."""
    before = newest_version(settings)
    process = start(corpus, settings)
    wait_until_writing(process, settings, before)
    time.sleep(delay)
    running = process.poll() is None
    process.kill()
    process.wait()
    return running


@pytest.mark.timeout(1800)
def test_a_run_killed_at_any_moment_leaves_a_whole_library(settings: IngestSettings, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write_corpus(corpus, edition=0)
    assert start(corpus, settings).wait() == 0
    write_corpus(corpus, edition=1)
    duration = finish(corpus, settings, edition=1)
    moments = random.Random(7)
    edition, kills = 1, 0
    while kills < KILLS:
        edition += 1
        assert edition < 10 * KILLS + 10, "runs end before they are killed"
        write_corpus(corpus, edition)
        delay = moments.uniform(0, duration)
        running = kill_at_a_moment(corpus, settings, delay)
        live = editions_live(settings)
        assert len(live) == REPORTS and set(live) <= {str(edition), str(edition - 1)}
        print(
            f"{delay:.2f} s: {'killed' if running else 'had ended'}, {live.count(str(edition))} of {REPORTS} replaced"
        )
        kills += running
        finish(corpus, settings, edition)
