"""Webhooks: signed, in time, and never led elsewhere."""

import json
import socket
import threading
import time

import pytest

from bot.delivery import webhook
from bot.delivery.failure import NotDelivered
from bot.delivery.signature import key_of, signature
from bot.delivery.webhook import Webhook, body_of
from tests.bot.delivery.receiver import Receiver, receiving
from tests.bot.delivery.test_signature import SECRET
from tests.bot.lead_samples import lead

KEY = key_of(SECRET)


def test_a_lead_is_posted_with_its_id_and_a_signature_of_what_was_sent() -> None:
    with receiving(Receiver()) as receiver:
        given = lead(name="Zoë")
        for now in (1_000.0, 2_000.0):
            Webhook(receiver.url, KEY, lambda now=now: now)(given)
    assert [headers["webhook-id"] for headers, _ in receiver.received] == [given.id, given.id]
    assert [headers["webhook-timestamp"] for headers, _ in receiver.received] == ["1000", "2000"]
    for headers, body in receiver.received:
        assert headers["webhook-signature"] == signature(KEY, given.id, int(headers["webhook-timestamp"]), body)
        told = json.loads(body)
        assert (told["type"], told["data"]["id"], told["data"]["name"]) == ("lead.received", given.id, "Zoë")
    assert receiver.received[0][1] == receiver.received[1][1] == body_of(given)


@pytest.mark.parametrize("status", [301, 302, 307, 400, 404, 410, 429, 500, 503])
def test_what_is_not_taken_is_not_delivered_and_nothing_leads_elsewhere(status: int) -> None:
    with receiving(Receiver()) as elsewhere, receiving(Receiver(lambda _: status, location=elsewhere.url)) as receiver:
        with pytest.raises(NotDelivered, match=f"^it answered {status}$"):
            Webhook(receiver.url, KEY)(lead())
        assert len(receiver.received) == 1
        assert elsewhere.received == []


def test_a_closed_door_and_a_hung_up_call_are_told_without_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with receiving(Receiver(lambda _: None)) as receiver:
        for url in (f"http://127.0.0.1:{port}/hush", receiver.url, "https://" + receiver.url.removeprefix("http://")):
            with pytest.raises(NotDelivered) as failed:
                Webhook(url, KEY)(lead())
            assert "hush" not in str(failed.value) and "127" not in str(failed.value)


def test_one_who_answers_a_byte_at_a_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "SECONDS", 0.5)
    stop = threading.Event()

    def drip(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 100:
                if stop.wait(0.1):
                    return
                connection.send(bytes([byte]))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=drip, args=(listening,), daemon=True)
        thread.start()
        began = time.monotonic()
        with pytest.raises(NotDelivered, match="did not answer in time"):
            Webhook(f"http://127.0.0.1:{listening.getsockname()[1]}/", KEY)(lead())
        assert time.monotonic() - began < 9  # it takes more than 12 s to answer
        stop.set()
        thread.join()


def test_a_useless_address_is_a_failure_like_others() -> None:
    with pytest.raises(NotDelivered):
        Webhook("http://[::1/", KEY)(lead())
