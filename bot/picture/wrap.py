"""Text broken into lines by an estimate of its width: whoever opens an SVG may have another font than we do."""

import unicodedata
from collections.abc import Iterator

_CAPITAL, _WIDE, _OTHER = 0.72, 1.0, 0.56  # of Arial, bold, the widest of the fonts named; in parts of the font's size


def wrapped(text: str, room: float) -> list[str]:
    """The text in lines of at most ``room`` times the font's size; a word that no line holds is cut."""
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, room):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and length(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def length(text: str) -> float:
    """How wide the text is at most, in parts of the font's size."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _CAPITAL if character.isupper() or character in "mw%@—" else _OTHER


def _pieces(word: str, room: float) -> Iterator[str]:
    start = 0
    for end in range(1, len(word)):
        if length(word[start : end + 1]) > room:
            yield word[start:end]
            start = end
    yield word[start:]
