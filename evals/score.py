"""Scores one answer against its gold. Every score says why; nothing here asks a model."""

from collections.abc import Callable, Iterator
from itertools import chain

from bot.answer import Answer
from evals.figures import claims, is_stated, others
from evals.grounded import figures_checked, ungrounded
from evals.names import names_any, says, stands_in
from evals.question import Question
from evals.rejected import no_false_rejection
from evals.scored import AskResult, Score, Scored
from evals.statements import listed
from ingest.domain import Kind

PassageText = Callable[[str], str | None]
"""The text at an address, None when there is none."""

FIGURE_KINDS: frozenset[Kind] = frozenset({"money", "percent", "multiple"})
"""Kinds a declined answer, or one without figures, may not state."""


def score(question: Question, result: AskResult, passage_text: PassageText) -> Scored:
    """Every score that the question's gold asks for, by the rules of evals/questions/README.md."""
    answer = result.answer
    counted = {"no wrong figure": no_wrong_figure(question, answer), "verbatim": verbatim(answer, passage_text)}
    counted["grounded"] = grounded(question, answer)
    if question.expect.figure or question.expect.items:
        counted["no false rejection"] = no_false_rejection(question, result)
    if question.expect.reason:
        counted["reason"] = reason(question, answer)
    return Scored(question, result, dict(_required(question, answer)), counted)


def _required(question: Question, answer: Answer) -> Iterator[tuple[str, Score]]:
    expect = question.expect
    if expect.figure:
        yield "figure", figure(question, answer)
    if expect.items:
        yield "list recall", list_recall(question, answer)
    if expect.exact:
        yield "list precision", list_precision(question, answer)
    if expect.contains:
        yield "contains", contains(question, answer)
    if expect.declined is not None or expect.status:
        yield "status", status(question, answer)
    if expect.no_figures:
        yield "no figures", no_figures(answer)
    if question.must_cite:
        yield "cited", cited(question, answer)
    if question.forbid:
        yield "forbidden", forbidden(question, answer)


def figure(question: Question, answer: Answer) -> Score:
    """Of each entry one alternative is stated: value, kind, currency, unit and period."""
    entries = question.expect.figure
    missing = [entry for entry in entries if not any(is_stated(gold, answer) for gold in entry)]
    wanted = "; ".join(" or ".join(str(gold) for gold in entry) for entry in missing)
    return Score(float(not missing), _numbers(answer), f"not stated: {wanted}" if missing else "all stated")


def list_recall(question: Question, answer: Answer) -> Score:
    """The share of the names that stand in the answer's text."""
    items = question.expect.items
    missing = [spellings[0] for spellings in items if not names_any(spellings, answer.text)]
    why = f"not named: {', '.join(missing)}" if missing else "all named"
    return Score(1 - len(missing) / len(items), f"{len(items) - len(missing)} of {len(items)}", why, len(items))


def list_precision(question: Question, answer: Answer) -> Score:
    """The share of the answer's list items that are one of the names; without a list none is wrong."""
    shown = listed(answer)
    names = tuple(chain.from_iterable(question.expect.items))
    strange = [item for item in shown if not names_any(names, item)]
    if not shown:
        return Score(1.0, "", "no list", 0)
    why = f"none of the names: {'; '.join(strange)}" if strange else "each is one of the names"
    return Score(1 - len(strange) / len(shown), "; ".join(shown), why, len(shown))


def contains(question: Question, answer: Answer) -> Score:
    """Of each entry one alternative occurs in the text."""
    missing = [e for e in question.expect.contains if not any(stands_in(wanted, answer.text) for wanted in e)]
    wanted = "; ".join(" or ".join(entry) for entry in missing)
    return Score(float(not missing), "", f"does not contain {wanted}" if missing else "contains all")


def status(question: Question, answer: Answer) -> Score:
    """The status is one of the accepted ones."""
    expect = question.expect
    right = answer.status in expect.status if expect.status else True
    if expect.declined is not None:
        right = right and (answer.status == "declined") == expect.declined
    accepted = " or ".join(expect.status) or ("declined" if expect.declined else "not declined")
    return Score(float(right), answer.status, f"should be {accepted}")


def reason(question: Question, answer: Answer) -> Score:
    """Declined for the reason the gold gives."""
    wanted = question.expect.reason
    return Score(float(answer.reason == wanted), str(answer.reason), f"should be {wanted}")


def no_figures(answer: Answer) -> Score:
    """The text states no money, percent or multiple."""
    said = _figures(answer)
    return Score(float(not said), "; ".join(said), "states figures" if said else "states none")


def cited(question: Question, answer: Answer) -> Score:
    """One of the strings stands in the quote of some citation."""
    quotes = [citation.quote for citation in answer.citations]
    right = any(stands_in(wanted, quote) for wanted in question.must_cite for quote in quotes)
    why = "cited" if right else f"no quote has {' or '.join(question.must_cite)}"
    return Score(float(right), " | ".join(quotes), why)


def forbidden(question: Question, answer: Answer) -> Score:
    """None of the strings stands in the text."""
    found = [wrong for wrong in question.forbid if says(wrong, answer.text)]
    return Score(float(not found), "; ".join(found), "says what is forbidden" if found else "says none of it")


def no_wrong_figure(question: Question, answer: Answer) -> Score:
    """No figure stands in the place of the right one, nor where there is none to give; none is forbidden, and none is
    stated that its citations do not say."""
    wrong = [said for said in question.forbid if any(c.isdigit() for c in said) and says(said, answer.text)]
    if answer.status != "declined":
        wrong += _instead(question, answer)
    wrong += [claim.number.text for claim in ungrounded(answer, " ".join(question.turns))]
    return Score(float(not wrong), "; ".join(wrong), "states a wrong figure" if wrong else "none is wrong")


def grounded(question: Question, answer: Answer) -> Score:
    """Every figure stands in what its own sentence cites, or is the result of a calculation that adds up."""
    checked, loose = figures_checked(answer), ungrounded(answer, " ".join(question.turns))
    said = "; ".join(f"{claim.number.text} in {claim.statement.text}" for claim in loose)
    why = "its citations do not say it" if loose else "every figure is in what it cites"
    return Score(1 - len(loose) / len(checked) if checked else 1.0, said, why, len(checked))


def verbatim(answer: Answer, passage_text: PassageText) -> Score:
    """Every quote is its passage's text from ``start`` to ``end``."""
    altered = [
        citation
        for citation in answer.citations
        if (text := passage_text(citation.passage)) is None or text[citation.start : citation.end] != citation.quote
    ]
    why = "; ".join(f"{citation.passage} does not say it at {citation.start}" for citation in altered)
    return Score(float(not altered), " | ".join(c.quote for c in altered), why or "every quote is verbatim")


def _instead(question: Question, answer: Answer) -> list[str]:
    expect = question.expect
    if expect.declined or expect.no_figures:
        return _figures(answer)
    golds = tuple(chain.from_iterable(expect.figure))
    if not golds or any(is_stated(gold, answer) for gold in golds):
        return []
    return [claim.number.text for claim in others(answer, golds)]


def _figures(answer: Answer) -> list[str]:
    return [claim.number.text for claim in claims(answer) if claim.number.kind in FIGURE_KINDS]


def _numbers(answer: Answer) -> str:
    return "; ".join(claim.number.text for claim in claims(answer))
