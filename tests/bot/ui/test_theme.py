"""The theme and the page's own files."""

import re
from pathlib import Path

import bot.ui
from bot.ui.theme import theme

FILES = Path(bot.ui.__file__).parent


def test_the_theme_fetches_no_font() -> None:
    css = theme()._get_theme_css()
    assert "@import" not in css
    assert not re.search(r"url\((?![\"']data:)", css)


def test_the_pages_files_name_no_other_address() -> None:
    for name in ("page.css", "page.js"):
        assert not re.search(r"https?:|@import|url\(", (FILES / name).read_text(encoding="utf-8"))


def test_ink_on_paper_is_readable_in_light_and_dark() -> None:
    """Contrast of WCAG 2.2 AA, 4.5 to 1, https://www.w3.org/TR/WCAG22/#contrast-minimum"""
    look = theme()
    for mode in ("", "_dark"):
        paper = luminance(getattr(look, f"body_background_fill{mode}"))
        for ink in ("body_text_color", "body_text_color_subdued", "link_text_color"):
            shade = luminance(getattr(look, f"{ink}{mode}"))
            lighter, darker = max(paper, shade), min(paper, shade)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, mode)


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
