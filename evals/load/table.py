"""Writes load and soak for a terminal and for evals/RESULTS.md."""

from collections import Counter
from collections.abc import Iterable, Sequence

from evals.bench.spread import percentile
from evals.load.askers import Level
from evals.load.soak import Soak

Row = Sequence[str]


def curve(levels: Sequence[Level], machine: str) -> str:
    """Latency, throughput and refusals by the number of askers."""
    rows = [_row(each) for each in levels]
    head = ("askers", "answers a second", "p50 ms", "p95 ms", "p99 ms", "200", "429", "503", "other", "healthz p95 ms")
    return f"""## Under load

Written by `python -m evals load --write`. So many askers at once ask the served bot varied questions about `corpus/`,
for {levels[0].seconds:.0f} seconds each: whoever is answered asks again at once, who is refused waits as `Retry-After`
says, and up to twice as long. Times are those of answers, waiting for their turn included. Asking runs on the same
machine and takes from it. Other is anything but these statuses, or a refusal without `Retry-After`.

{_table(head, rows)}

Measured on {machine}."""


def _row(each: Level) -> Row:
    statuses, of = each.statuses, max(1, len(each.replies))
    took = each.answered or [float("nan")]
    times = [f"{percentile(took, percent):.0f}" for percent in (50, 95, 99)]
    shares = [f"{statuses[status] / of:.1%}" for status in (200, 429, 503)]
    others = ", ".join(f"{what} ({count})" for what, count in Counter(each.faults).items()) or "none"
    return (
        str(each.askers), f"{len(each.answered) / each.seconds:.1f}", *times, *shares, others,
        f"{each.health_ms(95):.0f}",
    )  # fmt: skip


def held(found: Soak, machine: str) -> str:
    """What the server held, and how it grew."""
    first, last = found.samples[0], found.samples[-1]
    rows = [
        (
            name, f"{getattr(first, of):.0f}", f"{max(getattr(each, of) for each in found.samples):.0f}",
            f"{getattr(last, of):.0f}", f"{getattr(found.rest, of):.0f}", str(found.slope(of)),
        )
        for name, of in (("memory, MB", "memory_mb"), ("threads", "threads"), ("descriptors", "descriptors"))
    ]  # fmt: skip
    ways = ", ".join(f"{name} {count:,}" for name, count in sorted(found.began.items()))
    ordinary = found.ordinary
    p95 = percentile(ordinary.answered or [float("nan")], 95)
    faults = ", ".join(f"{what} ({count})" for what, count in Counter(ordinary.faults).items()) or "none"
    return f"""## Slow and vanishing readers

Written by `python -m evals soak --write`. For {found.minutes:g} minutes {found.readers:,} readers of streamed answers
come and go, each in one of five ways, beside two ordinary askers. Slopes are by least squares over the last two thirds,
as if samples were independent, which they are not: their intervals are somewhat too narrow.

{_table(("", "at the begin", "most", "at the end", "20 s later", "slope a minute, 95 %"), rows)}

Of all readers: {ways}.

The ordinary askers had {len(ordinary.answered):,} answers of {len(ordinary.replies):,} questions, p95 {p95:.0f} ms;
faults: {faults}; `/healthz` p95 {ordinary.health_ms(95):.0f} ms.

Measured on {machine}."""


def _table(head: Row, rows: Iterable[Row]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
