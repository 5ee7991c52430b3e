"""Cuts a sentence into units of one numeral each, at the words that join them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import (
    AUXILIARIES,
    DETERMINERS,
    LOOKED_AT,
    MARKET,
    MEASURES,
    PLACES,
    PLAIN,
    PREPOSITIONS,
    VERBS,
    word_set,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A numeral with the words that belong to it, ``left`` and ``right`` of it; a clause without one has ``left`` only.

    ``link`` is the word that joins it to what stands before ("and", "with", "from"; "" for the first).
    """

    left: tuple[Token, ...]
    numeral: Token | None
    right: tuple[Token, ...]
    link: str = ""


_STRONG = word_set("; : while whereas but – — although though")
_JOINS = word_set("and or plus followed ahead versus vs compared up down with against including")
_LEADS = word_set("to from at reaching at ( ) | which that who representing versus than")
_STRONG_BEHIND_COMMA = word_set("followed while whereas but compared up down which ahead against")
_STARTERS = word_set("while whereas")
_NOUNS_TOO = word_set("report reports record records hit hits mark marks command top tops display move moves run list")
"""Verbs that are nouns behind an article."""
_SUBJECT_PRONOUNS = word_set("it they this these")
_COORDINATING = word_set("and or , ; versus vs against compared while")
_SKIPPED = DETERMINERS | word_set(
    """
    about around nearly approximately over just some only almost roughly an estimated up more less than least
    fewer greater
    """
)
_RIGHT_ORIENTED = word_set("and , to versus vs from while against or by ;")


def cut_units(tokens: Sequence[Token]) -> list[Unit]:
    """The units of a sentence in order; together they hold every token."""
    tokens = _ranked(tokens)
    numerals = _numerals(tokens)
    cuts = {cut for cut in _clause_cuts(tokens) if cut not in numerals}
    for first, second in pairwise(numerals):
        if not any(first < cut <= second for cut in cuts):
            cuts.add(_gap_cut(tokens, first, second))
    edges = [0, *sorted(cuts), len(tokens)]
    spans = [(a, b) for a, b in pairwise(edges) if a < b]
    return [_unit(tokens[start:end]) for start, end in spans]


def _numerals(tokens: Sequence[Token]) -> list[int]:
    """Where the numerals are, without those that say of how many places the next one is."""
    found = [index for index, token in enumerate(tokens) if token.kind == "numeral"]
    return [index for index in found if index == found[-1] or not _counts_places(tokens, index)]


def _counts_places(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says of how many places the next one is, those of the report: "sales in the eight countries
    covered fell to 5 million"; of "it sells in eight countries" it is a figure of its own."""
    covered = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return covered in LOOKED_AT and tokens[at].low.split()[-1] in PLACES


def _ranked(tokens: Sequence[Token]) -> list[Token]:
    """The same with "36%, before Germany (24%)" as "36%, ahead of Germany (24%)", and "led by" as "followed by"."""
    return [
        replace(token, low=_RANKING[token.low]) if token.low in _RANKING and _is_ranking(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _is_ranking(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word behind a number sets a name against what came before, and no time."""
    if at < 2 or tokens[at - 1].low != "," or tokens[at - 2].kind != "numeral":
        return False
    named = [token for token in tokens[at + 1 : at + 4] if token.low not in DETERMINERS | {"by"}]
    if (_RANKING[tokens[at].low] == "followed") != (at + 1 < len(tokens) and tokens[at + 1].low == "by"):
        return False
    return bool(named) and (named[0].kind == "place" or (named[0].kind == "word" and named[0].text[:1].isupper()))


_RANKING = {"before": "ahead", "behind": "ahead", "after": "ahead", "led": "followed", "headed": "followed"}


def _unit(tokens: Sequence[Token]) -> Unit:
    link = _link(tokens)
    for index in _numerals(tokens)[:1]:
        return Unit(tuple(tokens[:index]), tokens[index], tuple(tokens[index + 1 :]), link)
    return Unit(tuple(tokens), None, (), link)


_PARTITIVES = (["of", "which"], ["of", "whom"], ["of", "these"], ["of", "this"])


def _link(tokens: Sequence[Token]) -> str:
    words = [token.low for token in tokens[:3]]
    if is_partitive(tokens):
        return "with"
    if words[:1] == ["followed"] and words[1:2] != ["by"]:
        return ""
    if words and words[0] in {",", ")", "("} and len(words) > 1 and words[1] in _JOINS | _STRONG | _LEADS:
        return words[1]
    if words and words[0] in _JOINS | _STRONG | _LEADS | {","}:
        return words[0]
    return ""


def is_partitive(tokens: Sequence[Token]) -> bool:
    """Whether a part of what was just said follows: ", of which"."""
    words = [token.low for token in tokens[:3]]
    return words[:2] in _PARTITIVES or words[1:3] in _PARTITIVES


def _clause_cuts(tokens: Sequence[Token]) -> list[int]:
    """Where a clause of its own begins, numerals or not: behind a part that has a verb."""
    cuts: list[int] = []
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.low == "(") - (token.low == ")")
        start = cuts[-1] if cuts else 0
        if index == start or depth > 0 or not (_gives_result(tokens, index) or _opens_clause(tokens, index)):
            continue
        if token.low == ";" or _gives_result(tokens, index) or any(is_verb(tokens, at) for at in range(start, index)):
            cuts.append(index)
    return cuts


def _gives_result(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma stands before "so that", which has a subject of its own."""
    return [token.low for token in tokens[index : index + 3]] == [",", "so", "that"]


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    low = tokens[index].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low == ":":
        return tokens[index + 1 :] != [] and _has_verb_soon(tokens, index)
    if low == ";" or (low in {"–", "—"} and following not in {"", ","} and tokens[index + 1].kind != "numeral"):
        return True
    if low in _STARTERS:
        return tokens[index - 1].low != ","
    if low == "," and following == "of" and index + 2 < len(tokens) and tokens[index + 2].low in {"which", "whom"}:
        return True
    if low == ",":
        return following in {"while", "whereas", "but", "which", "who"} or (
            following in {"and", "but"} and _starts_predicate(tokens, index + 2)
        )
    if low == "and" and tokens[index - 1].low != ",":
        return _starts_predicate(tokens, index + 1)
    return False


def _starts_predicate(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb or a new subject with its verb begins at ``index``."""
    while index < len(tokens) and tokens[index].low.endswith("ly"):
        index += 1
    if index >= len(tokens):
        return False
    low = tokens[index].low
    if low in AUXILIARIES | _SUBJECT_PRONOUNS:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if low in VERBS and low not in MEASURES:
        return following is not None and (following.kind != "word" or following.low in PREPOSITIONS | DETERMINERS)
    return tokens[index - 1].low == "and" and _has_verb_soon(tokens, index)


def _has_verb_soon(tokens: Sequence[Token], index: int) -> bool:
    for at in range(index + 1, min(index + 9, len(tokens))):
        if tokens[at].kind == "numeral" or tokens[at].low in {",", ";"}:
            return False
        if is_verb(tokens, at):
            return True
    return False


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether there is a verb among the words."""
    return any(is_verb(tokens, at) for at in range(len(tokens)))


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at ``index`` is the verb of its clause rather than an adjective or noun of the same spelling."""
    low = tokens[index].low
    if low in AUXILIARIES:
        return True
    if low not in VERBS or index == 0:
        return False
    before = tokens[index - 1]
    if low in _NOUNS_TOO and _behind_article(tokens, index):
        return False
    if before.low in DETERMINERS and before.low not in {"it", "this", "they", "we", "both", "each", "all"}:
        return False
    if before.kind == "numeral":
        return bool(before.numeral and before.numeral.unit)
    if before.kind == "time" or before.low in PREPOSITIONS - {"to"}:
        return before.kind == "time" and low not in MEASURES
    if low in MEASURES | {
        "forecast",
        "estimated",
        "projected",
        "expected",
        "leading",
        "growing",
        "predicted",
        "anticipated",
        "cost",
        "costs",
    }:
        return _governs(tokens, index)
    return True


def _behind_article(tokens: Sequence[Token], index: int) -> bool:
    """Whether only adjectives of the trade stand between an article and the word: "the full report"."""
    at = index - 1
    while at > 0 and tokens[at].low in PLAIN:
        at -= 1
    return tokens[at].low in {"the", "a", "an", "this", "that", "its", "our"}


def _governs(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that may be a noun or adjective is followed by what only a verb takes."""
    if index + 1 >= len(tokens):
        return True
    following = tokens[index + 1]
    low = tokens[index].low
    if low in {"increase", "decline", "rise", "growth", "estimate", "gain", "forecast", "drop"}:
        return tokens[index - 1].low in {"to", "will", "would", "should"} or following.low in {"to", "from"}
    if low in {"cost", "costs", "costing"}:
        return following.kind == "numeral" or following.low in {"about", "around", "between", "nearly", "over", "up"}
    if low in {"share", "value", "shares", "sales", "figures", "number", "numbers", "estimates", "forecasts", "prices"}:
        return False
    return following.kind == "numeral" or following.low in PREPOSITIONS


def _gap_cut(tokens: Sequence[Token], first: int, second: int) -> int:
    """Where, between two numerals, the words of the second begin."""
    near = _before_number(tokens, first, second)
    if _is_counted_subject(tokens, first) and (near is None or tokens[near].low not in _COORDINATING):
        return first + 1
    if near is not None:
        return near
    gap = range(first + 1, second)
    if _is_label_run(tokens, first):
        return first + 1
    if tokens[first - 1].low == "," and tokens[first + 1].low == ",":
        gap = range(first + 2, second)
    for wanted in (_is_strong, _is_comma, _is_join, _is_lead):
        for index in gap:
            if wanted(tokens, index, second):
                return index + 1 if tokens[index].low == ")" else index
    return second


def _is_counted_subject(tokens: Sequence[Token], first: int) -> bool:
    """Whether a number is the subject of the next: "150 hospitals accounted for 60%"."""
    numeral = tokens[first].numeral
    return bool(numeral and numeral.kind == "number" and numeral.unit and is_verb(tokens, first + 1))


def _before_number(tokens: Sequence[Token], first: int, second: int) -> int | None:
    """The joining word right before the second number: "41% for hospitals and 22% for labs"."""
    index = second - 1
    while index > first and (tokens[index].low in _SKIPPED or tokens[index].low.endswith("ly")):
        index -= 1
    if index - 1 > first and tokens[index].low in {"with", "to"} and tokens[index - 1].low == "compared":
        return index - 2 if tokens[index - 2].low == "," else index - 1
    if index == first or tokens[index].low not in _RIGHT_ORIENTED:
        return None
    if tokens[index].low == "by" and tokens[index - 1].low not in VERBS:
        return None
    while index - 1 > first and tokens[index - 1].low in {",", "up", "down", "compared", "and"}:
        index -= 1
    if tokens[index].low in {"to", "by"}:
        while index - 1 > first and (
            is_verb(tokens, index - 1) or tokens[index - 1].low in {",", "and", "to", "further"}
        ):
            index -= 1
        return _widened(tokens, first, index)
    return index


def _widened(tokens: Sequence[Token], first: int, index: int) -> int:
    """An earlier comma or "and" that opens the same predicate: ", the market grew to 5"."""
    for at in range(first + 1, index):
        if _is_strong(tokens, at, index) or _is_comma(tokens, at, index) or _is_join(tokens, at, index):
            return at
    return index


def _is_label_run(tokens: Sequence[Token], first: int) -> bool:
    following = tokens[first + 1]
    if not following.text[:1].isupper() or following.low not in MEASURES | MARKET:
        return False
    return any(token.low in MEASURES for token in tokens[:first])


def _is_strong(tokens: Sequence[Token], index: int, second: int) -> bool:
    low = tokens[index].low
    if low in {":", "–", "—"}:
        return index + 1 < second
    return low in _STRONG or (low == "," and tokens[index + 1].low in _STRONG_BEHIND_COMMA)


def _is_comma(tokens: Sequence[Token], index: int, second: int) -> bool:
    return tokens[index].low == ","


def _is_join(tokens: Sequence[Token], index: int, second: int) -> bool:
    if tokens[index].low not in _JOINS:
        return False
    around = {tokens[index - 1].kind, tokens[index + 1].kind}
    return not (tokens[index].low in {"and", "or"} and len(around) == 1 and around & {"time", "place"})


def _is_lead(tokens: Sequence[Token], index: int, second: int) -> bool:
    low = tokens[index].low
    if low == "(":
        return True
    if low in {"to", "from"}:
        following = tokens[index + 1]
        return following.kind == "numeral" or following.low in VERBS or index + 2 >= second
    if low == "by" and tokens[index + 1].kind == "time":
        return False
    if low in {"at", "with", "by"}:
        return any(token.low in MEASURES for token in tokens[index:second]) or index + 2 >= second
    return low in _LEADS or (low in VERBS and low.endswith("ing"))
