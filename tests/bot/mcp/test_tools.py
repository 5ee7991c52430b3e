"""What the tools take."""

import pytest
from pydantic import ValidationError

from bot.mcp.tools import TOOLS, AskReport, FindQuantities
from bot.room import Wanted


def test_figures_are_wanted_by_what_was_sent() -> None:
    asked = FindQuantities(measure="size", subject="cloud", place="UK", period="2026", report="kites")
    assert asked.wanted == Wanted(measure="size", subject="cloud", place="UK", period="2026", report="kites")


@pytest.mark.parametrize("field", ["stream", "model"])
def test_what_is_not_known_is_refused(field: str) -> None:
    with pytest.raises(ValidationError):
        AskReport.model_validate({"question": "How big?", field: True})


def test_the_descriptions_name_every_tool_they_send_the_model_to() -> None:
    named = {tool.name for tool in TOOLS}
    said = " ".join(tool.description or "" for tool in TOOLS)
    assert {word.strip(".,;:") for word in said.split() if "_" in word} <= named
