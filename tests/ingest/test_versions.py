from dataclasses import replace

from ingest.versions import Counts, Reading
from tests.ingest.samples import LISTS, PASSAGES, QUANTITIES, REPORT

READING = Reading(REPORT, PASSAGES, QUANTITIES, LISTS)


def test_a_reading_counts_its_parts() -> None:
    assert READING.counts == Counts(sections=2, tables=1, passages=3, quantities=3, lists=1)
    assert replace(READING, passages=()).counts.passages == 0
