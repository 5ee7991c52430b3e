from pathlib import Path

from evals.bench.starting import time_starts


def test_the_commands_start_answer_and_serve_on_a_library_of_their_own(tmp_path: Path) -> None:
    found = time_starts(tmp_path, "How big is the market?", "Why does the market grow?", repeats=1)
    assert (tmp_path / "library.sqlite").exists()
    assert found.ledger_answer_s.middle > 0
    assert found.ready_s.middle > 0
