"""Which words are English, and what a mistyped one was meant to be."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from ingest.places import find_places
from ingest.words import STOPWORDS, stem, words

ASKING_WORDS = frozenset(
    """
    how what which who when where why market size growth share revenue value worth rate cagr compound annual
    forecast period players companies competitors vendors regions countries segments segmentation report
    chapters contents contact between difference increase largest biggest fastest growing leading dominates
    expected billion million percent price volume drivers challenges trends opportunities base year industry
    global covered include calculate does should could would purchase please many much manufacturers suppliers
    impact affect reach hello thanks the and for with will from until about company country region segment table
    tables figures that this is are was estimated projected published publisher methodology recommendations
    summary chapter expand grow grows because before during against whether exceed exceeds combined ranked highest
    smallest lowest overtake overtakes surpass together
    """.split()
)
"""Words people ask with; a typo in one of these is mended even when the report does not use it."""

LONG = 6
"""Letters from which two slips are mended."""

MIN_LENGTH = 4
"""Shorter words have too many neighbours one letter away to be mended safely; only swapped letters are put right."""

FOREIGN = 0.5
"""From this share of unknown words on, a question of three words or more is taken to be in another language."""

REPORTS = 64
"""Reports whose words are remembered by their stems."""

_CONTRACTED = re.compile(r"\b(what|how|who|where|when)s\b", re.IGNORECASE)
_LONG_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{3,}(?![\w'’-])")


@cache
def _english() -> Mapping[str, int]:
    dictionary: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return dictionary


def is_english(word: str) -> bool:
    """Whether an English dictionary has the word (lower case)."""
    return word in ASKING_WORDS or _english().get(word, 0) > 0


def mended(text: str, vocabulary: frozenset[str]) -> str:
    """The question with mistyped words put right, by the words the report uses and those people ask with."""
    stems = _stems_of(vocabulary)

    def join(match: re.Match[str]) -> str:
        whole = (match[1] + match[2]).lower()
        return match[1] + match[2] if whole in vocabulary and not _are_words(match, vocabulary) else match[0]

    def fix(match: re.Match[str]) -> str:
        lower = match[0].lower()
        if lower in STOPWORDS or stem(lower) in stems or lower in _placed(text):
            return match[0]
        if match[0].isupper() and len(lower) <= MIN_LENGTH:
            return match[0]
        return mend(lower, vocabulary) or _parted(match[0], vocabulary) or match[0]

    text = _PAIR.sub(join, text)
    return _LONG_WORD.sub(fix, _CONTRACTED.sub(r"\1's", text))


def _parted(word: str, vocabulary: frozenset[str]) -> str | None:
    """A word as two that the report writes apart: "sanitaryware"; None where it is a word itself."""
    lower = word.lower()
    if is_english(lower):
        return None
    cuts = range(MIN_LENGTH, len(lower) - MIN_LENGTH + 1)
    at = next((at for at in cuts if lower[:at] in vocabulary and lower[at:] in vocabulary), None)
    return f"{word[:at]} {word[at:]}" if at else None


@lru_cache(maxsize=REPORTS)
def _stems_of(vocabulary: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, vocabulary))


def _are_words(pair: re.Match[str], vocabulary: frozenset[str]) -> bool:
    """Whether both words of a pair are the report's own: "micro grids" is one word where it has no "micro"."""
    return pair[1].lower() in vocabulary and pair[2].lower() in vocabulary


_PAIR = re.compile(r"\b([^\W\d_]+)[ -]([^\W\d_]+)\b")


def _placed(text: str) -> set[str]:
    """The words of the places a text names: they are no slips."""
    return {word.text.lower() for found in find_places(text) for word in words(text[found.start : found.end])}


_BRITISH = tuple(
    (pair.split(":")[0], pair.split(":")[1])
    for pair in (
        "our:or re:er isation:ization ise:ize yse:yze ogue:og ghurt:gurt mme:m ium:um ae:e oe:e lling:ling "
        "lled:led tyre:tire ence:ense grey:gray mould:mold fibre:fiber "
    ).split()
)
"""How British and American spelling differ."""


def variants(word: str) -> frozenset[str]:
    """Stems of a word as it may be spelled on the other side of the Atlantic."""
    lower = word.lower()
    pairs = (*_BRITISH, *((american, british) for british, american in _BRITISH))
    return frozenset(stem(lower.replace(own, other)) for own, other in pairs if own in lower) - {stem(lower)}


_AMERICAN = tuple(
    (re.compile(rf"\b(?:{british})", re.IGNORECASE), american)
    for british, american in (
        (r"(\w{2,}(?:a|i|o|u|r|l|n|d|t|m))isations?(?!\w)", r"\1ization"),
        (
            r"(util|organ|fertil|capital|amort|stabil|steril|special|modern|optim|recogn|author|custom|categor|digital"
            r"|standard|annual|commercial|normal|real|urban|vapor|neutral|penal|final|minim|maxim|pressur)is"
            r"(?=e[drs]?\b|ers?\b|ing\b)",
            r"\1iz",
        ),
        (r"(col|lab|harb|fav|hon|neighb|behavi|vap|arm|rum|od)our", r"\1or"),
        (r"(lit|met|fib|cent|theat|calib|sab|kilomet|centimet|millimet)re(?=s?\b)", r"\1er"),
        (r"(licen|defen|offen)ce(?=s?\b)", r"\1se"),
        (r"aluminium", "aluminum"),
        (r"tyre(?=s?\b)", "tire"),
        (r"sulph", "sulf"),
        (r"(pl)ough", r"\1ow"),
        (r"(program)me(?=s?\b)", r"\1"),
        (r"(catalog|analog|dialog)ue(?=s?\b)", r"\1"),
        (r"jewellery", "jewelry"),
        (r"pyjamas", "pajamas"),
        (r"(travel|fuel|label|model|cancel|level)l(?=ed\b|ing\b|ers?\b)", r"\1"),
        (r"(p)a?ediatric", r"\1ediatric"),
        (r"(an|h)aem", r"\1em"),
        (r"(f)oet", r"\1et"),
        (r"orthopaedic", "orthopedic"),
    )
)
"""Spellings of Britain and those of America; what may be either for other words is left out."""


def in_american(text: str) -> str:
    """A text as it is spelled in America: "utilization" for "utilisation"."""
    for british, american in _AMERICAN:
        text = british.sub(american, text)
    return text


def mend(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word of ``vocabulary`` or of the asking words that ``word`` is a slip of, or None when it is a word itself.

    One slip (a letter wrong, missing, doubled or swapped) is mended in words of four or five letters, two in longer
    ones; the first letter must be right unless the first two are swapped: "urology" must not become "neurology". Of
    words of three letters only swapped ones are put right: "teh", "hwo".
    """
    if is_english(word) or not word.isalpha():
        return None
    if len(word) < MIN_LENGTH:
        swapped = [asked for asked in ASKING_WORDS if sorted(asked) == sorted(word)]
        return swapped[0] if len(swapped) == 1 else None
    allowed = 1 if len(word) < LONG else 2
    starts = {word[0], word[1]}
    candidates = [c for c in {*vocabulary, *ASKING_WORDS} if c[:1] in starts and abs(len(c) - len(word)) <= allowed]
    matches = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=8)
    good = [(score, c) for c, score, _ in matches if c[0] == word[0] or c[:2] == word[1::-1]]
    return (
        min(good, key=lambda g: (g[0], g[1] not in ASKING_WORDS, abs(len(g[1]) - len(word)), g[1]))[1] if good else None
    )


def is_foreign(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether most words are neither English nor the report's, nor slips of such."""
    tokens = [word.text.lower() for word in words(text)]
    if len(tokens) < 3:
        return False
    named = _placed(text)
    strange = [t for t in tokens if t.isalpha() and t not in named and t not in vocabulary and not is_english(t)]
    return len([t for t in strange if mend(t, vocabulary) is None]) / len(tokens) >= FOREIGN
