"""What is asked of the served bot."""

from evals.load.serving import corpus_texts


def test_questions_are_many_and_various() -> None:
    texts = corpus_texts()
    assert len(set(texts)) > 100
    assert all(text.strip() for text in texts)
