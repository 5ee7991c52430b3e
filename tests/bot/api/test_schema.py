"""The schema, which clients are generated from: it changes on purpose only."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answer import Answer
from bot.api.app import api
from bot.api.schema import ANSWER
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client

COMMITTED = Path(__file__).parents[3] / "docs" / "openapi.json"


@pytest.fixture
def schema(records: Records) -> dict[str, Any]:
    found: dict[str, Any] = local_client(api(FakeBot(), BotSettings(), records)).get("/openapi.json").json()
    return found


def operations(schema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, each) for path, methods in schema["paths"].items() for method, each in methods.items()]


def test_the_committed_file_is_the_schema(schema: dict[str, Any]) -> None:
    written = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    assert COMMITTED.read_text(encoding="utf-8") == written, "run: make openapi"


def test_operations_have_names_of_their_own_that_do_not_follow_the_code(schema: dict[str, Any]) -> None:
    names = [each["operationId"] for _, _, each in operations(schema)]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name.endswith(("_get", "_post", "_delete")) or "v1" in name]


def test_every_operation_says_what_it_does_and_how_it_fails(schema: dict[str, Any]) -> None:
    for path, method, each in operations(schema):
        assert each.get("description"), path
        assert each["tags"], path
        failures = {status for status in each["responses"] if status[0] in "45"}
        assert {"401", "422", "429", "500", "503"} <= failures, path
        assert ("415" in failures) == ("requestBody" in each), (method, path)
        for status in failures:
            assert "application/problem+json" in each["responses"][status]["content"], (path, status)


def test_keys_are_described(schema: dict[str, Any]) -> None:
    assert schema["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert {"key": []} in schema["paths"]["/v1/ask"]["post"]["security"]


def test_the_example_is_an_answer(schema: dict[str, Any]) -> None:
    answer = Answer.model_validate(ANSWER)
    assert answer.model_dump(mode="json") == ANSWER
    assert schema["components"]["schemas"]["Answer"]["examples"] == [ANSWER]


def test_every_type_is_used(schema: dict[str, Any]) -> None:
    text = json.dumps(schema)
    unused = [name for name in schema["components"]["schemas"] if f'schemas/{name}"' not in text]
    assert unused == []
