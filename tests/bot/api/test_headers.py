"""The headers of every response."""

import re

import pytest
from starlette.testclient import TestClient

from bot.api.headers import policy_of


@pytest.mark.parametrize("path", ["/v1/reports", "/v1/nowhere", "/healthz", "/openapi.json"])
def test_what_a_program_reads_runs_and_loads_nothing_in_a_browser(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_what_a_key_may_read_is_kept_by_no_cache(client: TestClient) -> None:
    assert client.get("/v1/reports").headers["cache-control"] == "no-store"


def test_the_manual_may_be_styled_and_no_more(client: TestClient) -> None:
    policy = client.get("/docs").headers["content-security-policy"]
    assert "style-src 'unsafe-inline'" in policy and "script-src" not in policy and "default-src 'none'" in policy


def test_the_staff_s_pages_are_put_into_no_frame_and_what_takes_their_key_runs_nothing() -> None:
    assert "frame-ancestors 'none'" in policy_of("/staff/") and "'unsafe-eval'" in policy_of("/staff/")
    assert "unsafe" not in policy_of("/staff/sign-in") + policy_of("/staff/export/leads.csv")


@pytest.mark.parametrize("path", ["/", "/config", "/assets/index.js", "/gradio_api/queue/join"])
def test_only_the_page_has_the_looser_policy(path: str) -> None:
    assert "'unsafe-eval'" in policy_of(path)
    assert not re.search(r"https?:|\*", policy_of(path))
