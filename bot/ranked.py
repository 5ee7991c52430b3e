"""What a question asks to be ranked by the words of tables' labels: "which segment had the highest profit?"."""

import re
from collections.abc import Iterable, Sequence

from bot import measuring, table_cues, vocabulary
from bot.book import Book
from bot.cells import labels_at, names_at
from bot.items import MEASURED, Candidate, stems_of
from bot.labelled import Asked
from bot.printings import current_period, distinct
from bot.question import Question
from bot.table_figures import Printed
from ingest.domain import HEADER_STEP, Cell, Quantity, Table
from ingest.places import place_named
from ingest.quantity.changes import is_change
from ingest.quantity.headers import read_header
from ingest.quantity.labels import names_total
from ingest.words import stem

FEWEST = 3
"""Parts of a ranking found by labels."""

_PLACES = re.compile(r"\b(?:region|country|countries|state|geograph\w+|market|area|continent)s?\b", re.IGNORECASE)
_KINDS = vocabulary.NOUN_STEMS | frozenset(
    map(stem, "segment line item business division unit category group type class geographic geographical area".split())
)
"""Stems of words for the parts of anything."""


def ranked(question: Question, book: Book) -> tuple[Printed, ...]:
    """The parts of the one table that a question ranks, in its rows or its columns; none where several are."""
    moved = table_cues.MOVED.search(question.ask)
    tells_which = bool(moved and _CATEGORY.search(question.ask))
    if question.kind != "superlative" and not table_cues.rankings(question.ask) and not tells_which:
        return ()
    if table_cues.ranks_times(question.ask):
        return ()
    asked = Asked(question, book, without=_said_of_ranks(question.ask) | _said_of_moves(question.ask))
    if not asked.ranks or question.claims or len(asked.times) > 1:
        return ()
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    said = asked.said | _RATES if moved or question.aspect == "fastest" or question.measure == "growth" else asked.said
    kinds = (_KINDS | _category(question.ask)) - (_PRODUCTION if _PRODUCED.search(question.ask) else frozenset())
    for candidate in book.items.beside(said, asked.hard - kinds, asked.known):
        if (
            _fits(candidate.quantity, asked, book, moved is not None)
            and _is_timely(candidate.quantity, asked)
            and _is_of_price(candidate, question)
        ):
            key = (candidate.group, candidate.quantity.kind, candidate.quantity.currency, candidate.quantity.period)
            groups.setdefault(key, []).append(candidate)
    whole = _across_heads(groups.values(), asked, book)
    fitting = [(_distance(group, asked), group) for group in whole if _is_ranking(group, asked, book)]
    least = min((distance for distance, _ in fitting), default=None)
    best = [group for distance, group in fitting if distance == least]
    if moved:
        best = _of_one_unit(best, question.ask)
    if not asked.times and (moved or _is_of_item(question, asked)):
        best = _of_now(best, book)
    found = [_by_part(_of_kind(group, question.ask), book) for group in best]
    return found[0] if found and len(set(map(_ends, found))) == 1 else ()


def _across_heads(groups: Iterable[list[Candidate]], asked: Asked, book: Book) -> list[list[Candidate]]:
    """The rankings, those of one column under several heads as one, where these are groups of its parts and name
    nothing that is measured nor what is asked for: regions under "North" and "South"; and those of a table that is set
    in two halves beside each other."""
    found: dict[tuple[object, ...], list[Candidate]] = {}
    for number, group in enumerate(groups):
        first = group[0]
        head = stems_of(first.group[3])
        q = first.quantity
        sort = (q.kind, q.currency, q.period, first.distance)
        key: tuple[object, ...] = (*first.group[:3], *sort)
        if not head and first.group[1] == "column":
            table = book.report.tables[first.group[0]]
            key = (table.title, table.heading, table.header, first.group[2], *sort)
        apart = head and (head & (MEASURED | asked.hard) or q.kind == "percent")
        known = {_name(c, book) for c in found.get(key, ())}
        if apart or not known.isdisjoint(_name(c, book) for c in group):
            key = (number,)
        found.setdefault(key, []).extend(group)
    return [_without_heads(group, book) for group in found.values()]


def _without_heads(group: list[Candidate], book: Book) -> list[Candidate]:
    """The parts of a ranking under several heads without the sums that are named as these."""
    heads = {stems_of(c.group[3]) for c in group}
    if len(heads) == 1:
        return group
    return [c for c in group if stems_of(_name(c, book)) - _SUMS not in heads or c.group[3] == ""]


_SUMS = frozenset({stem("total")})


def _fits(q: Quantity, asked: Asked, book: Book, moved: bool) -> bool:
    """Whether a cell is of the sort that is ranked: a level, or by how much something changed."""
    return asked.is_in_unit(q) and _is_move(q, book) if moved else asked.fits(q)


def _is_move(q: Quantity, book: Book) -> bool:
    """Whether a cell tells how something changed."""
    _, column = labels_at(q, book.report)
    return q.measure in measuring.MOVES or is_change(read_header(column, book.frame))


def _of_one_unit(groups: Sequence[list[Candidate]], ask: str) -> list[list[Candidate]]:
    """Of rankings by percentages and by amounts those that are asked for: amounts where it is asked how many, or where
    nothing is."""
    in_percent = bool(_IN_PERCENT.search(ask))
    found = [group for group in groups if (group[0].quantity.kind == "percent") == in_percent]
    return found or list(groups)


_IN_PERCENT = re.compile(
    r"%|\bper ?cent|\bpercentage\b|\brates?\b|\bfast|\bsteep|\bsharp|\bshr[aiu]nk|\bgr[oe]w|\by[-/]?(?:o[-/]?)?y\b"
    r"|\byear[- ]on",
    re.IGNORECASE,
)
_OF_MOVES = frozenset(map(stem, "up down saw see seen percentage yoy year percent rate points fast".split()))
"""Stems of words beside those that say how something changed."""


def _said_of_moves(ask: str) -> frozenset[str]:
    """The stems of the words that ask how something changed."""
    said = " ".join(match[0] for match in table_cues.MOVED.finditer(ask)).lower().split()
    return _OF_MOVES | frozenset(map(stem, said)) if said else frozenset()


def _category(ask: str) -> frozenset[str]:
    """The stems of what is ranked: "loan segment" of "which loan segment had …"."""
    match = _CATEGORY.search(ask)
    return stems_of(match["what"]) if match else frozenset()


_CATEGORY = re.compile(
    r"\b(?:which|what)(?: (?:one )?of (?:the|these|those)(?: \w+)?)? (?P<what>(?:[\w-]+ ){1,3}?)"
    r"(?:has|have|had|is|are|was|were|did|does|do|saw|sees?|got|gets?|won|wins?|sold|sells?|shows?|made|makes?|grew|grows?|shr[aiu]nk"
    r"|fell|rose|lost|gained|posted|recorded|generated?|generates|brings?|brought|earn(?:s|ed)?|spen[dt]s?|holds?|held|ranks?|comes?|leads?)\b",
    re.IGNORECASE,
)


def _ends(parts: Sequence[Printed]) -> tuple[object, ...]:
    """The highest and the lowest of a ranking: two tables that agree on both say the same."""
    return tuple((part[0].amount, part[0].kind, part[0].currency) for part in (*parts[:1], *parts[-1:]))


def _of_kind(group: Sequence[Candidate], ask: str) -> list[Candidate]:
    """The parts of a ranking that are places of the kind asked for, where most are: no union of countries is one."""
    kind = table_cues.place_kind(ask)
    found = [c for c in group if (place := place_named(c.quantity.place or "")) and place.kind == kind]
    return found if kind != "region" and len(found) * 2 > len(group) else list(group)


_PRODUCED = re.compile(r"\bproduce[sd]\b", re.IGNORECASE)
_PRODUCTION = frozenset({stem("production")})
"""What is done, and no kind of part as a product is."""


def _is_of_item(question: Question, asked: Asked) -> bool:
    """Whether parts are to be ranked by an item of their own, such as a profit or a price, and not by their size, of
    which a report speaks elsewhere."""
    by_item = question.measure == "price" or (question.measure is None and asked.hard - _KINDS - asked.market)
    return question.kind == "superlative" and bool(by_item)


def _of_now(groups: Sequence[list[Candidate]], book: Book) -> list[list[Candidate]]:
    """Of rankings of one table at several times the current one; all others as they are."""
    if len({(*group[0].group[:2], group[0].quantity.kind, group[0].quantity.measure) for group in groups}) != 1:
        return list(groups)
    now = current_period((group[0].quantity for group in groups), book)
    return [group for group in groups if group[0].quantity.period == now]


def _distance(group: Sequence[Candidate], asked: Asked) -> tuple[int, ...]:
    rank = asked.rank(group[0].quantity)
    said = frozenset[str]().union(*(c.context for c in group[:1])) | stems_of(group[0].group[3])
    return (len(_category(asked.ask) - said - _KINDS), *group[0].distance, rank or 0)


def peaks(question: Question, book: Book) -> tuple[Printed, ...]:
    """The figures of one row or column at all the times it has, the highest first, where a question asks when it was
    highest or lowest; none where several rows are meant."""
    if not (table_cues.ranks_times(question.ask) and table_cues.rankings(question.ask)):
        return ()
    asked = Asked(question, book, without=_said_of_ranks(question.ask) | _OF_TIMES)
    if not asked.ranks or len(asked.times) > 1 or question.claims:
        return ()
    near = book.items.near(asked.said, asked.hard, asked.known, asked.market, asked.proper)
    found = [c for c in near if asked.fits(c.quantity) and _is_within(c.quantity, asked)]
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    for candidate in found:
        q = candidate.quantity
        if isinstance(q.source, Cell) and q.period is not None:
            key = (q.source.table, q.subject, q.place, q.kind, q.currency, q.measure, q.period.kind)
            groups.setdefault((*asked.aside(q), *candidate.distance, key), []).append(candidate)
    ranked = [(key[:-1], group) for key, group in groups.items() if len({c.quantity.period for c in group}) >= FEWEST]
    least = min((distance for distance, _ in ranked), default=None)
    best = [group for distance, group in ranked if distance == least]
    if len(best) != 1 or len({c.quantity.period for c in best[0]}) < len(best[0]):
        return ()
    return tuple((c.quantity,) for c in sorted(best[0], key=lambda c: -c.quantity.amount))


def _is_within(q: Quantity, asked: Asked) -> bool:
    """Whether a figure is of a part of the year that is asked for: of "which quarter of 2024" each quarter's."""
    if not asked.times:
        return True
    unit = table_cues.time_ranked(asked.ask)
    years = {period.first for period in asked.times[0].periods}
    return q.period is not None and q.period.kind == unit and q.period.first in years


_OF_TIMES = frozenset(map(stem, "summary record history historical five six seven eight ten recent past shown".split()))
"""Stems of words for the times that a table has."""


_RATES = frozenset(map(stem, "rate change growth annual yearly year yoy percent cagr".split()))
"""Stems of the headers of rates, which who asks what grows need not say."""


def _said_of_ranks(ask: str) -> frozenset[str]:
    words = [ask[start:end] for start, end in (*table_cues.rankings(ask), *table_cues.places_ranked(ask))]
    counted = _HOW_MANY.search(ask)
    return frozenset(
        stem(word) for said in (*words, counted["count"] if counted else "") for word in said.lower().split()
    )


_HOW_MANY = re.compile(rf"\bof the (?P<count>{'|'.join(measuring.NUMBERS)}|\d+)\b", re.IGNORECASE)
"""How many there are: "Which of the four segments"."""


def _is_timely(q: Quantity, asked: Asked) -> bool:
    return asked.rank(q) is not None


def _is_of_price(candidate: Candidate, question: Question) -> bool:
    """Whether a cell is a price where one is asked for: "the cheapest" is not the one that sells least."""
    return question.measure != "price" or candidate.quantity.measure == "price"


def _is_ranking(group: Sequence[Candidate], asked: Asked, book: Book) -> bool:
    """Whether cells are of enough parts, of the kind asked for: of places, or of what their table says it lists."""
    parts = [c.quantity for c in group if _is_part(c, book)]
    if len(parts) < FEWEST:
        return False
    if _PLACES.search(asked.ask) and not any(noun in asked.ask.lower() for noun in ("segment", "product")):
        kinds = [place.kind for q in parts if (place := place_named(q.place or ""))]
        if not kinds:
            return _heads_places(parts[0], asked, book)
        kind = table_cues.place_kind(asked.ask)
        return sum(kind in (None, "region", own) for own in kinds) * 2 > len(parts)  # tables of regions name countries
    if not _names_parts(group, asked):
        return False
    nouns = asked.said & _KINDS
    if not nouns or nouns & frozenset[str]().union(*(c.context for c in group)):
        return True
    return any(_lists(table, nouns, {_name(c, book) for c in group}) for table in book.report.tables)


def _names_parts(group: Sequence[Candidate], asked: Asked) -> bool:
    """Whether what is ranked is named around it, where it is no word for the parts of anything: "which tenant"."""
    match = _CATEGORY.search(asked.ask)
    named = stems_of(match["what"].split()[-1]) if match else frozenset[str]()
    return named <= _KINDS | asked.market | group[0].context


def _lists(table: Table, nouns: frozenset[str], names: set[str]) -> bool:
    """Whether a table that says it is of the kind asked for has most of these names."""
    said = stems_of(" ".join((table.title, *table.heading[-1:], table.header[0])))
    own = {row[names_at(table)].lower() for row in table.rows} | {header.lower() for header in table.header}
    return bool(said & nouns) and len(names & own) * 2 > len(names)


def _name(candidate: Candidate, book: Book) -> str:
    """The name of the part of a ranking that a cell is of."""
    row, column = labels_at(candidate.quantity, book.report)
    return (row if candidate.group[1] == "column" else column).lower()


def _heads_places(q: Quantity, asked: Asked, book: Book) -> bool:
    """Whether the table says that its names are the places asked for: "Overnight stays by NUTS II region"."""
    if not isinstance(q.source, Cell):
        return False
    table = book.report.tables[q.source.table]
    heads = stems_of(f"{table.header[0]} {table.title}")
    return not heads.isdisjoint(stems_of(" ".join(match[0] for match in _PLACES.finditer(asked.ask))))


def _is_part(candidate: Candidate, book: Book) -> bool:
    """Whether a cell is of a part, and of no sum or rest."""
    name = _name(candidate, book).split(HEADER_STEP)[-1]
    return candidate.quantity not in book.totals and not (names_total(name) or _SUM_OR_REST.match(name))


_SUM_OR_REST = re.compile(
    r"\W*(?:(?:(?:grand )?total|sub-?total|others?|rest|remaining|inter-?segment|eliminations?|adjustments?"
    r"|unallocated)\b|(?:consolidated|group|corporate (?:and|&|/|costs|expenses)\b.*|reconciliation)\W*$)",
    re.IGNORECASE,
)
"""How the name of a sum, a rest or what is left between segments and the whole begins; "Corporate travel" is a part."""


def _by_part(group: Iterable[Candidate], book: Book) -> tuple[Printed, ...]:
    found: dict[object, list[Quantity]] = {}
    for candidate in group:
        if _is_part(candidate, book):
            found.setdefault((candidate.group, candidate.part), []).append(candidate.quantity)
    lowest_last = sorted(found.values(), key=lambda printed: -printed[0].amount)
    return tuple(tuple(distinct(printed)) for printed in lowest_last)
