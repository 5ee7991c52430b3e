"""The API's schema: what OpenAPI is told beside what the routes say of themselves."""

from typing import Any

from fastapi import FastAPI

from bot.api.problems import ProblemDocument

_SIZE = "The cold chain market is expected to reach USD 4.30 billion in 2026."
ANSWER: dict[str, Any] = {
    "id": "3f2b8c1e9d7a4f60b5c2d1e0f9a8b7c6",
    "status": "answered",
    "reason": None,
    "text": f"{_SIZE} [1]",
    "blocks": [{"type": "paragraph", "sentences": [{"text": _SIZE, "citations": [1], "calculation": None}]}],
    "citations": [
        {
            "number": 1,
            "report": "cold-chain-2025",
            "title": "Cold Chain Market, 2025–2032",
            "heading": ["Market size"],
            "quote": "We expect the market to reach USD 4.30 billion in 2026.",
            "start": 118,
            "end": 173,
            "passage": "cold-chain-2025:p0",
            "page": 12,
            "table": None,
            "row": None,
            "column": None,
            "url": "https://publisher.example/cold-chain",
        }
    ],
    "calculations": [],
    "suggestions": ["And in 2032?", "How fast is the market growing?"],
    "conversation": "9c1d0e2f3a4b5c6d7e8f9a0b1c2d3e4f",
    "answerer": "lookup",
    "took_ms": 14.2,
}
"""An answer as an example, of an invented report."""

_KEY = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "footnote_…",
    "description": "A key of `python -m bot keys create`. A server that listens on its own machine only needs none.",
}
_OPEN = ("/healthz", "/readyz", "/version")


def describe(app: FastAPI, longest: int) -> None:
    """Let the app's schema have problem documents, keys, examples and the ``longest`` question, in characters."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        schema = _described(plain())
        schema["components"]["schemas"]["Ask"]["properties"]["question"]["maxLength"] = longest
        return schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    components = schema["components"]
    problem = ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    components["schemas"] |= {**problem.pop("$defs", {}), "Problem": problem}
    components["schemas"]["Answer"]["examples"] = [ANSWER]
    components["securitySchemes"] = {"key": _KEY}
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            operation["security"] = [{}] if path in _OPEN else [{}, {"key": []}]
    for name in ("HTTPValidationError", "ValidationError"):  # FastAPI's own, which no route answers with
        components["schemas"].pop(name, None)
    return schema
