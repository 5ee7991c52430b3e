"""Tells what an audit found: to people in plain lines, to machines as JSON."""

import json
from collections.abc import Iterable, Iterator

from ingest.audit.finding import Finding, Place
from ingest.audit.run import Audited
from ingest.audit.wording import apart
from ingest.schema import written

_ODD = 100
"""Times the expected figure from which on it says little how far off one is."""


def lines(audits: Iterable[Audited]) -> Iterator[str]:
    """An audit as lines: for each finding what is said, how that is known, and where it stands."""
    for audited in audits:
        yield f"{audited.report.title} ({audited.report.id}): {counted(audited.findings)}"
        for number, finding in enumerate(audited.findings, start=1):
            yield ""
            yield from _told(number, finding)
        yield ""


def counted(findings: Iterable[Finding]) -> str:
    """How much was found: "2 contradictions, 1 more worth a look"."""
    held = list(findings)
    hard = sum(finding.is_contradiction for finding in held)
    soft = len(held) - hard
    parts = [
        f"{hard} contradiction{'' if hard == 1 else 's'}" if hard else "",
        f"{soft} more worth a look" if soft else "",
    ]
    return ", ".join(part for part in parts if part) or "nothing found"


def as_json(audits: Iterable[Audited]) -> str:
    """The same for machines."""
    return json.dumps([_audited(audited) for audited in audits], indent=2, ensure_ascii=False)


def _told(number: int, finding: Finding) -> Iterator[str]:
    off = f" ({apart(finding.off)} off)" if 0 < finding.off < _ODD and finding.kind not in ("year", "unit") else ""
    yield f"{number}. {finding.said}.{off}"
    yield f"   {finding.arithmetic}"
    yield from (f"   - {_where(place)}: “{place.quote}”" for place in finding.places)


def _where(place: Place) -> str:
    return f"{place.where}, page {place.page}" if place.page else place.where


def _audited(audited: Audited) -> dict[str, object]:
    findings = [
        {
            "kind": finding.kind,
            "contradiction": finding.is_contradiction,
            "said": finding.said,
            "arithmetic": finding.arithmetic,
            "off": float(finding.off),
            "places": [_place(audited.report.id, place) for place in finding.places],
        }
        for finding in audited.findings
    ]
    return {"report": audited.report.id, "title": audited.report.title, "findings": findings}


def _place(report: str, place: Place) -> dict[str, object]:
    address = f"{report}:{written(place.source)}"
    return {"where": place.where, "quote": place.quote, "page": place.page, "address": address}
