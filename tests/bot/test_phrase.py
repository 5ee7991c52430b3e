"""How quantities are said."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.cite import evidence_of
from bot.phrase import amount, as_printed, is_plural, scale_word, sentence, the, topic, verbatim, when
from ingest.domain import Period, Quantity, Table
from tests.bot.beehives import beehives
from tests.bot.books import book_of


def printed(text: str) -> Quantity:
    return next(quantity for quantity in beehives().quantities if quantity.text == text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The widget market was valued at about USD 11.87 billion in 2025.", "about USD 11.87 billion"),
        ("The widget market was valued at more than EUR 2.50 million in 2025.", "more than EUR 2.50 million"),
        ("The widget market grew by 12.0% in 2025.", "12.0%"),
        ("The report has 1,590 tables.", "1,590 tables"),
    ],
)
def test_an_amount_is_said_with_its_hedge_its_digits_and_its_unit(text: str, said: str) -> None:
    assert amount(book_of(text).quantities[0]) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("USD 468.0 million", "The Beehive Monitoring market was put at USD 468.0 million in 2024."),
        ("USD 984.8 million", "The Beehive Monitoring market is expected to reach USD 984.8 million in 2030."),
        ("176.0", "The Beehive Monitoring market in Europe was put at USD 176.0 million in 2024."),
        ("41.0%", "Scales held a share of 41.0% in 2024."),
    ],
)
def test_a_sentence_says_of_what_where_and_when(text: str, said: str) -> None:
    assert sentence(printed(text), beehives()) == said


def test_a_part_of_the_market_is_said_by_its_own_name() -> None:
    assert topic(printed("258.7"), beehives()) == "Acoustic sensors"
    assert topic(printed("USD 468.0 million"), beehives()) == "the Beehive Monitoring market"


def test_a_report_of_no_market_says_what_is_measured() -> None:
    table = Table("Results", ("USD million", "2023", "2024"), (("Revenue", "7", "8"), ("Costs", "5", "6")), "t.csv")
    book = book_of("We build on.", "Building what comes next", (table,))
    revenue = next(q for q in book.quantities if q.text == "8")
    assert sentence(revenue, book) == "Revenue was put at USD 8 million in 2024."
    assert topic(replace(revenue, measure="growth"), book) == "the total"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (None, ""),
        (Period(2024, 2024), " in 2024"),
        (Period(2024, 2030, "span"), " over 2024–2030"),
        (Period(2024, 2024, "months", 9), " in the first nine months of 2024"),
        (Period(2024, 2025, "months", 12, 6), " in the twelve months to June 2025"),
    ],
)
def test_a_time_is_said_as_a_point_or_a_stretch(period: Period | None, said: str) -> None:
    assert when(period) == said


@pytest.mark.parametrize(
    ("place", "said"), [("Japan", "Japan"), ("United States", "the United States"), ("Cyprus", "Cyprus")]
)
def test_a_place_has_its_article(place: str, said: str) -> None:
    assert the(place) == said


def test_a_scale_is_a_word() -> None:
    assert scale_word(Decimal(10) ** 9) == "billion"
    assert scale_word(Decimal(1)) == ""


@pytest.mark.parametrize(
    ("text", "line"), [("- Hobby keepers", "Hobby keepers."), ("It\ngrows.", "It grows."), ("Why?", "Why?")]
)
def test_a_quote_is_one_line_with_a_full_stop(text: str, line: str) -> None:
    assert verbatim(text) == line


def test_a_cell_is_said_under_its_table_s_own_words() -> None:
    staff = Table("Makers", ("Maker", "Staff, 2024"), (("Apiscan", "390"), ("Broodline", "410")), "makers.csv")
    book = book_of("None.", tables=(staff,))
    quantity = next(q for q in book.quantities if q.text == "390")
    assert as_printed(quantity, evidence_of(book, quantity)) == "Makers: Apiscan, Staff, 2024: 390."


def test_the_steps_of_a_column_are_told_one_after_the_other() -> None:
    table = Table(
        "Makers", ("Maker", "At June 30, > 2024", "At June 30, > 2023"), (("Apiscan", "390", "1"),), "makers.csv"
    )
    book = book_of("None.", tables=(table,))
    quantity = next(q for q in book.quantities if q.text == "390")
    assert as_printed(quantity, evidence_of(book, quantity)) == "Makers: Apiscan, At June 30, 2024: 390."


def test_a_caption_of_several_sentences_is_said_by_its_last() -> None:
    title = "All values are estimates. Sales by Maker, Worldwide (Millions of U.S. Dollars)"
    table = Table(title, ("Maker", "2024"), (("Apiscan", "390"), ("Broodline", "410")), "makers.csv")
    book = book_of("None.", tables=(table,))
    quantity = next(q for q in book.quantities if q.text == "390")
    said = as_printed(quantity, evidence_of(book, quantity))
    assert said == "Sales by Maker, Worldwide (Millions of U.S. Dollars): Apiscan, 2024: USD 390 million."


SIZES = Table("Market size", ("Year", "USD billion"), (("2024", "10"), ("2025", "11"), ("2032", "20")), "sizes.csv")
BASED = "The base year is 2025. The tidal market grows at a CAGR of 8.9% from 2025 to 2032."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("11", "The Tidal market was put at USD 11 billion in 2025."),
        ("20", "The Tidal market is put at USD 20 billion in 2032."),
    ],
)
def test_what_is_later_than_the_base_year_is_not_told_as_if_it_had_come(text: str, said: str) -> None:
    book = book_of(BASED, "Tidal Market", (SIZES,))
    quantity = next(q for q in book.quantities if q.text == text)
    assert sentence(quantity, book, book.until) == said


def test_a_share_and_a_growth_of_a_year_to_come_are_told_in_the_present() -> None:
    share = printed("41.0%")
    assert sentence(share, beehives(), 2023) == "Scales hold a share of 41.0% in 2024."
    assert sentence(replace(share, measure="growth", label=""), beehives(), 2023) == "Scales grow by 41.0% in 2024."


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("Premiums in Germany", True),
        ("Acoustic sensors", True),
        ("Net sales of Tools", True),
        ("Glass", False),
        ("Natural gas", False),
        ("Electronics", False),
        ("the Sensors market in the United States", False),
        ("revenue of Hospitals", False),
    ],
)
def test_many_things_take_another_verb_than_one(phrase: str, plural: bool) -> None:
    assert is_plural(phrase) is plural


def test_many_things_are_said_in_the_plural() -> None:
    table = Table(
        "Countries", ("Country", "Premiums 2024 (EUR million)"), (("Germany", "702"), ("Italy", "118")), "c.csv"
    )
    book = book_of("None.", "Cover", (table,))
    quantity = next(q for q in book.quantities if q.text == "702")
    assert sentence(quantity, book, 2024) == "Premiums in Germany were put at EUR 702 million in 2024."
    foreseen = replace(quantity, forecast=True)
    assert sentence(foreseen, book, 2024) == "Premiums in Germany are expected to reach EUR 702 million in 2024."
