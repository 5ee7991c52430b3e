"""Questions with known answers, as the files in evals/questions hold them."""

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.answer import Status
from bot.evidence import Reason
from ingest.domain import Kind
from ingest.errors import FootnoteError

QUESTIONS = Path(__file__).with_name("questions")

Split = Literal["dev", "train", "test"]
"""What is developed on, what is only learned from, and what nobody looks into."""

QuestionKind = Literal[
    "figure", "calculation", "list", "explanation", "coverage", "contact", "smalltalk", "out_of_scope", "premise",
    "injection", "followup", "unanswerable",
]  # fmt: skip

Trap = Literal["premise", "unit", "year", "neighbour", "silence", "given", "order", "planted"]

Act = Literal[
    "correction", "unit", "time", "pronoun", "why", "comparison", "total", "difference", "working", "source", "sure",
    "thanks", "absent", "topic", "back", "short", "constraint", "edition", "reply",
]  # fmt: skip
"""The dialogue act of a conversation's last turn."""

_PERIOD = r"|FY\d{4}|\d{4}|\d{4}-\d{4}|[QH][1-4] \d{4}"
_YEAR = re.compile(r"\d{4}")


class BadQuestion(FootnoteError):  # noqa: N818 - named for what happened
    """A line of a question file is not a question."""

    def __init__(self, file: Path, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}. The format is described in evals/questions/README.md.")


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Figure(_Gold):
    """A number the answer must state. A calculated one may be off by ``tolerance``, a relative distance."""

    value: Decimal
    scale: Decimal = Decimal(1)
    kind: Kind
    currency: str = ""
    unit: str = ""
    period: Annotated[str, Field(pattern=f"^(?:{_PERIOD})$")] = ""
    calculated: bool = False
    tolerance: Decimal = Field(default=Decimal("0.005"), ge=0, lt=1)

    @property
    def amount(self) -> Decimal:
        """Value in units of one."""
        return self.value * self.scale

    @property
    def years(self) -> frozenset[int]:
        """The years its period names."""
        return frozenset(int(year) for year in _YEAR.findall(self.period))

    def __str__(self) -> str:
        value = f"{self.value}" if self.scale == 1 else f"{self.value} x {self.scale:g}"
        words = (self.currency, value, self.kind if self.kind not in ("money", "number") else self.unit, self.period)
        return " ".join(word for word in words if word)

    @model_validator(mode="after")
    def _money_has_a_currency(self) -> Self:
        if (self.kind == "money") != bool(self.currency):
            raise ValueError("money has a currency, and nothing else has")
        return self


def _alternatives(entries: object) -> object:
    """Entries that are no list become lists of one."""
    if not isinstance(entries, list):
        return entries
    return [entry if isinstance(entry, list) else [entry] for entry in entries]


Alternatives = Annotated[tuple[Annotated[tuple[str, ...], Field(min_length=1)], ...], BeforeValidator(_alternatives)]
"""Of each inner tuple one must be there."""

Figures = Annotated[tuple[Annotated[tuple[Figure, ...], Field(min_length=1)], ...], BeforeValidator(_alternatives)]


class Expect(_Gold):
    """What must hold of the answer; every part that is not empty or None must."""

    figure: Figures = ()
    items: Alternatives = ()
    exact: bool = False
    contains: Alternatives = ()
    declined: bool | None = None
    reason: Reason | None = None
    status: tuple[Status, ...] = ()
    no_figures: bool = False

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        parts = (self.figure, self.items, self.contains, self.status, self.no_figures)
        if not any(parts) and self.declined is None:
            raise ValueError("nothing is expected")
        if self.exact and not self.items:
            raise ValueError("exact says something of items, and there are none")
        return self


class Question(_Gold):
    """A conversation whose last answer is scored, and what it is scored by."""

    id: Annotated[str, Field(min_length=1)]
    report: str | None
    split: Split
    kind: QuestionKind
    turns: Annotated[tuple[str, ...], Field(min_length=1)]
    expect: Expect
    must_cite: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    trap: Trap | None = None
    act: Act | None = None

    @model_validator(mode="after")
    def _counted_once(self) -> Self:
        if self.act and (self.trap or len(self.turns) == 1):
            raise ValueError("an act is of a conversation of several turns, and of no trap")
        return self

    @property
    def is_declined(self) -> bool | None:
        """Whether the right answer is declined; None when more than one status is right."""
        if self.expect.declined is not None:
            return self.expect.declined
        return None if self.expect.status else False


def load_questions(folder: Path, splits: Iterable[Split]) -> list[Question]:
    """The questions of the splits, by file and line. Raises BadQuestion."""
    wanted = frozenset(splits)
    seen: dict[str, str] = {}
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        for line, question in _read(file):
            if question.id in seen:
                raise BadQuestion(file, line, f"the id {question.id} is taken by {seen[question.id]}")
            seen[question.id] = f"{file}:{line}"
            found.append(question)
    return [question for question in found if question.split in wanted]


def _read(file: Path) -> Iterator[tuple[int, Question]]:
    for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if text.strip():
            yield line, _question(file, line, text)


def _question(file: Path, line: int, text: str) -> Question:
    try:
        return Question.model_validate_json(text)
    except ValidationError as error:
        problems = (f"{'.'.join(str(part) for part in e['loc'])} {e['msg']}".strip() for e in error.errors())
        raise BadQuestion(file, line, "; ".join(problems)) from error
    except json.JSONDecodeError as error:
        raise BadQuestion(file, line, error.msg) from error
