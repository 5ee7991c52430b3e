"""A real server on a real socket, in a thread."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from fastapi import FastAPI

from bot.listen import Server, bind

Address = tuple[str, int]


@contextmanager
def serving(app: FastAPI) -> Iterator[Address]:
    """The app at an address, until the end."""
    with bind("127.0.0.1", 0) as listening:
        started = Event()
        server = Server(app, started.set)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        host, port = listening.getsockname()
        thread.start()
        assert started.wait(10)
        try:
            yield host, port
        finally:
            server.should_exit = True
            thread.join(10)
            assert not thread.is_alive()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The same, for clients that take a URL."""
    with serving(app) as (host, port):
        yield f"http://{host}:{port}"


def asked(address: Address, question: str, *headers: str) -> socket.socket:
    """A connection on which a question was asked."""
    body = b'{"question": "%s"}' % question.encode()
    lines = [
        "POST /v1/ask HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
    ]
    connection = socket.create_connection(address, timeout=30)
    connection.sendall("\r\n".join([*lines, *headers, "", ""]).encode() + body)
    return connection


def becomes_true(what: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Whether something becomes true in time."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True
