"""What the parts of a question say in English."""

import pytest

from bot.tongues.glossary import languages
from bot.tongues.pieces import known_by, taken_apart

KNOWN = known_by(frozenset("teleradiology telemetry philips es soy".split()))


def roles(code: str, text: str) -> list[tuple[str, str]]:
    language = next(each for each in languages() if each.code == code)
    return [(piece.english, piece.role) for piece in taken_apart(text, language, KNOWN) if piece.english]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("de", "Marktanteil von Philips", [("market share", "measure"), ("of", "small"), ("Philips", "name")]),
        ("de", "Teleradiologiemarktes", [("teleradiology", "name"), ("market", "market")]),
        ("de", "Telemetrie", [("telemetry", "name")]),
        ("de", "Quarkspeisen", [("Quarkspeisen", "unknown")]),
        ("fr", "Q3 2025, FY2026", [("Q3", "time"), ("2025", "year"), ("FY2026", "year")]),
        ("es", "precio de ES", [("price", "measure"), ("of", "small"), ("ES", "name")]),
        ("zh", "远程市场2030年", [("远程", "unknown"), ("market", "market"), ("2030", "year")]),
        ("zh", "Philips的市场份额", [("Philips", "name"), ("market share", "measure")]),
        ("de", "ohne Japan", [("not", "not read"), ("Japan", "place")]),
        ("it", "19 %", [("19", "number"), ("%", "number")]),
    ],
)  # fmt: skip
def test_each_part_is_a_phrase_a_name_or_unknown(code: str, text: str, found: list[tuple[str, str]]) -> None:
    assert roles(code, text) == found


def test_a_word_that_only_ends_alike_is_no_word_of_the_report() -> None:
    assert known_by(frozenset(["neurology"]))("urology") is None
    assert known_by(frozenset(["soy"]))("soia") is None
