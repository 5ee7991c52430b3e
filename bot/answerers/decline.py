"""Saying no: what is missing, what is near, and whom to ask."""

import re
from collections.abc import Iterator, Sequence

from bot.answerers.cover import enclosing_place
from bot.answerers.full_report import in_full_report
from bot.book import Book
from bot.cite import Hit, evidence_at, evidence_of
from bot.conditions import unmet
from bot.echo import asked_for
from bot.evidence import Draft, Paragraph, Reason, Sentence
from bot.inquest import Inquest
from bot.leaning import is_lead_in
from bot.match import matching, measures_of, without_periods
from bot.phrase import the, verbatim
from bot.printings import distinct
from bot.question import Question
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Quantity, Source, Span

NAMES = {
    "size": "market size", "growth": "growth rate", "cagr": "compound annual growth rate", "share": "market share",
    "increase": "increase", "volume": "volume", "price": "price", "count": "number", "ratio": "ratio",
}  # fmt: skip

FIGURES = ("figure", "series", "superlative")

STRANGE = 0.2
"""Cosine below which a question with words the report lacks is not about its matter at all."""

SHOWN = 8
"""Periods or words named at most."""


def decline(found: Found, meant: Draft | None = None) -> Draft:
    """An answer that says the report does not say, names what it does say nearby, or what may be ``meant``, and what
    the full report has where this is what is public of it, and hands over."""
    question, book = found.question, found.book
    missed = Sentence(missing(question, book), echo=asked_for(question))
    reason = _reason(found)
    more = in_full_report(question, book) if reason != "out_of_scope" else None
    blocks = [Paragraph((missed, *(() if meant else near(found)))), *(meant.blocks if meant else ())]
    blocks += [Paragraph((more,))] if more else []
    return Draft(tuple(blocks), reason=reason, speaks=False, contact=book.report.contact, answerer="decline")


def _reason(found: Found) -> Reason:
    question = found.question
    known = len(question.words) > len(question.unknown)
    if question.unknown and not known and question.measure is None and found.similarity < STRANGE:
        return "out_of_scope"
    return "not_published" if question.kind in FIGURES and not question.unknown else "not_in_report"


def missing(question: Question, book: Book) -> str:
    """What was not found, in the question's own terms; only what the report never names is said to be missing."""
    what = " ".join(word.text for word in question.words[:SHOWN])
    places = " and ".join(the(place) for place in question.places)
    absent = [place for place in question.places if place not in book.places]
    if question.kind in ("figure", "series") and (question.measure or question.periods):
        such = "" if what or places or question.periods else "such "
        parts = [f"I found no {such}{NAMES.get(question.measure or 'size', 'figure')}"]
        parts += [f"for “{what}”"] if what else []
        parts += [f"in {places}"] if places else []
        parts += [f"for {' or '.join(str(period) for period in question.periods)}"] if question.periods else []
        return " ".join(parts) + " in the report."
    if absent:
        return f"The report does not speak of {' or '.join(the(place) for place in absent)}."
    if question.unknown:
        return f"The report does not speak of “{' '.join(question.unknown[:SHOWN])}”."
    if question.kind == "superlative" and not what:
        return f"I found nothing in the report that tells which {_SUPERLATIVES[question.aspect]}."
    return f"I found no answer on “{what or question.ask.rstrip(' ?')[:80]}” in the report."


_SUPERLATIVES = {"largest": "is the largest", "smallest": "is the smallest", "fastest": "grows fastest"}


def near(found: Found) -> list[Sentence]:
    """What the report does say: the years it covers, the wider region, the likeliest figure, the sentence that has most
    of what was asked."""
    question, book = found.question, found.book
    nearest = _other_periods(question, book) or _wider(question, book) or _likeliest(found)
    return nearest or _elsewhere(question, book, found.hits)


def _likeliest(found: Found) -> list[Sentence]:
    """The sentence of the figure that may be meant, when that is likelier than most."""
    question, best = found.question, next(iter(found.likely), None)
    names_something = question.measure or question.periods or not question.is_of_whole_market
    if (
        best is None
        or not names_something
        or best.probability < WORTH_SHOWING
        or not isinstance(best.quantity.quote, Span)
        or not _may_be_meant(best.quantity, found)
    ):
        return []
    quote = best.quantity.quote
    text = verbatim(found.book.text_at(quote)).rstrip(".")
    return [Sentence(f"What is near: “{text}”.", (evidence_at(found.book, quote),))]


def _may_be_meant(quantity: Quantity, found: Found) -> bool:
    """Whether nothing that was asked for is missing around it: no name, no place, no time."""
    statement = next(each for each in found.book.statements if each.sense.quantity is quantity)
    return not next(unmet(Inquest(found.question, found.book), [statement]))


WORTH_SHOWING = 0.2
"""Least probability of a figure that is shown as near."""


def _other_periods(question: Question, book: Book) -> list[Sentence]:
    """The periods it publishes the figure asked for of."""
    if not question.periods or question.kind not in ("figure", "series"):
        return []
    dated = [q for q in matching(without_periods(question), book) if q.period and q.period not in question.periods]
    other = distinct(dated)
    periods = dict.fromkeys(str(q.period) for q in sorted(other, key=lambda q: str(q.period)))
    if not periods:
        return []
    shown = list(periods)[:SHOWN]
    evidence = tuple(dict.fromkeys(evidence_of(book, q) for q in other if str(q.period) in shown))
    return [Sentence(f"It gives one for {', '.join(shown)}.", evidence)]


def _wider(question: Question, book: Book) -> list[Sentence]:
    """The wider region the report speaks of, for a place it does not name; that it speaks of the world says
    nothing."""
    if all(place in book.places for place in question.places):
        return []
    wider = enclosing_place(question, book)
    source = _mention_of_place(wider, book) if wider else None
    if not wider or source is None:
        return []
    return [Sentence(f"It speaks of {the(wider)} as a whole.", (evidence_at(book, source),))]


def _elsewhere(question: Question, book: Book, hits: Sequence[Hit]) -> list[Sentence]:
    """The sentence that has the most of what was asked, figures and all; it is said to be near, not to answer."""
    best = max(_covering(question, book, hits), key=lambda pair: pair[0], default=None)
    if best is None or best[0] < HALF:
        return []
    source, text = best[1]
    if stems((text,)) <= question.stems and not _ASKS_WHETHER.match(question.ask) and question.kind != "coverage":
        return []  # "Acme" says nothing to who asked what Acme earns, and enough to who asked whether it is there
    lead = "What is near:" if measures_of(question) else "It does say:"
    return [Sentence(f"{lead} “{verbatim(text).rstrip('.')}”.", (evidence_at(book, source),))]


_ASKS_WHETHER = re.compile(r"\W*\w+ (?:it|you|they|the (?:report|study|paper))\b", re.IGNORECASE)
"""Asks what the report does, by whatever verb, also one spelled wrong: "dose it traet steel?"."""

HALF = 0.5
"""Share of the weight of the words asked for that a sentence must have to be near."""


def _covering(question: Question, book: Book, hits: Sequence[Hit]) -> Iterator[tuple[float, tuple[Source, str]]]:
    """The share of the words asked for (by inverse frequency) in each list item and sentence of the found passages."""
    weights = {word: min((book.idf[s] for s in word.stems if s in book.idf), default=1.0) for word in question.words}
    total = sum(weights.values())
    for source, text in _places_to_look(book, hits) if total else ():
        own = stems((text,))
        if is_lead_in(text):
            continue
        share = sum(weight for word, weight in weights.items() if word.spellings[0] <= own) / total
        placed = not question.places or any(place.lower() in text.lower() for place in question.places)
        yield share * (1.0 if placed else HALF) - 0.0001 * len(text), (source, text)


def _mention_of_place(place: str, book: Book) -> Source | None:
    """The first list item that names a place, else the first sentence; not what names only the rest of it."""
    for source, text in (*_items(book), *book.sentences):
        named = text.lower().replace(f"rest of {the(place)}".lower(), "").replace(f"rest of {place}".lower(), "")
        if place.lower() in named and not any(char.isdigit() for char in text):
            return source
    return None


def _places_to_look(book: Book, hits: Sequence[Hit]) -> Iterator[tuple[Source, str]]:
    """List items, and the sentences and rows of the found passages; every sentence when nothing was searched."""
    yield from _items(book)
    if not hits:
        yield from book.sentences
    for hit in hits:
        source = hit.passage.source
        if not isinstance(source, Span):
            continue
        text = book.report.sections[source.section].text
        for start, end in sentence_spans(text):
            if source.start <= start and end <= source.end:
                yield Span(source.section, start, end), text[start:end]


def _items(book: Book) -> Iterator[tuple[Source, str]]:
    for each in book.lists:
        yield from ((source, text) for text, source in each.items)
