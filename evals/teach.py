"""Teaches which cell's labels a question means: documents with tables, questions for their cells, and for none."""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from bot.labels import Labels
from bot.meeting import MEANING, LabelMeeting, Parts, Read, parts, read
from bot.scorer import spoken
from evals.plainly import Plainly
from evals.train import learning
from ingest.embed import Tokens

LABELS = Path(__file__).with_name("labels")
"""What is taught, in ``train``, and what it is tried on."""

ROUNDS = 18
"""Times every document is seen."""

FAST, SLOW = 2e-3, 5e-4
"""Highest rates of learning: of what starts at nothing, and of what starts from the encoder's own vectors."""

PLAIN, ABSENT = 24, 24
"""Questions in a document's own words that are added to those written by hand, for cells and for none."""

SAMPLE = 40
"""Documents from whose tokens the directions are taken in which they differ most."""

Reader = Callable[[Sequence[str]], Sequence[Tokens]]


@dataclass(frozen=True, slots=True)
class Document:
    """The labels of a document's cells with questions; ``right`` is the number of the cell each means, of those that
    mean none the number of cells."""

    labels: Labels
    questions: tuple[str, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A document as the model takes it."""

    asked: Read
    parts: Parts
    clues: Tensor
    right: Tensor


def documents(file: Path) -> list[Document]:
    """The documents of a file of JSON lines, as ``labels/README.md`` says they are."""
    return [_document(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _document(said: dict[str, Any]) -> Document:
    titles, rows, columns = [], [], [""]
    cells: list[tuple[int, int, int]] = []
    at: dict[tuple[int, int, int | None], int] = {}
    for number, table in enumerate(said["tables"]):
        titles.append(f"{table['title']} ({table['unit']})" if table["unit"] else table["title"])
        for row, name in enumerate(table["rows"]):
            rows.append(name)
            for column, header in enumerate(table["columns"] or [""]):
                if header not in columns:
                    columns.append(header)
                at[number, row, column if table["columns"] else None] = len(cells)
                cells.append((number, len(rows) - 1, columns.index(header)))
    labels = Labels(tuple(titles), tuple(rows), tuple(columns), np.array(cells, dtype=np.int64))
    meant = [(question, at[number, row, column]) for question, number, row, column in said["asks"]]
    asked = [*meant, *((question, len(cells)) for question in said["absent"])]
    return Document(labels, tuple(question for question, _ in asked), tuple(right for _, right in asked))


def with_plain(found: Sequence[Document], seed: int = 5) -> list[Document]:
    """Documents with questions in their own words besides."""
    every, choice = [each.labels for each in found], random.Random(seed)
    return [_with_plain(each, Plainly(each.labels, every, choice)) for each in found]


def _with_plain(document: Document, plainly: Plainly) -> Document:
    none = len(document.labels.cells)
    more = [*plainly.asked(PLAIN), *((question, none) for question in plainly.absent(ABSENT))]
    questions = (*document.questions, *(question for question, _ in more))
    return Document(document.labels, questions, (*document.right, *(right for _, right in more)))


def lesson(document: Document, reader: Reader, query: Reader) -> Lesson:
    """A document read: its labels, its questions, and how many words both share."""
    labels = document.labels
    clues = np.stack([labels.clues(question) for question in document.questions])
    return Lesson(
        read(query(document.questions)),
        parts(labels, reader(spoken(labels))),
        torch.from_numpy(clues.astype(np.float32)),
        torch.tensor(document.right),
    )


def taught(lessons: Sequence[Lesson], seed: int = 0) -> LabelMeeting:
    """The model under which the cells that are meant are likeliest."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    model = LabelMeeting(_axes(lessons))
    slow = [model.meaning, model.asked, model.told]
    learn = learning(model, slow, (SLOW, FAST), ROUNDS * len(lessons))
    model.train()
    for _ in range(ROUNDS):
        for at in order.permutation(len(lessons)):
            each = lessons[at]
            learn(torch.nn.functional.cross_entropy(model(each.asked, each.parts, each.clues), each.right))
    return model.eval()


def _axes(lessons: Sequence[Lesson]) -> Tensor:
    """The directions in which tokens differ most, shape (d, MEANING)."""
    texts = [each for lesson in lessons[:SAMPLE] for each in (lesson.asked, lesson.parts.rows)]
    tokens = torch.cat([text.vectors[text.tokens > 0] for text in texts])[:8000]
    _, _, axes = torch.linalg.svd(tokens, full_matrices=False)
    return torch.as_tensor(axes[:MEANING].T.contiguous())


def judged(model: LabelMeeting, lessons: Sequence[Lesson]) -> Iterator[tuple[float, bool, bool]]:
    """Of each question the probability of the likeliest cell, whether that is meant, and whether any is."""
    for each in lessons:
        with torch.inference_mode():
            chances = torch.softmax(model(each.asked, each.parts, each.clues), 1)
        best = chances[:, :-1].max(1)
        none = chances.shape[1] - 1
        for chance, cell, right in zip(best.values.tolist(), best.indices.tolist(), each.right.tolist(), strict=True):
            yield chance, cell == right, right != none


def told(worth: Sequence[tuple[float, bool, bool]], least: float) -> str:
    """What answers from a probability on are worth."""
    meant = [(chance, right) for chance, right, asked in worth if asked]
    absent = [chance for chance, _, asked in worth if not asked]
    right = sum(chance >= least and ok for chance, ok in meant) / len(meant)
    wrong = sum(chance >= least and not ok for chance, ok in meant) / len(meant)
    answered = sum(chance >= least for chance in absent) / len(absent)
    return (
        f"labels: from {least:g} on {right:.1%} right, {wrong:.1%} wrong; {answered:.1%} of what no cell has answered"
    )
