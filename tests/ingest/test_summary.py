from ingest.summary import Entry, Summary
from ingest.versions import Counts


def test_a_summary_of_nothing_is_empty() -> None:
    assert Summary() == Summary((), (), ())
    assert Entry("kites", "new", Counts(1, 1, 1, 1, 1)).notices == ()
