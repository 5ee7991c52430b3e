"""The lines for askers in other languages."""

from bot.routing.compose import stated
from bot.tongues.hear import hear
from bot.tongues.pieces import known_by
from bot.tongues.told import no_question, not_read, told
from ingest.domain import Contact

NOTHING = known_by(frozenset())


def test_an_answer_says_in_one_line_that_it_is_english_and_how_the_question_was_read() -> None:
    heard = hear("Wie groß ist der Markt 2025?", lambda: NOTHING)
    assert heard is not None
    answer = told(stated("It was USD 2 billion."), heard)
    first, line = answer.text.split("\n\n")
    assert first == "It was USD 2 billion."
    assert line.startswith("Die Antwort ist auf Englisch") and "“What is the market size in 2025?”" in line


def test_what_could_not_be_read_is_named_and_declined_in_both_languages() -> None:
    heard = hear("Wie teuer sind Quarkspeisen?", lambda: NOTHING)
    assert heard is not None
    answer = not_read(heard, ("How big is it?",), Contact("Ann Example"))
    assert (answer.status, answer.reason) == ("declined", "unclear")
    assert "“Quarkspeisen”" in answer.text and "auf Englisch" in answer.text and "Ann Example" in answer.text
    assert answer.suggestions == ("How big is it?",)


def test_an_order_is_declined_in_a_plain_sentence() -> None:
    answer = no_question(())
    assert (answer.status, answer.reason) == ("declined", "out_of_scope")
