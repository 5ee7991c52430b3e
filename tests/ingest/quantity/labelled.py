"""Whole reports in publishers' styles, every number in them labelled by hand.

A line "> printed; amount unit; measure; period; subject path; place; marks" labels a number of the line above it. Of
the fields "-" is nothing, "*" is not judged, "a|b" is either; marks are as in ``cases``, a "*" among them ends judging.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ingest.domain import Quantity, Report
from ingest.quantity.reports import quantities
from ingest.read.find import ReportSource
from ingest.read.report import read_report
from tests.ingest.quantity.cases import line_of

_SYMBOLS = {"percent": "%", "percentage points": "pp", "basis points": "bp", "multiple": "x"}


@dataclass(frozen=True)
class Labelled:
    """A report's text without its labels, and the labels."""

    text: str
    labels: tuple[str, ...]

    def read(self, folder: Path) -> Report:
        """The report as the reader of its format reads it."""
        file = folder / ("report.md" if self.text.startswith("#") else "report.txt")
        file.write_text(self.text, "utf-8")
        return read_report(ReportSource("report", file, (file,)))


def labelled(file: Path) -> Labelled:
    """The labelled report of a file."""
    lines = file.read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("> "))
    return Labelled(text + "\n", tuple(line[2:] for line in lines if line.startswith("> ")))


def unmatched(report: Report, labels: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The labels that no quantity fulfils, and the quantities that no label allows."""
    left = list(quantities(report))
    missing: list[str] = []
    for label in labels:
        found = next((quantity for quantity in left if fulfils(quantity, label)), None)
        if found is None:
            missing.append(label)
        else:
            left.remove(found)
    return missing, [f"{amount_of(quantity)}; {line_of(quantity)}" for quantity in left]


def fulfils(quantity: Quantity, label: str) -> bool:
    """Whether a quantity is what a label says."""
    printed, amount, *fields = (field.strip() for field in label.split(";"))
    read = line_of(quantity).split("; ")
    if printed != read[0] or not _same_amount(amount_of(quantity), amount):
        return False
    return all(want.endswith("*") or have in want.split("|") for want, have in zip(fields, read[1:], strict=True))


def amount_of(quantity: Quantity) -> str:
    """Value in units of one, and its unit."""
    unit = _SYMBOLS.get(quantity.kind) or quantity.currency or quantity.unit or "-"
    return f"{abs(quantity.amount):f} {unit}"


def _same_amount(read: str, label: str) -> bool:
    (value, unit), (wanted, wanted_unit) = read.split(" ", 1), label.split(" ", 1)
    return Decimal(value) == abs(Decimal(wanted)) and wanted_unit in {unit, "*"}
