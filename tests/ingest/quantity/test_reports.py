from pathlib import Path

import pytest

from tests.ingest.quantity.labelled import labelled, unmatched

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_every_number_of_a_report_is_read_as_a_person_reads_it(file: Path, tmp_path: Path) -> None:
    report = labelled(file)
    missing, unlabelled = unmatched(report.read(tmp_path), report.labels)
    assert not missing, unlabelled
    assert not unlabelled


def test_the_reports_are_many_and_their_numbers_more() -> None:
    assert len(REPORTS) >= 12
    assert sum(len(labelled(file).labels) for file in REPORTS) >= 350


@pytest.mark.parametrize(
    "wrong",
    [
        "€1.07bn; 1.08e9 GBP; size; 2023; -; -; -",
        "€1.07bn; 1.07e9 GBP; size; 2023; -; -; -",
        "€1.07bn; 1.07e9 EUR; volume; 2023; -; -; -",
        "€1.07bn; 1.07e9 EUR; size; 2024|2022; -; -; -",
        "€1.07bn; 1.07e9 EUR; size; 2023; hospitals; -; -",
        "€1.07bn; 1.07e9 EUR; size; 2023; -; Europe; -",
        "€1.07bn; 1.07e9 EUR; size; 2023; -; -; f",
    ],
)
def test_a_label_is_not_fulfilled_when_one_field_differs(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "kites.txt"
    file.write_text("# Kites Market\n\nThe market was worth €1.07bn in 2023.\n", "utf-8")
    report = labelled(file)
    missing, (only,) = unmatched(report.read(tmp_path), (wrong,))
    assert missing == [wrong] and only == "1070000000.00 EUR; €1.07bn; size; 2023; -; -; -"
    assert not unmatched(report.read(tmp_path), ("€1.07bn; 1.07e9 EUR; size; 2023|2024; *; -; -",))[0]
