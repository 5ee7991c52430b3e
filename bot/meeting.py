"""How a question meets the labels of tables, learned from labels and what people ask for them in other words.

Late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020) with each part of a cell's labels: its row, its column,
its table's title. They are embedded apart, each once. To how near every token of the question is to one of theirs, and
theirs to one of the question's, comes how many words both share. That no cell is meant has a score of its own: it is a
conditional logit with an outside option, as in ``bot.odds``. ``python -m evals fit`` trains it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the usual name
from torch.nn.utils.rnn import pad_sequence

from bot.interaction import WIDTH
from bot.labels import CLUES, Labels
from ingest.embed import Tokens

MEANING, HIDDEN = 96, 32
"""Lengths of what tokens are compared in, and of the layer that weighs all together."""

MET, AROUND = 15, 6
"""Numbers that a question's meeting with one cell comes to, and those by which it may mean none."""

FADE_TEXT, FADE_TOKEN, FADE_HIDDEN = 0.25, 0.1, 0.2
"""Shares of the vectors' components, of the question's tokens and of the layer that are hidden in training."""

_FAR = -9.0
"""Logarithm of the weight of what is no token."""


@dataclass(frozen=True, slots=True)
class Read:
    """Texts token by token, padded."""

    vectors: Tensor  # (n, t, WIDTH)
    tokens: Tensor  # (n, t): 1 for a token, 0 for padding and the marks at both ends
    pooled: Tensor  # (n, WIDTH), of unit length


@dataclass(frozen=True, slots=True)
class Parts:
    """The labels of cells as they are read; ``cells``, shape (n, 3), as those of ``Labels``."""

    titles: Read
    rows: Read
    columns: Read
    cells: Tensor


def read(texts: Sequence[Tokens], nothing: bool = False) -> Read:
    """Texts as the model takes them; ``nothing``: the first stands for no text."""
    vectors = pad_sequence([torch.from_numpy(each.vectors).float() for each in texts], batch_first=True)
    tokens = torch.zeros(vectors.shape[:2])
    for at, each in enumerate(texts):
        tokens[at, 1 : len(each.spans) - 1] = 0 if nothing and at == 0 else 1
    return Read(vectors, tokens, torch.stack([torch.from_numpy(each.pooled).float() for each in texts]))


def parts(labels: Labels, texts: Sequence[Tokens]) -> Parts:
    """Labels with the tokens of their titles, rows and columns, in this order."""
    titles, rows = len(labels.titles), len(labels.titles) + len(labels.rows)
    return Parts(
        read(texts[:titles]),
        read(texts[titles:rows]),
        read(texts[rows:], nothing=True),
        torch.from_numpy(labels.cells),
    )


class LabelMeeting(nn.Module):
    """Scores cells by their labels, and last that none is meant: the higher, the likelier."""

    def __init__(self, axes: Tensor | None = None) -> None:
        """``axes``, shape (WIDTH, MEANING): what tokens are compared in before training."""
        super().__init__()
        start = torch.zeros(WIDTH, MEANING) if axes is None else axes
        self.meaning, self.asked, self.told = (nn.Parameter(start.clone()) for _ in range(3))
        self.asks, self.tells = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1)
        self.part = nn.Parameter(torch.tensor([0.0, -0.1, -0.3]))
        self.straight = nn.Linear(CLUES + MET, 1, bias=False)
        self.hidden = nn.Linear(CLUES + MET, HIDDEN)
        self.bent = nn.Linear(HIDDEN, 1, bias=False)
        self.none = nn.Linear(AROUND, 1)
        for layer in (self.asks, self.tells, self.straight, self.bent, self.none):
            nn.init.zeros_(layer.weight)
        nn.init.zeros_(self.none.bias)
        with torch.no_grad():
            self.straight.weight[0, CLUES] = 8.0

    def forward(self, asked: Read, labels: Parts, clues: Tensor) -> Tensor:
        """The scores of n cells for q questions, shape (q, n + 1); ``clues`` has the shape (q, n, CLUES)."""
        titles, rows, columns = labels.cells.T
        kept = F.dropout(torch.ones(WIDTH), FADE_TEXT, self.training)
        tokens = asked.tokens * F.dropout(torch.ones_like(asked.tokens), FADE_TOKEN, self.training).sign()
        weight = torch.softmax(self.asks(asked.vectors).squeeze(-1).masked_fill(tokens == 0, _FAR), -1)
        met = [self._met(asked, tokens, part, kept) for part in (labels.rows, labels.columns, labels.titles)]
        (near_rows, back_rows), (near_columns, back_columns), (near_titles, back_titles) = met
        near = torch.stack(
            [
                near_rows[:, rows] + self.part[0],
                near_columns[:, columns] + self.part[1],
                near_titles[:, titles] + self.part[2],
            ]
        ).amax(0)
        covered = (near * weight[:, None]).sum(-1)
        least = near.masked_fill(tokens[:, None] == 0, 1).amin(-1)
        has_column = (columns > 0).float()[None].expand(len(covered), -1)
        whole = [self._alike(asked, part, kept) for part in (labels.rows, labels.columns, labels.titles)]
        plain = asked.pooled @ labels.rows.pooled.T
        weighed = torch.stack([
            covered, least, (near_rows[:, rows] * weight[:, None]).sum(-1),
            back_rows[0][:, rows], back_rows[1][:, rows],
            back_columns[0][:, columns] * has_column, back_columns[1][:, columns] * has_column,
            back_titles[0][:, titles],
            whole[0][:, rows], whole[1][:, columns] * has_column, whole[2][:, titles],
            plain[:, rows], has_column,
            plain[:, rows] - plain.amax(1, keepdim=True), covered - covered.amax(1, keepdim=True),
        ], -1)  # fmt: skip
        every = torch.cat([clues, weighed], -1)
        bent = self.bent(F.dropout(torch.relu(self.hidden(every)), FADE_HIDDEN, self.training))
        scores: Tensor = (self.straight(every) + bent).squeeze(-1)
        best, nearest = _two(plain), _two(covered)
        around = torch.stack([*best, *nearest, clues[:, 0, -1], covered.mean(1)], -1)
        return torch.cat([scores, self.none(around)], 1)

    def _met(self, asked: Read, tokens: Tensor, part: Read, kept: Tensor) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        """How near each token of each question is to the nearest of each label, shape (q, n, t), and those of labels to
        the nearest of the question: on the whole, and the farthest, shape (q, n)."""
        questions = F.normalize((asked.vectors * kept) @ self.meaning, dim=-1)
        labels = F.normalize((part.vectors * kept) @ self.meaning, dim=-1)
        alike = torch.einsum("qid,njd->qnij", questions, labels)
        near = alike.masked_fill(part.tokens[None, :, None, :] == 0, -1).amax(-1)
        back = alike.masked_fill(tokens[:, None, :, None] == 0, -1).amax(2)
        weight = torch.softmax(self.tells(part.vectors).squeeze(-1).masked_fill(part.tokens == 0, _FAR), -1)
        return near, ((back * weight[None]).sum(-1), back.masked_fill(part.tokens[None] == 0, 1).amin(-1))

    def _alike(self, asked: Read, part: Read, kept: Tensor) -> Tensor:
        """How alike questions and labels are on the whole, shape (q, n)."""
        questions = F.normalize((asked.pooled * kept) @ self.asked, dim=-1)
        return questions @ F.normalize((part.pooled * kept) @ self.told, dim=-1).T


def _two(scores: Tensor) -> tuple[Tensor, Tensor]:
    """The highest and the second highest of each row, which are the same where there is one."""
    best = scores.topk(min(2, scores.shape[1]), 1).values
    return best[:, 0], best[:, -1]
