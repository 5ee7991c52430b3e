"""Asking back which report is meant, and saying which there are."""

from bot.answer import ListBlock
from bot.clarify import LISTED, ask_back, not_there, on_the_shelf
from ingest.domain import Contact


def test_it_asks_which_report_is_meant_and_offers_what_they_are_called() -> None:
    verified = ask_back(["Hives Market", "Wax Market"])
    assert verified.status == "declined" and verified.reason == "unclear"
    assert verified.text.startswith("Which report do you mean?")
    assert verified.suggestions == ("Hives Market", "Wax Market")


def test_it_lists_the_reports_of_a_library_and_of_very_many_only_some() -> None:
    assert on_the_shelf(["Hives Market"]).text == "The library has these reports:\n- Hives Market"
    (block,) = on_the_shelf(["Hives Market"] * (LISTED + 1)).blocks
    assert isinstance(block, ListBlock) and len(block.items) == LISTED
    assert block.intro.text == f"The library has these reports, {LISTED} of them:"


def test_what_is_not_there_is_handed_to_a_person() -> None:
    verified = not_there("There is no such edition.", ["Hives Market"], Contact("Ada", email="ada@example.com"))
    assert verified.status == "declined" and verified.suggestions == ("Hives Market",)
    assert verified.text == "There is no such edition.\n\nAsk Ada: ada@example.com"
    assert not_there("There is none.", [], None).text == "There is none."
