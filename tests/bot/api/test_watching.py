"""Every request has an id, and is seen from its beginning to its end."""

import json
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from starlette.testclient import TestClient

from bot.answer import Answer
from bot.api.app import api
from bot.api.watching import HEADER
from bot.desk import Step
from bot.keys import Keys
from bot.listen import Server
from bot.log import write_log
from bot.metrics import Metrics
from bot.monitoring import Monitoring
from bot.records import Records
from bot.settings import BotSettings
from bot.watch import REQUEST, Exchange, Watch
from tests.bot.fakes import FakeBot


class Notes(Watch):
    """Keeps what became of each request, and how many streams were open."""

    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []
        self.open = self.opened = 0

    @contextmanager
    def request(self, exchange: Exchange) -> Iterator[None]:
        try:
            yield
        finally:
            self.exchanges.append(exchange)

    @contextmanager
    def streaming(self, exchange: Exchange) -> Iterator[None]:
        self.open += 1
        self.opened += 1
        try:
            yield
        finally:
            self.open -= 1


class Within(FakeBot):
    """Notes which request it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[str] = []

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        self.requests.append(REQUEST.get())
        if "please fail" in question:
            raise RuntimeError("asked to fail")
        return super().ask(question, report, conversation)


@pytest.fixture
def notes() -> Notes:
    return Notes()


def client_of(
    notes: Notes, records: Records, settings: BotSettings | None = None, bot: FakeBot | None = None, peer: str = "here"
) -> TestClient:
    opened = (settings or BotSettings()).model_copy(update={"open": True})
    app = api(bot or FakeBot(), opened, records, monitoring=Monitoring(notes, Metrics()))
    return TestClient(app, raise_server_exceptions=False, client=(peer, 5000))


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "route"),
    [
        ("GET", "/v1/reports?q=xyzzy", None, 200, "/v1/reports"),
        ("GET", "/v1/passages/xyzzy", None, 404, "/v1/passages/{address}"),
        ("GET", "/v1/xyzzy", None, 404, ""),
        ("DELETE", "/v1/reports", None, 405, ""),
        ("POST", "/v1/ask", {"question": ""}, 422, "/v1/ask"),
        ("POST", "/v1/ask", {"question": "x" * 70_000}, 413, ""),
        ("POST", "/v1/ask", {"question": "please fail"}, 500, "/v1/ask"),
    ],
)
def test_every_response_has_an_id_and_is_seen_by_its_route(
    notes: Notes, records: Records, method: str, path: str, body: object, status: int, route: str
) -> None:
    response = client_of(notes, records, bot=Within()).request(method, path, json=body)
    (seen,) = notes.exchanges
    assert response.status_code == seen.status == status
    assert response.headers[HEADER] == seen.id
    assert seen.whole
    assert seen.seconds > 0
    assert seen.route == route
    assert "xyzzy" not in repr(seen)


def test_ids_differ_and_each_is_known_in_the_thread_that_answers(notes: Notes, records: Records) -> None:
    bot = Within()
    client = client_of(notes, records, bot=bot)
    ids = [client.post("/v1/ask", json={"question": "How big?"}).headers[HEADER] for _ in range(2)]
    streamed = client.post("/v1/ask", json={"question": "How big?"}, headers={"Accept": "text/event-stream"})
    assert bot.requests == [*ids, streamed.headers[HEADER]]
    assert len(set(bot.requests)) == 3


@pytest.mark.parametrize(
    ("peer", "given", "taken"),
    [
        ("10.0.0.5", "abc-123_X.9", True),
        ("10.0.0.5", "a b", False),
        ("10.0.0.5", "<script>", False),
        ("10.0.0.5", "x" * 65, False),
        ("10.0.0.5", "", False),
        ("192.0.2.9", "abc-123", False),
    ],
)
def test_an_id_is_taken_over_only_from_a_trusted_proxy(
    notes: Notes, records: Records, peer: str, given: str, taken: bool
) -> None:
    client = client_of(notes, records, BotSettings(trusted_proxies=("10.0.0.0/8",)), peer=peer)
    assert (client.get("/healthz", headers={HEADER: given}).headers[HEADER] == given) is taken


def test_the_reader_that_the_key_check_left_is_seen(notes: Notes, records: Records) -> None:
    key, token = Keys(records.engine).create("ines", "public")
    settings = BotSettings(trusted_proxies=("10.0.0.0/8",))
    for peer in ("192.0.2.9", "10.0.0.5"):
        client_of(notes, records, settings, peer=peer).get("/v1/reports", headers={"Authorization": f"Bearer {token}"})
        assert (notes.exchanges[-1].reader, notes.exchanges[-1].route) == (key.id, "/v1/reports")


def test_a_stream_is_counted_until_its_end(notes: Notes, records: Records) -> None:
    client = client_of(notes, records)
    client.post("/v1/ask", json={"question": "How big?"}, headers={"Accept": "text/event-stream"})
    client.post("/v1/ask", json={"question": "How big?"})
    assert (notes.opened, notes.open) == (1, 0)


def test_other_sites_that_are_allowed_may_read_the_id(notes: Notes, records: Records) -> None:
    client = client_of(notes, records, BotSettings(allowed_origins=("https://shop.example",)))
    response = client.get("/v1/reports", headers={"Origin": "https://shop.example"})
    assert HEADER.lower() in response.headers["access-control-expose-headers"].lower()


class Endless(FakeBot):
    """Takes steps until nobody listens."""

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        while True:
            time.sleep(0.02)
            yield Step(name="understand", text="Reading")


@contextmanager
def served(bot: FakeBot, watch: Watch, records: Records) -> Iterator[str]:
    """A real server."""
    listening = socket.create_server(("127.0.0.1", 0))
    begun = threading.Event()
    server = Server(api(bot, BotSettings(), records, monitoring=Monitoring(watch, Metrics())), begun.set)
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    assert begun.wait(20)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def asking(url: str, question: str, accept: str = "application/json") -> urllib.request.Request:
    headers = {"Content-Type": "application/json", "Accept": accept}
    return urllib.request.Request(f"{url}/v1/ask", json.dumps({"question": question}).encode(), headers)


def test_a_client_that_leaves_a_stream_is_seen(notes: Notes, records: Records) -> None:
    with served(Endless(), notes, records) as url:
        response = urllib.request.urlopen(asking(url, "How big?", "text/event-stream"), timeout=10)
        response.read(10)
        assert notes.open == 1
        response.close()
        ends = time.monotonic() + 10
        while notes.open and time.monotonic() < ends:
            time.sleep(0.02)
    (seen,) = notes.exchanges
    assert (notes.open, seen.status, seen.whole) == (0, 200, False)


def test_a_defect_is_logged_once_with_its_stack_and_the_id_that_the_client_got(notes: Notes, records: Records) -> None:
    stream = StringIO()
    write_log(BotSettings(log_format="json"), stream)
    with served(Within(), notes, records) as url, pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(asking(url, "please fail"), timeout=10)
    caught.value.close()
    (line,) = [line for line in map(json.loads, stream.getvalue().splitlines()) if "exc_info" in line]
    assert line["request_id"] == caught.value.headers[HEADER] == notes.exchanges[0].id
    assert "asked to fail" in line["exc_info"]
