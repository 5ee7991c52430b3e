"""What the reports tab shows, and that nothing said by a report or a person becomes markup."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.staff.changes import Changes, FigureChange
from bot.staff.reports import Checked, VersionInfo
from bot.staff.reports_html import answer_html, details_html, progress_html, told_html, versions_html
from bot.staff.upload_job import Job, Phase
from ingest.audit.finding import Finding, Place
from ingest.domain import Cell, Notice
from ingest.lifecycle import Event
from ingest.versions import Counts
from tests.bot.fakes import FIGURE

BAD = "<script>alert(1)</script>"
AT = datetime(2026, 11, 29, 9, 5, tzinfo=UTC)
VERSION = VersionInfo(
    report="kites", number=7, state="draft", title=f"Kites {BAD}", edition=None, passages=3, source=f"{BAD}.pdf",
    uploaded=True, by=f"Ann {BAD}", at=AT,
)  # fmt: skip
FINDING = Finding("text", f"One is 2, the other 3 {BAD}", "2 ≠ 3", Decimal("0.5"), (Place(BAD, BAD, Cell(0, 0, 0), 4),))
CHECKED = Checked(Counts(2, 1, 3, 1234, 0), (Notice(f"{BAD}.csv", 7, BAD),), (FINDING,))
CHANGE = FigureChange(sort="changed", said=f"size {BAD}", where=BAD, before=BAD, after="3")
CHANGES = Changes(added=0, changed=1, gone=0, same=5, figures=(CHANGE,))
HISTORY = (Event("kites", 7, "draft", BAD, AT), Event("kites", 6, "publish", "", AT))


def test_nothing_that_is_said_becomes_markup() -> None:
    job = Job(report="kites", name=BAD, by=BAD, phase="failed", said=BAD)
    shown = [
        told_html(BAD), versions_html([VERSION]), progress_html(job),
        progress_html(job.model_copy(update={"phase": "embedding"})),
        details_html(VERSION, CHECKED, CHANGES, HISTORY),
        answer_html(FIGURE.model_copy(update={"text": BAD})),
    ]  # fmt: skip
    assert all("<script" not in html and "&lt;script" in html for html in shown)


def test_a_version_is_shown_with_its_checks_its_audit_its_figures_and_its_history() -> None:
    html = details_html(VERSION, CHECKED, CHANGES, HISTORY)
    for told in ("<b>1,234</b> figures", "1 line not understood", "1 contradiction", "page 4", "2 ≠ 3",
                 "0 new, 1 changed, 0 gone, 5 as they were", "29 Nov 2026, 09:05 UTC", "by a command"):  # fmt: skip
        assert told in html, told


def test_what_is_in_order_is_said_too() -> None:
    checked = Checked(CHECKED.counts, (), ())
    html = details_html(VERSION, checked, None, ())
    for told in ("All was understood", "Nothing contradicts itself", "no other version to compare"):
        assert told in html


def test_very_many_are_counted_and_some_shown() -> None:
    many = replace(CHECKED, notices=CHECKED.notices * 80)
    html = details_html(VERSION, many, CHANGES.model_copy(update={"figures": (CHANGE,) * 90}), ())
    assert "80 lines not understood" in html and "and 30 more" in html and "and 40 more" in html


@pytest.mark.parametrize(
    ("phase", "told"),
    [("reading", "is being read"), ("embedding", "8 of 20"), ("waiting", "another process"), ("writing", "written"),
     ("done", "version 9"), ("stopped", "nothing of it is kept"), ("failed", "It is broken.")],
)  # fmt: skip
def test_each_phase_of_an_upload_is_told_in_words(phase: Phase, told: str) -> None:
    job = Job(
        report="kites", name="kites.pdf", by="Ann", phase=phase, done=8, total=20, said="It is broken.", version=9
    )
    assert told in progress_html(job) and "kites.pdf" in progress_html(job)


def test_nothing_is_shown_where_there_is_nothing() -> None:
    assert progress_html(None) == told_html("") == ""
    assert "Upload one" in versions_html([])


def test_an_answer_is_shown_with_its_sources() -> None:
    html = answer_html(FIGURE)
    assert "USD 1.87 billion" in html and f'<li value="{FIGURE.citations[0].number}">' in html
