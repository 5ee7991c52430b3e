"""A client asks on every face, and takes a refusal for a reply."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from evals.leaks.faces import Client


class Echo(BaseHTTPRequestHandler):
    """Says which path was asked with what, with 404 at passages."""

    def do_GET(self) -> None:
        config = {"dependencies": [{"id": 0, "api_name": "open"}, {"id": 3, "api_name": "ask"}]}
        seen = {"path": self.path, "key": self.headers.get("Authorization")}
        self._say(config if self.path == "/config" else seen | {"joined": self.server.joined})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/gradio_api/queue/join":
            self.server.joined = body
        self._say({"path": self.path, "body": body, "accept": self.headers.get("Accept")})

    def _say(self, what: object) -> None:
        text = json.dumps(what).encode()
        self.send_response(404 if "/passages/" in self.path else 200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    server.joined = None
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_face_is_asked(url: str) -> None:
    replies = list(Client("nobody", url).asked("How big?", "bees"))
    assert {reply.face for reply in replies} >= {
        "ask",
        "stream",
        "search",
        "chat",
        "responses",
        "MCP ask_report",
        "page",
    }
    assert all("How big?" in reply.text for reply in replies)


def test_the_page_is_asked_as_its_script_asks(url: str) -> None:
    (page,) = [reply for reply in Client("nobody", url).asked("How big?", "bees") if reply.face == "page"]
    said = json.loads(page.text.partition("\n\n")[2])
    assert (said["joined"]["data"], said["joined"]["fn_index"]) == (["How big?", "", None], 3)
    assert said["path"].endswith(said["joined"]["session_hash"])


def test_a_site_asks_where_it_may(url: str) -> None:
    replies = Client("widget", url, {"Origin": "https://shop.example"}, of_a_site=True).asked("How big?", "bees")
    assert {reply.face for reply in replies} == {"ask", "ask one report", "stream"}


def test_refusals_are_replies(url: str) -> None:
    reply = Client("k", url, {"Authorization": "Bearer k"}).get("passage", "/v1/passages/bees:p0")
    assert (reply.status, "Bearer k" in reply.text) == (404, True)
