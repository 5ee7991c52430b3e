"""The routes by which a visitor leaves a lead: the form is opened, filled in and sent."""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi_problem.error import ConflictProblem, NotFoundProblem, StatusProblem, UnprocessableProblem
from limits import RateLimitItemPerDay
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from starlette.concurrency import run_in_threadpool

from bot.answer import Record
from bot.api.asker import reader_of
from bot.api.bodies import Identifier, Said, Text, json_only
from bot.api.call import address_of
from bot.api.problems import failing, not_valid
from bot.api.rate_limit import Counter, counting
from bot.consent import is_wording, wording
from bot.lead_form import LeadForms, OpenedForm
from bot.leads import Lead, Leads, NoAddress, SentBefore, TooManyOfAddress, address
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings
from bot.signing import Signer
from ingest.moments import now

PER_VISITOR = 20
"""Leads from one address of the network in a day; an office has one for all."""

PRIVACY = "/privacy"
"""Where it is said what is kept."""


class NoSuchForm(NotFoundProblem):
    """The token is not of a form that was opened here, or is of another site's."""

    title = "There is no such form."


class FormTooOld(UnprocessableProblem):
    """The form was opened too long ago."""

    title = "The form was open for too long."


class SentTooSoon(StatusProblem):
    """No person fills in a form so fast."""

    status = 429
    title = "The form was sent too soon."


class NotByAPerson(UnprocessableProblem):
    """The field that no person sees is filled in."""

    title = "The form was not filled in by a person."


class NotAgreed(UnprocessableProblem):
    """The words agreed to are none that the form shows."""

    title = "These are not the words to agree to."


class FormSentBefore(ConflictProblem):
    """The same form came before, with something else in it."""

    title = "This form was sent before."


class TooManyLeads(StatusProblem):
    """A visitor, or an e-mail address, has left as many leads as may be in a day."""

    status = 429
    title = "Too many requests for a person."


def _plain(text: str) -> str:
    """Without control characters: what a lead has is printed in terminals and mails. Lines stay lines."""
    kept = (char if char in "\n\t" or unicodedata.category(char) != "Cc" else " " for char in text)
    return "".join(kept).strip()


def _one_line(text: str) -> str:
    return " ".join(_plain(text).split())


Lines = Annotated[Text, AfterValidator(_plain)]
Line = Annotated[Text, AfterValidator(_one_line)]


class FormView(Record):
    """A form to fill in: its token, the words to agree to, and where it is said what is kept."""

    token: str
    consent: str
    privacy: str


class LeadSent(BaseModel):
    """A form filled in. ``token`` and ``consent`` are those of the form; ``question`` is the one left open, ``page``
    the address it was asked on, and ``website`` a field that no person sees and that stays empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    email: Annotated[Said, StringConstraints(max_length=320)] = Field(examples=["jane.doe@company.example"])
    consent: Annotated[Said, StringConstraints(max_length=1000)]
    name: Annotated[Line, StringConstraints(max_length=200)] | None = None
    company: Annotated[Line, StringConstraints(max_length=200)] | None = None
    message: Annotated[Lines, StringConstraints(max_length=5000)] | None = None
    question: Annotated[Lines, StringConstraints(max_length=20_000)] | None = None
    report: Identifier | None = None
    conversation: Annotated[Identifier, StringConstraints(max_length=64)] | None = None
    page: Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://[\x21-\x7e]+$")] | None = None
    website: Annotated[str, StringConstraints(max_length=2000)] = ""


class LeadReceived(Record):
    """A lead that is kept."""

    id: str
    received_at: datetime


class LeadDesk:
    """Takes leads. ``called`` is told of each new one."""

    def __init__(
        self,
        records: Records,
        leads: Leads,
        settings: BotSettings,
        called: Sequence[Callable[[], None]] = (),
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._records = records
        self._leads = leads
        self._forms = LeadForms(Signer(records.engine, "lead forms"), clock)
        self._visitors: Counter = counting([RateLimitItemPerDay(PER_VISITOR)], settings)
        self._called = called
        self._clock = clock

    def open(self, reader: Reader) -> str:
        """The token of a new form."""
        return self._forms.open(reader.site)

    async def take(self, sent: LeadSent, reader: Reader, visitor: str) -> Lead:
        """The lead, once it is kept. Raises the problems of this module."""
        form = await run_in_threadpool(self._forms.opened, sent.token, reader.site)
        if form is None:
            raise NoSuchForm("Open a form with GET /v1/leads/form and send its token.")
        lead = await run_in_threadpool(self._read, sent, form, reader)
        if not await run_in_threadpool(self._leads.get, lead.id):  # what is sent again is not counted again
            self._refuse_untimely(form)
            if reader.site or not reader.name:  # who holds a key sends the leads of many
                await self._count(visitor)
        return await run_in_threadpool(self._keep, lead)

    def _read(self, sent: LeadSent, form: OpenedForm, reader: Reader) -> Lead:
        """The lead of a form, whose conversation is named only if it is the reader's."""
        if sent.website:
            raise NotByAPerson("Leave the hidden field empty.")
        if not is_wording(sent.consent):
            raise NotAgreed("Send the consent that GET /v1/leads/form gave, as it was shown.")
        try:
            email = address(sent.email)
        except NoAddress:
            raise not_valid("email", "must be an e-mail address") from None
        own = sent.conversation and self._records.turns(sent.conversation, 1, reader.name)
        return Lead(
            id=form.id, email=email, name=sent.name or None, company=sent.company or None,
            message=sent.message or None, question=sent.question or None, report=sent.report,
            conversation=sent.conversation if own else None, site=reader.site, page=sent.page,
            consent=sent.consent, received_at=self._clock(),
        )  # fmt: skip

    def _refuse_untimely(self, form: OpenedForm) -> None:
        now = self._clock()
        if form.is_over(now):
            raise FormTooOld("Open it again with GET /v1/leads/form.")
        if seconds := form.too_soon(now):
            wait = str(int(seconds) + 1)
            raise SentTooSoon(f"Send it again in {wait} s.", headers={"Retry-After": wait})

    async def _count(self, visitor: str) -> None:
        over, left = await self._visitors.count(f"leads {visitor}")
        if over is not None:
            raise _too_many(left[0][2])

    def _keep(self, lead: Lead) -> Lead:
        try:
            kept, is_new = self._leads.keep(lead)
        except TooManyOfAddress as error:
            raise _too_many(error.seconds) from error
        except SentBefore as error:
            raise FormSentBefore("Open a new one with GET /v1/leads/form.") from error
        for call in self._called if is_new else ():
            call()
        return kept


def _too_many(seconds: int) -> TooManyLeads:
    return TooManyLeads(
        "No more can be taken today. Please write to the publisher.", headers={"Retry-After": str(seconds)}
    )


def lead_routes(desk: LeadDesk) -> APIRouter:
    """The routes over the desk that takes leads."""
    router = APIRouter(responses=failing(), tags=["leads"])

    @router.get("/v1/leads/form", operation_id="open_lead_form")
    async def open_form(
        request: Request,
        language: Annotated[str, Query(max_length=35, description="A language tag, such as de.")] = "en",
    ) -> FormView:
        """A form for a visitor who wants a person, in their language where there is one."""
        token = await run_in_threadpool(desk.open, reader_of(request))
        return FormView(token=token, consent=wording(language), privacy=PRIVACY)

    @router.post(
        "/v1/leads",
        operation_id="leave_lead",
        status_code=201,
        responses=failing(400, 404, 408, 409, 413, 415),
        dependencies=[Depends(json_only)],
    )
    async def leave(body: LeadSent, request: Request) -> LeadReceived:
        """Leave a lead; 201 once it is kept. The same form sent again is the same lead."""
        visitor = address_of(request.client.host if request.client else "")
        lead = await desk.take(body, reader_of(request), visitor)
        return LeadReceived(id=lead.id, received_at=lead.received_at)

    return router
