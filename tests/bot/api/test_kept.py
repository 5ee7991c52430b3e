"""What is kept, over HTTP."""

from collections.abc import Sequence

import pytest
from starlette.testclient import TestClient

from bot.answer import Answer
from bot.api.app import api
from bot.desk import Sources
from bot.keys import Keys, Scope
from bot.provenance import NOTHING
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from ingest.domain import Access
from tests.bot.fakes import EDITION, FIGURE, PASSAGES, FakeBot
from tests.bot.local import local_client


def asked(client: TestClient, question: str = "How big?", **more: str) -> Answer:
    return Answer.model_validate(client.post("/v1/ask", json={"question": question, **more}).json())


def test_a_permalink_gives_the_answer_as_it_was(client: TestClient, bot: FakeBot) -> None:
    answer = asked(client)
    bot.passages.clear()
    kept = client.get(f"/v1/answers/{answer.id}").json()
    assert Answer.model_validate(kept["answer"]) == answer
    assert kept["question"] == "How big?"
    assert kept["editions"] == [EDITION.model_dump(mode="json")]
    (passage,) = kept["passages"]
    (citation,) = kept["answer"]["citations"]
    assert passage["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert kept["current"] == [EDITION.id]


class ShelfBot(FakeBot):
    """Has one report, of an access and a version that change, or none."""

    access: Access | None = "public"
    version = EDITION.version

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        found = super().sources(report, addresses)
        if found is None or self.access is None or not self.readers[-1].may_read(report, self.access):
            return None
        edition = EDITION.model_copy(update={"access": self.access, "version": self.version})
        return found.model_copy(update={"edition": edition})


@pytest.fixture
def shelf() -> ShelfBot:
    return ShelfBot()


@pytest.fixture
def shop(shelf: ShelfBot, records: Records) -> TestClient:
    return local_client(api(RecordedBot(shelf, records), BotSettings(), records))


def test_a_permalink_says_when_its_edition_was_replaced(shop: TestClient, shelf: ShelfBot) -> None:
    answer = asked(shop)
    shelf.version += 1
    kept = shop.get(f"/v1/answers/{answer.id}").json()
    assert (kept["current"], kept["editions"][0]["version"]) == ([], EDITION.version)


@pytest.mark.parametrize(
    ("given", "now", "scope", "reports", "status"),
    [
        ("public", "public", "public", None, 200),
        ("public", None, "public", None, 200),
        ("public", "licensed", "public", None, 404),
        ("public", "licensed", "licensed", None, 200),
        ("public", "public", "public", ("kites",), 404),
        ("licensed", None, "public", None, 404),
        ("licensed", None, "licensed", None, 200),
    ],
)
def test_a_permalink_is_for_who_may_read_its_reports(
    shop: TestClient, shelf: ShelfBot, records: Records, given: Access, now: Access | None, scope: Scope,
    reports: tuple[str, ...] | None, status: int,
) -> None:  # fmt: skip
    shelf.access = given
    bot = RecordedBot(shelf, records).seen_by(Reader(name="lin", licensed=True))
    answer = bot.ask("How big?")
    shelf.access = now
    _, token = Keys(records.engine).create("shop", scope, reports)
    for path in ("answers", "charts"):
        response = shop.get(f"/v1/{path}/{answer.id}", headers={"Authorization": f"Bearer {token}"})
        told = response.status_code if path == "answers" else (200 if response.json()["type"] == "no-chart" else 404)
        assert told == status


def test_an_answer_of_an_earlier_release_is_read_without_its_sources(client: TestClient, records: Records) -> None:
    records.keep("How big?", FIGURE.model_copy(update={"id": "a99", "conversation": "c99"}), provenance=NOTHING)
    kept = client.get("/v1/answers/a99").json()
    assert kept["answer"]["id"] == "a99"
    assert kept["editions"] == kept["passages"] == kept["current"] == []


@pytest.mark.parametrize(("ending", "beginning"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_the_chart_of_an_answer_is_drawn_again(client: TestClient, ending: str, beginning: bytes) -> None:
    answer = asked(client, "How will it grow?")
    response = client.get(f"/v1/charts/{answer.id}", params={"format": ending})
    assert response.content.startswith(beginning)
    assert client.get(f"/v1/charts/{asked(client).id}").json()["type"] == "no-chart"


def test_a_conversation_is_read_and_forgotten(client: TestClient) -> None:
    first, second = asked(client, conversation="c1"), asked(client, "Who are the players?", conversation="c1")
    other = asked(client, conversation="c2")
    turns = client.get("/v1/conversations/c1").json()["turns"]
    assert [Answer.model_validate(turn["answer"]) for turn in turns] == [first, second]
    assert client.delete("/v1/conversations/c1").status_code == 204
    assert client.get("/v1/conversations/c1").status_code == 404
    assert client.delete("/v1/conversations/c1").status_code == 404
    assert client.get(f"/v1/answers/{first.id}").status_code == 404
    assert client.get(f"/v1/answers/{other.id}").status_code == 200


def test_a_conversation_is_its_keys_own(client: TestClient, records: Records) -> None:
    _, token = Keys(records.engine).create("shop", "public")
    mine = {"Authorization": f"Bearer {token}"}
    client.post("/v1/ask", json={"question": "How big?", "conversation": "c1"}, headers=mine)
    for method in ("GET", "DELETE"):
        assert client.request(method, "/v1/conversations/c1").status_code == 404
    assert client.get("/v1/conversations/c1", headers=mine).status_code == 200


@pytest.mark.parametrize("path", ["answers/xyzzy", "charts/xyzzy", "conversations/xyzzy"])
def test_what_was_never_kept_is_a_problem(client: TestClient, path: str) -> None:
    response = client.get(f"/v1/{path}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "xyzzy" not in response.text


def test_passages_are_those_the_answer_cites(client: TestClient) -> None:
    kept = client.get(f"/v1/answers/{asked(client, 'Who are the players?').id}").json()
    assert [passage["address"] for passage in kept["passages"]] == ["tidal-energy:p1"]
    assert kept["passages"][0]["text"] == PASSAGES["tidal-energy:p1"].text
