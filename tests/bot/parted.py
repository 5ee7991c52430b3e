"""A report with public and licensed parts, written as files of a layout and read as ingest reads them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from markdown_it import MarkdownIt
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, SimpleDocTemplate, TableStyle
from reportlab.platypus import Paragraph as Shown
from reportlab.platypus import Table as Grid

from bot.recorded import RecordedBot
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.shelf import Shelf
from ingest.access_command import run_access
from ingest.domain import Rules
from ingest.index import open_index
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder, Silence

FRONT = """---
title: Harbour Crane Market
publisher: Quayside Research
published: 2025-03-31
access: public
licensed:
  - Market by country
  - competitive   landscape
  - outlook.csv
public: [Scope of the landscape]
contact:
  name: Ada Example
  email: ada@example.com
---
"""
TEXT = """
# Harbour Crane Market

The harbour crane market was valued at USD 4.2 billion in 2024. It is expected to reach USD 6.9 billion by 2030.

## Drivers

The main driver is the growth of container traffic. Ports replace cranes that are older than 25 years.

## Market by country

Germany had a market of USD 731.58 million in 2024. Zamunda grows fastest, at a CAGR of 9.3157% from 2024 to 2030. The
leading operator there is Ostrava Hoists.

| Country | 2024 | 2030 |
| --- | --- | --- |
| Germany | 731.58 | 1047.39 |
| Zamunda | 86.473 | 147.61 |

## Competitive landscape

Ostrava Hoists leads with a share of 37.91% of revenue in 2024. It is followed by Tidewater Lifts at 21.47%. There are
8,317 vendors. The key players are:

- Ostrava Hoists
- Tidewater Lifts

### Five firms hold 83.29% of revenue

The rest is held by 8,312 small firms.

### Scope of the landscape

The landscape covers makers of ship-to-shore cranes.

## Regions covered

The report covers Europe, Asia and Africa.
"""
TYPES = "Harbour crane market size by type of crane, 2025-2030"
NOTE = "Note: Floating cranes are estimated from 4,193 deliveries."
ROWS = (
    ("Type", "2025", "2030"),
    ("Mobile", "1963.47", "2718.93"),
    ("Floating", "517.29", "864.57"),
    ("Kumbrian", "64.831", "91.753"),
)
OUTLOOK = "\n".join([f"# title: {TYPES}", "# unit: USD million", f"# note: {NOTE}", *(",".join(row) for row in ROWS)])
PUBLIC_TABLE = """# title: Harbour crane deliveries by year
# unit: units
Year,Deliveries
2023,5100
2024,5350
"""
SECRETS = (
    "731.58", "1047.39", "1,047", "86.473", "147.61", "9.3157", "9.32", "37.91", "21.47", "8,317", "8317", "8,312",
    "83.29", "4,193", "4193", "1963.47", "2718.93", "517.29", "864.57", "64.831", "91.753", "Zamunda", "Ostrava",
    "Tidewater", "Kumbrian",
)  # fmt: skip
"""Figures and names that stand in licensed parts only."""


RULES = Rules(None, ("Market by country", "Competitive landscape", TYPES), ("Scope of the landscape",))


def in_markdown(folder: Path) -> tuple[Path, Rules]:
    """With its tables beside it, and its rules in its front matter."""
    place = folder / "harbour-cranes"
    (place / "tables").mkdir(parents=True)
    (place / "report.md").write_text(FRONT + TEXT, encoding="utf-8")
    (place / "tables" / "outlook.csv").write_text(OUTLOOK, encoding="utf-8")
    (place / "tables" / "deliveries.csv").write_text(PUBLIC_TABLE, encoding="utf-8")
    return place, Rules()


def in_html(folder: Path) -> tuple[Path, Rules]:
    """As one page, with its rules kept beside it."""
    place = folder / "harbour-cranes.html"
    body = MarkdownIt("commonmark").enable("table").render(TEXT)
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    table = f"<table><caption>{TYPES} (USD million)</caption>{rows}</table><p>{NOTE}</p>"
    page = f"<html><head><title>Harbour Crane Market</title></head><body><main>{body}<h2>Outlook</h2>{table}</main>"
    place.write_text(f"{page}</body></html>", encoding="utf-8")
    return place, replace(RULES, licensed=(*RULES.licensed[:2], "Outlook"))


def in_word(folder: Path) -> tuple[Path, Rules]:
    """As a Word document."""
    place = folder / "harbour-cranes.docx"
    document = Document()
    for kind, level, text in _blocks():
        if kind == "heading":
            document.add_heading(text, level)
        elif kind == "rows":
            _add_rows(document, [line.split("|") for line in text.splitlines()])
        else:
            document.add_paragraph(text, "List Bullet" if kind == "item" else None)
    document.add_heading("Outlook", 2)
    document.add_paragraph(f"Table 1: {TYPES} (USD million)")
    _add_rows(document, ROWS)
    document.add_paragraph(NOTE)
    document.save(str(place))
    return place, replace(RULES, licensed=(*RULES.licensed[:2], "Outlook"))


def in_pdf(folder: Path) -> tuple[Path, Rules]:
    """As a PDF."""
    place = folder / "harbour-cranes.pdf"
    styles = getSampleStyleSheet()
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    flow: list[Flowable] = []
    for kind, level, text in _blocks():
        match kind:
            case "heading":
                flow.append(Shown(text, styles[f"Heading{level}"]))
            case "rows":
                flow.append(
                    Grid([[cell.strip() for cell in line.split("|")] for line in text.splitlines()], style=grid)
                )
            case "item":
                flow.append(Shown(f"\u2022 {text}", styles["BodyText"]))
            case _:
                flow.append(Shown(text, styles["BodyText"]))
    flow += [Shown("Outlook", styles["Heading2"]), Shown(f"Table 1: {TYPES} (USD million)", styles["BodyText"])]
    flow += [Grid([list(row) for row in ROWS], style=grid), Shown(NOTE, styles["BodyText"])]
    SimpleDocTemplate(str(place), title="Harbour Crane Market").build(flow)
    return place, replace(RULES, licensed=(*RULES.licensed[:2], "Outlook"))


LAYOUTS = (in_markdown, in_html, in_word, in_pdf)


def _add_rows(document: DocxDocument, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text.strip()


def _blocks() -> Iterator[tuple[str, int, str]]:
    """The text's headings, paragraphs, items and tables: kind, level and text."""
    for block in TEXT.strip().split("\n\n"):
        if block.startswith("#"):
            yield "heading", block.index(" "), block.lstrip("# ")
        elif block.startswith("|"):
            lines = [line.strip("| ") for line in block.splitlines() if "---" not in line]
            yield "rows", 0, "\n".join(lines)
        elif block.startswith("- "):
            yield from (("item", 0, line.removeprefix("- ")) for line in block.splitlines())
        else:
            yield "paragraph", 0, " ".join(block.split())


def put(settings: IngestSettings, place: Path, rules: Rules) -> None:
    """Ingest the report at a place as the command does, by rules given by the command too."""
    summary = ingest_all([place], settings, HashEncoder(), Silence())
    assert not summary.failures, summary.failures
    given = [part for name in rules.licensed for part in ("--licensed", name)]
    given += [part for name in rules.public for part in ("--public", name)]
    if given:
        list(run_access(["harbour-cranes", *given], settings, HashEncoder(), Silence()))


@contextmanager
def opened(settings: IngestSettings, records: Records) -> Iterator[RecordedBot]:
    """A bot over the library and the index."""
    encoder = HashEncoder()
    with Library(settings.library_location) as library, open_index(settings) as index:

        def near(key: str, text: str, limit: int) -> list[tuple[int, float]]:
            return index.search(key, encoder.encode_query(text), limit)

        yield RecordedBot(ReportBot(Shelf(library), Retrieval(near, library.search)), records)
