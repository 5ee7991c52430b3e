"""Reads what a heading narrows: its section is about a place or a segment."""

import re
from functools import lru_cache

from ingest.quantity.antecedents import Subject
from ingest.quantity.clauses import Unit
from ingest.quantity.frame import Frame
from ingest.quantity.subjects import read_subject
from ingest.quantity.tokens import Token, read_tokens
from ingest.quantity.vocabulary import FUNCTION, word_set

COMMON = word_set(
    """
    latest overview summary introduction outlook analysis analyses insight insights trend trends dynamics
    driver drivers restraint restraints opportunity opportunities challenge challenges key takeaway takeaways
    highlights findings scope coverage snapshot attribute attributes attractiveness methodology competitive
    competition landscape player players company companies recent development developments news faq faqs
    question questions asked frequently statistics facts numbers glance conclusion about background
    segmentation preface contents table tables list executive brief look closer perspective details
    description definition estimation estimates assessment review profile profiles performance forecasting
    historical history context impact factor factors potential assumptions report study research strategic
    strategy recommendations appendix glossary disclaimer sources notes methodology regional regions
    geographic by type product products breakdown split distribution mix detail dashboard infographic chart
    charts figures main major quick customer customers vendor vendors supplier suppliers
    say says tell tells show shows mean means see sees think thinks expect expects view views could might slow slows
    rise rises rising fall falls falling grow grows growing go goes going drive drives driving push pushes pull pulls
    hold holds holding stand stands now today demand
    point points what how why big fast does do need know inside headline headlines money finances short
    operator operators maker makers brand brands producer producers manufacturer manufacturers retailer retailers
    county counties zone zones user users paying stands way plays where who when buys uses indicator indicators
    unit selling
    """
)
_LONGEST = 9
_MOST_CONTENT = 4
_NUMBERING = re.compile(r"^\s*(?:chapter\s+)?\d+(?:\.\d+)*[.:)]?\s+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def heading_scope(frame: Frame) -> Subject:
    """What the section's heading narrows its sentences to; nothing for "Market overview" or a long headline."""
    for depth, heading in enumerate(reversed(frame.heading)):
        subject = _scope(_NUMBERING.sub("", heading), frame)
        if subject.place or (depth == 0 and subject.head):
            return subject
    return Subject()


def _scope(heading: str, frame: Frame) -> Subject:
    if len(heading.split()) > _LONGEST:
        return Subject()
    heading = re.split(r"(?<=\w)\s+by\s", heading, flags=re.IGNORECASE)[0]
    tokens = tuple(
        token for token in read_tokens(heading, frame) if token.low not in COMMON and not token.low.endswith("-wise")
    )
    reading = read_subject(Unit(tokens, None, ()), frame)
    named = tuple(dict.fromkeys((*reading.opening, *reading.head, *reading.whole)))
    places = [place for place in (reading.place, reading.opening_place) if place]
    place = places[0].name if places and not reading.outer else None
    if place and _is_headline(heading, tokens):
        return Subject()
    if sum(len(text.split()) for text in named) > _MOST_CONTENT:
        return Subject()
    return Subject(head=named, place=None if place == frame.place else place)


_HEADLINE = re.compile(r"\w, \w")


def _is_headline(heading: str, tokens: tuple[Token, ...]) -> bool:
    """Whether a heading sets one thing beside another: "Alps Ahead, Japan Late" is of Japan in part only."""
    said = [token for token in tokens if token.kind == "word" and token.low not in FUNCTION]
    return bool(_HEADLINE.search(heading)) and len(said) > _BESIDE


_BESIDE = 3
"""Words beside a place's name from which on a heading with a comma is a headline."""
