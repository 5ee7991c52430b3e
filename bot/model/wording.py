"""The words a model may use that are not the report's: those that say nothing by themselves."""

import re

from bot.phrase import ELSEWHERE, MAYBE
from ingest.words import stem

_PLAIN = """
a an the this that these those which who whose whom it its they their them there here
of in on at to for from by with within among as into
and or also both too as well
is are was were be been being has have had does do did
according report reports says say said states stated notes noted describes described gives given names named lists
listed adds added explains explained shows shown puts put points text study publication answer question
in addition besides further furthermore moreover namely
"""

_WITH_FIGURES = """
value valued valuation worth amount amounts amounted amounting stand stands stood standing figure figures number numbers
total totals totalled totaled totalling come comes came reach reaches reached reaching equals equal at over during
through throughout between hold holds held account accounts accounted
year years annual annually yearly per period time level size sized market
compound rate cagr calculated published measured estimated put
thousand million millions billion billions trillion trillions lakh lakhs crore crores percent percentage cent point
points basis fold times
january february march april may june july august september october november december
fy fiscal quarter half q1 q2 q3 q4 h1 h2 month months
"""

_GROUPS = (
    "because since as due owing thanks reason",
    "therefore so thus hence consequently",
    "but however although though whereas while yet",
    "drive drives driven drove driving propel propels propelled fuel fuels fuelled fueled boost boosts boosted",
    "hamper hampers hampered hinder hinders hindered impede impedes impeded restrain restrains restrained",
    "help helps helped support supports supported aid aids aided",
    "grow grows grew grown growing rise rises rose risen rising increase increases increased increasing climb"
    " climbs climbed",
    "growth rise increase",
    "fall falls fell fallen falling decline declines declined declining drop drops dropped dropping decrease decreases"
    " decreased decreasing shrink shrinks shrank shrunk shrinking",
    "expected forecast forecasts projected anticipated predicted expects projects anticipates",
    "need needs needed require requires required",
    "buy buys bought purchase purchases purchased",
    "large big",
    "largest biggest",
    "quickly fast rapidly",
    "fastest quickest",
    "mainly chiefly primarily mostly largely",
    "main chief primary principal",
    "company companies firm firms",
    "firm firms vendor vendors",
    "segment segments category categories",
    "keep keeps kept",
    "start starts started begin begins began",
    "end ends ended finish finishes finished",
    "hold holds held account accounts accounted accounting make makes made up represent represents"
    " represented have has",
    "lead leads led leading",
    "make makes made",
    "let lets allow allows allowed enable enables enabled",
    "want wants wanted wish wishes wished",
    "almost nearly",
    "about around roughly approximately",
    "about around nearly almost approximately",
)
"""Words of which one may stand for another. None turns what is said."""

_NEGATIONS = """
no not never neither nor none nobody nothing nowhere without cannot hardly barely scarcely rarely seldom fail fails
failed lack lacks lacked lacking absent except excluding excludes exclude excluded unlike instead unlikely impossible
"""
_LIMITS = """
when where provided if unless only some most many few several almost nearly less more than until before after despite
although though against partly rather sometimes often usually mostly mainly typically generally largely always all every
each any may might could would should can must likely probably possibly perhaps appears seems suggests believed up down
about
"""
_UNSURE = """
expected expects expect forecast forecasts forecasted projected projects project projection anticipated anticipates
predicted predicts outlook likely may might could would should will set poised
"""


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split())) | frozenset(text.split())


PLAIN, WITH_FIGURES = _stems(_PLAIN), _stems(_WITH_FIGURES)
"""Words that may stand in any sentence, and in one with figures, where verification reads what they say of these."""

NEGATIONS, LIMITS, UNSURE = (frozenset(text.split()) for text in (_NEGATIONS, _LIMITS, _UNSURE))
"""Words, as spelled, that turn, narrow or weaken what is said. None is plain, so that none can come in."""

ROLES = frozenset("by to from into with for against".split())
"""Words that say who does what to whom: plain beside figures, of which verification reads whose they are, and not in
a sentence of words."""

TAILS = frozenset("because since which so as and while who".split())
"""Words that begin what may be left out at the end of a sentence."""

CONDITIONS = frozenset(
    "if unless only until except excluding but however although though when where mainly mostly partly".split()
)
"""Words of which none may be left out, even with all that follows."""

_ALIKE: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    _of_group = _stems(_group)
    for _word in _of_group:
        _ALIKE[_word] = _ALIKE.get(_word, frozenset()) | _of_group


def alike(word: str) -> frozenset[str]:
    """The stems that may stand for a stem, itself too."""
    return _ALIKE.get(word, frozenset()) | {word}


_SET = re.compile(
    rf"(?:yes|no)\b|{re.escape(ELSEWHERE.strip())}|{re.escape(MAYBE.strip())}|What is near\b|It does say\b|It gives\b"
    r"|It speaks of\b|I found\b|The report (?:does not|gives no)\b",
    re.IGNORECASE,
)


def is_set(text: str) -> bool:
    """Whether a sentence is one of the set phrases that say how an answer stands to its question."""
    return bool(_SET.match(text))


MARKUP = re.compile(
    r"https?:|www\.|mailto:|javascript:|data:|\w@\w|!?\[[^\]]*\]\s*[(\[]|</?[a-z!]|&\w+;|[`*_]{2,}|[`<>{}|\\^~]"
    r"|^\s*[#>*-] "
    r"|\b[\w-]+\.(?:com|org|net|io|ai|co|de|uk|in|info|example|biz|app|dev|ru|cn|xyz)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Links, addresses, pictures, HTML and Markdown: a model has none of its own."""
