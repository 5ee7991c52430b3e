"""Writes evals/RESULTS.md: what was measured, on what, how far off it may be, and what it does not tell."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals.comparison import Comparison, Difference, difference
from evals.rate import Interval, Rate
from evals.scorecard import Scorecard, Tally, acts_shown
from evals.sections import sections

RESULTS = Path(__file__).with_name("RESULTS.md")

SPLITS = {
    "dev": "looked at and tuned on: what the bot can do on reports it was made with",
    "test": "kept apart, only counted: what to expect of a report it has not seen",
    "train": "only learned from: never scored",
}

TRAPS = {
    "premise": "a wrong assumption is put in",
    "unit": "million or billion, percent or points, one currency or another",
    "year": "base or forecast year, fiscal or calendar, a superseded figure",
    "neighbour": "a market, a place or a thing next to the one the report treats",
    "silence": "what a report might well say, and this one does not",
    "given": "what the report does say, in other words or to be calculated, beside much that it does not",
    "order": "instructions to the bot in the question",
    "planted": "instructions to the bot in the report",
}

ACTS = {
    "correction": "corrects one word: no, I meant 2030",
    "unit": "asks for another currency",
    "time": "moves the time: and the year before?",
    "pronoun": "says it, they, the second one",
    "why": "asks why, after a figure",
    "comparison": "compares with another place or part",
    "total": "asks for the whole",
    "difference": "asks for the difference of the last two figures",
    "working": "asks how it was calculated",
    "source": "asks for the source",
    "sure": "asks whether it is sure",
    "thanks": "thanks",
    "absent": "asks the same of what the report does not have",
    "topic": "asks something new",
    "back": "goes back to what was asked before",
    "short": "is one word: CAGR?",
    "constraint": "asks what the year or place before does not apply to",
    "edition": "asks the same of another edition or publisher",
    "reply": "answers a question back",
}

SEPARATE = "declined precision", "declined recall"

Row = Sequence[str]


def write_results(page: str, file: Path = RESULTS) -> None:
    """Keep the page, with the sections that other commands have put into it."""
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text("\n\n".join([page.rstrip(), *sections(before)]) + "\n", encoding="utf-8")


def results(cards: Sequence[Scorecard], machine: str, comparisons: Sequence[Comparison] = ()) -> str:
    """The page. ``machine``: in a few words what it was measured on."""
    parts = [_head(cards, machine), *map(_rates, cards), _kinds(cards), *map(_adversarial, cards)]
    parts += [*(_conversations(card) for card in cards if card.acts), _speed(cards)]
    return "\n\n".join([*parts, _models(comparisons)]) + "\n"


def _head(cards: Sequence[Scorecard], machine: str) -> str:
    rows = [
        (card.split, SPLITS[card.split], *_sizes(card.ordinary), *_sizes(card.adversarial), str(card.rejections))
        for card in cards
    ]
    head = ("split", "is", "questions", "reports", "adversarial questions", "reports", "rejected by verification")
    return f"""# Results

Written by `python -m evals --write-results`, never by hand. How an answer is scored, and what each rate counts, is in
[questions/README.md](questions/README.md). No score on this page is given by a model.

## What was measured

{_table(head, rows)}

Measured on {machine}.

## What it does not tell

- All reports but one are fictional and were written for this, and so were the questions, by people who know the
  product: buyers of a real report ask about other things, in other words.
- Of dev the failures were read and mended, and parts of the bot are fitted to it. Its rates say what is mended, not
  what to expect. The failures of test are read by nobody; but the same people wrote both.
- A split has few reports, and a kind or a trap few questions. **Each rate has its 95 % interval** by Wilson, as if all
  questions were independent. Those on one report are not, so the rates of all ordinary and of all adversarial questions
  also have one from a bootstrap that draws reports with all their questions (10,000 draws, always the same), except
  where nothing was missed or reports are fewer than five. With two dozen reports it is still somewhat too narrow, and
  near 100 % it says little: the wider of the two is the one to go by.
- Many intervals stand here: of twenty, one is expected to miss.
- A rate of parts (names of lists, figures of answers) counts each part, though those of one answer go together.
- How many of the declined questions were rightly declined depends on how many have no answer; the share of visitors'
  questions that a report does not answer is not known.
- The adversarial questions of dev had their gold mended once after its failures were read, those of test by the same
  rules and unread.
- Another processor rounds the embedding differently, and answers one question in thousands otherwise."""


def _rates(card: Scorecard) -> str:
    return f"## Rates of {card.split}\n\n{_measures(card.ordinary)}"


def _measures(found: Tally) -> str:
    rows = [
        (name, _percent(rate.value), _interval(rate.interval), _drawn(found.by_report.get(name)), _counts(rate))
        for name, rate in found.measures.items()
    ]
    return _table(("", "rate", "95 % by Wilson", "95 % by report", "of"), rows)


def _kinds(cards: Sequence[Scorecard]) -> str:
    kinds = sorted({group for card in cards for group in card.groups if group.startswith("kind ")})
    rows = [
        (kind.removeprefix("kind "), *(cell for card in cards for cell in _cells(card.groups.get(kind))))
        for kind in kinds
    ]
    head = ("kind", *(title for card in cards for title in (card.split, "95 % by Wilson", "of")))
    return f"## Right by kind of question\n\n{_table(head, rows)}"


def _adversarial(card: Scorecard) -> str:
    columns = ("right", *SEPARATE, "no wrong figure")
    rows = [
        (f"{trap}: {TRAPS[trap]}", *(_short(rates.get(name)) for name in columns[:-1]), _wrong(rates[columns[-1]]))
        for trap, rates in card.traps.items()
    ]
    return f"""## Adversarial questions of {card.split}

They are counted nowhere else, and nothing is fitted to them.

{_measures(card.adversarial)}

By trap, with Wilson's interval of what is right and of the wrong figures:

{_table(("trap", "right", *SEPARATE, "wrong figure"), rows)}"""


def _conversations(card: Scorecard) -> str:
    rows = [
        (ACTS.get(act, "all"), *(_short(rate) for rate in found.named().values()))
        for act, found in acts_shown(card).items()
    ]
    return f"""## Conversations of {card.split}

Of two to five turns; only the answer to the last is scored. They are counted nowhere else, and nothing is fitted to
them.

{_measures(card.conversations)}

By what the last turn does, with Wilson's interval: each is right, declined though there is an answer, or answered
otherwise than expected.

{_table(("the last turn", "right", "otherwise", "declined"), rows)}"""


def _speed(cards: Sequence[Scorecard]) -> str:
    rows = [(card.split, f"{card.times_embedding:.2f}") for card in cards]
    head = ("split", "median answer that searches / its question's embedding")
    return f"""## Speed

As a ratio, which machines and what else they do change less than milliseconds; `python -m evals bench` measures more.

{_table(head, rows)}"""


def _models(comparisons: Sequence[Comparison]) -> str:
    said = "None was measured: `--model provider:model` scores one beside the default, by the same scorers."
    parts = [part for found in comparisons for part in _beside(found)] or [said]
    return "\n\n".join(["## With a language model", "Apart from all above, and no gate.", *parts])


def _beside(found: Comparison) -> Iterator[str]:
    sides = (("", found.ordinary), ("adversarial ", found.adversarial), ("conversation ", found.conversations))
    rows = [_difference(f"{title}{name}", each) for title, of in sides for name, each in of.items()]
    yield f"### {found.model} on {found.split}"
    yield _table(("", "default", "model", "difference in points, 95 % by report"), rows)
    yield f"Only the model is right on {len(found.gained)} questions, only the default on {len(found.lost)}."


def _difference(name: str, found: Difference) -> Row:
    return name, _percent(found.default.value), _percent(found.model.value), difference(found)


def _sizes(found: Tally) -> tuple[str, str]:
    return f"{found.measures['right'].of if found.measures else 0:,}", f"{found.reports}"


def _cells(rate: Rate | None) -> Row:
    return (_percent(rate.value), _interval(rate.interval), _counts(rate)) if rate else ("", "", "")


def _short(rate: Rate | None) -> str:
    return f"{_percent(rate.value)} ({_interval(rate.interval)}), {_counts(rate)}" if rate else ""


def _wrong(none_wrong: Rate) -> str:
    return _short(Rate(none_wrong.of - none_wrong.hits, none_wrong.of))


def _counts(rate: Rate) -> str:
    return f"{rate.hits:g} of {rate.of}"


def _percent(share: float) -> str:
    return f"{share:.1%}" if share in (0, 1) or 0.0005 <= share < 0.9995 else f"{share:.2%}"


def _interval(interval: Interval) -> str:
    return " to ".join(map(_percent, interval))


def _drawn(interval: Interval | None) -> str:
    return _interval(interval) if interval else "–"


def _table(head: Row, rows: Iterable[Row]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
