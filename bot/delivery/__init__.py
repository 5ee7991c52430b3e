"""Brings leads to the publisher: an outbox, and the ways out of it."""
