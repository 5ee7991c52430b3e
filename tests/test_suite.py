"""How the suite is run."""

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process runs all tests")
def test_one_process_runs_all_tests_of_a_module(request: pytest.FixtureRequest) -> None:
    """Else what is made once for a module is made in each process, and its tests come in another order."""
    assert request.node.nodeid.endswith("@tests/test_suite.py"), "pytest and pytest-xdist do not fit together"
