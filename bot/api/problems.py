"""Every error as an RFC 9457 problem document that names the remedy and never repeats what the client sent."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi_problem.error import NotFoundProblem, Problem, ServerProblem, StatusProblem, UnprocessableProblem
from fastapi_problem.handler import ExceptionHandler, new_exception_handler
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.admission import Crowded
from bot.api.openai.problems import add_error
from bot.desk import NotReady
from bot.patience import GivenUp, Gone
from bot.used_up import QuestionsUsedUp, QuotesUsedUp, UsedUp
from ingest.errors import UnknownReport
from ingest.index import DamagedIndex


class NoSuchPassage(NotFoundProblem):
    """No passage of that address."""

    title = "There is no such passage."


class NoSuchReport(NotFoundProblem):
    """No report of that id."""

    title = "There is no such report."


class NoSuchTable(NotFoundProblem):
    """No table at that address."""

    title = "There is no such table."


class NoSuchPage(NotFoundProblem):
    """The cursor of a page was not made here."""

    title = "There is no such page."


class NoSuchAnswer(NotFoundProblem):
    """No answer of that id was given here."""

    title = "There is no such answer."


class NoSuchConversation(NotFoundProblem):
    """No conversation of that id is the asker's."""

    title = "There is no such conversation of yours."


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


class QuestionsOfTheDay(StatusProblem):
    """A site, or a visitor of it, has asked as much as it may in a day."""

    status = 429
    title = "The questions of this day are used up."


class QuotesOfTheDay(StatusProblem):
    """As much licensed text was quoted to a reader as may be in a day."""

    status = 429
    title = "What may be quoted on this day is used up."


class NotOpen(ServerProblem):
    """Questions cannot be answered yet."""

    status = 503
    title = "Questions cannot be answered yet."


class TooManyQuestions(ServerProblem):
    """No more questions may wait for their turn."""

    status = 503
    title = "Too much is asked at the moment."


class TooManyAtOnce(ServerProblem):
    """As many requests are being answered as may be at once."""

    status = 503
    title = "Too many requests are being answered."


class TooManyStreams(ServerProblem):
    """As many answers are streamed as may be at once, or as one caller may have of them."""

    status = 503
    title = "Too many answers are being streamed."


class TookTooLong(ServerProblem):
    """The time for one answer was up."""

    status = 503
    title = "The answer took too long."


class Left(StatusProblem):
    """Who asked did not wait for the answer; it is for the log only."""

    status = 499
    title = "The client has left."


class Unexpected(ServerProblem):
    """A defect. The cause is for the log, not for the client."""

    title = "Something went wrong here. It is not your question's fault; please try again."

    def __init__(self, cause: str | None = None) -> None:
        super().__init__()


class FieldError(BaseModel):
    """What is wrong with one field of a request; ``$`` is the whole of it."""

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
_REASONS = {
    400: "The body cannot be read",
    401: "A key is asked for, and none or a wrong one was sent",
    403: "The key may not do this",
    404: "There is no such thing",
    405: "The path has other methods",
    408: "The body took too long to arrive",
    409: "It was sent before, with something else in it",
    413: "The body is too large",
    415: "The body is of another media type",
    422: "The request is not valid",
    429: "Too many requests; Retry-After says when to come back",
    500: "A defect",
    503: "Not ready, or too busy; Retry-After says when to come back",
}
_ALWAYS = (401, 422, 429, 500, 503)


def failing(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may answer with, for the schema: these, and those that every route may."""
    return {
        status: {"description": _REASONS[status], "content": _DESCRIBED} for status in sorted({*statuses, *_ALWAYS})
    }


_DAMAGED = "The search index is damaged; whoever runs this server can mend it."


def add_problems(app: FastAPI) -> None:
    """Make every error of the app a problem document."""
    plainly = exception_handler()

    async def handler(request: Request, error: Exception) -> Response:
        """Asynchronous, because each refusal would take a thread's turn otherwise."""
        return plainly(request, error)

    # What is expected by name: the handler of Exception logs a defect as well.
    expected = (NotReady, UnknownReport, DamagedIndex, Crowded, GivenUp, Gone, QuestionsUsedUp, QuotesUsedUp)
    for raised in (Exception, Problem, HTTPException, RequestValidationError, *expected):
        app.add_exception_handler(raised, handler)


def exception_handler() -> ExceptionHandler:
    """The handler that turns every exception into a problem."""
    return new_exception_handler(
        unhandled_wrappers={"default": Unexpected},
        handlers={
            NotReady: lambda _handler, _request, error: NotOpen(str(error), headers={"Retry-After": "5"}),
            Crowded: lambda _handler, _request, error: TooManyQuestions(str(error), headers=_retry(error)),
            QuestionsUsedUp: lambda _handler, _request, error: QuestionsOfTheDay(str(error), headers=_retry(error)),
            QuotesUsedUp: lambda _handler, _request, error: QuotesOfTheDay(str(error), headers=_retry(error)),
            Gone: lambda _handler, _request, _error: Left("Nobody waited for the answer."),
            GivenUp: lambda _handler, _request, error: TookTooLong(str(error), headers={"Retry-After": "5"}),
            DamagedIndex: lambda _handler, _request, _error: NotOpen(_DAMAGED, headers={"Retry-After": "60"}),
            UnknownReport: lambda _handler, _request, _error: NoSuchReport("GET /v1/reports lists the reports."),
        },
        request_validation_handler=_invalid,
        post_hooks=[add_error],
    )


def _retry(error: Exception) -> dict[str, str]:
    return {"Retry-After": str(error.seconds if isinstance(error, Crowded | UsedUp) else 5)}


def not_valid(field: str, message: str) -> Problem:
    """The problem of one field of a request."""
    return _not_valid([{"field": field, "message": message}])


def _invalid(_handler: ExceptionHandler, _request: Request, error: RequestValidationError) -> Problem:
    return _not_valid([_field_error(part) for part in error.errors()])


def _not_valid(errors: list[dict[str, str]]) -> Problem:
    return Problem(
        "The request is not valid.",
        type_="request-not-valid",
        status=422,
        detail="; ".join(f"{e['field']}: {e['message']}" for e in errors),
        errors=errors,
    )


def _field_error(error: dict[str, object]) -> dict[str, str]:
    """Field and message; the name of an unknown field is the client's own text, so it is left out."""
    place = error["loc"][1:] if isinstance(error["loc"], tuple) else ()  # behind "body", "query" or "path"
    names = [str(part) for part in place[:-1] if isinstance(part, str)]
    if error["type"] not in ("extra_forbidden", "json_invalid"):
        names += [str(place[-1])] if place else []
    return {"field": ".".join(names) or "$", "message": str(error["msg"])}
