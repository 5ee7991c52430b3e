"""Each step with a report's versions leaves one of them live, or none, and the others kept or to be deleted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.access import with_access
from ingest.domain import Report, Rules
from ingest.errors import UnknownReport
from ingest.library import Library, OtherAccess
from ingest.lifecycle import NoSuchVersion, OtherModel
from ingest.versions import Reading
from tests.ingest.samples import LISTS, PASSAGES, QUANTITIES, edition

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}", "reader-1", lambda: AT) as library:
        yield library


def reading(digest: str, report_id: str = "kites") -> Reading:
    return Reading(edition(digest, report_id), PASSAGES, QUANTITIES, LISTS)


def put(library: Library, digest: str, origin: str | None = None) -> None:
    library.replace(edition(digest), PASSAGES, QUANTITIES, LISTS, origin=origin)


def stands(library: Library) -> dict[str, str]:
    """The digest of each version of the report with its state."""
    return {version.digest: version.state for version in library.kept("kites")}


def test_the_version_before_is_kept_and_the_one_before_that_is_not(library: Library) -> None:
    for digest in ("d1", "d2", "d3"):
        put(library, digest)
    assert stands(library) == {"d3": "live", "d2": "previous"}
    assert library.passages("kites", library.kept("kites")[1].number) == PASSAGES


def test_a_version_read_anew_from_the_same_files_leaves_the_one_before(library: Library) -> None:
    for digest in ("d1", "d2", "d2"):
        put(library, digest)
    assert stands(library) == {"d2": "live", "d1": "previous"}


def test_a_draft_answers_nothing_until_it_is_published(library: Library) -> None:
    put(library, "d1")
    stamp = library.stamp()
    draft = library.draft(reading("d2"), by="Ann")
    assert (draft.state, library.version("kites").digest, library.stamp()) == ("draft", "d1", stamp)
    assert [version.digest for version in library.reports()] == ["d1"]
    assert library.publish("kites", by="Bo").digest == "d2"
    assert stands(library) == {"d2": "live", "d1": "previous"} and library.stamp() != stamp


def test_a_report_that_is_only_a_draft_is_not_there_for_questions(library: Library) -> None:
    library.draft(reading("d1"))
    assert library.reports() == () and library.find("kites") is None and library.telling("kite") is None
    with pytest.raises(UnknownReport):
        library.report("kites")
    library.sweep()
    assert stands(library) == {"d1": "draft"}


def test_a_newer_draft_takes_the_place_of_an_older(library: Library) -> None:
    library.draft(reading("d1"))
    library.draft(reading("d2"))
    assert stands(library) == {"d2": "draft"}


def test_rolling_back_changes_the_two_and_once_more_changes_them_back(library: Library) -> None:
    put(library, "d1")
    put(library, "d2")
    stamps = {library.stamp()}
    for live, before in (("d1", "d2"), ("d2", "d1"), ("d1", "d2")):
        assert library.roll_back("kites").digest == live
        assert stands(library) == {live: "live", before: "previous"}
        stamps.add(library.stamp())
    assert len(stamps) == 4


def test_after_rolling_back_what_is_published_has_the_good_one_before_it(library: Library) -> None:
    put(library, "good")
    put(library, "bad")
    library.roll_back("kites")
    put(library, "mended")
    assert stands(library) == {"mended": "live", "good": "previous"}


def test_what_is_taken_down_is_kept_and_can_be_published_again(library: Library) -> None:
    put(library, "d1")
    put(library, "d2")
    library.take_down("kites")
    assert library.reports() == () and stands(library) == {"d2": "taken down", "d1": "previous"}
    library.sweep()
    assert library.publish("kites").digest == "d2"
    assert stands(library) == {"d2": "live", "d1": "previous"}


def test_a_draft_comes_before_what_was_taken_down(library: Library) -> None:
    put(library, "d1")
    library.take_down("kites")
    library.draft(reading("d2"))
    assert library.publish("kites").digest == "d2"
    assert stands(library) == {"d2": "live", "d1": "taken down"}
    library.discard("kites", library.kept("kites")[1].number)
    assert stands(library) == {"d2": "live"}


def test_words_tell_reports_by_the_version_that_is_live(library: Library) -> None:
    put(library, "d1")
    word = next(word for word in PASSAGES[0].text.split() if word.isalpha() and len(word) > 4)
    assert library.telling(word) == {"kites": 1.0}
    library.take_down("kites")
    assert not library.telling(word)
    library.publish("kites")
    library.draft(reading("d2"))
    put(library, "d3")
    library.roll_back("kites")
    assert library.telling(word) == {"kites": 1.0}  # one report, whatever is kept of it


@pytest.mark.parametrize("step", ["publish", "roll_back", "take_down"])
def test_a_step_that_cannot_be_taken_changes_nothing(library: Library, step: str) -> None:
    put(library, "d1")
    if step == "take_down":
        library.take_down("kites")
    before, events = stands(library), library.events()
    with pytest.raises(NoSuchVersion, match="status"):
        getattr(library, step)("kites")
    with pytest.raises(UnknownReport, match="kites"):
        getattr(library, step)("boats")
    assert (stands(library), library.events()) == (before, events)


def test_the_live_version_is_not_discarded(library: Library) -> None:
    put(library, "d1")
    with pytest.raises(NoSuchVersion):
        library.discard("kites", library.version("kites").number)


def test_what_another_model_embedded_does_not_go_live(library: Library) -> None:
    class Indexer:
        model = "old"

        def index(self, key: str, passages: tuple[object, ...]) -> int:
            return len(passages)

    library.draft(reading("d1"), Indexer())  # type: ignore[arg-type]
    with pytest.raises(OtherModel):
        library.publish("kites", model="new")
    assert library.publish("kites", model="old").digest == "d1"


def test_what_was_done_is_kept_with_who_did_it_and_when(library: Library) -> None:
    put(library, "d1")
    library.draft(reading("d2"), by="Ann")
    library.publish("kites", by="Bo")
    library.roll_back("kites", by="Cy")
    library.take_down("kites", by="Di")
    library.remove("kites")
    told = [(event.action, event.by) for event in reversed(library.events("kites"))]
    assert told[:5] == [("publish", ""), ("draft", "Ann"), ("publish", "Bo"), ("roll back", "Cy"), ("take down", "Di")]
    assert {action for action, _ in told[5:]} == {"remove"} and library.kept() == ()
    assert {event.at for event in library.events()} == {AT} and library.events("boats") == ()
    assert len(library.events(limit=2)) == 2


def test_an_origin_is_that_of_the_version_that_is_live(library: Library) -> None:
    put(library, "d1", "/corpus/kites")
    library.draft(reading("d2"), origin="upload:ab/kites.pdf")
    assert library.origins() == {"kites": "/corpus/kites"}
    library.publish("kites")
    assert library.origins() == {"kites": "upload:ab/kites.pdf"}
    library.roll_back("kites")
    assert library.origins() == {"kites": "/corpus/kites"}


def test_a_folder_that_is_gone_takes_with_it_what_was_read_from_it(library: Library) -> None:
    put(library, "d1", "upload:ab/kites.pdf")
    put(library, "d2", "/corpus/kites")
    library.draft(reading("d3"), origin="/corpus/kites")
    library.vanish("kites")
    assert stands(library) == {"d3": "draft", "d1": "previous"} and library.origins() == {}


def licensed(digest: str, rules: Rules | None = None) -> Report:
    """The report with a licensed table."""
    report = replace(edition(digest), access="public", rules=Rules(licensed=("Size",)) if rules is None else rules)
    return with_access(report)


def test_what_is_public_of_a_version_takes_every_step_with_it(library: Library) -> None:
    for digest in ("d1", "d2"):
        library.replace(licensed(digest), PASSAGES, QUANTITIES, LISTS)
    library.draft(Reading(licensed("d3"), PASSAGES, QUANTITIES, LISTS))
    public = library.seen(licensed=False)
    assert {version.whole for version in library.versions()} == {True, False} and len(library.indexed()) == 6
    for step, live in (("roll_back", "d1"), ("publish", "d3"), ("take_down", ""), ("publish", "d3")):
        getattr(library, step)("kites")
        whole = library.find("kites")
        assert (whole.digest if whole else "") == live
        seen = public.find("kites")
        assert (seen is None) == (whole is None)
        if whole and seen:
            (companion,) = (v.number for v in library.versions() if not v.whole)
            assert seen.number == companion and not public.report("kites").tables[0].rows
            assert whole.number < companion and companion - whole.number == 1
        library.sweep()
        assert all(not version.whole or version.number for version in library.indexed())
        assert len(library.indexed()) == 2 * len(library.kept())
    library.remove("kites")
    assert library.indexed() == ()


def test_a_version_does_not_answer_by_rules_on_access_that_hold_no_more(library: Library) -> None:
    open_to_all = licensed("d1", Rules())
    library.replace(open_to_all, PASSAGES, QUANTITIES, LISTS)
    library.replace(licensed("d2", Rules()), PASSAGES, QUANTITIES, LISTS)
    closed = with_access(library.report("kites"), Rules(licensed=("Size",)))
    library.replace(closed, PASSAGES, QUANTITIES, LISTS, rules=Rules(licensed=("Size",)))
    before = stands(library)
    with pytest.raises(OtherAccess, match="draft"):
        library.roll_back("kites")
    assert stands(library) == before == {"d2": "live", "d1": "previous"}
    assert not library.seen(licensed=False).report("kites").tables[0].rows
