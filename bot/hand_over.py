"""Hands over to a person where the bot is of no further help and the report names nobody: leads can be taken then."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import HandoffBlock
from bot.compose import handoff
from bot.plain import plain_text
from bot.verify import Verified
from ingest.domain import Contact
from ingest.versions import Version

UNNAMED = "the publisher"
"""Who is asked where several publishers may be meant, or none is known."""


def handed_over(verified: Verified, versions: Sequence[Version]) -> Verified:
    """An answer that declines, or is of the publisher, with somebody to ask for the reports that it may be about."""
    wanted = verified.status == "declined" or verified.answerer == "contact"
    if not wanted or any(isinstance(block, HandoffBlock) for block in verified.blocks):
        return verified
    blocks = (*verified.blocks, _asking(person_of(versions)))
    return replace(verified, blocks=blocks, text=plain_text(blocks, verified.calculations))


def asks_back(verified: Verified) -> bool:
    """Whether an answer is a question back: what is meant is not clear, and there is something to choose from."""
    return verified.reason == "unclear" and bool(verified.suggestions)


LEFT = "You can leave your question for the publisher."
"""What is said where nobody is known by name: the question is taken, and it is not said by whom it is answered."""


def _asking(person: Contact) -> HandoffBlock:
    block = handoff(person)
    return block.model_copy(update={"text": LEFT}) if person.name == UNNAMED else block


def person_of(versions: Sequence[Version]) -> Contact:
    """The person that all of some reports name, else the publisher that all of them have."""
    people = {version.contact for version in versions}
    if len(people) == 1 and (person := people.pop()):
        return person
    houses = {version.publisher for version in versions}
    house = houses.pop() if len(houses) == 1 else None
    return Contact(house or UNNAMED)
