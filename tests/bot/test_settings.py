"""The settings of bot."""

import pytest

from bot.settings import BotSettings
from ingest.errors import Misconfigured


def test_the_bot_listens_on_this_machine_only_by_default() -> None:
    settings = BotSettings.read()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_PORT", "9000")
    monkeypatch.setenv("BOT_ALLOWED_ORIGINS", '["https://shop.example"]')
    settings = BotSettings.read()
    assert settings.port == 9000
    assert settings.allowed_origins == ("https://shop.example",)


@pytest.mark.parametrize(("name", "value"), [("BOT_PRT", "9000"), ("BOT_PORT", "many"), ("BOT_PORT", "70000")])
def test_a_wrong_setting_fails_and_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured, match=name):
        BotSettings.read()
