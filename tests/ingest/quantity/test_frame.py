from ingest.quantity.frame import UNFRAMED, Frame


def test_a_text_without_a_report_relies_on_nothing() -> None:
    assert Frame() == UNFRAMED and UNFRAMED.forecast is None and not UNFRAMED.names
