"""One sentence with what is needed to judge it."""

from bot.bench import Bench
from bot.evidence import Calculation, Operand, Sentence
from tests.bot.sources import cite, figure

SIZE = cite("The widget market was USD 11.87 billion in 2025. It will be USD 13.70 billion in 2026.")
GROWTH = Calculation("growth", tuple(Operand(figure(SIZE, text), SIZE) for text in ("11.87", "13.70")))


def bench(text: str, echo: tuple[str, ...] = (), before: str = "", question: str = "Is it 19%?") -> Bench:
    return Bench(Sentence(text, (SIZE,), echo=echo), question, before)


def test_a_calculation_s_sources_are_cited_with_it_once() -> None:
    assert Bench(Sentence("It grows.", (SIZE,), GROWTH), "", "").evidence == (SIZE,)


def test_what_it_refers_back_to_is_heard_with_it() -> None:
    assert bench("It grew.", before="Hospitals led.").heard == "Hospitals led. It grew."
    assert bench("Clinics grew.", before="Hospitals led.").heard == "Clinics grew."


def test_a_denial_of_the_question_s_own_figure_needs_no_source() -> None:
    assert bench("No, the report does not say 19%.", ("19%",)).denies
    assert not bench("No, the report does not say 19% but 14%.", ("19%",)).denies
    assert not bench("The report does not say.").denies


def test_a_quotation_of_a_whole_sentence_speaks_for_itself() -> None:
    quoting = bench("It says: “It will be USD 13.70 billion in 2026”.")
    inside = quoting.claims.text.index("USD")
    assert quoting.is_excused((inside, inside + 17))
    assert not bench("It says: “It will be USD 13.71 billion in 2026”.").quoted
    assert not bench("It says: “USD 13.70 billion in 2026”.").quoted
