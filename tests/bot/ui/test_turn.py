"""Turns as HTML, hostile ones too."""

import re
from html.parser import HTMLParser

import pytest

from bot.answer import Answer, HandoffBlock, TableBlock, TableRow
from bot.desk import PassageView, ReportInfo, Step
from bot.room import TableView
from bot.ui.masthead import masthead_html
from bot.ui.turn import Asked, turn_html, welcome_html
from tests.bot.fakes import ADDED, CHART, CONTACT, DECLINED, FIGURE, LIST, PASSAGES, REPORT, TABLE, paragraph

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus=alert(1) '",
    "</mark></details><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{title}{0}{{value}}${alert(1)}%s",
]
ALLOWED = {
    "article", "header", "h1", "h2", "h3", "p", "div", "span", "ul", "ol", "li", "sup", "a", "aside", "details",
    "summary", "mark", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "section",
    "button", "svg", "title", "desc", "line", "polyline", "circle", "text", "path",
}  # fmt: skip


class Audit(HTMLParser):
    """Collects whatever could run: foreign elements, handlers, addresses of other schemes."""

    def __init__(self) -> None:
        super().__init__()
        self.offences: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.offences.append(tag)
        for name, value in attrs:
            scheme = (
                (value or "").partition(":")[0] if name in ("href", "src") and not (value or "").startswith("#") else ""
            )
            if name.startswith("on") or name == "style" or scheme not in ("", "https", "http", "mailto", "tel"):
                self.offences.append(f"{tag} {name}={value}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.offences.append(f"</{tag}> out of place")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()


def offences(html: str) -> list[str]:
    audit = Audit()
    audit.feed(html)
    audit.close()
    return audit.offences + audit.open


def turn(answer: Answer, question: str = "How big?") -> str:
    return str(turn_html(Asked(1, question, answer=answer), PASSAGES.get, several_reports=True))


@pytest.mark.parametrize("answer", [FIGURE, LIST, ADDED, CHART, TABLE, DECLINED])
def test_every_answer_is_well_formed(answer: Answer) -> None:
    assert offences(turn(answer)) == []


@pytest.mark.parametrize("answer", [FIGURE, LIST, ADDED, CHART, TABLE, DECLINED])
def test_every_citation_can_be_opened(answer: Answer) -> None:
    html = turn(answer)
    for citation in answer.citations:
        assert f'data-cite="{citation.number}"' in html
    for target in {part.split('"')[0] for part in html.split('data-source="')[1:]}:
        assert f'<details class="source" id="{target}"' in html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_is_said_becomes_markup(payload: str) -> None:
    hostile = FIGURE.model_copy(
        update={
            "id": payload,
            "blocks": (
                paragraph(payload, 1),
                TableBlock(title=payload, header=(payload,), rows=(TableRow(cells=(payload,), citations=(1,)),)),
                HandoffBlock(text=payload, name=payload, role=payload, email=payload, phone=payload, url=payload),
                *CHART.blocks[1:],
            ),
            "citations": (FIGURE.citations[0].model_copy(update={"url": payload, "title": payload}),),
            "suggestions": (payload,),
        }
    )
    table = TableView(title=payload, header=(payload,), rows=((payload,),), row=0, column=0)
    for shown in (None, table):
        view = PassageView(
            address="x", report=payload, title=payload, heading=(payload,), text=payload, start=0, end=1, table=shown
        )
        asked = Asked(1, payload, answer=hostile)
        html = str(turn_html(asked, lambda address, view=view: view, several_reports=True))  # type: ignore[misc]
        assert offences(html) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_title_or_example_becomes_markup(payload: str) -> None:
    report = ReportInfo(id="x", title=payload, publisher=payload, edition=payload, url=payload, examples=(payload,))
    assert offences(str(welcome_html([report]))) == []
    assert offences(masthead_html([report], None)) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_step_or_failure_becomes_markup(payload: str) -> None:
    for asked in (Asked(1, payload, steps=(Step(name="x", text=payload),)), Asked(1, payload, failure=payload)):
        assert offences(str(turn_html(asked, PASSAGES.get, several_reports=False))) == []


def test_a_calculation_shows_formula_result_and_operands() -> None:
    html = turn(ADDED)
    assert "Calculated, not published" in html
    assert "4.24 − 2.10" in html
    assert "= USD 2.14 billion" in html
    assert html.count("<li>") == len(ADDED.calculations[0].operands)


def test_a_calculation_no_block_shows_is_shown_all_the_same() -> None:
    hidden = ADDED.model_copy(update={"blocks": ADDED.blocks[:1]})
    assert turn(hidden).count('class="calculation"') == 1


def test_a_declined_answer_has_its_notice_and_a_person() -> None:
    html = turn(DECLINED)
    assert '<p class="notice">I found no such figure in the report.</p>' in html
    assert f'href="mailto:{CONTACT.email}"' in html
    assert 'href="tel:+15550104477"' in html


def test_a_whole_answer_has_no_notice() -> None:
    assert "notice" not in turn(FIGURE)


def test_a_thumb_that_was_given_is_pressed() -> None:
    asked = Asked(1, "How big?", answer=FIGURE, thumb="down")
    html = str(turn_html(asked, PASSAGES.get, several_reports=False))
    assert html.count('aria-pressed="true"') == 1
    assert "Thank you." in html


def test_the_welcome_of_one_report_offers_its_questions() -> None:
    assert str(welcome_html([REPORT])).count("<button") == len(REPORT.examples)


def test_the_welcome_of_several_offers_what_can_only_be_about_one_of_them() -> None:
    other = REPORT.model_copy(update={"examples": ("How big are kites?", "Who are the players?")})
    third = REPORT.model_copy(update={"examples": ("Who are the players?",)})
    html = str(welcome_html([REPORT, other, third]))
    assert re.findall(r'data-ask="([^"]+)"', html) == ["How big is the market?", "How big are kites?"]
    assert str(welcome_html([third, third])).count("<button") == 1


def test_an_empty_library_says_what_to_do() -> None:
    assert "python -m ingest" in str(welcome_html([]))


@pytest.mark.parametrize("line", ["Gelesen als: “How big is the market?”", "فُهم السؤال هكذا: “How big is the market?”"])
def test_the_line_on_how_a_question_was_read_is_shown(line: str) -> None:
    told = FIGURE.model_copy(update={"blocks": (*FIGURE.blocks, paragraph(line))})
    html = str(turn_html(Asked(1, "Wie groß ist der Markt?", answer=told), PASSAGES.get, several_reports=False))
    assert line in html
    assert offences(html) == []
