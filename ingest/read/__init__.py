"""Reads reports: finds them under a path and turns their files into sections, tables and what is known of them."""
