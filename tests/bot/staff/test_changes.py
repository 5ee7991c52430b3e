"""What is different between two versions, figure by figure."""

from dataclasses import replace

from bot.staff.changes import SHOWN, changes
from ingest.pipeline import reading_of
from ingest.versions import Reading
from tests.bot.sources import report_of

TEXT = (
    "The kite market was valued at USD {} billion in 2025. Stunt kites were worth USD 1.1 billion in 2025. "
    "The market is expected to grow at a CAGR of {}% from 2026 to 2030."
)


def reading(text: str) -> Reading:
    return reading_of(replace(report_of(text, "Kite Market"), id="kites"))


def test_a_version_is_like_itself() -> None:
    one = reading(TEXT.format("2.5", "4.1"))
    found = changes(one, one)
    assert (found.added, found.changed, found.gone, found.figures) == (0, 0, 0, ())
    assert found.same == len(one.quantities) > 0


def test_a_figure_that_changed_is_told_with_both() -> None:
    found = changes(reading(TEXT.format("2.5", "4.1")), reading(TEXT.format("2.7", "4.1")))
    (change,) = found.figures
    assert (found.added, found.changed, found.gone) == (0, 1, 0)
    assert (change.sort, change.before, change.after) == ("changed", "USD 2.5 billion", "USD 2.7 billion")
    assert "2025" in change.said and change.where


def test_the_same_amount_in_other_words_is_the_same() -> None:
    found = changes(reading(TEXT.format("2.5", "4.1")), reading(TEXT.format("2.50", "4.1")))
    assert found.changed == 0


def test_figures_that_are_new_and_gone_are_told() -> None:
    more = TEXT + " In 2019 the kite market was valued at USD 1.9 billion."
    shorter, longer = reading(TEXT.format("2.5", "4.1")), reading(more.format("2.5", "4.1"))
    there, back = changes(shorter, longer), changes(longer, shorter)
    assert (there.added, there.changed, there.gone) == (1, 0, 0)
    assert (back.added, back.changed, back.gone) == (0, 0, 1)
    assert there.figures[0].after == back.figures[0].before == "USD 1.9 billion"
    assert there.figures[0].before is None and back.figures[0].after is None


def test_very_many_are_counted_and_some_told() -> None:
    one = reading(TEXT.format("2.5", "4.1"))
    many = replace(one, quantities=one.quantities * (2 * SHOWN))
    found = changes(one, many)
    assert found.added == len(many.quantities) - len(one.quantities) > SHOWN == len(found.figures)
