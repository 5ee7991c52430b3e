"""Finds what a report says against itself."""

from ingest.audit.audit import audit
from ingest.audit.finding import Finding, Kind, Place

__all__ = ["Finding", "Kind", "Place", "audit"]
