"""What a client sends back is known again, by every server of the same records."""

from bot.records import Records
from bot.signing import Signer


def test_a_signature_is_known_by_another_server_of_the_same_records(records: Records) -> None:
    signed = Signer(records.engine, "forms").sign("a")
    assert Signer(records.engine, "forms").is_signed("a", signed)


def test_a_text_a_purpose_and_a_signature_cannot_be_changed(records: Records) -> None:
    signer = Signer(records.engine, "forms")
    signed = signer.sign("a")
    assert not signer.is_signed("b", signed)
    assert not signer.is_signed("a", signed[:-1] + ("0" if signed[-1] != "0" else "1"))
    assert not Signer(records.engine, "doors").is_signed("a", signed)
    assert not signer.is_signed("a", "é")
