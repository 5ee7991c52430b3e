"""Whether a follow-up that a model wrote out says what was asked in the conversation, and nothing else."""

from collections.abc import Sequence

from bot.claims import read_claims
from bot.readings import cleaned, places_in
from ingest.quantity.frame import UNFRAMED
from ingest.words import STOPWORDS, stem, words

_ASKING = frozenset(
    """
    what which who whom whose when where why how is are was were do does did will would can could has have much many
    big large high size market value total share growth rate year compare compared report say says about there list
    name names tell give show the
    """.split()
)
"""Words a question may be made with."""

_AGAIN = frozenset(
    """
    redo ditto swap flip switch repeat again same instead replace change exchange hm hmm er uh oh ok okay actually
    rather meant mean now then try rerun run though one other thing figure number please that it this
    """.split()
)
"""Words of a message that only say to do as before; any other that a rewriting leaves out was asked for."""


def rewriting_fault(rewriting: str, message: str, turns: Sequence[str], title: str) -> str:
    """Why a rewriting is not what the last message asks; empty when it may be. Its words, numbers, years and places are
    those of the conversation or the report's title; those of the message itself are all kept."""
    written = cleaned(rewriting)
    known = " \n ".join((*turns, message, title))
    if stranger := next(iter(_matter(written) - _matter(known)), None):
        return f"'{stranger}' was not asked for"
    if place := next(iter(places_in(written) - places_in(known)), None):
        return f"{place} was not asked for"
    if lost := next(iter(_matter(message) - _matter(written) - _AGAIN_STEMS), None):
        return f"'{lost}' was asked for"
    return _moved(written, message)


_AGAIN_STEMS = frozenset(map(stem, _AGAIN))


def _matter(text: str) -> frozenset[str]:
    """Stems of the words and numbers of a text that name something; a number is as it is printed."""
    return frozenset(
        word.text if word.text[0].isdigit() else word.stem
        for word in words(cleaned(text))
        if word.text[0].isdigit() or (word.text.casefold() not in STOPWORDS | _ASKING and word.stem not in _ASKING)
    )


def _moved(written: str, message: str) -> str:
    """A time or a place that the message names takes that of the questions before."""
    asked, said = read_claims(message, UNFRAMED), read_claims(written, UNFRAMED)
    times = {period for period, _ in asked.periods}
    if times and {period for period, _ in said.periods} - times:
        return "it names a time that the last message replaced"
    places = {place for place, _ in asked.places}
    if places and {place for place, _ in said.places} - places:
        return "it names a place that the last message replaced"
    return ""
