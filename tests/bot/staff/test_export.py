"""What is shown can be had as CSV, by who is signed in, of the reports that their key opens, and runs nothing."""

import csv
import io
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from bot.keys import Key
from bot.records import Records
from bot.verify import Rejection
from tests.bot.staff.turns import turn

SignIn = Callable[..., Key]
NAMES = (
    "questions", "disliked", "rejections", "leads", "days", "reports", "sites", "costs", "cited", "unanswered",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def turns(kept: Records) -> None:
    evil = turn(kept, '=HYPERLINK("http://evil.example","x")', "declined", rejections=(Rejection("@SUM(1)", "+why"),))
    kept.rate(evil.id, "down", "=1+1")
    turn(kept, "How cold?", "declined", "cold-chain")


def rows(client: TestClient, name: str, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"/staff/export/{name}.csv{query}")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert f'filename="footnote-{name}.csv"' in response.headers["content-disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", NAMES)
def test_every_list_can_be_had(app_client: TestClient, sign_in: SignIn, name: str) -> None:
    sign_in()
    assert rows(app_client, name) or name in ("leads", "costs")


@pytest.mark.parametrize("name", NAMES)
def test_none_of_them_without_a_session(app_client: TestClient, name: str) -> None:
    response = app_client.get(f"/staff/export/{name}.csv")
    assert response.status_code == 401
    assert response.headers["content-type"] == "application/problem+json"


def test_a_key_for_some_reports_gets_these(app_client: TestClient, sign_in: SignIn) -> None:
    sign_in("cold-chain")
    assert [row["question"] for row in rows(app_client, "questions")] == ["How cold?"]
    assert [row["question"] for row in rows(app_client, "unanswered")] == ["How cold?"]
    assert [row["name"] for row in rows(app_client, "reports")] == ["cold-chain"]
    assert rows(app_client, "rejections") == rows(app_client, "disliked") == []
    assert rows(app_client, "questions", "?report=tidal-energy") == []


def test_a_spreadsheet_calculates_nothing(app_client: TestClient, sign_in: SignIn) -> None:
    sign_in()
    every = [cell for name in NAMES for row in rows(app_client, name) for cell in row.values()]
    assert not [cell for cell in every if cell[:1] in ("=", "@", "+", "\t")]
    assert "'=1+1" in every


@pytest.mark.parametrize("query", ["?days=x", "?days=99999999999", "?days=-1", "?report=%00&site=%27%20OR%201=1--"])
def test_a_selection_that_makes_no_sense_is_none_or_the_usual(
    app_client: TestClient, sign_in: SignIn, query: str
) -> None:
    sign_in()
    assert len(rows(app_client, "questions", query)) in (0, 2)


def test_another_name_is_no_list(app_client: TestClient, sign_in: SignIn) -> None:
    sign_in()
    assert app_client.get("/staff/export/keys.csv").status_code == 404
