"""How a question meets the text of a figure, token by token, learned from questions with known answers.

Late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020): question and text are embedded apart, so that a text is
embedded once, and only their tokens' vectors meet. To what that paper compares, each token of the question with the
nearest in meaning of the text, come the same near the figure, and the figure's own vector, which its sentence colours:
what is priced, counted or grown. What comes of it is weighed together with the clues of words, time and place.
``python -m evals fit`` trains it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the usual name

from ingest.embed import Tokens

WIDTH = 384
"""Length of the encoder's vectors: that of the default model, for which alone this is trained."""

MEANING, ROLE, HIDDEN = 64, 24, 24
"""Lengths of what tokens are compared in, of what figures are, and of the layer that weighs all together."""

MET = 7
"""What the meeting of a question and a text comes to, in numbers."""

STEPS = (-24, -12, -6, -3, -1, 0, 1, 4, 8, 16)
"""Tokens between one and its figure, before and behind it, where the next bin of distances begins."""

FADE_TEXT, FADE_TOKEN, FADE_HIDDEN = 0.3, 0.15, 0.2
"""Shares of the vectors' components, of the question's tokens and of the layer that are hidden in training."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Texts with the question each is to answer, padded: n of them, with up to q and t tokens."""

    asked: Tensor  # (n, q, WIDTH)
    asks: Tensor  # (n, q): 1 for a token of the question, 0 for padding and the marks at its ends
    said: Tensor  # (n, t, WIDTH)
    says: Tensor  # (n, t): whether it is a token
    apart: Tensor  # (n, t): bin of its distance from the figure
    figure: Tensor  # (n, t): 1 for a token of the figure


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's text, token by token, and where in the text the figure stands."""

    tokens: Tokens
    start: int
    end: int


class Interaction(nn.Module):
    """Scores figures: the higher, the likelier it is the one asked for; that none is has 0."""

    def __init__(self, clues: int, axes: NDArray[np.float32] | None = None) -> None:
        """``clues``: how many; ``axes``, shape (WIDTH, MEANING): what tokens are compared in before training."""
        super().__init__()
        self.meaning = nn.Parameter(torch.zeros(WIDTH, MEANING) if axes is None else torch.from_numpy(axes.copy()))
        self.weight = nn.Linear(WIDTH, 1)
        self.focus = nn.Linear(WIDTH, 1)
        self.sharpness = nn.Parameter(torch.tensor(6.0))
        self.distance = nn.Parameter(torch.zeros(len(STEPS) + 1))
        self.role = nn.Linear(WIDTH, ROLE, bias=False)
        self.wanted = nn.Linear(WIDTH, ROLE, bias=False)
        self.straight = nn.Linear(clues + MET, 1, bias=False)
        self.hidden = nn.Linear(clues + MET, HIDDEN)
        self.bent = nn.Linear(HIDDEN, 1, bias=False)
        for layer in (self.weight, self.focus, self.straight, self.bent):
            nn.init.zeros_(layer.weight)

    def forward(self, meeting: Meeting, clues: Tensor) -> Tensor:
        """The score of each text, shape (n,), by its clues, shape (n, clues), and by how it meets its question."""
        weighed = torch.cat([clues, self._met(meeting)], 1)
        bent: Tensor = self.bent(self._some(torch.relu(self.hidden(weighed)), FADE_HIDDEN))
        straight: Tensor = self.straight(weighed)
        return straight[:, 0] + bent[:, 0]

    def _met(self, meeting: Meeting) -> Tensor:
        kept = self._some(torch.ones(WIDTH), FADE_TEXT)
        asked, said = meeting.asked * kept, meeting.said * kept
        asks = meeting.asks * (self._some(torch.ones_like(meeting.asks), FADE_TOKEN) > 0)
        q, t = F.normalize(asked @ self.meaning, dim=-1), F.normalize(said @ self.meaning, dim=-1)
        alike = torch.einsum("nqd,ntd->nqt", q, t).masked_fill(~meeting.says[:, None], -1.0)
        weight = F.softplus(self.weight(asked)[..., 0]) * asks
        weight = weight / weight.sum(1, keepdim=True).clamp_min(1e-6)
        best = alike.max(2).values
        padding = torch.where(meeting.says, 0.0, -1e4)[:, None]
        near = (torch.softmax(self.sharpness * alike + self.distance[meeting.apart][:, None] + padding, 2) * alike).sum(
            2
        )
        figure = (said * meeting.figure[..., None]).sum(1) / meeting.figure.sum(1, keepdim=True).clamp_min(1)
        focus = torch.softmax(self.focus(asked)[..., 0] + torch.where(asks > 0, 0.0, -1e4), 1)
        wanted = (focus[..., None] * asked).sum(1)
        role = (F.normalize(self.role(figure), dim=-1) * F.normalize(self.wanted(wanted), dim=-1)).sum(1)
        whole = F.cosine_similarity(_mean(asked, meeting.asks), _mean(said, meeting.says.float()), dim=-1)
        return torch.stack(
            [
                (weight * best).sum(1),
                (weight * near).sum(1),
                (weight * (best - 0.5).clamp(max=0)).sum(1),
                (weight * torch.sigmoid(10 * (near - 0.4))).sum(1),
                role,
                (q[:, 0] * t[:, 0]).sum(-1),
                whole,
            ],
            1,
        )

    def _some(self, values: Tensor, share: float) -> Tensor:
        """In training a share of the values is hidden, so that nothing is learned by heart."""
        return F.dropout(values, share, self.training)


def _mean(vectors: Tensor, weights: Tensor) -> Tensor:
    return (vectors * weights[..., None]).sum(1) / weights.sum(1, keepdim=True).clamp_min(1)


def meeting_of(asked: Sequence[Tokens], told: Sequence[Told]) -> Meeting:
    """Texts, each with its question."""
    longest_asked, longest_told = (max(len(t.spans) for t in each) for each in (asked, [t.tokens for t in told]))
    n = len(told)
    q, asks = torch.zeros(n, longest_asked, WIDTH), torch.zeros(n, longest_asked)
    t, says = torch.zeros(n, longest_told, WIDTH), torch.zeros(n, longest_told, dtype=torch.bool)
    apart, figure = torch.zeros(n, longest_told, dtype=torch.long), torch.zeros(n, longest_told)
    for at, (question, text) in enumerate(zip(asked, told, strict=True)):
        q[at, : len(question.spans)] = torch.from_numpy(question.vectors)
        asks[at, 1 : len(question.spans) - 1] = 1
        length = len(text.tokens.spans)
        t[at, :length] = torch.from_numpy(text.tokens.vectors)
        says[at, :length] = True
        inside = figure_tokens(text)
        figure[at, :length] = torch.from_numpy(inside.astype(np.float32))
        apart[at, :length] = torch.from_numpy(distances(inside))
    return Meeting(q, asks, t, says, apart, figure)


def figure_tokens(told: Told) -> NDArray[np.bool_]:
    """Which tokens are the figure's, shape (t,); the first, which stands for the text, where it was cut off."""
    starts, ends = told.tokens.spans.T
    inside: NDArray[np.bool_] = (ends > told.start) & (starts < told.end) & (ends > starts)
    if not inside.any():
        inside[0] = True
    return inside


def distances(inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The bin of each token's distance from the figure, shape (t,)."""
    found = np.flatnonzero(inside)
    places = np.arange(len(inside))
    apart = np.minimum(places - found[0], 0) + np.maximum(places - found[-1], 0)
    binned: NDArray[np.int64] = np.digitize(apart, STEPS)
    return binned
