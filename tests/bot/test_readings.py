"""Texts as a reader sees them."""

from bot.claims import market_frame
from bot.readings import cleaned, folded, periods_in, places_in, sentence_spans, stems_in
from ingest.domain import Period


def test_what_cannot_be_seen_is_gone_and_digits_of_any_script_are_digits() -> None:
    assert cleaned("USD\u00a01\u200b2\u00ad3\u2060 \u202e4") == "USD 123 4"
    assert cleaned("١٣ １３ १३") == "13 13 13"
    assert cleaned(" a \n\t b ") == "a b"
    assert cleaned("12⁴ ½") == "12⁴ ½"


def test_verbatim_is_compared_without_case_and_kinds_of_quotes() -> None:
    assert folded("“Don’t”, he said — co‑op") == '"don\'t", he said — co-op'


def test_times_places_words_and_sentences_are_found() -> None:
    text = "Europe grew from 2024 to 2026. Japan’s widgets followed."
    assert periods_in(text, market_frame(("Widget Market",))) == {Period(2024, 2026, "span")}
    assert places_in(text) == {"Europe", "Japan"}
    assert "widget" in stems_in(text)
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "Europe grew from 2024 to 2026.",
        "Japan’s widgets followed.",
    ]
