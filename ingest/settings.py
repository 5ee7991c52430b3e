"""The settings of ingest: variables INGEST_*, read once at the edge."""

import os
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.errors import Misconfigured
from ingest.read.limits import Limits


class IngestSettings(BaseSettings):
    """Where the library and its index are, and what embeds. Read from the environment by ``IngestSettings.read()``."""

    model_config = SettingsConfigDict(env_prefix="INGEST_", env_ignore_empty=True, frozen=True, extra="forbid")

    data_dir: Path = Field(default=Path("data"), description="Folder of the library, the index and the lock.")
    library_url: str | None = Field(default=None, description="SQLAlchemy URL of the library, in place of SQLite.")
    chroma_url: str | None = Field(default=None, description="URL of a Chroma server, in place of the embedded index.")
    embedding_model: str = Field(
        default="all-MiniLM-L6-v2", min_length=1, description="Name or path of a sentence-transformers model."
    )
    max_file_mb: int = Field(default=50, ge=1, le=2000, description="Files larger than this are refused, in MB.")
    max_read_memory_mb: int = Field(
        default=1500,
        ge=300,
        le=64_000,
        description="Memory that reading one PDF, Word, Excel or HTML file may take, in MB.",
    )
    max_read_seconds: int = Field(
        default=120,
        ge=5,
        le=3600,
        description="Time that reading one PDF, Word, Excel or HTML file may take, in seconds.",
    )

    @model_validator(mode="after")
    def refuse_unknown(self) -> Self:
        """pydantic-settings overlooks variables it does not know; a typo must fail at start instead."""
        refuse_unknown_variables("INGEST_", frozenset(type(self).model_fields))
        return self

    @classmethod
    def read(cls) -> Self:
        """The settings of the environment. Raises Misconfigured with one line for all that is wrong."""
        try:
            return cls()
        except ValidationError as error:
            raise Misconfigured(explain(error, "INGEST_")) from error

    @property
    def limits(self) -> Limits:
        """What reading one file may cost."""
        return Limits(self.max_read_memory_mb, self.max_read_seconds, file_mb=self.max_file_mb)

    @property
    def library_location(self) -> str:
        """The SQLAlchemy URL of the library."""
        return self.library_url or f"sqlite:///{self.data_dir / 'library.sqlite'}"

    @property
    def chroma_dir(self) -> Path:
        """Directory of the embedded index."""
        return self.data_dir / "chroma"

    @property
    def uploads_dir(self) -> Path:
        """Directory of what staff sent."""
        return self.data_dir / "uploads"


def refuse_unknown_variables(prefix: str, fields: frozenset[str]) -> None:
    """Raise Misconfigured when the environment has a variable of that prefix that is no field."""
    known = {f"{prefix}{name}".upper() for name in fields}
    unknown = sorted(name for name in os.environ if name.upper().startswith(prefix) and name.upper() not in known)
    if unknown:
        raise Misconfigured(f"Unknown setting {', '.join(unknown)}. Settings are: {', '.join(sorted(known))}.")


def explain(error: ValidationError, prefix: str) -> str:
    """One line that names each wrong variable and says what is wrong with it."""
    problems = [f"{prefix}{'_'.join(str(part) for part in e['loc'])}".upper() + f": {e['msg']}" for e in error.errors()]
    return f"{'; '.join(problems)}. Correct the environment and start again."
