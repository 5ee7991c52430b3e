"""Messages are signed as Standard Webhooks says."""

import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.signature import key_of, signature
from ingest.errors import Misconfigured

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
"""Of the examples of Standard Webhooks' own libraries."""


def test_a_known_message_has_the_known_signature() -> None:
    signed = signature(key_of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_*" * 9])
def test_a_secret_that_protects_nothing_is_refused_and_not_repeated(secret: str) -> None:
    with pytest.raises(Misconfigured, match="BOT_LEADS_SECRET") as refused:
        key_of(secret)
    assert not secret.removeprefix("whsec_") or secret not in str(refused.value)


def code(language: str) -> str:
    """The code that docs/leads.md verifies with."""
    told = (Path(__file__).parents[3] / "docs" / "leads.md").read_text(encoding="utf-8")
    return told.split(f"```{language}\n")[1].split("```")[0]


BODY = '{"data":{"name":"Zoë"}}'.encode()


def headers(now: int, body: bytes = BODY) -> dict[str, str]:
    return {
        "webhook-id": "6d82",
        "webhook-timestamp": str(now),
        "webhook-signature": f"v1,AAAA {signature(key_of(SECRET), '6d82', now, body)}",
    }


def cases() -> list[tuple[dict[str, str], bool]]:
    now = int(time.time())
    return [(headers(now), True), (headers(now - 600), False), (headers(now, BODY + b" "), False)]


def test_the_python_that_docs_show_verifies() -> None:
    names: dict[str, Any] = {}
    exec(code("python"), names)
    assert [names["is_ours"](SECRET, sent, BODY) for sent, _ in cases()] == [right for _, right in cases()]


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here")
def test_the_node_that_docs_show_verifies(tmp_path: Path) -> None:
    told = [sent for sent, _ in cases()]
    script = tmp_path / "verify.mjs"
    script.write_text(
        f"{code('js')}\nconst body = Buffer.from({json.dumps(BODY.decode())});\n"
        f"console.log(JSON.stringify({json.dumps(told)}.map((each) => isOurs({json.dumps(SECRET)}, each, body))));\n"
    )
    done = subprocess.run(["node", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [right for _, right in cases()]
