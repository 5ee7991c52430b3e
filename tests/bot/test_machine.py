"""Which hosts are this machine."""

import pytest

from bot.machine import is_this_machine


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("192.0.2.1", False), ("bot.example", False), ("", False),
    ],
)  # fmt: skip
def test_only_loopback_is_reached_from_this_machine_alone(host: str, alone: bool) -> None:
    assert is_this_machine(host) is alone
