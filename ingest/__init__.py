"""Reads reports, keeps them in the library and indexes them."""
