"""Measures how fast the product answers, reads and starts, and scores it beside the chain of the tutorials."""
