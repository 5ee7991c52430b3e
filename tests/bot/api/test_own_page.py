"""The server's own pages are told from others by their origin."""

import pytest
from starlette.requests import HTTPConnection

from bot.api.own_page import is_own
from bot.settings import BotSettings


@pytest.mark.parametrize(
    ("origin", "host", "own"),
    [
        ("https://bot.example", "bot.example", True),
        ("https://public.example", "10.0.0.1:8000", True),
        ("https://bot.example:444", "bot.example", False),
        ("https://bot.example.evil.example", "bot.example", False),
        ("", "", False),
        ("null", "", False),
    ],
)
def test_the_server_s_own_pages_are_known_by_their_origin(origin: str, host: str, own: bool) -> None:
    headers = [(b"origin", origin.encode()), (b"host", host.encode())]
    connection = HTTPConnection({"type": "http", "headers": headers})
    assert is_own(connection, BotSettings(public_url="https://public.example")) is own
