"""Everything that watches one server, joined."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.health import Health
from bot.log import Log
from bot.metrics import Metrics
from bot.records import Records
from bot.settings import BotSettings
from bot.stock import Stock
from bot.watch import Watch, Watches
from ingest.embed import Encoder


@dataclass(frozen=True, slots=True)
class Monitoring:
    """``watch`` is shown what is done; ``metrics`` and ``health`` tell of it. ``health`` is None over a bot whose
    library and index are not known; ``embedding_model`` is then empty too."""

    watch: Watch
    metrics: Metrics
    health: Health | None = None
    embedding_model: str = ""


def bare_monitoring(settings: BotSettings) -> Monitoring:
    """Log and metrics of an API over any bot."""
    metrics = Metrics()
    return Monitoring(Watches((metrics, Log(settings.log_questions))), metrics)


@contextmanager
def open_monitoring(settings: BotSettings, records: Records, encoder: Encoder) -> Iterator[Monitoring]:
    """Log, metrics and health of a server, and traces where the settings name a collector."""
    stock = Stock(encoder.model)
    metrics = Metrics(stock)
    watching = (metrics, Log(settings.log_questions), stock)
    health = Health(stock, records, encoder)
    if settings.traces_url is None:
        yield Monitoring(Watches(watching), metrics, health, encoder.model)
        return
    # Imported here because it takes half a second, and most do without it.
    from bot.traces import open_traces

    with open_traces(settings) as traces:
        yield Monitoring(Watches((traces, *watching)), metrics, health, encoder.model)
