"""The answer's JSON."""

import json

import pytest
from pydantic import ValidationError

from bot.answer import Answer, Citation, ListBlock
from tests.bot.fakes import ADDED, CHART, DECLINED, FIGURE, LIST, TABLE


@pytest.mark.parametrize("answer", [FIGURE, LIST, ADDED, CHART, TABLE, DECLINED], ids=lambda answer: answer.text[:20])
def test_an_answer_is_the_same_after_a_journey_as_json(answer: Answer) -> None:
    assert Answer.model_validate_json(answer.model_dump_json()) == answer


def test_blocks_are_told_apart_by_their_type() -> None:
    read = Answer.model_validate_json(LIST.model_dump_json())
    assert isinstance(read.blocks[0], ListBlock)
    assert {block["type"] for block in json.loads(ADDED.model_dump_json())["blocks"]} == {"paragraph", "calculation"}


def test_what_is_not_in_the_shape_is_refused() -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate({**FIGURE.model_dump(), "mood": "good"})
    with pytest.raises(ValidationError):
        Answer.model_validate({**FIGURE.model_dump(), "status": "perhaps"})


def test_an_answer_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        FIGURE.text = "other"
    assert Citation.model_config["frozen"]
