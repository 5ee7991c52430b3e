"""Answers questions about reports: understand, retrieve, draft, verify."""
