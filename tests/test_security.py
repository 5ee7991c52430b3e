"""What docs/security.md says is tested, and everything installed is pinned."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOLD = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", TOLD)))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_exists(file: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_risk_has_a_row_with_a_test() -> None:
    rows = [line for line in TOLD.splitlines() if line.startswith("| LLM")]
    assert [row[2:7] for row in rows] == [f"LLM{number:02}" for number in range(1, 11)]
    assert all("::test_" in row for row in rows)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["dev"], *extras["openai"], *extras["redis"]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {plain(line.split("==")[0]) for line in lines if "==" in line} | {"torch"}  # by scripts/install
    assert {plain(re.split(r"[<>=\[;]", each)[0]) for each in asked} <= pinned
    assert not [line for line in lines if line and not re.fullmatch(r"[\w.-]+==[\w.+!-]+", line)]
