"""Chat completions, checked by the types of OpenAI's own library."""

import json

from openai.types.chat import ChatCompletion as TheirCompletion
from openai.types.chat import ChatCompletionChunk

from bot.api.openai.completions import Completion
from bot.api.openai.usage import Tokens
from bot.message import message_of
from tests.bot.fakes import FIGURE

COMPLETION = Completion("chatcmpl-1", 1_700_000_000, "footnote")
MESSAGE = message_of(FIGURE, lambda citation: "https://example.org")


def test_a_completion_is_one_by_their_strict_types() -> None:
    whole = COMPLETION.whole(FIGURE, MESSAGE, Tokens(read=3, written=2))
    theirs = TheirCompletion.model_validate_json(whole.model_dump_json())
    assert theirs.choices[0].message.content == MESSAGE.text
    assert theirs.usage and theirs.usage.total_tokens == 5


def test_chunks_are_so_too_and_only_the_last_has_the_usage_that_was_asked_for() -> None:
    chunks = [COMPLETION.opening(), *COMPLETION.chunks(FIGURE, MESSAGE, Tokens(read=3, written=2))]
    theirs = [ChatCompletionChunk.model_validate_json(chunk) for chunk in chunks]
    assert [bool(chunk.usage) for chunk in theirs] == [False] * (len(theirs) - 1) + [True]
    silent = [json.loads(chunk) for chunk in COMPLETION.chunks(FIGURE, MESSAGE, None)]
    assert not any("usage" in chunk for chunk in silent)
