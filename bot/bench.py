"""One drafted sentence with all that is needed to judge it: what it says, what it cites, what it may repeat."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.arithmetic import Result, compute
from bot.cited import Cited
from bot.claims import Claims, Range, market_frame, read_claims
from bot.echo import rejected
from bot.evidence import Evidence, Sentence
from bot.readings import cleaned
from bot.support import CHECKS, Check

_REFERS_BACK = re.compile(
    r"(?:it|its|they|their|this|these|that|those|the (?:same|latter|former|segment|region|country))\b", re.I
)
_QUOTATION = re.compile(r"[“\"]([^“”\"]+)[”\"]")


@dataclass(frozen=True)
class Bench:
    """One sentence with all that is needed to judge it."""

    sentence: Sentence
    question: str
    before: str  # what the reader has read just before, for "it" and "they"
    counted: int | None = None  # how many items follow, for the sentence that introduces a list
    checks: tuple[Check, ...] = CHECKS  # all of them, unless a test leaves one out

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """All it cites: its own evidence, then its calculation's."""
        calculation = self.sentence.calculation
        operands = tuple(operand.evidence for operand in calculation.operands) if calculation else ()
        return tuple(dict.fromkeys((*self.sentence.evidence, *operands)))

    @cached_property
    def cited(self) -> Cited:
        """What that evidence has."""
        return Cited(self.evidence, market_frame(tuple(item.title for item in self.evidence)))

    @property
    def text(self) -> str:
        """The sentence as it will be shown."""
        return cleaned(self.sentence.text)

    @cached_property
    def claims(self) -> Claims:
        """What the sentence says: not read where it stands as it is in what it cites."""
        return read_claims(self.sentence.text, self.cited.frame)

    @cached_property
    def echoes(self) -> list[Range]:
        """Where it repeats the question's words only to reject them."""
        return rejected(self.text, self.sentence.echo, self.question)

    @cached_property
    def result(self) -> Result | None:
        """The recomputed result of its calculation. Raises CalculationError."""
        return compute(self.sentence.calculation) if self.sentence.calculation else None

    @cached_property
    def heard(self) -> str:
        """The sentence, with what it refers back to."""
        return f"{self.before} {self.text}" if _REFERS_BACK.match(self.text) else self.text

    @cached_property
    def denies(self) -> bool:
        """Whether all in it that needs a source is rejected: "No, the report does not say 19%"."""
        return bool(self.echoes) and all(self.is_excused(span) for span in self.claims.spans)

    @cached_property
    def quoted(self) -> list[Range]:
        """Where it quotes whole sentences of its source in quotation marks."""
        marked = _QUOTATION.finditer(self.text)
        return [match.span() for match in marked if self.cited.is_quoted_whole(match[1])]

    def is_excused(self, span: Range) -> bool:
        """Whether a stretch of the sentence is inside rejected words of the question, or a quotation."""
        return any(start <= span[0] and span[1] <= end for start, end in (*self.echoes, *self.quoted))
