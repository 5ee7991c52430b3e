"""The shape of the house: which way imports go, who reads the environment, and whose words the packages use."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import frontmatter
import pytest

from ingest.words import STOPWORDS, stem

ROOT = Path(__file__).parent.parent
PACKAGES = ("ingest", "bot", "evals")
READERS_OF_THE_ENVIRONMENT = {
    "ingest/settings.py",
    "ingest/read/sandbox.py",  # passes on the two variables a Python may need to start
    "bot/settings.py",
    "evals/bench/processes.py",  # gives the commands it starts its own environment and some variables more
}
ORDINARY = "market report research"
"""Words of a title, a publisher or a folder that belong to every report."""

_WORD = re.compile(r"[A-Za-z]{3,}|\d+[A-Za-z]{3,}")


@cache
def modules() -> dict[str, Path]:
    """Every module of the packages by its dotted name."""
    return {_name(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))}


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path, lazily: bool) -> frozenset[str]:
    """The modules a file imports when it is loaded; those of its functions too when ``lazily``."""
    found: set[str] = set()
    for node in _imports(ast.parse(path.read_text(encoding="utf-8")), lazily):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif node.module:
            parts = {alias.name: f"{node.module}.{alias.name}" for alias in node.names}
            found |= {part if part in modules() else node.module for part in parts.values()}
    return frozenset(found)


def _imports(node: ast.AST, lazily: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    for child in ast.iter_child_nodes(node):
        in_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        for_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif not for_types and (lazily or not in_function):
            yield from _imports(child, lazily)


@pytest.mark.parametrize(("package", "above"), [("ingest", ("bot", "evals")), ("bot", ("evals",))])
def test_imports_go_one_way(package: str, above: tuple[str, ...]) -> None:
    wrong = [
        f"{name} imports {target}"
        for name, path in modules().items()
        if name.split(".")[0] == package
        for target in imported(path, lazily=True)
        if target.split(".")[0] in above
    ]
    assert not wrong


def test_no_module_imports_itself_by_way_of_others() -> None:
    edges = {name: imported(path, lazily=False) & modules().keys() - {name} for name, path in modules().items()}
    assert not {name for name in edges if name in _reachable(name, edges)}


def _reachable(start: str, edges: dict[str, frozenset[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(edges[start])
    while todo:
        if (module := todo.pop()) not in seen:
            seen.add(module)
            todo += edges[module]
    return seen


def test_only_the_settings_read_the_environment() -> None:
    reading = {
        str(path.relative_to(ROOT))
        for path in modules().values()
        if re.search(r"\bos\.(?:environ|getenv|putenv)\b|\bfrom os import .*\b(?:environ|getenv)\b", path.read_text())
    }
    assert reading == READERS_OF_THE_ENVIRONMENT


def market_words() -> frozenset[str]:
    """Stems of the words by which the reports of corpus/ are known: their titles, publishers and folders."""
    said = []
    for report in sorted((ROOT / "corpus").glob("*/report.md")):
        facts = frontmatter.load(str(report)).metadata
        said.append(f"{report.parent.name} {facts.get('title')} {facts.get('publisher')}")
    known = {stem(word) for text in said for word in _WORD.findall(text)}
    return frozenset(known) - {stem(word) for word in ORDINARY.split()} - STOPWORDS


@pytest.mark.parametrize("package", ["ingest", "bot"])
def test_no_word_of_the_corpus_is_in_the_product(package: str) -> None:
    known = market_words()
    assert known
    files = [path for path in (ROOT / package).rglob("*") if path.suffix in (".py", ".css", ".js", ".ts", ".html")]
    said = {path: {stem(word) for word in _WORD.findall(path.read_text(encoding="utf-8"))} for path in files}
    assert not [f"{path.relative_to(ROOT)} has '{word}'" for path in files for word in sorted(known & said[path])]


def test_every_module_has_its_test() -> None:
    named = {name: path for name, path in modules().items() if path.name != "__init__.py"}
    missing = {name for name in named if not _mirror(name).exists()}
    assert sorted(missing) == []


def _mirror(name: str) -> Path:
    package, *inside, last = name.split(".")
    return ROOT.joinpath("tests", package, *inside, f"test_{last.strip('_')}.py")
