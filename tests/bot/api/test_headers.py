"""The headers of every response."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/v1/reports", "/v1/nowhere", "/healthz"])
def test_every_response_keeps_the_browser_to_this_origin(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
