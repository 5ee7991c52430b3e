"""How a source's citation numbers are written together."""

from collections.abc import Iterable


def ranges(numbers: Iterable[int]) -> str:
    """1, 2, 3, 5 as "1–3, 5"."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{p[0]}–{p[-1]}" if len(p) > 1 else str(p[0]) for p in parts)
