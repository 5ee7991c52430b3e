"""Listening on an address."""

import resource
import socket
from contextlib import suppress

import pytest
from fastapi import FastAPI, Request

from bot import connections
from bot.listen import UNREAD_SECONDS, address, allow_connections, bind
from ingest.errors import Misconfigured
from tests.bot.serving import serving


def test_the_address_can_be_typed_into_a_browser() -> None:
    with bind("0.0.0.0", 0) as listening:
        assert address(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_a_taken_port_names_the_setting() -> None:
    with bind("127.0.0.1", 0) as first, pytest.raises(Misconfigured, match="BOT_PORT"):
        bind("127.0.0.1", first.getsockname()[1])


def test_an_address_of_another_machine_names_the_setting() -> None:
    with pytest.raises(Misconfigured, match="BOT_HOST"):
        bind("192.0.2.1", 0)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux can")
def test_the_network_gives_up_who_reads_nothing() -> None:
    with bind("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == UNREAD_SECONDS * 1000


def test_no_program_on_this_machine_is_taken_for_a_proxy() -> None:
    app = FastAPI()

    @app.get("/")
    def who(request: Request) -> str:
        return f"{request.client.host if request.client else ''} {request.url.scheme}"

    with serving(app) as (host, port), socket.create_connection((host, port), timeout=10) as connection:
        connection.sendall(
            b"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
            b"X-Forwarded-For: 8.8.8.8\r\nX-Forwarded-Proto: https\r\n\r\n"
        )
        assert b"127.0.0.1 http" in b"".join(iter(lambda: connection.recv(4096), b""))


def test_a_request_whose_head_never_ends_loses_its_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.5)
    with serving(FastAPI()) as address, socket.create_connection(address, timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost:")
        with suppress(ConnectionResetError):
            assert connection.recv(4096) == b""


def test_a_server_may_have_as_many_connections_as_the_system_allows() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 1_000), hard))
    try:
        allow_connections()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 1_000 or hard <= 1_000
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
