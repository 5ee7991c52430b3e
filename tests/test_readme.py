"""The README and the manuals it leads to say what is so: settings, routes, commands and the code that is shown."""

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic_settings import BaseSettings

from bot.__main__ import parser as bot_parser
from bot.api.app import api
from bot.records import Records
from bot.settings import BotSettings
from evals.__main__ import parser as evals_parser
from ingest.__main__ import main as ingest
from ingest.settings import IngestSettings
from tests.bot.fakes import FakeBot

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUALS = {file.name: file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs").glob("*.md"))}
TOLD = "\n".join((README, *MANUALS.values()))
ROWS = {
    name: row
    for told in (MANUALS["settings.md"], MANUALS["http.md"], MANUALS["commands.md"])
    for row in told.splitlines()
    for name in re.findall(r"^\| `([^`]+)` \|", row)
}
LONGEST = 260
"""Lines of the README: a newcomer reads it in minutes."""
SETTINGS = [
    (f"{settings.model_config['env_prefix']}{name}".upper(), field.default)
    for settings in (IngestSettings, BotSettings)
    for name, field in settings.model_fields.items()
]


def run(data: Path, *command: str) -> str:
    """What a command prints, as a reader of the README would run it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("INGEST_", "BOT_"))}
    environment = clean | {"INGEST_DATA_DIR": str(data), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("name", "default"), SETTINGS)
def test_every_setting_is_described_with_its_default(name: str, default: object) -> None:
    assert name in ROWS, f"docs/settings.md has no row for {name}"
    if isinstance(default, bool | int | str):
        assert f"| `{str(default).lower() if isinstance(default, bool) else default}` |" in ROWS[name]


def test_no_setting_is_described_that_does_not_exist() -> None:
    named = set(re.findall(r"\b(?:INGEST|BOT)_[A-Z_]+\b", TOLD))
    assert named == {name for name, _ in SETTINGS}


@pytest.mark.parametrize("settings", [IngestSettings, BotSettings])
def test_every_setting_describes_itself(settings: type[BaseSettings]) -> None:
    assert all(field.description for field in settings.model_fields.values())


def test_every_route_is_described_and_no_other(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    paths = api(FakeBot(), BotSettings(), records).openapi()["paths"]
    records.close()
    routes = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert {name for name in ROWS if re.match(r"(?:GET|POST|PUT|PATCH|DELETE) /", name)} == routes


def test_every_target_of_make_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z]+)", TOLD, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.fixture
def help_of_ingest(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What ``python -m ingest`` prints of itself, or of a command of its own."""

    def said(*command: str) -> str:
        with pytest.raises(SystemExit):
            ingest([*command, "--help"])
        return capsys.readouterr().out

    return said


def options_in(said: str) -> set[str]:
    return set(re.findall(r"--[a-z]+", said)) - {"--help"}


def test_every_option_of_ingest_is_described(help_of_ingest: Callable[..., str]) -> None:
    told = {option for name in ROWS for option in re.findall(r"^python -m ingest (--[a-z]+)", name)}
    assert options_in(help_of_ingest()) == told


def test_every_command_of_ingest_is_described_with_its_options(help_of_ingest: Callable[..., str]) -> None:
    described = {name: options_in(name) for name in ROWS if re.match(r"python -m ingest [a-z]", name)}
    named = re.findall(r"python -m ingest ([a-z]+) (?:FILE|REPORT)", " ".join(help_of_ingest().split()))
    assert {name.split()[3] for name in described} == set(named)
    for command in {name.split()[3] for name in described}:
        told = set().union(*(told for name, told in described.items() if name.split()[3] == command))
        assert options_in(help_of_ingest(command)) == told


def commands(parser: argparse.ArgumentParser, called: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command of a parser that does something by itself, with its own parser."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner or not inner[0].required:
        yield called, parser
    for name, sub in (each for action in inner for each in action.choices.items()):
        yield from commands(sub, f"{called} {name}")


@pytest.mark.parametrize(
    ("called", "parser", "told"),
    [
        *((called, parser, "docs/commands.md") for called, parser in commands(bot_parser(), "python -m bot")),
        *((called, parser, "docs/evals.md") for called, parser in commands(evals_parser(), "python -m evals")),
    ],
)
def test_every_command_is_described_with_its_options(called: str, parser: argparse.ArgumentParser, told: str) -> None:
    text = (ROOT / told).read_text(encoding="utf-8")
    assert f"{called}`" in text or f"{called} " in text
    options = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
    assert not {option for option in options - {"--help"} if not re.search(rf"{option}\b", text)}


def links(text: str) -> list[tuple[str, str]]:
    """The files of the repository, with the part of them, that a page's links and pictures lead to."""
    return re.findall(r"(?:\]\(|src=\")(?!https?:)([^)\"#]*)#?([^)\"]*)", text)


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{name}" for name in MANUALS)])
def test_links_and_pictures_lead_to_what_there_is(page: str) -> None:
    for target, part in links((ROOT / page).read_text(encoding="utf-8")):
        file = (ROOT / page).parent / target if target else ROOT / page
        assert file.is_file(), target
        assert not part or part in {anchor(title) for title in re.findall(r"^#+ (.+)$", file.read_text(), re.MULTILINE)}


def anchor(title: str) -> str:
    """What a link to a heading is called."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def test_the_readme_is_short_and_leads_to_every_manual() -> None:
    assert len(README.splitlines()) < LONGEST
    assert {f"docs/{name}" for name in MANUALS} <= {target for target, _ in links(README)}


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size < 300_000 for picture in pictures)


def test_the_python_it_shows_answers_with_a_source(corpus_data: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    text, source, *_ = run(corpus_data, "-c", code).splitlines()
    assert "2026" in text
    assert re.match(r"1 .+ \| .+2026", source)


def test_the_command_it_shows_prints_the_figures_it_shows(corpus_data: Path) -> None:
    (shown,) = re.findall(r"<!-- ask: begin -->\n```\n\$ (.*?)```", README, re.DOTALL)
    command, _, answer = shown.partition("\n")
    said = run(corpus_data, *shlex.split(command)[1:])
    figures = re.findall(r"\d[\d.,]*\d|\d", answer)
    assert figures
    assert set(figures) <= set(re.findall(r"\d[\d.,]*\d|\d", said))


def test_the_audit_it_shows_is_that_of_the_corpus(corpus_data: Path) -> None:
    (shown,) = re.findall(r"<!-- audit: begin -->\n```\n\$ (.*?)```", README, re.DOTALL)
    command, _, told = shown.partition("\n")
    assert told.split() == run(corpus_data, *shlex.split(command)[1:]).split()
