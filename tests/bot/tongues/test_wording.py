"""The English question that parts make."""

import pytest

from bot.tongues.pieces import Piece
from bot.tongues.wording import worded


def parts(*said: str) -> list[Piece]:
    """Of "english/role" each."""
    return [Piece(*each.split("/"), said=each) for each in said]


@pytest.mark.parametrize(
    ("said", "english"),
    [
        (["what/ask", "was/tense", "market size/measure", "2024/year"], "What was the market size in 2024?"),
        (["2030/year", "market size/measure", "how much/ask"], "What is the market size in 2030?"),
        (
            ["growth rate/measure", "from/small", "2025/year", "to/small", "2030/year", "Europe/place"],
            "What is the growth rate in Europe from 2025 to 2030?",
        ),
        (["share/measure", "hospitals/term", "and/small", "men/term"], "What is the share of hospitals and men?"),
        (["share/measure", "Japan/place", "and/small", "China/place"], "What is the share in Japan and China?"),
        (["which/ask", "region/list", "fastest growing/most"], "Which region is the fastest growing?"),
        (["which/ask", "regions/list", "largest/most", "share/measure"], "Which region has the largest share?"),
        (["leading/most", "companies/list"], "What are the leading companies?"),
        (["which/ask", "regions/list", "cover/cover", "report/report"], "Which regions does the report cover?"),
        (["drivers/list", "market/market"], "What are the drivers of the market?"),
        (["cover/cover", "report/report", "Italy/place"], "Does the report cover Italy?"),
        (["how many/ask", "companies/list"], "How many companies are there?"),
        (["why/ask", "are/small", "tariffs/term", "a/small", "problem/explain"], "Why are tariffs a problem?"),
        (["What is the base year?/whole", "report/report"], "What is the base year?"),
        (["revenue/measure", "first half/time", "2025/year"], "What is the revenue in the first half of 2025?"),
        (["and/small", "2032/year"], "And 2032?"),
        (["Hello!/greeting"], "Hello!"),
        (["what/ask", "is/small", "market/market", "2025/year"], "What is the market size in 2025?"),
        ([], ""),
    ],
)  # fmt: skip
def test_the_usual_questions_are_worded_as_they_are_asked_in_english(said: list[str], english: str) -> None:
    assert worded(parts(*said)) == english
