"""Writes a bench for readers and as JSON."""

import json
from dataclasses import asdict

from evals.bench.answering import Answering
from evals.bench.comparing import Standing
from evals.bench.ingesting import Ingesting
from evals.bench.run import ANSWERS_GOAL, INGEST_GOAL, Bench
from evals.bench.starting import Starting


def as_json(bench: Bench) -> str:
    """Every measurement, with the goals and whether they are met."""
    goals = {
        "answer_over_embedding": {"goal": ANSWERS_GOAL, "met": bench.answering.ratio.middle <= ANSWERS_GOAL},
        "ingest_over_encoder": {"goal": INGEST_GOAL, "met": bench.ingesting.ratio >= INGEST_GOAL},
    }
    return json.dumps({**asdict(bench), "goals": goals}, indent=2)


def table(bench: Bench) -> str:
    """The bench for a terminal."""
    parts = (
        _answers(bench.answering),
        _beside(bench.product, bench.tutorial),
        _ingest(bench.ingesting),
        _starts(bench.starting),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def _answers(found: Answering) -> list[str]:
    searched = f"{found.searched} of {found.questions} questions, the ledger answered the others"
    return [
        f"answers: {found.questions} questions about the corpus",
        _line("p50, p95", f"{found.p50_ms:.1f} ms, {found.p95_ms:.1f} ms"),
        _line("embedding the same questions, p50", f"{found.embedding_p50_ms:.1f} ms"),
        _line("answer p50 / embedding p50", f"{found.ratio}{_goal(found.ratio.middle <= ANSWERS_GOAL, '<= 2')}"),
        _line("the same where passages were searched", f"{found.searched_ratio}   {searched}"),
        _line("part of all answering spent embedding", f"{found.share:.0%}"),
    ]


def _beside(product: Standing, tutorial: Standing) -> list[str]:
    def row(name: str, of: str) -> str:
        return f"  {name:<44}{of}"

    def columns(left: str, right: str) -> str:
        return f"{left:>18}{right:>18}"

    pair = (product, tutorial)
    right, figures, wrong = (
        [f"{count} of {of} ({count / max(of, 1):.0%})" for count, of in counts]
        for counts in (
            [(s.right, s.questions) for s in pair],
            [(s.figures_right, s.figure_questions) for s in pair],
            [(s.wrong_figures, s.questions) for s in pair],
        )
    )
    times = [f"{s.p50_ms:.1f}, {s.p95_ms:.1f} ms" for s in pair]
    return [
        row("the same questions", columns("product", "tutorial chain")),
        row("right", columns(*right)),
        row("figure right", columns(*figures)),
        row("wrong figure", columns(*wrong)),
        row("p50, p95", columns(*times)),
    ]


def _ingest(found: Ingesting) -> list[str]:
    return [
        f"ingest: {found.passages} passages of {found.reports} reports",
        _line("read, quantities, embed, store, index", f"{found.whole} passages/s"),
        _line("the bare encoder on the same passages", f"{found.bare} passages/s"),
        _line("fastest ingest / fastest encoder", f"{found.ratio:.2f}{_goal(found.ratio >= INGEST_GOAL, '>= 0.8')}"),
        _line("ingest / encoder, pair by pair", f"{found.pairs}"),
    ]


def _starts(found: Starting) -> list[str]:
    memory = {"terminal": found.terminal_mb, "serving": found.serving_mb, "ingest": found.ingest_mb}
    peaks = ", ".join(f"{name} {_megabytes(peak)}" for name, peak in memory.items())
    return [
        "processes",
        _line("start to first answer, from the ledger", f"{found.ledger_answer_s} s"),
        _line("start to first answer, with a search", f"{found.search_answer_s} s"),
        _line("start to /readyz", f"{found.ready_s} s"),
        _line("peak memory", peaks),
    ]


def _line(name: str, value: str) -> str:
    return f"  {name:<44}{value}"


def _goal(met: bool, goal: str) -> str:
    return f"   goal {goal}: {'met' if met else 'MISSED'}"


def _megabytes(peak: float | None) -> str:
    return "not known here" if peak is None else f"{peak:.0f} MB"
