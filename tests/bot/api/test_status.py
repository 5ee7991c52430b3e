"""What the server tells of itself, and to whom."""

import platform
from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from bot.api.app import api
from bot.health import Check
from bot.keys import Keys, Scope
from bot.metrics import Metrics
from bot.monitoring import Monitoring, bare_monitoring
from bot.records import Records
from bot.settings import BotSettings
from bot.watch import NOBODY
from ingest.pipeline import reader_digest
from tests.bot.fakes import FakeBot

HERE = {"base_url": "http://127.0.0.1:8000", "client": ("127.0.0.1", 5000)}
ELSEWHERE = {"base_url": "http://reports.example", "client": ("192.0.2.1", 5000)}


def client_of(
    records: Records,
    monitoring: Monitoring | None = None,
    settings: BotSettings | None = None,
    scope: Scope | None = None,
    **where: object,
) -> TestClient:
    settings = settings or BotSettings()
    app = api(FakeBot(), settings, records, monitoring=monitoring or bare_monitoring(settings))
    headers = {"Authorization": f"Bearer {Keys(records.engine).create('ines', scope)[1]}"} if scope else {}
    return TestClient(app, headers=headers, **(where or HERE))


def health_of(*checks: Check) -> Monitoring:
    return Monitoring(NOBODY, Metrics(), SimpleNamespace(checks=lambda: checks), "/srv/models/small")


def test_a_server_whose_parts_are_well_is_ready(records: Records) -> None:
    response = client_of(records, health_of(Check(part="model"), Check(part="index"))).get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ready", "checks": {"model": "ok", "index": "ok"}}


def test_one_that_is_not_says_which_part_and_what_to_do(records: Records) -> None:
    broken = Check(part="index", fault="It cannot be read. Run python -m ingest --rebuild.")
    client = client_of(records, health_of(Check(part="model"), broken))
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
    assert int(response.headers["retry-after"]) > 0
    assert response.json()["detail"] == f"index: {broken.fault}"
    assert client.get("/healthz").status_code == 200


def test_the_version_says_what_runs(records: Records) -> None:
    said = client_of(records, health_of(), **ELSEWHERE).get("/version").json()
    assert said["python"] == platform.python_version()
    assert said["reader"] == reader_digest()
    assert said["release"]
    assert (said["language_model"], said["model"]) == (False, None)


def test_a_models_folder_is_nobodys_business(records: Records) -> None:
    assert client_of(records, health_of()).get("/version").json()["embedding_model"] == "small"


@pytest.mark.parametrize(
    ("scope", "where", "status"),
    [(None, HERE, 200), (None, ELSEWHERE, 401), ("licensed", ELSEWHERE, 403), ("staff", ELSEWHERE, 200)],
)
def test_the_language_models_name_and_the_metrics_are_for_staff_and_this_machine(
    records: Records, scope: Scope | None, where: dict[str, object], status: int
) -> None:
    client = client_of(records, settings=BotSettings(model="openai:small"), scope=scope, **where)
    version, metrics = client.get("/version").json(), client.get("/metrics")
    assert version["language_model"] is True
    assert version["model"] == ("openai:small" if status == 200 else None)
    assert metrics.status_code == status
    if status == 403:
        assert metrics.json()["type"] == "staff-only"


def test_metrics_that_a_proxy_asks_for_need_a_key(records: Records) -> None:
    client = client_of(records)
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 401


def test_metrics_are_what_prometheus_reads(records: Records) -> None:
    client = client_of(records)
    client.get("/v1/reports")
    response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=")
    families = {family.name: family for family in text_string_to_metric_families(response.text)}
    (sample,) = [s for s in families["footnote_requests"].samples if s.name == "footnote_requests_total"]
    assert sample.labels == {"method": "GET", "route": "/v1/reports", "status": "200"}
