"""The questions of a period as bars: answered, in part and not answered on top of each other, as inline SVG."""

from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from bot.answer import Record
from bot.picture.plot import Frame
from bot.staff.insights import Day

WIDTH, HEIGHT = 1000, 230
_FRAME = Frame(left=44, right=WIDTH - 4, top=14, bottom=196)
_MOST_BARS = 62
_STATUSES = ("answered", "partial", "declined")


class Bar(Record):
    """A day, or a week that begins on it."""

    first: date
    days: int
    counts: tuple[int, int, int]

    @property
    def total(self) -> int:
        return sum(self.counts)


def bars(days: Sequence[Day], first: date | None, last: date) -> list[Bar]:
    """A bar for each day from the first to the last, those without questions too; for each week where they are many."""
    counted = {day.day: (day.answered, day.partial, day.declined) for day in days}
    first = first or min(counted, default=last)
    span = (last - first).days + 1
    wide = 1 if span <= _MOST_BARS else 7 * -(-span // (7 * _MOST_BARS))
    found = []
    for start in range(0, span, wide):
        within = [counted.get(first + timedelta(start + n), (0, 0, 0)) for n in range(min(wide, span - start))]
        found.append(Bar(first=first + timedelta(start), days=len(within), counts=_sums(within)))
    return found


def _sums(counts: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    answered, partial, declined = (sum(each) for each in zip(*counts, strict=True))
    return answered, partial, declined


def bars_svg(shown: Sequence[Bar]) -> Markup:
    """The drawing, with what it shows in words for those who do not see it."""
    top = _rounded(max((bar.total for bar in shown), default=0))
    step = (_FRAME.right - _FRAME.left) / max(1, len(shown))
    total, declined = sum(bar.total for bar in shown), sum(bar.counts[2] for bar in shown)
    return Markup(
        '<svg class="bars" viewBox="0 0 {w} {h}" role="img" preserveAspectRatio="none"><title>Questions, {unit}</title>'
        "<desc>{total} questions, {declined} of them not answered.</desc>{grid}{bars}</svg>"
    ).format(
        w=WIDTH, h=HEIGHT, unit="by day" if all(bar.days == 1 for bar in shown) else "by week", total=f"{total:,}",
        declined=f"{declined:,}", grid=_grid(top),
        bars=Markup().join(_bar(bar, _FRAME.left + i * step, step, top) for i, bar in enumerate(shown)),
    )  # fmt: skip


def labels(shown: Sequence[Bar], most: int = 7) -> list[str]:
    """The days to write below, from the first bar to the last, evenly apart."""
    if len(shown) <= most:
        return [_day(bar.first) for bar in shown]
    return [_day(shown[round(n * (len(shown) - 1) / (most - 1))].first) for n in range(most)]


def scale(shown: Sequence[Bar]) -> tuple[int, int, int]:
    """What the lines behind the bars stand for, from the top."""
    top = _rounded(max((bar.total for bar in shown), default=0))
    return top, top // 2, 0


def _grid(top: int) -> Markup:
    lines = (_FRAME.height_of(value, 0, top) for value in (0, top / 2, top))
    return Markup().join(
        Markup('<path class="grid" d="M{} {}H{}"/>').format(_FRAME.left, f"{y:.1f}", WIDTH) for y in lines
    )


def _bar(bar: Bar, x: float, step: float, top: int) -> Markup:
    pieces, below = Markup(), 0
    for status, count in zip(_STATUSES, bar.counts, strict=True):
        if count:
            y, base = (_FRAME.height_of(value, 0, top) for value in (below + count, below))
            pieces += Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
                status, f"{x + step * 0.14:.1f}", f"{y:.1f}", f"{step * 0.72:.1f}", f"{base - y:.1f}"
            )
            below += count
    said = "{}: {} answered, {} in part, {} not".format(_span(bar), *bar.counts)
    return Markup('<g><title>{}</title><rect class="hit" x="{}" y="0" width="{}" height="{}"/>{}</g>').format(
        said, f"{x:.1f}", f"{step:.1f}", HEIGHT, pieces
    )


def _span(bar: Bar) -> str:
    return _day(bar.first) if bar.days == 1 else f"{_day(bar.first)} to {_day(bar.first + timedelta(bar.days - 1))}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _rounded(most: int) -> int:
    """The next even number of two digits and noughts, for the line on top: half of it is a whole number too."""
    step = int("2" + "0" * (len(str(most)) - 2))
    return max(4, -(-most // step) * step)
