"""The API's manual."""

import re

from starlette.testclient import TestClient

from bot.api.docs import manual_html


def test_the_manual_names_every_route_and_every_type(client: TestClient) -> None:
    schema, page = client.get("/openapi.json").json(), client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    for path in schema["paths"]:
        assert f"<code>{path}</code>" in page.text
    for name in schema["components"]["schemas"]:
        assert f'<section id="{name}">' in page.text


def test_every_link_of_the_manual_leads_somewhere(client: TestClient) -> None:
    page = client.get("/docs").text
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_the_manual_loads_nothing(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//|url\(|@import', page)


def test_the_usual_error_is_a_problem(client: TestClient) -> None:
    assert "HTTPValidationError" not in client.get("/docs").text


def test_what_a_schema_says_is_only_text() -> None:
    field = {"type": "string", "description": "<script>alert(1)</script>"}
    page = manual_html(
        {"info": {"title": "T"}, "paths": {}, "components": {"schemas": {"A": {"properties": {"b": field}}}}}
    )
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_manual_has_every_parameter_and_failure(client: TestClient) -> None:
    schema, page = client.get("/openapi.json").json(), client.get("/docs").text
    for methods in schema["paths"].values():
        for operation in methods.values():
            section = page[page.index(f'<section id="{operation["operationId"]}">') :].split("</section>")[0]
            assert all(f"<code>{each['name']}</code>" in section for each in operation.get("parameters", ()))
            assert all(f">{status}<" in section for status in operation["responses"])
