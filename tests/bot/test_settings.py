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


def test_no_model_is_asked_by_default() -> None:
    assert BotSettings.read().model is None


def test_a_model_is_one_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_MODEL", "openai:small")
    monkeypatch.setenv("BOT_MODEL_KEY", "secret-key")
    settings = BotSettings.read()
    assert settings.model == "openai:small"
    assert "secret-key" not in repr(settings)


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"BOT_MODEL": "small"}, "BOT_MODEL"),
        ({"BOT_MODEL_URL": "http://127.0.0.1:1/v1"}, "BOT_MODEL_URL"),
        ({"BOT_MODEL": "anthropic:x", "BOT_MODEL_URL": "http://127.0.0.1:1/v1"}, "BOT_MODEL_URL"),
        ({"BOT_MODEL": "openai:x", "BOT_MODEL_MONEY_PER_DAY": "1"}, "BOT_MODEL_PRICE_IN"),
    ],
)
def test_half_a_model_fails_and_is_named(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], named: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured, match=named):
        BotSettings.read()


@pytest.mark.parametrize(
    ("host", "said", "opened"),
    [
        ("127.0.0.1", None, True), ("127.1.2.3", None, True), ("::1", None, True), ("localhost", None, True),
        ("0.0.0.0", None, False), ("::", None, False), ("10.0.0.5", None, False), ("bot.example", None, False),
        ("0.0.0.0", True, True), ("127.0.0.1", False, False),
    ],
)  # fmt: skip
def test_a_server_is_open_on_its_own_machine_or_where_that_is_said(host: str, said: bool | None, opened: bool) -> None:
    assert BotSettings(host=host, open=said).is_open == opened


@pytest.mark.parametrize("proxies", ['["10.0.0.0/99"]', '["proxy.example"]'])
def test_a_proxy_that_is_no_address_fails_and_is_named(monkeypatch: pytest.MonkeyPatch, proxies: str) -> None:
    monkeypatch.setenv("BOT_TRUSTED_PROXIES", proxies)
    with pytest.raises(Misconfigured, match="BOT_TRUSTED_PROXIES"):
        BotSettings.read()


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("192.0.2.1", False), ("bot.example", False)],
)  # fmt: skip
def test_some_addresses_are_reached_from_this_machine_only(host: str, alone: bool) -> None:
    assert BotSettings(host=host).on_this_machine is alone
