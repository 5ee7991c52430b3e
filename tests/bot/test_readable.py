"""A kept answer may be read while all it was given from may: then and now, place by place."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.desk import PassageView, Sources
from bot.provenance import Provenance
from bot.readable import is_open, may_read, now
from bot.reader import Reader
from bot.records import Kept
from bot.room import ReportView, SectionInfo, TableInfo, TableView
from ingest.domain import Access
from tests.bot.fakes import EDITION, FIGURE, FakeBot

PUBLIC, LICENSED = Reader(name="lin"), Reader(name="lou", licensed=True)
TEXT = "The market was USD 3.7 million."
TABLE = TableView(title="Kites", header=("Year", "Kites"), rows=(("2024", "17"),))
REPORT = FIGURE.citations[0].report


def view(at: str, text: str, table: TableView | None = None) -> PassageView:
    return PassageView(
        address=f"{REPORT}:{at}", report=REPORT, title="", heading=(), text=text, start=0, end=len(text), table=table
    )


class PartlyPublic(FakeBot):
    """Has a report whose whole is of an access, or None; ``parts`` are what is public of it."""

    access: Access | None = "licensed"
    parts: tuple[PassageView, ...] = ()
    version = EDITION.version
    reader = Reader()

    def seen_by(self, reader: Reader) -> "PartlyPublic":
        self.reader = reader
        return self

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        if self.access is None or not (self.parts or self.reader.licensed or self.access == "public"):
            return None
        whole = self.reader.licensed or self.access == "public"
        access: Access = self.access if whole else "public"
        edition = EDITION.model_copy(update={"id": report, "access": access, "version": self.version})
        return Sources(edition=edition, passages=tuple(each for each in self.parts if each.address in addresses))

    @property
    def room(self) -> "PartlyPublic":  # type: ignore[override]
        return self

    def report(self, report: str) -> ReportView:
        sections = [each for each in self.parts if not each.table]
        tables = [each for each in self.parts if each.table]
        return ReportView(
            id=report, title="", publisher=None, published=None, edition=None, url=None, access="public", version=1,
            examples=(), quantities=0, contents=(), audit=(),
            sections=(
                *(SectionInfo(address=each.address, heading=(), characters=1) for each in sections),
                SectionInfo(address=f"{report}:s9", heading=(), characters=0, access="licensed"),
            ),
            tables=tuple(
                TableInfo(address=each.address, title="", heading=(), unit=None, header=(), rows=1) for each in tables
            ),
        )  # fmt: skip


def kept(access: Access | None, *passages: PassageView, version: int = EDITION.version - 1) -> Kept:
    edition = EDITION.model_copy(update={"id": REPORT, "access": access, "version": version})
    given = Provenance(editions=(edition,), passages=passages) if access else Provenance()
    moment = datetime(2025, 3, 1, tzinfo=UTC)
    return Kept(question="How big?", report=None, answer=FIGURE, asked_at=moment, reader="", provenance=given)


@pytest.mark.parametrize(
    ("answer", "parts", "expected"),
    [
        (kept("public", view("s0", TEXT)), (view("s4", TEXT),), True),
        (kept("public", view("s0", TEXT)), (view("s0", "Kites fly."),), False),
        (kept("public", view("s0", TEXT)), (), False),
        (kept("licensed", view("s0", TEXT)), (view("s0", TEXT),), False),
        (kept(None), (view("s0", TEXT),), False),
        (kept("public", view("t0r0c1", "17", TABLE)), (view("t2", "Year; Kites", TABLE),), True),
        (kept("public", view("t0r0c1", "17", TABLE)), (view("s0", "17"),), False),
        (kept("public", view("front", "Title: Kites"), view("contents", "Section: Size")), (view("s0", TEXT),), True),
        (kept("public", view("s0", TEXT), version=EDITION.version), (view("s1", "Kites fly."),), True),
    ],
)
def test_of_a_report_with_licensed_parts_what_it_was_given_from_is_public_still(
    answer: Kept, parts: tuple[PassageView, ...], expected: bool
) -> None:
    bot = PartlyPublic()
    bot.parts = parts
    assert may_read(answer, PUBLIC, bot) is expected
    assert may_read(answer, LICENSED, bot)


def test_where_the_report_is_gone_it_is_as_it_was_last() -> None:
    bot = PartlyPublic()
    bot.access = None
    assert may_read(kept("public", view("s0", TEXT)), PUBLIC, bot)
    assert not may_read(kept("licensed", view("s0", TEXT)), PUBLIC, bot)
    assert not may_read(kept(None), LICENSED, bot)


def test_where_all_is_public_now_everybody_may_read_it() -> None:
    bot = PartlyPublic()
    bot.access = "public"
    assert may_read(kept("licensed", view("s0", TEXT)), PUBLIC, bot)
    assert not may_read(kept("public"), PUBLIC.model_copy(update={"reports": frozenset({"boats"})}), bot)
    edition = now(REPORT, bot)
    assert edition and edition.access == "public" and is_open(REPORT, PUBLIC, bot)
