import pytest

from ingest.read.superscript import raised


@pytest.mark.parametrize(
    ("text", "shown"), [("1", "¹"), ("1, 2", "¹²"), ("-3", "⁻³"), ("th", "th"), ("*", "*"), ("c", "ᶜ"), ("e", "e")]
)
def test_raised_digits_are_kept_apart_from_numbers(text: str, shown: str) -> None:
    assert raised(text) == shown
