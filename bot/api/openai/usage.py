"""What an answer took of a language model: the only tokens there are to count."""

from bot.answer import Record
from bot.records import Records


class Tokens(Record):
    """Tokens that a language model read and wrote for an answer; none where none was asked."""

    read: int = 0
    written: int = 0


def tokens_of(records: Records, answer: str) -> Tokens:
    """The tokens of an answer by its id."""
    uses = records.uses(answer)
    return Tokens(read=sum(use.tokens_in for use in uses), written=sum(use.tokens_out for use in uses))
