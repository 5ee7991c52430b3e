"""Who is a proxy that is believed, and who is on this machine."""

import pytest
from starlette.requests import HTTPConnection

from bot.api.trust import is_here, trusted
from bot.settings import BotSettings

PROXIES = BotSettings(trusted_proxies=("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"))


@pytest.mark.parametrize(
    ("peer", "believed"),
    [
        ("10.1.2.3", True), ("192.0.2.7", True), ("2001:db8::5", True),
        ("192.0.2.8", False), ("11.0.0.1", False), ("testclient", False), ("", False), (None, False),
    ],
)  # fmt: skip
def test_only_the_proxies_named_are_believed(peer: str | None, believed: bool) -> None:
    assert trusted(PROXIES, peer) is believed
    assert not trusted(BotSettings(), peer)


def request(peer: str = "127.0.0.1", **headers: str) -> HTTPConnection:
    named = {"host": "127.0.0.1:8000"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return HTTPConnection(
        {
            "type": "http", "scheme": "http", "path": "/metrics", "query_string": b"", "client": (peer, 5000),
            "server": ("127.0.0.1", 8000), "headers": [(n.encode(), v.encode()) for n, v in named.items()],
        }
    )  # fmt: skip


def test_somebody_on_this_machine_is_here() -> None:
    assert is_here(request(), BotSettings())
    assert is_here(request(host="localhost:8000"), BotSettings())
    assert is_here(request("::1", host="[::1]:8000"), BotSettings(host="::1"))


@pytest.mark.parametrize(
    ("passed_on", "settings"),
    [
        (request("192.0.2.1"), BotSettings()),
        (request(x_forwarded_for="127.0.0.1"), BotSettings()),
        (request(forwarded="for=127.0.0.1"), BotSettings()),
        (request(x_real_ip="127.0.0.1"), BotSettings()),
        (request(via="1.1 proxy"), BotSettings()),
        (request(host="reports.example"), BotSettings()),
        (request(), BotSettings(trusted_proxies=("127.0.0.1",))),
        (request(), BotSettings(host="0.0.0.0")),
        (request(), BotSettings(host="0.0.0.0", open=True)),
        (request(), BotSettings(open=False)),
    ],
)
def test_whoever_may_be_from_elsewhere_is_not_here(passed_on: HTTPConnection, settings: BotSettings) -> None:
    assert not is_here(passed_on, settings)
