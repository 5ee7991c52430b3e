"""Asking back which report is meant."""

from dataclasses import dataclass
from typing import cast

from bot.clarify import OFFERED, ask_back
from ingest.versions import Version


@dataclass(frozen=True)
class Titled:
    """All that asking back reads of a version."""

    title: str


def versions(*titles: str) -> list[Version]:
    return [cast(Version, Titled(title)) for title in titles]


def test_it_asks_which_report_is_meant_and_offers_their_titles() -> None:
    verified = ask_back(versions("Hives Market", "Wax Market"))
    assert verified.status == "declined" and verified.reason == "unclear"
    assert verified.text.startswith("Which report do you mean?")
    assert verified.suggestions == ("Hives Market", "Wax Market")


def test_it_offers_only_a_few_of_many() -> None:
    assert len(ask_back(versions(*"abcdefgh")).suggestions) == OFFERED
