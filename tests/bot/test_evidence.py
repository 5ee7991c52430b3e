"""Evidence: the quote is a stretch of its text."""

from bot.evidence import Draft, Evidence, Grid, Listing, Paragraph, Sentence


def test_a_quote_is_the_text_between_its_offsets() -> None:
    text = "Honey sold well. Wax did not."
    assert Evidence("hives", "Hives", "hives:s0", (), text, 17, 29).quote == "Wax did not."


def test_a_draft_cites_what_its_blocks_do() -> None:
    one, two, three = (Evidence("r", "R", str(at), (), "text", 0, 4) for at in range(3))
    listing = Listing(Sentence("Two:", (one,)), (Sentence("Item", (two,)),))
    grid = Grid("T", ("", "2024"), ((("A", "1"), (three,)),))
    assert Draft((Paragraph((Sentence("One.", (one,)),)), listing, grid)).cited == (one, one, two, three)
