"""How the last answer came about: it again, with the words it was read from."""

from dataclasses import replace

from bot.evidence import Draft, Evidence, Paragraph, Sentence
from bot.question import Question
from bot.retrieve import Found


def asked_again(question: Question) -> Question | None:
    """The question whose answer is asked about; None where there was none."""
    before = question.previous
    while before is not None and before.kind == "working":
        before = before.previous
    return before


def working(found: Found, told: Draft | None = None) -> Draft | None:
    """What was ``told`` before, once more, and the sentences it was read from; None where nothing was."""
    if told is None or told.reason is not None:
        return told
    said = {sentence.text for block in told.blocks if isinstance(block, Paragraph) for sentence in block.sentences}
    read = (each for each in dict.fromkeys(told.cited) if each.table is None and each.quote not in said)
    quotes = tuple(map(_quoted, read)) if told.answerer not in UNQUOTED else ()
    return replace(told, blocks=(*told.blocks, Paragraph(quotes)) if quotes else told.blocks, answerer="working")


UNQUOTED = ("talk", "contact")
"""Answerers whose lines are read from no sentence."""


def _quoted(evidence: Evidence) -> Sentence:
    return Sentence(f"The report says: “{' '.join(evidence.quote.split())}”", (evidence,))
