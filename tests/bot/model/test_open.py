"""The model of the settings."""

from pathlib import Path

import pytest
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from bot.model.open import model_writer, open_model, options, terms
from bot.records import ModelUse, Records
from bot.settings import BotSettings
from bot.watch import Watch
from ingest.errors import Misconfigured
from tests.test_architecture import imported, modules

LOCAL = BotSettings(model="openai:small", model_url="http://127.0.0.1:9/v1", model_seconds=7)


def test_a_server_named_by_its_address_gets_no_key_that_was_not_named_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-another")
    model = open_model(LOCAL)
    assert isinstance(model, ChatOpenAI)
    assert (model.model_name, model.openai_api_base, model.max_retries) == ("small", "http://127.0.0.1:9/v1", 0)
    assert isinstance(model.openai_api_key, SecretStr)
    assert model.openai_api_key.get_secret_value() == "none"
    own = open_model(LOCAL.model_copy(update={"model_key": SecretStr("its-own")}))
    assert isinstance(own, ChatOpenAI)
    assert isinstance(own.openai_api_key, SecretStr)
    assert own.openai_api_key.get_secret_value() == "its-own"


@pytest.mark.parametrize(
    ("model", "given"),
    [
        ("openai:m", {"max_retries": 0, "timeout": 20, "default_headers": {"Connection": "close"}}),
        ("anthropic:m", {"max_retries": 0, "timeout": 20}),
        ("google_genai:m", {"max_retries": 1, "timeout": 20}),
        ("ollama:m", {"client_kwargs": {"timeout": 20}}),
    ],
)
def test_each_provider_gets_its_time_and_no_tries_of_its_own(model: str, given: dict[str, object]) -> None:
    assert options(BotSettings(model=model)) == given


@pytest.mark.parametrize(
    ("settings", "name", "longest"),
    [
        (BotSettings(model="openai:m"), "max_tokens", 300),
        (BotSettings(model="anthropic:m"), "max_tokens", 300),
        (BotSettings(model="google_genai:m"), "max_tokens", 300),
        (BotSettings(model="ollama:m"), "num_predict", 300),
        (LOCAL, "extra_body", {"max_tokens": 300}),
    ],
)
def test_each_provider_is_told_the_longest_reply_by_its_own_name(
    settings: BotSettings, name: str, longest: object
) -> None:
    assert name not in options(settings)
    assert options(settings.model_copy(update={"model_reply_tokens": 300}))[name] == longest


@pytest.mark.parametrize(
    ("model", "said"),
    [("nowhere:m", "nowhere"), ("anthropic:m", r"footnote-reports\[anthropic\]"), ("openai:m", "KEY")],
)
def test_a_model_that_cannot_be_opened_fails_at_start(monkeypatch: pytest.MonkeyPatch, model: str, said: str) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if "anthropic" in name else name)
    with pytest.raises(Misconfigured, match=said):
        open_model(BotSettings(model=model))


def test_limits_and_prices_are_those_of_the_settings(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    settings = LOCAL.model_copy(update={"model_money_per_day": 0.5, "model_price_in": 0.15, "model_price_out": 0.6})
    made = terms(settings, records)
    assert (made.budget.tokens, made.budget.millionths) == (None, 500_000)
    assert made.prices.cost(1_000_000, 1_000_000) == 750_000
    made.keep(ModelUse(answer="a", model="m", tokens_in=1, tokens_out=2, millionths=3, seconds=1.0, outcome="answered"))
    assert made.budget.used() == (3, 3)
    records.close()


def test_what_the_model_used_is_kept_and_shown_to_who_watches(tmp_path: Path) -> None:
    records, seen = Records(f"sqlite:///{tmp_path / 'records.sqlite'}"), []
    watch = Watch()
    watch.used = seen.append
    use = ModelUse(answer="a", model="m", tokens_in=1, tokens_out=2, millionths=3, seconds=1.0, outcome="answered")
    terms(LOCAL, records, watch).keep(use)
    assert records.uses("a") == seen == [use]
    records.close()


def test_a_writer_is_opened_and_closed_without_asking_anything(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    with model_writer(LOCAL, records) as writer:
        assert callable(writer)
    records.close()


def test_nothing_loads_the_model_package_unless_one_is_set() -> None:
    loading = [
        name
        for name, path in modules().items()
        if not name.startswith("bot.model")
        and any(target.startswith(("bot.model", "langchain.chat_models")) for target in imported(path, lazily=False))
    ]
    assert loading == []
