"""How a question meets a text, token by token."""

import numpy as np
import pytest
import torch

from bot.interaction import (
    STEPS,
    WIDTH,
    Interaction,
    Told,
    asked_of,
    distances,
    figure_tokens,
    joined,
    meeting_of,
    said_of,
    split,
)
from ingest.embed import Tokens


def tokens(*places: tuple[int, int], seed: int = 0) -> Tokens:
    """A text with a token at each place and marks at both ends, its vectors drawn by chance."""
    spans = np.array([(0, 0), *places, (0, 0)], dtype=np.int32)
    vectors = np.random.default_rng(seed).normal(size=(len(spans), WIDTH)).astype(np.float32)
    return Tokens(vectors, spans, vectors.mean(0))


ASKED = tokens((0, 3), (4, 7), seed=1)
TEXT = tokens((0, 4), (5, 8), (9, 14), (15, 20), seed=2)


def test_the_tokens_of_a_figure_are_those_it_covers() -> None:
    assert list(figure_tokens(Told(TEXT, 5, 14))) == [False, False, True, True, False, False]


def test_a_figure_cut_off_is_stood_for_by_the_text() -> None:
    assert list(np.flatnonzero(figure_tokens(Told(TEXT, 90, 95)))) == [0]


def test_distances_are_told_before_and_behind_and_far_ones_alike() -> None:
    inside = np.zeros((1, 80), dtype=np.bool_)
    inside[0, 40:42] = True
    (bins,) = distances(inside)
    assert bins[40] == bins[41]
    assert len({bins[39], bins[40], bins[42]}) == 3
    assert bins[0] == bins[10] == 0
    assert bins[79] == len(STEPS)


TWO = [Told(TEXT, 5, 8), Told(tokens(*((n * 2, n * 2 + 1) for n in range(9)), seed=4), 4, 5)]


def weighed() -> Interaction:
    """A model whose clues and meetings count, without training."""
    torch.manual_seed(0)
    model = Interaction(2, np.random.default_rng(3).normal(size=(WIDTH, 64)).astype(np.float32)).eval()
    torch.nn.init.normal_(model.straight.weight)
    return model


def test_padding_changes_no_score() -> None:
    model = weighed()
    long = Told(tokens(*((n * 2, n * 2 + 1) for n in range(30)), seed=4), 4, 5)
    short, clues = Told(TEXT, 5, 8), torch.ones(2, 2)
    with torch.inference_mode():
        alone = model(meeting_of([ASKED], [short]), clues[:1])
        padded = model(meeting_of([ASKED, long.tokens], [short, long]), clues)
    assert padded.shape == (2,)
    assert float(padded[0]) == pytest.approx(float(alone[0]), abs=1e-5)


def test_one_question_meets_all_texts_as_it_meets_each() -> None:
    model = weighed()
    with torch.inference_mode():
        once = model(meeting_of([ASKED], TWO), torch.ones(2, 2))
        twice = model(meeting_of([ASKED, ASKED], TWO), torch.ones(2, 2))
    assert once.tolist() == pytest.approx(twice.tolist(), abs=1e-5)


def test_untrained_it_prefers_nothing() -> None:
    model = Interaction(2).eval()
    with torch.inference_mode():
        assert model(meeting_of([ASKED], [Told(TEXT, 5, 8)]), torch.ones(1, 2)).item() == 0


def test_a_text_read_alone_meets_a_question_as_it_does_beside_others() -> None:
    model = weighed()
    with torch.inference_mode():
        gists = [gist for each in TWO for gist in split(model.gist(*said_of([each])))]
        alone = model.score(*asked_of([ASKED]), joined(gists), torch.ones(2, 2))
        beside = model(meeting_of([ASKED], TWO), torch.ones(2, 2))
    assert alone.tolist() == pytest.approx(beside.tolist(), abs=1e-5)
