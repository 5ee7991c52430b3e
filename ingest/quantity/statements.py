"""Reads one sentence: what each of its numbers measures, of what, where and when."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.quantity.antecedents import Background, Subject, settle
from ingest.quantity.chronology import dated
from ingest.quantity.clauses import Unit, cut_units, is_partitive, is_verb
from ingest.quantity.cues import BULK
from ingest.quantity.frame import Frame
from ingest.quantity.measures import Measured, classify
from ingest.quantity.numeral import Numeral
from ingest.quantity.outlook import looks_ahead
from ingest.quantity.phrase import unit_tokens
from ingest.quantity.phrases import phrases
from ingest.quantity.relatives import relative
from ingest.quantity.residue import tags_of
from ingest.quantity.respectively import dealt
from ingest.quantity.statement import Statement
from ingest.quantity.subjects import Reading, read_subject
from ingest.quantity.tokens import Token, read_tokens
from ingest.quantity.vocabulary import DETERMINERS, word_set

_MOST_TAGS = 12


def read_statements(text: str, frame: Frame, background: Background) -> list[Statement]:
    """The statements of one sentence, in order."""
    units = cut_units(read_tokens(text, frame))
    statements = _measured(_subjects(units, frame, background), background)
    if _DIVIDES.search(text) or any(is_partitive(unit.left) for unit in units):
        statements = [_as_share(statement) for statement in statements]
    statements = _shared(statements)
    return dealt(dated(statements, background, frame.forecast), frame)


_DIVIDES = re.compile(
    r"\b(?:dominat\w+|led|leads?|(?:largest|leading|biggest|main|smallest)\s+\w+|market shares?|held|account\w*)\b",
    re.IGNORECASE,
)


def _as_share(statement: Statement) -> Statement:
    """Percents in brackets or behind "at" in a sentence on who leads are shares: "A (15%) and B (11%) led"."""
    numeral = statement.numeral
    if statement.measured or numeral is None or numeral.kind != "percent":
        return statement
    bracketed = statement.left.rstrip().lower().endswith(("(", "at", "with")) or is_partitive(statement.unit.left)
    return replace(statement, measured=Measured("share", "")) if bracketed else statement


def _shared(statements: Sequence[Statement]) -> list[Statement]:
    """What several percentages measure, said once behind the last: "24% and 17% of sales"."""
    result = list(statements)
    for at in range(len(result) - 2, -1, -1):
        first, second = result[at], result[at + 1]
        if first.measured or not first.numeral or not second.numeral or second.measure != "share":
            continue
        if second.unit.link in {"and", ","} and second.reading.is_silent and not first.unit.right:
            result[at] = replace(first, measured=second.measured)
    return result


def _subjects(units: Sequence[Unit], frame: Frame, background: Background) -> list[Statement]:
    statements: list[Statement] = []
    before: Subject | None = None
    for unit in units:
        reading = read_subject(unit, frame)
        if statements and unit.link in {"which", "who"}:
            reading = relative(reading, statements[-1].unit, frame)
        subject = settle(reading, unit.link, before, background)
        if statements and (counted := _counted(statements[-1], unit, reading, frame)):
            subject = replace(subject, head=(counted,))
        if _counts_its_subject(unit, reading):
            subject = replace(subject, head=())
        if reading.negated:
            subject = replace(subject, head=("not", *subject.head))
        right = " ".join(token.text for token in _without_reasons(unit.right) if token.kind != "time")
        statements.append(Statement(unit, reading, subject, reading.said, right))
        before = replace(subject, head=subject.head[1:]) if reading.negated else subject
        if unit.numeral is None:
            before = replace(before, whole=())
    return statements


def _without_reasons(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words up to those that give a reason, which say nothing of the number: "to 612, because they bought more"."""
    for at, token in enumerate(tokens):
        if token.low == "because" or (token.low in _REASONS and at and tokens[at - 1].low == ","):
            return tokens[:at]
    return tokens


_REASONS = word_set("as since after although though thanks helped driven")


def _counted(before: Statement, unit: Unit, reading: Reading, frame: Frame) -> str | None:
    """The number that is itself the subject: "Over 150 hospitals accounted for 60%"."""
    numeral = before.numeral
    if numeral is None or numeral.kind != "number" or not numeral.unit or before.unit.right:
        return None
    if unit.link or not unit.left or not reading.is_silent:
        return None
    heads = (part for part in phrases(before.unit, frame) if part.role == "head")
    head = [token.text for part in heads for token in before.unit.left[part.start : part.end]]
    said = [*head, numeral.text]
    return " ".join(said[1:] if said[0].lower() in DETERMINERS else said)


def _counts_its_subject(unit: Unit, reading: Reading) -> bool:
    """Whether a further clause's number is itself what its verb speaks of: "and 320 units were installed"."""
    numeral = unit.numeral.numeral if unit.numeral else None
    if numeral is None or numeral.kind != "number" or not numeral.unit or not unit.link or not reading.is_silent:
        return False
    return bool(unit.right) and is_verb(unit_tokens(unit), len(unit.left) + 1)


def _measured(statements: Sequence[Statement], background: Background) -> list[Statement]:
    result: list[Statement] = []
    ahead = False
    for statement in statements:
        ahead = looks_ahead(statement.left, ahead)
        statement = replace(statement, forecast=ahead and not statement.is_base)
        numeral = statement.numeral
        if numeral:
            measured = classify(numeral.kind, numeral.unit, statement.left, statement.right)
            if measured is None or _only_follows(statement, measured) or statement.unit.link in _COMPARED:
                measured = _inherited(statement, result) or measured or _change(statement)
                measured = measured or _labelled(statement, background)
                statement = replace(statement, counted=_counted_before(statement, measured, result))
            elif spent := _spent_before(statement, measured, result):
                measured = spent
            statement = replace(statement, measured=_denied(statement, _labelled_alike(measured, result)))
        result.append(statement)
    return result


def _counted_before(statement: Statement, measured: Measured | None, before: Sequence[Statement]) -> str:
    """What the number before counts, where this one has taken over what that one measures."""
    numeral, latest = statement.numeral, next((other for other in reversed(before) if other.numeral), None)
    if numeral is None or numeral.kind != "number" or numeral.unit or latest is None or latest.numeral is None:
        return ""
    took_over = measured is not None and measured == latest.measured and latest.numeral.kind == "number"
    return latest.numeral.unit or latest.counted if took_over else ""


def _only_follows(statement: Statement, measured: Measured) -> bool:
    """Whether a number only follows another: "hospitals 41%, followed by clinics 22%"."""
    return measured.measure == "share" and bool(_FOLLOWS.search(statement.left)) and not measured.label


_FOLLOWS = re.compile(r"\bfollow\w*\b", re.IGNORECASE)


def _spent_before(statement: Statement, measured: Measured, before: Sequence[Statement]) -> Measured | None:
    """What money goes on to say of a deal: "an order for 1,200 suits worth EUR 9.4 million"."""
    latest = before[-1] if before else None
    if latest is None or measured.measure != "size" or statement.unit.link or not statement.reading.is_silent:
        return None
    spent = classify("money", "", latest.left, "")
    return spent if spent and spent.measure == "other" else None


def _change(statement: Statement) -> Measured | None:
    """A percentage with a plus sign is by how much something grew: "571,000 systems (+148%)"."""
    numeral = statement.numeral
    return Measured("growth", "") if numeral and numeral.kind == "percent" and numeral.text[:1] == "+" else None


def _labelled_alike(measured: Measured | None, before: Sequence[Statement]) -> Measured | None:
    """A measure without words of its own has those the sentence used last for the same measure."""
    if measured is None or measured.label or measured.measure == "other":
        return measured
    alike = [other.measured.label for other in before if other.measured and other.measure == measured.measure]
    return replace(measured, label=alike[-1]) if alike else measured


def _denied(statement: Statement, measured: Measured | None) -> Measured | None:
    return Measured("other", measured.label if measured else "") if statement.reading.negated else measured


def _inherited(statement: Statement, before: Sequence[Statement]) -> Measured | None:
    """What the number before measured, if it is of the same sort: "41% of revenue, followed by clinics (22%)"."""
    numeral = statement.numeral
    latest = next((other for other in reversed(before) if other.numeral), None)
    if latest is None or latest.numeral is None or numeral is None:
        return None
    if statement.unit.link in _COMPARED:
        latest = next((other for other in reversed(before) if _alike(other, numeral)), latest)
    if latest.numeral and latest.numeral.kind == numeral.kind:
        return latest.measured if numeral.unit in {"", latest.numeral.unit} else None
    if latest.measured and latest.measure == "increase" and numeral.kind == "percent" and statement.unit.link == "or":
        return Measured("growth", "", latest.measured.falls)  # "fell by USD 2 billion, or 3%"
    if latest.measure == "share" and (amount := _amount_of_share(statement, numeral)):
        return amount
    return _predicate_of(latest, statement, before) if statement.reading.is_silent else None


_COMPARED = frozenset({"up", "down", "from", "against", "versus", "vs", "compared", "than"})
"""Links to a number of the same measure at another time or of another subject."""


def _alike(other: Statement, numeral: Numeral) -> bool:
    return other.numeral is not None and other.numeral.kind == numeral.kind


def _amount_of_share(statement: Statement, numeral: Numeral) -> Measured | None:
    """The amount beside a share: "36% of the market, or USD 2.9 billion", "81% of volume, or 2 million tons"."""
    restated = statement.unit.link in {"or", "("}
    if numeral.kind == "money" and (restated or statement.left.lower().endswith(" at")):
        return Measured("size", "")
    return Measured("volume", "") if restated and numeral.kind == "number" and BULK.fullmatch(numeral.unit) else None


def _predicate_of(latest: Statement, statement: Statement, before: Sequence[Statement]) -> Measured | None:
    """What a number goes on to say of another sort: the level of "revenue rose 12% to USD 5 billion"."""
    numeral = statement.numeral
    if numeral is None:
        return None
    if statement.unit.link in {"to", "and", "by"}:
        joined = classify(numeral.kind, numeral.unit, f"{latest.left} {statement.left}", statement.right)
        if joined:
            return joined
    if latest.measure == "cagr" and numeral.kind == "money" and statement.unit.link in {"from", "to", ","}:
        return Measured("size", "")  # "rose at a 4.8% CAGR, from USD 4.1 billion"
    alike = [other for other in before if _alike(other, numeral)]
    return alike[-1].measured if alike and latest.measure in {"cagr", "growth"} and not numeral.unit else None


def _labelled(statement: Statement, background: Background) -> Measured | None:
    """What a line without a verb measures by its lead-in or heading; "Drones: USD 30 billion" is their level."""
    numeral = statement.numeral
    if statement.has_verb or numeral is None:
        return None
    if not background.label:
        bare = numeral.kind == "money" and statement.reading.whole_market and not statement.reading.head
        return Measured("size", "") if bare else None
    return classify(numeral.kind, numeral.unit, background.label, "")


def statement_tags(statement: Statement) -> tuple[str, ...]:
    """The words of a statement that qualify its number but are not in its subject."""
    tokens = unit_tokens(statement.unit)
    said = {word.lower() for text in statement.subject.path(statement.measure) for word in text.split()}
    return tuple(tag for tag in dict.fromkeys((*statement.reading.tags, *tags_of(tokens))) if tag not in said)[
        :_MOST_TAGS
    ]


_COUNTED = re.compile(
    r"(?:\b(?:number|list|nos?\s?\.?|count|total)\s+of\s+(?P<of>(?:[\w-]+\s+){0,3}?[\w-]+s)\b"
    r"|^\W*(?:total\s+|key\s+|number\s+of\s+)?(?P<label>(?:[\w-]+\s+){0,2}[\w-]+s)"
    r"\s*(?:covered|profiled|included|analy[sz]ed|studied)?\s*[:|([]"
    r"|^\W*(?P<bare>pages|tables|figures|charts|companies|countries)\b)",
    re.IGNORECASE,
)


def counted_noun(statement: Statement) -> str:
    """What a bare number counts by its label: "List of Tables [Total: 1590]", "Countries covered: 22"."""
    match = _COUNTED.search(statement.left)
    if not match or (statement.has_verb and not statement.left.rstrip().endswith((":", "|"))):
        return ""
    return str(match["of"] or match["label"] or match["bare"]).lower()
