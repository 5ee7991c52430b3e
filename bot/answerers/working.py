"""How the last answer came about: its figures again, with the words they were read from."""

from bot.answerers.calculate import calculate
from bot.answerers.lookup import lookup
from bot.answerers.series import series
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import matching
from bot.retrieve import Found


def working(found: Found) -> Draft | None:
    """The quotes behind the previous answer's figures, and its formula when it was calculated."""
    previous = found.question.previous
    while previous is not None and previous.kind == "working":
        previous = previous.previous
    if previous is None or previous.kind not in ("figure", "series"):
        return None
    before = Found(previous, found.book, matching(previous, found.book))
    calculated = calculate(before)
    if calculated is not None and lookup(before) is None:
        return calculated
    answered = lookup(before) or series(before)
    if answered is None:
        return None
    evidence = {
        e: None
        for block in answered.blocks
        if isinstance(block, Paragraph)
        for s in block.sentences
        for e in s.evidence
    }
    lines = tuple(Sentence(f"The report says: “{' '.join(e.quote.split())}”", (e,)) for e in evidence)
    return Draft((Paragraph(lines),), answerer="working") if lines else None
