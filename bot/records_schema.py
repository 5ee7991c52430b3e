"""The records' SQL tables, and the layout they are of."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Connection,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    false,
    inspect,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ingest.layout import Layout


class Base(DeclarativeBase):
    """All tables of the records."""


class TurnRow(Base):
    """A question with its answer; ``reader`` is empty for anybody's, ``site`` for what no widget asked.

    ``visitor`` is the hash of an address with the day's salt: it tells visitors of one day apart and names nobody.
    ``status`` and ``reason`` are the answer's own; ``about`` is the only report that was asked or is cited, empty where
    there are several, or none.
    """

    __tablename__ = "turns"
    __table_args__ = (Index("turns_told", "asked_at", "about", "site", "status", "reason", "visitor", "answer"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(String(64), unique=True)
    reader: Mapped[str] = mapped_column(String(64), default="", server_default="")
    conversation: Mapped[str] = mapped_column(String(64), index=True)
    report: Mapped[str | None] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    site: Mapped[str] = mapped_column(String(32), default="", server_default="")
    visitor: Mapped[str] = mapped_column(String(64), default="", server_default="")
    status: Mapped[str] = mapped_column(String(10), default="", server_default="")
    reason: Mapped[str] = mapped_column(String(20), default="", server_default="")
    about: Mapped[str] = mapped_column(String(200), default="", server_default="")


class FeedbackRow(Base):
    """The thumb that an answer got."""

    __tablename__ = "feedback"
    answer: Mapped[str] = mapped_column(ForeignKey("turns.answer", ondelete="CASCADE"), primary_key=True)
    thumb: Mapped[str] = mapped_column(String(4))
    comment: Mapped[str | None] = mapped_column(Text)
    given_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SourceRow(Base):
    """A piece of what answers were given from, once for all of them, by the SHA-256 of its body."""

    __tablename__ = "sources"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    body: Mapped[str] = mapped_column(Text)


class CitedRow(Base):
    """That an answer was given from a source; ``place`` is its place among those of the answer, 0-based."""

    __tablename__ = "cited"
    __table_args__ = (Index("cited_source", "digest"),)
    answer: Mapped[str] = mapped_column(ForeignKey("turns.answer", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(ForeignKey("sources.digest"))


class ModelUseRow(Base):
    """What one call of a language model took."""

    __tablename__ = "model_uses"
    number: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(String(64), index=True)
    model: Mapped[str] = mapped_column(String(200))
    tokens_in: Mapped[int] = mapped_column(BigInteger)
    tokens_out: Mapped[int] = mapped_column(BigInteger)
    millionths: Mapped[int] = mapped_column(BigInteger)
    seconds: Mapped[float] = mapped_column(Float)
    outcome: Mapped[str] = mapped_column(String(40))
    used_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class KeyRow(Base):
    """A key, by the hash of what is sent as it."""

    __tablename__ = "keys"
    id: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    digest: Mapped[str] = mapped_column(String(64))
    scope: Mapped[str] = mapped_column(String(20))
    reports: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    quoted_per_day: Mapped[int | None]


class SiteRow(Base):
    """A site with the widget on it. Its key is public, so it is kept as it is."""

    __tablename__ = "sites"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    origins: Mapped[list[str]] = mapped_column(JSON)
    reports: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    licensed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    visitor_limit: Mapped[int | None]
    day_limit: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class LeadRow(Base):
    """A visitor who wants a person, with the words they agreed to."""

    __tablename__ = "leads"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    email: Mapped[str] = mapped_column(String(320), index=True)
    name: Mapped[str | None] = mapped_column(Text)
    company: Mapped[str | None] = mapped_column(Text)
    message: Mapped[str | None] = mapped_column(Text)
    question: Mapped[str | None] = mapped_column(Text)
    report: Mapped[str | None] = mapped_column(String(200))
    conversation: Mapped[str | None] = mapped_column(String(64))
    site: Mapped[str] = mapped_column(String(32), default="", server_default="")
    page: Mapped[str | None] = mapped_column(Text)
    consent: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class DeliveryRow(Base):
    """A lead on its way: by which channel, how often it was tried, and when it is next."""

    __tablename__ = "deliveries"
    lead: Mapped[str] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    attempts: Mapped[int] = mapped_column(Integer)
    due_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    delivered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    error: Mapped[str | None] = mapped_column(Text)


class AskedRow(Base):
    """How many questions a site's visitor has asked on a day (UTC); ``visitor`` is "all" for all of its visitors."""

    __tablename__ = "asked"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    site: Mapped[str] = mapped_column(String(32), primary_key=True)
    visitor: Mapped[str] = mapped_column(String(64), primary_key=True)
    questions: Mapped[int] = mapped_column(Integer)


class QuotedRow(Base):
    """A piece of licensed text that somebody was quoted on a day (UTC), by its digest, and its characters."""

    __tablename__ = "quoted"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    holder: Mapped[str] = mapped_column(String(80), primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), primary_key=True)
    characters: Mapped[int] = mapped_column(Integer)


class SaltRow(Base):
    """What a day's addresses are hashed with. Once it is deleted, no hash can be tried against an address."""

    __tablename__ = "salts"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    salt: Mapped[str] = mapped_column(String(64))


class SecretRow(Base):
    """What the servers of these records sign with, by what it is for; made when it is first needed."""

    __tablename__ = "secrets"
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[str] = mapped_column(String(64))


class SessionRow(Base):
    """Somebody of the staff who is signed in, by the hash of what their browser sends."""

    __tablename__ = "sessions"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(ForeignKey("keys.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class RejectionRow(Base):
    """What verification took out of an answer, and why: nobody was told it."""

    __tablename__ = "rejections"
    number: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(ForeignKey("turns.answer", ondelete="CASCADE"), index=True)
    why: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    rejected_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


def _unnumbered(connection: Connection) -> int | None:
    return 0 if inspect(connection).has_table(TurnRow.__tablename__) else None


LAYOUT = Layout(
    name="records",
    number=5,
    revisions=Path(__file__).parent / "revisions",
    create=Base.metadata.create_all,
    unnumbered=_unnumbered,
    remedy="Use that release, or name other records in BOT_RECORDS_URL.",
)
