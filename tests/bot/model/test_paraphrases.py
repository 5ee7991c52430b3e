"""A model that tells the truth in other words: hardly any of it is refused."""

from tests.bot.model.answers import Desk, wrong_numbers
from tests.bot.model.books import book, questions
from tests.bot.model.paraphrases import paraphrases
from tests.bot.model.test_lies import REPORTS

FALSELY = 0.01
"""Part of true sentences that may be refused."""


def test_true_sentences_in_other_words_are_hardly_ever_refused() -> None:
    told, worded, refused = 0, 0, []
    for report in REPORTS:
        with Desk(book(report)) as desk:
            for case in filter(None, map(desk.case, REPORTS[report] or questions(report)[::3])):
                for sentence in paraphrases(case.shown, case.book):
                    verified = desk.answer(case, sentence)
                    told += 1
                    worded += verified.answerer == "model"
                    if desk.asked > 1:
                        refused.append((case.question, sentence["text"]))
                    assert not wrong_numbers(verified, case.right), sentence["text"]
    assert told >= 150
    assert len(refused) <= FALSELY * told, refused
    assert worded > told / 10
