"""What a model is given for an answer: numbered sentences, evidence and figures, and nothing else of the report."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.answerers.decline import STRANGE
from bot.arithmetic import compute
from bot.cite import evidence_at
from bot.evidence import Calculation, Draft, Evidence, Operand, Sentence
from bot.model.figures import calculations_of, cited_by, loose_in, quantities_in, sentences_of
from bot.model.wording import MARKUP, is_set
from bot.readings import cleaned, folded, sentence_spans
from bot.retrieve import Found
from bot.sense import GENERIC, stems
from ingest.domain import Span

MOST_EVIDENCE = 24
"""Pieces that are offered; an answer that cites more is a table in words, and is left as it is."""

MOST_PASSAGES = 4
"""Passages found whose sentences are offered beside what is cited."""

MOST_BESIDE = 8
"""Sentences of these."""

LONGEST = 700
"""Characters of a piece; what is longer is no sentence."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Numbered from one, each on its own. ``told`` are the sentences that may be worded anew.

    ``words_only``: the answer so far declines, and the model may say what the report says in words, without a figure.
    """

    found: Found
    told: tuple[Sentence, ...]
    evidence: tuple[Evidence, ...]
    operands: tuple[Operand, ...]
    calculations: tuple[Calculation, ...]
    words_only: bool = False

    @property
    def shortened(self) -> "Offer":
        """With nothing beside what the answer so far cites; where it cites nothing, with the likelier half."""
        cited = {item for sentence in self.told for item in cited_by(sentence)}
        needed = tuple(item for item in self.evidence if item in cited)
        return replace(self, evidence=needed or self.evidence[: max(1, len(self.evidence) // 2)])

    def numbers_of(self, sentence: Sentence) -> tuple[int, ...]:
        """The numbers of what a sentence cites."""
        return tuple(self.evidence.index(item) + 1 for item in cited_by(sentence))

    def calculation(self, operation: str, numbers: tuple[int, ...]) -> Calculation | None:
        """The calculation of the answer so far with this operation of these figures in this order."""
        if not all(1 <= number <= len(self.operands) for number in numbers):
            return None
        operands = tuple(self.operands[number - 1] for number in numbers)
        return next((c for c in self.calculations if c.operation == operation and c.operands == operands), None)


def offer_for(draft: Draft, found: Found) -> Offer | None:
    """What a model may make of a draft; None where there is nothing for it to do."""
    if draft.reason is not None:
        return _in_words(draft, found)
    told = tuple(sentence for sentence in sentences_of(draft) if is_open(sentence))
    if not draft.speaks or not told:
        return None
    cited = tuple(dict.fromkeys(item for sentence in told for item in cited_by(sentence)))
    if len(cited) > MOST_EVIDENCE:
        return None
    calculations = tuple(c for c in calculations_of(draft) if any(s.calculation == c for s in told))
    operands = tuple(dict.fromkeys(operand for each in calculations for operand in each.operands))
    evidence = (*cited, *_beside(found, cited))[:MOST_EVIDENCE]
    return Offer(found, told, evidence, operands, calculations)


def is_open(sentence: Sentence) -> bool:
    """Whether a sentence may be worded anew: one that says yes or no, rejects the question's words, or says that it may
    not be what is meant, stays as it is."""
    if sentence.calculation:
        compute(sentence.calculation)
    return bool(cited_by(sentence)) and not sentence.echo and not is_set(sentence.text)


def _in_words(draft: Draft, found: Found) -> Offer | None:
    """For a question of words about what the report does speak of, the sentences that were found."""
    question = found.question
    near = found.similarity >= STRANGE
    if question.kind != "explanation" or not question.is_wordy or question.unknown or question.periods or not near:
        return None
    if draft.reason == "out_of_scope":
        return None
    evidence = tuple(_beside(found, ()))
    return Offer(found, (), evidence, (), (), words_only=True) if evidence else None


def _beside(found: Found, cited: tuple[Evidence, ...]) -> Iterator[Evidence]:
    """Sentences of the best passages that have a word of what is asked for, beyond the market's name."""
    book, known = found.book, {folded(item.quote) for item in cited}
    topics = frozenset(stem for word in found.question.words for stem in word.stems) - book.market_stems - GENERIC
    given = 0
    for hit in found.hits[:MOST_PASSAGES]:
        source = hit.passage.source
        if not isinstance(source, Span):
            continue
        section = book.report.sections[source.section]
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            inside = source.start <= start and end <= source.end
            if not inside or len(text) > LONGEST or folded(text) in known or given == MOST_BESIDE:
                continue
            if _in_words_only(text) and topics & stems((text, *section.heading)):
                given += 1
                known.add(folded(text))
                yield evidence_at(book, Span(source.section, start, end))


def _in_words_only(text: str) -> bool:
    """Whether it is a sentence without a number or an address: what the answer does not tell may not be told."""
    bare = not (any(map(str.isdigit, text)) or quantities_in(text, ()) or loose_in(text, ()))
    return bare and cleaned(text).endswith(".") and not MARKUP.search(text)
