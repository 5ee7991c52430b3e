"""An invented report, read as ingest reads it, and ways to question it without a model."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

from bot.answer import Block
from bot.book import Book
from bot.chain import Inquiry, answer_chain
from bot.question import Question
from bot.rerank import Rerank
from bot.retrieve import Found, Retrieval
from bot.understand import understand
from bot.verify import Verified
from ingest.domain import Contact, Report, Section, Table
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from ingest.versions import Version
from ingest.words import STOPWORDS, words

SECTIONS = {
    "Market size and growth": (
        "The beehive monitoring market was valued at USD 412.5 million in 2023 and USD 468.0 million in 2024. "
        "It is expected to grow at a CAGR of 13.2% from 2024 to 2030 and to reach USD 984.8 million by 2030. "
        "The base year of the study is 2024 and the forecast period is 2024-2030."
    ),
    "Drivers": (
        "Falling colony numbers drive demand, because keepers want to be warned before a colony dies. "
        "Cheaper radio modules have also made sensors affordable for small apiaries."
    ),
    "Challenges": (
        "Weak rural coverage is the main challenge, since many hives stand far from any mast. "
        "Batteries that fail in winter hamper adoption."
    ),
    "Segments": (
        "Scales led the market in 2024 with a share of 41.0%. Acoustic sensors are the fastest-growing product, "
        "at a CAGR of 17.5% from 2024 to 2030.\n\n"
        "By end user, the market is divided into:\n\n- Commercial apiaries\n- Hobby keepers\n- Research institutes"
    ),
    "Regions": (
        "Europe was the largest region in 2024. Asia-Pacific is expected to be the fastest-growing region, at a CAGR "
        "of 16.1% from 2024 to 2030. Germany and France are the leading countries of Europe."
    ),
    "Companies": (
        "The companies profiled in the report are:\n\n- Apiscan GmbH\n- Broodline Inc.\n- Combsense Ltd.\n"
        "- Drone & Daughters\n- Everhive S.A."
    ),
    "Buying the report": (
        "A single-user licence of the report costs USD 3,450. The report is delivered as a PDF within two working "
        "days.\n\nFor questions, write to Ines Varga, Head of Sales, at ines.varga@meadow.example."
    ),
    "Frequently asked questions > What is beehive monitoring?": (
        "Beehive monitoring is the measuring of weight, sound and temperature of a hive with sensors, so that a keeper "
        "knows its state without opening it."
    ),
}
REGIONS = Table(
    "Market size by region",
    ("Region", "2023", "2024", "2030"),
    (
        ("Europe", "158.0", "176.0", "350.1"),
        ("North America", "132.5", "149.0", "298.7"),
        ("Asia-Pacific", "94.0", "111.0", "271.8"),
        ("Rest of the World", "28.0", "32.0", "64.2"),
    ),
    "tables/regions.csv",
    unit="USD million",
)
PRODUCTS = Table(
    "Market size by product",
    ("Product", "2024", "2030"),
    (("Scales", "191.9", "374.2"), ("Acoustic sensors", "98.3", "258.7"), ("Thermometers", "177.8", "351.9")),
    "tables/products.csv",
    unit="USD million",
)
REPORT = Report(
    "beehives",
    "Beehive Monitoring Market, 2024-2030",
    "digest",
    tuple(Section(tuple(path.split(" > ")), text, "report.md") for path, text in SECTIONS.items()),
    (REGIONS, PRODUCTS),
    publisher="Meadow Research",
    published=date(2025, 3, 4),
    contact=Contact("Ines Varga", "Head of Sales", "ines.varga@meadow.example"),
)


@cache
def beehives() -> Book:
    """The report as the bot holds it."""
    return book_of_report(REPORT)


def book_of_report(report: Report) -> Book:
    """A live report in memory."""
    version = Version(report.id, 1, f"{report.id}-1", report.digest, "reader", "model", 0, report.title)
    return Book(report, passages(report), quantities(report), item_lists(report), version)


def retrieval(book: Book | None = None, rerank: Rerank | None = None) -> Retrieval:
    """Searches a report without a model or an index: passages that share most stems with a text are nearest."""
    searched = book or beehives()

    def by_shared_words(report: str, text: str, limit: int) -> list[tuple[int, float]]:
        sought = asked_stems(text)
        shared = Counter({p.number: len(sought & asked_stems(p.embedded)) for p in searched.passages})
        return [(number, float(count)) for number, count in shared.most_common(limit) if count]

    def by_cosine(key: str, text: str, limit: int) -> list[tuple[int, float]]:
        sought = len(asked_stems(text)) or 1
        return [(number, shared / sought) for number, shared in by_shared_words(key, text, limit)]

    return Retrieval(by_cosine, by_shared_words, rerank=rerank)


def asked_stems(text: str) -> set[str]:
    """Stems of the words that mean something."""
    return {word.stem for word in words(text) if word.text.lower() not in STOPWORDS}


def asked(text: str, *before: str) -> Question:
    """A question as understood behind others of the conversation."""
    previous: Question | None = None
    for each in before:
        previous = understand(each, beehives(), previous)
    return understand(text, beehives(), previous)


def found(text: str, *before: str) -> Found:
    """The evidence for a question."""
    return retrieval()(asked(text, *before), beehives())


def answer(text: str, *before: str, book: Book | None = None) -> Verified:
    """What the whole chain says, of the report or of another book."""
    previous = asked(before[-1], *before[:-1]) if before else None
    return answer_chain(retrieval(book)).invoke(Inquiry(text, book or beehives(), previous))


def kinds_of(blocks: Sequence[Block]) -> set[str]:
    """The types of an answer's blocks."""
    return {block.type for block in blocks}
