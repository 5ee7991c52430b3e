"""Other words for one thing: a word of a question that a report never uses, as the report writes it.

The groups of ``interchangeable.txt`` are of words that may stand for each other in a question about a figure: none is
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


def _spots(said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where names of the groups stand, the longest first at each place, none in another."""
    at, longest = 0, max(map(len, groups()), default=0)
    while at < len(said):
        ends = range(min(len(said), at + longest), at, -1)
        end = next((end for end in ends if _stems(said[at:end]) in groups()), None)
        if end is not None:
            yield at, end
        at = end or at + 1


def _written(named: Sequence[Word], book: Book) -> str | None:
    """What the report calls a thing that it does not call so."""
    own = _stems(named)
    if all(map(_only_asks, named)) or any(map(_is_name, named)) or _is_used(own, book):
        return None
    found = {phrase: name for phrase, name in groups()[own] if phrase != own and _is_used(phrase, book)}
    whole = [phrase for phrase in found if not any(set(phrase) < set(other) for other in found)]
    if len(whole) != 1:
        return None
    phrase, name = whole[0], found[whole[0]]
    return book.surface[phrase[0]] if len(phrase) == 1 and name.islower() else name


def _is_name(word: Word) -> bool:
    """Whether a word is written as a name inside the question: somebody is called so."""
    return word.start > 0 and word.text[:1].isupper() and not word.text.isupper()


def _only_asks(word: Word) -> bool:
    """Whether a word asks or says what is measured: it is understood as it is."""
    said = word.text.lower()
    measures = any(pattern.fullmatch(said) for pattern, _ in (*MEASURES, *OPERATIONS))
    return measures or said in STOPWORDS or is_frame(said) or bool(COMPARED.fullmatch(said))


def _is_used(phrase: Phrase, book: Book) -> bool:
    """Whether the report has a name's words behind each other."""
    if not all(each in book.surface or each in STOPWORDS for each in phrase):
        return False
    return len(phrase) == 1 or f" {' '.join(phrase)} " in book.said


def _stems(said: Sequence[Word]) -> Phrase:
    return tuple(word.stem for word in said)


@cache
def groups() -> dict[Phrase, tuple[tuple[Phrase, str], ...]]:
    """By the stems of each name, all names of its groups with their stems."""
    lines = files("bot").joinpath("interchangeable.txt").read_text(encoding="utf-8").splitlines()
    found: dict[Phrase, dict[Phrase, str]] = {}
    for line in lines:
        names = [name.strip() for name in line.split("|")] if not line.startswith("#") else []
        same = {_stems(words(name)): name for name in names if name}
        for phrase in same:
            found.setdefault(phrase, {}).update(same)
    return {phrase: tuple(same.items()) for phrase, same in found.items() if phrase}
