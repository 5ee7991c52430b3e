import pytest

from ingest.read.markup import html_text, is_label_line, join_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Base Year: 2024", True),
        ("Report coverage:", True),
        ("base year: 2024", False),
        ("The market grew. It fell: 3%", False),
        ("https://windy.example", False),
        ("A label of very many words that goes on and on: 3", False),
    ],
)
def test_a_label_line_is_a_short_label_a_colon_and_the_rest(text: str, expected: bool) -> None:
    assert is_label_line(text) is expected


def test_source_lines_are_joined_but_label_lines_stay() -> None:
    assert join_lines(["The market", "grew."]) == "The market grew."
    assert join_lines(["Base year: 2024", "Forecast: 2030"]) == "Base year: 2024\nForecast: 2030"
    assert join_lines(["one\vtwo"]) == "one\ntwo"


def test_html_is_reduced_to_the_lines_a_reader_sees() -> None:
    html = "<div><h2>Size</h2><p>USD&nbsp;5 <b>billion</b></p><script>bad()</script><ul><li>a</li><li>b</li></ul></div>"
    assert html_text(html) == "Size\nUSD\u00a05 billion\na\nb"
