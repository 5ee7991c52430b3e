"""Reads Excel."""
