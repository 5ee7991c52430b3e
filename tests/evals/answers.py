"""Answers and questions for the tests of the scorers, made by hand."""

from collections.abc import Sequence

from bot.answer import (
    Answer,
    Block,
    Calculation,
    CalculationBlock,
    CalculationOperand,
    Citation,
    CitedText,
    ListBlock,
    ParagraphBlock,
    Status,
    TableBlock,
    TableRow,
)
from bot.evidence import Reason
from bot.plain import plain_text
from bot.verify import Rejection
from evals.question import Figure, Question
from evals.score import PassageText
from evals.scored import AskResult


def answer(
    *blocks: Block,
    status: Status = "answered",
    reason: Reason | None = None,
    quotes: Sequence[str] = (),
    calculations: tuple[Calculation, ...] = (),
) -> Answer:
    """An answer of some blocks; each quote is cited from a passage that starts with it."""
    return Answer(
        id="a",
        status=status,
        reason=reason,
        text=plain_text(blocks, calculations),
        blocks=blocks,
        citations=tuple(citation(number, quote) for number, quote in enumerate(quotes, start=1)),
        calculations=calculations,
        conversation="c",
        answerer="by hand",
        took_ms=1.0,
    )


def citation(number: int, quote: str) -> Citation:
    """A citation of passage ``r:p{number}``."""
    passage = f"r:p{number}"
    return Citation(
        number=number, report="r", title="R", heading=(), quote=quote, start=0, end=len(quote), passage=passage
    )


def saying(text: str, status: Status = "answered", quotes: Sequence[str] | None = None) -> Answer:
    """An answer of one paragraph that cites some quotes, or, when none are given, a source that says the same."""
    cited = (text,) if quotes is None else tuple(quotes)
    sentence = CitedText(text=text, citations=tuple(range(1, len(cited) + 1)))
    return answer(ParagraphBlock(sentences=(sentence,)), status=status, quotes=cited)


def sources(answered: Answer) -> PassageText:
    """Passages that say what an answer cites."""
    return {citation.passage: citation.quote for citation in answered.citations}.get


def listing(intro: str, *items: str) -> Answer:
    """An answer that is a list."""
    shown = tuple(CitedText(text=item) for item in items)
    return answer(ListBlock(intro=CitedText(text=intro), items=shown))


def tabled(title: str, header: tuple[str, ...], *rows: tuple[str, ...]) -> Answer:
    """An answer that is a table."""
    return answer(TableBlock(title=title, header=header, rows=tuple(TableRow(cells=r, citations=()) for r in rows)))


def calculating(text: str, result: str, unit: str, periods: Sequence[str] = ()) -> Answer:
    """A paragraph with the calculation behind it."""
    operands = tuple(CalculationOperand(value="1", unit=unit, period=period, citation=1) for period in periods)
    calculation = Calculation(formula="b - a", operands=operands, result=result, unit=unit)
    said = ParagraphBlock(sentences=(CitedText(text=text, calculation=0),))
    return answer(said, CalculationBlock(calculation=0), calculations=(calculation,))


def asked(answered: Answer, rejected: Sequence[str] = (), took_ms: float = 1.0, embedding_ms: float = 0.0) -> AskResult:
    """What asking gives, when verification rejected some sentences."""
    return AskResult(answered, tuple(Rejection(sentence, "of a test") for sentence in rejected), took_ms, embedding_ms)


def question(**gold: object) -> Question:
    """A question with the given expectations; what is a field of questions is its own."""
    own = {name: gold.pop(name) for name in Question.model_fields.keys() - {"expect"} if name in gold}
    base = {"id": "r-figure-01", "report": "r", "split": "dev", "kind": "figure", "turns": ["How big is it?"]}
    return Question.model_validate({**base, **own, "expect": gold})


def money(value: str, scale: str = "1e9", currency: str = "USD", period: str = "", **more: object) -> dict[str, object]:
    """Gold in money, as the question files write it."""
    return {
        "value": value, "scale": scale, "kind": "money", "currency": currency, "unit": "", "period": period, **more,
    }  # fmt: skip


def percent(value: str, period: str = "", **more: object) -> dict[str, object]:
    """Gold in percent."""
    return {"value": value, "scale": "1", "kind": "percent", "currency": "", "unit": "", "period": period, **more}


def count(value: str, unit: str, scale: str = "1", period: str = "") -> dict[str, object]:
    """Gold that counts or measures something."""
    return {"value": value, "scale": scale, "kind": "number", "currency": "", "unit": unit, "period": period}


def figure(gold: dict[str, object]) -> Figure:
    """Gold as a record."""
    return Figure.model_validate(gold)
