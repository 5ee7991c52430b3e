import pytest

from bot.answer import Answer, Calculation, CalculationBlock, CalculationOperand, Citation, CitedText, ParagraphBlock
from evals.grounded import ungrounded
from tests.evals.answers import answer, citation, listing, saying


def cell(quote: str, column: str, table: str = "Revenue by region") -> Citation:
    return citation(1, quote).model_copy(update={"table": table, "row": "Asia", "column": column})


def in_cell(text: str, cited: Citation) -> Answer:
    sentence = CitedText(text=text, citations=(1,))
    return answer(ParagraphBlock(sentences=(sentence,))).model_copy(update={"citations": (cited,)})


def calculated(said: str, formula: str, result: str) -> Answer:
    operands = (
        CalculationOperand(value="11.87", unit="USD billion", period="2025", citation=1),
        CalculationOperand(value="13.70", unit="USD billion", period="2026", citation=1),
    )
    calculation = Calculation(formula=formula, operands=operands, result=result, unit="USD billion")
    blocks = (
        ParagraphBlock(sentences=(CitedText(text=said, citations=(1,), calculation=0),)),
        CalculationBlock(calculation=0),
    )
    return answer(*blocks, quotes=["USD 11.87 billion, then USD 13.70 billion"], calculations=(calculation,))


GROUNDED = [
    ("said alike", saying("It was USD 11.87 billion.", quotes=["It was USD 11.87 billion."])),
    ("another scale", saying("It was USD 11.87 billion.", quotes=["It was $11,870 million."])),
    ("a bare dollar of another country", saying("It was NZD 36.8 million.", quotes=["It was $36.8 million."])),
    ("rounded", saying("It was USD 11.9 billion.", quotes=["It was USD 11.87 billion."])),
    ("a fall said without its sign", saying("It fell by 4.0%.", quotes=["It changed by -4.0%."])),
    ("spelled out", saying("It has 8 chapters.", quotes=["It has eight chapters."])),
    ("dots for thousands", saying("It asked 1,850 homes.", quotes=["It asked 1.850 homes."])),
    ("a cell", in_cell("It was USD 241 million.", cell("241", "2024 (USD million)"))),
    ("a cell whose unit is elsewhere", in_cell("It was USD 1.86 billion.", cell("1,860", "2024"))),
    ("a cell with a decimal comma", in_cell("It was 29.1%.", cell("29,1", "Share"))),
    ("a sum", calculated("It added USD 1.83 billion.", "13.70 − 11.87", "1.83")),
    ("denied", saying("The report does not say 19%.", quotes=[])),
    ("items counted", listing("It names 2 companies:", "Acme", "Beta")),
    ("a year", saying("It grew in 2025.", quotes=[])),
]


@pytest.mark.parametrize("answered", [case[1] for case in GROUNDED], ids=[case[0] for case in GROUNDED])
def test_a_figure_is_grounded(answered: Answer) -> None:
    assert ungrounded(answered, "Is it 19%?") == []


UNGROUNDED = [
    ("another number", saying("It was USD 11.87 billion.", quotes=["It was USD 13.70 billion."])),
    ("no citation", saying("It was USD 11.87 billion.", quotes=[])),
    ("another scale", saying("It was USD 11.87 million.", quotes=["It was USD 11.87 billion."])),
    ("another currency", saying("It was EUR 11.87 billion.", quotes=["It was USD 11.87 billion."])),
    ("another dollar", saying("It was NZD 36.8 million.", quotes=["It was US$36.8 million."])),
    ("wrongly rounded", saying("It was USD 11.8 billion.", quotes=["It was USD 11.87 billion."])),
    ("finer than the source", saying("It was USD 4.213 billion.", quotes=["It was USD 4.2 billion."])),
    ("points for percent", saying("It grew by 5%.", quotes=["It grew by 5 percentage points."])),
    ("a fall said as a rise", saying("It grew by 4.0%.", quotes=["It changed by -4.0%."])),
    ("another cell", in_cell("It was USD 242 million.", cell("241", "2024 (USD million)"))),
    ("a sum that does not add up", calculated("It added USD 1.93 billion.", "13.70 − 11.87", "1.93")),
    ("a sum of other numbers", calculated("It added USD 2.83 billion.", "14.70 − 11.87", "2.83")),
    ("not what was calculated", calculated("It added USD 7 billion.", "13.70 − 11.87", "1.83")),
    ("affirmed from the question", saying("Yes, it is 19%.", quotes=[])),
    ("items miscounted", listing("It names 3 companies:", "Acme", "Beta")),
]


@pytest.mark.parametrize("answered", [case[1] for case in UNGROUNDED], ids=[case[0] for case in UNGROUNDED])
def test_a_figure_is_not_grounded(answered: Answer) -> None:
    assert ungrounded(answered, "Is it 19%?")
