"""Opens the language model of the settings."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from bot.model.asker import Asker, Terms
from bot.model.budget import Budget, Prices
from bot.model.calls import Calls
from bot.model.writer import Writer
from bot.records import ModelUse, Records
from bot.settings import BotSettings
from bot.watch import NOBODY, Watch
from ingest.errors import Misconfigured

EXTRAS = {
    "openai": ("openai", "langchain_openai"),
    "anthropic": ("anthropic", "langchain_anthropic"),
    "google_genai": ("google", "langchain_google_genai"),
    "ollama": ("ollama", "langchain_ollama"),
}
"""Provider → the extra that installs it, and the package that extra brings."""

MILLION = 1_000_000


@contextmanager
def model_writer(settings: BotSettings, records: Records, watch: Watch = NOBODY) -> Iterator[Writer]:
    """Words answers by the model of the settings. Raises Misconfigured."""
    model, calls = open_model(settings), Calls()
    asker = Asker(model, settings.model or "", calls, terms(settings, records, watch))
    try:
        yield Writer(asker, settings.model_seconds)
    finally:
        calls.close()


def terms(settings: BotSettings, records: Records, watch: Watch = NOBODY) -> Terms:
    """What the model may use, the records that keep what it did, and who watches that."""

    def keep(use: ModelUse) -> None:
        records.keep_use(use)
        watch.used(use)

    money = settings.model_money_per_day
    return Terms(
        Budget(records.used_today, settings.model_tokens_per_day, None if money is None else round(money * MILLION)),
        keep,
        Prices(Decimal(str(settings.model_price_in)), Decimal(str(settings.model_price_out))),
    )


def open_model(settings: BotSettings) -> BaseChatModel:
    """The model itself; nothing is asked of it yet. Raises Misconfigured."""
    name = settings.model or ""
    extra, package = EXTRAS.get(name.partition(":")[0], ("", ""))
    if package and importlib.util.find_spec(package) is None:
        raise Misconfigured(f"BOT_MODEL={name} needs an extra package. Run pip install 'footnote-reports[{extra}]'.")
    try:
        model: BaseChatModel = init_chat_model(name, **options(settings))
    except (ImportError, ValueError, TypeError, RuntimeError) as error:
        raise Misconfigured(f"BOT_MODEL={name} cannot be opened: {error}") from error
    except Exception as error:  # each provider's library has its own for a missing key, and none is imported here
        raise Misconfigured(f"BOT_MODEL={name} cannot be opened. Is its key set? BOT_MODEL_KEY takes it.") from error
    return model


def options(settings: BotSettings) -> dict[str, Any]:
    """What a model is made with: no tries of its own beside ours. Some refuse a temperature, so none is set.

    OpenAI's library keeps connections for later that outlive the loop they are of: each call makes its own.
    A server named by its address gets the key that was named for it and no other: that of the environment is not its.
    Of the two names OpenAI has for the longest reply, such servers know the older one.
    """
    longest = settings.model_reply_tokens
    if (settings.model or "").startswith("ollama:"):
        timed: dict[str, Any] = {"client_kwargs": {"timeout": settings.model_seconds}}
        return timed | ({"num_predict": longest} if longest else {})
    tries = 1 if (settings.model or "").startswith("google") else 0  # its library takes 0 for its default, five
    given: dict[str, Any] = {"max_retries": tries, "timeout": settings.model_seconds}
    if (settings.model or "").startswith("openai:"):
        given["default_headers"] = {"Connection": "close"}
    if longest and settings.model_url:
        given["extra_body"] = {"max_tokens": longest}
    elif longest:
        given["max_tokens"] = longest
    if settings.model_url:
        given |= {"base_url": settings.model_url, "api_key": "none"}
    if settings.model_key:
        given["api_key"] = settings.model_key.get_secret_value()
    return given
