"""Makes small reports of an invented market by hand, and audits them."""

from ingest.audit import Finding, audit
from ingest.audit.facts import Ledger
from ingest.domain import Report, Section, Table
from ingest.quantity.reports import quantities


def table(text: str, title: str = "", unit: str | None = None) -> Table:
    """A table of lines whose cells are parted by bars, the first its header; two blanks before a name are a step in."""
    lines = text.strip("\n").splitlines()
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
    depths = tuple((len(line) - len(line.lstrip())) // 2 for line in lines[1:])
    return Table(title, rows[0], tuple(rows[1:]), "t.csv", unit, depths=depths if any(depths) else ())


def report(*parts: str | Section | Table) -> Report:
    """A report on drones out of tables and sections; a text is a section under "Overview"."""
    sections = [part for part in parts if isinstance(part, Section)]
    sections += [Section(("Overview",), part, "report.md") for part in parts if isinstance(part, str)]
    tables = [part for part in parts if isinstance(part, Table)]
    return Report("drones", "Drone Market", "d", tuple(sections), tuple(tables))


def ledger(*parts: str | Section | Table) -> Ledger:
    made = report(*parts)
    return Ledger(made, quantities(made))


def findings(*parts: str | Section | Table) -> tuple[Finding, ...]:
    made = report(*parts)
    return audit(made, quantities(made))


def kinds(*parts: str | Section | Table) -> list[str]:
    return [finding.kind for finding in findings(*parts)]
