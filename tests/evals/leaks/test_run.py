"""What is told is counted by who was told it, and none of it is taken for a refusal."""

import json
from collections.abc import Iterator

import pytest

from evals.leaks.faces import Client, Reply
from evals.leaks.run import as_json, attempts
from evals.leaks.wordings import Guarded

REPORT = Guarded("r", ("47.31", "Acmewerk"), {"market": ["m"]} | {n: ["x"] for n in
                 ("place", "segment", "company", "year", "part")})  # fmt: skip


class Scripted(Client):
    """Tells a secret to one question, and at one address; fails once."""

    def asked(self, question: str, report: str) -> Iterator[Reply]:
        yield Reply("ask", 200, "47.31%" if question == "x" else "no")

    def addresses(self, report: str) -> Iterator[Reply]:
        yield Reply("passage", 200, "Acmewerk")
        yield Reply("passage", 500, "")


@pytest.fixture
def client() -> Scripted:
    return Scripted("nobody", "http://127.0.0.1:1")


def test_leaks_and_faults_are_found(client: Scripted) -> None:
    found = attempts(client, [REPORT])
    assert [(leak.face, leak.secrets) for leak in found.leaks] == [("ask", ("47.31",)), ("passage", ("Acmewerk",))]
    assert (found.telling, dict(found.faults), found.replies["passage"]) == (1, {"passage 500": 1}, 2)


def test_the_licence_holder_s_are_not_listed(client: Scripted) -> None:
    found = attempts(client, [REPORT])
    assert [each["face"] for each in json.loads(as_json([found, found]))] == ["ask", "passage"]
