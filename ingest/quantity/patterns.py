"""Builds patterns out of word lists, so that long alternatives stay readable."""


def either(words: str) -> str:
    """Alternatives from words apart by space; "_" inside a word stands for the space it is written with."""
    return "|".join(word.replace("_", r"\s+") for word in words.split())
