"""The API keeps its schema's word, whatever it is sent: no failure of its own, no answer that is not described."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from bot.api.app import api
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot

PATHS = json.loads((Path(__file__).parents[3] / "docs" / "openapi.json").read_text(encoding="utf-8"))["paths"]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    records = Records(f"sqlite:///{tmp_path_factory.mktemp('records') / 'records.sqlite'}")
    app = api(RecordedBot(FakeBot(), records), BotSettings(), records)
    yield schemathesis.openapi.from_asgi("/openapi.json", app)
    records.close()


def modes(operation: dict[str, object]) -> list[GenerationMode]:
    """What can be sent: where nothing is taken, nothing can be wrong."""
    takes = operation.get("parameters") or operation.get("requestBody")
    return list(GenerationMode) if takes else [GenerationMode.POSITIVE]


CASES = [
    (path, method, mode)
    for path, each in PATHS.items()
    for method, operation in each.items()
    for mode in modes(operation)
]


@pytest.mark.parametrize(("path", "method", "mode"), CASES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_the_api_keeps_its_word(
    schema: schemathesis.BaseSchema, path: str, method: str, mode: GenerationMode, data: st.DataObject
) -> None:
    data.draw(schema[path][method.upper()].as_strategy(generation_mode=mode)).call_and_validate()
