"""What a server has acknowledged is there after it was killed at any moment, and it starts again.

The server is a process of its own with the real API and real records; its bot is scripted, so that it starts in seconds
and writes as often as it can. FOOTNOTE_KILLS says how many kills (3 when unset):
FOOTNOTE_KILLS=50 python -m pytest -s tests/bot/test_kill.py
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.answer import Answer
from bot.records import Records

KILLS = int(os.environ.get("FOOTNOTE_KILLS", "3"))
WRITERS = 8
LONGEST_S = 1.5
"""After its first write a server is killed within this time."""

SERVER = """
import sys
from uuid import uuid4

from bot.api.app import api
from bot.listen import Server, address, bind
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot


class Unrepeating(FakeBot):
    def ask(self, question, report=None, conversation=None):
        return super().ask(question, report, conversation).model_copy(update={"id": uuid4().hex})


records = Records(sys.argv[1])
with bind("127.0.0.1", 0) as listening:
    app = api(RecordedBot(Unrepeating(), records), BotSettings(), records)
    Server(app, lambda: print(address(listening), flush=True)).run(sockets=[listening])
"""


@dataclass
class Acknowledged:
    """The answers and thumbs that a server said it had kept."""

    answers: list[dict[str, Any]] = field(default_factory=list)
    thumbs: list[tuple[str, str, str]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)


@contextmanager
def served(url: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server's process and its host and port, killed at the end."""
    with subprocess.Popen([sys.executable, "-c", SERVER, url], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process, urlsplit(process.stdout.readline().strip()).netloc
        finally:
            process.kill()


def post(connection: HTTPConnection, path: str, body: dict[str, str]) -> tuple[int, bytes]:
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    response = connection.getresponse()
    return response.status, response.read()


def write(host: str, writer: int, kept: Acknowledged) -> None:
    """Ask and rate in turns, as fast as the server answers, until it is gone."""
    questions = ("How big is it?", "Who are the players?", "Which region?", "How will it grow?")
    try:
        with closing(HTTPConnection(host, timeout=30)) as connection:
            for number in range(1_000_000):
                talk = {"question": questions[number % 4], "conversation": f"c{writer}-{number // 3}"}
                status, told = post(connection, "/v1/ask", talk)
                assert status == 200, told
                answer = json.loads(told)
                with kept.lock:
                    kept.answers.append(answer)
                thumb = {"answer": answer["id"], "thumb": ("up", "down")[number % 2], "comment": f"{writer} {number}"}
                status, told = post(connection, "/v1/feedback", thumb)
                assert status == 204, told
                with kept.lock:
                    kept.thumbs.append((thumb["answer"], thumb["thumb"], thumb["comment"]))
    except (OSError, HTTPException):
        return


def write_until_killed(url: str, delay: float) -> Acknowledged:
    """What a server had acknowledged when it was killed, that long after its first write."""
    kept = Acknowledged()
    with served(url) as (process, host), ThreadPoolExecutor(WRITERS) as writers:
        writing = [writers.submit(write, host, writer, kept) for writer in range(WRITERS)]
        while not kept.answers and process.poll() is None:
            time.sleep(0.001)
        time.sleep(delay)
        assert process.poll() is None
        process.kill()
        for each in writing:
            each.result()
    return kept


def lost(url: str, kept: Acknowledged) -> list[str]:
    """The ids of the answers that are not as they were given, or have another thumb."""
    records = Records(url)
    missing = []
    for given in kept.answers:
        found = records.answer(given["id"])
        if found is None or found.answer != Answer.model_validate(given) or not found.provenance.passages:
            missing.append(given["id"])
    for answer, thumb, comment in kept.thumbs:
        feedback = records.feedback(answer)
        if feedback is None or (feedback.thumb, feedback.comment) != (thumb, comment):
            missing.append(answer)
    records.close()
    return missing


@pytest.mark.timeout(1800)
def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    path, moments = tmp_path / "records.sqlite", random.Random(11)
    url = f"sqlite:///{path}"
    answers = thumbs = 0
    for number in range(KILLS):
        kept = write_until_killed(url, moments.uniform(0, LONGEST_S))
        answers, thumbs = answers + len(kept.answers), thumbs + len(kept.thumbs)
        with served(url) as (_, host), closing(HTTPConnection(host, timeout=30)) as connection:
            assert post(connection, "/v1/ask", {"question": "How big is it?"})[0] == 200
            assert lost(url, kept) == []
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        print(f"kill {number + 1}: {len(kept.answers)} answers and {len(kept.thumbs)} thumbs acknowledged, none lost")
    print(f"{KILLS} kills, {answers} answers and {thumbs} thumbs acknowledged, none lost")
    assert answers and thumbs
