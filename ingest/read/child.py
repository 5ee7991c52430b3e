"""The process that reads one untrusted file: its bytes come in by stdin, what is in it goes out by stdout as JSON.

Whatever a parser raises beyond UnreadableFile ends the process with its traceback, which the parent puts in words.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from importlib import import_module
from pathlib import PurePath

from ingest.errors import UnreadableFile
from ingest.read.archive import check_archive
from ingest.read.document import Document, Reader
from ingest.read.limits import Limits, hold_to
from ingest.read.sniff import is_packed, refuse_mismatch


@dataclass(frozen=True, slots=True)
class Order:
    """What a child is to do: a reader ("package.module:function"), the file's name and size, the limits."""

    reader: str
    name: str
    size: int
    limits: Limits


@dataclass(frozen=True, slots=True)
class Refusal:
    """An UnreadableFile on its way to the parent."""

    problem: str
    remedy: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: one of the two."""

    document: Document | None = None
    refusal: Refusal | None = None


def order_of(words: Mapping[str, object]) -> Order:
    """The order as ``as_json`` wrote it."""
    limits = words["limits"]
    assert isinstance(limits, dict)
    return Order(str(words["reader"]), str(words["name"]), int(str(words["size"])), Limits(**limits))


def as_json(record: Order | Outcome) -> bytes:
    """A record as JSON. Half a surrogate pair, which no library can store, becomes a question mark."""
    return json.dumps(record, default=_plain, ensure_ascii=False).encode("utf-8", "replace")


def serve(order: Order) -> None:
    """Do as ordered, and end."""
    results = os.dup(1)
    os.dup2(2, 1)  # what libraries print must not get into the result
    hold_to(order.limits)
    data = sys.stdin.buffer.read()
    if len(data) != order.size:
        os._exit(1)  # the parent was interrupted before it could end this process
    with os.fdopen(results, "wb") as stream:
        stream.write(as_json(carry_out(order, data)))
    sys.stderr.flush()
    os._exit(0)  # a parser's clean-up could still hang or crash, and nothing is left to be cleaned


def carry_out(order: Order, data: bytes) -> Outcome:
    """Look at a file, then read it."""
    try:
        refuse_mismatch(PurePath(order.name).suffix.lower(), data, order.name)
        if is_packed(data):
            check_archive(data, order.name, order.limits)
        return Outcome(document=_reader(order.reader)(data, order.name))
    except UnreadableFile as error:
        return Outcome(refusal=Refusal(error.problem, error.remedy, error.line))


def _reader(dotted: str) -> Reader:
    module, _, function = dotted.partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot be part of a document")
