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
from torch.nn.utils.rnn import pad_sequence

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
    """Texts with the question each is to answer, padded: n of them, with up to q and t tokens.

    Where all have the same question it stands there once: ``asked`` and ``asks`` have one row.
    """

    asked: Tensor  # (n or 1, q, WIDTH)
    asks: Tensor  # (n or 1, q): 1 for a token of the question, 0 for padding and the marks at its ends
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


@dataclass(frozen=True, slots=True)
class Gist:
    """What of texts meets a question, padded: n of them, with up to t tokens. It is the same for every question."""

    meant: Tensor  # (n, t, MEANING), of unit length
    says: Tensor  # (n, t): whether it is a token
    apart: Tensor  # (n, t): bin of its distance from the figure
    role: Tensor  # (n, ROLE), of unit length: what the figure is
    whole: Tensor  # (n, WIDTH): the mean of all tokens


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
        asked, said = meeting.asked, meeting.said
        if self.training:
            kept = self._some(torch.ones(WIDTH), FADE_TEXT)
            asked, said = asked * kept, said * kept
        return self.score(asked, meeting.asks, self.gist(said, meeting.says, meeting.apart, meeting.figure), clues)

    def gist(self, said: Tensor, says: Tensor, apart: Tensor, figure: Tensor) -> Gist:
        """What of texts meets a question; the arguments are those of ``Meeting``."""
        role = F.normalize(self.role(_mean(said, figure)), dim=-1)
        return Gist(F.normalize(said @ self.meaning, dim=-1), says, apart, role, _mean(said, says.float()))

    def score(self, asked: Tensor, asks: Tensor, gist: Gist, clues: Tensor) -> Tensor:
        """The score of each text, as ``forward``."""
        weighed = torch.cat([clues, self._met(asked, asks, gist)], 1)
        bent: Tensor = self.bent(self._some(torch.relu(self.hidden(weighed)), FADE_HIDDEN))
        straight: Tensor = self.straight(weighed)
        return straight[:, 0] + bent[:, 0]

    def _met(self, asked: Tensor, asks: Tensor, gist: Gist) -> Tensor:
        heard = asks * (self._some(torch.ones_like(asks), FADE_TOKEN) > 0)
        q, t = F.normalize(asked @ self.meaning, dim=-1), gist.meant
        alike = torch.einsum("nqd,ntd->nqt", q, t).masked_fill(~gist.says[:, None], -1.0)
        weight = F.softplus(self.weight(asked)[..., 0]) * heard
        weight = weight / weight.sum(1, keepdim=True).clamp_min(1e-6)
        best = alike.max(2).values
        padding = torch.where(gist.says, 0.0, -1e4)[:, None]
        nearness = torch.softmax(self.sharpness * alike + self.distance[gist.apart][:, None] + padding, 2)
        near = (nearness * alike).sum(2)
        focus = torch.softmax(self.focus(asked)[..., 0] + torch.where(heard > 0, 0.0, -1e4), 1)
        wanted = F.normalize(self.wanted(_sum(asked, focus)), dim=-1)
        return torch.stack(
            [
                (weight * best).sum(1),
                (weight * near).sum(1),
                (weight * (best - 0.5).clamp(max=0)).sum(1),
                (weight * torch.sigmoid(10 * (near - 0.4))).sum(1),
                (gist.role * wanted).sum(1),
                (q[:, 0] * t[:, 0]).sum(-1),
                F.cosine_similarity(_mean(asked, asks), gist.whole, dim=-1),
            ],
            1,
        )

    def _some(self, values: Tensor, share: float) -> Tensor:
        """In training a share of the values is hidden, so that nothing is learned by heart."""
        return F.dropout(values, share, self.training)


def _mean(vectors: Tensor, weights: Tensor) -> Tensor:
    return _sum(vectors, weights) / weights.sum(1, keepdim=True).clamp_min(1)


def _sum(vectors: Tensor, weights: Tensor) -> Tensor:
    """Weighted, over tokens: shape (n, w) of vectors (n, t, w) and weights (n, t)."""
    return torch.bmm(weights[:, None], vectors)[:, 0]


def meeting_of(asked: Sequence[Tokens], told: Sequence[Told]) -> Meeting:
    """Texts, each with its question, or all with the only one."""
    return Meeting(*asked_of(asked), *said_of(told))


def asked_of(asked: Sequence[Tokens]) -> tuple[Tensor, Tensor]:
    """``asked`` and ``asks`` of a ``Meeting``."""
    vectors = pad_sequence([torch.from_numpy(each.vectors) for each in asked], batch_first=True)
    asks = torch.zeros(vectors.shape[:2])
    for at, each in enumerate(asked):
        asks[at, 1 : len(each.spans) - 1] = 1
    return vectors, asks


def said_of(told: Sequence[Told]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """``said``, ``says``, ``apart`` and ``figure`` of a ``Meeting``."""
    said = pad_sequence([torch.from_numpy(text.tokens.vectors) for text in told], batch_first=True)
    says, figure = (np.zeros(said.shape[:2], dtype=np.bool_) for _ in range(2))
    for at, text in enumerate(told):
        length = len(text.tokens.spans)
        says[at, :length] = True
        figure[at, :length] = figure_tokens(text)
    apart = torch.from_numpy(distances(figure))
    return said, torch.from_numpy(says), apart, torch.from_numpy(figure.astype(np.float32))


def split(gist: Gist) -> list[Gist]:
    """The gist of each text alone, without padding."""
    lengths = gist.says.sum(1).tolist()
    return [
        Gist(
            gist.meant[at : at + 1, :length].clone(),
            gist.says[at : at + 1, :length],
            gist.apart[at : at + 1, :length],
            gist.role[at : at + 1],
            gist.whole[at : at + 1],
        )
        for at, length in enumerate(lengths)
    ]


def joined(gists: Sequence[Gist]) -> Gist:
    """The gists of single texts, padded."""
    return Gist(
        pad_sequence([each.meant[0] for each in gists], batch_first=True),
        pad_sequence([each.says[0] for each in gists], batch_first=True),
        pad_sequence([each.apart[0] for each in gists], batch_first=True),
        torch.cat([each.role for each in gists]),
        torch.cat([each.whole for each in gists]),
    )


def figure_tokens(told: Told) -> NDArray[np.bool_]:
    """Which tokens are the figure's, shape (t,); the first, which stands for the text, where it was cut off."""
    starts, ends = told.tokens.spans.T
    inside: NDArray[np.bool_] = (ends > told.start) & (starts < told.end) & (ends > starts)
    if not inside.any():
        inside[0] = True
    return inside


def distances(inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The bin of each token's distance from the figure, which each row has, shape (n, t)."""
    places = np.arange(inside.shape[1])
    first, last = inside.argmax(1)[:, None], (places * inside).max(1)[:, None]
    apart = np.minimum(places - first, 0) + np.maximum(places - last, 0)
    binned: NDArray[np.int64] = np.digitize(apart, STEPS)
    return binned
