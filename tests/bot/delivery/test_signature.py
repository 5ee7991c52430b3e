"""Messages are signed as Standard Webhooks says."""

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
