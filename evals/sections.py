"""Sections that several commands put into one page, each between marks of its own."""

import re
from pathlib import Path

_SECTION = re.compile(r"<!-- (?P<name>[a-z]+): begin -->.*?<!-- (?P=name): end -->", re.DOTALL)


def sections(page: str) -> list[str]:
    """Every marked section of a page, with its marks."""
    return [found.group() for found in _SECTION.finditer(page)]


def put(name: str, text: str, file: Path) -> None:
    """Put a section in the place of the one of that name, or at the end of the page."""
    page = file.read_text(encoding="utf-8")
    section = f"<!-- {name}: begin -->\n{text.strip()}\n<!-- {name}: end -->"
    before = next((each for each in sections(page) if each.startswith(f"<!-- {name}: begin -->")), None)
    page = page.replace(before, section) if before else f"{page.rstrip()}\n\n{section}\n"
    file.write_text(page, encoding="utf-8")
