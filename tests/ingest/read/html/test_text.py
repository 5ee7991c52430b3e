import pytest

from ingest.read.html.text import Line, lines_of, plain, raised
from ingest.read.html.tree import body_of, parse


def lines(html: str) -> list[Line]:
    return lines_of(body_of(parse(html)).children)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>USD&nbsp;1&#8239;200&thinsp;m", "USD 1 200 m"),
        ("<p>mar&shy;ket&#8203;s", "markets"),
        ("<p>One<b>Two</b>three", "OneTwothree"),
        ("<p><span>Base year</span><span>2024</span>", "Base year 2024"),
        ("<p><font>Reve</font><font>nue</font>", "Revenue"),
        ("<p>H<sub>2</sub>O and CO<sub>2</sub>", "H2O and CO2"),
        ("<p>x<svg><text>no</text></svg><math><mi>no</mi></math>y", "xy"),
        ("<p>Caf&eacute; &amp; Co.", "Café & Co."),
    ],
)
def test_text_reads_as_it_is_seen(html: str, text: str) -> None:
    assert [line.text for line in lines(html)] == [text]


def test_breaks_end_lines_and_two_of_them_leave_a_gap() -> None:
    assert lines("<p><b>One</b><br>two<br><br>three") == [Line("One", True), Line("two"), Line("three", False, True)]


@pytest.mark.parametrize(
    ("before", "mark", "written"),
    [
        ("revenue of 123", "a", ""),
        ("revenue of 123", "1", ""),
        ("5.2%", "2", ""),
        ("Germany", "1", "[1]"),
        ("Germany", "(2)", "[2]"),
        ("Germany", "*", "[*]"),
        ("96 m", "2", "²"),
        ("the 2", "nd", "nd"),
        ("3 × 10", "6", "^6"),
        ("up by 10", "6", ""),
        ("Kite", "®", "®"),
    ],
)
def test_a_superscript_is_an_exponent_an_ordinal_or_a_footnote(before: str, mark: str, written: str) -> None:
    assert raised(before, mark) == written


def test_joiners_stay_in_the_scripts_that_need_them() -> None:
    assert plain("می\u200cشود") == "می\u200cشود" and plain("a\u200cb") == "ab"
