"""The suite's options, a library of corpus/, and a loud word when the browser tests were skipped."""

import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.__main__ import main as ingest

ROOT = Path(__file__).parent.parent
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
_LONGEST = ("tests/evals/test_gate.py", "tests/ingest/read/test_sandbox.py", "tests/test_")
"""Where the tests are that take minutes, and those that start the whole product."""
PATIENCE_MS = 20_000
"""What a browser may take to show something, also on a machine that has other things to do."""
_HOW = "install one (Debian: apt-get install chromium) and run again; --require-browser makes this a failure"
_HOW_NODE = "install version 20 or newer (Debian: apt-get install nodejs npm) and run again"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--require-browser", action="store_true", help="fail, not skip, where there is no Chromium or Node"
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: a file made for a test has the time in it, and every process its own."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first and each by itself, the others by module, so that two processes end together."""
    items.sort(key=_turn)
    for item in items:
        module = item.nodeid.partition("::")[0]
        group = item.nodeid.strip("]").replace("[", " ") if _turn(item) == 0 else module
        item.add_marker(pytest.mark.xdist_group(group))


def _turn(item: pytest.Item) -> int:
    """When a test's turn comes: by where it is in ``_LONGEST``, then all the others."""
    return next((turn for turn, path in enumerate(_LONGEST) if item.nodeid.startswith(path)), len(_LONGEST))


@pytest.fixture(autouse=True)
def logging_restored() -> Iterator[None]:
    """A test that lets the process log leaves no handler, whose stream is closed by then, to the tests after it."""
    root, ours = logging.getLogger(), logging.getLogger("bot")
    handlers, levels = root.handlers[:], (root.level, ours.level)
    yield
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    logging.captureWarnings(False)


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> str:
    """Path of a Chromium."""
    path = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    if path is None and pytestconfig.getoption("--require-browser"):
        pytest.fail(f"There is no Chromium: {_HOW}.")
    if path is None:
        pytest.skip("there is no Chromium")
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE_MS)
    return path


@pytest.fixture(scope="session")
def node(pytestconfig: pytest.Config) -> str:
    """Path of Node.js, which builds the widget."""
    path = shutil.which("node") if shutil.which("npm") else None
    if path is None and pytestconfig.getoption("--require-browser"):
        pytest.fail(f"There is no Node.js: {_HOW_NODE}.")
    if path is None:
        pytest.skip("there is no Node.js")
    return path


@pytest.fixture(scope="session")
def corpus_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the library and the index of corpus/, made by the real command."""
    data = tmp_path_factory.mktemp("corpus") / "data"
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("INGEST_", "BOT_"))]:
            patch.delenv(name)
        patch.setenv("INGEST_DATA_DIR", str(data))
        assert ingest([str(ROOT / "corpus")]) == 0
    return data


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if "no Chromium" in str(r.longrepr)]
    if skipped:
        terminalreporter.section("BROWSER TESTS WERE SKIPPED", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} tests of the page did not run: there is no Chromium.", red=True)
        terminalreporter.line(f"To run them, {_HOW}.", red=True)
    if any("no Node.js" in str(r.longrepr) for r in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section("THE WIDGET WAS NOT REBUILT", sep="!", red=True, bold=True)
        terminalreporter.line("Whether its built files are those of their sources is not known: there is no Node.js.")
        terminalreporter.line(f"To know, {_HOW_NODE}.", red=True)
