import pytest

from ingest.enumeration import enumerations, separated


def lists(sentence: str) -> list[tuple[str, list[str], bool]]:
    return [
        (found.label, [sentence[start:end] for start, end in found.items], found.complete)
        for found in enumerations(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "label", "items", "complete"),
    [
        (
            "Key players in the market include Windy, Himmel AG, and Kitewerk GmbH.",
            "Key players in the market", ["Windy", "Himmel AG", "Kitewerk GmbH"], True,
        ),
        (
            "Players such as ONRAD, Inc., StatRad, LLC and Medica Group plc lead.",
            "Players", ["ONRAD, Inc.", "StatRad, LLC", "Medica Group plc"], False,
        ),
        (
            "The market is segmented into box kites, delta kites, and others.",
            "The market is segmented", ["box kites", "delta kites", "others"], True,
        ),
        ("The market is divided into box and delta kites.", "The market is divided", ["box", "delta kites"], True),
        (
            "The report covers the U.S., Canada, Mexico, and the Middle East and Africa.",
            "The report", ["U.S.", "Canada", "Mexico", "Middle East and Africa"], True,
        ),
        (
            "Windy, Himmel and Kitewerk are the leading companies.",
            "the leading companies", ["Windy", "Himmel", "Kitewerk"], True,
        ),
        ("Segments covered: Type, Region, End Use", "Segments covered", ["Type", "Region", "End Use"], True),
        (
            "Key players include Windy, Himmel, and Kitewerk, among others.",
            "Key players", ["Windy", "Himmel", "Kitewerk"], False,
        ),
        (
            "The maps cover the Americas, EMEA, and Asia-Pacific markets.",
            "The maps", ["Americas", "EMEA", "Asia-Pacific"], True,
        ),
    ],
)  # fmt: skip
def test_a_sentence_spells_out_its_list(sentence: str, label: str, items: list[str], complete: bool) -> None:
    assert lists(sentence) == [(label, items, complete)]


def test_brackets_behind_words_hold_a_list_of_their_own() -> None:
    assert lists("The market is segmented by type (box, delta) and by use (sport, leisure, and research).") == [
        ("The market is segmented by type", ["box", "delta"], True),
        ("by use", ["sport", "leisure", "research"], True),
    ]


def test_lists_apart_by_semicolons_each_have_a_label() -> None:
    assert lists("By type: box, delta; by use: sport, leisure") == [
        ("By type", ["box", "delta"], True),
        ("by use", ["sport", "leisure"], True),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The market grew in 2024, fell in 2025, and will grow in 2026.",
        "Growth is driven by demand, which is rising, and by prices.",
        "Costs are high, rising and a burden.",
        "Europe held 30%, 20%, and 10% in 2022, 2023, and 2024.",
        "The market (USD 5 billion, 2024) is large.",
        "Prices include tax.",
        "",
    ],
)
def test_prose_and_figures_are_no_list(sentence: str) -> None:
    assert lists(sentence) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("U.S., Canada, Mexico", ["U.S.", "Canada", "Mexico"]),
        ("Windy, Inc.; Himmel AG; Kitewerk GmbH", ["Windy, Inc.", "Himmel AG", "Kitewerk GmbH"]),
        ("Hardware, software and services", ["Hardware", "software", "services"]),
        ("Europe", []),
        ("5, 6, 7", []),
    ],
)
def test_a_cell_may_be_nothing_but_a_list(text: str, items: list[str]) -> None:
    assert [text[start:end] for start, end in separated(text)] == items
