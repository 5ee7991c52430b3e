"""One question and what became of it, and the page before any question."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.answer import Answer
from bot.desk import ReportInfo, Step
from bot.notices import notice
from bot.records import Thumb
from bot.ui.blocks import blocks_html
from bot.ui.sources import Lookup, gather, sources_html

_EXAMPLES = 6
_HEADLINE = 160  # characters; a longer question is set as text


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the page: its steps while it is being answered, then its answer, or what went wrong."""

    number: int
    question: str
    steps: tuple[Step, ...] = ()
    answer: Answer | None = None
    thumb: Thumb | None = None
    failure: str | None = None


def turn_html(asked: Asked, lookup: Lookup, several_reports: bool) -> Markup:
    """The turn as an article: question, answer and, beside or below it, its sources."""
    body = _answer(asked, asked.answer, lookup, several_reports) if asked.answer else _waiting(asked)
    return Markup(
        '<article class="turn" id="turn-{number}" data-conversation="{conversation}">'
        '<h2 class="question{long}" tabindex="-1">{question}</h2>{body}</article>'
    ).format(
        number=asked.number,
        long=" long" if len(asked.question) > _HEADLINE else "",
        conversation=asked.answer.conversation if asked.answer else "",
        question=asked.question,
        body=body,
    )


def welcome_html(reports: Sequence[ReportInfo]) -> Markup:
    """What the page says before a question: what can be asked of the one chosen report, or of all."""
    if not reports:
        return Markup('<section class="welcome"><p>{}</p></section>').format(
            "The library is empty. Run python -m ingest to add a report, then load this page again."
        )
    return Markup(
        '<section class="welcome"><p class="lead">Ask, and read the answer with its sources. Every figure is either '
        "quoted from the report or calculated in the open, and where the report is silent the answer says so.</p>"
        '<h2 class="eyebrow">Questions to start with</h2><ul class="examples">{}</ul></section>'
    ).format(Markup().join(Markup("<li>{}</li>").format(_ask_button(e)) for e in _examples(reports)))


def _examples(reports: Sequence[ReportInfo]) -> Sequence[str]:
    """Of one report its first questions; of several, of each the first if it can only be about that one."""
    if len(reports) == 1:
        return reports[0].examples[:_EXAMPLES]
    spread = Counter(example for report in reports for example in report.examples)
    firsts = [report.examples[0] for report in reports if report.examples]
    own = [example for example in firsts if spread[example] == 1]
    return (own or list(dict.fromkeys(firsts)))[:_EXAMPLES]


def _waiting(asked: Asked) -> Markup:
    if asked.failure:
        return Markup('<div class="body"><p class="notice failure" role="alert">{}</p></div>').format(asked.failure)
    steps = Markup().join(Markup("<li>{}</li>").format(step.text) for step in asked.steps)
    return Markup('<div class="body"><ol class="steps" role="status">{}</ol></div>').format(steps)


def _answer(asked: Asked, answer: Answer, lookup: Lookup, several_reports: bool) -> Markup:
    sources = gather(answer.citations, lookup, f"t{asked.number}")
    return Markup('<div class="body {status}">{notice}{blocks}{foot}</div>{sources}').format(
        status=answer.status,
        notice=Markup('<p class="notice">{}</p>').format(said) if (said := notice(answer)) else "",
        blocks=blocks_html(answer, sources),
        foot=_foot(asked, answer),
        sources=sources_html(sources, several_reports),
    )


def _foot(asked: Asked, answer: Answer) -> Markup:
    suggestions = Markup().join(map(_ask_button, answer.suggestions))
    follow = Markup('<div class="suggestions" role="group" aria-label="Ask next">{}</div>').format(suggestions)
    thumbs = Markup().join(_thumb(asked, answer, thumb) for thumb in ("up", "down"))
    thanks = Markup('<span class="thanks" role="status">{}</span>').format("Thank you." if asked.thumb else "")
    rating = Markup('<div class="rating" role="group" aria-label="Was this helpful?">{}{}</div>').format(thumbs, thanks)
    return Markup('{}<div class="foot">{}{}</div>').format(follow if suggestions else "", rating, _ANEW)


def _thumb(asked: Asked, answer: Answer, thumb: Thumb) -> Markup:
    label = {"up": "Helpful", "down": "Not helpful"}[thumb]
    return Markup(
        '<button type="button" class="thumb {thumb}" data-thumb="{thumb}" data-answer="{answer}" '
        'aria-pressed="{pressed}" aria-label="{label}" title="{label}">{icon}</button>'
    ).format(
        thumb=thumb, answer=answer.id, pressed="true" if asked.thumb == thumb else "false", label=label, icon=_THUMB
    )


def _ask_button(question: str) -> Markup:
    return Markup('<button type="button" class="ask" data-ask="{0}">{0}</button>').format(question)


_ANEW = Markup('<button type="button" class="anew" data-anew>New conversation</button>')
_THUMB = Markup(
    '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M6.5 17V9l3.4-6c1.1 0 1.9.9 1.7 2l-.5 '
    '3h4.2c.9 0 1.6.9 1.4 1.8l-1.3 5.8c-.2.8-.8 1.4-1.6 1.4H6.5Zm0-8H3.6v8h2.9" fill="none" stroke="currentColor" '
    'stroke-width="1.4" stroke-linejoin="round"/></svg>'
)
