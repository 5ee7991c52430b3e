"""The tools: what each takes and gives, described for a language model."""

from typing import Annotated

from mcp_types import Tool, ToolAnnotations
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.answer import Answer
from bot.api.bodies import Ask, Identifier, Text
from bot.desk import PassageView
from bot.room import QuantityPage, Wanted
from ingest.domain import Measure

INSTRUCTIONS = (
    "This server answers from a library of market-research reports and shows the source of every figure. Use "
    "ask_report for questions, find_quantities to collect figures, read_passage to see a source in full. Repeat "
    "figures exactly as they are given, with their unit, year and source. Say that a figure was calculated where the "
    "answer does. Where the answer is declined or partial the reports do not say it: tell the user so, and do not "
    "fill the gap from elsewhere."
)

_Name = Annotated[Text, StringConstraints(min_length=1, max_length=200)]


class AskReport(Ask):
    """What ask_report takes."""

    question: Annotated[Text, StringConstraints(min_length=1)] = Field(
        description="One question in plain words, naming the market, place and year: 'How big was the telehealth "
        "market in Europe in 2025?'"
    )
    report: Identifier | None = Field(
        default=None, description="Id of the one report to ask; leave out to let the library find it."
    )
    conversation: Annotated[Identifier, StringConstraints(max_length=64)] | None = Field(
        default=None, description="The conversation of an earlier answer, for a follow-up such as 'and in 2032?'."
    )


class FindQuantities(BaseModel):
    """What find_quantities takes; what is left out is not asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: Measure | None = Field(
        default=None,
        description="What is measured: size is money (revenue, value, sales), volume is units, cagr a yearly rate "
        "over a span, growth the percent from one period to the next, increase what is added over a "
        "span, share a percent of a whole, count how many, price money for one thing, ratio a multiple.",
    )
    subject: _Name | None = Field(
        default=None, description="Words of a segment or of the report's label: 'cloud', 'home care'."
    )
    place: _Name | None = Field(default=None, description="A country or region by any of its names: 'UK', 'Germany'.")
    period: _Name | None = Field(default=None, description="A time as it is written: '2026', '2025–2032', 'Q1 2025'.")
    report: Identifier | None = Field(default=None, description="Id of the one report to look in.")
    limit: int = Field(default=20, ge=1, le=50, description="How many at most.")
    cursor: Annotated[str, StringConstraints(max_length=400)] | None = Field(
        default=None, description="The field next of the page before."
    )

    @property
    def wanted(self) -> Wanted:
        """The same for the reading room."""
        return Wanted(
            measure=self.measure, subject=self.subject, place=self.place, period=self.period, report=self.report
        )


class ReadPassage(BaseModel):
    """What read_passage takes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Annotated[str, StringConstraints(min_length=1, max_length=300)] = Field(
        description="The field passage of a citation, such as 'acme-2025:p3' or 'acme-2025:t0r4c1'."
    )


_LOOKS_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)
TOOLS = (
    Tool(
        name="ask_report",
        title="Ask the reports",
        description="Ask market-research reports a question: sizes, growth, forecasts, shares, companies, segments, "
        "regions, drivers, comparisons of years or reports. Returns a short answer whose every figure is "
        "cited by [n] and was checked against the report, or calculated from cited figures with the "
        "formula shown. status 'declined' means that the reports do not say it. Ask one thing at a time; "
        "for a follow-up send the conversation of the answer before.",
        input_schema=AskReport.model_json_schema(),
        output_schema=Answer.model_json_schema(mode="serialization"),
        annotations=_LOOKS_ONLY,
    ),
    Tool(
        name="find_quantities",
        title="Find figures",
        description="List figures as the reports print them, each with unit, period, place, what it measures and its "
        "source. Use it to collect figures for a table or to see what there is; use ask_report for one "
        "answer. No place and no subject in a figure means that it is of the whole market.",
        input_schema=FindQuantities.model_json_schema(),
        output_schema=QuantityPage.model_json_schema(mode="serialization"),
        annotations=_LOOKS_ONLY.model_copy(update={"idempotent_hint": True}),
    ),
    Tool(
        name="read_passage",
        title="Read a source",
        description="Read the section, row or cell that a citation points into, in the report's own words. Its "
        "address is the field passage of a citation.",
        input_schema=ReadPassage.model_json_schema(),
        output_schema=PassageView.model_json_schema(mode="serialization"),
        annotations=_LOOKS_ONLY.model_copy(update={"idempotent_hint": True}),
    ),
)
