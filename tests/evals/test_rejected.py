import pytest

from bot.answer import Answer
from evals.rejected import no_false_rejection
from tests.evals.answers import asked, listing, money, percent, question, saying

SIZE = {"figure": [money("11.87", period="2025")]}
NAMES = {"items": ["Acme, Inc.", "Beta Ltd."]}
SILENT = saying("It grew.")
CASES = [
    ("the figure", SILENT, "It was USD 11.87 billion in 2025.", SIZE, False),
    ("the figure of another year", SILENT, "It was USD 11.87 billion in 2026.", SIZE, True),
    ("another figure", SILENT, "It was USD 5 billion in 2025.", SIZE, True),
    ("no figure", SILENT, "The report gives no size for 2025.", SIZE, True),
    ("a figure said elsewhere", saying("USD 11.87 billion in 2025."), "It was USD 11.87 billion in 2025.", SIZE, True),
    ("an alternative", SILENT, "It grew by 5%.", {"figure": [[money("1"), percent("5")]]}, False),
    ("a name", listing("Players:", "Acme Inc"), "Beta Limited", NAMES, False),
    ("a name that is listed", listing("Players:", "Acme Inc"), "Acme Inc", NAMES, True),
    ("a strange name", listing("Players:", "Acme Inc"), "Gamma", NAMES, True),
]


@pytest.mark.parametrize(
    ("answered", "rejected", "gold", "right"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_rejection_is_false_when_it_took_what_is_right(
    answered: Answer, rejected: str, gold: dict[str, object], right: bool
) -> None:
    assert no_false_rejection(question(**gold), asked(answered, [rejected])).right is right


def test_a_false_rejection_says_what_was_rejected_and_why() -> None:
    score = no_false_rejection(question(**SIZE), asked(SILENT, ["It was USD 11.87 billion in 2025."]))
    assert "of a test" in score.explanation
    assert score.answer == "It was USD 11.87 billion in 2025."
