"""Puts the two lines of a name to the figures that stand in the middle beside them."""

from collections.abc import Sequence

from ingest.read.figures import is_figure
from ingest.read.pdf.lines import is_whole, line_of
from ingest.read.pdf.rows import Row

_HALF = 0.85
"""Sizes of the font that a row of figures is from each of the two lines of its name at most."""

_EVEN = 1.5
"""Points by which these two distances differ at most."""


def with_names(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, those of figures put together with the two lines of their name that they stand between:
    "Fiscal year ended" over "March 31, 2025", and the figures beside both."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        if at + 2 < len(rows) and _are_of_one(*rows[at : at + 3]):
            above, figures, below = rows[at : at + 3]
            found.append(Row((*above.words, *below.words, *figures.words)))
            at += 3
        else:
            found.append(rows[at])
            at += 1
    return found


def _are_of_one(above: Row, figures: Row, below: Row) -> bool:
    """Whether two texts stand left of figures, one as little above them as the other is below."""
    steps = (figures.base - above.base, below.base - figures.base)
    if max(steps) > _HALF * figures.size or abs(steps[0] - steps[1]) > _EVEN:
        return False
    names = (above, below)
    if not all(name.box.right < figures.box.left and len(name.stretches) == 1 for name in names):
        return False
    line = line_of(figures, ())
    return line.has_figures and all(map(is_whole, line.texts)) and not any(is_figure(name.text) for name in names)
