"""What staff do with reports while the server serves."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from bot.desk import NotReady
from bot.staff.reports import OneAtATime, StaffReports, Who
from ingest.errors import UnknownReport, UnreadableFile
from ingest.lifecycle import NoSuchVersion
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from tests.bot.staff.desks import ANN, TEXT, Desk, FakeEncoder, desk
from tests.ingest.fakes import HashEncoder, Silence, SlowEncoder
from tests.ingest.read.pdf.drawn import Drawing

ROOT = Path(__file__).parents[3]
BO = Who(name="Bo", reports=frozenset(["kites"]))


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path / "data", embedding_model="hash")


@pytest.fixture
def at(settings: IngestSettings) -> Iterator[Desk]:
    with desk(settings) as opened:
        yield opened


def packed(folder: Path) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{folder.name}/{file.relative_to(folder)}")
    return made.getvalue()


def states(at: Desk, report: str = "kites") -> list[tuple[int, str]]:
    return [(each.number, each.state) for each in at.reports.reports(ANN) if each.report == report]


def test_an_upload_is_a_draft_until_it_is_published(at: Desk) -> None:
    job = at.sent("Kites.md", TEXT.format("2.5"))
    assert (job.phase, job.report, states(at)) == ("done", "kites", [(job.version, "draft")])
    assert at.library.reports() == ()
    assert at.reports.publish(ANN, "kites", job.version or 0).state == "live"


def test_the_life_of_a_report(at: Desk) -> None:
    first, second = at.published("2.5"), at.published("2.7")
    assert states(at) == [(second, "live"), (first, "previous")]
    at.reports.roll_back(BO, "kites")
    assert states(at) == [(second, "previous"), (first, "live")]
    at.reports.take_down(ANN, "kites")
    assert states(at) == [(second, "previous"), (first, "taken down")]
    at.reports.publish(ANN, "kites", first)
    told = [(event.action, event.by) for event in reversed(at.reports.history(ANN, "kites"))]
    assert told == [
        ("draft", "Ann"), ("publish", "Ann"), ("draft", "Ann"), ("publish", "Ann"),
        ("roll back", "Bo"), ("take down", "Ann"), ("publish", "Ann"),
    ]  # fmt: skip
    (live, _) = sorted(at.reports.reports(ANN), key=lambda each: each.state)
    assert (live.by, live.source, live.uploaded) == ("Ann", "kites.md", True) and live.at is not None


def test_a_version_is_checked_audited_and_compared(at: Desk) -> None:
    at.published("2.5")
    text = TEXT.format("2.7") + "\n## Again\n\nThe kite market was valued at USD 9.9 billion in 2025.\n"
    text += "\n| Year | USD billion |\n|---|---|\n| 2025 | 2.7 | 3 |\n"
    job = at.sent("kites.md", text)
    assert job.version is not None
    checked = at.reports.check(ANN, "kites", job.version)
    assert checked.counts.tables == 1 and checked.counts.sections >= 3 and checked.counts.quantities >= 2
    found = at.reports.changes(ANN, "kites", job.version)
    assert found is not None and (found.changed, found.gone) == (1, 0) and found.added >= 1
    assert at.reports.changes(ANN, "kites", at.library.version("kites").number) is None


def test_staff_of_some_reports_may_touch_only_those(at: Desk) -> None:
    number = at.published("2.5", "boats.md")
    kites = at.published("2.5", who=BO)
    assert {each.report for each in at.reports.reports(BO)} == {"kites"}
    with pytest.raises(UnknownReport):
        at.reports.upload(BO, "boats.md", TEXT.format("3").encode())
    assert len(list(at.settings.uploads_dir.iterdir())) == 2
    for touch in (
        lambda: at.reports.publish(BO, "boats", number),
        lambda: at.reports.roll_back(BO, "boats"),
        lambda: at.reports.take_down(BO, "boats"),
        lambda: at.reports.discard(BO, "boats", number),
        lambda: at.reports.check(BO, "boats", number),
        lambda: at.reports.changes(BO, "boats", number),
        lambda: at.reports.history(BO, "boats"),
        lambda: at.reports.ask(BO, "boats", number, "How big?"),
        lambda: at.reports.check(BO, "kites", number),  # of another report
        lambda: at.reports.ask(BO, "kites", number, "How big?"),
    ):
        with pytest.raises(UnknownReport) as refused:
            touch()
        assert "USD" not in str(refused.value)
    with pytest.raises(NoSuchVersion):
        at.reports.publish(BO, "kites", number)
    assert states(at, "boats") == [(number, "live")] and states(at) == [(kites, "live")]


def test_one_upload_is_taken_in_at_a_time_and_can_be_stopped(settings: IngestSettings) -> None:
    class Slow(FakeEncoder, SlowEncoder):
        pass

    text = TEXT.format("2.5") + "".join(f"\n## Part {n}\n\nKites were {n} in {1990 + n}.\n" for n in range(300))
    with desk(settings, Slow()) as at:
        at.reports.upload(ANN, "kites.md", text.encode())
        with pytest.raises(OneAtATime, match=r"kites\.md"):
            at.reports.upload(ANN, "boats.md", TEXT.encode())
        assert at.reports.job(Who(name="Cy", reports=frozenset())) is None
        at.reports.stop(ANN)
        assert at.waited().phase == "stopped"
        assert at.library.kept() == () and list(settings.uploads_dir.iterdir()) == []
        at.reports.upload(ANN, "kites.md", text.encode())
    assert at.reports.job(ANN) is not None
    with desk(settings) as again:  # the server was stopped in between
        assert again.library.kept() == () and list(settings.uploads_dir.iterdir()) == []


def test_what_is_no_report_is_refused_at_once(at: Desk) -> None:
    for name, data in (("a.exe", b"MZ"), ("a.zip", b"no zip"), ("a.md", b"x" * (51 * 2**20))):
        with pytest.raises(UnreadableFile):
            at.reports.upload(ANN, name, data)
    assert at.reports.job(ANN) is None and list(at.settings.uploads_dir.iterdir()) == []


def test_a_deleted_draft_leaves_no_file(at: Desk) -> None:
    job = at.sent("kites.md", TEXT.format("2.5"))
    at.reports.discard(ANN, "kites", job.version or 0)
    assert states(at) == [] and list(at.settings.uploads_dir.iterdir()) == []


def workbook() -> bytes:
    made, book = BytesIO(), Workbook()
    assert book.active is not None
    for row in (("Region", "2024", "2025"), ("Europe", 8.0, 8.8), ("Asia", 10.0, 11.2)):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def pdf() -> bytes:
    drawing = Drawing()
    drawing.text(60, 60, "Drone Market", 24, bold=True)
    drawing.text(60, 100, "Market size", 14, bold=True)
    drawing.prose(125)
    return drawing.data()


PAGE = b"<!doctype html><html><head><title>Kites</title></head><body><h1>Kites</h1><p>%s</p></body></html>" % (
    b"The kite market was valued at USD 2.5 billion in 2025. " * 8
)


@pytest.mark.parametrize(
    ("name", "data"),
    [("A Report.pdf", pdf()), ("Tables.xlsx", workbook()), ("Page.html", PAGE)],
    ids=("pdf", "xlsx", "html"),
)
def test_files_of_several_formats_are_taken_in(at: Desk, name: str, data: bytes) -> None:
    job = at.sent(name, data)
    assert job.phase == "done" and job.version is not None, job.said
    counts = at.reports.check(ANN, job.report, job.version).counts
    assert counts.sections or counts.tables


def test_the_corpus_is_uploaded_as_zips_and_left_alone_by_a_run_over_its_folder(at: Desk, tmp_path: Path) -> None:
    folders = sorted(folder for folder in (ROOT / "corpus").iterdir() if folder.is_dir())
    for folder in folders:
        job = at.sent(f"{folder.name}.zip", packed(folder))
        assert job.phase == "done" and job.version is not None, job.said
        at.reports.publish(ANN, job.report, job.version)
        assert at.reports.check(ANN, job.report, job.version).notices == ()
    assert {each.id for each in at.library.reports()} == {folder.name for folder in folders}
    live = {each.id: each.number for each in at.library.reports()}
    elsewhere = tmp_path / "corpus"
    (elsewhere / folders[0].name).mkdir(parents=True)
    (elsewhere / folders[0].name / "report.md").write_text(TEXT.format("3"))
    summary = ingest_all([elsewhere], at.settings, HashEncoder(), Silence())
    assert [entry.state for entry in summary.entries] == ["held"] and summary.removed == ()
    assert {each.id: each.number for each in at.library.reports()} == live


def test_a_run_beside_the_server_is_seen_by_it_and_the_next_upload_is_whole(at: Desk, tmp_path: Path) -> None:
    at.published("2.5")
    (tmp_path / "boats.md").write_text(TEXT.format("4"))
    ingest_all([tmp_path / "boats.md"], at.settings, HashEncoder(), Silence())
    at.published("2.7")
    for version in at.library.kept():
        assert at.index.probe(version.key) == version.passages


def test_rolling_back_takes_no_time(at: Desk) -> None:
    at.published("2.5")
    at.published("2.7")
    begun = time.process_time()
    for _ in range(10):
        at.reports.roll_back(ANN, "kites")
    assert (time.process_time() - begun) / 10 < 0.5


def test_nothing_is_done_before_the_library_is_open(settings: IngestSettings) -> None:
    with pytest.raises(NotReady):
        StaffReports(settings, FakeEncoder()).reports(ANN)  # type: ignore[arg-type]
