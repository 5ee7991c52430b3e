"""The command: python -m evals asks the questions and scores the answers; its other commands measure and fit."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.baseline import BASELINE, Baseline, Kept, as_json, fallen, kept_of, read_baseline, risen, write_baseline
from evals.comparison import Comparison, compare
from evals.comparison import as_json as compared
from evals.comparison import table as side_by_side
from evals.evaluate import evaluate
from evals.failures import failure_list
from evals.question import QUESTIONS, Question, Split, load_questions
from evals.results import RESULTS, results, write_results
from evals.scorecard import Scorecard, intervals_of, scorecard, table
from evals.scored import Scored
from evals.sections import put
from ingest.errors import FootnoteError
from ingest.settings import IngestSettings

SPLITS: dict[str, tuple[Split, ...]] = {"dev": ("dev",), "test": ("test",), "all": ("dev", "test")}


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, 1 when a score fell below the baseline, 2 when nothing could be asked."""
    options = parser().parse_args(arguments)
    try:
        return COMMANDS.get(options.command, _evaluate)(options)
    except FootnoteError as error:
        print(error, file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(
        prog="python -m evals", description="Ask questions with known answers.", allow_abbrev=False
    )
    parser.add_argument("--split", choices=SPLITS, default="all", help="default: all")
    parser.add_argument("--kind", help="only questions of this kind, such as figure")
    parser.add_argument("--report", help="only questions about this report, by its id")
    parser.add_argument("--conversations", action="store_true", help="only the conversations")
    parser.add_argument("--failures", action="store_true", help="list what failed, except of the test split")
    parser.add_argument("--json", action="store_true", help="print the rates as JSON")
    parser.add_argument("--write-baseline", action="store_true", help="keep these scores as the ones that may not fall")
    parser.add_argument("--write-results", action="store_true", help="write them with their intervals to RESULTS.md")
    parser.add_argument("--model", metavar="PROVIDER:MODEL", help="score a language model beside the default")
    commands = parser.add_subparsers(dest="command", metavar="bench|scale|retrieval|fit|load|soak|leaks")
    timing = commands.add_parser("bench", help="measure answers, ingest, starts and memory, beside the tutorial chain")
    timing.add_argument("--repeats", type=_at_least_one, default=5, metavar="N", help="default: 5")
    timing.add_argument("--json", action="store_true", help="print the measurements as JSON")
    scaling = commands.add_parser("scale", help="measure answers from libraries of several sizes, of invented reports")
    scaling.add_argument(
        "--reports",
        type=_at_least_one,
        nargs="+",
        default=(10, 100, 1_000, 10_000),
        metavar="N",
        help="default: 10 100 1000 10000",
    )
    scaling.add_argument("--folder", type=Path, help="where the libraries are kept (default: they are temporary)")
    scaling.add_argument("--json", action="store_true", help="print the measurements as JSON")
    searching = commands.add_parser("retrieval", help="measure how often each search finds the evidence, part by part")
    searching.add_argument("--write", action="store_true", help="write the tables into docs/retrieval.md")
    fitting = commands.add_parser("fit", help="fit what answers are chosen by to the dev split, and keep it")
    fitting.add_argument(
        "--folds", type=_at_least_none, default=0, metavar="N", help="also judge it on reports left out, in N parts"
    )
    loading = commands.add_parser("load", help="measure the served bot with many askers at once")
    loading.add_argument(
        "--askers", type=_at_least_one, nargs="+", default=(1, 2, 5, 10, 25, 50, 100, 200), metavar="N",
        help="default: 1 2 5 10 25 50 100 200",
    )  # fmt: skip
    loading.add_argument("--seconds", type=_at_least_one, default=20, metavar="S", help="for each N; default: 20")
    loading.add_argument("--write", action="store_true", help="write the curve into RESULTS.md")
    soaking = commands.add_parser("soak", help="measure what a server holds beside slow and vanishing readers")
    soaking.add_argument("--minutes", type=_at_least_one, default=20, metavar="N", help="default: 20")
    soaking.add_argument("--readers", type=_at_least_one, default=1_000, metavar="N", help="default: 1000")
    soaking.add_argument("--write", action="store_true", help="write the slopes into RESULTS.md")
    leaking = commands.add_parser("leaks", help="ask for what is licensed in hundreds of ways, without a licence")
    leaking.add_argument("--json", action="store_true", help="print each leak as JSON")
    leaking.add_argument("--write", action="store_true", help="write the table into RESULTS.md")
    leaking.add_argument(
        "--timing", type=_at_least_one, metavar="N", help="take the time of N replies of each sort instead"
    )
    return parser


def _at_least_none(text: str) -> int:
    number = int(text)
    if number < 0 or number == 1:
        raise argparse.ArgumentTypeError(f"{number} is not a number of parts: 0, or 2 and more")
    return number


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a number of repeats")
    return number


def _evaluate(options: argparse.Namespace) -> int:
    questions = _chosen(options)
    if not questions:
        print("No question is of that split, kind and report.", file=sys.stderr)
        return 2
    if options.write_results and _is_part(options):
        print(
            "--write-results is of all questions: leave out --split, --kind, --report, --conversations.",
            file=sys.stderr,
        )
        return 2
    settings = IngestSettings.read()
    rounds = [
        found
        for split in SPLITS[options.split]
        if (found := _round(split, [q for q in questions if q.split == split], settings, options))
    ]
    now = {found.card.split: found.kept for found in rounds}
    comparisons = [found.comparison for found in rounds if found.comparison]
    if options.json:
        print(json.dumps(_plain(rounds), indent=2))
    if options.write_results:
        write_results(results([found.card for found in rounds], _machine(), comparisons))
    return _compare(now, options)


@dataclass(frozen=True, slots=True)
class _Round:
    """What came of a split."""

    card: Scorecard
    kept: Kept
    comparison: Comparison | None


def _round(
    split: Split, questions: list[Question], settings: IngestSettings, options: argparse.Namespace
) -> _Round | None:
    """The split's questions asked; of the model first, so that one that cannot be opened is told at once."""
    if not questions:
        return None
    other = evaluate(split, questions, settings, options.model) if options.model else []
    scored = evaluate(split, questions, settings)
    found = compare(split, options.model, scored, other) if options.model else None
    card = scorecard(split, scored)
    _show(card, scored, options)
    if found and not options.json:
        print(side_by_side(found), end="\n\n")
    return _Round(card, kept_of(card, scored), found)


def _plain(rounds: list[_Round]) -> dict[str, object]:
    """By split what a baseline keeps, the intervals of its rates, and the model's where one was asked."""
    parts = as_json({found.card.split: found.kept for found in rounds})
    for found in rounds:
        parts[found.card.split] |= {"intervals": intervals_of(found.card)}
        if found.comparison:
            parts[found.card.split] |= {"model": compared(found.comparison)}
    return dict(parts)


def _machine() -> str:
    cores = f"{os.cpu_count()} cores"
    return f"{platform.system()} on {platform.machine()}, {cores}, Python {platform.python_version()}"


def _show(card: Scorecard, scored: list[Scored], options: argparse.Namespace) -> None:
    if options.failures and (listing := failure_list(scored)):
        print(listing, end="\n\n")
    if not options.json:
        print(table(card), end="\n\n")


def _chosen(options: argparse.Namespace) -> list[Question]:
    asked = load_questions(QUESTIONS, SPLITS[options.split])
    of_kind = (question for question in asked if options.kind in (None, question.kind))
    chosen = [question for question in of_kind if options.report in (None, question.report)]
    return [question for question in chosen if question.act or not options.conversations]


def _compare(now: Baseline, options: argparse.Namespace) -> int:
    """Scores of a part of the questions say nothing about the baseline of them all."""
    if options.kind or options.report or options.conversations:
        return 0
    if options.write_baseline:
        write_baseline(now)
        return 0
    before = read_baseline() if BASELINE.exists() else {}
    lines = fallen(now, before)
    for line in (*lines, *risen(now, before)):
        print(line, file=sys.stderr)
    return 1 if lines else 0


def _is_part(options: argparse.Namespace) -> bool:
    return bool(options.split != "all" or options.kind or options.report or options.conversations)


def _bench(options: argparse.Namespace) -> int:
    # Imported here because the scorecard does without the dev extra that the bench needs.
    from evals.bench.run import bench
    from evals.bench.table import as_json as measurements
    from evals.bench.table import table as measured

    found = bench(IngestSettings.read(), options.repeats, lambda what: print(f"measuring {what}", file=sys.stderr))
    print(measurements(found) if options.json else measured(found))
    return 0


def _scale(options: argparse.Namespace) -> int:
    from evals.scale.run import scale
    from evals.scale.table import as_json as measurements
    from evals.scale.table import table as measured

    found = scale(IngestSettings.read(), options.reports, options.folder, lambda what: print(what, file=sys.stderr))
    print(measurements(found) if options.json else measured(found))
    return 0


def _retrieval(options: argparse.Namespace) -> int:
    # Imported here because scoring answers does without it.
    from bot.rerank import open_reranker
    from bot.settings import BotSettings
    from evals.retrieval.run import measure
    from evals.retrieval.table import tables, write_page

    rerank, settings = open_reranker(BotSettings.read().reranker), IngestSettings.read()
    measured = [
        measure(split, load_questions(QUESTIONS, (split,)), settings, rerank) for split in SPLITS[options.split]
    ]
    page = tables(measured, _machine())
    print(page)
    if options.write:
        write_page(page)
    return 0


def _fit(options: argparse.Namespace) -> int:
    # Imported here for the same reason.
    from evals.fit import fit_to_dev

    for part in fit_to_dev(IngestSettings.read(), options.folds):
        print(part, flush=True)
    return 0


def _load(options: argparse.Namespace) -> int:
    # Imported here because the scorecard does without.
    from evals.load.run import load
    from evals.load.table import curve

    levels = load(options.askers, options.seconds, lambda what: print(what, file=sys.stderr))
    _publish("load", curve(levels, _machine()), options.write)
    return 1 if any(each.faults for each in levels) else 0


def _soak(options: argparse.Namespace) -> int:
    from evals.load.run import soak
    from evals.load.table import held

    found = soak(options.readers, options.minutes, lambda what: print(what, file=sys.stderr))
    _publish("soak", held(found, _machine()), options.write)
    return 1 if found.ordinary.faults else 0


def _leaks(options: argparse.Namespace) -> int:
    from evals.leaks.run import as_json, leaks
    from evals.leaks.table import table
    from evals.leaks.timing import table as timing_table
    from evals.leaks.timing import timed

    if options.timing:
        _publish("timing", timing_table(timed(options.timing), _machine()), options.write)
        return 0
    found = leaks(lambda who: print(who, file=sys.stderr))
    if options.json:
        print(as_json(found))
    _publish("leaks", table(found, _machine()), options.write)
    return 1 if any(each.leaks or each.faults for each in found[:-1]) else 0


def _publish(name: str, text: str, write: bool) -> None:
    print(text)
    if write:
        put(name, text, RESULTS)


COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    "bench": _bench,
    "scale": _scale,
    "retrieval": _retrieval,
    "fit": _fit,
    "load": _load,
    "soak": _soak,
    "leaks": _leaks,
}


if __name__ == "__main__":
    sys.exit(main())
