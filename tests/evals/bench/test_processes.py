import os
import sys
import time

import pytest

from evals.bench.processes import NotStarted, peak_mb, python, run_server, run_to_end

SERVER = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self): self.send_response(200); self.end_headers()
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"])); self.send_response(200); self.end_headers()
    def log_message(self, *arguments): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print("Starting ..."); print(f"Footnote answers at http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
"""


def script(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def test_a_command_is_timed_to_its_first_line() -> None:
    started = time.perf_counter()
    took, _ = run_to_end(script("import time; print('first', flush=True); time.sleep(0.5)"), {})
    assert 0 < took < time.perf_counter() - started - 0.4


def test_a_command_gets_the_variables() -> None:
    run_to_end(script("import os; print(os.environ['OF_A_TEST'])"), {"OF_A_TEST": "here"})


@pytest.mark.parametrize("text", ["print('no'); raise SystemExit(3)", "pass"])
def test_a_command_that_fails_or_says_nothing_is_told(text: str) -> None:
    with pytest.raises(NotStarted, match="Run it to see"):
        run_to_end(script(text), {})


def test_a_server_is_timed_until_it_is_ready_and_asked() -> None:
    took, peak = run_server(script(SERVER), {}, ["How big?"])
    assert took > 0
    assert (peak is None) is (peak_mb(os.getpid()) is None)


def test_a_server_that_ends_is_told() -> None:
    with pytest.raises(NotStarted):
        run_server(script("print('No.')"), {}, [])


def test_memory_is_in_megabytes_where_the_system_tells() -> None:
    peak = peak_mb(os.getpid())
    assert peak is None or 10 < peak < 100_000
    assert peak_mb(2**30) is None


def test_commands_are_run_by_this_python() -> None:
    assert python("bot", "ask") == [sys.executable, "-m", "bot", "ask"]
