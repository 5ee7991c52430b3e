"""Reads numbers into quantities, each with its unit, period, measure, subject and place."""
