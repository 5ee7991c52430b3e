"""A local server that speaks OpenAI's chat protocol, well or with a fault."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

NAME = "faulty-server"
"""Of its threads."""


@dataclass
class Server:
    """What it does next, and what it was sent: ``reply`` makes text of a request, ``end`` frees what hangs."""

    fault: str
    reply: Callable[[dict[str, Any]], str]
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    end: Event = field(default_factory=Event)


FAULTS = (
    "hangs", "hangs in the body", "refuses", "resets", "429", "500", "503", "401", "400", "cut in the body", "garbage",
    "no JSON", "empty", "wrong JSON", "another shape", "drips", "an endless body", "redirects",
)  # fmt: skip


@contextmanager
def server(fault: str, reply: Callable[[dict[str, Any]], str]) -> Iterator[Server]:
    """A server with a fault, at ``url``."""
    state = Server(fault, reply)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            state.headers.append(str(self.headers))
            length = int(self.headers.get("content-length", 0))
            state.requests.append(json.loads(self.rfile.read(length)))
            try:
                _answer(self, state)
            except OSError:
                self.close_connection = True  # the other side gave up, as it should

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Listening(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that went away is no error here."""

    listening = Listening(("127.0.0.1", 0), Handler)
    thread = Thread(target=listening.serve_forever, args=(0.02,), name=NAME, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{listening.server_address[1]}/v1"
    if fault == "refuses":
        listening.socket.close()
    try:
        yield state
    finally:
        state.end.set()
        listening.shutdown()
        listening.server_close()
        thread.join(2)


def _answer(handler: BaseHTTPRequestHandler, state: Server) -> None:
    form = state.requests[-1].get("response_format", {}).get("type", "text")
    if state.fault.startswith("takes ") and form not in state.fault:
        _send(handler, 500, b'{"error": {"message": "Input should be another", "type": "fault"}}')
        return
    body = _completion(state.reply(state.requests[-1])).encode()
    match state.fault:
        case "hangs":
            state.end.wait(20)
        case "resets":
            handler.connection.shutdown(socket.SHUT_RDWR)
            handler.close_connection = True
        case "429" | "500" | "503" | "401" | "400":
            _send(handler, int(state.fault), b'{"error": {"message": "no", "type": "fault"}}')
        case "redirects":
            handler.send_response(307)
            handler.send_header("Location", f"{state.url}/chat/completions")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        case "hangs in the body":
            _head(handler, len(body))
            handler.wfile.write(body[:40])
            handler.wfile.flush()
            state.end.wait(20)
        case "cut in the body":
            _head(handler, len(body))
            handler.wfile.write(body[: len(body) // 2])
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)
            handler.close_connection = True
        case "drips":
            _head(handler, len(body))
            for at in range(len(body)):
                handler.wfile.write(body[at : at + 1])
                handler.wfile.flush()
                if state.end.wait(0.05):
                    return
        case "an endless body":
            _head(handler, 10**12)
            while not state.end.is_set():
                handler.wfile.write(b" " * 65536)
                time.sleep(0.002)
        case "garbage":
            _send(handler, 200, b"\x00\xff\xfe garbage")
        case "cut at its longest":
            _send(handler, 200, _completion(state.reply(state.requests[-1])[:-1], "length").encode())
        case "no room":
            error = {
                "message": "This model's maximum context length is 2048 tokens.",
                "code": "context_length_exceeded",
            }
            _send(handler, 400, json.dumps({"error": error}).encode())
        case "empty":
            _send(handler, 200, b"")
        case "no JSON":
            _send(handler, 200, _completion("I am sorry, I cannot do that.").encode())
        case "wrong JSON":
            _send(handler, 200, _completion('{"sentences": [{"words": 3}]}').encode())
        case "another shape":
            _send(handler, 200, b'{"choices": "none", "usage": []}')
        case _:
            _send(handler, 200, body)


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    _head(handler, len(body), status)
    handler.wfile.write(body)


def _head(handler: BaseHTTPRequestHandler, length: int, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(length))
    handler.end_headers()


def _completion(text: str, finish: str = "stop") -> str:
    message = {"role": "assistant", "content": text}
    return json.dumps(
        {
            "id": "c1", "object": "chat.completion", "created": 1, "model": "small",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {"prompt_tokens": 900, "completion_tokens": 100, "total_tokens": 1000},
        }
    )  # fmt: skip
