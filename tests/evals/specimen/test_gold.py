import json
from pathlib import Path

import pytest

from evals.specimen.edition import Edition
from evals.specimen.gold import cells, scale_text, write_lines


@pytest.mark.parametrize(("scale", "text"), [(1, "1"), (1000, "1e3"), (10**6, "1e6"), (10**9, "1e9")])
def test_a_scale_is_a_power_of_ten(scale: int, text: str) -> None:
    assert scale_text(scale) == text


def test_every_printed_number_has_its_gold(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        printed = [cell.text for table in edition.tables for *_, cell in table.printed()]
        assert [record["text"] for record in cells(edition)] == printed


def test_gold_says_what_a_number_means(edition: Edition) -> None:
    record = next(one for one in cells(edition) if one["row"] == "Cardiac CT" and one["column"] == "2025")
    assert record["row_path"] == ["Modality", "Computed tomography", "Cardiac CT"]
    assert record["subject"] == ["Computed tomography", "Cardiac CT"]
    assert (record["measure"], record["kind"], record["currency"]) == ("size", "money", "USD")
    assert (record["scale"], record["period"], record["place"]) == ("1e6", "2025", None)
    assert record["value"] == str(record["text"]).replace(",", "")


def test_spans_and_headers_of_two_rows(edition: Edition) -> None:
    records = list(cells(edition))
    assert "2025-2033" in {one["period"] for one in records if one["measure"] == "cagr"}
    assert "Volume (thousand procedures) > 2033" in {one["column"] for one in records}


def test_lines_are_json(tmp_path: Path) -> None:
    write_lines([{"a": "–"}, {"a": "2"}], tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [{"a": "–"}, {"a": "2"}]
