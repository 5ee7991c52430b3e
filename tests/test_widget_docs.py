"""docs/widget.md names every attribute, property, call and event that the widget's sources have, and no other."""

import re
from pathlib import Path

from tests.bot.widget.test_build import LIMIT, packed

ROOT = Path(__file__).parent.parent
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "bot/widget/src").iterdir()}
DOCS = (ROOT / "docs/widget.md").read_text(encoding="utf-8")


def rows(heading: str) -> set[str]:
    """The first cells of the tables below a heading."""
    section = DOCS.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([\w-]+)", section, re.MULTILINE))


def test_every_attribute_is_documented() -> None:
    said = re.findall(r"\bsaid\.(\w+)", SOURCES["options.ts"])
    own = re.findall(r"\[(data-footnote-\w+)\]", SOURCES["loader.ts"])
    assert said and own
    assert rows("Attributes of the tag") == {f"data-{name}" for name in said} | set(own)


def test_every_property_is_documented() -> None:
    names = set(re.findall(r"var\((--footnote-[\w-]+)", "".join(SOURCES.values())))
    names |= {f"--footnote-{name}" for name in re.findall(r"own\('(\w+)'", SOURCES["colour.ts"])}
    assert rows("Colours and fonts") == names


def test_every_call_and_event_is_documented() -> None:
    interface = SOURCES["loader.ts"].partition("const footnote = {\n")[2].partition("\n  };\n")[0]
    calls = set(re.findall(r"^    (\w+)(?:\(|: \()", interface, re.MULTILINE))
    events = re.search(r"type EventName = ([^;]+);", SOURCES["loader.ts"])
    assert events
    assert rows("From a script") == calls | set(re.findall(r"'(\w+)'", events[1]))
    for event in re.findall(r"'(\w+)'", events[1]):
        assert re.search(rf"emit\('{event}'", "".join(SOURCES.values()))


def test_what_is_said_of_its_size_is_so() -> None:
    assert f"{LIMIT // 1000} kB packed at most" in DOCS
    assert f"the script: {round(packed('widget.js') / 1000)} kB packed" in DOCS
