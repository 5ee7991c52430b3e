"""The command python -m ingest access REPORT: says who may read which part of a report, and changes it."""

import argparse
from collections.abc import Iterator, Sequence
from typing import cast

from ingest.access import named, own_rules, parts_of, with_access
from ingest.domain import Access, Report, Rules
from ingest.errors import FootnoteError
from ingest.indexer import EmbeddingProgress, PassageEncoder
from ingest.library import Library
from ingest.settings import IngestSettings
from ingest.upkeep import open_store

DESCRIPTION = "Say who may read which part of a report, and change it. Without an option it is only said."


class NotLoosened(FootnoteError):  # noqa: N818 - named for what happened
    """What a report's files keep licensed cannot be made public beside them."""


def parser() -> argparse.ArgumentParser:
    """The parser of the command's own arguments."""
    made = argparse.ArgumentParser(prog="python -m ingest access", description=DESCRIPTION)
    made.add_argument("name", metavar="REPORT", help="the report's id")
    parts = "a heading, with what stands below it, or a table's title or file; may be repeated"
    made.add_argument("--licensed", action="append", default=[], metavar="NAME", help=f"needs a licence: {parts}")
    made.add_argument("--public", action="append", default=[], metavar="NAME", help=f"everybody may read it: {parts}")
    made.add_argument("--report", choices=("public", "licensed"), help="what holds for all other parts")
    made.add_argument("--clear", action="store_true", help="first forget what was said by this command before")
    return made


def run_access(
    arguments: Sequence[str], settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress
) -> Iterator[str]:
    """Do what the arguments say; lines that tell who may read what then. The report is made live anew, or stays as it
    was. Raises UnknownReport, UnknownPart, NotLoosened, and as ``open_store``."""
    options = parser().parse_args(arguments)
    name: str = options.name
    with Library(settings.library_location) as library:
        reader = library.version(name).reader
    if not (options.licensed or options.public or options.report or options.clear):
        with Library(settings.library_location) as library:
            yield from told(library.report(name))
        return
    with open_store(settings, encoder, progress, reader) as store:
        report, before = store.library.report(name), store.library.kept_rules(name)
        rules = changed(Rules() if options.clear else before, options)
        refuse_loosened(own_rules(report), rules)
        report = with_access(report, rules)
        store.set_access(report, rules)
        yield from told(report)


def changed(rules: Rules, options: argparse.Namespace) -> Rules:
    """Rules with what a call adds to them; what a name was said to be before is forgotten."""
    new = {named(name) for name in (*options.licensed, *options.public)}
    return Rules(
        cast(Access | None, options.report) or rules.report,
        (*(name for name in rules.licensed if named(name) not in new), *options.licensed),
        (*(name for name in rules.public if named(name) not in new), *options.public),
    )


def refuse_loosened(files: Rules, kept: Rules) -> None:
    """Raises NotLoosened where rules make public, by the same name, what the report's files keep licensed."""
    licensed = {named(name) for name in files.licensed}
    names = [name for name in kept.public if named(name) in licensed]
    if names or (files.report == "licensed" and kept.report == "public"):
        what = f"“{names[0]}”" if names else "the report"
        raise NotLoosened(f"The front matter says that {what} is licensed. Change it there, and run python -m ingest.")


def told(report: Report) -> Iterator[str]:
    """Lines that say who may read each part of a settled report."""
    parts = list(parts_of(report))
    licensed = sum(part.access == "licensed" for part in parts)
    yield f"{report.id}: {licensed} of {len(parts)} parts need a licence"
    yield from (f"{part.access:<8}  {part.kind:<7}  {part.name}" for part in parts)
