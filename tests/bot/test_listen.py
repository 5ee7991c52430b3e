"""Listening on an address."""

import pytest

from bot.listen import address, bind
from ingest.errors import Misconfigured


def test_the_address_can_be_typed_into_a_browser() -> None:
    with bind("0.0.0.0", 0) as listening:
        assert address(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_a_taken_port_names_the_setting() -> None:
    with bind("127.0.0.1", 0) as first, pytest.raises(Misconfigured, match="BOT_PORT"):
        bind("127.0.0.1", first.getsockname()[1])


def test_an_address_of_another_machine_names_the_setting() -> None:
    with pytest.raises(Misconfigured, match="BOT_HOST"):
        bind("192.0.2.1", 0)
