"""Couriers bring leads from the outbox to where they go, each by one channel and a few leads at a time."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread

from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.failure import NotDelivered
from bot.delivery.mail import Mail
from bot.delivery.outbox import Outbox
from bot.delivery.signature import key_of
from bot.delivery.webhook import Webhook
from bot.leads import Channel, Lead
from bot.settings import BotSettings

_log = logging.getLogger(__name__)

IDLE_SECONDS = 2.0
"""Time between two looks into the outbox: another server's leads may be in it, and tries whose time has come."""

STOP_SECONDS = 3.0
"""Time that the tries begun get to end when the server stops; after it their leads are tried again by the next."""

AT_ONCE = 4
"""Leads under way by one channel at a time: what hangs with one of them must not hold up the next. No receiver should
be called by more at once."""

Send = Callable[[Lead], None]
"""Delivers a lead. Raises NotDelivered."""


class Courier:
    """Delivers what the outbox has for one channel, AT_ONCE leads at a time and in no order, until it is stopped."""

    def __init__(self, channel: Channel, outbox: Outbox, send: Send) -> None:
        self.channel = channel
        self._outbox = outbox
        self._send = send
        self._called, self._stopped = Event(), Event()
        self._threads: list[Thread] = []

    def start(self) -> None:
        """Begin to deliver."""
        self._stopped.clear()
        names = [f"footnote-{self.channel}-{number}" for number in range(AT_ONCE)]
        self._threads = [Thread(target=self._run, name=name, daemon=True) for name in names]
        for thread in self._threads:
            thread.start()

    def call(self) -> None:
        """There is a new lead."""
        self._called.set()

    def stop(self) -> None:
        """Begin no further delivery, and wait a while for those begun."""
        self._stopped.set()
        self._called.set()
        until = time.monotonic() + STOP_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def deliver(self) -> bool:
        """Try the next delivery that is due; whether there was one."""
        claimed = self._outbox.claim(self.channel)
        if claimed is None:
            return False
        self._called.set()  # there may be more, and one call is heard by whoever looks first
        said = {"lead": claimed.lead.id, "channel": self.channel, "attempt": claimed.attempt}
        try:
            self._send(claimed.lead)
        except NotDelivered as failure:
            wait = self._outbox.failed(claimed, str(failure))
            _log.warning(
                "lead not delivered", extra={**said, "why": str(failure), "again_s": round(wait.total_seconds())}
            )
        else:
            self._outbox.delivered(claimed)
            _log.info("lead delivered", extra=said)
        return True

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._called.clear()
            try:
                found = self.deliver()
            except SQLAlchemyError as error:
                _log.error("the outbox cannot be used: %s", type(error).__name__)
                found = False
            except Exception as error:  # a defect in one delivery must not end all others
                _log.error("a delivery failed by a defect: %s", type(error).__name__, exc_info=error)
                found = False
            if not found:
                self._called.wait(IDLE_SECONDS)


def couriers(settings: BotSettings, outbox: Outbox) -> tuple[Courier, ...]:
    """A courier for each channel of the settings. Raises Misconfigured."""
    sends: dict[Channel, Send] = {}
    if settings.leads_webhook and settings.leads_secret:
        sends["webhook"] = Webhook(settings.leads_webhook, key_of(settings.leads_secret.get_secret_value()))
    if settings.smtp_url and settings.leads_email and settings.mail_from:
        sends["mail"] = Mail.by(settings.smtp_url.get_secret_value(), settings.leads_email, settings.mail_from)
    return tuple(Courier(channel, outbox, send) for channel, send in sends.items())


@contextmanager
def delivering(all_couriers: Sequence[Courier]) -> Iterator[None]:
    """The couriers at work."""
    for courier in all_couriers:
        courier.start()
    try:
        yield
    finally:
        for courier in all_couriers:
            courier.stop()
