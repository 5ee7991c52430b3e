from evals.bench.run import corpus_questions
from evals.library import EVALS


def test_the_questions_are_those_of_the_dev_split_about_the_corpus() -> None:
    reports = {folder.name for folder in (EVALS.parent / "corpus").iterdir() if folder.is_dir()}
    questions = corpus_questions()
    assert len(questions) >= 120
    assert {question.report for question in questions} == reports
    assert {question.split for question in questions} == {"dev"}
