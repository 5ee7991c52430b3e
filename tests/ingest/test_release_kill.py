"""A process killed at any moment of drafting, publishing, rolling back or taking down leaves the old state or the new.

FOOTNOTE_KILLS says how many kills (3 when unset).
"""

import os
import random
import subprocess
import sys
import time

import pytest

from ingest.index import open_index
from ingest.library import Library
from ingest.settings import IngestSettings
from ingest.upkeep import mend_index, open_store
from tests.ingest.fakes import HashEncoder, Silence

KILLS = int(os.environ.get("FOOTNOTE_KILLS", "3"))
LONGEST_S = 0.6

STEPPING = """
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from ingest.domain import Passage, Section, Span
from ingest.settings import IngestSettings
from ingest.upkeep import open_store
from ingest.versions import Reading
from tests.ingest.fakes import HashEncoder, Silence
from tests.ingest.samples import LISTS, QUANTITIES, edition

with open_store(IngestSettings(data_dir=Path(sys.argv[1])), HashEncoder(), Silence()) as store:
    store.clean()
    library, start = store.library, len(store.library.events())
    print("ready", flush=True)
    for number in count(start):
        text = f"Edition {number} says this. "
        sections = tuple(Section((), text, "report.md") for _ in range(200))
        passages = tuple(Passage(place, text, "", Span(place, 0, len(text))) for place in range(200))
        report = replace(edition(f"d{number}"), sections=sections)
        library.draft(Reading(report, passages, QUANTITIES, LISTS), store.indexer)
        print("drafted", number, flush=True)
        library.publish("kites")
        if number % 3:
            library.roll_back("kites")
        if number % 2:
            library.take_down("kites")
            library.publish("kites")
"""


def checked(settings: IngestSettings) -> str:
    """The state of the report's versions; fails where one of them is not whole, or two are live."""
    with Library(settings.library_location) as library, open_index(settings) as index:
        versions = library.kept("kites")
        for version in versions:
            reading = library.reading("kites", version.number)
            texts = {passage.text for passage in reading.passages}
            texts |= {section.text for section in reading.report.sections}
            assert len(texts) == 1 and len(reading.passages) == version.passages == 200
            assert index.count(version.key) == index.probe(version.key) == 200
        states = [version.state for version in versions]
        assert all(states.count(state) <= 1 for state in ("live", "previous", "draft")), states
        live = next((version for version in versions if version.state == "live"), None)
        done = next(event for event in library.events("kites") if event.action not in ("draft", "discard"))
        assert (live is None) == (done.action == "take down")
        if live:
            assert done.version == live.number
            assert library.telling("edition") == {"kites": 1.0} and library.search("kites", "edition", 3)
        return "+".join(states)


@pytest.mark.timeout(1800)
def test_versions_are_whole_after_a_kill_at_any_moment(settings: IngestSettings) -> None:
    moments = random.Random(5)
    for number in range(KILLS):
        command = [sys.executable, "-c", STEPPING, str(settings.data_dir)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout and process.stdout.readline() == "ready\n"
            while number == 0 and "drafted 2" not in process.stdout.readline():
                assert process.poll() is None
            time.sleep(moments.uniform(0, LONGEST_S))
            assert process.poll() is None
            process.kill()
        mend_index(settings, HashEncoder(), Silence())
        stood = checked(settings)
        with open_store(settings, HashEncoder(), Silence()) as store:
            store.clean()
            assert store.index.keys(store.library.mark) == {each.key for each in store.library.kept()}
        assert checked(settings) == stood
        print(f"kill {number + 1}: {stood}")
