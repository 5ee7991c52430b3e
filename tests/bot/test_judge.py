"""The table of sentences: what may be said of a source, and what may not."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.bench import Bench
from bot.evidence import Calculation, Evidence, Operand, Sentence
from bot.judge import Verdict, judge
from bot.support import CHECKS, Check
from ingest.domain import Table
from tests.bot.sources import Case, cases, cite, cite_row, figure

CASES = cases(Path(__file__).with_name("verify_cases.txt"))


def judged(text: str, *evidence: Evidence, calculation: Calculation | None = None, before: str = "") -> Verdict:
    return judge(Bench(Sentence(text, evidence, calculation), "", before))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{'+' if case.supported else '-'} {case.sentence}")
def test_a_sentence_is_kept_only_if_its_source_says_so(case: Case) -> None:
    why = judged(case.sentence, cite(case.source, case.title)).why
    assert (not why) is case.supported, why or "kept"


def test_the_table_would_notice_a_verifier_that_is_always_content_or_never() -> None:
    assert len(CASES) >= 120
    assert sum(case.supported for case in CASES) >= 50
    assert sum(not case.supported for case in CASES) >= 70


@pytest.mark.parametrize("left_out", CHECKS, ids=lambda check: check.why)
def test_leaving_a_check_out_lets_a_false_sentence_through(left_out: Check) -> None:
    others = tuple(check for check in CHECKS if check is not left_out)
    false = (case for case in CASES if not case.supported)
    benches = (Bench(Sentence(c.sentence, (cite(c.source, c.title),)), "", "", checks=others) for c in false)
    assert any(not judge(bench).why for bench in benches)


SIZE = cite("The widget market reached USD 12.4 billion in 2024. Hospitals held 41% of it.")

DISGUISED = [
    ("zero-width characters", "The market reached USD 1\u200b3 billion in 2024."),
    ("a soft hyphen", "The market reached USD 1\u00ad3 billion in 2024."),
    ("full-width digits", "The market reached USD \uff11\uff13 billion in 2024."),
    ("arabic digits", "The market reached USD \u0661\u0663 billion in 2024."),
    ("a superscript", "The market reached USD 12\u2074 billion in 2024."),
    ("a fraction", "The market reached USD 12\u00bd billion in 2024."),
    ("number words", "The market reached thirteen billion dollars in 2024."),
    ("a percent in words", "Hospitals held forty-two percent of it."),
    ("a link", "The market reached [USD 12.4 billion](https://x.example/13) in 2024."),
    ("a mark of its own", "The market reached USD 12.4 billion in 2024 [7]."),
    ("a right-to-left override", "The market reached USD \u202e3.21\u202c billion in 2024."),
    ("a roman numeral sign", "The market reached \u216b billion in 2024."),
]
UNDISGUISED = [
    ("a no-break space", "The market reached USD\u00a012.4\u00a0billion in 2024."),
    ("a narrow no-break space", "The market reached USD\u202f12.4\u202fbillion in 2024."),
    ("full-width digits", "The market reached USD \uff11\uff12.4 billion in 2024."),
    ("zero-width characters", "The market reached USD 12\u200b.4 billion in 2024."),
    ("a word joiner", "Hospitals held 41\u2060%."),
]


@pytest.mark.parametrize(("how", "text"), DISGUISED, ids=[how for how, _ in DISGUISED])
def test_a_disguised_number_is_seen(how: str, text: str) -> None:
    assert judged(text, SIZE).why


@pytest.mark.parametrize(("how", "text"), UNDISGUISED, ids=[how for how, _ in UNDISGUISED])
def test_typography_does_not_make_a_true_number_false(how: str, text: str) -> None:
    assert not judged(text, SIZE).why


def test_what_is_shown_is_what_was_read() -> None:
    assert judged("It reached USD 12\u200b.4\u00a0billion.", SIZE).sentence.text == "It reached USD 12.4 billion."


def test_whole_sentences_of_the_quote_are_supported_as_they_stand() -> None:
    text = "Some 3 in 5 buyers, or thereabouts, wait for Q7. Others don't. A third buys at once."
    quoted = cite(text)
    assert not judged("Some 3 in 5 buyers, or thereabouts, wait for Q7.", quoted).why
    assert not judged("Some 3 in 5 buyers, or thereabouts, wait for Q7. Others don't.", quoted).why
    assert judged("Some 3 in 6 buyers, or thereabouts, wait for Q7.", quoted).why


def test_a_part_of_a_sentence_is_not_its_sentence() -> None:
    denied = cite("It is not true that the widget market reached USD 12.4")
    assert judged("reached USD 12.4 billion", denied).why


BAD_QUOTES = {
    "empty": {"start": 4, "end": 4},
    "blank": {"start": 3, "end": 4},
    "backwards": {"start": 9, "end": 3},
    "beyond the text": {"start": 0, "end": 999},
    "before the text": {"start": -5, "end": 10},
    "inside a number": {"start": SIZE.text.index("2.4"), "end": len(SIZE.text)},
    "inside a word": {"start": 1, "end": len(SIZE.text)},
}


@pytest.mark.parametrize("bounds", BAD_QUOTES.values(), ids=BAD_QUOTES.keys())
def test_a_quote_that_is_not_verbatim_supports_nothing(bounds: dict[str, int]) -> None:
    assert judged("The market is large.", replace(SIZE, **bounds)).why  # type: ignore[arg-type]


def test_a_quantity_outside_the_quote_supports_nothing() -> None:
    narrow = replace(SIZE, end=SIZE.text.index(" Hospitals"))
    assert judged("Hospitals held 41% of it.", narrow).why


def test_it_refers_to_the_sentence_before() -> None:
    assert not judged("They held 41% of it.", SIZE, before="Hospitals are the largest buyers.").why
    assert judged("They held 41% of it.", SIZE, before="Clinics are the largest buyers.").why
    assert judged("The rest held 41% of it.", SIZE, before="Hospitals are the largest buyers.").why


def test_labels_lend_their_years_and_places() -> None:
    table = Table(
        "Widget market size by region, USD million", ("Region", "2024", "2025"), (("Japan", "842", "951"),), "t.csv"
    )
    row = cite_row(table, 0)
    assert not judged("In Japan the market was USD 842 million in 2024.", row).why
    assert not judged("In Japan the market was USD 0.95 billion in 2025.", row).why
    assert judged("In Japan the market was USD 951 million in 2024.", row).why
    assert judged("In China the market was USD 842 million in 2024.", row).why
    assert judged("The market was USD 842 million in 2024.", row).why
    assert judged("In Japan the market was USD 842 billion in 2024.", row).why


def test_right_digits_of_another_row_are_wrong() -> None:
    rows = (("Japan", "842"), ("China", "610"))
    table = Table("Widget market size by region, USD million", ("Region", "2024"), rows, "t.csv")
    assert judged("In China the market was USD 842 million in 2024.", cite_row(table, 1)).why
    assert judged("In China the market was USD 842 million in 2024.", cite_row(table, 0), cite_row(table, 1)).why
    assert not judged("In China the market was USD 610 million in 2024.", cite_row(table, 0), cite_row(table, 1)).why


GROWING = cite(
    "The widget market was USD 11.87 billion in 2025. It will be USD 13.70 billion in 2026, a gain over 2025."
)
A, B = figure(GROWING, "11.87"), figure(GROWING, "13.70")
GROWTH = Calculation("growth", (Operand(A, GROWING), Operand(B, GROWING)))


def test_a_result_may_be_said_as_computed_or_coarser() -> None:
    assert not judged("The market grows by 15.4% from 2025 to 2026.", calculation=GROWTH).why
    assert not judged("The market grows by 15% in 2026.", calculation=GROWTH).why
    assert not judged("From USD 11.87 billion to USD 13.70 billion, it grows by 15.4%.", calculation=GROWTH).why
    assert judged("The market grows by 15.42% from 2025 to 2026.", calculation=GROWTH).why
    assert judged("The market grows by 15.5% from 2025 to 2026.", calculation=GROWTH).why
    assert judged("The market grows by 15.4% from 2025 to 2027.", calculation=GROWTH).why
    assert judged("The market shrinks by 15.4% from 2025 to 2026.", calculation=GROWTH).why
    assert judged("The market grows by 15.4% in 2025.", calculation=GROWTH).why


def test_an_operand_must_stand_in_its_own_quote() -> None:
    invented = replace(B, value=B.value * 2)
    assert judged("It grows.", calculation=Calculation("growth", (Operand(A, GROWING), Operand(invented, GROWING)))).why
    hidden = replace(GROWING, end=GROWING.text.index(" It will"))
    assert judged("It grows.", calculation=Calculation("growth", (Operand(A, hidden), Operand(B, hidden)))).why


def test_a_calculation_that_cannot_be_done_takes_its_sentence_with_it() -> None:
    assert judged("It grows.", calculation=Calculation("growth", (Operand(B, GROWING), Operand(A, GROWING)))).why


def test_a_year_inside_a_stated_rate_s_span_may_be_calculated() -> None:
    source = cite(
        "The widget market was USD 10.00 billion in 2025 and will grow at a CAGR of 10.00% from 2025 to 2030."
    )
    operands = (Operand(figure(source, "10.00 billion"), source), Operand(figure(source, "10.00%"), source))
    in_2027 = Calculation("at_rate", operands, 2)
    assert not judged("At that rate the market would be USD 12.10 billion in 2027.", calculation=in_2027).why
    assert judged("At that rate the market would be USD 12.10 billion in 2028.", calculation=in_2027).why
    assert judged("At that rate the market would be USD 12.20 billion in 2027.", calculation=in_2027).why
    assert judged("It would be USD 17.72 billion in 2031.", calculation=replace(in_2027, years=6)).why


def test_a_sentence_that_cites_nothing_may_say_nothing_that_could_be_wrong() -> None:
    assert not judged("Hello! Ask me about the report.").why
    assert judged("It was USD 4 billion.").why
    assert judged("It was worth a lot in 2024.").why
    assert judged("It is large in Japan.").why


def test_a_premise_may_be_denied_beside_what_the_report_says() -> None:
    source = cite("The widget market will grow at a CAGR of 14.99% from 2025 to 2032.")
    denial = Sentence("The report gives a CAGR of 14.99%, not 19%.", (source,), echo=("19%",))
    assert not judge(Bench(denial, "It grows 19%, right?", "")).why
    assert judge(Bench(denial, "How fast does it grow?", "")).why
    assert judge(Bench(replace(denial, text="The report gives a CAGR of 19%."), "It grows 19%, right?", "")).why
    assert judge(Bench(replace(denial, text="It is not 14.98%, but 19%."), "It grows 19%, right?", "")).why
