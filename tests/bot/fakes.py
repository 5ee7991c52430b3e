"""A bot with scripted answers about an invented market, for the faces' tests."""

import time
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Self

from bot.answer import (
    Answer,
    Block,
    Calculation,
    CalculationBlock,
    CalculationOperand,
    ChartBlock,
    ChartPoint,
    Citation,
    CitedText,
    HandoffBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
    TableRow,
)
from bot.desk import PassageView, ReportInfo, Sources, Step
from bot.reader import Reader
from bot.room import (
    BadCursor,
    Edition,
    PassageFound,
    QuantityPage,
    QuantityView,
    ReportView,
    SectionInfo,
    TableInfo,
    TableView,
    Wanted,
    WholeTable,
)
from ingest.errors import UnknownReport

REPORT = ReportInfo(
    id="tidal-energy",
    title="Tidal Energy Market, 2025–2032",
    publisher="Harbour Research",
    edition="3rd edition",
    url="https://harbour.example/reports/tidal-energy",
    examples=("How big is the market?", "Who are the players?", "How will it grow?", "How much will it add?"),
)
OTHER = ReportInfo(id="cold-chain", title="Cold Chain Monitoring Market", publisher="Northline", examples=("How big?",))

SECTION = (
    "Tidal energy turns the movement of the sea into electricity, and its plants run for decades.\n\n"
    "The tidal energy market size was estimated at USD 1.87 billion in 2025 and is expected to reach USD 2.10 billion "
    "in 2026, at a CAGR of 12.40% to reach USD 4.24 billion by 2032. Coastal grids are the largest buyers.\n\n"
    "Costs have fallen with larger rotors, shared moorings and longer service intervals. Permits remain the slowest "
    "part of a project, and insurers ask for a year of data from the site before they quote."
)
SIZES = SECTION[SECTION.index("The tidal energy market size") : SECTION.index(" Coastal grids")]
PLAYERS = (
    "Alderney Turbines Ltd.", "Blue Race Power", "Cape Current Inc.", "Deepflow AS", "Eddystone Marine",
    "Fundy Generation", "Gulf Stream Works", "Hebrides Hydro", "Isle Motion GmbH", "Juan de Fuca Energy",
    "Kvalsund Tidal", "Lynmouth & Sons", "Morlaix Énergie",
)  # fmt: skip
COMPANIES = "The report profiles these companies:\n\n" + "\n".join(f"- {name}" for name in PLAYERS)
REGIONS = TableView(
    title="Market size by region, USD million",
    header=("Region", "2025", "2026"),
    rows=(("Europe", "842", "951"), ("Asia-Pacific", "610", "688"), ("Americas", "418", "461")),
)


def citation(number: int, quote: str, text: str, passage: str, heading: tuple[str, ...]) -> Citation:
    """A citation whose offsets are where the quote stands in the text."""
    start = text.index(quote)
    return Citation(
        number=number, report=REPORT.id, title=REPORT.title, heading=heading, quote=quote,
        start=start, end=start + len(quote), passage=passage, url=REPORT.url,
    )  # fmt: skip


SIZE_CITATION = citation(1, SIZES, SECTION, "tidal-energy:p0", ("Market size",))
CELL_CITATION = Citation(
    number=1, report=REPORT.id, title=REPORT.title, heading=("Regions",), quote="842", start=0, end=3,
    passage="tidal-energy:t0r0c1", table=REGIONS.title, row="Europe", column="2025",
)  # fmt: skip
GROWTH = Calculation(
    formula="4.24 − 2.10",
    operands=(
        CalculationOperand(value="2.10", unit="USD billion", period="2026", citation=1),
        CalculationOperand(value="4.24", unit="USD billion", period="2032", citation=1),
    ),
    result="2.14",
    unit="USD billion",
)
YEAR = Calculation(
    formula="2.10 × (1 + 12.40%)^3",
    operands=(
        CalculationOperand(value="2.10", unit="USD billion", period="2026", citation=1),
        CalculationOperand(value="12.40", unit="%", period="2026–2032", citation=1),
    ),
    result="2.98",
    unit="USD billion",
)
CONTACT = HandoffBlock(
    text="A person can help with what the report leaves out.",
    name="Marit Solheim",
    role="Associate Director, Sales",
    email="marit@harbour.example",
    phone="+1 555 010 4477",
    url="https://harbour.example/contact",
)


def paragraph(text: str, *citations: int, calculation: int | None = None) -> ParagraphBlock:
    """A paragraph of one sentence."""
    return ParagraphBlock(sentences=(CitedText(text=text, citations=citations, calculation=calculation),))


class FakeBot:
    """Answers by the first scripted phrase a question contains; otherwise declines. ``pause`` is seconds per step."""

    def __init__(self, *reports: ReportInfo) -> None:
        self._reports = list(reports) or [REPORT]
        self._numbers = count(1)
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.readers: list[Reader] = []
        self.forgotten: list[str] = []
        self.resumed: list[tuple[tuple[str, str | None], ...]] = []
        self.passages = dict(PASSAGES)
        self.scripts = dict(SCRIPTS)
        self.pause = 0.0

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        self.asked.append((question, report, conversation))
        script = next((s for phrase, s in self.scripts.items() if phrase in question.lower()), DECLINED)
        number = next(self._numbers)
        update = {"id": f"a{number}", "conversation": conversation or f"c{number}"}
        return script.model_copy(update=update)

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        for name, text in STEPS:
            yield Step(name=name, text=text)
            time.sleep(self.pause)
        if "please fail" in question.lower():
            raise RuntimeError("asked to fail")
        yield self.ask(question, report, conversation)

    def resume(self, asked: Sequence[tuple[str, str | None]]) -> str:
        self.resumed.append(tuple(asked))
        return f"r{len(self.resumed)}"

    def seen_by(self, reader: Reader) -> Self:
        self.readers.append(reader)
        return self

    @property
    def room(self) -> "FakeRoom":
        return FakeRoom()

    def reports(self) -> list[ReportInfo]:
        return self._reports

    def passage(self, address: str) -> PassageView | None:
        return self.passages.get(address)

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        found = tuple(self.passages[address] for address in addresses if address in self.passages)
        return Sources(edition=EDITION, passages=found) if report == REPORT.id else None

    def forget(self, conversation: str) -> bool:
        self.forgotten.append(conversation)
        return False  # it remembers nothing


class FakeRoom:
    """One report with two sections, a table and two figures."""

    def report(self, report: str) -> ReportView | None:
        return VIEW if report == REPORT.id else None

    def table(self, address: str) -> WholeTable | None:
        return WHOLE if address == WHOLE.address else None

    def quantities(self, wanted: Wanted, limit: int, after: str | None = None) -> QuantityPage:
        if after not in (None, "1"):
            raise BadCursor
        if wanted.report not in (None, REPORT.id):
            raise UnknownReport(wanted.report)
        rest = QUANTITIES[1 if after else 0 :]
        return QuantityPage(quantities=rest[:limit], next="1" if len(rest) > limit else None)

    def search(self, query: str, report: str | None = None, limit: int = 10) -> Sequence[PassageFound]:
        if report not in (None, REPORT.id):
            raise UnknownReport(report)
        return FOUND[:limit]


def _answer(*blocks: Block, **fields: object) -> Answer:
    defaults: dict[str, object] = {
        "id": "", "status": "answered", "text": "", "conversation": "", "answerer": "lookup", "took_ms": 12.0,
    }  # fmt: skip
    return Answer.model_validate({**defaults, "blocks": blocks, **fields})


def _section(address: str, heading: str, text: str) -> PassageView:
    return PassageView(
        address=address, report=REPORT.id, title=REPORT.title, heading=(heading,), text=text, start=0, end=len(text),
        url=REPORT.url,
    )  # fmt: skip


PASSAGES = {
    "tidal-energy:p0": _section("tidal-energy:p0", "Market size", SECTION),
    "tidal-energy:p1": _section("tidal-energy:p1", "Companies", COMPANIES),
    "tidal-energy:s0": _section("tidal-energy:s0", "Market size", SECTION),
    "tidal-energy:s1": _section("tidal-energy:s1", "Companies", COMPANIES),
    "tidal-energy:t0r0c1": PassageView(
        address="tidal-energy:t0r0c1", report=REPORT.id, title=REPORT.title, heading=("Regions",), text="842",
        start=0, end=3, table=REGIONS.model_copy(update={"row": 0, "column": 1}),
    ),
}  # fmt: skip

WHOLE = WholeTable(
    address="tidal-energy:t0", report=REPORT.id, heading=("Regions",), title=REGIONS.title, unit="USD million",
    header=REGIONS.header, rows=REGIONS.rows,
)  # fmt: skip
EDITION = Edition(
    id=REPORT.id, title=REPORT.title, publisher=REPORT.publisher, edition=REPORT.edition, url=REPORT.url, version=7,
    digest="5e" * 32,
)  # fmt: skip
VIEW = ReportView(
    id=REPORT.id, title=REPORT.title, publisher=REPORT.publisher, published=None, edition=REPORT.edition,
    url=REPORT.url, access="public", version=7, examples=REPORT.examples, quantities=2,
    sections=(
        SectionInfo(address="tidal-energy:s0", heading=("Market size",), characters=len(SECTION)),
        SectionInfo(address="tidal-energy:s1", heading=("Companies",), characters=len(COMPANIES)),
    ),
    tables=(
        TableInfo(
            address=WHOLE.address, title=WHOLE.title, heading=WHOLE.heading, unit=WHOLE.unit, header=WHOLE.header,
            rows=3,
        ),
    ),
    contents=("Market size", "Companies"), audit=(),
)  # fmt: skip
QUANTITIES = (
    QuantityView(
        report=REPORT.id, text="USD 1.87 billion", value="1.87", unit="USD billion", kind="money", bound="exact",
        measure="size", label="market size", subject=(), place=None, period="2025", forecast=False,
        citation=SIZE_CITATION,
    ),
    QuantityView(
        report=REPORT.id, text="842", value="842", unit="USD million", kind="money", bound="exact", measure="size",
        label="", subject=(), place="Europe", period="2025", forecast=False, citation=CELL_CITATION,
    ),
)  # fmt: skip
FOUND = (
    PassageFound(
        address="tidal-energy:p0", report=REPORT.id, title=REPORT.title, heading=("Market size",), text=SECTION,
        score=1.5, url=REPORT.url,
    ),
)  # fmt: skip

FIGURE_TEXT = "The market was estimated at USD 1.87 billion in 2025 and is expected to reach USD 2.10 billion in 2026."
FIGURE = _answer(
    paragraph(FIGURE_TEXT, 1),
    text=f"{FIGURE_TEXT} [1]",
    citations=(SIZE_CITATION,),
    suggestions=("And in 2032?", "How will it grow?", "Who are the players?"),
)
LIST = _answer(
    ListBlock(
        intro=CitedText(text="The report profiles 13 companies:", citations=(1,)),
        items=tuple(CitedText(text=name, citations=(i,)) for i, name in enumerate(PLAYERS, 1)),
    ),
    text="The report profiles 13 companies: [1]\n" + "\n".join(f"- {n} [{i}]" for i, n in enumerate(PLAYERS, 1)),
    citations=tuple(
        citation(i, name, COMPANIES, "tidal-energy:p1", ("Companies",)) for i, name in enumerate(PLAYERS, 1)
    ),
    answerer="list",
    suggestions=("How big is the market?",),
)
ADDED_TEXT = "The market will add USD 2.14 billion from 2026 to 2032."
ADDED = _answer(
    paragraph(ADDED_TEXT, 1, calculation=0),
    CalculationBlock(calculation=0),
    text=f"{ADDED_TEXT} [1]",
    citations=(SIZE_CITATION,),
    calculations=(GROWTH,),
    answerer="calculate",
    suggestions=("How will it grow?",),
)
CHART_TEXT = "The market grows at 12.40% a year, from USD 1.87 billion in 2025 to USD 4.24 billion in 2032."
CHART = _answer(
    paragraph(CHART_TEXT, 1),
    ChartBlock(
        title="Tidal energy market size",
        unit="USD billion",
        points=(
            ChartPoint(label="2025", value=1.87, origin="published", citations=(1,)),
            ChartPoint(label="2026", value=2.10, origin="published", citations=(1,)),
            ChartPoint(label="2029", value=2.98, origin="calculated", citations=(1,), calculation=0),
            ChartPoint(label="2032", value=4.24, origin="published", citations=(1,)),
        ),
    ),
    text=f"{CHART_TEXT} [1]",
    citations=(SIZE_CITATION,),
    calculations=(YEAR,),
)
TABLE = _answer(
    paragraph("Europe is the largest region, at USD 842 million in 2025.", 1),
    TableBlock(
        title=REGIONS.title,
        header=REGIONS.header,
        rows=tuple(TableRow(cells=row, citations=(1,)) for row in REGIONS.rows),
    ),
    text="Europe is the largest region, at USD 842 million in 2025. [1]",
    citations=(CELL_CITATION,),
)
DECLINED_TEXT = "The report gives no market share for single companies; it lists Deepflow AS among the players."
DECLINED = _answer(
    paragraph(DECLINED_TEXT, 1),
    CONTACT,
    status="declined",
    reason="not_published",
    text=f"{DECLINED_TEXT} [1]\n{CONTACT.text} {CONTACT.name}, {CONTACT.email}",
    citations=(citation(1, "Deepflow AS", COMPANIES, "tidal-energy:p1", ("Companies",)),),
    suggestions=("Who are the players?",),
)
STEPS = (
    ("understand", "Reading the question"),
    ("retrieve", "Looking in the report"),
    ("verify", "Checking every figure against its source"),
)
SCRIPTS = {
    "how big": FIGURE,
    "2032": FIGURE,
    "players": LIST,
    "add": ADDED,
    "grow": CHART,
    "region": TABLE,
}
