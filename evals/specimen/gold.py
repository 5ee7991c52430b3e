"""The gold: every number of every table as printed, with what it means."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.specimen.edition import Edition
from evals.specimen.table import Printed, Row, SpecimenTable


def scale_text(scale: int) -> str:
    """A power of ten as gold spells it: "1e6", and "1" for one."""
    return f"1e{len(str(scale)) - 1}" if scale > 1 else "1"


def cells(edition: Edition) -> Iterator[dict[str, object]]:
    """One record for each number, in reading order."""
    for table in edition.tables:
        for row, column, cell in table.printed():
            yield _record(table, table.rows[row], column, cell)


def _record(table: SpecimenTable, row: Row, column: int, cell: Printed) -> dict[str, object]:
    meaning = cell.meaning
    if meaning is None:
        raise ValueError(f"A number of table {table.number} means nothing")
    return {
        "table": table.number,
        "title": table.caption,
        "row": row.label,
        "row_path": list(row.path),
        "column": " > ".join(table.columns[column]),
        "text": cell.text,
        "value": str(cell.value),
        "scale": scale_text(meaning.scale),
        "kind": meaning.kind,
        "currency": meaning.currency,
        "unit": meaning.unit,
        "period": meaning.period,
        "place": meaning.place,
        "subject": list(meaning.subject),
        "measure": meaning.measure,
        "whole": meaning.whole,
    }


def write_lines(records: Iterable[dict[str, object]], file: Path) -> None:
    """JSON objects, one a line."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
