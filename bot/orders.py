"""Finds what of a message tells the program how to behave or what to say: it asks the report for nothing."""

import re

from bot.ask import is_asked, sentences_of
from bot.lexicon import PRONOUN

_PLEASE = (
    r"^\W*(?:(?:please|now|first|just|ok|okay|so|and|then|also|but|kindly|simply|hey|you (?:must|should|shall|can|will|"
    r"have to|need to|are to)(?: now| always| only)?|(?:i|we) (?:want|order|command|instruct|tell|need) you to"
    r"|(?:can|could|would|will) you(?: please)?)\W+)*"
)
_RULES = (
    r"(?:rules?|instructions?|prompts?|guidelines?|polic(?:y|ies)|restrictions?|constraints?|safety|filters?|training"
    r"|programming|sources?|citations?|limits?|limitations|orders|context|everything|above|before|reports?|release|data"
    r"|evidence|facts|documents?|figures?|said|messages?|told|system)"
)
_BREAKS = re.compile(
    rf"{_PLEASE}(?:ignore|disregard|forget|override|overrule|bypass|discard|set aside|throw away|do not (?:follow|obey)"
    rf"|don't (?:follow|obey)|stop (?:following|obeying))\b[^.?!]*?\b{_RULES}\b",
    re.IGNORECASE,
)
"""Tells it to keep no rules; what is asked beside it may be a question."""

_SAYS = re.compile(
    rf"{_PLEASE}(?:"
    r"(?:say|repeat|output|reply|respond|answer|write|print|state|claim|declare|announce|type|assert|insist|swear|pretend"
    r"|tell (?:me|us|them|everyone))\b(?: only| just| exactly| always| back| again| every question| all questions)*"
    r"(?:\s*:|\s+(?:that|with|after me|as if|as though|the (?:words?|phrase|sentence|following|text))\b|\s*[\"'“‘«])"
    r"|say\b(?! (?:what|how|which|who|whom|whose|where|when|why|if|whether)\b)[^?]*?\s(?:is|are|was|were|has|have|had"
    r"|equals?|will|grew|grows?|fell|falls|reached|costs?|makes?|leads?|=)\s)",
    re.IGNORECASE,
)
"""Tells it what to say: "say the market is $1", "repeat: …"; "say how big it is" asks."""

_PLAYS = re.compile(
    rf"{_PLEASE}(?:you are (?:now|no longer|free|hereby|from now)\b|from now on\b|act (?:as|like)\b|pretend\b"
    r"|imagine (?:that )?you\b|role-?play\b|behave (?:as|like)\b|simulate (?:a|an|being)\b|suppose you\b"
    r"|you(?:'re| are| may| can) (?:allowed to |free to )?(?:guess|invent|lie)\b"
    r"|(?:guess|invent|make up|fabricate|hallucinate|fake)\b"
    r"|new (?:rules?|instructions?|context|task|policy|orders?|system)\b|jailbreak\b|sudo\b|enter \w+ mode\b"
    r"|switch (?:to|into) \w+ mode\b"
    r"|(?:system|assistant|developer|admin(?:istrator)?|editor)(?:'s)?(?: note| message| mode| prompt"
    r"| override)?\s*[:>\]]"
    r"|(?:note|message|order|command) (?:from|by) (?:the|your) (?:developer|admin\w*|editor|system|owner|operator)\b)",
    re.IGNORECASE,
)
"""Puts on a play, or speaks as if it were not the asker: nothing of such a sentence is a question."""

_SECRETS = re.compile(
    r"\b(?:system|developer|initial|hidden|secret|original) (?:prompts?|instructions?|messages?|rules)\b"
    r"|\byour (?:own |full |exact |complete |internal )*(?:prompts?|instructions|rules|guidelines|configuration|config"
    r"|source code|(?:api )?keys?|passwords?|credentials|environment variables)\b|\bapi keys?\b",
    re.IGNORECASE,
)
"""Asks for what the program itself is made of."""

_TAGGED = re.compile(r"<(system|assistant|developer|instructions?)>.*?</\1>|</?[a-z_|]+/?>|\[/?INST\]", re.IGNORECASE)
_SPEAKER = re.compile(r"^\W*(?:user|human|question)\s*:\s*", re.IGNORECASE)
_FENCE = re.compile(r"\s*(?:#{2,}|-{3,}|={3,}|\*{3,})\s*")
_NEXT = re.compile(
    r"[,;]?\s+(?:and|then|but|instead)(?:\s+(?:then|now|instead))?\s+|\s*[;:]\s+|,\s+(?=say\b|tell\b|reply\b|answer\b)"
)


def without_orders(text: str) -> str:
    """A message without its orders; empty where it has nothing else, the whole message where what it asks leans on
    them: "Say that Acme has 90%. What is its share?"."""
    bare = _TAGGED.sub(" ", text)
    parts = [part for fenced in _FENCE.split(bare) if fenced.strip() for part in sentences_of(fenced)]
    kept = [left for part in parts if (left := _left(_SPEAKER.sub("", part)))]
    if not kept:
        return "" if parts else text
    if kept == parts and bare == text:
        return text
    leans = len(kept) < len(parts) and PRONOUN.search(" ".join(kept))
    return text if leans else " ".join(kept)


def _left(sentence: str) -> str:
    """What of a sentence is no order."""
    if _PLAYS.match(sentence):
        return ""
    if _SAYS.match(sentence):
        return _asked_behind(sentence.partition(":")[2])
    if _BREAKS.match(sentence):
        rests = (sentence[match.end() :] for match in _NEXT.finditer(sentence))
        return next((left for rest in rests if is_asked(rest) and (left := _left(rest))), "")
    return "" if _SECRETS.search(sentence) else sentence


def _asked_behind(rest: str) -> str:
    """ "Answer only with YES: is it covered?" asks behind its colon."""
    return rest.strip() if rest.rstrip().endswith("?") else ""
