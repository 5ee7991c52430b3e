"""The seam."""

from bot.desk import Bot
from tests.bot.fakes import FakeBot


def test_the_fake_is_a_bot() -> None:
    bot: Bot = FakeBot()
    assert bot.reports()
