"""Lists what went wrong, compactly: for whoever works on the bot, and never for the test split."""

from collections.abc import Iterable

from evals.question import Question
from evals.scored import Scored

SHOWN = 300
"""Characters of an answer that are shown."""


def failure_list(scored: Iterable[Scored]) -> str:
    """Id, turns, what was expected, the answer and why, of every answer that fails or lost something to verification.

    Of the test split only how many there are.
    """
    failing = [s for s in scored if s.failures or s.result.rejections]
    kept_apart = sum(s.question.split == "test" for s in failing)
    blocks = [_block(s) for s in failing if s.question.split != "test"]
    if kept_apart:
        blocks.append(f"{kept_apart} failures of the test split, which nobody may read")
    return "\n\n".join(blocks)


def _block(scored: Scored) -> str:
    question, answer = scored.question, scored.result.answer
    text = " ".join(answer.text.split())
    shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."
    why = [f"  {name}: {score.explanation}{_given(score.answer)}" for name, score in scored.failures.items()]
    why += [f"  rejected: {rejection.why} <- {rejection.sentence}" for rejection in scored.result.rejections]
    status = f"{answer.status}, {answer.reason}" if answer.reason else answer.status
    asked = f"{question.id}  ({question.report})\n  Q {' >> '.join(question.turns)}"
    return "\n".join([asked, f"  expected {expected(question)}", f"  A [{status}] {shown}", *why])


def expected(question: Question) -> str:
    """The gold on one line."""
    expect = question.expect
    parts = ["; ".join(" or ".join(str(gold) for gold in entry) for entry in expect.figure)]
    parts.append(", ".join(entry[0] for entry in expect.items))
    parts.append(" + ".join("/".join(entry) for entry in expect.contains))
    if expect.declined is not None:
        parts.append("declined" if expect.declined else "not declined")
    parts.append("/".join(expect.status))
    parts.append("no figures" if expect.no_figures else "")
    return " | ".join(part for part in parts if part)


def _given(answer: str) -> str:
    return f" <- {answer[:160]}" if answer else ""
