"""Tells which parts of a report everybody may read, by the rules that its publisher gave."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from ingest.domain import HEADER_STEP, Access, Report, Rules, Section, Table
from ingest.errors import UnknownPart

Path = tuple[str, ...]

_OF_REPORT, _OF_FILE = -1, 0
"""How deep a rule on the whole report and one on a file reach; one on a heading reaches as deep as that stands."""


NO_RULES = Rules()


def with_access(report: Report, kept: Rules = NO_RULES) -> Report:
    """The report with what its own rules and those kept of it make of each part: the deepest rule decides, and of two
    as deep the one that keeps more. Raises UnknownPart for a name that no part has.

    The report's title names, for licensed, all that is in it, and for public what stands before its first heading.
    """
    rules = joined(report, kept)
    judge = _Judge(named(report.title), rules)
    for name in (*rules.licensed, *rules.public):
        if not any(judge.depths(name, part) for part in report.parts):
            raise _unknown(name, report)
    tables = [table for table in report.tables if judge.access(table) == "licensed"]
    repeating = {number for number, section in enumerate(report.sections) if _repeats_any(section, tables)}
    sections = (
        replace(section, access="licensed" if number in repeating else judge.own(section))
        for number, section in enumerate(report.sections)
    )
    return settled(
        replace(
            report,
            access=judge.default,
            sections=tuple(sections),
            tables=tuple(replace(table, access=judge.own(table)) for table in report.tables),
        )
    )


def _unknown(name: str, report: Report) -> UnknownPart:
    called = dict.fromkeys(part.heading[-1] for part in report.parts if part.heading)
    called |= dict.fromkeys(table.title for table in report.tables if table.title)
    near = get_close_matches(named(name), map(named, called), n=1)
    meant = next((each for each in called if near and named(each) == near[0]), None)
    return UnknownPart(report.id, name, meant, in_files=name in (*report.rules.licensed, *report.rules.public))


def joined(report: Report, kept: Rules) -> Rules:
    """The rules of a report's files and those kept of it together; the whole is licensed where one of them says so."""
    files = own_rules(report)
    said = [access for access in (files.report, kept.report) if access]
    return Rules(min(said, default=None), (*files.licensed, *kept.licensed), (*files.public, *kept.public))


def own_rules(report: Report) -> Rules:
    """What a report's files say of who may read it; one that an earlier release read says it by its access alone."""
    if report.rules.report or is_partly_public(report) or report.access == "public":
        return report.rules
    return replace(report.rules, report=report.access)


def settled(report: Report) -> Report:
    """The same, licensed as a whole where some part is; parts that are as their report say nothing of their own.

    A public report whose every part is licensed keeps its contents list public.
    """
    parts = [part.access or report.access for part in report.parts] or [report.access]
    if "licensed" not in parts:
        return _with_parts(report, "public", None)
    settled_so = all(part.access == "licensed" for part in report.parts)
    if report.access == "licensed" and "public" not in parts and not settled_so:
        return _with_parts(report, "licensed", None)
    return _with_parts(report, "licensed", report.access)


def is_partly_public(report: Report) -> bool:
    """Whether a settled report has parts that need a licence beside what everybody may read."""
    return any(part.access for part in report.parts)


def named(name: str) -> str:
    """A name as it is compared: without case, and with single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _with_parts(report: Report, access: Access, default: Access | None) -> Report:
    def of(part: Section | Table) -> Access | None:
        return part.access or default if default else None

    return replace(
        report,
        access=access,
        sections=tuple(replace(section, access=of(section)) for section in report.sections),
        tables=tuple(replace(table, access=of(table)) for table in report.tables),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Says by rules who may read a part of a report with a title."""

    title: str
    rules: Rules

    @property
    def default(self) -> Access:
        return self.rules.report or "public"

    def own(self, part: Section | Table) -> Access | None:
        """Its access where that is another than the default."""
        access = self.access(part)
        return None if access == self.default else access

    def access(self, part: Section | Table) -> Access:
        public = max((depth for name in self.rules.public for depth in self._public(name, part)), default=_OF_REPORT)
        licensed = max((depth for name in self.rules.licensed for depth in self.depths(name, part)), default=_OF_REPORT)
        if public == licensed:
            return self.default if licensed == _OF_REPORT else "licensed"
        return "public" if public > licensed else "licensed"

    def depths(self, name: str, part: Section | Table) -> list[int]:
        """How deep a name reaches to a part, each time it is that of the part or of what it stands under."""
        sought, file = named(name), named(part.file)
        found = [depth for depth in range(1, len(part.heading) + 1) if sought in _names_of(part.heading[:depth])]
        found += [_OF_FILE] if sought in (file, file.rpartition("/")[2], self.title) else []
        found += [len(part.heading) + 1] if isinstance(part, Table) and sought == named(part.title) else []
        return found

    def _public(self, name: str, part: Section | Table) -> list[int]:
        if named(name) == self.title and (part.heading or isinstance(part, Table)):
            return [depth for depth in self.depths(name, part) if depth > _OF_FILE]
        return self.depths(name, part)


def _names_of(path: Path) -> set[str]:
    """What the section at a heading path may be called: its heading, alone or behind those above it."""
    return {named(HEADER_STEP.join(path[start:])) for start in range(len(path))}


def _repeats_any(section: Section, licensed: Sequence[Table]) -> bool:
    """Whether the text of a section repeats what a licensed table that stands in it says."""
    return any(
        table.heading == section.heading and table.file == section.file and _repeats(section.text, table)
        for table in licensed
    )


def _repeats(text: str, table: Table) -> bool:
    said = _spoken(text)
    rows = (row for row in table.rows if sum(map(bool, row)) > 1 and any(map(str.isdigit, "".join(row))))
    told = [*rows, *((note,) for note in table.notes if any(map(str.isdigit, note)))]
    return any(_spoken(" ".join(row)) in said for row in told)


def _spoken(text: str) -> str:
    return f" {' '.join(''.join(char if char.isalnum() else ' ' for char in text.casefold()).split())} "


@dataclass(frozen=True, slots=True)
class PartAccess:
    """A part of a report, by what it is called, and who may read it."""

    kind: str
    name: str
    access: Access


def parts_of(report: Report) -> Iterator[PartAccess]:
    """The sections and tables of a report with who may read each, in reading order."""
    for section in report.sections:
        name = HEADER_STEP.join(section.heading) or report.title
        yield PartAccess("section", name, section.access or report.access)
    for table in report.tables:
        yield PartAccess("table", table.title or HEADER_STEP.join(table.heading), table.access or report.access)
