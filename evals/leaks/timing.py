"""Whether how long a reply takes tells somebody without a licence what is licensed."""

import math
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from evals.leaks.faces import PARTS, Client, Reply
from evals.leaks.run import OTHER, ingested, served, serving
from evals.leaks.wordings import LIBRARY, guarded

WHOLE = "tidal-turbines"
"""The report that is licensed as a whole."""

MORE = 30
"""Licensed reports that one of two libraries has more."""

STARTS = 5
"""Times each server is started for its share of the rounds: by chance, one process is faster than the next."""

WARMING = 5
"""Rounds before those whose time is taken: the first of each warm what both share."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds of replies that hide something, and of such as hide nothing; both were asked for in turn."""

    what: str
    hiding: Sequence[float]
    plain: Sequence[float]

    @property
    def slower(self) -> float:
        """How often a reply that hides something took longer than one that does not: 0.5 tells nothing."""
        wins = sum((one > other) + (one == other) / 2 for one in self.hiding for other in self.plain)
        return wins / (len(self.hiding) * len(self.plain))

    @property
    def within(self) -> float:
        """Half the 95 % interval of ``slower`` where nothing is told (Mann and Whitney 1947)."""
        some, others = len(self.hiding), len(self.plain)
        return 1.96 * math.sqrt((some + others + 1) / (12 * some * others))


def timed(rounds: int) -> list[Compared]:
    """Addresses of what is licensed beside addresses of nothing, and lists of a library beside those of the same with
    ``MORE`` licensed reports, and beside those of the same once more; each ``rounds`` times. Raises NotStarted."""
    with tempfile.TemporaryDirectory(prefix="footnote-timing-") as name:
        folder = Path(name)
        grown = shutil.copytree(LIBRARY, folder / "grown")
        for number in range(MORE):
            _copied(grown, f"{WHOLE}-{number}")
        with serving(folder / "few") as (nobody, *_, holder):
            found = [_compared(*each, rounds) for each in _addresses(nobody, holder)]
        for at, library in (("same", LIBRARY), ("many", grown)):
            ingested(folder / at, library)
        return [*found, *_lists(folder, rounds)]


def _copied(library: Path, name: str) -> None:
    """The licensed report once more, under another name and title."""
    copy = shutil.copytree(library / WHOLE, library / name)
    for file in copy.glob("*.md"):
        file.write_text(file.read_text(encoding="utf-8").replace("title: ", f"title: {name} ", 1), encoding="utf-8")


Request = Callable[[int], Reply]
"""One request of a round of that number."""


def _addresses(client: Client, holder: Client) -> Iterator[tuple[str, Request, Request]]:
    for report in (each.id for each in guarded()):
        for what, kind, beyond in (("passages", "passages", "p9"), ("tables", "tables", "t9")):
            every = [f"/v1/{kind}/{report}:{beyond[0]}{number}" for number in range(PARTS)]
            hidden = [each for each in every if holder.get("", each).status != client.get("", each).status]
            if hidden:
                nowhere = [f"/v1/{kind}/{report}:{beyond}{number:02}" for number in range(len(hidden))]
                yield f"{what} of {report}", _getting(client, hidden), _getting(client, nowhere)
    nobodys = WHOLE[::-1]
    for path in ("/v1/reports/{}", "/v1/models/{}", "/v1/widget?report={}", "/v1/quantities?measure=size&report={}"):
        yield (
            path.format("…"),
            _getting(client, [path.format(WHOLE)]),
            _getting(client, [path.format(nobodys)]),
        )


def _getting(client: Client, paths: Sequence[str]) -> Request:
    return lambda number: client.get("", paths[number % len(paths)])


def _lists(folder: Path, rounds: int) -> Iterator[Compared]:
    more: dict[str, list[Compared]] = {}
    for _ in range(STARTS):
        with ExitStack() as stack:
            few, same, many = (
                dict(_asked_for_lists(Client("nobody", stack.enter_context(served(folder / at)))))
                for at in ("few", "same", "many")
            )
            for path, request in few.items():
                for what, other in ((f"{MORE} licensed reports more", many), ("the same library again", same)):
                    name = f"{path}, {what}"
                    more.setdefault(name, []).append(_compared(name, other[path], request, -(-rounds // STARTS)))
    for name, parts in more.items():
        yield Compared(name, [s for each in parts for s in each.hiding], [s for each in parts for s in each.plain])


def _asked_for_lists(client: Client) -> Iterator[tuple[str, Request]]:
    for path in ("/v1/reports", "/v1/models", "/v1/quantities?measure=size", f"/v1/widget?report={OTHER}"):
        yield path, _getting(client, [path])
    market = "the oat drinks market in"
    yield "/v1/ask", lambda n: client.post("", "/v1/ask", {"question": f"How big is {market} {2020 + n % 11}?"})
    yield "/v1/search", lambda n: client.post("", "/v1/search", {"query": f"{market} {2020 + n % 11}", "limit": 10})


def _compared(what: str, hiding: Request, plain: Request, rounds: int) -> Compared:
    chance = random.Random(what)
    taken: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds + WARMING):
        for hides in chance.sample((True, False), 2):
            started = time.perf_counter()
            (hiding if hides else plain)(number)
            if number >= WARMING:
                taken[hides].append(time.perf_counter() - started)
    return Compared(what, taken[True], taken[False])


def table(found: Sequence[Compared], machine: str) -> str:
    """What was compared, for a terminal and for evals/RESULTS.md."""
    rows = "\n".join(
        f"| {each.what} | {1000 * median(each.hiding):.2f} | {1000 * median(each.plain):.2f} | {each.slower:.3f} |"
        for each in found
    )
    within = max(each.within for each in found)
    return f"""## What time tells of what is licensed

Written by `python -m evals leaks --timing N --write`: somebody without a licence takes the time of
{len(found[0].plain)} replies that hide something and of as many that do not, in turn. An address of something licensed
stands beside one of nothing, and a list of a library beside the list of the same library with {MORE} licensed reports
more, on servers started {STARTS} times; beside these stands what two servers of equal libraries differ by. The last
column says how often a reply that hides something took longer than one that does not: 0.5 tells nothing, and by chance
alone it lies within {within:.3f} of that 19 times of 20, where no process is slower than the other by itself.

| what | hiding, ms | not hiding, ms | the first is slower |
| --- | --- | --- | --- |
{rows}

Measured on {machine}."""
