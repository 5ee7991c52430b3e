"""What is asked, and what must not be told: reports with licensed parts, and ways of asking for these."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LIBRARY, ASKED = HERE / "library", HERE / "asked"

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_OF_THE_SERVER = re.compile(
    r'\\?"(?:took_ms|score|created|created_at|completed_at|average_duration|avg_time|duration|'
    r'cache_duration)\\?": ?[\d.e-]+|^(?:content-length|date): .*',
    re.M | re.I,
)
"""Times, scores and sizes: numbers of an answer that are of no report."""

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Guarded:
    """A report of which parts are licensed. ``secrets`` are figures and names that stand in these alone, ``names`` are
    those that fill the slots of the wordings."""

    id: str
    secrets: tuple[str, ...]
    names: dict[str, list[str]]


def guarded(asked: Path = ASKED) -> list[Guarded]:
    """The reports, by id."""
    read = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(asked.glob("*.json"))}
    return [Guarded(report, tuple(found["secrets"]), found["names"]) for report, found in read.items()]


def questions(report: Guarded, file: Path = HERE / "questions.txt") -> list[str]:
    """Every wording with the names of the report, each name in its turn."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [_filled(line, report, number) for number, line in enumerate(lines)]


def _filled(line: str, report: Guarded, number: int) -> str:
    return _SLOT.sub(lambda slot: _turn(report.names[slot[1]], number), line)


def _turn(names: Sequence[str], number: int) -> str:
    return names[number % len(names)]


def told(text: str, secrets: Sequence[str], question: str) -> list[str]:
    """The secrets that a text tells; what the question itself names is no secret to who asked it."""
    text = _OF_THE_SERVER.sub("", text)
    for written in (question, json.dumps(question)[1:-1], json.dumps(question, ensure_ascii=False)[1:-1]):
        text = text.replace(written, "")
    numbers = set(numbers_in(text))
    named = [secret for secret in secrets if secret not in question]
    return [secret for secret in named if secret in numbers or (not secret[0].isdigit() and secret in text)]


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of a text as they are written."""
    return (found.group() for found in _NUMBER.finditer(text))
