"""Tells kinds of questions apart. The order of the tests is their precedence."""

import re

from bot import lexicon, measuring, vocabulary
from bot.publisher import errand
from bot.question import Kind
from bot.table_cues import CHANGED
from bot.terms import Terms, first_match

SMALL_TALK = (
    (lexicon.GREETING, "greeting"),
    (lexicon.THANKS, "thanks"),
    (lexicon.EXCUSE, "excuse"),
    (lexicon.FAREWELL, "farewell"),
    (lexicon.ABOUT_BOT, "about"),
)
_CONTENTS = re.compile(
    r"^\W*what (?:all )?(?:does|do|is|are) [^?]{2,40}\b(?:cover|include|comprise|consist of|made of|contain)\b",
    re.IGNORECASE,
)
_HORIZON = re.compile(r"\bend of the forecast\b", re.IGNORECASE)
_HOW_TO = re.compile(
    r"^\W*(?:and |so |but )?(?:how|what) (?:can|could|should|do|does|did|might|must) "
    r"(?!.*\b(?:cost|hold|have|account|make up)\W*$)",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r"\b(?:by|each|every|per) year\b|\byear by year\b|\bover the years\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy\b|\bhow come\b", re.IGNORECASE)

_OF_CAUSES = re.compile(
    r"\b(?:biggest|greatest|main|chief|foremost|top|number one|strongest|largest|most important) (?:[\w-]+ )?"
    r"(?:worr(?:y|ies)|complaints?|concerns?|problems?|risks?|threats?|challenges?|drivers?|reasons?|causes?|obstacles?"
    r"|hurdles?|brakes?|factors?|barriers?|grievances?|fears?)\b"
    r"|\bwhat(?:['’]s|s| is| are)? (?:hurt|hold|hamper|threaten|worr)\w*\b",
    re.IGNORECASE,
)
"""Asks what explains most or weighs most, and for no part of a market: "biggest worry", "what hurts most"."""

_OF_A_CLASS = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:region|countr|segment|compan|product|application|player|supplier|channel)\w*",
    re.IGNORECASE,
)


def kind_of(asked: str, terms: Terms) -> tuple[Kind, str]:
    """The kind of question, and the variant of it where the kind has variants."""
    for pattern, aspect in SMALL_TALK:
        if pattern.search(asked):
            return "small talk", aspect
    if lexicon.WORKING.search(asked):
        return "working", ""
    if what := errand(asked):
        return "contact", what
    if lexicon.PERSONAL.search(asked):
        return "personal", ""
    figure = terms.measure is not None and bool(measuring.STRONG_FIGURE.search(asked) or terms.claims)
    about = first_match(lexicon.ABOUT, asked)
    if about == "forecast period" and _HORIZON.search(asked):
        about = None
    if about and not (figure and terms.measure not in ("count", "price")):
        return "about", about
    if superlative := superlative_of(asked):
        return "superlative", superlative
    kind = _substance(asked, terms, figure)
    bare = not (terms.content or terms.places or terms.measure or terms.periods)
    return kind, "definition" if kind == "explanation" and bare and _defines(asked) else ""


def superlative_of(asked: str) -> str | None:
    """ "largest", "fastest" or "smallest" when the question asks which one is; None for "the leading players"."""
    if lexicon.LEADERS.search(asked) or _WHY.search(asked):
        return None
    if _OF_CAUSES.search(asked) and not _OF_A_CLASS.search(asked):
        return None
    which = lexicon.WHICH.search(asked) or lexicon.CLAIMS_LARGEST.search(asked)
    if not which or lexicon.PREMISED.match(asked):
        return None
    for pattern, name in ((lexicon.FASTEST, "fastest"), (lexicon.SMALLEST, "smallest"), (lexicon.LARGEST, "largest")):
        if pattern.search(asked):
            return name
    return None


def _substance(asked: str, terms: Terms, figure: bool) -> Kind:
    """Tells figures, lists, coverage and explanations apart."""
    several = len(terms.periods) > 1 or len(terms.places) > 1 or any(period.kind == "span" for period in terms.periods)
    beside = terms.operation in ("multiple", "difference", "sum") and several
    if beside:
        return "figure"
    if terms.periods and terms.content and terms.measure is None and lexicon.PREMISE.search(asked):
        return "explanation"
    if lexicon.SEGMENTED.search(asked) and not terms.measure:
        return "list"
    if CHANGED.search(asked) and not _WHY.search(asked) and _is_of_a_level(terms):
        return "series"
    if _WHY.search(asked):
        return "explanation"
    if measuring.BY_FACTOR.search(asked):
        return "figure"
    if lexicon.NAMES_LIST.search(asked) and not terms.periods:
        return "list"
    if lexicon.BARE_LIST.search(asked) and not terms.periods and terms.measure != "count":
        return "list"
    if any(word.stems & group for word in terms.content for group in vocabulary.TOPIC_STEMS) and _is_open(terms):
        return "list" if lexicon.LIST_HEAD.match(asked) else "explanation"
    if _HOW_TO.search(asked) and not terms.periods and terms.measure in (None, "price", "volume", "share"):
        return "explanation"
    if figure:
        return _figure_or_series(asked, terms)
    if _CONTENTS.search(asked) and terms.content:
        return "list"
    named = [word for word in terms.content if not word.stems & vocabulary.NOUN_STEMS]
    if lexicon.COVERED.search(asked) and (named or terms.places):
        return "coverage"
    if lexicon.COVERAGE.search(asked) or lexicon.MEMBER.search(asked):
        return "coverage"
    if lexicon.WHY.search(asked):
        return "explanation"
    if measuring.EXTENT.search(asked):
        return "figure"
    if terms.periods and not terms.content:
        return _figure_or_series(asked, terms)
    if lexicon.LIST_HEAD.search(asked) and not (terms.periods and measuring.SUMS.search(asked)):
        return "list"
    if terms.measure or terms.periods or terms.claims or terms.operation:
        return _figure_or_series(asked, terms)
    if _BY_YEAR.search(asked) and not terms.content:
        return "series"
    return "explanation" if terms.content or terms.places or _defines(asked) else "empty"


def _is_open(terms: Terms) -> bool:
    """Whether no number of some kind is asked for: "what restrains growth?" asks for none."""
    return not terms.periods and terms.measure in (None, "growth", "size")


def _is_of_a_level(terms: Terms) -> bool:
    """Whether a level is named, or a place or the market and nothing else: the course of it can be told by figures."""
    if terms.periods or terms.operation or terms.measure in ("growth", "cagr", "increase"):
        return False
    return terms.measure is not None or not terms.content


def _figure_or_series(asked: str, terms: Terms) -> Kind:
    """A series is a level over several years; "growth per year" is one figure."""
    a_level = terms.measure not in ("growth", "cagr") and terms.operation is None and not terms.claims
    return "series" if a_level and measuring.SERIES.search(asked) else "figure"


def _defines(asked: str) -> bool:
    """Whether it asks what the market's goods are."""
    return bool(lexicon.DEFINITION.search(asked)) and not any(char.isdigit() for char in asked)
