"""Reads reports: finds them under a path and turns their files into sections, tables and what is known of them."""

from ingest.read.find import ReportSource, find_reports
from ingest.read.limits import Limits
from ingest.read.report import digest_of, read_report

__all__ = ["Limits", "ReportSource", "digest_of", "find_reports", "read_report"]
