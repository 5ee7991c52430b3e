"""Who leads the market: the report's own sentence that says which company is first."""

import re
from collections.abc import Iterator

from bot.answerers import runner_up
from bot.answerers.lists import item_kinds
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import GENERIC, stems
from bot.vocabulary import CLASS_STEMS
from ingest.domain import Span
from ingest.places import find_places
from ingest.planted import is_planted
from ingest.quantity.periods import read_periods
from ingest.words import STOPWORDS, stem, words

_COMPANY = (
    r"(?:player|company|firm|supplier|vendor|seller|manufacturer|maker|producer|brand|operator|provider|publisher|bank"
    r"|retailer|issuer|distributor|insurer|exporter|importer|carrier|developer|builder|processor|grower|competitor)"
)
_FIRST = (
    r"(?:lead(?:s|er|ing)?|led|top(?:s|ped)?|ahead|in front|dominat\w+|biggest|largest|no\.? ?1|number (?:one|1)|#1"
    r"|first|head(?:s|ed)|front-?runner|strongest)"
)
_ASKS = re.compile(
    rf"\bwho(?:['’]s|s)?\b(?!.*\b(?:players|companies|firms|suppliers|vendors|brands|leaders|makers)\b).*\b{_FIRST}(?!\w)"
    rf"|\b{_FIRST}(?: \w+){{0,4}} {_COMPANY}\b(?!s)|\b(?:market|category|industry|sector) leader\b(?!s)"
    rf"|\bwhich {_COMPANY}\b.*\b{_FIRST}(?!\w)"
    r"|\A\W*(?:and |so |ok(?:ay)? )*(?:who['’]?s |who is )?(?:the |its )?"
    r"(?:no\.? ?1|number (?:one|1)|#1) (?:in|of|for|among|on|here)\b",
    re.IGNORECASE,
)
"""Asks which company is first."""

_CLAIMS = re.compile(
    rf"\A\W*(?:so |and |is )?(?P<who>[A-Z][\w&.'’-]*(?: (?:and |& |of )?[A-Z][\w&.'’-]*)*)(?: is|,? being)? "
    rf"(?:still )?the (?:market |industry )?(?:leader\b(?!s)|(?:leading|largest|biggest|top) {_COMPANY}\b(?!s))"
    r"(?:.*\b(?:right|correct|true|yes|no|isn['’]?t it|is it)\b\W*\Z|\W*\Z)",
)
"""Says that a company is first, and asks whether it is."""

_LEADS = re.compile(
    r"\A\W*(?i:so |and )?(?i:does|did|do|is) "
    r"(?P<who>[A-Z][\w&.'’-]*(?: (?:and |& |of )?[A-Z][\w&.'’-]*)*)(?: still| really)? "
    r"(?:lead|dominate|(?:in (?:the )?lead)|(?:rank|come) first|number one|no\.? ?1|#1|first|ahead)"
    r"(?: (?:in |of )?(?:the )?(?:market|industry|field|pack))?\W*\Z",
)
"""Asks whether a company leads."""

_NAME = r"(?:[A-Z][\w&’'-]*\.?|[a-z]?[A-Z]\w+)"
_WHO = (
    rf"^\W*(?P<who>{_NAME}(?:(?: (?:of|and|&|de|von|van|the))? {_NAME})*(?: \([^)]{{2,30}}\))?)(?:,[^,;]{{2,60}},)?"
    r"(?: (?:overtook|passed|has (?:overtaken|passed))\b[^.;]*?\band)?(?: (?:now|still|clearly|again|also))?"
)
_SAYS = re.compile(
    _WHO + r" (?:(?:is|was|remains|remained|became|has been|stays|stayed)(?: (?:now|still|clearly|again|by far))? "
    r"(?:the |its |this )?(?:\w+['’]?s? )?"
    rf"(?:(?:largest|leading|biggest|top|main|dominant|strongest)\b(?: [\w-]+){{0,2}} {_COMPANY}\b"
    r"|number one|no\. ?1|market leader|leader\b|first\b)"
    r"|(?:leads|led|ranks first|ranked first|tops|topped|dominates|dominated|heads|headed|came first|comes first)\b"
    r"|(?:held|holds|took|takes|moved into|kept|keeps)(?: the)? (?:first|top|leading) (?:place|position|spot|rank)\b)",
)
"""Says of a name that it is first."""

_HOLDS = re.compile(
    _WHO
    + r" (?:held|holds|had|has|accounted for|accounts for|took|takes)(?: a(?: share of)?| the largest share of| about)?"
    r" (?P<share>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)"
)
"""Says of a name what share it has."""

_IS = re.compile(
    r"^\W*(?i:the )?"
    r"(?i:(?:market|industry|sector) leader|(?:largest|leading|biggest|top|dominant|strongest|no\. ?1|number one)"
    rf"(?: [\w-]+){{0,2}}? {_COMPANY})(?:,? [^:.,;]{{1,40}}?)?(?:,? (?:is|was|remains|remained|by far is)|:) "
    rf"(?P<who>{_NAME}(?:(?: (?:of|and|&|de|von|van))? {_NAME})*)",
)
"""Says which name is first: "Largest supplier in 2022: Acme", "The market leader is Acme"."""

_ANSWERS = re.compile(_WHO + r"(?:,|\.|\Z| with\b)")
"""A name that answers the question over it."""

_CLAUSE = re.compile(r"[:;,](?=\s)")
_NARROWED = re.compile(
    r"\b(?:in|for|among|by) (?:the )?"
    r"(?!(?:revenues?|sales|turnover|terms|market|units?|volume|value|share|suppliers|vendors|companies"
    r"|(?:\w+ )?premiums?|assets|capacity|output|production|shipments|deliveries|installations|far)\b)[a-z]"
)
"""Says it of a part: "leads in sponsor banking"."""

_ROLES = frozenset(
    map(
        stem,
        "player company firm supplier vendor seller manufacturer maker producer brand operator provider publisher"
        " leader lead leading top ahead biggest largest first number one dominant dominate share slice part market name"
        " held hold head front runner strongest main position industry sector now currently today retailer issuer bank"
        " no too also please does ok okay".split(),
    )
)
"""Stems that ask for whoever is first, and name no part of a market."""


_NOW = 9999
"""The year of a sentence that names none: it speaks of the present."""


def leader(found: Found) -> Draft | None:
    """The sentence that says which company leads, of the time and the place asked for; the latest where none is."""
    question, book = found.question, found.book
    claimed = _claimed(question)
    if runner_up.ASKS.search(question.ask):
        return None
    if not _ASKS.search(question.ask) and (claimed is None or find_places(claimed["who"])):
        return None
    said = max(_candidates(question, book), default=None)
    if said is None:
        return None
    span = said[-1]
    return Draft((Paragraph((Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),)),)),), answerer="leader")


def is_of_no_company(proposal: Draft, question: Question, book: Book) -> bool:
    """Whether it is asked which company is first, and sentences are proposed that name none of the report's."""
    if not _ASKS.search(question.ask) and _claimed(question) is None:
        return False
    companies = _companies(book)
    said = [stems((each.quote,)) for each in proposal.cited]
    return bool(companies) and not any(name <= each for name in companies for each in said)


def _claimed(question: Question) -> re.Match[str] | None:
    return _CLAIMS.match(question.ask) or _LEADS.match(question.ask)


def _candidates(question: Question, book: Book) -> Iterator[tuple[bool, bool, bool, int, float, int, Span]]:
    """Sentences that say so: first those of what is surely a company, that give a share, and that say who is first;
    then the latest, the largest share, the earliest."""
    wanted = {word.stem for word in words(question.ask)} - STOPWORDS - _ROLES - GENERIC - book.market_stems
    wanted -= {each for each in wanted if each.isdigit()} | book.publisher_stems | stems(question.places)
    asked_years = {year for year in question.years if str(year) in question.ask or question.previous is None}
    listed = _companies(book)
    if claimed := _claimed(question):
        wanted -= {*stems((claimed["who"],)), *map(stem, ("right", "correct", "true", "yes", "isn't"))}
    for number, section in enumerate(book.report.sections):
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            said = _said_first(text, section.heading, start)
            if said is None or not _is_company(said["who"], book) or is_planted(text):
                continue
            clause = _CLAUSE.split(text[said.end() :])[0]
            places = {each.value.name for each in find_places(clause)}
            if not wanted <= stems((text, *section.heading)) or not places <= {*question.places, book.frame.place}:
                continue
            if _NARROWED.search(clause) and not wanted:
                continue
            years = {year for each in read_periods(text, book.frame) for year in (each.value.first, each.value.last)}
            if asked_years and not asked_years & years:
                continue
            share = float(said["share"]) if said.re is _HOLDS else 0.0
            place = -(number * 100_000 + start)
            sure = stems((said["who"],)) in listed or bool(_OF_COMPANIES.search(said[0]))
            yield (
                sure,
                "%" in text or "per cent" in text,
                said.re is not _HOLDS,
                max(years, default=_NOW),
                share,
                place,
                Span(number, start, end),
            )


_OF_COMPANIES = re.compile(rf"\b{_COMPANY}\b", re.IGNORECASE)


def _companies(book: Book) -> frozenset[frozenset[str]]:
    """The names that the report's lists of companies have, as stems."""
    kind = stem("company")
    named = (
        each for each in book.lists if kind in item_kinds(each) or _COMPANIES & stems((each.label, *each.heading[-1:]))
    )
    return frozenset(stems((text,)) for each in named for text, _ in each.items)


_COMPANIES = next(group for group in CLASS_STEMS if stem("company") in group)


def _said_first(text: str, heading: tuple[str, ...], start: int) -> re.Match[str] | None:
    """Where a sentence says of whom it says it."""
    if not start and heading and _ASKS.search(heading[-1]) and (answer := _ANSWERS.match(text)):
        return answer
    return _SAYS.match(text) or _IS.match(text) or _HOLDS.match(text)


def _is_company(name: str, book: Book) -> bool:
    """Whether a name is one: no place, and no word that the report writes small elsewhere."""
    if any(found.start == 0 for found in find_places(name)):
        return False
    parts = [word.text for word in words(name)]
    return bool(parts) and (
        len(parts) > 1 or (parts[0] not in _CAPITALS_ONLY_AT_START and _is_never_small(parts[0], book))
    )


_CAPITALS_ONLY_AT_START = frozenset("It They This That These Those Who He She We The Both Each One All Such".split())


def _is_never_small(word: str, book: Book) -> bool:
    small = re.compile(rf"(?<!\w){re.escape(word.lower())}(?!\w)")
    texts = (*(s.text for s in book.report.sections), *(c for t in book.report.tables for r in t.rows for c in r))
    return not any(small.search(text) for text in texts)
