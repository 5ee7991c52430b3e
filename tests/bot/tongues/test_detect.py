"""Which language a question is in."""

import pytest

from bot.tongues.detect import language_of


@pytest.mark.parametrize(
    "asked",
    [
        "How big is the market in Las Vegas?", "market size 2025", "CAGR?", "Siemens Healthineers", "revenu 2030",
        "marcket siez 2030", "Koninklijke Philips N.V. share", "hwo big is teh market", "Umicore SA", "global", "",
        "2030", "Deutschland", "Does it cover São Paulo?", "Volkswagen Financial Services revenue", "Le Creuset sales",
        "比亚迪 market share in 2024", "wat is the szie", "export import total", "Segmente",
    ],
)  # fmt: skip
def test_english_names_and_slips_are_no_other_language(asked: str) -> None:
    assert language_of(asked) is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Wie groß war der Markt 2024?", "de"), ("Umsatz 2024?", "de"), ("und 2032?", "de"), ("und in Japan?", "de"),
        ("Quelle est la taille du marché ?", "fr"), ("Part de marché de Philips ?", "fr"),
        ("¿Cuál es la tasa de crecimiento anual en Europa?", "es"), ("Qual è la quota di mercato?", "it"),
        ("Qual é o tamanho do mercado?", "pt"), ("Hoe groot is de markt?", "nl"),
        ("Wat is het aandeel van almond?", "nl"),
        ("Jaka jest wielkość rynku?", "pl"), ("Pazar büyüklüğü nedir?", "tr"), ("Каков размер рынка?", "ru"),
        ("市场规模是多少？", "zh"), ("市場規模はいくらですか？", "ja"), ("시장 규모는 얼마입니까?", "ko"),
        ("ما هو حجم السوق؟", "ar"),
        ("बाज़ार का आकार क्या है?", "hi"), ("GE HealthCare的市场份额？", "zh"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_words_or_script(asked: str, code: str) -> None:
    language = language_of(asked)
    assert language is not None and language.code == code
