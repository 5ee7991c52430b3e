"""What a client may send."""

from typing import Annotated

from fastapi import Path, Query, Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.api.problems import NotJson
from bot.records import Thumb


def _storable(text: str) -> str:
    """Half a surrogate pair cannot be encoded, and PostgreSQL cannot keep NUL."""
    return text.encode("utf-8", "replace").decode().replace("\x00", " ").strip()


def _not_blank(text: str) -> str:
    if not text:
        raise ValueError("must not be blank")
    return text


def _number(value: object) -> object:
    """Neither true nor "1" is a number."""
    if isinstance(value, bool | str):
        raise ValueError("must be a number")
    return value


Text = Annotated[str, AfterValidator(_storable)]

WORDS = r"[^\s\u0000-\u001f\u0085]"
"""What a text must have a character of that is to say something: Python takes more for blank than a schema does."""

Said = Annotated[Text, AfterValidator(_not_blank), Field(json_schema_extra={"pattern": WORDS})]
"""Text that says something."""

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[\w.-]+$")]


Place = Annotated[
    str,
    Path(
        description="Where something stands in a report, as citations name it.",
        max_length=300,
        examples=["cold-chain-2025:p3", "cold-chain-2025:t0r4c1"],
    ),
]

Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]


async def json_only(request: Request) -> None:  # one that is not asynchronous costs each request a turn of a thread
    """Refuse a body of another media type. Raises NotJson."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise NotJson("Send the header Content-Type: application/json.")


class Ask(BaseModel):
    """A question. ``report`` narrows it to one report; ``conversation`` is the one an earlier answer named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: Said = Field(examples=["How big is the market?"])
    report: Identifier | None = None
    conversation: Annotated[Identifier, StringConstraints(max_length=64)] | None = None


class Search(BaseModel):
    """What to look for. ``report`` narrows it to one report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    query: Annotated[Said, StringConstraints(max_length=1000)] = Field(examples=["what drives the market"])
    report: Identifier | None = None
    limit: Annotated[int, Field(ge=1, le=50), BeforeValidator(_number)] = 10


class Rating(BaseModel):
    """A reader's thumb on the answer of that id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answer: Identifier
    thumb: Thumb
    comment: Annotated[Text, StringConstraints(max_length=2000)] | None = None
