"""Tells a table's header rows by their bold print."""

from collections.abc import Sequence


def bold_rows(bold: Sequence[bool]) -> int:
    """How many of the first rows are set apart by being bold; none where no row below is plain."""
    return bold.index(False) if False in bold else 0
