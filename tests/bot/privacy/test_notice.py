"""The privacy page says what is so, in each of its languages."""

import re

import pytest

from bot.privacy.notice import LANGUAGES, language_asked, notice_of, texts
from bot.settings import BotSettings


def said(language: str, **settings: object) -> str:
    return notice_of(BotSettings.model_validate(settings), language).model_dump_json()


def test_every_language_says_the_same_things() -> None:
    for language in LANGUAGES:
        own = texts(language)
        assert own.keys() == texts("en").keys()
        assert all(text.strip() for text in own.values())
        marks = {name: text.count("{}") for name, text in own.items()}
        assert marks == {name: text.count("{}") for name, text in texts("en").items()}
        assert language == "en" or not {n for n, text in own.items() if text == texts("en")[n] and len(text) > 8}


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_long_is_that_of_the_settings(language: str) -> None:
    kept = notice_of(BotSettings(keep_conversations_days=30, keep_leads_days=0), language).kept
    assert "30" in kept[0].how_long and "30" in kept[1].how_long
    assert kept[2].how_long == texts(language)["until_deleted"]
    assert notice_of(BotSettings(keep_leads_days=1), language).kept[2].how_long == texts(language)["day"]


def test_what_is_passed_on_is_said_where_it_is() -> None:
    plain = said("en")
    assert "language model" not in plain and "publisher’s own systems" not in plain
    assert "log has no questions" in plain
    assert "(openai)" in said("en", model="openai:x") and "openai:x" not in said("en", model="openai:x")
    hook = {"leads_webhook": "https://crm.example", "leads_secret": "s"}
    assert "publisher’s own systems" in said("en", **hook) and "crm.example" not in said("en", **hook)
    assert "log has the text of questions" in said("en", log_questions=True)


def test_whom_to_write_to() -> None:
    assert notice_of(BotSettings(privacy_contact="dpo@shop.example"), "de").contact == "dpo@shop.example"
    assert "publisher" in notice_of(BotSettings(), "en").contact_text


@pytest.mark.parametrize(
    ("named", "accepted", "language"),
    [
        (None, "", "en"),
        ("de", "fr", "de"),
        ("pt", "fr", "en"),
        ("DE-at", "", "de"),
        (None, "fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        (None, "en;q=0.2, ar;q=0.9", "ar"),
        (None, "ja, es;q=0.1", "es"),
        (None, "*;q=x,, ;q=", "en"),
        ("../../en", "", "en"),
    ],
)
def test_the_language_is_the_one_asked_for(named: str | None, accepted: str, language: str) -> None:
    assert language_asked(named, accepted) == language


def test_no_text_is_markup() -> None:
    assert not re.search(r"[<>&]", said("ar") + said("fr"))
