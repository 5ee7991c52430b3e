"""Questions labelled by hand: what is asked of the publisher, about the report or for a person, and what of the market.

A third, told by a hash of each question, is held out: nothing was tuned on it.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.understand import understand
from tests.bot.beehives import beehives

PATH = Path(__file__).parents[1] / "data" / "handoff.txt"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question, whether it is asked of the publisher, and its language."""

    text: str
    of_publisher: bool
    language: str

    @property
    def held_out(self) -> bool:
        """Whether it may be measured only."""
        return sha256(self.text.encode()).digest()[0] % 3 == 0

    @property
    def is_taken_so(self) -> bool:
        """Whether the bot takes it for one to the publisher."""
        return understand(self.text, beehives()).kind == "contact"


def labelled() -> list[Labelled]:
    """All of them."""
    found: list[Labelled] = []
    label = language = ""
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            label, language = line.strip("[]").split()
        elif line:
            found.append(Labelled(line, label == "publisher", language))
    return found


def scores(questions: list[Labelled]) -> tuple[float, float]:
    """Precision and recall."""
    taken = [each for each in questions if each.is_taken_so]
    right = [each for each in taken if each.of_publisher]
    return len(right) / len(taken), len(right) / sum(each.of_publisher for each in questions)
