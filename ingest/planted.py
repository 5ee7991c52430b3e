"""Text in a report that speaks to a machine instead of to its readers: it is material, and no answer to anybody."""

import re
from functools import lru_cache

from ingest.domain import Section

_ORDERS = re.compile(
    "|".join(
        (
            r"\b(?:ignore|disregard|forget|override) (?:\w+ ){0,3}(?:previous|prior|above|earlier|all|your|other)\b"
            r"[^.]{0,40}\b(?:instruction|rule|prompt|guideline|context|question)s?\b",
            r"\b(?:system|developer) (?:prompt|message)\b",
            r"\b(?:ai|language) (?:assistant|model)s?\b[^.]{0,40}\b(?:must|should|shall)\b",
            r"\b(?:for|to) (?:the |any |all )?(?:ai |language )?(?:assistant|chatbot|bot|model)s?\s*[:,]",
            r"\bnew task for\b",
            r"\b(?:answer|reply|respond)\b[^.]{0,40}\b(?:every|any|further)\b[^.]{0,20}\bquestions?\b",
            r"\byou are (?:now )?(?:an?|the) (?:assistant|ai|chatbot|bot|language model)\b",
            r"(?:^|\s)(?:user|assistant|system)\s*:\s",
            r"<\|?(?:im_start|im_end|system|endoftext|/?context|/?document)\|?>|\[/?INST\]",
        )
    ),
    re.IGNORECASE,
)


def is_planted(text: str) -> bool:
    """Whether a text gives orders to whatever program reads it, or plays a conversation with it."""
    return _ORDERS.search(text) is not None


@lru_cache(maxsize=4096)
def planted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the paragraphs of a text are that do so."""
    paragraphs = re.finditer(r"[^\n]+", text)
    return tuple(match.span() for match in paragraphs if is_planted(match[0]))


def is_in_planted(section: Section, start: int) -> bool:
    """Whether a character of a section stands in such a paragraph."""
    return any(first <= start < last for first, last in planted_spans(section.text))
