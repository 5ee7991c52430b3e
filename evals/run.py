"""Asks questions, in one process, and scores what comes back."""

import time
from collections.abc import Callable, Sequence

from tqdm import tqdm

from bot.desk import Bot
from evals.meter import Meter
from evals.question import Question
from evals.score import PassageText, score
from evals.scored import AskResult, Scored

Ask = Callable[[Sequence[str], str | None], AskResult]
"""Asks the turns of one conversation about a report (None: the whole library); the result of the last."""


def run(questions: Sequence[Question], ask: Ask, passage_text: PassageText, label: str = "") -> list[Scored]:
    """Every question asked and scored, in order. The bar goes to stderr and only to a terminal."""
    bar = tqdm(questions, desc=label or None, unit="question", disable=None, leave=False)
    return [score(question, ask(question.turns, question.report), passage_text) for question in bar]


def asking(bot: Bot, meter: Meter) -> Ask:
    """Asks a bot that ``meter`` watches; only the last turn is timed and watched."""

    def ask(turns: Sequence[str], report: str | None) -> AskResult:
        conversation: str | None = None
        for question in turns[:-1]:
            conversation = bot.ask(question, report, conversation).conversation
        meter.reset()
        started = time.perf_counter()
        answer = bot.ask(turns[-1], report, conversation)
        took_ms = (time.perf_counter() - started) * 1000
        return AskResult(answer, meter.rejections, took_ms, meter.embedding_ms)

    return ask


def passages_of(bot: Bot) -> PassageText:
    """Opens a bot's passages."""

    def passage_text(address: str) -> str | None:
        view = bot.passage(address)
        return view.text if view else None

    return passage_text
