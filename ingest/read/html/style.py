"""What inline styles and the page's own style sheet say of an element: indentation, weight, whether it is hidden."""

import re
from collections.abc import Mapping

Style = Mapping[str, str]
ClassRules = Mapping[str, Style]
"""The declarations that a style sheet makes for each class."""

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:[a-z][a-z0-9]*)?\.([\w-]+)", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|mm|cm|in|pc|%)?", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "mm": 3.8, "cm": 38.0}
_KEPT = frozenset(
    {"padding", "padding-left", "margin", "margin-left", "text-indent", "font-weight", "mso-char-indent-count"}
)
"""What a class may say here. That a class hides an element is no sign: scripts show what style sheets hide."""

_INDENT_CLASS = re.compile(r"(?:indent|level|lvl|depth)[-_]?(\d{1,2})", re.IGNORECASE)
_STEP = 16.0
"""Pixels of a step of indentation that a class or an indent count names."""

MAX_SHEET = 2**20
"""Characters of a style sheet; what stands behind is layout no table needs."""


def declarations(text: str) -> dict[str, str]:
    """The declarations of a style attribute: property and value, both in lower case."""
    pairs = (part.split(":", 1) for part in text.lower().split(";") if ":" in part)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def class_rules(sheet: str) -> dict[str, dict[str, str]]:
    """What a style sheet says of single classes about indentation and weight."""
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(sheet[:MAX_SHEET]):
        said = {name: value for name, value in declarations(body).items() if name in _KEPT}
        names = (_CLASS.fullmatch(selector.strip()) for selector in selectors.split(",")) if said else ()
        for match in names:
            if match:
                rules.setdefault(match[1], {}).update(said)
    return rules


def indentation(style: Style, classes: str) -> float:
    """How far a text is moved to the right, in pixels; a hanging indent is none."""
    named = _INDENT_CLASS.search(classes)
    if named and not style.keys() & {"padding-left", "margin-left", "text-indent"}:
        return int(named[1]) * _STEP
    counted = _LENGTH.match(style.get("mso-char-indent-count", ""))
    if counted:
        return float(counted[1]) * _STEP
    sides = (_left_of(style, "padding"), _left_of(style, "margin"), _pixels(style.get("text-indent", "")))
    return sum(sides)


def is_bold(style: Style) -> bool | None:
    """Whether a style sets its text bold; None where it says nothing."""
    weight = style.get("font-weight")
    if weight is None:
        return None
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)


def is_raised(style: Style) -> bool:
    """Whether a style sets its text as a superscript."""
    lifted = style.get("position") == "relative" and style.get("top", "").startswith("-")
    return lifted or style.get("vertical-align") in ("super", "text-top")


def hides(style: Style) -> bool:
    """Whether a style hides its element."""
    hidden = style.get("visibility") in ("hidden", "collapse")
    return style.get("display") == "none" or hidden or style.get("mso-hide") == "all"


def _left_of(style: Style, side: str) -> float:
    """The left padding or margin, also out of the short form "2px 1pt 2px 13pt"."""
    if f"{side}-left" in style:
        return _pixels(style[f"{side}-left"])
    values = style.get(side, "").split()
    return _pixels(values[{1: 0, 2: 1, 3: 1}.get(len(values), 3)]) if 0 < len(values) <= 4 else 0.0


def _pixels(length: str) -> float:
    match = _LENGTH.match(length)
    if not match or match[2] == "%":
        return 0.0
    return float(match[1][:9]) * _PIXELS.get((match[2] or "px").lower(), 96.0)
