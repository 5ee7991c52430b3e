"""A library as a question looks it up: what each report is of, whose it is, and which edition."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.interchangeable import called_otherwise
from ingest.places import find_places
from ingest.quantity.framing import market_name, market_names
from ingest.versions import Version
from ingest.words import STOPWORDS, stem, words

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"(?:19|20)\d\d\s*(?:[-–—/]|to)\s*(?:(?:19|20)\d\d|\d\d)(?!\d)")
"""Years from and to, which are those of a forecast and of no edition."""

GENRE = frozenset(
    map(
        stem,
        "market markets report reports industry sector size share growth trend trends analysis forecast forecasts"
        " outlook research study global worldwide world edition insights overview statistics review note annual"
        " update".split(),
    )
)
"""Stems of titles that name the genre, and no market."""

_HOUSE = frozenset(
    map(
        stem,
        "research insights insight analytics analysis advisory advisors consulting consultants partners group"
        " intelligence reports report markets market data institute associates company co ltd limited inc llc plc"
        " gmbh ag publishing press studies media house bureau and the of for".split(),
    )
)
"""Stems of publishers' names that many publishers have."""

ASKING = frozenset(
    map(
        stem,
        "big large small size worth value much many amount total figure number revenue sales turnover earn grow growth"
        " fast slow rate cagr compound annual year forecast project expect predict reach current currently past future"
        " share percent percentage billion million key main major leading leader lead top largest biggest fastest"
        " player company companies vendor region segment country driver trend challenge opportunity factor reason"
        " increase decrease change become stand average price cost list name table chart show tell give explain"
        " describe say does please hello thanks".split(),
    )
)
"""Stems that any report may be asked with, and that so tell none from others."""

Name = tuple[str, ...]
"""A market's name as stems in order."""

KEPT = 20_000
"""Entries that are kept when a catalogue is made anew."""

SHORTEST = 3
"""Letters of a short name at least that stands for a whole one."""


@dataclass(frozen=True)
class Entry:
    """A report of the library by what it is called.

    ``names`` are the ways its market is written, the title's own first, its initials last; ``places`` are those that
    its title narrows it to.
    ``publisher`` are the stems that tell its publisher from others.
    """

    version: Version
    market: str
    names: tuple[Name, ...]
    places: frozenset[str]
    publisher: tuple[str, ...]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.version.id

    @property
    def house(self) -> str:
        """Its publisher, as printed."""
        return self.version.publisher or ""

    @cached_property
    def series(self) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
        """What all editions of one publication share: publisher, market and places."""
        return self.publisher, frozenset(self.names[0]) if self.names else frozenset({self.id}), self.places

    @cached_property
    def named_years(self) -> frozenset[int]:
        """The years an edition is called by: those of ``edition``, of the title but for spans, or of the id."""
        called = (self.version.edition or "", _SPAN.sub(" ", self.version.title), self.version.id)
        return frozenset(int(year) for text in called for year in YEAR.findall(text))

    @cached_property
    def years(self) -> frozenset[int]:
        """The same, or the year it came out where it is called by none."""
        published = self.version.published
        return self.named_years or frozenset({published.year} if published else ())

    @cached_property
    def came_out(self) -> tuple[date, str]:
        """By which editions are put in order: the day it came out, else the beginning of its last year."""
        day = self.version.published or date(max(self.years, default=1), 1, 1)
        return day, self.id

    @cached_property
    def edition(self) -> str:
        """What readers call this edition, "2025" or "Fourth edition"; empty where nothing tells it from others."""
        if self.version.edition:
            return self.version.edition
        return str(max(self.years)) if self.years else ""


@lru_cache(maxsize=KEPT)
def entry_of(version: Version) -> Entry:
    """The entry of a report; it takes 0.2 ms, and is kept for when another report comes or goes."""
    title = version.title
    name = market_name(title) or title
    names = [tuple(s for s in each if s not in GENRE and not s.isdigit()) for each in market_names(name, title)]
    names += [tuple(s for s in each if s not in GENRE) for each in called_otherwise(name)]
    initials = "".join(word.text[0] for word in words(re.sub(r"\([^)]*\)", "", name)) if word.text[0].isalpha())
    if len(initials) >= SHORTEST and not {initials.lower(), stem(initials)} & (STOPWORDS | ASKING | GENRE):
        names.append((stem(initials),))  # "Tent, Hat and Eyelet" is not named by "the"
    house = [word.stem for word in words(version.publisher or "")]
    return Entry(
        version,
        name,
        tuple(dict.fromkeys(each for each in names if each)),
        frozenset(found.value.name for found in find_places(title) if found.value.kind != "world"),
        tuple(s for s in house if s not in _HOUSE) or tuple(house),
    )


class Catalogue:
    """The entries of a library, found by the words of their names."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self.entries: tuple[Entry, ...] = tuple(map(entry_of, versions))
        self._by_id = {entry.id: entry for entry in self.entries}
        self._by_name: dict[Name, list[Entry]] = defaultdict(list)
        self._by_stem: dict[str, list[Entry]] = defaultdict(list)
        self._series: dict[object, list[Entry]] = defaultdict(list)
        self._parts: dict[str, tuple[str, str]] = {}
        self._houses: dict[tuple[str, ...], str] = {}
        self._initials: dict[str, tuple[str, ...]] = {}
        self._first_stems: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for entry in self.entries:
            for name in entry.names:
                self._by_name[name].append(entry)
            for each in {s for name in entry.names for s in name}:
                self._by_stem[each].append(entry)
            for one, other in pairwise(words(entry.market.lower())):
                self._parts.setdefault(stem(one.text + other.text), (one.stem, other.stem))
            self._series[entry.series].append(entry)
            if entry.publisher and entry.publisher not in self._houses:
                self._houses[entry.publisher] = entry.house
                self._first_stems[entry.publisher[0]].append(entry.publisher)
                if "&" in entry.house and len(entry.publisher) > 1:
                    self._initials["&".join(each[0] for each in entry.publisher)] = entry.publisher
        for editions in self._series.values():
            editions.sort(key=lambda entry: entry.came_out)

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, report: str) -> Entry | None:
        """The entry of a report's id."""
        return self._by_id.get(report)

    def called(self, name: Name) -> Sequence[Entry]:
        """The entries of which this is a market's name."""
        return self._by_name.get(name, ())

    def having(self, stems: Iterable[str]) -> list[Entry]:
        """The entries whose market's name has any of some stems."""
        return list(dict.fromkeys(entry for each in dict.fromkeys(stems) for entry in self._by_stem.get(each, ())))

    def parts_of(self, word: str) -> tuple[str, ...]:
        """The two words of a market's name that are written as one: "lawnmowers"."""
        return self._parts.get(stem(word), ())

    def spread(self, of: str) -> int:
        """In how many entries' names a stem is."""
        return len(self._by_stem.get(of, ()))

    def editions(self, entry: Entry) -> Sequence[Entry]:
        """All editions of a publication, the oldest first."""
        return self._series[entry.series]

    def newest(self) -> list[Entry]:
        """The newest edition of every publication."""
        return list(self._newest)

    @cached_property
    def _newest(self) -> tuple[Entry, ...]:
        return tuple(editions[-1] for editions in self._series.values())

    @property
    def houses(self) -> Mapping[tuple[str, ...], str]:
        """Publishers, as printed, by the stems that tell them apart."""
        return self._houses

    def house_called(self, short: str) -> tuple[str, ...] | None:
        """The one publisher that a short name is of: its first word, or its initials as in "H&T"."""
        of_initials = self._initials.get(short)
        if of_initials is not None:
            return of_initials
        found = self._first_stems.get(short, ())
        is_word = short in GENRE or short in STOPWORDS or self.spread(short) > 0
        return found[0] if len(found) == 1 and len(short) > SHORTEST and not is_word else None

    def houses_from(self, first: str) -> Sequence[tuple[str, ...]]:
        """The publishers whose first stem that tells them apart is this."""
        return self._first_stems.get(first, ())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of all names of markets and publishers, lower case."""
        texts = (text for entry in self.entries for text in (entry.market, entry.house))
        return frozenset(w.text.lower() for text in texts for w in words(text)) - STOPWORDS
