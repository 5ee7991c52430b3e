"""The line above an answer."""

from typing import get_args

import pytest

from bot.evidence import Reason
from bot.notices import notice
from tests.bot.fakes import DECLINED, FIGURE


def test_a_whole_answer_has_none() -> None:
    assert notice(FIGURE) is None


def test_a_partial_answer_says_so() -> None:
    assert "part" in (notice(FIGURE.model_copy(update={"status": "partial"})) or "")


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_to_decline_has_its_line(reason: Reason) -> None:
    assert notice(DECLINED.model_copy(update={"reason": reason}))
