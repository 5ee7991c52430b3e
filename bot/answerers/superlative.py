"""Which one is largest, fastest or smallest: from the figures when a table ranks them, else in the report's own sentence."""

import re
from collections.abc import Sequence

from ingest.places import find_places

from bot import lexicon
from bot.answerers.itemise import asked_groups, wanted_stems
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import stems
from bot.retrieve import Found
from ingest.domain import Span
from ingest.sentences import sentences
from ingest.words import stem

CUES = {
    "fastest": re.compile(
        r"\b(?:fastest|quickest|most rapid\w*|highest (?:cagr|growth|rate)|strongest (?:growth|cagr)|fastest-growing)\b",
        re.I,
    ),
    "smallest": re.compile(r"\b(?:smallest|lowest|least|slowest|weakest)\b", re.I),
    "largest": re.compile(
        r"\b(?:largest|biggest|dominat\w+|dominant|lead(?:s|ing)?|led|highest|greatest|most|majority|top|first)\b", re.I
    ),
}
"""How reports say it."""


def superlative(found: Found) -> Draft | None:
    """The sentence of the report that names the largest, fastest or smallest of what was asked."""
    cue = CUES[found.question.aspect]
    candidates = [(score_of(found, span, text), span, text) for span, text in every_sentence(found) if cue.search(text)]
    candidates = [c for c in candidates if c[0] > 0]
    if not candidates:
        return None
    _, span, text = max(candidates, key=lambda c: (c[0], -c[1].section, -c[1].start))
    line = " ".join(text.removeprefix("- ").split())
    said = Sentence(line if line[-1:] in ".!?" else line + ".", (evidence_at(found.book, span),))
    return Draft((Paragraph((said,)),), answerer="extract")


def every_sentence(found: Found) -> Sequence[tuple[Span, str]]:
    """All sentences of the report: a superlative may stand anywhere, and there are few."""
    return [
        (Span(number, start, end), section.text[start:end])
        for number, section in enumerate(found.book.report.sections)
        for start, end in sentences(section.text)
    ]


def score_of(found: Found, span: Span, text: str) -> float:
    """0 unless the sentence names something of the class asked for and meets the places asked; else how much it shares."""
    question, book = found.question, found.book
    own = stems([text])
    named = [f.value for f in find_places(text)]
    groups = [g for g in asked_groups(wanted_stems(question)) if g & CLASS_STEMS or g <= question.subject]
    score = 0.0
    for group in groups:
        if (group & REGION_STEMS and any(p.kind != "world" for p in named)) or group & own:
            score += 1.0
        elif group & stems(book.report.sections[span.section].heading):
            score += 0.5
        else:
            return 0.0
    if any(place not in {p.name for p in named} for place in question.places):
        return 0.0
    return score + (0.2 if re.search(r"\d", text) else 0.0)


CLASS_STEMS = frozenset(stem(member) for members in lexicon.CLASSES.values() for member in members)
REGION_STEMS = frozenset(stem(m) for name in ("region", "country") for m in lexicon.CLASSES[name])
