"""What the staff page's tests share: records with some turns, and a client of the whole application."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from starlette.testclient import TestClient

from bot.app import build_app
from bot.keys import Key, Keys, Scope
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import OTHER, REPORT, FakeBot
from tests.bot.local import local_client

OWN = {"Origin": "http://127.0.0.1:8000"}
_numbers = count(1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    """The records of a module's application."""
    records = Records(f"sqlite:///{tmp_path_factory.mktemp('staff') / 'records.sqlite'}")
    yield records
    records.close()


@pytest.fixture(scope="module")
def served(kept: Records) -> Iterator[TestClient]:
    """A client of the application, which takes a second to build."""
    app = build_app(RecordedBot(FakeBot(REPORT, OTHER), kept), BotSettings(), kept)
    with local_client(app, raise_server_exceptions=False) as client:
        client.follow_redirects = False
        yield client


@pytest.fixture
def app_client(served: TestClient) -> TestClient:
    """The same client, signed in as nobody."""
    served.cookies.clear()
    return served


@pytest.fixture
def new_key(kept: Records) -> Callable[..., tuple[Key, str]]:
    """Makes a key of a scope, for all reports or for some, and says what is sent as it."""

    def made(scope: Scope = "staff", *reports: str) -> tuple[Key, str]:
        return Keys(kept.engine).create(f"Key {next(_numbers)}", scope, reports or None)

    return made


@pytest.fixture
def sign_in(app_client: TestClient, new_key: Callable[..., tuple[Key, str]]) -> Callable[..., Key]:
    """Signs the client in with a new staff key, for all reports or for some."""

    def signed_in(*reports: str) -> Key:
        key, token = new_key("staff", *reports)
        response = app_client.post("/staff/sign-in", data={"key": token}, headers=OWN)
        assert response.status_code == 303, response.text
        return key

    return signed_in
