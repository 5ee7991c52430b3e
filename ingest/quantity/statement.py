"""What one unit of a sentence states: a number, what it measures, of what and when."""

from dataclasses import dataclass

from ingest.domain import Measure
from ingest.quantity.antecedents import Subject
from ingest.quantity.clauses import Unit, has_verb
from ingest.quantity.measures import Measured
from ingest.quantity.numeral import Numeral
from ingest.quantity.subjects import Reading
from ingest.quantity.timing import UNTIMED, Timed


@dataclass(frozen=True, slots=True)
class Statement:
    """A unit of a sentence, settled. Without a numeral it only passes its subject on.

    ``left`` and ``right`` are the words around the number that may say what it measures. ``counted``: what a number
    without a noun of its own counts, as the one before it does: 17 of "London has 38 venues, Leeds 17".
    """

    unit: Unit
    reading: Reading
    subject: Subject
    left: str
    right: str
    measured: Measured | None = None
    timed: Timed = UNTIMED
    forecast: bool = False
    counted: str = ""

    @property
    def measure(self) -> Measure:
        """The class of what is measured; "other" when the words do not say."""
        return self.measured.measure if self.measured else "other"

    @property
    def numeral(self) -> Numeral | None:
        """The number, if the unit has one."""
        return self.unit.numeral.numeral if self.unit.numeral else None

    @property
    def has_verb(self) -> bool:
        """Whether a verb stands before the number."""
        return has_verb(self.unit.left)

    @property
    def is_base(self) -> bool:
        """Whether the number is where a growth starts: "grow from USD 2 billion"."""
        return self.left.lower().rstrip().endswith("from")

    def speaks_of_another(self, other: "Statement") -> bool:
        """Whether the subjects of two statements differ."""
        return (self.subject.head, self.subject.place) != (other.subject.head, other.subject.place)
