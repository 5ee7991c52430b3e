"""A client on the server's own machine, as those who try it are."""

from starlette.testclient import TestClient
from starlette.types import ASGIApp


def local_client(app: ASGIApp, raise_server_exceptions: bool = True, **headers: str) -> TestClient:
    """A client of an application that asks from 127.0.0.1, and calls it so."""
    return TestClient(
        app,
        base_url="http://127.0.0.1:8000",
        client=("127.0.0.1", 50_000),
        raise_server_exceptions=raise_server_exceptions,
        headers=headers,
    )
