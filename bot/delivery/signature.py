"""Signs what a webhook is sent, as Standard Webhooks 1.0 says: https://www.standardwebhooks.com."""

import base64
import binascii
import hmac
from hashlib import sha256

from ingest.errors import Misconfigured

PREFIX = "whsec_"
"""How a secret begins that is written in base64."""

LEAST, MOST = 24, 64
"""Bytes of a secret."""


def key_of(secret: str) -> bytes:
    """The bytes that a secret stands for. Raises Misconfigured."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith(PREFIX) or not LEAST <= len(key) <= MOST:
        raise Misconfigured(
            f"BOT_LEADS_SECRET must be {PREFIX} and {LEAST} to {MOST} random bytes in base64. "
            f'Make one with: echo "{PREFIX}$(openssl rand -base64 32)"'
        )
    return key


def signature(key: bytes, identity: str, timestamp: int, body: bytes) -> str:
    """The signature of a message: its id, the time in seconds since 1970 and the body as it is sent."""
    signed = f"{identity}.{timestamp}.".encode() + body
    return f"v1,{base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()}"
