"""What stands around a bot passes on what it does not change."""

from bot.around import Around
from tests.bot.fakes import REPORT, FakeBot


def test_whatever_is_looked_up_or_forgotten_is_the_bots() -> None:
    bot = FakeBot()
    around = Around(bot)
    assert around.reports() == bot.reports()
    assert around.passage("tidal-energy:p0") == bot.passage("tidal-energy:p0")
    assert around.passage("tidal-energy:p99") is None
    assert around.sources(REPORT.id, ["tidal-energy:p0"]) == bot.sources(REPORT.id, ["tidal-energy:p0"])
    assert around.room.report(REPORT.id) == bot.room.report(REPORT.id)
    around.forget("c1")
    around.resume([("How big?", None)])
    assert bot.forgotten == ["c1"] and bot.resumed == [(("How big?", None),)]
