"""Answers of a report with and without a scripted model, and the numbers they state, read by the evals' own reader."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from langchain_core.messages import BaseMessage

from bot.book import Book
from bot.chain import Inquiry
from bot.draft import draft
from bot.evidence import Draft
from bot.report_bot import answer_of
from bot.retrieve import Found
from bot.understand import understand
from bot.verify import Verified, verify
from evals.figures import claims
from evals.stated import read_stated
from tests.bot.beehives import retrieval
from tests.bot.model.fakes import Seen, seen, sent, writer_of

Number = tuple[str, str, Decimal]
"""Kind, currency and amount in units of one."""


def numbers(verified: Verified) -> dict[Number, set[int | None]]:
    """Every number an answer states, with the years of the statements that state it; None where one has no year."""
    answer = answer_of(verified, "c", 0.0)
    stated: dict[Number, set[int | None]] = defaultdict(set)
    for claim in claims(answer):
        number = claim.number
        if not number.is_year and not (number.kind == "number" and 1990 <= number.amount <= 2050):
            stated[(number.kind, number.currency, number.amount)] |= set(claim.statement.years) or {None}
    for calculation in answer.calculations:
        for operand in calculation.operands:
            currency, _, scale = operand.unit.partition(" ") if operand.unit[:3].isupper() else ("", "", operand.unit)
            value = f"{operand.value}%" if scale == "%" else f"{operand.value} {scale}"
            year = int(operand.period[:4]) if operand.period and operand.period[:4].isdigit() else None
            for number in read_stated(f"{currency} {value}".strip()):
                stated[(number.kind, number.currency, number.amount)] |= {None, year}
    return stated


def wrong_numbers(verified: Verified, right: Verified) -> list[Number]:
    """The numbers an answer states and the right one does not, or not of that year, or leaves out; and those beside a
    year that the right one does not name."""
    said, true = numbers(verified), numbers(right)
    years = {None}.union(*true.values())
    return [
        number
        for number in {*said, *true}
        if number not in said
        or number not in true
        or not said[number] <= years
        or not said[number] & (true[number] | {None})
    ]


@dataclass(frozen=True)
class Case:
    """A question, its answer without a model, and what a model is shown for it."""

    book: Book
    question: str
    draft: Draft
    found: Found
    right: Verified
    shown: Seen


class Desk:
    """Asks one book, with one writer whose script is set for each answer."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.asked = 0
        self._script: Callable[[Sequence[BaseMessage]], str] = lambda messages: sent()
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._write = self._stack.enter_context(writer_of(self._reply))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _reply(self, messages: Sequence[BaseMessage]) -> str:
        self.asked += 1
        return self._script(messages)

    def case(self, question: str) -> Case | None:
        """The question as a model gets it; None where none is asked."""
        search = retrieval(self.book)
        found = search(understand(question, self.book), self.book)
        made = draft((found,), lambda each: search(each.question, each.book, tables=False))
        shown: list[Seen] = []

        def look(messages: Sequence[BaseMessage]) -> str:
            shown.append(seen(messages))
            return sent()

        self._script = look
        right = verify(made, question)
        self._write(made, found, Inquiry(question, self.book), lambda text: (made, found))
        return Case(self.book, question, made, found, right, shown[0]) if shown else None

    def answer(self, case: Case, *sentences: dict[str, Any]) -> Verified:
        """The answer when the model replies with these sentences, the second time too; ``asked`` says how often."""
        self._script = lambda messages: sent(*sentences)
        self.asked = 0
        inquiry = Inquiry(case.question, case.book)
        made, _ = self._write(case.draft, case.found, inquiry, lambda text: (case.draft, case.found))
        return verify(made, case.question)
