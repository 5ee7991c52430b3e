"""Asking back which report is meant, and saying which there are and which are not."""

from collections.abc import Sequence

from bot.answer import CitedText, ListBlock, ParagraphBlock
from bot.answerers.talk import friendly
from bot.compose import handoff
from bot.evidence import Draft, Paragraph, Sentence
from bot.routing.compose import stated
from bot.verify import Verified, verify
from ingest.domain import Contact

OFFERED = 4
"""Reports offered at most."""

LISTED = 50
"""Reports listed at most."""


def ask_back(labels: Sequence[str]) -> Verified:
    """A question back, with the reports it could be about as suggestions."""
    line = Sentence("Which report do you mean? Please choose one, or name its market in the question.")
    return verify(
        Draft((Paragraph((line,)),), reason="unclear", speaks=False, suggestions=tuple(labels), answerer="talk")
    )


def not_there(why: str, labels: Sequence[str], person: Contact | None) -> Verified:
    """That the library does not have what is asked for, with the nearest that it has, and a person to ask."""
    said = ParagraphBlock(sentences=(CitedText(text=why),))
    return stated((said, handoff(person)) if person else (said,), "not_in_report", tuple(labels))


def introduced(aspect: str) -> Verified:
    """What is said to a greeting, or to who asks who answers, where there are several reports and none was chosen."""
    return stated(
        friendly(aspect, "the reports in this library", "they are silent"), suggestions=("Which reports do you have?",)
    )


def on_the_shelf(labels: Sequence[str]) -> Verified:
    """The reports that there are."""
    more = f", {LISTED} of them" if len(labels) > LISTED else ""
    intro = CitedText(text=f"The library has these reports{more}:")
    listed = ListBlock(intro=intro, items=tuple(CitedText(text=each) for each in labels[:LISTED]))
    return stated((listed,), suggestions=())
