"""The person to ask, and what the report says of its own sale."""

from dataclasses import replace

import pytest

from bot.answerers.contact import contact, front_evidence
from bot.book import Book
from bot.evidence import Paragraph
from bot.retrieve import Found
from bot.understand import understand
from ingest.domain import Contact, Section
from tests.bot.beehives import answer, beehives, kinds_of
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much does the report cost?", "USD 3,450"),
        ("In what format is it delivered?", "PDF"),
        ("How soon will I receive the report?", "within two working days"),
        ("Who can I contact?", "Ines Varga"),
        ("email", "ines.varga@meadow.example"),
        ("Where can I buy this report?", "Ines Varga"),
    ],
)
def test_what_is_known_is_said_and_the_person_is_named(question: str, said: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert said in verified.text
    assert "handoff" in kinds_of(verified.blocks)


def test_a_way_to_reach_the_person_that_is_not_there_is_not_made_up() -> None:
    verified = answer("What is the phone number of Ines Varga?")
    assert verified.status == "declined"
    assert "no phone number" in verified.text


def test_front_matter_is_cited_verbatim() -> None:
    evidence = front_evidence(beehives())
    assert evidence.quote in beehives().front_matter
    assert evidence.passage == "beehives:front"


def said(question: str, book: Book) -> str:
    """What is proposed, in one line."""
    draft = contact(Found(understand(question, book), book))
    assert draft
    return " ".join(s.text for block in draft.blocks if isinstance(block, Paragraph) for s in block.sentences)


def test_what_the_report_says_of_its_sale_comes_first_with_its_place_and_the_person_after() -> None:
    told = answer("How much does the report cost?")
    assert [block.type for block in told.blocks] == ["paragraph", "handoff"]
    assert [citation.quote for citation in told.citations] == ["A single-user licence of the report costs USD 3,450."]


@pytest.mark.parametrize(
    "text",
    [
        "A licence costs makers USD 400. The licences are sold by the state.",
        "The average price of a study in this market is USD 9,000.",
        "The report says that a licence costs USD 400.",
        "Delivery of a licence takes 12 weeks and costs USD 90 in 2024.",
    ],
)
def test_a_price_of_the_market_is_never_told_as_the_report_s(text: str) -> None:
    book = book_of(text)
    for question in ("How much does the report cost?", "What is the price of a licence for the report?"):
        assert not any(char.isdigit() for char in said(question, book))


@pytest.mark.parametrize("heading", ["Licence options", "Buy this report", "Purchase options"])
def test_prices_under_a_heading_of_sale_are_the_report_s(heading: str) -> None:
    prices = "One desk USD 4,350; five desks (a team) USD 6,200."
    book = book_of("None.", sections=(Section((heading,), prices, "r.md", 1),))
    assert said("How much does the report cost?", book) == prices
    other = book_of("None.", sections=(Section(("Pricing and subscription models",), prices, "r.md", 1),))
    assert not any(char.isdigit() for char in said("How much does the report cost?", other))


def test_where_the_report_names_nobody_that_is_said() -> None:
    assert said("Can I talk to someone?", book_of("None.")) == "The report does not name a person to ask."


@pytest.mark.parametrize("question", ["Can someone call me back?", "Please book a call", "e-mail me a quote please"])
def test_who_wants_to_be_reached_is_not_told_what_the_contact_lacks(question: str) -> None:
    book = book_of("None.")
    named = replace(book, report=replace(book.report, contact=Contact("Ines Varga")))
    assert said(question, named) == "Please ask the contact named in the report."


def test_whom_the_text_names_is_told_where_the_report_has_no_contact_or_one_that_lacks_what_is_asked() -> None:
    book = book_of("Sales are slow. Press enquiries: call Ann Lee on +44 20 7946 0217. Orders: shop@lee.example.")
    assert said("Whom can I call?", book).startswith("Press enquiries: call Ann Lee on +44 20 7946 0217.")
    named = replace(book, report=replace(book.report, contact=Contact("Orders", email="shop@lee.example")))
    assert said("What is your phone number?", named) == "Press enquiries: call Ann Lee on +44 20 7946 0217."
    assert said("Who is the press contact?", named) == "Press enquiries: call Ann Lee on +44 20 7946 0217."
    assert said("Can I talk to someone?", named) == "Please ask the contact named in the report."


def test_what_is_asked_for_is_told_and_not_what_is_merely_got_too() -> None:
    book = book_of(
        "You get the report as a PDF by e-mail within two days. A free sample of 12 pages is sent on request."
    )
    assert said("How can I get a sample?", book) == "A free sample of 12 pages is sent on request."
    assert said("How soon do I get the report?", book).startswith("You get the report as a PDF")


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Do you offer a discount for universities?", "declined"),
        ("Does the licence allow us to store it on our intranet?", "declined"),
        ("Can I get a quote for five users?", "answered"),
        ("I'd like to buy a copy", "answered"),
    ],
)
def test_a_fact_that_the_report_does_not_say_is_declined_and_a_wish_is_not(question: str, status: str) -> None:
    told = answer(question)
    assert (told.status, kinds_of(told.blocks)) == (status, {"paragraph", "handoff"})
