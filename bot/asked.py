"""A content word of a question, with the other ways the report may write it."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedWord:
    """``text`` as typed; ``spellings`` are sets of stems, of one of which all must be there: {"ct"} or
    {"comput", "tomographi"}.

    ``is_action``: it says what happens ("contribute") and names nothing.
    """

    text: str
    spellings: tuple[frozenset[str], ...]
    is_action: bool = False

    def stands_in(self, stems: Collection[str]) -> bool:
        """Whether one of its spellings is among the stems."""
        return any(spelling.issubset(stems) for spelling in self.spellings)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all its spellings."""
        return frozenset[str]().union(*self.spellings)


def all_stand_in(words: Collection[AskedWord], stems: Collection[str]) -> bool:
    """Whether each word is among the stems."""
    return all(word.stands_in(stems) for word in words)
