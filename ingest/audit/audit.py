"""Holds a report against itself."""

from collections.abc import Sequence

from ingest.audit.facts import Ledger
from ingest.audit.finding import Finding
from ingest.audit.rates import rate_findings, step_findings
from ingest.audit.repeats import repeat_findings
from ingest.audit.totals import total_findings
from ingest.audit.years import year_findings
from ingest.domain import Quantity, Report


def audit(report: Report, quantities: Sequence[Quantity]) -> tuple[Finding, ...]:
    """What a report says against itself, contradictions first, those that are furthest off before the others."""
    ledger = Ledger(report, quantities)
    found = [
        *rate_findings(ledger),
        *total_findings(ledger),
        *repeat_findings(ledger),
        *year_findings(ledger),
        *step_findings(ledger),
    ]
    return tuple(sorted(found, key=lambda finding: (not finding.is_contradiction, -finding.off)))
