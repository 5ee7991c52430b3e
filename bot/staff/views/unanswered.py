"""What people ask that the reports do not say, by matter."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.staff.gaps import Found, Gap
from bot.staff.views.tables import empty_html, export_url, moment_html, section_html

_SHOWN, _WORDINGS = 40, 12
_ABOUT = (
    "Questions that got no answer, or only a part of one. Those that ask for the same are put together, whatever their "
    "words, their spelling or their language."
)


def unanswered_html(found: Found | None, titles: Mapping[str, str], chosen: dict[str, str]) -> Markup:
    """The view; of what is still being sought it says so, and asks to be shown again."""
    head = Markup('<h1 tabindex="-1">Not in the reports</h1>')
    if found is None:
        return head + Markup('<p class="empty seeking" role="status" data-again>Putting questions together …</p>')
    if not found.gaps:
        return head + empty_html("Every question of this time was answered.")
    most = found.gaps[0].times
    total = sum(gap.times for gap in found.gaps)
    title = f"{total:,} questions, {len(found.gaps):,} matters"
    body = Markup('<ol class="gaps">{}</ol>{}').format(
        Markup().join(_gap(gap, most, titles) for gap in found.gaps[:_SHOWN]),
        _more(found.gaps),
    )
    return head + section_html(title, body, about=_ABOUT, export=export_url("unanswered", chosen))


def _gap(gap: Gap, most: int, titles: Mapping[str, str]) -> Markup:
    partial = gap.times - gap.declined
    became = f"{gap.declined:,} not answered" if gap.declined else ""
    became += (", " if became and partial else "") + (f"{partial:,} in part" if partial else "")
    others = gap.wordings[1 : 1 + _WORDINGS]
    return Markup(
        '<li class="gap"><p class="times"><b>{times}</b><span class="meter" aria-hidden="true"><i style="width:{w}%">'
        '</i></span></p><div><p class="asked">{question}</p><p class="meta">{report} · {became} · last {last}</p>'
        "{others}</div></li>"
    ).format(
        times=f"{gap.times:,}",
        w=max(2, round(100 * gap.times / most)),
        question=gap.question,
        report=titles.get(gap.report, gap.report) or "Several reports, or none",
        became=became,
        last=moment_html(gap.last),
        others=_wordings(others, len(gap.wordings) - 1) if others else "",
    )


def _wordings(shown: Sequence[tuple[str, int]], number: int) -> Markup:
    items = Markup().join(
        Markup("<li>{} <small>× {:,}</small></li>").format(question, times) for question, times in shown
    )
    left = number - len(shown)
    rest = Markup("<li><small>and {:,} more</small></li>").format(left) if left else ""
    also = "Also asked in 1 other wording" if number == 1 else f"Also asked in {number:,} other wordings"
    return Markup("<details><summary>{}</summary><ul>{}{}</ul></details>").format(also, items, rest)


def _more(gaps: Sequence[Gap]) -> Markup:
    left = len(gaps) - _SHOWN
    return Markup('<p class="about">{:,} more are in the file.</p>').format(left) if left > 0 else Markup()
