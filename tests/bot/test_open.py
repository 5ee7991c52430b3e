"""The front door for Python."""

import asyncio
from pathlib import Path

import pytest
from langchain_core.runnables import RunnableLambda

from bot import open_bot
from bot.answer import Answer
from bot.desk import NotReady
from bot.open import OpenBot
from bot.settings import BotSettings
from ingest.settings import IngestSettings
from tests.bot.fakes import FIGURE_TEXT, FOUND, REPORT, FakeBot


def test_the_chain_is_a_runnable_that_composes() -> None:
    bot = FakeBot()
    chain = OpenBot(bot).chain(REPORT.id) | RunnableLambda(lambda answer: answer.text)
    assert FIGURE_TEXT in chain.invoke("How big?")
    assert len(chain.batch(["How big?", "Who are the players?"])) == 2
    assert FIGURE_TEXT in asyncio.run(chain.ainvoke({"question": "How big?", "conversation": "c9"}))
    assert bot.asked[-1] == ("How big?", REPORT.id, "c9")
    OpenBot(bot).chain().invoke({"question": "How big?", "report": "cold-chain"})
    assert bot.asked[-1] == ("How big?", "cold-chain", None)


def test_the_retriever_is_one_of_langchains() -> None:
    (document,) = OpenBot(FakeBot()).retriever(limit=1).invoke("size")
    assert document.id == FOUND[0].address


def test_what_can_be_looked_up_is_at_hand() -> None:
    bot = OpenBot(FakeBot())
    assert [report.id for report in bot.reports()] == [REPORT.id]
    assert bot.passage("tidal-energy:p0") is not None
    assert bot.room.report(REPORT.id) is not None
    *_, last = bot.stream("How big?")
    assert isinstance(last, Answer)


def test_an_empty_library_opens_and_says_what_to_do(tmp_path: Path) -> None:
    with (
        open_bot(BotSettings(), IngestSettings(data_dir=tmp_path)) as bot,
        pytest.raises(NotReady, match="python -m ingest"),
    ):
        bot.ask("How big is the market?")


def test_the_package_offers_nothing_else() -> None:
    import bot

    with pytest.raises(AttributeError, match="no attribute 'opened'"):
        _ = bot.opened
