"""The third step: the first answerer with something to say proposes a draft."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answerers.about import about
from bot.answerers.breakdown import breakdown
from bot.answerers.calculate import calculate
from bot.answerers.combine import combine
from bot.answerers.contact import contact
from bot.answerers.contents import contents
from bot.answerers.cover import cover
from bot.answerers.decline import decline
from bot.answerers.extract import extract
from bot.answerers.itemise import count, itemise, who
from bot.answerers.leader import is_of_no_company, leader
from bot.answerers.likeliest import likeliest
from bot.answerers.lookup import lookup, printed
from bot.answerers.premise import premise
from bot.answerers.quote import quote
from bot.answerers.reason import reason
from bot.answerers.rows import rows
from bot.answerers.runner_up import runner_up
from bot.answerers.section import section
from bot.answerers.series import series
from bot.answerers.superlative import superlative
from bot.answerers.tables import perhaps, tables
from bot.answerers.talk import empty, foreign, personal, small_talk
from bot.answerers.tell import tell
from bot.answerers.together import together
from bot.answerers.working import working
from bot.asked_currency import is_in_another
from bot.book import Book
from bot.doubt import is_doubted
from bot.echo import heard
from bot.events import is_contrary, is_untold
from bot.evidence import Draft, Paragraph, Sentence
from bot.labelled import labelled
from bot.leaning import is_lead_in
from bot.meant import NOTHING, Meaning
from bot.measuring import MOVES
from bot.neighbours import is_of_another_market
from bot.patience import check
from bot.phrase import verbatim
from bot.question import Kind, Question
from bot.retrieve import Found
from bot.reworded import rewordings
from bot.strays import strays
from bot.suggest import follow_ups
from bot.table_figures import Printed
from bot.tabled import Tabled, by_labels, is_part, made_of, of_cells, whole_of
from bot.taken_apart import taken_apart
from bot.timely import is_timely
from bot.unexplained import is_unreasoned
from bot.verify import verify
from ingest.domain import Cell

Answerer = Callable[[Found], Draft | None]

ANSWERERS: dict[Kind, tuple[Answerer, ...]] = {
    "figure": (
        premise,
        tell,
        breakdown,
        together,
        rows,
        lookup,
        printed,
        calculate,
        combine,
        count,
        quote,
        likeliest,
        decline,
    ),
    "series": (breakdown, together, series, tell, lookup, calculate, quote, decline),
    "list": (tell, breakdown, together, itemise, combine, extract, decline),
    "superlative": (superlative, tell, who, decline),
    "coverage": (premise, cover, tell, decline),
    "about": (about, extract, decline),
    "explanation": (reason, premise, combine, likeliest, tell, extract, decline),
    "contact": (contact, decline),
    "working": (working, decline),
    "small talk": (small_talk,),
    "foreign": (foreign,),
    "personal": (personal,),
    "empty": (premise, empty),
}
"""Who is asked, in order, for each kind of question that tables do not answer."""

TIMED: tuple[Kind, ...] = ("figure", "explanation", "list", "superlative")
"""Kinds of question whose answer must be of the month or quarter that they name."""

IN_SENTENCES = frozenset({"tell", "extract", "section"})
"""Answerers that quote sentences in which no figure is asked for."""

_WHEN = re.compile(r"\W*(?:and |so )?when\b", re.IGNORECASE)
"""Asks for the day of something, which a sentence with a time may seem to answer."""

Search = Callable[[Found], Found]
"""Searches for what tables were taken for enough for, and are not."""


Mean = Callable[[Question, Book], Meaning]
"""Finds the cells that are most likely meant by their labels."""


def draft(found: Sequence[Found], search: Search, mean: Mean = lambda question, book: NOTHING) -> Draft:
    """What is proposed to all questions of a message: to those before the last one only where they are answered; where
    the last is not, the cells that it most likely means."""
    main = answered(found[-1], search)
    if main.reason is not None:
        main = _meant(main, found[-1], mean)
    before = [proposal for each in found[:-1] if (proposal := answered(each, search)).reason is None]
    return _merged((*before, main)) if before else main


def _meant(declined: Draft, found: Found, mean: Mean) -> Draft:
    """The cells that are most likely meant, under their own labels, and what is calculated from them; where another may
    be meant as well, the question stays declined and they are shown as what is near."""
    question, book = found.question, found.book
    made = _calculated(found, mean)
    meaning = NOTHING if made else mean(question, book)
    asked = made or of_cells(meaning.cells, question)
    if asked is None:
        return declined
    if made or meaning.sure:
        cells = _kept(tables(replace(found, tabled=asked)), found)
        return replace(cells, suggestions=follow_ups(question, book, cells)) if cells else declined
    near = perhaps(meaning.cells, book)
    if asked.shape != "cells" or declined.answerer != "decline" or not _kept(near, found):
        return declined
    return replace(declined, blocks=decline(found, near).blocks)


def _calculated(found: Found, mean: Mean) -> Tabled | None:
    """What is made of the cells that the parts of a question mean."""
    question, book = found.question, found.book

    def cell(ask: str) -> Meaning:
        part = replace(question, ask=ask, operation=None, measure=None, items=())
        cells = labelled(part, book) or _as_labelled(part, book)
        return Meaning(cells, sure=True) if cells else mean(part, book)

    for apart in taken_apart(question.ask, book):
        found_for = [cell(ask) for ask in apart.asks]
        if not any(each.sure for each in found_for) or len(found_for[0].cells) != 1:
            continue
        cells = [_beside(found_for[0].cells[0], each.cells[0], book) for each in found_for if len(each.cells) == 1]
        whole = whole_of(cells[0], book) if apart.part else ()
        ways = [cells] if len(cells) == len(found_for) else []
        ways += [[cells[0], whole]] if whole else []
        made = (made_of(apart.operation, way) for way in ways if is_part(apart.part, way, book))
        if first := next((each for each in made if each), None):
            return first
    return None


def _as_labelled(part: Question, book: Book) -> tuple[Printed, ...]:
    """The cells that a question names in the report's own words, where all of these name the same."""
    found = {labelled(replace(part, ask=ask), book) for ask in rewordings(part, book)} - {()}
    return found.pop() if len(found) == 1 else ()


def _beside(first: Printed, figure: Printed, book: Book) -> Printed:
    """A figure as the table of another prints it too, where it does: what is calculated is of one table."""
    told, source = figure[0], first[0].source
    if not isinstance(source, Cell) or not isinstance(told.source, Cell) or told.source.table == source.table:
        return figure
    same = [
        q
        for q in book.quantities
        if isinstance(q.source, Cell)
        and q.source.table == source.table
        and (q.amount, q.kind, q.currency, q.period) == (told.amount, told.kind, told.currency, told.period)
    ]
    return (same[0],) if len(same) == 1 else figure


def answered(found: Found, search: Search) -> Draft:
    """What tables have, where it stands up to verification whole; else what the first answerer that knows the question
    proposes. Declining is always possible."""
    listed = proposal if (proposal := contents(found)) and _is_whole(proposal, found) else None
    if listed and not found.book.version.whole:
        return replace(listed, suggestions=follow_ups(found.question, found.book, listed))
    if is_of_another_market(found.question, found.book):
        return decline(search(found) if found.tabled else found)
    told = (
        proposal
        for answerer in (runner_up, leader, section)
        if (proposal := answerer(found)) and _survives(proposal, found)
    )
    proposal = next(told, None) or _kept(tables(found), found)
    if proposal is None and found.tabled:
        proposal = _by_labels(found)
    if proposal is None:
        found = search(found) if found.tabled else found
        proposal = _item_by_item(found, search, whole=True) or _first(found)
        if proposal.reason is not None:
            proposal = _item_by_item(found, search, whole=False) or proposal
    if listed and proposal.reason is not None:
        proposal = listed  # the report does not say itself what it has
    return replace(proposal, suggestions=proposal.suggestions or follow_ups(found.question, found.book, proposal))


def _item_by_item(found: Found, search: Search, whole: bool) -> Draft | None:
    """What is answered to each of several things asked for, "market size and CAGR"; unless ``whole`` also where some
    are not, "market size and trends".

    Where it does not say what is asked of each, as "revenue and operating profit growth" does not, this is left open.
    """
    items = found.question.items
    of_figures = len({item.measure for item in items} - {None}) > 1 and all(item.kind == "figure" for item in items)
    if not (of_figures if whole else found.question.asks_amount_and_more) or _may_share(items):
        return None
    proposals = [answered(search(Found(item, found.book)), search) for item in items]
    told = [proposal for proposal in proposals if proposal.reason is None]
    missing = [proposal for proposal in proposals if proposal.reason is not None]
    if not told or (missing and whole):
        return None
    return _merged((*told, *missing))


def _merged(proposals: Sequence[Draft]) -> Draft:
    """Proposals as one, after the last of them; partial where that declines."""
    last = proposals[-1]
    blocks = tuple(block for proposal in proposals for block in proposal.blocks)
    declines = last.reason is not None
    return replace(last, blocks=blocks, reason=None, partial=declines, speaks=not declines and last.speaks)


def _may_share(items: Sequence[Question]) -> bool:
    """Whether a growth that is asked for may be that of all: "revenue and operating profit growth"."""
    return any(item.measure in MOVES and not item.is_of_whole_market for item in items)


def _by_labels(found: Found) -> Draft | None:
    """What cells found by the words of their labels answer."""
    cells = by_labels(found.question, found.book)
    return _kept(tables(replace(found, tabled=cells)), found) if cells else None


def _kept(proposal: Draft | None, found: Found) -> Draft | None:
    """A proposal of tables that is of what is asked for and stands up to verification whole."""
    if proposal is None or _is_of_another_sort(proposal, found):
        return None
    return proposal if _is_whole(proposal, found) else None


def _first(found: Found) -> Draft:
    otherwise: Draft | None = None
    for answerer in ANSWERERS[found.question.kind]:
        check()
        proposal = answerer(found)
        if proposal and proposal.reason is None and _is_untold(proposal, found):
            otherwise = otherwise or proposal
        elif proposal and proposal.reason is None and _survives(proposal, found):
            return proposal
        elif proposal and proposal.reason:
            return decline(found, _said_otherwise(otherwise)) if otherwise else proposal
    return decline(found)


def _is_of_another_sort(proposal: Draft, found: Found) -> bool:
    return strays(proposal, found.question, found.book) or is_in_another(proposal, found.question)


def _is_whole(proposal: Draft, found: Found) -> bool:
    return verify(proposal, heard(found.question)).status == "answered"


def _survives(proposal: Draft, found: Found) -> bool:
    """Whether a proposal is of the time and the thing asked for, is not doubted and verification leaves anything of it:
    if not, the next may do better."""
    if found.question.kind in TIMED and not is_timely(proposal, found.question, found.book):
        return False
    if _is_of_another_sort(proposal, found):
        return False
    if proposal.answerer in IN_SENTENCES and is_of_no_company(proposal, found.question, found.book):
        return False
    return not is_doubted(proposal, found) and verify(proposal, heard(found.question)).status != "declined"


def _said_otherwise(proposal: Draft) -> Draft | None:
    """The first sentence of a proposal that says something by itself, as what the report does say, where a question
    takes for granted what it does not."""
    evidence = next((each for each in proposal.cited if not is_lead_in(each.quote)), None)
    if evidence is None:
        return None
    said = Sentence(f"It does say: “{verbatim(evidence.quote).rstrip('.')}”.", (evidence,))
    return replace(proposal, blocks=(Paragraph((said,)),))


def _is_untold(proposal: Draft, found: Found) -> bool:
    """Whether sentences are proposed for what happened, and the report does not say that it did, or why."""
    ask = found.question.ask
    if proposal.answerer not in IN_SENTENCES and not _WHEN.match(ask):
        return False
    said = [each.quote for each in proposal.cited]
    return is_untold(ask, said) or is_contrary(ask, found.book) or is_unreasoned(ask, said)
