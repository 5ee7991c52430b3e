"""Reads Word."""
