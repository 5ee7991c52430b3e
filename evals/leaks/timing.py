"""Whether how long a reply takes tells somebody without a licence what is licensed."""

import math
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from evals.leaks.faces import PARTS, Client
from evals.leaks.run import serving
from evals.leaks.wordings import LIBRARY, guarded

WHOLE = "tidal-turbines"
"""The report that is licensed as a whole."""

MORE = 30
"""Licensed reports that one of two servers has more."""

Paths = Sequence[str]


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
    ``MORE`` licensed reports; each ``rounds`` times. Raises NotStarted."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="footnote-timing-")))
        grown = shutil.copytree(LIBRARY, folder / "grown")
        for number in range(MORE):
            _copied(grown, f"{WHOLE}-{number}")
        few, *_, holder = stack.enter_context(serving(folder / "few", LIBRARY))
        many = stack.enter_context(serving(folder / "many", grown))[0]
        pairs = [*_addresses(few, holder), *_lists(few, many)]
        return [_compared(what, one, other, rounds) for what, one, other in pairs]


def _copied(library: Path, name: str) -> None:
    """The licensed report once more, under another name and title."""
    copy = shutil.copytree(library / WHOLE, library / name)
    for file in copy.glob("*.md"):
        file.write_text(file.read_text(encoding="utf-8").replace("title: ", f"title: {name} ", 1), encoding="utf-8")


Asking = tuple[Client, Paths]


def _addresses(client: Client, holder: Client) -> Iterator[tuple[str, Asking, Asking]]:
    for report in (each.id for each in guarded()):
        for what, kind, beyond in (("passages", "passages", "p9"), ("tables", "tables", "t9")):
            every = [f"/v1/{kind}/{report}:{beyond[0]}{number}" for number in range(PARTS)]
            hidden = [each for each in every if holder.get("", each).status != client.get("", each).status]
            if hidden:
                nowhere = [f"/v1/{kind}/{report}:{beyond}{number:02}" for number in range(len(hidden))]
                yield f"{what} of {report}", (client, hidden), (client, nowhere)
    nobodys = WHOLE[::-1]
    for path in ("/v1/reports/{}", "/v1/models/{}", "/v1/widget?report={}", "/v1/quantities?measure=size&report={}"):
        yield path.format("…"), (client, [path.format(WHOLE)]), (client, [path.format(nobodys)])


def _lists(few: Client, many: Client) -> Iterator[tuple[str, Asking, Asking]]:
    for path in ("/v1/reports", "/v1/models", "/v1/quantities?measure=size", "/v1/widget?report=oat-drinks-2025"):
        yield f"{path}, {MORE} licensed reports more", (many, [path]), (few, [path])
    for face in ("ask", "search"):
        yield f"/v1/{face}, {MORE} licensed reports more", (many, [face]), (few, [face])


def _compared(what: str, hiding: Asking, plain: Asking, rounds: int) -> Compared:
    chance = random.Random(what)
    taken: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds + 5):
        for hides in chance.sample((True, False), 2):
            client, paths = hiding if hides else plain
            seconds = _seconds(client, paths[number % len(paths)], number)
            if number >= 5:  # the first of each warm what both share
                taken[hides].append(seconds)
    return Compared(what, taken[True], taken[False])


def _seconds(client: Client, path: str, number: int) -> float:
    started = time.perf_counter()
    if path == "ask":
        client.post("", "/v1/ask", {"question": f"How big is the oat drinks market in {2020 + number % 11}?"})
    elif path == "search":
        client.post("", "/v1/search", {"query": f"oat drinks market {2020 + number % 11}", "limit": 10})
    else:
        client.get("", path)
    return time.perf_counter() - started


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
more. The last column says how often a reply that hides something took longer than one that does not: 0.5 tells nothing,
and by chance alone it lies within {within:.3f} of that 19 times of 20.

| what | hiding, ms | not hiding, ms | the first is slower |
| --- | --- | --- | --- |
{rows}

Measured on {machine}."""
