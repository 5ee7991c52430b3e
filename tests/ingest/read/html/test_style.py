import pytest

from ingest.read.html.style import class_rules, declarations, hides, indentation, is_bold, is_raised


@pytest.mark.parametrize(
    ("style", "pixels"),
    [
        ("padding-left:12pt", 16),
        ("margin-left: 1em; text-indent: -1em", 0),
        ("padding:2px 1px 2px 13px", 13),
        ("padding:2px 7px", 7),
        ("padding:5px", 5),
        ("padding-left:10%", 0),
        ("mso-char-indent-count:2; padding-left:9px", 32),
        ("text-indent:", 0),
    ],
)
def test_indentation_is_counted_in_pixels(style: str, pixels: float) -> None:
    assert indentation(declarations(style), "") == pixels


def test_a_class_may_name_a_step_of_indentation() -> None:
    assert indentation({}, "row-level2") == 32 and indentation({}, "row") == 0


def test_a_style_sheet_tells_of_single_classes() -> None:
    rules = class_rules(
        "td.xl66, .deep{padding-left:12px;color:red}\n.a .b{margin:1px} @media print{.c{font-weight:700}}"
    )
    assert rules == {"xl66": {"padding-left": "12px"}, "deep": {"padding-left": "12px"}, "c": {"font-weight": "700"}}


def test_weight_height_and_sight() -> None:
    assert is_bold({"font-weight": "700"}) and is_bold({"font-weight": "400"}) is False and is_bold({}) is None
    assert is_raised({"vertical-align": "super"}) and is_raised({"position": "relative", "top": "-3pt"})
    assert hides(declarations("DISPLAY: none !important")) and not hides({"display": "block"})
