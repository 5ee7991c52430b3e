"""What an answer was given from: editions and passages as they were then, in pieces that many answers can share."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from bot.answer import Answer, Citation, Record
from bot.desk import Bot, PassageView, Sources
from bot.room import Edition, TableView

Kind = Literal["edition", "passage", "table"]


_TABLE = re.compile(r"[^:]+:t\d+")
"""What the addresses of a table's cells and rows begin with."""


class Provenance(Record):
    """The edition of each report that an answer cites, and what stood at each address that it cites."""

    editions: tuple[Edition, ...] = ()
    passages: tuple[PassageView, ...] = ()


NOTHING = Provenance()


class Piece(Record):
    """A part of a provenance as JSON, with the SHA-256 of it: the same text is the same piece."""

    kind: Kind
    digest: str
    body: str


class _Placed(Record):
    """A passage without the table around it, which other passages share: the digest of that, and which cell it is."""

    view: PassageView
    table: str | None = None
    row: int | None = None
    column: int | None = None


def provenance_of(answer: Answer, bot: Bot) -> Provenance:
    """What an answer was given from, looked up right after it was given.

    A report may be replaced in between: one that does not have what is quoted from it is another edition, and left out.
    """
    quoted: dict[str, dict[str, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for citation in answer.citations:
        quoted[citation.report][citation.passage].append(citation)
    found = [(bot.sources(report, tuple(places)), places) for report, places in quoted.items()]
    same = [sources for sources, places in found if sources and _stands(places, sources)]
    return Provenance(
        editions=tuple(sources.edition for sources in same),
        passages=tuple(view for sources in same for view in sources.passages),
    )


def _stands(places: Mapping[str, Sequence[Citation]], sources: Sources) -> bool:
    texts = {view.address: view.text for view in sources.passages}
    return texts.keys() == places.keys() and all(
        texts[address][citation.start : citation.end] == citation.quote
        for address, citations in places.items()
        for citation in citations
    )


def pieces_of(provenance: Provenance) -> list[Piece]:
    """A provenance in pieces, each once."""
    pieces = [_piece("edition", edition) for edition in provenance.editions]
    tables: dict[str, Piece] = {}
    for view in provenance.passages:
        if view.table is None:
            pieces.append(_piece("passage", _Placed(view=view)))
            continue
        row, column = view.table.row, view.table.column
        at = _TABLE.match(view.address)
        named = at[0] if at else view.address
        if named not in tables:  # 20 cells may be of one table with 20,000
            tables[named] = _piece("table", view.table.model_copy(update={"row": None, "column": None}))
        table = tables[named]
        alone = view.model_copy(update={"table": None})
        pieces += table, _piece("passage", _Placed(view=alone, table=table.digest, row=row, column=column))
    return list(dict.fromkeys(pieces))


def joined(pieces: Iterable[Piece]) -> Provenance:
    """The provenance that was taken into pieces."""
    by_kind: dict[Kind, list[Piece]] = {"edition": [], "passage": [], "table": []}
    for piece in pieces:
        by_kind[piece.kind].append(piece)
    tables = {piece.digest: TableView.model_validate_json(piece.body) for piece in by_kind["table"]}
    return Provenance(
        editions=tuple(Edition.model_validate_json(piece.body) for piece in by_kind["edition"]),
        passages=tuple(_put_back(_Placed.model_validate_json(p.body), tables.__getitem__) for p in by_kind["passage"]),
    )


def place_of(piece: Piece) -> PassageView:
    """A passage by itself: without the table around it, where it is of one."""
    return _Placed.model_validate_json(piece.body).view


def _put_back(placed: _Placed, table_of: Callable[[str], TableView]) -> PassageView:
    if placed.table is None:
        return placed.view
    marked = {"row": placed.row, "column": placed.column}
    return placed.view.model_copy(update={"table": table_of(placed.table).model_copy(update=marked)})


def _piece(kind: Kind, record: Record) -> Piece:
    body = record.model_dump_json()
    return Piece(kind=kind, digest=hashlib.sha256(f"{kind} {body}".encode()).hexdigest(), body=body)
