"""Looking things up over HTTP."""

import pytest
from starlette.testclient import TestClient

from bot.room import PassageFound, QuantityPage, ReportView, WholeTable
from tests.bot.fakes import FOUND, QUANTITIES, REPORT, VIEW, WHOLE, FakeBot

JSON = {"Content-Type": "application/json"}


def test_a_report_is_looked_up(client: TestClient) -> None:
    assert ReportView.model_validate(client.get(f"/v1/reports/{REPORT.id}").json()) == VIEW


def test_a_table_comes_as_json(client: TestClient) -> None:
    assert WholeTable.model_validate(client.get(f"/v1/tables/{WHOLE.address}").json()) == WHOLE


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("", "text/csv", "text/csv"),
        ("?format=csv", "*/*", "text/csv"),
        ("?format=json", "text/csv", "application/json"),
        ("", "*/*", "application/json"),
    ],
)
def test_a_table_comes_as_a_spreadsheet_where_that_is_asked_for(
    client: TestClient, query: str, accept: str, media_type: str
) -> None:
    response = client.get(f"/v1/tables/{WHOLE.address}{query}", headers={"Accept": accept})
    assert response.headers["content-type"].startswith(media_type)
    if media_type == "text/csv":
        assert response.content.decode("utf-8-sig").splitlines()[1] == "Europe,842,951"
        assert response.headers["content-disposition"] == 'attachment; filename="tidal-energy-t0.csv"'


def test_quantities_come_page_by_page(client: TestClient) -> None:
    first = QuantityPage.model_validate(client.get("/v1/quantities", params={"limit": 1}).json())
    second = QuantityPage.model_validate(client.get("/v1/quantities", params={"limit": 1, "cursor": first.next}).json())
    assert (*first.quantities, *second.quantities) == QUANTITIES
    assert second.next is None


def test_a_search_finds_passages(client: TestClient) -> None:
    response = client.post("/v1/search", json={"query": "size", "limit": 1})
    assert [PassageFound.model_validate(each) for each in response.json()] == list(FOUND)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "kind"),
    [
        ("GET", "/v1/reports/nowhere", None, 404, "no-such-report"),
        ("GET", "/v1/reports/a%20b", None, 422, "request-not-valid"),
        ("GET", "/v1/tables/tidal-energy:t9", None, 404, "no-such-table"),
        ("GET", "/v1/tables/tidal-energy:t0?format=xlsx", None, 422, "request-not-valid"),
        ("GET", "/v1/quantities?cursor=xyzzy", None, 404, "no-such-page"),
        ("GET", "/v1/quantities?measure=xyzzy", None, 422, "request-not-valid"),
        ("GET", "/v1/quantities?limit=0", None, 422, "request-not-valid"),
        ("GET", "/v1/quantities?report=nowhere", None, 404, "no-such-report"),
        ("POST", "/v1/search", {"query": " "}, 422, "request-not-valid"),
        ("POST", "/v1/search", {"query": "size", "report": "nowhere"}, 404, "no-such-report"),
        ("POST", "/v1/search", {"query": "size", "limit": 51}, 422, "request-not-valid"),
    ],
)
def test_what_cannot_be_looked_up_is_a_problem(
    client: TestClient, method: str, path: str, body: object, status: int, kind: str
) -> None:
    response = client.request(method, path, json=body) if body else client.request(method, path)
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, response.json()["type"]) == (status, kind)
    assert "xyzzy" not in response.text


def test_whoever_asks_is_who_reads(client: TestClient, bot: FakeBot) -> None:
    paths = ["reports", f"reports/{REPORT.id}", "passages/tidal-energy:p0", f"tables/{WHOLE.address}", "quantities"]
    for path in paths:
        client.get(f"/v1/{path}")
    client.post("/v1/search", json={"query": "size"})
    assert len(bot.readers) == len(paths) + 1
