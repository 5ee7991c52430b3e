"""Measures what each part of the search for evidence is worth."""
