"""Evidence: the quote is a stretch of its text."""

from bot.evidence import Evidence


def test_a_quote_is_the_text_between_its_offsets() -> None:
    text = "Honey sold well. Wax did not."
    assert Evidence("hives", "Hives", "hives:s0", (), text, 17, 29).quote == "Wax did not."
