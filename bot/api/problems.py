"""Every error as an RFC 9457 problem document that names the remedy and never repeats what the client sent."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi_problem.error import NotFoundProblem, Problem, ServerProblem, StatusProblem, UnprocessableProblem
from fastapi_problem.handler import ExceptionHandler, new_exception_handler
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.api.openai.problems import add_error
from bot.desk import NotReady
from ingest.errors import UnknownReport


class NoSuchPassage(NotFoundProblem):
    """No passage of that address."""

    title = "There is no such passage."


class NoSuchReport(NotFoundProblem):
    """No report of that id."""

    title = "There is no such report."


class NoSuchAnswer(NotFoundProblem):
    """No answer of that id was given here."""

    title = "There is no such answer."


class NoChart(NotFoundProblem):
    """The answer is not one that is drawn."""

    title = "The answer has no chart."


class QuestionTooLong(UnprocessableProblem):
    """The question is longer than the setting allows."""

    title = "The question is too long."


class NotJson(StatusProblem):
    """The body is of another media type."""

    status = 415
    title = "The body must be JSON."


class NotOpen(ServerProblem):
    """Questions cannot be answered yet."""

    status = 503
    title = "Questions cannot be answered yet."


class Unexpected(ServerProblem):
    """A defect. The cause is for the log, not for the client."""

    title = "Something went wrong here. It is not your question's fault; please try again."

    def __init__(self, cause: str | None = None) -> None:
        super().__init__()


class FieldError(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    message: str


class ProblemDocument(BaseModel):
    """An error (RFC 9457). ``errors`` is there when single fields of the request are wrong."""

    type: str = Field(examples=["no-such-report"])
    title: str
    status: int
    detail: str = ""
    errors: tuple[FieldError, ...] = ()


_DESCRIBED = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "The request cannot be met", "content": _DESCRIBED},
    "5XX": {"description": "The server is not ready, or failed", "content": _DESCRIBED},
}
"""What every route may answer with, for the schema."""


def add_problems(app: FastAPI) -> None:
    """Make every error of the app a problem document, in its schema too."""
    handler = exception_handler()
    # NotReady and UnknownReport by name: the handler of Exception logs a defect as well.
    for raised in (Exception, Problem, HTTPException, RequestValidationError, NotReady, UnknownReport):
        app.add_exception_handler(raised, handler)
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        schema = plain()
        ours = ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= {**ours.pop("$defs", {}), "Problem": ours}
        return schema

    app.openapi = openapi  # type: ignore[method-assign]


def exception_handler() -> ExceptionHandler:
    """The handler that turns every exception into a problem."""
    return new_exception_handler(
        unhandled_wrappers={"default": Unexpected},
        handlers={
            NotReady: lambda _handler, _request, error: NotOpen(str(error), headers={"Retry-After": "5"}),
            UnknownReport: lambda _handler, _request, _error: NoSuchReport("GET /v1/reports lists the reports."),
        },
        request_validation_handler=_invalid,
        post_hooks=[add_error],
    )


def _invalid(_handler: ExceptionHandler, _request: Request, error: RequestValidationError) -> Problem:
    errors = [_field_error(part) for part in error.errors()]
    return Problem(
        "The request is not valid.",
        type_="request-not-valid",
        status=422,
        detail="; ".join(f"{e['field']}: {e['message']}" for e in errors),
        errors=errors,
    )


def _field_error(error: dict[str, object]) -> dict[str, str]:
    """Field and message; the name of an unknown field is the client's own text, so it is left out."""
    place = error["loc"] if isinstance(error["loc"], tuple) else ()
    names = [str(part) for part in place[:-1] if isinstance(part, str)]
    if error["type"] not in ("extra_forbidden", "json_invalid"):
        names += [str(place[-1])] if place else []
    return {"field": ".".join(names) or "body", "message": str(error["msg"])}
