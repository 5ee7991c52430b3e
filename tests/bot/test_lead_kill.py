"""A lead that a server has acknowledged is stored once and delivered, whatever happens to the server and the webhook.

The server is a process of its own, killed at any moment; the webhook fails, hangs, hangs up on what it
has taken, and answers twice.
FOOTNOTE_KILLS says how many kills (3 when unset): FOOTNOTE_KILLS=50 python -m pytest -s tests/bot/test_lead_kill.py
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

import pytest

from bot.consent import wording
from bot.delivery.signature import key_of, signature
from bot.leads import Leads
from bot.records import Records
from tests.bot.delivery.receiver import Receiver, receiving
from tests.bot.delivery.test_signature import SECRET
from tests.bot.serving import becomes_true

KILLS = int(os.environ.get("FOOTNOTE_KILLS", "3"))
VISITORS = 4
LONGEST_S = 1.5
"""After its first lead a server is killed within this time."""

HANGS_S = 1.2
"""A hanging webhook answers after the server has given up."""

SERVER = """
import sys
from datetime import timedelta

from bot import lead_form
from bot.api import leads
from bot.api.app import api
from bot.delivery import courier, outbox, webhook
from bot.listen import Server, address, bind
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot

lead_form.LEAST, leads.PER_VISITOR = timedelta(0), 1_000_000
outbox.CLAIMED, outbox.FIRST, outbox.LONGEST = timedelta(seconds=2), timedelta(seconds=0.1), timedelta(seconds=0.5)
webhook.SECONDS, courier.IDLE_SECONDS = 0.6, 0.05
records = Records(sys.argv[1])
settings = BotSettings.model_validate({"leads_webhook": sys.argv[2], "leads_secret": sys.argv[3]})
with bind("127.0.0.1", 0) as listening:
    app = api(FakeBot(), settings, records)
    Server(app, lambda: print(address(listening), flush=True)).run(sockets=[listening])
"""


@contextmanager
def served(url: str, webhook: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server's process and its host and port, killed at the end."""
    command = [sys.executable, "-c", SERVER, url, webhook, SECRET]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        try:
            yield process, urlsplit(process.stdout.readline().strip()).netloc
        finally:
            process.kill()


class Visitors:
    """Leave leads as fast as they are taken, each form once or twice, and know what was acknowledged."""

    def __init__(self) -> None:
        self.acknowledged: dict[str, str] = {}
        self.lock = Lock()
        self.numbers = iter(range(10_000_000))

    def leave(self, host: str) -> None:
        """Leave leads until the server is gone."""
        try:
            with closing(HTTPConnection(host, timeout=30)) as connection:
                while True:
                    connection.request("GET", "/v1/leads/form")
                    token = json.loads(connection.getresponse().read())["token"]
                    with self.lock:
                        number = next(self.numbers)
                    email = f"visitor{number}@buyer.example"
                    body = json.dumps({"token": token, "email": email, "consent": wording("en")})
                    for _ in range(1 + number % 2):
                        connection.request("POST", "/v1/leads", body, {"Content-Type": "application/json"})
                        response = connection.getresponse()
                        told = response.read()
                        assert response.status == 201, told
                        with self.lock:
                            assert self.acknowledged.setdefault(json.loads(told)["id"], email) == email
        except (OSError, HTTPException):
            return


def troubled(chance: random.Random) -> Receiver:
    """A webhook that takes about half of what comes: it fails, hangs, hangs up on what it has taken, answers twice."""

    def answer(number: int) -> int | None:
        what = chance.random()
        if what < 0.03:
            time.sleep(HANGS_S)
        if what < 0.2:
            return None
        return 503 if what < 0.4 else 302 if what < 0.45 else 204

    return Receiver(answer, lambda number: number % 5 == 0)


@pytest.mark.timeout(1800)
def test_each_acknowledged_lead_is_stored_once_and_delivered(tmp_path: Path) -> None:
    path, moments, visitors = tmp_path / "records.sqlite", random.Random(7), Visitors()
    url = f"sqlite:///{path}"
    with receiving(troubled(random.Random(13))) as receiver:
        for _ in range(KILLS):
            with served(url, receiver.url) as (process, host), ThreadPoolExecutor(VISITORS) as pool:
                before = len(visitors.acknowledged)
                leaving = [pool.submit(visitors.leave, host) for _ in range(VISITORS)]
                assert becomes_true(lambda before=before: len(visitors.acknowledged) > before, 30)
                time.sleep(moments.uniform(0, LONGEST_S))
                assert process.poll() is None
                process.kill()
                for each in leaving:
                    each.result()
            with closing(sqlite3.connect(path)) as database:
                assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        receiver.answer = lambda number: 204
        with served(url, receiver.url), closing(sqlite3.connect(path)) as database:
            waiting = "SELECT count(*) FROM deliveries WHERE delivered_at IS NULL"
            assert becomes_true(lambda: database.execute(waiting).fetchone() == (0,), 600)
    records = Records(url)
    kept = {lead.id: lead.email for lead in Leads(records.engine).all()}
    records.close()
    assert visitors.acknowledged.items() <= kept.items()
    assert len(set(kept.values())) == len(kept)  # nobody is kept twice
    came = Counter(headers["webhook-id"] for headers, _ in receiver.received)
    assert came.keys() == kept.keys()
    for headers, body in receiver.received:
        assert json.loads(body)["data"]["email"] == kept[headers["webhook-id"]]
        signed = signature(key_of(SECRET), headers["webhook-id"], int(headers["webhook-timestamp"]), body)
        assert headers["webhook-signature"] == signed
    twice = sum(count > 1 for count in came.values())
    print(
        f"\n{KILLS} kills, {len(visitors.acknowledged)} leads acknowledged, {len(kept)} stored, none lost or twice; "
        f"{len(receiver.received)} messages came, {twice} leads more than once"
    )
