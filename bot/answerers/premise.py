"""Questions that assert a figure: confirmed when the report says it, corrected with what the report does say."""

from dataclasses import replace

from bot.answerers.lookup import chosen_quantities, distinct
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import matching
from bot.phrase import sentence
from bot.retrieve import Found
from ingest.domain import Measure, Quantity


def premise(found: Found) -> Draft | None:
    """ "Yes" with the figure, or "the report does not say …" with the one it does."""
    question, book = found.question, found.book
    if not question.claims:
        return None
    claim = question.claims[0]
    asked = replace(question, measure=claimed_measure(question.measure, claim))
    published = chosen_quantities(replace(found, question=asked, quantities=matching(asked, book)))
    if not published:
        published = chosen_quantities(
            replace(found, question=replace(asked, periods=()), quantities=matching(replace(asked, periods=()), book))
        )
    published = distinct([q for q in published if q.kind == claim.kind])
    if not published:
        return None
    if any(says(q, claim) for q in published):
        agreed = next(q for q in published if says(q, claim))
        return Draft(
            (Paragraph((Sentence(f"Yes. {sentence(agreed, book)}", (evidence_of(book, agreed),)),)),), answerer="lookup"
        )
    denial = Sentence(f"No, the report does not say {claim.text}.", (), echo=(claim.text,))
    corrections = tuple(Sentence(sentence(q, book), (evidence_of(book, q),)) for q in published[:2])
    return Draft((Paragraph((denial, *corrections)),), answerer="lookup")


def claimed_measure(asked: Measure | None, claim: Quantity) -> Measure | None:
    """The measure asked for, or the one the claimed number can be of."""
    if claim.kind == "money":
        return asked if asked in ("size", "increase", "price") else "size"
    if claim.kind == "percent":
        return asked if asked in ("share", "cagr", "growth") else "growth"
    return asked


def says(published: Quantity, claim: Quantity) -> bool:
    """Whether the claim is the published figure, or that figure rounded to the claim's printed digit."""
    same_money = claim.currency in (None, published.currency)
    return (
        same_money
        and published.kind == claim.kind
        and abs(published.amount - claim.amount) * 2 <= max(claim.quantum, published.quantum)
    )
