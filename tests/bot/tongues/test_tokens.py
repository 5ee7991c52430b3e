"""Words of questions in any script."""

import pytest

from bot.tongues.tokens import plain, tokens


@pytest.mark.parametrize(
    ("text", "spaced", "found"),
    [
        ("Wie groß ist's 2024?", True, ["wie", "gross", "ist", "s", "2024"]),
        ("2024–2030 %", True, ["2024–2030", "%"]),
        ("बाज़ार का", True, [plain("बाज़ार"), "का"]),
        ("GE HealthCare的份额", False, ["ge", "healthcare", "的", "份", "额"]),
        ("２０３０年", False, ["2030", "年"]),
    ],
)
def test_words_numbers_and_signs_are_told_apart(text: str, spaced: bool, found: list[str]) -> None:
    assert [token.plain for token in tokens(text, spaced)] == found


@pytest.mark.parametrize(
    ("one", "same"),
    [("Größe", "grosse"), ("ŁÓDŹ", "lodz"), ("İhracat", "ihracat"), ("أكبر", "اكبر"), ("отчёт", "отчет")],
)
def test_accents_and_capitals_make_no_other_word(one: str, same: str) -> None:
    assert plain(one) == plain(same)


def test_signs_that_are_letters_of_their_own_are_kept() -> None:
    assert plain("ガ") != plain("カ")
    assert plain("की") != plain("का")
