"""Tells whether a kept answer may still be read: by what its reports are now, or were last."""

from collections.abc import Iterable

from bot.desk import Bot, PassageView
from bot.reader import Reader
from bot.records import Kept
from bot.room import Edition

_EVERYTHING = Reader(licensed=True)


def may_read(kept: Kept, reader: Reader, bot: Bot) -> bool:
    """Whether a reader may read all that an answer was given from.

    Without a licence that is what was public then and is now: of a report with licensed parts the sections and tables
    around its quotes must still be among the public ones.
    """
    return all(_may_read(report, kept, reader, bot) for report in kept.reports)


def is_open(report: str, reader: Reader, bot: Bot) -> bool:
    """Whether a report is there now, and the reader may read all of it."""
    edition = now(report, bot)
    return edition is not None and reader.may_read(report, edition.access)


def now(report: str, bot: Bot) -> Edition | None:
    """The edition of a report that is in the library, whoever may read it."""
    found = bot.seen_by(_EVERYTHING).sources(report, ())
    return found.edition if found else None


def _may_read(report: str, kept: Kept, reader: Reader, bot: Bot) -> bool:
    if is_open(report, reader, bot):
        return True
    then = next((edition for edition in kept.provenance.editions if edition.id == report), None)
    if then is None or not reader.may_read(report, then.access):
        return False
    current = now(report, bot)
    return current is None or _is_public_still(report, then, kept, reader, bot)


def _is_public_still(report: str, then: Edition, kept: Kept, reader: Reader, bot: Bot) -> bool:
    """Whether the places that an answer was given from are among what a reader may read of a report now."""
    own = bot.seen_by(reader)
    public = own.sources(report, ())
    if public is None:
        return False
    if public.edition.version == then.version:
        return True
    view = own.room.report(report)
    if view is None:
        return False
    parts = [section.address for section in view.sections if section.access == "public"]
    parts += [table.address for table in view.tables if table.access == "public"]
    found = own.sources(report, parts)
    used = [passage for passage in kept.provenance.passages if passage.report == report]
    return found is not None and all(_stands(passage, found.passages) for passage in used)


def _stands(passage: PassageView, among: Iterable[PassageView]) -> bool:
    """Whether the section or the table of a passage is one of some; what a report says of itself is always public."""
    if passage.address.endswith((":front", ":contents")):
        return True
    table = passage.table
    if table is None:
        return any(each.table is None and each.text == passage.text for each in among)
    whole = table.title, table.header, table.rows
    return any(each.table and (each.table.title, each.table.header, each.table.rows) == whole for each in among)
