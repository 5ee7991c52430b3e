"""The command: python -m evals asks the questions and prints the scorecard; python -m evals bench measures speed."""

import argparse
import json
import sys
from collections.abc import Sequence

from evals.baseline import BASELINE, as_json, baseline_of, fallen, read_baseline, write_baseline
from evals.failures import failure_list
from evals.library import open_desk
from evals.question import QUESTIONS, Question, Split, load_questions
from evals.run import run
from evals.scorecard import Scorecard, scorecard, table
from evals.scored import Scored
from ingest.errors import FootnoteError
from ingest.settings import IngestSettings

SPLITS: dict[str, tuple[Split, ...]] = {"dev": ("dev",), "test": ("test",), "all": ("dev", "test")}


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, 1 when a score fell below the baseline, 2 when nothing could be asked."""
    options = _parser().parse_args(arguments)
    try:
        return _bench(options) if options.command == "bench" else _evaluate(options)
    except FootnoteError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Ask questions with known answers.")
    parser.add_argument("--split", choices=SPLITS, default="all", help="default: all")
    parser.add_argument("--kind", help="only questions of this kind, such as figure")
    parser.add_argument("--report", help="only questions about this report, by its id")
    parser.add_argument("--failures", action="store_true", help="list what failed, except of the test split")
    parser.add_argument("--json", action="store_true", help="print the rates as JSON")
    parser.add_argument("--write-baseline", action="store_true", help="keep these scores as the ones that may not fall")
    commands = parser.add_subparsers(dest="command", metavar="bench")
    timing = commands.add_parser("bench", help="measure answers, ingest, starts and memory, beside the tutorial chain")
    timing.add_argument("--repeats", type=_at_least_one, default=5, metavar="N", help="default: 5")
    timing.add_argument("--json", action="store_true", help="print the measurements as JSON")
    return parser


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
    scored = {split: _scored(split, [q for q in questions if q.split == split]) for split in SPLITS[options.split]}
    cards = [scorecard(split, answers) for split, answers in scored.items() if answers]
    for answers in scored.values():
        if options.failures and (listing := failure_list(answers)):
            print(listing, end="\n\n")
    _print(cards, options.json)
    return _compare(cards, options)


def _chosen(options: argparse.Namespace) -> list[Question]:
    asked = load_questions(QUESTIONS, SPLITS[options.split])
    of_kind = (question for question in asked if options.kind in (None, question.kind))
    return [question for question in of_kind if options.report in (None, question.report)]


def _scored(split: Split, questions: list[Question]) -> list[Scored]:
    if not questions:
        return []
    with open_desk(split, IngestSettings.read()) as desk:
        return run(questions, desk.ask, desk.passage_text, split)


def _print(cards: list[Scorecard], as_data: bool) -> None:
    if as_data:
        print(json.dumps(as_json(baseline_of(cards)), indent=2))
        return
    print("\n\n".join(table(card) for card in cards))


def _compare(cards: list[Scorecard], options: argparse.Namespace) -> int:
    """Scores of a part of the questions say nothing about the baseline of them all."""
    if options.kind or options.report:
        return 0
    now = baseline_of(cards)
    if options.write_baseline:
        write_baseline(now)
        return 0
    lines = fallen(now, read_baseline()) if BASELINE.exists() else []
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


def _bench(options: argparse.Namespace) -> int:
    # Imported here because the scorecard does without the dev extra that the bench needs.
    from evals.bench.run import bench
    from evals.bench.table import as_json as measurements
    from evals.bench.table import table as measured

    found = bench(IngestSettings.read(), options.repeats, lambda what: print(f"measuring {what}", file=sys.stderr))
    print(measurements(found) if options.json else measured(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
