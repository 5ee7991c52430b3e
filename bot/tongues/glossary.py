"""The glossaries: how each language says what people ask of a market report; a text file, as de.txt, holds one.

A line has the English and how it is said: "growth rate: Wachstumsrate*, …"; a star stands for an ending, [roles] stand
above their lines, and what holds of the language as a whole stands first.
"""

import gettext
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, get_args

import pycountry

from bot.tongues.tokens import Token, plain, tokens
from ingest.places import place_named

Role = Literal[
    "small", "tense", "ask", "explain", "measure", "market", "report", "list", "most", "adjective", "cover", "whole",
    "time", "number", "term", "place", "greeting", "order", "not read",
]  # fmt: skip
"""What a word does in a question; ``whole`` is a question by itself, ``not read`` would change its sense."""

ENDING = 5
"""Letters that a star stands for at most."""

LONGEST = 24
"""Words, or characters where there are no spaces, of a phrase at most."""

DROPPED = "-"
"""English of words that say nothing."""

_FOLDER = Path(__file__).parent
_LOCALES = {"zh": "zh_CN"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase is in English, and what it does in a question."""

    english: str
    role: Role


class _Node(dict[str, "_Node"]):
    """The phrases that go on with each next word; ``entry`` is that of the phrase that ends here."""

    entry: Entry | None = None


@dataclass(frozen=True)
class Language:
    """A language by its ISO code; ``said`` and ``sorry`` are the lines an asker is told, ``phrases`` its glossary."""

    code: str
    said: str
    sorry: str
    spaced: bool
    before: tuple[str, ...]
    links: tuple[str, ...]
    phrases: tuple[tuple[str, Entry], ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The single words of its phrases, but for names of places; with a star those that have endings."""
        return frozenset(
            word for phrase, entry in self.phrases if entry.role != "place" for word in _keys(phrase, self.spaced)
        )

    @cached_property
    def small(self) -> frozenset[str]:
        """The single words that say nothing of a market: articles, prepositions, asking words."""
        return frozenset(
            keys[0]
            for phrase, entry in self.phrases
            if entry.role in ("small", "tense", "ask") and len(keys := _keys(phrase, self.spaced)) == 1
        )

    def has(self, word: str) -> bool:
        """Whether a plain word is one of its phrases'."""
        return any(form in self.words for form in self.forms(word))

    def forms(self, word: str) -> Iterator[str]:
        """How a plain word may stand in the glossary: itself, its beginning with a star, the same without a prefix."""
        for bare in (word, *(word[len(each) :] for each in self.before if word.startswith(each) and word != each)):
            yield bare
            for cut in range(min(ENDING, len(bare) - 1) + 1):
                yield f"{bare[: len(bare) - cut]}*"

    def longest(self, said: Sequence[Token]) -> tuple[int, Entry] | None:
        """The longest phrase that the words begin with, as their number and its entry."""
        return self._longest(said[:LONGEST], self._root, 0)

    def _longest(self, said: Sequence[Token], node: _Node, depth: int) -> tuple[int, Entry] | None:
        best = (depth, node.entry) if node.entry and depth else None
        if not said:
            return best
        for form in self.forms(said[0].plain):
            below = node.get(form)
            found = self._longest(said[1:], below, depth + 1) if below is not None else None
            if found and (best is None or found[0] > best[0]):
                best = found
        return best

    @cached_property
    def _root(self) -> _Node:
        root = _Node()
        for phrase, entry in self.phrases:  # the first of two meanings is taken
            node = root
            for key in _keys(phrase, self.spaced):
                node = node.setdefault(key, _Node())
            node.entry = node.entry or entry
        return root


def _keys(phrase: str, spaced: bool) -> list[str]:
    """The words of a phrase as they are looked up: "Wachstumsrate*" as "wachstumsrate*"."""
    found: list[str] = []
    for part in phrase.split():
        body = part.removesuffix("*")
        found += [token.plain for token in tokens(body, spaced)]
        if body != part and found:
            found[-1] += "*"
    return found


@cache
def languages() -> tuple[Language, ...]:
    """Every language that has a glossary, by code."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.txt")))


def _read(path: Path) -> Language:
    header: dict[str, str] = {}
    phrases: list[tuple[str, Entry]] = []
    role: Role | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            role = _role(line.strip("[]"), path)
        elif line:
            english, _, said = line.partition(": ")
            if role is None:
                header[english] = said
            else:
                phrases += [(each, Entry(english, role)) for each in said.split(", ") if each]
    spaced = header.get("spaced") != "no"
    own = (*phrases, *_countries(path.stem, header.get("places", "")))
    return Language(
        code=path.stem,
        said=header["said"],
        sorry=header["sorry"],
        spaced=spaced,
        before=tuple(map(plain, _listed(header.get("before", "")))),
        links=tuple(_listed(header.get("compounds", ""))),
        phrases=own,
    )


def _role(name: str, path: Path) -> Role:
    role = next((each for each in get_args(Role) if each == name), None)
    if role is None:
        raise ValueError(f"{path.name}: [{name}] is none of {', '.join(get_args(Role))}")
    found: Role = role
    return found


def _listed(text: str) -> Iterable[str]:
    return (each for each in text.split(", ") if each)


VOWEL_ENDS = "аяоеиыйьaeiouyąęáéíóú"
SHORT_NAME = 4
"""Letters of a name below which no ending is taken off."""


def _countries(code: str, endings: str) -> Iterator[tuple[str, Entry]]:
    """Every country as the language calls it; with ``endings`` "*" in any case, with others also with these."""
    told = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [_LOCALES.get(code, code)])
    for country in pycountry.countries:
        named = getattr(country, "common_name", country.name)
        place = place_named(named) or place_named(named.split(",")[0]) or place_named(country.name)
        for name in {told.gettext(named), told.gettext(country.name)} if place else ():
            for form in _inflected(name.split(",")[0].split("(")[0].strip(), endings):
                yield form, Entry(place.name if place else "", "place")


def _inflected(name: str, endings: str) -> tuple[str, ...]:
    if endings != "*":
        return (name, *(f"{name}{each}" for each in _listed(endings)))
    stems = []
    for word in name.split():
        bare = word
        while len(bare) > SHORT_NAME and bare[-1].lower() in VOWEL_ENDS and len(word) - len(bare) < len("ия"):
            bare = bare[:-1]
        stems.append(f"{bare}*" if len(bare) >= SHORT_NAME else word)
    return (name, " ".join(stems))
