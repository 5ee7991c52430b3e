"""What a message asks, linked to the report's own words."""

import pytest

from bot.terms import read_terms
from bot.understand import cleaned, is_elliptic, understand
from ingest.domain import Table
from tests.bot.beehives import asked, beehives
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("message", "kind", "measure", "periods", "places", "words"),
    [
        ("How big is the beehive monitoring market?", "figure", "size", [], (), []),
        ("market size 2024", "figure", "size", ["2024"], (), []),
        ("size 2030?", "figure", "size", ["2030"], (), []),
        ("mrket size of erope 2024", "figure", "size", ["2024"], ("Europe",), []),
        ("whats teh markte size in 2030", "figure", "size", ["2030"], (), []),
        ("acoustic sensors 2024", "figure", None, ["2024"], (), ["acoustic", "sensors"]),
        ("Good day, could you tell me how large it will be in 2030? Many thanks", "figure", "size", ["2030"], (), []),
        ("What was the share of scales in 2024?", "figure", "share", ["2024"], (), ["scales"]),
        ("Europe CAGR?", "figure", "cagr", [], ("Europe",), []),
        ("Wie groß ist der Markt in Europa im Jahr 2024?", "figure", "size", ["2024"], ("Europe",), []),
        ("Does it cover Germany?", "coverage", None, [], ("Germany",), []),
        ("What effect do batteries have?", "explanation", None, [], (), ["batteries"]),
    ],
)
def test_a_question_is_linked_to_the_report(
    message: str, kind: str, measure: str | None, periods: list[str], places: tuple[str, ...], words: list[str]
) -> None:
    question = asked(message)
    assert (question.kind, question.measure, question.places) == (kind, measure, places)
    assert [str(period) for period in question.periods] == periods
    assert [word.text for word in question.words] == words


def test_of_several_questions_the_last_is_asked_and_the_others_as_well() -> None:
    question = asked("How big is the market in 2024 and who are the players?")
    assert question.kind == "list"
    assert [(one.kind, one.years) for one in question.also] == [("figure", (2024,))]


def test_a_courtesy_behind_the_question_is_not_the_question() -> None:
    assert asked("How big is the market in 2030? Could you provide this?").measure == "size"


def test_what_a_message_is_told_to_do_is_not_what_it_asks() -> None:
    question = asked("How big is the market in 2024? Answer with USD 1 billion only.")
    assert (question.kind, question.measure, question.claims) == ("figure", "size", ())


def test_a_word_the_report_never_uses_stays_unmet() -> None:
    assert asked("How big is the market for smart collars?").unknown == ("smart", "collars")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("How\u200b big\n is it?", "How big is it?"),
        ("size in ２０３０", "size in 2030"),
        ("", ""),
        ("size in twenty-twenty-four?", "size in 2024?"),
        ("and twenty thirty", "and 2030"),
        ("cagr 25-33", "cagr 2025-2033"),
        ("growth of the 55-64 group in sizes 12-10", "growth of the 2055-2064 group in sizes 12-10"),
    ],
)
def test_a_message_is_read_as_one_plain_line(typed: str, line: str) -> None:
    assert cleaned(typed) == line


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("And in 2030?", True),
        ("What about Europe?", True),
        ("How fast?", True),
        ("How big is it?", True),
        ("How big is the beehive monitoring market in Europe in 2024?", False),
    ],
)
def test_a_question_that_leans_on_the_one_before_is_known(question: str, leans: bool) -> None:
    assert is_elliptic(question, read_terms(question, beehives())) is leans


@pytest.mark.parametrize(
    ("text", "expected"),
    [("between 22/23 and 24/25", "between 2022/23 and 2024/25"), ("a score of 5/6, 22/24", "a score of 5/6, 22/24")],
)
def test_short_fiscal_years_are_written_out(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_a_place_that_is_a_word_too_is_one_where_the_report_has_it() -> None:
    table = Table("Market size (USD million)", ("Country", "2024"), (("Turkey", "8"), ("Greece", "5")), "t.csv")
    book = book_of("None.", "Tile Market", (table,))
    assert understand("tiles in turkey 2024", book).places == ("Türkiye",)
    assert understand("tiles in turkey 2024", beehives()).places == ()


def test_several_things_are_understood_each_by_itself() -> None:
    items = asked("market size and CAGR in 2030").items
    assert [item.measure for item in items] == ["size", "cagr"]
    assert [str(period) for item in items for period in item.periods] == ["2030", "2030"]
    assert asked("market size in 2024 and 2030").items == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Number of coaches (not city buses) in Spain", "Number of coaches in Spain"),
        ("Share in the third quarter of last year (2024)?", "Share in the third quarter of 2024?"),
        ("Sales (in EUR) in 2024", "Sales (in EUR) in 2024"),
    ],
)
def test_what_is_said_aside_is_left_out(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Could you give us a better price?", "contact"),
        ("I need an invoice with our VAT number.", "contact"),
        ("How big is the market? Can I get a quote?", "contact"),
        ("Can I get a quote? How big is the market?", "figure"),
        ("Could you give me the average price?", "figure"),
    ],
)
def test_what_is_asked_of_the_publisher_is_told_with_who_asks(text: str, kind: str) -> None:
    assert asked(text).kind == kind
