"""What changed between editions."""

from dataclasses import replace
from pathlib import Path

from bot.answer import TableBlock
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.shelf import Shelf
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.sources import report_of

TEXTS = {
    "ropes-2024": (
        "Rope Market 2024",
        "The rope market was valued at USD 0.5 billion in 2025. It is to grow at a CAGR of 5% from 2024 to 2030.",
    ),
    "ropes-2025": (
        "Rope Market 2025",
        "The rope market was valued at USD 0.4 billion in 2025. It is to grow at a CAGR of 4% from 2025 to 2032.",
    ),
}


def test_rates_over_other_times_are_told_with_these(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, (title, text) in TEXTS.items():
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))
        bot = ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))
        answer = bot.ask("what changed in the rope report since the 2024 edition?")
    rows = [row.cells for block in answer.blocks if isinstance(block, TableBlock) for row in block.rows]
    assert rows == [
        ("CAGR", "5% (2024–2030)", "4% (2025–2032)"),
        ("Market size 2025", "USD 0.5 billion", "USD 0.4 billion"),
    ]
