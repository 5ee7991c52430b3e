"""Questions that assert a figure: confirmed when the report says it, corrected with what the report does say."""

import re
from dataclasses import replace

from bot import lexicon, vocabulary
from bot.answerers.lookup import chosen_quantities, is_calculated
from bot.answerers.quote import quote
from bot.cite import evidence_of
from bot.echo import asked_for
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import in_periods, matching
from bot.phrase import YES, sentence
from bot.printings import distinct
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Measure, Quantity

CORRECTIONS = 2
"""Published figures set against a wrong one at most."""


def premise(found: Found) -> Draft | None:
    """ "Yes" with the figure, or "the report does not say …" with the one it does."""
    question, book = found.question, found.book
    if not question.claims and _FELL.search(question.ask) and not question.places and _is_of_topics(question):
        return _not_falling(found)
    if not question.claims or (is_calculated(question, ()) and not lexicon.PREMISE.search(question.ask)):
        return None
    claim = question.claims[0]
    published = _published(found, claim)
    if not published:
        return _quoted_against(found, claim)
    agreed = next((q for q in published if says(q, claim) and in_periods(q, question)), None)
    if agreed:
        yes = Sentence(f"{YES}{sentence(agreed, book, book.until)}", (evidence_of(book, agreed),))
        return Draft((Paragraph((yes,)),), answerer="premise")
    when = f" for {question.periods[0]}" if len(question.periods) == 1 else ""
    denial = Sentence(f"No, the report does not say {claim.text}{when}.", (), echo=asked_for(question))
    corrections = tuple(
        Sentence(sentence(q, book, book.until), (evidence_of(book, q),)) for q in published[:CORRECTIONS]
    )
    return Draft((Paragraph((denial, *corrections)),), answerer="premise")


_FELL = re.compile(
    r"\b(?:why|how come|since|because|given|isn'?t it|right|correct)\b.*\b(?:shrank|shrunk|shrink(?:s|ing)?"
    r"|declin(?:e[ds]?|ing)|halv(?:e[ds]?|ing)|collaps(?:e[ds]?|ing)|f[ae]ll(?:s|en|ing)?|dropp?(?:ed|s|ing)?|contract(?:ed|s|ing)?)\b"
    r"|\b(?:shrank|shrunk|shrinks|declined|declines|halved|collapsed|fell|falls|dropped|contracted)\b.*"
    r"[,;:–—-]\s*(?:why|how come)\b"
    r"|^\W*(?:is|was|are|will|does|did|has) (?:the|this) (?:market|industry|sector)\b.*"
    r"\b(?:shr[aiu]nk|declin|fall|fell|drop|contract|halv|collaps)\w*"
    r"|\b(?:shr[aiu]nks?|shrinking|declin(?:es?|ing)|fall(?:s|ing)|contracting|halv(?:es|ing)|collaps(?:es|ing))\b.*"
    r"\b(?:right|correct|(?:is|does|did|will|has)n['’]?t it)\b",
    re.IGNORECASE,
)
"""Takes for granted that the market falls."""


def _is_of_topics(question: Question) -> bool:
    """Whether it asks of the market as a whole: for nothing, or for its drivers."""
    return all(any(word.stems & group for group in vocabulary.TOPIC_STEMS) for word in question.words)


def _not_falling(found: Found) -> Draft | None:
    """What the report says of a market that grows, to who takes for granted that it falls."""
    asked = replace(found.question, measure="growth", operation=None, words=())
    rates = [q for q in matching(asked, found.book) if q.measure in ("growth", "cagr")]
    rates = rates or [q for q in matching(replace(asked, periods=()), found.book) if q.measure == "cagr"]
    if not rates or any(q.value <= 0 for q in rates):
        return None
    evidence = (evidence_of(found.book, rates[0]),)
    denial = Sentence("No, the report does not say that the market falls.", evidence)
    said = Sentence(sentence(rates[0], found.book, found.book.until), evidence)
    return Draft((Paragraph((denial, said)),), answerer="premise")


def _quoted_against(found: Found, claim: Quantity) -> Draft | None:
    """The sentence that has what is asked, where the ledger cannot place it; a denial when it has another number."""
    question = replace(found.question, measure=claimed_measure(found.question.measure, claim), operation=None)
    quoted = quote(replace(found, question=question))
    block = quoted.blocks[0] if quoted else None
    if not isinstance(block, Paragraph):
        return None
    numbers = {q.amount for sentence in block.sentences for e in sentence.evidence for q in e.quantities}
    if claim.amount in numbers:
        return Draft((block,), answerer="premise")
    denial = Sentence(f"No, the report does not say {claim.text}.", (), echo=asked_for(found.question))
    return Draft((Paragraph((denial, *block.sentences[:1])),), answerer="premise")


def _published(found: Found, claim: Quantity) -> list[Quantity]:
    """What the report publishes of what the claim is about, of its period if it can."""
    asked = replace(found.question, measure=claimed_measure(found.question.measure, claim), operation=None)
    for question in (asked, replace(asked, periods=())):
        quantities = _of_kind(question, found, claim)
        if quantities:
            return quantities
    return []


def _of_kind(question: Question, found: Found, claim: Quantity) -> list[Quantity]:
    everything = matching(question, found.book)
    said = [q for q in everything if q.kind == claim.kind and says(q, claim)]
    chosen = chosen_quantities(replace(found, question=question, quantities=everything))
    return distinct([*said, *(q for q in chosen if q.kind == claim.kind)])


def claimed_measure(asked: Measure | None, claim: Quantity) -> Measure | None:
    """The measure asked for, or the one the claimed number can be of."""
    if claim.kind == "money":
        return asked if asked in ("size", "increase", "price") else "size"
    if claim.kind == "percent":
        return asked if asked in ("share", "cagr", "growth") else "growth"
    return asked or "count"


def says(published: Quantity, claim: Quantity) -> bool:
    """Whether the claim is the published figure, or that figure rounded to the claim's printed digit."""
    same_money = claim.currency in (None, published.currency)
    near = abs(published.amount - claim.amount) * 2 <= max(claim.quantum, published.quantum)
    return same_money and published.kind == claim.kind and near
