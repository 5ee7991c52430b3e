"""What a sentence may lean on."""

from dataclasses import replace

import pytest

from bot.cited import Cited, citable, occurs
from bot.claims import market_frame
from ingest.domain import Period, Table
from tests.bot.sources import cite, cite_row

TEXT = "The widget market reached USD 12.4 billion in 2024. Hospitals held 41% in Japan."
SIZE = cite(TEXT, quote="The widget market reached USD 12.4 billion in 2024.")
ROW = cite_row(Table("Sales in 2025, USD million", ("Region", "Sales"), (("Japan", "842"),), "t.csv"), 0)


def cited(*evidence: object) -> Cited:
    return Cited(tuple(evidence), market_frame(("Widget Market",)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((0, 10), True),
        ((1, 10), False),
        ((0, TEXT.index("2.4")), False),
        ((0, TEXT.index(".4")), False),
        ((TEXT.index("12.4"), TEXT.index(" billion")), True),
        ((5, 5), False),
        ((-1, 4), False),
        ((0, len(TEXT) + 1), False),
    ],
)
def test_a_quote_cuts_no_word_or_number_in_two(bounds: tuple[int, int], expected: bool) -> None:
    assert citable(replace(SIZE, start=bounds[0], end=bounds[1])) is expected


OCCURRENCES = [
    ("5%", "It was 15%.", False),
    ("5%", "It was 5%.", True),
    ("4.2", "It was 4.25.", False),
    ("4.2", "It was 14.2.", False),
    ("4", "It was 1,400.", False),
    ("acme", "ACME Corp", True),
    ("Acme", "Acmee", False),
    ("5", "It was $5.", False),
    ("", "anything", False),
    ("don’t", "They don't.", True),
]


@pytest.mark.parametrize(("text", "within", "expected"), OCCURRENCES)
def test_a_text_stands_in_another_only_whole(text: str, within: str, expected: bool) -> None:
    assert occurs(text, within) is expected


def test_only_what_can_be_seen_in_the_quote_counts() -> None:
    whole = cite(TEXT)
    hidden = replace(whole, end=TEXT.index(" Hospitals"))
    assert [quantity.text for quantity in cited(whole).quantities] == ["USD 12.4 billion", "41%"]
    assert [quantity.text for quantity in cited(hidden).quantities] == ["USD 12.4 billion"]


def test_the_one_period_is_the_quote_s_else_that_of_the_labels() -> None:
    assert cited(SIZE).only_period == Period(2024, 2024)
    assert cited(ROW).only_period == Period(2025, 2025)
    assert cited(cite("From 2024 on, and in 2026.")).only_period is None
    assert cited(cite("No year at all.")).only_period is None


def test_labels_show_but_do_not_say() -> None:
    assert cited(ROW).shows("Sales in 2025")
    assert not cited(ROW).says("Sales in 2025")
    assert "Japan" in cited(ROW).places


def test_whole_sentences_in_a_row_are_a_quotation_and_parts_are_not() -> None:
    quote = cited(cite(TEXT))
    assert quote.is_quoted_whole("Hospitals held 41% in Japan")
    assert quote.is_quoted_whole(TEXT)
    assert not quote.is_quoted_whole("held 41% in Japan.")
    assert not quote.is_quoted_whole("Hospitals held 41% in Japan. The widget market reached USD 12.4 billion in 2024.")
