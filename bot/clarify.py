"""Asking back which report is meant."""

from collections.abc import Sequence

from bot.evidence import Draft, Paragraph, Sentence
from bot.verify import Verified, verify
from ingest.versions import Version

OFFERED = 4
"""Reports offered at most."""


def ask_back(versions: Sequence[Version]) -> Verified:
    """A question back, with the reports it could be about as suggestions."""
    line = Sentence("Which report do you mean? Please choose one, or name its market in the question.")
    return verify(
        Draft(
            (Paragraph((line,)),),
            reason="unclear",
            speaks=False,
            suggestions=tuple(v.title for v in versions[:OFFERED]),
            answerer="talk",
        )
    )
