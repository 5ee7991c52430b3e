"""Words for one thing in labels and questions."""

import pytest

from bot.items import stems_of


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Net cash provided by operating activities", "operating cash flow"),
        ("Net cash (used in) / provided by financing activities", "financing cash flow"),
        ("Net cash used in investing activities", "cash spent on investing"),
        ("Employee benefits expense", "staff costs"),
        ("Comparable restaurant sales", "same-store sales"),
        ("Net debt to adjusted EBITDA", "leverage multiple"),
        ("Constant currency", "constant exchange rates"),
        ("Dollar-based net retention rate", "net revenue retention rate"),
        ("Average number of colleagues", "average number of staff"),
        ('32" and above', "32 inch or larger"),
        ("Less than 1 Year", "less than one year"),
        ("R12", "over the last twelve months"),
        ("Segment assets", "segment asset base"),
    ],
)
def test_labels_and_questions_have_one_set_of_stems(label: str, said: str) -> None:
    assert stems_of(label) == stems_of(said)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inventory turnover", "inventory revenue"),
        ("Operating cash flow", "investing cash flow"),
        ("Leverage ratio", "net debt to EBITDA"),
    ],
)
def test_others_have_not(one: str, other: str) -> None:
    assert stems_of(one) != stems_of(other)
