"""The demonstration: a page made of what whoever looks may read, as text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.demo import demo_html
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.settings import BotSettings
from bot.shelf import Shelf
from ingest.domain import Table
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.fakes import REPORT, FakeBot
from tests.bot.local import local_client
from tests.bot.sources import report_of

ATTACK = "<img src=x onerror=alert(1)>"
ARMOUR = replace(
    report_of("The armour market was valued at USD 7.77135 billion in 2025.", "Armour Market"),
    id="armour",
    access="licensed",
)
KITES = replace(
    report_of(
        f"The kite market was valued at USD 2.5 billion in 2025 and grows at a CAGR of 9.1% from 2025 to 2032. {ATTACK}"
        "\n\n"
        "It has these parts:\n\n- Stunt kites\n- Box kites",
        "Kite Market",
        ("Market size",),
        (Table("Kites by country", ("Country", "2025"), (("Chile", "19"),), file="t.csv", unit="USD million"),),
    ),
    id="kites",
)  # fmt: skip


@pytest.fixture
def client(tmp_path: Path, records: Records) -> Iterator[TestClient]:
    """Over a licensed report, the first by its id, and a public one."""
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for read in (ARMOUR, KITES):
            library.replace(read, passages(read), quantities(read), item_lists(read))
        bot = ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))
        with local_client(api(bot, BotSettings(), records)) as client:
            yield client


def test_it_is_of_the_first_report_that_may_be_read(client: TestClient) -> None:
    html = client.get("/demo").text
    assert "<h1>Kite Market</h1>" in html and 'data-report="kites"' in html
    assert "7.77135" not in html and "Armour" not in html


def test_it_says_that_it_is_a_demonstration_and_has_the_report_s_text_figures_and_tables(client: TestClient) -> None:
    html = client.get("/demo").text
    assert "<b>Demonstration.</b>" in html
    assert "<b>USD 2.5 billion</b> Market size, 2025" in html
    assert "<b>9.1%</b> Growth a year, 2025–2032" in html
    assert "<ul><li>Stunt kites</li><li>Box kites</li></ul>" in html
    assert '<tr><th scope="row">Chile</th><td>19</td></tr>' in html


def test_what_a_report_says_is_text_on_it(client: TestClient) -> None:
    response = client.get("/demo")
    assert ATTACK not in response.text and "&lt;img src=x" in response.text
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy and "script-src 'self'" in policy and "default-src 'none'" in policy


def test_without_a_report_it_says_so() -> None:
    assert "No report yet" in demo_html(FakeBot(), None)


def test_it_offers_the_report_s_own_questions() -> None:
    assert f'data-footnote-ask="{REPORT.examples[0]}"' in demo_html(FakeBot(), REPORT.id)
