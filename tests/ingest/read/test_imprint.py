from datetime import date

import pytest

from ingest.domain import Contact, Section, Table
from ingest.read.document import Metadata
from ingest.read.imprint import imprint_of, title_in


def section(text: str, heading: str = "About") -> Section:
    return Section((heading,), text, "report.md")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Kite Market size was estimated at USD 5 billion.", "Kite Market"),
        ("The global cold chain market was worth USD 5 billion.", "Global Cold Chain Market"),
        ("In 2024, the Tea and Coffee Market reached USD 5 billion.", "Tea and Coffee Market"),
        ("The market was worth USD 5 billion.", None),
        ("Kites fly.", None),
    ],
)
def test_a_title_is_taken_from_the_sentence_that_states_the_market(text: str, title: str | None) -> None:
    assert title_in([section(text)]) == title


def test_label_lines_give_publisher_date_edition_and_address() -> None:
    text = "Publisher: Windy Research\nPublished: 31 March 2025\nEdition: 3rd\nWebsite: https://windy.example/kites"
    assert imprint_of([section(text)], ()) == Metadata(
        publisher="Windy Research", published=date(2025, 3, 31), edition="3rd", url="https://windy.example/kites"
    )


def test_a_report_published_by_somebody_says_so_in_a_sentence() -> None:
    assert imprint_of([section("A study published by Windy Research in 2025.")], ()).publisher == "Windy Research"


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Contact: Ann Lee, ann@windy.example", Contact("Ann Lee", email="ann@windy.example")),
        ("Engage directly with Ann Lee, Head of Sales, to buy it.", Contact("Ann Lee", "Head of Sales")),
        ("Write to ask@windy.example", Contact("ask@windy.example", email="ask@windy.example")),
        ("Nobody is named here.", None),
    ],
)
def test_a_contact_is_a_line_an_invitation_or_a_mailbox(text: str, contact: Contact | None) -> None:
    assert imprint_of([section(text)], ()).contact == contact


def test_a_contact_section_opens_with_its_person() -> None:
    asked = section("Ann Lee, Head of Sales, is the one to ask.", "Contact")
    assert imprint_of([asked], ()).contact == Contact("Ann Lee", "Head of Sales")


def test_a_mailbox_may_stand_in_a_table() -> None:
    table = Table("", ("Attribute", "Details"), (("Mail", "ask@windy.example"),), "report.md")
    assert imprint_of((), (table,)).contact == Contact("ask@windy.example", email="ask@windy.example")
