"""Lists as lists, complete: companies, segments, regions, chapters."""

from ingest.places import find_places

from bot import lexicon
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Listing, Sentence
from bot.match import stems
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import ItemList, Source, Span
from ingest.words import stem, words

ENOUGH = 1.0
"""A list must share at least one of the question's nouns (or a word people use for it) with its label or heading."""


def itemise(found: Found) -> Draft | None:
    """The list whose label or heading the question names."""
    wanted = wanted_stems(found.question)
    ranked = sorted(((fit(each, wanted, found.book), each) for each in found.book.lists), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    chosen = ranked[0][1]
    items = tuple(Sentence(text, (evidence_at(found.book, source),)) for text, source in chosen.items)
    return Draft(
        (Listing(Sentence(intro(chosen, found.book), (evidence_at(found.book, lead(chosen)),)), items),),
        answerer="list",
    )


def wanted_stems(question: Question) -> frozenset[str]:
    """Stems of every word of the question but the bare asking ones."""
    skipped = {"market", "report", "list", "name", "all", "the"}
    return frozenset(w.stem for w in words(question.text) if w.text.lower() not in skipped) | question.subject


def fit(candidate: ItemList, wanted: frozenset[str], book: Book) -> float:
    """How well a list answers: label words count most, headings less; longer and complete lists win ties."""
    label = stems([candidate.label]) - book.market_stems
    heading = stems(candidate.heading[-1:]) - book.market_stems
    kinds = item_kinds(candidate)
    score = 0.0
    for group in asked_groups(wanted):
        if group & label:
            score += 1.0 + (1.0 if group & stems([candidate.label.split()[0]]) else 0.0) if candidate.label else 0.0
        elif group & heading:
            score += 0.8
        if group & kinds:
            score += 0.7
    return score + (0.2 if candidate.complete else 0.0) + min(len(candidate.items), 20) / 100


def asked_groups(wanted: frozenset[str]) -> list[frozenset[str]]:
    """For each noun asked for: its stem with those of the words people use for it."""
    classes = [frozenset(stem(member) for member in members) for members in lexicon.CLASSES.values()]
    grouped = [group for group in classes if group & wanted]
    rest = wanted - frozenset().union(*grouped) if grouped else wanted
    frame = {stem(w) for w in lexicon.FRAME_WORDS}
    return grouped + [frozenset([s]) for s in rest if s not in frame]


COMPANY_MARKS = (
    "inc",
    "ltd",
    "llc",
    "plc",
    "gmbh",
    "ag",
    "corp",
    "corporation",
    "co",
    "limited",
    "company",
    "group",
    "n.v",
    "s.a",
    "pvt",
    "holdings",
    "ab",
    "oy",
    "bv",
    "kg",
    "spa",
)


def item_kinds(candidate: ItemList) -> frozenset[str]:
    """Stems of the class its items belong to by their form: companies by legal form, places by name."""
    texts = [text for text, _ in candidate.items]
    companies = sum(
        text.lower().rstrip(".").replace(",", "").split()[-1:] != []
        and text.lower().rstrip(".").split()[-1] in COMPANY_MARKS
        for text in texts
    )
    places = [p for text in texts for p in find_places(text)[:1] if p.end - p.start >= 0.6 * len(text)]
    if companies * 3 >= len(texts):
        return frozenset([stem("company")])
    if len(places) * 2 > len(texts):
        countries = sum(p.value.kind == "country" for p in places)
        return frozenset([stem("country") if countries * 2 > len(places) else stem("region")])
    return frozenset()


def intro(candidate: ItemList, book: Book) -> str:
    """What the list is of, in the report's own words."""
    label = candidate.label.strip().rstrip(":.")
    kind = "The report lists" if candidate.complete else "The report names, as examples,"
    return (
        f"{kind} under “{label}”:"
        if label and len(label) < 90
        else f"{kind} under “{(candidate.heading or (book.report.title,))[-1]}”:"
    )


def lead(candidate: ItemList) -> Source:
    """Where the list stands: its own source, or its first item when that is all there is."""
    source = candidate.source
    return source if isinstance(source, Span) and source.end > source.start else candidate.items[0][1]
