import pytest

from ingest.domain import Contact
from ingest.read.contacts import contact_in, mailbox_in, person_in


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann Lee", Contact("Ann Lee")),
        ("Ann Lee, Head of Sales", Contact("Ann Lee", "Head of Sales")),
        ("Ann Lee, ann@windy.example", Contact("Ann Lee", email="ann@windy.example")),
        (
            "Ann Lee, Head of Sales, ann@windy.example, +1 555 010 0199",
            Contact("Ann Lee", "Head of Sales", "ann@windy.example", "+1 555 010 0199"),
        ),
        ("sales@windy.example", Contact("sales@windy.example", email="sales@windy.example")),
        (
            "Ann Lee – https://windy.example/ask",
            Contact("Ann Lee", url="https://windy.example/ask"),
        ),
        ("+1 555 010 0199", None),
    ],
)
def test_a_contact_line_gives_name_role_and_channels(line: str, expected: Contact | None) -> None:
    assert contact_in(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I invite you to engage directly with Ann Lee, Associate Director of Sales & Marketing, to learn more.",
            Contact("Ann Lee", "Associate Director of Sales & Marketing"),
        ),
        (
            "Please contact Dr. Jan van Dyk, our Principal Analyst (jan@windy.example).",
            Contact("Dr. Jan van Dyk", "Principal Analyst", "jan@windy.example"),
        ),
        ("Contact Windy Ltd, Toronto, for details.", None),
        ("The market grew, Ann Lee, Head of Sales, said.", None),
    ],
)
def test_an_invitation_names_a_person_with_a_post(text: str, expected: Contact | None) -> None:
    assert person_in(text) == expected


def test_a_contact_section_may_open_with_its_person() -> None:
    text = "Ann Lee, Head of Sales, is the person to ask."
    assert person_in(text) is None
    assert person_in(text, introduced=True) == Contact("Ann Lee", "Head of Sales")


def test_a_mailbox_goes_by_its_owners_name() -> None:
    texts = ["no address", "write to ask@windy.example."]
    assert mailbox_in(texts, "Windy") == Contact("Windy", email="ask@windy.example")
    assert mailbox_in(texts, None) == Contact("ask@windy.example", email="ask@windy.example")
    assert mailbox_in(["none"], "Windy") is None


def test_a_text_without_blanks_is_looked_through_once() -> None:
    assert mailbox_in(["x" * 2_000_000], "Windy") is None  # took hours when each of its ends was tried from each start
