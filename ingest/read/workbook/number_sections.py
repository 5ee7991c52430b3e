"""Parts a sheet's number format into sections and their tokens, and finds the section that shows a number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal[
    "literal", "digit", "point", "comma", "percent", "slash", "text", "general", "exponent", "condition", "end"
]


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format, between semicolons; ``relation`` and ``limit`` say for which numbers ("[<1000]")."""

    tokens: tuple[Token, ...]
    relation: str = ""
    limit: Decimal = Decimal(0)

    @property
    def kinds(self) -> frozenset[Kind]:
        return _kinds(self.tokens)

    def holds(self, number: Decimal) -> bool:
        match self.relation:
            case "<":
                return number < self.limit
            case "<=":
                return number <= self.limit
            case ">":
                return number > self.limit
            case ">=":
                return number >= self.limit
            case "<>":
                return number != self.limit
            case _:
                return number == self.limit

    @property
    def only_negative(self) -> bool:
        return self.relation in ("<", "<=") and self.limit <= 0


@lru_cache(maxsize=1024)
def _kinds(tokens: tuple[Token, ...]) -> frozenset[Kind]:
    return frozenset(token.kind for token in tokens)


_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|(?P<general>general)'
    r"|(?P<exponent>e[+-])|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<text>@)"
    r"|(?P<end>;)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\s*(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*")
_CURRENCY = re.compile(r"\$([^-]*)(?:-[0-9A-Fa-f]+)?")


@lru_cache(maxsize=1024)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format, at least one."""
    sections: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code):
        token = _token(match)
        if token.kind == "end":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(_section(tokens) for tokens in sections)


def _token(match: re.Match[str]) -> Token:
    match match.lastgroup:
        case "quoted" | "escaped" | "plain":
            return Token("literal", match[match.lastgroup])
        case "space" | "fill":
            return Token("literal", " " if match.lastgroup == "space" else "")
        case "bracket":
            return _bracket(match["bracket"])
        case "general" | "exponent" | "digit" | "point" | "comma" | "percent" | "slash" | "text" | "end" as kind:
            return Token(kind, match[0])
        case _:
            return Token("literal", "")


def _bracket(inside: str) -> Token:
    """A condition or a currency; colours and the names of digits show nothing."""
    if _CONDITION.fullmatch(inside):
        return Token("condition", inside)
    currency = _CURRENCY.fullmatch(inside)
    return Token("literal", currency[1] if currency else "")


def _section(tokens: Sequence[Token]) -> Section:
    kept = tuple(token for token in tokens if token.kind != "condition")
    condition = next((_CONDITION.fullmatch(token.text) for token in tokens if token.kind == "condition"), None)
    return Section(kept, condition[1], Decimal(condition[2])) if condition else Section(kept)


def section_for(number: Decimal, sections: Sequence[Section]) -> tuple[Section | None, bool]:
    """The section that shows a number, and whether a minus must be put before it."""
    if not sections[0].tokens and len(sections) == 1:
        return None, True
    if any(section.relation for section in sections):
        section = next(
            (section for section in sections[:3] if not section.relation or section.holds(number)), sections[-1]
        )
        return section, not section.only_negative
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True
