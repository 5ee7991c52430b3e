"""Has the last word: keeps of a draft only what the evidence it cites supports."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answer import Block, Calculation, Citation, Status
from bot.bench import Bench
from bot.cited import Cited
from bot.compose import Composed, Kept, KeptListing, KeptParagraph, KeptPoint, KeptSeries, compose
from bot.evidence import Draft, DraftBlock, Evidence, Grid, Listing, Paragraph, Reason, Sentence, Series
from bot.judge import Verdict, judge
from bot.shown import grid_faults, point_verdict
from ingest.domain import Contact
from ingest.quantity.frame import UNFRAMED
from ingest.words import stem, words

UNVERIFIED = "No answer to this could be verified against the report, so none is given."
NOTHING_SAID: dict[Reason, str] = {
    "not_in_report": "I found nothing on this in the report.",
    "not_published": "I found no such figure in the report.",
    "out_of_scope": "This is not a question the report can answer.",
    "unclear": "It is not clear what to look for in the report.",
    "no_report": "There is no such report in the library.",
    "unverified": UNVERIFIED,
}
"""What is said when a draft declines and nothing of its wording survives."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A sentence, item, row or point that was not kept, and why."""

    sentence: str
    why: str


@dataclass(frozen=True, slots=True)
class Verified:
    """All of an Answer that depends on the draft; the chain adds id, conversation and time."""

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    calculations: tuple[Calculation, ...]
    status: Status
    reason: Reason | None
    text: str
    rejections: tuple[Rejection, ...]
    suggestions: tuple[str, ...]
    answerer: str


def verify(draft: Draft, question: str = "", contact: Contact | None = None) -> Verified:
    """What may be shown of a draft.

    ``question`` is the user's own words as they were heard, which sentences may repeat only to reject them
    (``Sentence.echo``).
    ``contact`` is who to hand over to when nothing survives of a draft that proposed to answer.
    """
    review = Review(question, must_cite=draft.speaks and draft.reason is None)
    kept = tuple(part for block in draft.blocks for part in review.block(block))
    reason, person = draft.reason, draft.contact
    if not kept and draft.blocks and reason is None:
        reason, person = "unverified", draft.contact or contact
    if not kept and reason:
        kept = (_said(NOTHING_SAID[reason]),)
    return _verified(draft, compose(kept, person), reason, tuple(review.rejections))


def _said(text: str) -> KeptParagraph:
    return KeptParagraph((Verdict(Sentence(text)),))


def _verified(draft: Draft, composed: Composed, reason: Reason | None, rejections: tuple[Rejection, ...]) -> Verified:
    """Anything lost makes an answer partial: what was asked for may be what was lost."""
    status: Status = "declined" if reason else ("partial" if rejections or draft.partial else "answered")
    return Verified(
        blocks=composed.blocks,
        citations=composed.citations,
        calculations=composed.calculations,
        status=status,
        reason=reason,
        text=composed.text,
        rejections=rejections,
        suggestions=draft.suggestions,
        answerer=draft.answerer,
    )


class Review:
    """Goes through a draft's blocks and takes down what it rejects."""

    def __init__(self, question: str, must_cite: bool) -> None:
        self.question = question
        self.must_cite = must_cite
        self.rejections: list[Rejection] = []

    def block(self, block: DraftBlock) -> tuple[Kept, ...]:
        """What is left of a block: itself, less, or nothing."""
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Listing():
                return self._listing(block)
            case Grid():
                return self._grid(block)
            case Series():
                return self._series(block)

    def _paragraph(self, paragraph: Paragraph) -> tuple[Kept, ...]:
        kept: list[Verdict] = []
        for sentence in paragraph.sentences:
            bench = Bench(sentence, self.question, kept[-1].sentence.text if kept else "")
            verdict = judge(bench)
            if bench.denies and not verdict.why and _is_said(bench, paragraph):
                verdict = replace(verdict, why="it denies what the report says")
            kept += self._kept(verdict, self.must_cite and not bench.denies)
        return (KeptParagraph(tuple(kept)),) if kept else ()

    def _listing(self, listing: Listing) -> tuple[Kept, ...]:
        """An intro without figures leans on its items; one with a count must have counted those that are left."""
        items = [verdict for item in listing.items for verdict in self._kept(self._item(item, listing), must_cite=True)]
        leaning = replace(listing.intro, evidence=listing.intro.evidence or _evidence(item.sentence for item in items))
        verdict = judge(Bench(leaning, self.question, "", counted=len(items)))
        if not items:
            return ()
        if verdict.why:
            self._reject(listing.intro.text, verdict.why)
            return ()
        own = replace(verdict.sentence, evidence=verdict.sentence.evidence if listing.intro.evidence else ())
        return (KeptListing(replace(verdict, sentence=own), tuple(items)),)

    def _item(self, item: Sentence, listing: Listing) -> Verdict:
        """An item is a name the quote has verbatim, or figures with no word of their own."""
        bench = Bench(item, self.question, listing.intro.text)
        verdict = judge(bench)
        if verdict.why or bench.cited.says(bench.text):
            return verdict
        said = {word.stem for word in words(bench.text)}
        if bench.claims.quantities and (bench.sentence.calculation or said <= bench.cited.stems | _UNITS):
            return verdict
        return replace(verdict, why="the item does not stand verbatim in its quote")

    def _grid(self, grid: Grid) -> tuple[Kept, ...]:
        faults = grid_faults(grid, self.question)
        for (cells, _), why in zip(grid.rows, faults, strict=True):
            if why:
                self._reject(" | ".join(cells), why)
        rows = tuple(row for row, why in zip(grid.rows, faults, strict=True) if not why)
        return (replace(grid, rows=rows),) if rows else ()

    def _series(self, series: Series) -> tuple[Kept, ...]:
        points: list[KeptPoint] = []
        for point in series.points:
            result, why = point_verdict(point, series)
            if why:
                self._reject(f"{point.label}: {point.amount} {series.unit}", why)
            else:
                points.append(KeptPoint(point, result))
        return (KeptSeries(series, tuple(points)),) if points else ()

    def _kept(self, verdict: Verdict, must_cite: bool) -> list[Verdict]:
        why = verdict.why or ("it cites nothing" if must_cite and not verdict.sentence.evidence else "")
        if why:
            self._reject(verdict.sentence.text, why)
            return []
        return [_marked_calculated(verdict)]

    def _reject(self, sentence: str, why: str) -> None:
        self.rejections.append(Rejection(sentence, why))


_UNIT_WORDS = "USD EUR GBP INR JPY CNY thousand million billion trillion lakh crore percent about over"
_UNITS = frozenset(map(stem, _UNIT_WORDS.split()))


def _is_said(bench: Bench, paragraph: Paragraph) -> bool:
    """Whether what is cited beside a denial has the very number it denies, for the time it denies it of."""
    denied = {(q.kind, q.currency, q.amount, q.upper) for q in bench.claims.quantities}
    times = {period for period, _ in bench.claims.periods}
    cited = (q for item in _evidence(paragraph.sentences) for q in Cited((item,), UNFRAMED).quantities)
    return any((q.kind, q.currency, q.amount, q.upper) in denied and (not times or q.period in times) for q in cited)


def _evidence(sentences: Iterable[Sentence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(item for sentence in sentences for item in sentence.evidence))


def _marked_calculated(verdict: Verdict) -> Verdict:
    """A calculated figure is always said to be one."""
    sentence = verdict.sentence
    if verdict.result is None or stem("calculated") in {word.stem for word in words(sentence.text)}:
        return verdict
    body = sentence.text.rstrip(".")
    return replace(verdict, sentence=replace(sentence, text=f"{body} (calculated, not published)."))
