"""The numbers: how many ask, what becomes of it, where, what is cited, and what a language model costs."""

from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from bot.answer import Record
from bot.staff.bars import bars, bars_svg, labels, scale
from bot.staff.insights import CitedPlace, Cost, Count, Day
from bot.staff.views.tables import empty_html, export_url, section_html, share, table_html

_SHOWN = 10
_COUNTED = ("Questions", "Answered", "In part", "Not answered", "Visitors")


class Overview(Record):
    """What the view shows: of a selection that begins on ``first``, None where that is when records begin."""

    total: Count
    dislikes: int
    days: tuple[Day, ...]
    reports: tuple[Count, ...]
    sites: tuple[Count, ...]
    cited: tuple[CitedPlace, ...]
    costs: tuple[Cost, ...]
    first: date | None
    last: date


def overview_html(
    seen: Overview, titles: Mapping[str, str], sites: Mapping[str, str], chosen: dict[str, str]
) -> Markup:
    """The view; ``titles`` and ``sites`` name reports and sites by their ids."""
    by_report = {"": "Several reports, or none"} | dict(titles)
    by_site = {"": "Elsewhere than in a widget"} | dict(sites)
    return Markup("{}{}{}<div class=pair>{}{}</div>{}{}").format(
        Markup('<h1 tabindex="-1">Overview</h1>'),
        _tiles(seen),
        _chart(seen, chosen),
        _counts("By report", "reports", seen.reports, by_report, chosen),
        _counts("By site", "sites", seen.sites, by_site, chosen),
        _cited(seen.cited, chosen),
        _costs(seen.costs, chosen),
    )


def _tiles(seen: Overview) -> Markup:
    total = seen.total
    shown = (
        ("Questions", f"{total.questions:,}", ""),
        ("Answered", share(total.answered, total.questions), f"{total.answered:,}"),
        ("In part", share(total.partial, total.questions), f"{total.partial:,}"),
        ("Not answered", share(total.declined, total.questions), f"{total.declined:,}"),
        ("Visitors", f"{total.visitors:,}", "each once a day"),
        ("Thumbs down", f"{seen.dislikes:,}", ""),
    )
    tiles = (
        Markup("<div><dt>{}</dt><dd>{}{}</dd></div>").format(
            name, value, Markup("<small>{}</small>").format(beside) if beside else ""
        )
        for name, value, beside in shown
    )
    return Markup('<dl class="tiles">{}</dl>').format(Markup().join(tiles))


def _chart(seen: Overview, chosen: dict[str, str]) -> Markup:
    if not seen.days:
        return section_html("Questions", empty_html("Nobody asked anything in this time."))
    shown = bars(seen.days, seen.first, seen.last)
    wide = max(bar.days for bar in shown)
    title = "Questions by day" if wide == 1 else "Questions by week" if wide == 7 else f"Questions by {wide // 7} weeks"
    marks = Markup().join(Markup("<span>{:,}</span>").format(value) for value in scale(shown))
    dates = Markup().join(Markup("<span>{}</span>").format(day) for day in labels(shown))
    numbers = table_html(
        title,
        ("From", "Answered", "In part", "Not answered"),
        [(f"{bar.first:%Y-%m-%d}", *bar.counts) for bar in shown if bar.total],
        (1, 2, 3),
    )
    return section_html(
        title,
        Markup(
            '<figure class="barfigure">{legend}<div class="plot"><div class="scale" aria-hidden="true">{marks}</div>'
            '{svg}</div><div class="dates" aria-hidden="true">{dates}</div>'
            "<details><summary>The numbers</summary>{numbers}</details></figure>"
        ).format(legend=_LEGEND, marks=marks, svg=bars_svg(shown), dates=dates, numbers=numbers),
        export=export_url("days", chosen),
    )


def _counts(title: str, name: str, counts: Sequence[Count], names: Mapping[str, str], chosen: dict[str, str]) -> Markup:
    rows = [
        (
            names.get(count.name, count.name),
            count.questions,
            share(count.answered, count.questions),
            share(count.partial, count.questions),
            share(count.declined, count.questions),
            count.visitors,
        )
        for count in counts[:_SHOWN]
    ]
    header = ("Report" if name == "reports" else "Site", *_COUNTED)
    return section_html(title, table_html(title, header, rows, range(1, 6)), export=export_url(name, chosen))


def _cited(cited: Sequence[CitedPlace], chosen: dict[str, str]) -> Markup:
    rows = [
        (
            each.answers,
            Markup('<span class="place"><b>{}</b> {}</span>').format(
                " › ".join(each.place.heading) or each.place.title, _short(each.place.text)
            ),
            each.place.title,
        )
        for each in cited[:_SHOWN]
    ]
    return section_html(
        "Most cited",
        table_html("Most cited", ("Answers", "Passage", "Report"), rows, (0,)),
        about="What buyers come for: the passages that most answers rest on.",
        export=export_url("cited", chosen),
    )


def _costs(costs: Sequence[Cost], chosen: dict[str, str]) -> Markup:
    if not costs:
        return section_html("Language model", empty_html("No language model was called in this time."))
    total = sum(cost.millionths for cost in costs)
    rows = [
        (f"{c.day:%Y-%m-%d}", c.model, c.calls, c.tokens_in, c.tokens_out, dollars(c.millionths))
        for c in costs[:_SHOWN]
    ]
    header = ("Day", "Model", "Calls", "Tokens in", "Tokens out", "US dollars")
    return section_html(
        "Language model",
        table_html("Language model", header, rows, (2, 3, 4, 5)),
        about=f"US$ {dollars(total)} in this time, by the prices that are set; the newest days are shown.",
        export=export_url("costs", chosen),
    )


def dollars(millionths: int) -> str:
    """An amount to the cent, or finer where it is less than that."""
    return f"{millionths / 1_000_000:,.2f}" if millionths >= 10_000 or not millionths else f"{millionths / 1e6:.6f}"


def _short(text: str, most: int = 150) -> str:
    one = " ".join(text.split())
    return one if len(one) <= most else f"{one[:most].rsplit(' ', 1)[0]} …"


_LEGEND = Markup(
    '<p class="keys"><span class="answered">Answered</span><span class="partial">In part</span>'
    '<span class="declined">Not answered</span></p>'
)
