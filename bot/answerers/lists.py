"""Which of a report's lists a question asks for."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from bot import vocabulary
from bot.asked import AskedWord
from bot.book import Book, label_stems
from bot.question import Question
from bot.sense import stems
from bot.topics import in_one_word
from ingest.domain import ItemList
from ingest.places import contains, find_places
from ingest.words import stem, words

_WHO = re.compile(r"^\W*(?:and |so |but )?who(?:\'s| else)?\b", re.IGNORECASE)
_PROFILED = re.compile(r"\bprofil(?:ed|es?|ing)\b", re.IGNORECASE)
"""What a report profiles are companies."""
_OTHER = re.compile(r"\W*\b(?:others?|further|remaining)\b", re.IGNORECASE)
"""What is left over: a list of it answers only who asks for that."""
_COMPANIES = next(group for group in vocabulary.CLASS_STEMS if stem("company") in group)

LABELLED, HEADED, OF_KIND = 1.0, 0.6, 0.7
"""What a noun of the question counts when the list's label, its heading, or the form of its items is of it."""

SHORT = 3
"""Stems below which an item in a label makes that list the item's own."""

PARENT = 0.6
"""What a list of dimensions counts more than the segments of one of them."""

LISTS = 4096
"""Lists whose kinds are kept in memory."""

NAMED = 8
"""Words of a list item beyond which it is a sentence, not a name."""


def best_list(question: Question, book: Book) -> ItemList | None:
    """The list that has every content word asked for in its label or heading and fits best; None when none does."""
    classes = asked_classes(question)
    words = tuple(word for word in question.words if not any(word.stems & group for group in classes))
    if not classes and not words:
        return None
    lists = [each for each in _of_kind(classes, book) if _OTHER.search(question.ask) or not _OTHER.match(each.label)]
    scored = [(fit(each, classes, words, question, book), number) for number, each in enumerate(lists)]
    best = max(scored, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
    return lists[best[1]] if best[0] > 0 else None


def _of_kind(classes: list[frozenset[str]], book: Book) -> Sequence[ItemList]:
    """The lists to choose from: of companies only those whose items may be names of some, where there are any."""
    if _COMPANIES not in classes:
        return book.lists
    return [each for each in book.lists if _may_be_companies(each)] or book.lists


def _may_be_companies(candidate: ItemList) -> bool:
    """Whether most items are names with a capital, and not of places: "alliances, mergers" name no company."""
    if item_kinds(candidate):
        return stem("company") in item_kinds(candidate)
    named = [text for text, _ in candidate.items if text[:1].isupper() and len(text.split()) <= NAMED]
    return len(named) * 2 > len(candidate.items)


def is_parent(candidate: ItemList, book: Book) -> bool:
    """Whether most items of a list head lists of their own: the dimensions a market is divided by."""
    own = [stems((text,)) for text, _ in candidate.items]
    elsewhere = book.listed_items - Counter(set(own))
    if any(elsewhere[frozenset(name)] for name in _parts(_label_stems(candidate.label))):
        return False
    labels = book.list_labels - Counter([label_stems(candidate)])
    headed = sum(any(name and name <= label for label in labels) for name in own)
    return headed * 2 > len(own)


def _parts(head: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The short names there may be in a label."""
    return (name for size in range(1, SHORT) for name in combinations(sorted(head), size))


def asked_classes(question: Question) -> list[frozenset[str]]:
    """The classes of nouns a question names ("players", "segments"), each as the stems people use for it."""
    named = [group for group in vocabulary.CLASS_STEMS if group & question.stems]
    whose = asks_who(question) or _PROFILED.search(question.ask)
    return named or ([_COMPANIES] if whose else [])


def asks_who(question: Question) -> bool:
    """Whether it asks for companies without saying so: "who are they?"."""
    return bool(_WHO.search(question.ask))


def fit(
    candidate: ItemList, classes: list[frozenset[str]], words: tuple[AskedWord, ...], question: Question, book: Book
) -> float:
    """How well a list answers; 0 when something asked for is not its own."""
    lead = _label_stems(candidate.label) - book.market_stems
    label = frozenset[str]() if _is_aside(candidate.label, classes) else lead
    headed = [text for text in candidate.heading[-1:] if not _is_aside(text, classes)]
    heading = _label_stems(*headed) - book.market_stems
    head = _label_stems(candidate.label.split(",")[0].split(":")[0]) - book.market_stems
    kinds = item_kinds(candidate)
    names = stems(text for text, _ in candidate.items)
    score = 0.0
    if any(_names_class(text, group) for text, _ in candidate.items for group in classes):
        return 0.0
    for group in classes:
        met = LABELLED * bool(group & label) or HEADED * bool(group & heading)
        typed = group & question.stems
        score += met + OF_KIND * bool(group & kinds) + 0.3 * bool(group & head) + 0.5 * bool(typed & label)
        if not met and not group & kinds and not words:
            return 0.0
    for word in words:
        if not word.stands_in(label | heading | names):
            return 0.0
        score += 2 * LABELLED * word.stands_in(label) or HEADED * word.stands_in(heading)
    if score <= 0 or not _in_place(candidate, question, label | heading):
        return 0.0
    score += PARENT * is_parent(candidate, book)
    sentences = sum(len(text.split()) > NAMED for text, _ in candidate.items)
    extra = len(head - question.stems - frozenset().union(*classes)) if classes else 0
    return (
        score
        + 0.25 * candidate.complete
        + min(len(candidate.items), 20) / 100
        - 0.5 * (sentences * 2 > len(candidate.items))
        - 0.05 * min(extra, 4)
    )


def _is_aside(label: str, classes: list[frozenset[str]]) -> bool:
    """Whether a topic asked for is named only in passing, by a long sentence over a list of something else."""
    return len(label) > LONGEST_LEAD and any(group in vocabulary.TOPIC_STEMS for group in classes)


LONGEST_LEAD = 120
"""Characters of a lead-in to, or a heading of, a list of drivers, trends and the like."""


def _names_class(item: str, group: frozenset[str]) -> bool:
    """Whether an item is the very class asked for: "Modality, Application, End user" lists no applications."""
    own = [word.stem for word in words(in_one_word(item))]
    return bool(own) and group.issuperset(own)


def _label_stems(*texts: str) -> frozenset[str]:
    return stems(in_one_word(text) for text in texts)


def _in_place(candidate: ItemList, question: Question, said: frozenset[str]) -> bool:
    """Whether a list is of the places asked for: named by its label, or all its items lie in them."""
    for place in question.places:
        if stems((place,)) <= said:
            continue
        named = [found.value.name for text, _ in candidate.items for found in find_places(text)[:1]]
        if len(named) < len(candidate.items) or not all(contains(place, name) for name in named):
            return False
    return True


@lru_cache(maxsize=LISTS)
def item_kinds(candidate: ItemList) -> frozenset[str]:
    """Stems of the class its items belong to by their form: companies by legal form, places by name."""
    texts = [text for text, _ in candidate.items]
    companies = sum(_is_company(text) for text in texts)
    places = [p for text in texts for p in find_places(text)[:1] if p.end - p.start >= 0.6 * len(text)]
    if companies * 3 >= len(texts):
        return frozenset([stem("company")])
    if len(places) * 2 > len(texts):
        countries = sum(p.value.kind == "country" for p in places)
        return frozenset([stem("country") if countries * 2 > len(places) else stem("region")])
    return frozenset()


def _is_company(text: str) -> bool:
    """Whether a name ends in a legal form, a place in brackets aside: "Brennweg Systems GmbH (Germany)"."""
    plain = text.split("(")[0].replace(",", " ").split()
    return bool(plain) and plain[-1].lower().rstrip(".") in vocabulary.COMPANY_MARKS
