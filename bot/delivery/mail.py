"""Mails leads by SMTP."""

import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from threading import Timer
from urllib.parse import SplitResult, unquote, urlsplit

from bot.delivery.failure import NotDelivered
from bot.leads import Lead
from ingest.errors import Misconfigured

STEP_SECONDS, SECONDS = 10.0, 30.0
"""Time of one step of the conversation with the server, and of a whole try."""

PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Mail:
    """Mails leads to ``to`` from ``sender`` by the server of ``url``: smtp://, with STARTTLS where it is offered and
    always before a password, or smtps://."""

    url: SplitResult
    to: str
    sender: str

    @classmethod
    def by(cls, url: str, to: str, sender: str) -> "Mail":
        """Raises Misconfigured for a useless URL."""
        try:
            parts = urlsplit(url)
            known = parts.scheme in PORTS and parts.hostname and (parts.port is None or parts.port > 0)
        except ValueError:
            known = False
        if not known:
            raise Misconfigured("BOT_SMTP_URL must be such as smtp://user:password@host:587, or smtps://host.")
        return cls(parts, to, sender)

    def __call__(self, lead: Lead) -> None:
        """Deliver a lead: it has arrived when the server took it. Raises NotDelivered."""
        try:
            with self._server() as server:
                late = Timer(SECONDS, _hang_up, (server,))
                late.start()
                try:
                    self._greet(server)
                    server.send_message(message_of(lead, self.to, self.sender), self.sender, [self.to])
                finally:
                    late.cancel()
        except smtplib.SMTPResponseException as error:
            raise NotDelivered(f"the mail server answered {error.smtp_code}") from error
        except smtplib.SMTPRecipientsRefused as error:
            raise NotDelivered("the mail server refused BOT_LEADS_EMAIL") from error
        except ssl.SSLError as error:
            raise NotDelivered("TLS failed") from error
        except TimeoutError as error:
            raise NotDelivered("the mail server did not answer in time") from error
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise NotDelivered(f"the mail server could not be used ({type(error).__name__})") from error

    def _server(self) -> smtplib.SMTP:
        host, port = self.url.hostname or "", self.url.port or PORTS[self.url.scheme]
        if self.url.scheme == "smtps":
            return smtplib.SMTP_SSL(host, port, timeout=STEP_SECONDS, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=STEP_SECONDS)

    def _greet(self, server: smtplib.SMTP) -> None:
        """Raises SMTPException where a password would be sent in the clear."""
        server.ehlo_or_helo_if_needed()
        if self.url.scheme == "smtp" and (self.url.username or server.has_extn("starttls")):
            server.starttls(context=ssl.create_default_context())
        if self.url.username:
            server.login(unquote(self.url.username), unquote(self.url.password or ""))


def message_of(lead: Lead, to: str, sender: str) -> EmailMessage:
    """A lead as a mail, which has the same Message-ID with each try. Answering it answers the visitor."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = sender, to
    mail["Subject"] = f"Lead: {_named(lead)}"
    mail["Message-ID"] = f"<{lead.id}@{sender.rpartition('@')[2]}>"
    mail["Date"] = format_datetime(lead.received_at)
    if lead.email.isascii():
        mail["Reply-To"] = lead.email
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n".join(_lines(lead)))
    return mail


def _named(lead: Lead) -> str:
    who = ", ".join(part for part in (lead.name, lead.company) if part) or lead.email
    return f"{who} on {lead.report}" if lead.report else who


def _lines(lead: Lead) -> list[str]:
    told = {
        "E-mail": lead.email, "Name": lead.name, "Company": lead.company, "Report": lead.report,
        "Question left open": lead.question, "Message": lead.message, "Page": lead.page, "Site": lead.site or None,
        "Conversation": lead.conversation, "Received": f"{lead.received_at:%Y-%m-%d %H:%M} UTC",
        "Agreed to": lead.consent, "Lead": lead.id,
    }  # fmt: skip
    return [f"{label}: {value}" for label, value in told.items() if value]


def _hang_up(server: smtplib.SMTP) -> None:
    """Ends a conversation that takes too long: each of its steps may be in time."""
    if server.sock is not None:
        with suppress(OSError):
            server.sock.shutdown(socket.SHUT_RDWR)
