"""Asks questions with known answers and scores what comes back."""
