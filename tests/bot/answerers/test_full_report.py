"""A public reader is pointed to the licensed parts whose names have what was asked, and to no others."""

from dataclasses import replace

import pytest

from bot.answerers.full_report import in_full_report, is_list_of_other, of_public, pointed
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Listing, Paragraph, Sentence
from bot.understand import understand
from bot.verify import verify
from ingest.access import with_access
from ingest.domain import Report, Rules, Section, Span, Table
from ingest.public import public_reading
from ingest.versions import Version

SECTIONS = (
    Section((), "The kite market was USD 4.2 billion in 2024 and will be USD 6.9 billion in 2030.", "r.md"),
    Section(("Competitive landscape",), "Acme holds 41.7%.", "r.md"),
    Section(("Competitive landscape", "Profiles of vendors"), "Acme makes kites.", "r.md"),
    Section(("Price trends",), "A kite costs USD 12.5.", "r.md"),
    Section(("Asia by country",), "Japan: USD 1.9 billion.", "r.md"),
)
TABLES = (
    Table("Market size by country, 2024-2030", ("Country", "2024"), (("Germany", "731"),), "country.csv"),
    Table("Market size by type of kite", ("Type", "2024"), (("Box kites", "12"),), "type.csv"),
    Table("Top 3 vendors hold 77.1%", ("Vendor", "Share"), (("Acme", "41.7%"),), "top.csv"),
)
LICENSED = ("Competitive landscape", "Price trends", "Asia by country", "country.csv", "type.csv", "top.csv")


def book_of(report: Report, whole: bool = False, licensed: tuple[str, ...] = LICENSED) -> Book:
    read = with_access(report, Rules(licensed=licensed))
    public = public_reading(read)
    assert public is not None
    version = Version("kites", 1, "k", "d", "", "", 0, "Kite Market", whole=whole)
    return Book(read if whole else public.report, public.passages, public.quantities, public.lists, version)


BOOK = book_of(Report("kites", "Kite Market", "d", SECTIONS, TABLES))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("market size by country", "The full report has this: table “Market size by country, 2024-2030”."),
        ("How big is the market in Germany?", "The full report has: table “Market size by country, 2024-2030”."),
        ("how big in germany in 2027", "The full report has: table “Market size by country, 2024-2030”."),
        ("How big is the market in Germany in 2040?", None),
        ("How big is the market in Japan?", "The full report has: section “Asia by country”, table “Market size by"),
        ("market share of Acme", "The full report has: section “Competitive landscape”."),
        ("What share does Blue Sky hold?", "The full report has: section “Competitive landscape”."),
        ("Who are the key players?", "The full report has this: section “Competitive landscape”."),
        ("list the vendors", "The full report has this: section “Competitive landscape”."),
        ("What is the size of box kites?", "The full report has: table “Market size by type of kite”."),
        ("What are the price trends?", "The full report has this: section “Price trends”."),
        ("What does a kite cost in 2024?", "The full report has: section “Price trends”."),
        ("Who is the mayor of Paris?", None),
        ("What holds the market back?", None),
        ("How big is the whale market?", None),
        ("What is the weather like?", None),
    ],
)
def test_parts_are_named_that_have_what_was_asked(question: str, said: str | None) -> None:
    sentence = in_full_report(understand(question, BOOK), BOOK)
    assert (sentence is None) if said is None else (sentence is not None and sentence.text.startswith(said)), sentence


TURBINES = book_of(
    Report(
        "kites",
        "Kite Market",
        "d",
        (
            Section(("Scope",), "It speaks of vendors, of wind and of schools.", "r.md"),
            Section(("Outlook", "Western Europe"), "France: 3.", "r.md"),
            Section(("Outlook", "Asia"), "Japan: 4.", "r.md"),
            Section(("6. Schools",), "Nine schools fly kites.", "r.md"),
        ),
        (Table("Shipments by port", ("Port", "2024"), (("Rotterdam", "12"),), "ports.csv"),),
    ),
    licensed=("Outlook", "6. Schools", "ports.csv"),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How big is the market in France?", "The full report has: section “Western Europe”."),
        ("How big is the market in Vietnam?", "The full report has: section “Asia”."),
        ("How big is the market in Poland?", None),
        ("How many kites were shipped to Rotterdam in 2025?", "The full report has: table “Shipments by port”."),
        ("What is the market share in Rotterdam?", None),
        ("What does the report say about schools?", "The full report has this: section “Schools”."),
    ],
)
def test_parts_of_wider_places_and_of_what_is_counted_are_named(question: str, said: str | None) -> None:
    sentence = in_full_report(understand(question, TURBINES), TURBINES)
    assert (sentence.text if sentence else None) == said


def test_an_announcement_is_no_whole_answer_where_a_licensed_part_is_of_the_matter() -> None:
    question = understand("What does the report say about schools?", TURBINES)
    announced = Paragraph((Sentence("It speaks of schools.", (evidence_at(TURBINES, Span(0, 0, 45)),)),))
    told = pointed(Draft((announced,), answerer="extract"), question, TURBINES)
    assert told.partial and "section “Schools”" in verify(told).text
    other = understand("What does the report say about wind?", TURBINES)
    assert not pointed(Draft((announced,), answerer="extract"), other, TURBINES).partial


def test_what_it_says_stands_up_to_verification_by_what_it_cites() -> None:
    question = "How big is the market in Germany?"
    sentence = in_full_report(understand(question, BOOK), BOOK)
    assert sentence is not None
    declined = Draft((Paragraph((sentence,)),), reason="not_published", speaks=False)
    assert verify(declined, question).text == f"{sentence.text[:-1]} [1]."
    invented = replace(sentence, text=sentence.text.replace("2030", "2031"))
    assert "2031" not in verify(replace(declined, blocks=(Paragraph((invented,)),)), question).text


@pytest.mark.parametrize(
    ("question", "label", "items", "expected"),
    [
        ("Who are the key players?", "The study has these chapters:", ("Preface", "Method"), True),
        ("Who are the key players?", "The vendors are:", ("Acme", "Bolt"), False),
        ("list the countries", "It covers:", ("Germany", "France"), False),
        ("Which chapters does it have?", "It has:", ("Preface", "Method"), False),
    ],
)
def test_a_list_of_something_else_is_no_answer_where_a_licensed_part_is(
    question: str, label: str, items: tuple[str, ...], expected: bool
) -> None:
    draft = Draft((Listing(Sentence(label), tuple(map(Sentence, items))),), answerer="list")
    assert is_list_of_other(draft, understand(question, BOOK), BOOK) is expected
    whole = book_of(Report("kites", "Kite Market", "d", SECTIONS, TABLES), whole=True)
    assert not is_list_of_other(draft, understand(question, whole), whole)


def test_nothing_is_named_to_those_who_read_the_whole() -> None:
    whole = book_of(Report("kites", "Kite Market", "d", SECTIONS, TABLES), whole=True)
    assert in_full_report(understand("market size by country", whole), whole) is None


def test_what_is_missing_is_said_to_be_missing_in_public() -> None:
    draft = Draft(
        (
            Paragraph(
                (
                    Sentence("I found no market size in Germany in the report."),
                    Sentence("The report does not speak of Japan."),
                    Sentence("It gives one for 2024."),
                )
            ),
        )
    )
    (block,) = of_public(draft, BOOK).blocks
    assert isinstance(block, Paragraph)
    assert [sentence.text for sentence in block.sentences] == [
        "I found no market size in Germany in the public part of the report.",
        "The public part of the report does not speak of Japan.",
        "It gives one for 2024.",
    ]
