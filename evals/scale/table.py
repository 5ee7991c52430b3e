"""Writes a scale for readers and as JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from evals.scale.measuring import Aim, Times
from evals.scale.run import Sized

GOAL = 2.0
"""An answer from the largest library may take this many times as long as from the smallest, at most."""

WAYS = {"market": "market and publisher", "edition": "an older edition", "content": "a name in the text"}


def as_json(sizes: Sequence[Sized]) -> str:
    """Every measurement."""
    return json.dumps([asdict(each) for each in sizes], indent=2)


def table(sizes: Sequence[Sized]) -> str:
    """The scale as a Markdown table, a column for each size."""
    rows: list[tuple[str, Callable[[Sized], str]]] = [
        *((f"routing by {name}: right first, in five", _routed(way)) for way, name in WAYS.items()),
        *((f"routing by {name}, ms", _route_ms(way)) for way, name in WAYS.items()),
        ("passage search: right first, in five", lambda each: _aim(each.measured.found)),
        ("passage search, report not in memory, ms", lambda each: _times(each.measured.search_first_ms)),
        ("passage search again, ms", lambda each: _times(each.measured.search_again_ms)),
        ("embedding the question (in every search), ms", lambda each: _times(each.measured.embed_ms)),
        ("right figures of the right report", lambda each: f"{each.measured.right} of {each.measured.questions}"),
        ("answered with another figure", lambda each: f"{each.measured.wrong} of {each.measured.questions}"),
        ("whole answer, report not in memory, ms", lambda each: _times(each.measured.first_ms)),
        ("whole answer again, ms", lambda each: _times(each.measured.again_ms)),
        ("catalogue at the start, s", lambda each: f"{each.measured.open_s:.2f}"),
        ("memory after all questions, MB", lambda each: _whole(each.measured.memory_mb)),
        ("building, s", lambda each: f"{each.built.seconds:.0f}"),
        ("memory of building at most, MB", lambda each: _whole(each.built.peak_mb)),
        ("library and index on disk, MB", lambda each: _whole(each.built.disk_mb)),
    ]
    head = [
        "| reports | " + " | ".join(f"{each.reports:,}" for each in sizes) + " |",
        "| --- |" + " --- |" * len(sizes),
    ]
    body = [f"| {name} | " + " | ".join(of(each) for each in sizes) + " |" for name, of in rows]
    return "\n".join([*head, *body, "", *_growth(sizes)])


def _growth(sizes: Sequence[Sized]) -> list[str]:
    """How much longer an answer takes from the largest library than from the smallest."""
    least, most = min(sizes, key=lambda each: each.reports), max(sizes, key=lambda each: each.reports)
    if least is most:
        return []
    first = most.measured.first_ms.p50 / least.measured.first_ms.p50
    again = most.measured.again_ms.p50 / least.measured.again_ms.p50
    met = "met" if max(first, again) <= GOAL else "MISSED"
    return [
        f"At {most.reports:,} reports an answer takes {first:.2f} times as long as at {least.reports:,} (median; "
        f"{again:.2f} where the report is in memory). Goal: at most {GOAL:.0f}, {met}."
    ]


def _routed(way: str) -> Callable[[Sized], str]:
    return lambda each: _aim(each.measured.routed[way]) if way in each.measured.routed else "-"


def _route_ms(way: str) -> Callable[[Sized], str]:
    return lambda each: _times(each.measured.route_ms[way]) if way in each.measured.route_ms else "-"


def _aim(aim: Aim) -> str:
    return f"{aim.first}, {aim.among_five} of {aim.of}"


def _times(times: Times) -> str:
    return f"{times.p50:.1f} / {times.p95:.1f}"


def _whole(number: float | None) -> str:
    return "not known here" if number is None else f"{number:,.0f}"
