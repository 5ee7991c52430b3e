"""Who asks, and what they may read."""

from bot.answer import Record
from ingest.domain import Access


class Reader(Record):
    """Who asks. ``name`` is theirs alone, and empty for anybody: conversations are told apart by it.

    ``reports`` are the ids of the only reports they may read, None for all; ``licensed``: those marked licensed too.
    ``staff`` may look after the library and what is kept of conversations. ``site`` is the id of the site whose widget
    they ask by, empty for whoever asks otherwise. ``quoted_per_day`` are the characters of licensed text that they may
    be quoted a day, None for as many as the server's setting says.
    """

    name: str = ""
    licensed: bool = False
    reports: frozenset[str] | None = None
    staff: bool = False
    site: str = ""
    quoted_per_day: int | None = None

    def may_read(self, report: str, access: Access) -> bool:
        """Whether a report is there for them."""
        return (self.licensed or access == "public") and (self.reports is None or report in self.reports)


ANYBODY = Reader()
"""Somebody who showed no key: they read what is public."""
