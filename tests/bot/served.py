"""Serves an application on a free port of loopback, in a thread, for clients that speak real HTTP."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI

from bot.listen import Server, address, bind


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of the application while it is served."""
    listening, ready = bind("127.0.0.1", 0), threading.Event()
    server = Server(app, ready.set)
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        assert ready.wait(30)
        yield address(listening)
    finally:
        server.should_exit = True
        thread.join()
