"""The built files are what their sources say, are typed, and stay small."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.api.widget_files import FILES, FOLDER, LANGUAGES

LIMIT = 20_000
"""Bytes, packed, that a page can load of the widget: the script, the panel, and the words of one language."""

SOURCES = ("package.json", "tsconfig.json", "build.mjs")


def packed(name: str) -> int:
    return len(gzip.compress((FOLDER / name).read_bytes(), 9, mtime=0))


@pytest.fixture(scope="module")
def workshop(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sources and the two tools that build and check them."""
    folder = tmp_path_factory.mktemp("workshop")
    for name in SOURCES:
        shutil.copy(FOLDER / name, folder)
    for name in ("src", "texts"):
        shutil.copytree(FOLDER / name, folder / name)
    run(folder, "npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
    return folder


def run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"


def test_the_files_are_built_from_these_sources(workshop: Path) -> None:
    run(workshop, "npm", "run", "build")
    for name in ("widget.js", "panel.js"):
        assert (workshop / name).read_bytes() == (FOLDER / name).read_bytes(), f"{name} is old: make widget"


def test_the_sources_are_typed(workshop: Path) -> None:
    run(workshop, "npm", "run", "check")


def test_the_tools_are_pinned() -> None:
    tools = json.loads((FOLDER / "package.json").read_text())["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in tools.values())
    assert not list(FOLDER.glob("*lock*"))


def test_a_page_loads_little() -> None:
    words = max(packed(FILES[f"/widget/{language}.json"]) for language in LANGUAGES)
    assert packed("widget.js") + packed("panel.js") + words <= LIMIT
    assert packed("widget.js") <= LIMIT / 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    english = json.loads((FOLDER / "texts/en.json").read_text(encoding="utf-8"))
    texts = json.loads((FOLDER / f"texts/{language}.json").read_text(encoding="utf-8"))
    assert list(texts) == list(english)
    assert all(text.strip() for text in texts.values())
    if language != "en":
        assert sum(texts[name] == english[name] for name in english) <= 5


def test_nothing_is_ever_parsed_as_html() -> None:
    for path in (FOLDER / "src").glob("*.ts"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|new Function|srcdoc|cookie",
            source,
        )
        assert "setAttribute('style'" not in source and "localStorage" not in source
