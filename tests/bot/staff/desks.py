"""Staff with a served library, without a model."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from bot.staff.reports import StaffReports, Who
from bot.staff.upload_job import Job
from ingest.embed import Tokens
from ingest.index import Index, open_index
from ingest.library import Library
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder

ANN = Who(name="Ann")
TEXT = (
    "# Kite Market\n\n## Size\n\nThe kite market was valued at USD {} billion in 2025.\n\n"
    "## Drivers\n\nThe market grows because children like to fly kites in autumn.\n"
)


class FakeEncoder(HashEncoder):
    """Reads texts token by token too."""

    def read(self, texts: list[str]) -> list[Tokens]:
        return [Tokens(self.encode_query(text)[None], np.zeros((1, 2), dtype=np.int32), self.encode_query(text))
                for text in texts]  # fmt: skip


@dataclass
class Desk:
    """An open server's reports, and what lies under them."""

    reports: StaffReports
    library: Library
    index: Index
    settings: IngestSettings

    def sent(self, name: str, data: bytes | str, who: Who = ANN) -> Job:
        """What an upload came to."""
        self.reports.upload(who, name, data.encode() if isinstance(data, str) else data)
        return self.waited(who)

    def waited(self, who: Who = ANN) -> Job:
        """The upload that is taken in, at its end."""
        end = time.monotonic() + 60
        while (job := self.reports.job(who)) and not job.is_over and time.monotonic() < end:
            time.sleep(0.02)
        assert job is not None and job.is_over
        return job

    def published(self, worth: str, name: str = "kites.md", who: Who = ANN) -> int:
        """The number of a version of a figure that answers now."""
        job = self.sent(name, TEXT.format(worth), who)
        assert job.version is not None, job
        self.reports.publish(who, job.report, job.version)
        return job.version


@contextmanager
def desk(settings: IngestSettings, encoder: HashEncoder | None = None) -> Iterator[Desk]:
    """Library and index of the settings, with staff at work."""
    with Library(settings.library_location) as library, open_index(settings) as index:
        reports = StaffReports(settings, encoder or FakeEncoder())  # type: ignore[arg-type]
        with reports.opened(library, index):
            yield Desk(reports, library, index, settings)
