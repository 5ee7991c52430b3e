"""What a comparing question asks of each report."""

import pytest

from bot.routing.comparing import figures_of, plainly


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Is the 2024 figure for kites larger than the report 's?", "the 2024 figure for kites?"),
        (
            "is the kite market larger than the tent market in 2025?",
            "size of the kite market and the tent market in 2025?",
        ),
        ("do kites grow faster than tents?", "growth rate of kites and tents?"),
        ("Does the report give a higher CAGR for kites than the report?", "CAGR of kites?"),
        ("which is bigger, kites or tents?", "size of kites or tents?"),
        ("which grows faster: kites or tents?", "growth rate of kites or tents?"),
        ("which of the report is higher for kites in 2024?", "size of kites in 2024?"),
        ("which of the two is larger in 2025, kites or tents?", "size of kites or tents in 2025?"),
        ("Who is more bullish on kites?", "growth rate of kites?"),
        ("how far apart are the report on kites in 2024?", "kites in 2024?"),
        ("between what the report say for kites in 2024", "kites in 2024"),
        ("What is the difference between kites and tents in 2025?", "kites and tents in 2025?"),
    ],
)
def test_the_word_that_compares_is_taken_out_and_what_is_compared_is_named(question: str, asked: str) -> None:
    assert plainly(question) == asked


@pytest.mark.parametrize(
    "question", ["who leads the kite market?", "how big were kites in 2024?", "kites vs tents, 2025"]
)
def test_what_does_not_compare_is_left_as_it_is(question: str) -> None:
    assert plainly(question) == question


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "how have the growth rate and the 2028 number",
            ("What is the growth rate?", "What is the market size in 2028?"),
        ),
        ("what market size for 2024 and growth?", ("What is the market size in 2024?", "What is the growth rate?")),
        ("growth of kites and tents", ("growth of kites and tents",)),
        ("the 2024 and the 2028 number", ("the 2024 and the 2028 number",)),
    ],
)
def test_a_rate_and_a_size_are_asked_apart(question: str, asked: tuple[str, ...]) -> None:
    assert figures_of(question) == asked
