"""Finds the true figures and names that verification took out of an answer: a gate that rejects them is a defect."""

from evals.figures import Claim, is_stated, states
from evals.names import names_any
from evals.question import Question
from evals.scored import AskResult, Score
from evals.statements import Statement


def no_false_rejection(question: Question, result: AskResult) -> Score:
    """No rejected sentence had a figure or a name of the gold that the answer then lacks."""
    lost = [r for r in result.rejections if _has_lost_figure(question, result, r.sentence)]
    lost += [r for r in result.rejections if r not in lost and _has_lost_name(question, result, r.sentence)]
    why = "; ".join(f"rejected what is right: {rejection.why}" for rejection in lost)
    said = " | ".join(rejection.sentence for rejection in lost)
    return Score(float(not lost), said, why or "nothing right was rejected")


def _has_lost_figure(question: Question, result: AskResult, sentence: str) -> bool:
    entries = question.expect.figure
    lost = [gold for entry in entries if not any(is_stated(g, result.answer) for g in entry) for gold in entry]
    statement = Statement(sentence)
    return any(states(Claim(number, statement), gold) for number in statement.numbers for gold in lost)


def _has_lost_name(question: Question, result: AskResult, sentence: str) -> bool:
    lost = [names for names in question.expect.items if not names_any(names, result.answer.text)]
    return any(names_any(names, sentence) for names in lost)
