"""Other words for one thing: a name in a question that a report never uses, as the report writes it.

The groups of ``interchangeable.txt`` are of names that may stand for each other in a question about a figure: none is
wider or narrower than another, and none is what reports keep apart.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from bot.book import Book
from bot.measuring import COMPARED, MEASURES, OPERATIONS
from bot.vocabulary import is_frame
from ingest.words import STOPWORDS, Word, words

Phrase = tuple[str, ...]
"""The stems of a name of one or several words."""


def in_report_words(ask: str, book: Book) -> str:
    """The question with each name that the report never uses as the one it does use for the same; as it is where the
    report uses none, or several that are not one another's parts."""
    said = words(ask)
    spots = [(first, last, name) for first, last in _spots(said) if (name := _written(said[first:last], book))]
    for first, last, name in reversed(spots):
        ask = f"{ask[: said[first].start]}{name}{ask[said[last - 1].end :]}"
    return ask


def called_otherwise(name: str) -> Iterator[Phrase]:
    """The other names, as stems, of what a name of one or several words calls by one of the groups' names."""
    said = words(name)
    for first, last in _spots(said):
        own = _stems(said[first:last])
        for phrase, _ in _same(said[first:last]):
            if phrase != own:
                yield (*_stems(said[:first]), *phrase, *_stems(said[last:]))


def _spots(said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where names of the groups stand, the longest first at each place, none in another."""
    at = 0
    while at < len(said):
        ends = range(min(len(said), at + longest()), at, -1)
        end = next((end for end in ends if _same(said[at:end])), None)
        if end is not None:
            yield at, end
        at = end or at + 1


def _written(named: Sequence[Word], book: Book) -> str | None:
    """What the report calls a thing that it does not call so."""
    own = _stems(named)
    if _only_asks(named) or any(map(_is_name, named)) or _is_used(own, book):
        return None
    found = {phrase: name for phrase, name in _same(named) if phrase != own and _is_used(phrase, book)}
    whole = [phrase for phrase in found if not any(set(phrase) < set(other) for other in found)]
    if len(whole) != 1:
        return None
    phrase, name = whole[0], found[whole[0]]
    return book.surface[phrase[0]] if len(phrase) == 1 and name.islower() else name


def _same(named: Sequence[Word]) -> tuple[tuple[Phrase, str], ...]:
    """The names of the groups that words are a name of, as it is written or of several: a purchase is no purchaser."""
    *before, last = (word.text.lower() for word in named)
    return next((same for one in _ones_of(last) if (same := groups().get(" ".join((*before, one))))), ())


def _ones_of(word: str) -> Iterator[str]:
    """A word, and what it may be the plural of."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


def _is_name(word: Word) -> bool:
    """Whether a word is written as a name inside the question: somebody is called so."""
    return word.start > 0 and word.text[:1].isupper() and not word.text.isupper()


def _only_asks(named: Sequence[Word]) -> bool:
    """Whether words ask or say what is measured: they are understood as they are."""
    said = [word.text.lower() for word in named]
    measures = any(pattern.fullmatch(" ".join(said)) for pattern, _ in (*MEASURES, *OPERATIONS))
    return measures or all(word in STOPWORDS or is_frame(word) or COMPARED.fullmatch(word) for word in said)


def _is_used(phrase: Phrase, book: Book) -> bool:
    """Whether the report has a name's words behind each other."""
    if not all(each in book.surface or each in STOPWORDS for each in phrase):
        return False
    return len(phrase) == 1 or f" {' '.join(phrase)} " in book.said


def _stems(said: Sequence[Word]) -> Phrase:
    return tuple(word.stem for word in said)


@cache
def groups() -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """By each name, in small letters, all names of its groups with their stems."""
    lines = files("bot").joinpath("interchangeable.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, dict[Phrase, str]] = {}
    for line in lines:
        names = [name.strip() for name in line.split("|")] if not line.startswith("#") else []
        same = {_stems(words(name)): name for name in names if name}
        for name in names:
            found.setdefault(" ".join(word.text for word in words(name.lower())), {}).update(same)
    return {name: tuple(same.items()) for name, same in found.items() if name}


@cache
def longest() -> int:
    """Words of the longest name."""
    return max(len(name.split()) for name in groups())
