"""What a client may send."""

from typing import Annotated

from fastapi import Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from bot.api.problems import NotJson
from bot.records import Thumb


def _storable(text: str) -> str:
    """Half a surrogate pair cannot be encoded, and PostgreSQL cannot keep NUL."""
    return text.encode("utf-8", "replace").decode().replace("\x00", " ").strip()


def _not_blank(text: str) -> str:
    if not text:
        raise ValueError("must not be blank")
    return text


Text = Annotated[str, AfterValidator(_storable)]

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[\w.-]+$")]


def json_only(request: Request) -> None:
    """Refuse a body of another media type. Raises NotJson."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise NotJson("Send the header Content-Type: application/json.")


class Ask(BaseModel):
    """A question. ``report`` narrows it to one report; ``conversation`` is the one an earlier answer named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: Annotated[Text, AfterValidator(_not_blank)] = Field(examples=["How big is the market?"])
    report: Identifier | None = None
    conversation: Annotated[Identifier, StringConstraints(max_length=64)] | None = None


class Rating(BaseModel):
    """A reader's thumb on the answer of that id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answer: Identifier
    thumb: Thumb
    comment: Annotated[Text, StringConstraints(max_length=2000)] | None = None
