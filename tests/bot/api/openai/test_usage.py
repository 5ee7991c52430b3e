"""What an answer took of a language model."""

from bot.api.openai.usage import Tokens, tokens_of
from bot.records import ModelUse, Records


def test_the_tokens_of_every_call_are_counted_and_none_where_there_was_no_call(records: Records) -> None:
    for tokens_in, tokens_out in ((70, 9), (30, 1)):
        records.keep_use(
            ModelUse(
                answer="a", model="m", tokens_in=tokens_in, tokens_out=tokens_out, millionths=0, seconds=1,
                outcome="answered",
            )
        )  # fmt: skip
    assert tokens_of(records, "a") == Tokens(read=100, written=10)
    assert tokens_of(records, "b") == Tokens()
