"""Answers that somebody should look at: those with a thumb down, as they were given, and what verification took out."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.desk import PassageView
from bot.records import Kept
from bot.staff.insights import Disliked, Refused
from bot.staff.views.tables import empty_html, export_url, moment_html, section_html
from bot.ui.blocks import blocks_html
from bot.ui.sources import gather, sources_html

_BECAME = {"answered": "Answered", "partial": "Answered in part", "declined": "Not answered"}


def answers_html(
    disliked: Sequence[tuple[Disliked, Kept | None]],
    refused: Sequence[Refused],
    titles: Mapping[str, str],
    chosen: dict[str, str],
) -> Markup:
    """The view: the latest of each, thumbs with the whole answers."""
    thumbs = Markup().join(_disliked(i, each, kept, titles) for i, (each, kept) in enumerate(disliked))
    taken = Markup().join(_refused(each, titles) for each in refused)
    return Markup('<h1 tabindex="-1">Answers to look at</h1>{}{}').format(
        section_html(
            "Thumbs down",
            thumbs or empty_html("No answer of this time got a thumb down."),
            about="Each with its answer and the sources as they were, though the report be replaced since.",
            export=export_url("disliked", chosen),
        ),
        section_html(
            "Not said",
            Markup('<ul class="refused">{}</ul>').format(taken) if taken else empty_html("Nothing was taken out."),
            about="What verification took out of answers before they were given, and why. No reader saw any of it.",
            export=export_url("rejections", chosen),
        ),
    )


def _disliked(number: int, each: Disliked, kept: Kept | None, titles: Mapping[str, str]) -> Markup:
    comment = Markup('<blockquote class="comment">{}</blockquote>').format(each.comment) if each.comment else ""
    whole = _answer(number, kept) if kept else ""
    return Markup(
        '<article class="disliked"><p class="asked">{question}</p><p class="meta">{report} · {became} · {asked}</p>'
        "{comment}{whole}</article>"
    ).format(
        question=each.question,
        report=titles.get(each.report, each.report) or "Several reports, or none",
        became=_BECAME.get(each.status, each.status),
        asked=moment_html(each.asked_at),
        comment=comment,
        whole=whole,
    )


def _answer(number: int, kept: Kept) -> Markup:
    places: Mapping[str, PassageView] = {view.address: view for view in kept.provenance.passages}
    sources = gather(kept.answer.citations, places.get, f"d{number}")
    return Markup(
        '<details class="whole"><summary>The answer as it was</summary><div class="turn"><div class="body">{}</div>{}'
        "</div>{}</details>"
    ).format(blocks_html(kept.answer, sources), sources_html(sources, True), _editions(kept))


def _editions(kept: Kept) -> Markup:
    said = [
        " · ".join(
            filter(None, (each.title, each.edition, f"version {each.version}", f"files {each.digest[:12] or '–'}"))
        )
        for each in kept.provenance.editions
    ]
    return Markup('<p class="meta">From {}. Answer {}.</p>').format("; ".join(said) or "no report", kept.answer.id)


def _refused(each: Refused, titles: Mapping[str, str]) -> Markup:
    return Markup(
        '<li><p class="unsaid"><span class="mark">Not said</span> {text}</p><p class="why">Because {why}.</p>'
        '<p class="meta">Asked: “{question}” · {report} · {asked}</p></li>'
    ).format(
        text=each.text,
        why=each.why.rstrip("."),
        question=each.question,
        report=titles.get(each.report, each.report) or "several reports, or none",
        asked=moment_html(each.asked_at),
    )
