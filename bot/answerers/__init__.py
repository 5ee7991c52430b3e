"""Answerers that need no language model: each proposes a draft, or None when the question is not for it."""
