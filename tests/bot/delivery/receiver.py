"""A server that receives webhooks, and does with them what a test says."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Receiver:
    """What came, each as its headers and body; ``answer`` gives a status for the nth, 0-based, or None to hang up;
    ``twice``: it is answered two times."""

    answer: Callable[[int], int | None] = lambda number: 204
    twice: Callable[[int], bool] = lambda number: False
    location: str = ""
    received: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    url: str = ""


@contextmanager
def receiving(receiver: Receiver) -> Iterator[Receiver]:
    """The receiver at an address, until the end."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = self.rfile.read(length)
            if len(body) < length:  # whoever sent it was killed meanwhile: nothing has come
                self.close_connection = True
                return
            with receiver.lock:
                number = len(receiver.received)
                receiver.received.append(({k.lower(): v for k, v in self.headers.items()}, body))
            status = receiver.answer(number)
            if status is None:
                self.close_connection = True
                return
            with suppress(OSError):
                for _ in range(1 + receiver.twice(number)):
                    self.send_response(status)
                    if receiver.location:
                        self.send_header("Location", receiver.location)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        receiver.url = f"http://127.0.0.1:{server.server_port}/leads?key=hush"
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()
