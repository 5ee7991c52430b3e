"""Leads: visitors who want a person. Each is kept once, with what is still to be delivered of it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.answer import Record
from bot.records_schema import DeliveryRow, LeadRow
from ingest.errors import FootnoteError
from ingest.layout import writing
from ingest.moments import in_utc

Channel = Literal["webhook", "mail"]
"""A way that leads are delivered by."""

PER_ADDRESS = 5
"""Leads of one e-mail address in a day."""

DAY = timedelta(days=1)


class SentBefore(FootnoteError):  # noqa: N818 - named for what happened
    """The same form was sent before, with something else in it."""


class TooManyOfAddress(FootnoteError):  # noqa: N818 - named for what happened
    """An address has as many leads as it may have in a day; ``seconds`` until it may have another."""

    def __init__(self, seconds: int) -> None:
        super().__init__("The address has as many leads as it may have in a day.")
        self.seconds = seconds


class NoAddress(FootnoteError):  # noqa: N818 - named for what happened
    """That is not an e-mail address."""


class Lead(Record):
    """A visitor who wants a person, with the words they agreed to at ``received_at`` (UTC)."""

    id: str
    email: str
    name: str | None = None
    company: str | None = None
    message: str | None = None
    question: str | None = None
    report: str | None = None
    conversation: str | None = None
    site: str = ""
    page: str | None = None
    consent: str
    received_at: datetime


class Delivery(Record):
    """A lead on its way by a channel; ``delivered_at`` once it arrived, else ``error`` says why it did not yet."""

    lead: str
    channel: str
    attempts: int
    due_at: datetime
    delivered_at: datetime | None
    error: str | None


def address(text: str) -> str:
    """An e-mail address as it is kept: in small letters, its domain readable. Raises NoAddress."""
    try:
        return validate_email(text.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError as error:
        raise NoAddress("This is not an e-mail address.") from error


class Leads:
    """The leads of a server, in the database of its records; what is kept is to be delivered by ``channels``."""

    def __init__(self, engine: Engine, channels: Sequence[Channel] = ()) -> None:
        self._engine = engine
        self._channels = tuple(channels)

    def keep(self, lead: Lead) -> tuple[Lead, bool]:
        """The lead once it is durable, with its deliveries, and whether it is new: sent again it is what it was.

        Raises SentBefore and TooManyOfAddress.
        """
        try:
            return self._keep(lead)
        except IntegrityError:  # another server has just kept it
            return self._keep(lead)

    def _keep(self, lead: Lead) -> tuple[Lead, bool]:
        with Session(writing(self._engine)) as session, session.begin():
            if row := session.get(LeadRow, lead.id):
                before = lead_of(row)
                if before.model_copy(update={"received_at": lead.received_at}) != lead:
                    raise SentBefore("This form was sent before, with something else in it.")
                return before, False
            _refuse_many(session, lead)
            session.add(LeadRow(**lead.model_dump()))
            session.flush()
            session.add_all(
                DeliveryRow(lead=lead.id, channel=each, attempts=0, due_at=lead.received_at) for each in self._channels
            )
        return lead, True

    def get(self, lead: str) -> Lead | None:
        """A lead by its id."""
        with Session(self._engine) as session:
            row = session.get(LeadRow, lead)
            return lead_of(row) if row else None

    def all(self, since: datetime | None = None, until: datetime | None = None) -> list[Lead]:
        """The leads received from ``since`` on and before ``until``, oldest first."""
        wanted = select(LeadRow).order_by(LeadRow.received_at, LeadRow.id)
        if since:
            wanted = wanted.where(LeadRow.received_at >= since.astimezone(UTC))
        if until:
            wanted = wanted.where(LeadRow.received_at < until.astimezone(UTC))
        with Session(self._engine) as session:
            return [lead_of(row) for row in session.scalars(wanted)]

    def deliveries(self, lead: str) -> list[Delivery]:
        """How far a lead is, by channel."""
        wanted = select(DeliveryRow).where(DeliveryRow.lead == lead).order_by(DeliveryRow.channel)
        with Session(self._engine) as session:
            return [delivery_of(row) for row in session.scalars(wanted)]

    def conversations(self, email: str) -> list[str]:
        """The conversations that an address's leads came from. Raises NoAddress."""
        own = select(LeadRow.conversation).where(LeadRow.email == address(email)).distinct()
        with Session(self._engine) as session:
            return [each for each in session.scalars(own) if each]

    def forget(self, email: str) -> int:
        """Delete an address's leads; how many. What of them is not delivered will not be. Raises NoAddress."""
        gone = delete(LeadRow).where(LeadRow.email == address(email)).returning(LeadRow.id)
        with Session(writing(self._engine)) as session, session.begin():
            return len(session.scalars(gone).all())

    def delete_before(self, moment: datetime) -> int:
        """Delete the leads received before then, delivered or not; how many."""
        gone = delete(LeadRow).where(LeadRow.received_at < moment.astimezone(UTC)).returning(LeadRow.id)
        with Session(writing(self._engine)) as session, session.begin():
            return len(session.scalars(gone).all())


def _refuse_many(session: Session, lead: Lead) -> None:
    """Raises TooManyOfAddress."""
    since = lead.received_at - DAY
    same = (LeadRow.email == lead.email) & (LeadRow.received_at > since)
    count, first = session.execute(select(func.count(), func.min(LeadRow.received_at)).where(same)).one()
    if count >= PER_ADDRESS:
        raise TooManyOfAddress(max(1, round((in_utc(first) + DAY - lead.received_at).total_seconds())))


def lead_of(row: LeadRow) -> Lead:
    """The lead that a row has."""
    fields = {name: getattr(row, name) for name in Lead.model_fields}
    return Lead.model_validate(fields | {"received_at": in_utc(row.received_at)})


def delivery_of(row: DeliveryRow) -> Delivery:
    """The delivery that a row has."""
    return Delivery(
        lead=row.lead, channel=row.channel, attempts=row.attempts, due_at=in_utc(row.due_at),
        delivered_at=row.delivered_at and in_utc(row.delivered_at), error=row.error,
    )  # fmt: skip
