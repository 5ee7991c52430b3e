"""The limit on request bodies, announced or not."""

from collections.abc import Iterator

from starlette.testclient import TestClient

JSON = {"Content-Type": "application/json"}


def test_a_body_of_the_limit_is_read(client: TestClient) -> None:
    body = b'{"question": "How big?"}'
    assert client.post("/v1/ask", content=body.ljust(4096), headers=JSON).status_code == 200
    assert client.post("/v1/ask", content=body.ljust(4097), headers=JSON).status_code == 413


def test_a_chunked_body_is_counted(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"question": "'
        yield from [b"x" * 1000] * 20

    response = client.post("/v1/ask", content=chunks(), headers=JSON)
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"
