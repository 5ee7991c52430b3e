"""What a word can be in English: whether it names a thing, or only says what happens to it."""

import re
from functools import lru_cache

from lemminflect import getAllLemmas

from ingest.words import Word, stem

_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_AUXILIARY = re.compile(
    r"\b(?:do|does|did|will|would|can|could|should|might|may|must)\s+(?P<rest>[^?]+)", re.IGNORECASE
)
_AFTER_VERB = re.compile(
    r"\W*(?:$|(?:in|on|at|to|for|from|with|by|about|of|the|a|an|this|their|his|its|most|more|per|and|or|when|as)\b)"
)


@lru_cache(maxsize=8192)
def parts_of_speech(word: str) -> frozenset[str]:
    """The parts of speech a lower-case English word can be, as universal tags; none for one not in the dictionary."""
    parts = frozenset(getAllLemmas(word))
    # The dictionary knows "inks" as a verb only, but "ink" as a thing.
    return parts | frozenset(getAllLemmas(word[:-1])) if word.endswith("s") else parts


def is_action(word: Word, ask: str) -> bool:
    """Whether a word only says what happens: a verb or adverb and nothing else, or the verb of "did lawyers face"."""
    if word.text[:1].isupper() and word.start > 0:
        return False
    parts = parts_of_speech(word.text.lower())
    if parts and not parts & _NAMING:
        return not _is_gerund(word, ask)
    return "VERB" in parts and _is_asked_verb(word, ask) and not _is_gerund(word, ask)


def _is_gerund(word: Word, ask: str) -> bool:
    """Whether a word in "-ing" names what is done: "spend on advertising", "operating profit", "billings"."""
    text = word.text.lower()
    if not text.endswith(("ing", "ings")):
        return False
    return text.endswith("ings") or (_NAMES.search(ask[: word.start]) is not None and not _IS.search(ask[: word.start]))


_NAMES = re.compile(r"(?:^|\b(?:on|of|for|from|in|by|per|the|to|and|total|gross|net)\s)\W*\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|keeps?|kept|starts?|stops?)\b[^,;?]*\Z", re.IGNORECASE)


@lru_cache(maxsize=8192)
def agents(word: str) -> frozenset[str]:
    """Stems of who does what a verb says: supplier of "supplies", operator of "operate"."""
    verbs = getAllLemmas(word.lower()).get("VERB", ())
    ends = [(verb, "r" if verb.endswith("e") else "er") for verb in verbs]
    ends += [(verb.removesuffix("e"), "or") for verb in verbs]
    ends += [(verb[:-1], "ier") for verb in verbs if verb.endswith("y")]
    return frozenset(stem(begins + end) for begins, end in ends) - {stem(word)}


_ENDS = frozenset("ment th t pt ag anc enc ation".split())
"""What stems of nouns end with behind those of their verbs."""

_SHORTEST = 3
"""Letters of a verb's stem at least."""


def is_derived(one: str, other: str) -> bool:
    """Whether of two stems one is of the verb or the noun that the other is made of: ship, shipment."""
    short, long = sorted((one, other), key=len)
    begin = short.removesuffix("e")
    return len(begin) >= _SHORTEST and long.startswith(begin) and long.removeprefix(begin) in _ENDS


def _is_asked_verb(word: Word, ask: str) -> bool:
    """Whether it is the verb behind "does" and a subject, with nothing or a preposition behind it."""
    auxiliary = _AUXILIARY.search(ask)
    if auxiliary is None or word.start < auxiliary.start("rest") or not _AFTER_VERB.match(ask[word.end :]):
        return False
    subject = ask[auxiliary.start("rest") : word.start].split()
    return bool([part for part in subject if part.lower() not in ("the", "a", "an", "this", "these")])
