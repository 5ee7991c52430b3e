"""How reports say why."""

import pytest

from bot.causes import CAUSE


@pytest.mark.parametrize(
    "said",
    [
        "Sales fell because the plant burnt.",
        "Share fell, as shoppers went back to shops.",
        "It grew on the back of cheap silk.",
        "It lost a tender, which is why sales fall.",
    ],
)
def test_a_cause_is_told(said: str) -> None:
    assert CAUSE.search(said)


@pytest.mark.parametrize("said", ["Sales have grown since 2019.", "Sales fell by 4%.", "It fell, as of March."])
def test_a_time_is_no_cause(said: str) -> None:
    assert not CAUSE.search(said)
