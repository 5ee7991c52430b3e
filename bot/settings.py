"""The settings of bot: variables BOT_*, read once at the edge."""

import os
from ipaddress import ip_network
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.machine import is_this_machine
from ingest.errors import Misconfigured
from ingest.settings import explain, refuse_unknown_variables


class BotSettings(BaseSettings):
    """Where the bot listens and what it accepts. Read from the environment by ``BotSettings.read()``."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_ignore_empty=True, frozen=True, extra="forbid")

    host: str = Field(default="127.0.0.1", min_length=1, description="Address to listen on; 0.0.0.0 for all.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    records_url: str | None = Field(
        default=None, description="SQLAlchemy URL of conversations and feedback, in place of SQLite in the data folder."
    )
    max_question: int = Field(default=1000, ge=20, le=20_000, description="Longest question, in characters.")
    max_body_kb: int = Field(default=64, ge=4, le=1024, description="Largest request body, in KB.")
    allowed_origins: tuple[str, ...] = Field(
        default=(), description='Other sites whose pages may call the API, as JSON: ["https://example.org"].'
    )

    open: bool | None = Field(
        default=None,
        description="Whether those without a key may ask; by default where the server listens on this machine only.",
    )
    rate_limit: str | None = Field(
        default=None,
        description='Requests that a key, or an address without one, may make: "60/minute", or "off". By default "off" '
        'where the server listens on this machine alone, else "60/minute".',
    )
    limits_url: str = Field(
        default="memory://",
        pattern=r"^(memory|rediss?)://",
        description="Where requests are counted: memory, or Redis.",
    )
    answer_seconds: float = Field(
        default=30, gt=0, le=300, description="Time one answer may take; after it the asker is told to try again."
    )
    answers_at_once: int = Field(default=4, ge=1, le=64, description="Answers worked on at the same time.")
    waiting: int = Field(default=64, ge=0, le=10_000, description="Questions that may wait for their turn.")
    streams: int = Field(
        default=256, ge=1, le=10_000, description="Answers that may be streamed at the same time, slow readers' too."
    )
    trusted_proxies: tuple[str, ...] = Field(
        default=(), description='Proxies whose X-Forwarded-For is believed, as JSON: ["10.0.0.0/8"].'
    )
    log_format: Literal["text", "json"] = Field(default="text", description="How requests are logged: text or json.")
    log_questions: bool = Field(default=False, description="Whether the log has the questions' text.")
    traces_url: str | None = Field(
        default=None, pattern=r"^https?://", description="OpenTelemetry collector that traces go to (OTLP over gRPC)."
    )
    licensed: bool = Field(
        default=False,
        description="Answer from licensed reports too: for a server that only licence holders can reach.",
    )
    public_url: str | None = Field(
        default=None, pattern=r"^https?://[^/]+$", description="Where others reach this server: https://bot.example."
    )
    quoted_per_day: int = Field(
        default=20_000, ge=0, description="Characters of licensed text that a visitor may be quoted a day; 0: no limit."
    )
    keep_conversations_days: int = Field(
        default=365, ge=0, description="Days that conversations and their answers are kept; 0: until deleted."
    )
    keep_leads_days: int = Field(default=365, ge=0, description="Days that leads are kept; 0: until deleted.")
    leads_webhook: str | None = Field(
        default=None, pattern=r"^https?://", description="Address that each lead is posted to, signed."
    )
    leads_secret: SecretStr | None = Field(default=None, description="What the webhook's calls are signed with.")
    leads_email: str | None = Field(default=None, pattern=r"^\S+@\S+$", description="Address that leads are mailed to.")
    smtp_url: SecretStr | None = Field(
        default=None, description="Server that mails them: smtp://user:password@host:587, or smtps://."
    )
    mail_from: str | None = Field(default=None, pattern=r"^\S+@\S+$", description="Sender of those mails.")
    privacy_contact: str | None = Field(
        default=None, description="Whom visitors write to about what is stored of them; shown on /privacy."
    )
    reranker: str | None = Field(
        default=None,
        min_length=1,
        description="Name or path of a cross-encoder that reads the best passages again; none by default.",
    )
    model: str | None = Field(
        default=None,
        pattern=r"^[a-z0-9_]+:\S.*$",
        description="Language model that words answers, as provider:name; without one nothing leaves the machine.",
    )
    model_url: str | None = Field(
        default=None, pattern=r"^https?://", description="Address of an OpenAI-compatible server, for openai:NAME."
    )
    model_key: SecretStr | None = Field(
        default=None, description="Key of the model's provider, in place of the variable that its own library reads."
    )
    model_seconds: float = Field(default=20, gt=0, le=300, description="Time the model may take for one answer.")
    model_reply_tokens: int | None = Field(
        default=None, ge=100, description="Longest reply of the model, in tokens, its thoughts included."
    )
    model_tokens_per_day: int | None = Field(
        default=None, ge=0, description="Tokens the model may use a day (UTC), in and out together."
    )
    model_money_per_day: float | None = Field(
        default=None, ge=0, description="US dollars the model may cost a day (UTC), by the two prices."
    )
    model_price_in: float = Field(default=0, ge=0, description="US dollars for a million tokens read by the model.")
    model_price_out: float = Field(default=0, ge=0, description="US dollars for a million tokens it writes.")

    @model_validator(mode="after")
    def refuse_unknown(self) -> Self:
        """A typo must fail at start."""
        refuse_unknown_variables("BOT_", frozenset(type(self).model_fields))
        return self

    @model_validator(mode="after")
    def refuse_half_a_model(self) -> Self:
        """What would be ignored, or could not hold, must fail at start too."""
        if self.model_url and not (self.model or "").startswith("openai:"):
            raise ValueError("BOT_MODEL_URL needs BOT_MODEL=openai:NAME")
        if self.model_money_per_day is not None and not (self.model_price_in or self.model_price_out):
            raise ValueError("BOT_MODEL_MONEY_PER_DAY needs BOT_MODEL_PRICE_IN and BOT_MODEL_PRICE_OUT")
        return self

    @model_validator(mode="after")
    def refuse_half_a_delivery(self) -> Self:
        """What would be ignored, or could not hold, must fail at start too."""
        if (self.leads_webhook is None) != (self.leads_secret is None):
            raise ValueError("BOT_LEADS_WEBHOOK and BOT_LEADS_SECRET need each other")
        if len({each is None for each in (self.leads_email, self.smtp_url, self.mail_from)}) > 1:
            raise ValueError("BOT_LEADS_EMAIL, BOT_SMTP_URL and BOT_MAIL_FROM need each other")
        smtp = self.smtp_url.get_secret_value() if self.smtp_url else "smtp:"
        if not smtp.startswith(("smtp:", "smtps:")):
            raise ValueError("BOT_SMTP_URL must begin with smtp:// or smtps://")
        return self

    @model_validator(mode="after")
    def refuse_wrong_limits(self) -> Self:
        """What would be ignored, or could not hold, must fail at start too."""
        for network in self.trusted_proxies:
            try:
                ip_network(network, strict=False)
            except ValueError as error:
                raise ValueError('BOT_TRUSTED_PROXIES must be addresses or networks, such as ["10.0.0.0/8"]') from error
        return self

    @property
    def on_this_machine(self) -> bool:
        """Whether nobody on another machine can reach the server directly."""
        return is_this_machine(self.host)

    @property
    def is_open(self) -> bool:
        """Whether those without a key may ask."""
        return self.on_this_machine if self.open is None else self.open

    @classmethod
    def read(cls) -> Self:
        """The settings of the environment. Raises Misconfigured with one line for all that is wrong."""
        try:
            return cls()
        except ValidationError as error:
            raise Misconfigured(explain(error, "BOT_")) from error


def silence_gradio() -> None:
    """Turn Gradio's telemetry off; it reads these variables when it is imported.

    Its statistics too: after every event it would sum up the last 10,000 with pandas, for a page that is turned off.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(2**31)
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
