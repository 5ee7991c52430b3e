"""The API's manual at ``/docs``: its own schema as one page that loads nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse
from markupsafe import Markup

_STYLE = Path(__file__).with_name("docs.css")
_OWN = "Problem"  # listed last: every route may answer with it

Schema = Mapping[str, Any]


def manual(app: FastAPI) -> APIRouter:
    """The route of the manual."""
    router = APIRouter()

    @router.get("/docs", response_class=HTMLResponse, include_in_schema=False)
    def docs() -> str:
        return manual_html(app.openapi())

    return router


def manual_html(openapi: Schema) -> str:
    """Every route with what it takes and gives, then every type by name."""
    schemas: Mapping[str, Schema] = openapi["components"]["schemas"]
    names = sorted(schemas, key=lambda name: (name == _OWN, name))
    routes = Markup().join(
        _route(method, path, operation)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    )
    return str(
        _PAGE.format(
            title=openapi["info"]["title"],
            style=Markup(_STYLE.read_text(encoding="utf-8")),
            routes=routes,
            types=Markup().join(_type(name, schemas[name]) for name in names),
        )
    )


def _route(method: str, path: str, operation: Schema) -> Markup:
    body = operation.get("requestBody", {}).get("content", {})
    takes = Markup().join(
        Markup("<p>Takes <code>{}</code>: {}</p>").format(media, _words(content["schema"]))
        for media, content in body.items()
    )
    return Markup(
        '<section id="{id}"><h2><span class="method">{method}</span> <code>{path}</code></h2><p>{about}</p>'
        "{parameters}{takes}<ul>{gives}</ul>{fails}</section>"
    ).format(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        about=_prose(operation.get("description", "")),
        parameters=_parameters(operation.get("parameters", ())),
        takes=takes,
        gives=Markup().join(_gives(operation["responses"])),
        fails=_fails(operation["responses"]),
    )


def _parameters(parameters: Sequence[Schema]) -> Markup:
    if not parameters:
        return Markup()
    rows = Markup().join(
        Markup('<tr><th scope="row"><code>{}</code></th><td>{}{}</td><td>{}</td></tr>').format(
            each["name"],
            _words(each["schema"]),
            "" if each.get("required") else Markup(" <i>optional</i>"),
            _prose(each.get("description", "")),
        )
        for each in parameters
    )
    return Markup("<table><tbody>{}</tbody></table>").format(rows)


def _fails(responses: Mapping[str, Schema]) -> Markup:
    """All failures in a line: each is a problem."""
    failures = sorted(status for status in responses if _is_failure(status))
    said = Markup(", ").join(
        Markup('<abbr title="{}">{}</abbr>').format(responses[status]["description"], status) for status in failures
    )
    return Markup('<p>Fails with {}: <a href="#{}">{}</a></p>').format(said, _OWN, _OWN) if failures else Markup()


def _is_failure(status: str) -> bool:
    return status[0] in "45"


def _gives(responses: Mapping[str, Schema]) -> Iterator[Markup]:
    for status, response in responses.items():
        if _is_failure(status):
            continue
        for media, content in response.get("content", {"": {}}).items():
            shape = _words(content["schema"]) if content.get("schema") else Markup()
            yield Markup("<li><b>{}</b> {} <code>{}</code> {}</li>").format(
                status, response["description"].replace("Successful Response", ""), media, shape
            )


def _type(name: str, schema: Schema) -> Markup:
    required = frozenset(schema.get("required", ()))
    rows = Markup().join(
        Markup('<tr><th scope="row"><code>{}</code></th><td>{}{}</td><td>{}</td></tr>').format(
            field, _words(kind), "" if field in required else Markup(" <i>optional</i>"), kind.get("description", "")
        )
        for field, kind in schema.get("properties", {}).items()
    )
    return Markup('<section id="{0}"><h2>{0}</h2><p>{1}</p><table><tbody>{2}</tbody></table></section>').format(
        name, _prose(schema.get("description", "")), rows
    )


def _words(schema: Schema) -> Markup:
    """A schema in a line: "list of Citation", "text or null", "up or down"."""
    match schema:
        case {"$ref": ref}:
            return Markup('<a href="#{0}">{0}</a>').format(str(ref).rpartition("/")[2])
        case {"items": items}:
            return Markup("list of {}").format(_words(items))
        case {"anyOf": several} | {"oneOf": several}:
            return Markup(" or ").join(_words(one) for one in several)
        case {"const": value}:
            return Markup("<code>{}</code>").format(value)
        case {"enum": values}:
            return Markup(" or ").join(Markup("<code>{}</code>").format(value) for value in values)
        case {"type": kind}:
            return Markup(_KINDS.get(kind, kind))
        case _:
            return Markup("anything")


def _prose(text: str) -> Markup:
    """A description with its ``code``, or `code`, set as code."""
    pieces = re.split("`+", text)
    return Markup().join(Markup("<code>{}</code>" if i % 2 else "{}").format(piece) for i, piece in enumerate(pieces))


_KINDS = {"string": "text", "integer": "whole number", "number": "number", "null": "null", "object": "object"}
_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}: the API</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
    "<style>{style}</style></head><body><main><h1>{title}: the API</h1><p>Ask over HTTP, get JSON. The same as an "
    '<a href="openapi.json">OpenAPI schema</a>. Every error is a problem document (RFC 9457).</p>'
    "<pre>curl -s http://127.0.0.1:8000/v1/ask -H 'Content-Type: application/json' \\\n"
    '  -d \'{{"question": "How big is the market?"}}\'</pre>'
    '{routes}<h1 id="types">Types</h1>{types}</main></body></html>'
)
