"""Mails of leads: one identity for each lead, and nobody can write a header into one."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default

import pytest

from bot.delivery.failure import NotDelivered
from bot.delivery.mail import Mail, message_of
from ingest.errors import Misconfigured
from tests.bot.lead_samples import lead

TO, SENDER = "sales@publisher.example", "bot@mail.publisher.example"


class Session(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as a client needs."""

    def handle(self) -> None:
        server = self.server
        assert isinstance(server, MailServer)
        self._say("220 ready")
        while line := self.rfile.readline():
            server.heard.append(line.strip().decode())
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"EHLO":
                self._say(*server.offers)
            elif verb == b"DATA":
                self._say("354 go on")
                lines = iter(self.rfile.readline, b".\r\n")
                server.mails.append(b"".join(each[1:] if each.startswith(b"..") else each for each in lines))
                self._say("250 taken")
            elif verb == b"RCPT" and server.full:
                self._say("452 no room for hush@publisher.example")
            elif verb == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, offers: tuple[str, ...] = ("250 here",), full: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.offers, self.full = offers, full
        self.heard: list[str] = []
        self.mails: list[bytes] = []


@contextmanager
def mail_server(*offers: str, full: bool = False) -> Iterator[MailServer]:
    with MailServer(offers or ("250 here",), full) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def mail(server: MailServer, user: str = "") -> Mail:
    return Mail.by(f"smtp://{user}127.0.0.1:{server.server_address[1]}", TO, SENDER)


def test_a_lead_arrives_as_a_mail_with_its_own_identity_each_time() -> None:
    given = lead(name="Zoë Büyer", message="Please call\nafter 5", page="https://shop.example/tides")
    with mail_server() as server:
        for _ in range(2):
            mail(server)(given)
    assert len(server.mails) == 2
    read = [message_from_bytes(each, policy=default) for each in server.mails]
    assert {each["Message-ID"] for each in read} == {f"<{given.id}@mail.publisher.example>"}
    assert (read[0]["To"], read[0]["From"], read[0]["Reply-To"]) == (TO, SENDER, given.email)
    assert read[0]["Subject"] == "Lead: Zoë Büyer on tidal-energy"
    body = read[0].get_body().get_content()
    for told in (given.email, "How big is it in Chad?", "after 5", given.consent, given.id, "2026-03-01 12:00 UTC"):
        assert told in body


def test_nobody_writes_a_header_into_a_mail() -> None:
    for name in ("Jo\r\nBcc: all@buyer.example", "Jo\nBcc: all@buyer.example"):
        with mail_server() as server, pytest.raises(NotDelivered):
            mail(server)(lead(name=name))
        assert not server.mails
    sent = message_of(lead(message="Hi\n\nBcc: all@buyer.example\n.\nQUIT"), TO, SENDER)
    assert sent["Bcc"] is None and sent["To"] == TO


def test_an_address_beyond_ascii_is_told_in_the_body_only() -> None:
    told = message_of(lead(email="用户@例子.公司"), TO, SENDER)
    assert told["Reply-To"] is None
    assert "用户@例子.公司" in told.get_content()


def test_a_password_is_never_sent_in_the_clear() -> None:
    offers = ("250-here", "250 AUTH PLAIN LOGIN")
    with mail_server(*offers) as server, pytest.raises(NotDelivered, match="SMTPNotSupportedError"):
        mail(server, "jo:hush@")(lead())
    assert not [line for line in server.heard if line.startswith("AUTH")]
    assert not server.mails


def test_encryption_that_is_offered_is_used_and_a_lie_about_it_ends_the_call() -> None:
    with mail_server("250-here", "250 STARTTLS") as server, pytest.raises(NotDelivered):
        mail(server)(lead())
    assert "STARTTLS" in server.heard
    assert not server.mails


def test_what_the_server_says_is_not_repeated() -> None:
    with mail_server(full=True) as server, pytest.raises(NotDelivered) as refused:
        mail(server)(lead())
    assert "hush" not in str(refused.value)


def test_a_server_that_is_not_there_is_told_without_its_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(NotDelivered) as failed:
        Mail.by(f"smtp://jo:hush@127.0.0.1:{port}", TO, SENDER)(lead())
    assert "hush" not in str(failed.value) and "127" not in str(failed.value)


@pytest.mark.parametrize("url", ["smtp://", "smtp:host", "smtps://jo:hush@:25", "smtp://host:x", "http://host"])
def test_a_useless_url_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(Misconfigured, match="BOT_SMTP_URL") as refused:
        Mail.by(url, TO, SENDER)
    assert "jo:hush" not in str(refused.value)
