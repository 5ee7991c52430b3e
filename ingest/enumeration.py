"""Finds lists that a sentence spells out: "Key players include A, B and C", "by type (A, B, C)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MAX_ITEM_WORDS = 8
"""A longer item is a clause: prose, not a list."""

MAX_SENTENCE = 4000
"""Characters; a longer one is no sentence, and looking for brackets in it would take long."""

LEGAL_FORM = (
    r"(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|Co|Corp|Corporation|Company|GmbH|AG|KG|SE|S\.E"
    r"|S\.?A|S\.?A\.?S|N\.?V|B\.?V|PLC|plc|Pvt|Pte|Pty|S\.?p\.?A|S\.?r\.?l|A/S|AB|Oy|K\.?K|a\.s|S\.A\.B|Jr|Sr)"
)
_DOTTED = r"(?:Inc|Ltd|Co|Corp|Pvt|Pte|Pty|Cos|Bros|Jr|Sr|[A-Za-z]\.[A-Za-z](?:\.[A-Za-z])*)"
"""What is written with a full stop at the end of a name: not "GmbH" or "LLC"."""
_COMMA = re.compile(rf",\s+(?!{LEGAL_FORM}(?:\b|\.))")
_SEMICOLON = re.compile(r";\s+")
_AND = re.compile(r"\s+(?:and|or|as well as)\s+")
_LEADING = re.compile(r"(?:(?:and|or|as well as|the|an?|both|by)\s+)+")
_AND_LEADING = re.compile(r"^(?:and|or|as well as)\s+")
_ONE_NAME = re.compile(r"Middle East and (?:North )?Africa|Research and Development", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s+(?:in|with|which|that|for|from|to|at|on|as|during|over|while|whereas|who|whose|are|is|was|were|has|have|had|will|may"
    r"|can|lead|dominate|compete|among|across|through|between|based|respectively|etc|by)\b.*",
    re.DOTALL,
)
_SHARED_NOUN = re.compile(r"\s+(markets|regions|countries|segments|sectors|industries)$")
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|which|that|who|where|when"
    r"|while|because|since|if|it|they|he|she|we|this|these|those|there|not|what|than|then)\b"
    r"|^(?:with|by|for|from|to|in|of|on|as|at|both)\b|^\w+ing (?:an?|the|its|their|his|her)\b"
)
_SUM = re.compile(r"[%$€£¥₹]|^\s*[\d.,]+\s*$|\b(?:million|billion|trillion|crore)\b|^\D{0,6}\d[\d.,]*\s")

_EXAMPLES = r"such as|including|e\.g\.,?|for example,?|for instance,?|like"
_WHOLE = (
    r"include[sd]?|comprises?|comprising|consists? of|consisting of|namely|covers?|covering|profiles|spans?|spanning"
    r"|across|into|by|based on|on the basis of|in terms of|are|were|being"
)
_DIVIDED = re.compile(
    r"\b(?:(?:sub-?)?segment(?:ed|s|ation)?|divide[ds]?|categori[sz]e[ds]?|classifie[ds]|split|bifurcated"
    r"|broken down|grouped)\b[^.;]{0,120}$"
)
_STRICT = frozenset(
    {"are", "were", "being", "across", "in terms of", "cover", "covers", "covering", "span", "spans", "spanning"}
)
"""Words that prose goes on behind more often than a list: only names count there."""
_LOOSE = frozenset({"into", "namely", "comprises", "consists of"})
"""Words behind which two items are a list already."""
_TRIGGER = re.compile(
    rf"\b(?:(?P<examples>{_EXAMPLES})|(?P<whole>{_WHOLE}))(?:\s+the following\b[\w\s]{{0,40}})?\s*:?\s+"
)
_OPEN_ENDED = re.compile(
    r"\b(?:among others|amongst others|some of|for example|for instance|e\.g\.|etc\b|and more\b)", re.IGNORECASE
)
_OTHERS = re.compile(r"\band others\b", re.IGNORECASE)
"""More that is not named, or in a division a segment of its own."""
_DIVIDES = re.compile(r"\b(?:segment|divid|categor|classif|split|bifurcat|broken down|grouped|by)", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*[,;][^()]*)\)")
_BEFORE_BRACKETS = re.compile(r"(?:[^,;.:()\s]+\s+){1,7}$")
_DIMENSION = re.compile(r"(?:by|based on|on the basis of|in terms of) [^,;.]{2,40}, the ", re.IGNORECASE)
"""Opens a sentence that divides the market: "By payload, the market is studied across"."""
_SUBJECT = re.compile(r"\s+(?:are|were|lead|dominate|hold|held)\s+")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_LABEL = re.compile(r"([^\W\d_][^:.?!,]{1,60}?)\s*:\s+")

Place = tuple[int, int]
"""Start and end of characters in the text at hand."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list in a sentence: what its items are, and where they stand. ``complete``: not examples only.

    ``label`` is empty where the sentence is nothing but the list.
    """

    label: str
    items: tuple[Place, ...]
    complete: bool = True


def enumerations(sentence: str) -> Iterator[Enumeration]:
    """The lists that one sentence, label line or cell spells out, in order."""
    if len(sentence) > MAX_SENTENCE:
        return
    found = list(_labelled(sentence)) or [*_after_triggers(sentence), *_as_subject(sentence)] or list(_bare(sentence))
    open_ended = bool(_OPEN_ENDED.search(sentence) or (_OTHERS.search(sentence) and not _DIVIDES.search(sentence)))
    for one in (*found, *_in_brackets(sentence)):
        yield Enumeration(one.label, one.items, one.complete and not open_ended)


def separated(text: str, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
    """The items of a stretch that is nothing but a list ("U.S., Canada, Mexico"), () where it is not one."""
    end = len(text) if end is None else end
    mark = _SEMICOLON if _SEMICOLON.search(text, start, end) else _COMMA
    if end - start > MAX_SENTENCE or not mark.search(text, start, end):
        return ()
    items = [_trimmed(text, one, two) for one, two in _parts(text, start, end, mark)]
    items = [*items[:-1], *_last(text, items[-1])]
    items = [_without_brackets(text, *item) for item in items if item[0] < item[1]]
    return tuple(items) if len(items) > 1 and all(_is_item(text[one:two]) for one, two in items) else ()


def _labelled(text: str) -> Iterator[Enumeration]:
    """ "Segments: A, B, C", also several set apart by semicolons: "By type: A, B; by use: C, D"."""
    for start, end in _parts(text, 0, len(text), _SEMICOLON):
        match = _LABEL.match(text, start, end)
        items = separated(text, match.end(), _unstopped(text, end)) if match else ()
        if match and items and not _CLAUSE.search(_BY.sub("", match[1])):
            yield Enumeration(match[1], items)


def _after_triggers(text: str) -> Iterator[Enumeration]:
    opened = 0
    for match in _TRIGGER.finditer(text):
        before = text[opened : match.start()].rstrip()
        if match.start() < opened or _depth(text, match.start()):
            continue
        if match["whole"] in ("into", "by") and not _DIVIDED.search(before):
            continue
        items = _running(text, match.end())
        trigger = "into" if _DIMENSION.match(before) else match["whole"] or ""
        if not _is_list(text, items, trigger):
            continue
        label = _AND_LEADING.sub("", before.strip(" ,;:("))
        yield Enumeration(label or text[: match.start()].strip(), items, complete=match["examples"] is None)
        opened = items[-1][1]


def _is_list(text: str, items: tuple[Place, ...], trigger: str) -> bool:
    """Whether what follows a trigger is a list: two items only behind "into", and after "are" names only."""
    if trigger in _STRICT:
        return len(items) > 2 and all(not text[start].islower() for start, _ in items)
    return len(items) > (1 if trigger in _LOOSE else 2)


def _as_subject(text: str) -> Iterator[Enumeration]:
    """ "A, B and C are the major companies": names before the verb."""
    match = _SUBJECT.search(text)
    items = separated(text, 0, match.start()) if match else ()
    if match and len(items) > 2 and all(not text[start].islower() for start, _ in items):
        yield Enumeration(text[match.end() :].strip(" ."), items)


def _bare(text: str) -> Iterator[Enumeration]:
    """ "A (Norway), B (US) and C (India)." under a heading or behind a question: names and nothing else."""
    items = separated(text, 0, _unstopped(text, len(text)))
    if len(items) > 2 and all(text[start].isupper() for start, _ in items):
        yield Enumeration("", items)


def _in_brackets(text: str) -> Iterator[Enumeration]:
    """ "By type (A, B, C)": the words before the brackets say what the items are."""
    for match in _BRACKETS.finditer(text):
        before = _BEFORE_BRACKETS.search(text, 0, match.start())
        items = separated(text, match.start(1), match.end(1))
        if before and items and not re.search(r"\d{4}", match[1]):
            examples = bool(re.match(r"e\.g\.|such as|including|for example", match[1]))
            yield Enumeration(_AND_LEADING.sub("", before[0].strip()), items, complete=not examples)


def _running(text: str, start: int) -> tuple[Place, ...]:
    """The items of the list that starts here and runs on until a part is no item."""
    end = _unstopped(text, len(text))
    items: list[Place] = []
    for one, two in _parts(text, start, _closing(text, start, end), _COMMA):
        led = re.match(r"(?:and|or|as well as)\s", text[one:two])
        split = [_trimmed(text, one, two)] if led else _last(text, _trimmed(text, one, two))
        closes = bool(led) or len(split) > 1
        if closes:
            split[-1] = _without_noun(text, _cut_off(text, *split[-1]), [*items, *split[:-1]])
        places = [_without_brackets(text, *place) for place in split]
        if not all(_is_item(text[first:last]) for first, last in places):
            return ()
        items.extend(places)
        if closes:
            return tuple(items)
    return tuple(items) if len(items) > 2 and items[-1][1] >= end - 1 else ()


def _closing(text: str, start: int, end: int) -> int:
    """Where the list that starts here ends at the latest: at a semicolon or at the bracket it stands in."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth < 0 or (text[at] == ";" and depth == 0):
            return at
    return end


def _parts(text: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[Place]:
    """The stretches between marks that stand outside brackets."""
    opened = start
    for match in mark.finditer(text, start, end):
        if _depth(text, match.start(), start) == 0:
            yield opened, match.start()
            opened = match.end()
    yield opened, end


def _depth(text: str, at: int, start: int = 0) -> int:
    return sum((char in "([") - (char in ")]") for char in text[start:at])


def _last(text: str, item: Place) -> list[Place]:
    """The last part of a list as one or two items: "B and C" is two, "the Middle East and Africa" is one."""
    start, end = item
    if start >= end:
        return []
    names = [match.span() for match in _ONE_NAME.finditer(text, start, end)]
    marks = [
        mark
        for mark in _AND.finditer(text, start, end)
        if not any(one <= mark.start() < two for one, two in names) and _depth(text, mark.start(), start) == 0
    ]
    if not marks:
        return [item]
    mark = marks[-1]
    return [_trimmed(text, start, mark.start()), _trimmed(text, mark.end(), end)]


def _trimmed(text: str, start: int, end: int) -> Place:
    """An item without the space around it, a leading "and the", and a closing mark that is not an abbreviation's."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    leading = _LEADING.match(text, start, end)
    return (leading.end() if leading else start), end


def _cut_off(text: str, start: int, end: int) -> Place:
    """The last item without the words that go on with the sentence: "C in 2024" is "C"."""
    match = _TRAILING.search(text, start, end)
    return start, (match.start() if match else end)


def _without_noun(text: str, item: Place, others: Sequence[Place]) -> Place:
    """The last name without the noun that belongs to all: "the Americas, EMEA and Asia-Pacific markets"."""
    noun = _SHARED_NOUN.search(text, *item)
    named = [text[start:end] for start, end in others]
    if noun is None or not text[item[0]].isupper() or any(name[0].islower() or noun[1] in name for name in named):
        return item
    return item[0], noun.start()


def _without_brackets(text: str, start: int, end: int) -> Place:
    """ "component (hardware, software)" is "component": the brackets hold a list of their own."""
    match = re.search(r"\s*\([^()]*[,;][^()]*\)$", text[start:end])
    return start, (start + match.start() if match else end)


def _unstopped(text: str, end: int) -> int:
    """The end without the sentence's full stop; the one of "Inc." stays."""
    while end and text[end - 1] in " :;\n":
        end -= 1
    is_abbreviated = re.search(rf"\b{_DOTTED}\.$", text[:end])
    return end - 1 if end and text[end - 1] == "." and not is_abbreviated else end


def _is_item(text: str) -> bool:
    """Whether it is a short noun phrase: no clause, no figure."""
    words = text.split()
    if not words or len(words) > MAX_ITEM_WORDS or not any(char.isalpha() for char in text):
        return False
    return not _CLAUSE.search(text) and not _SUM.search(text) and not re.search(r"[.:?!]\s", text)
