"""The units, phrases and statements of a sentence about drones, for the tests of what cuts and reads them."""

from ingest.quantity.antecedents import Background
from ingest.quantity.clauses import Unit, cut_units
from ingest.quantity.phrase import unit_tokens
from ingest.quantity.phrases import phrases
from ingest.quantity.statement import Statement
from ingest.quantity.statements import read_statements
from ingest.quantity.tokens import read_tokens
from tests.ingest.quantity.cases import frame_for

FRAME = frame_for("drone")


def units_of(sentence: str) -> list[Unit]:
    """The units a sentence is cut into."""
    return cut_units(read_tokens(sentence, FRAME))


def text_of(unit: Unit) -> str:
    """The tokens of a unit, apart by spaces."""
    return " ".join(token.text for token in unit_tokens(unit))


def roles_of(sentence: str) -> list[tuple[str, str]]:
    """The phrases of a sentence of one unit: role and text."""
    (unit,) = units_of(sentence)
    tokens = unit_tokens(unit)
    return [
        (part.role, " ".join(token.text for token in tokens[part.start : part.end])) for part in phrases(unit, FRAME)
    ]


def statements_of(sentence: str) -> list[Statement]:
    """The statements of a sentence with a number, nothing said before it."""
    return [statement for statement in read_statements(sentence, FRAME, Background()) if statement.numeral]
