"""The words people ask with: those that stand for one another, and those that name nothing by themselves."""

import re
from functools import lru_cache

from lemminflect import getAllLemmas

from ingest.words import stem

CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(members.split())
    for name, members in {
        "company": "company player vendor competitor manufacturer supplier provider firm participant brand "
        "organization "
        "organisation business producer maker rival",
        "region": "region geography area territory regional geographic geographical",
        "country": "country nation national",
        "state": "state province county prefecture",
        "segment": "segment segmentation category breakdown subsegment subcategory dimension",
        "chapter": "chapter content section topic toc outline contents agenda",
        "application": "application usage",
        "end user": "enduser user customer client",
        "product": "product type offering kind",
        "component": "component part module",
        "channel": "channel distribution",
        "question": "question faq",
        "driver": "driver drive driven driving fuel propel boost catalyst",
        "restraint": "restraint restrain challenge barrier hurdle obstacle hamper hinder limit constrain "
        "constraint threat "
        "restraining limiting pitfall headwind impede difficulty drawback downside",
        "opportunity": "opportunity prospect",
        "trend": "trend development shift",
        "recommendation": "recommendation recommend advise advice advised suggestion suggest should priority "
        "prioritize",
        "method": "methodology method approach interview survey triangulation questionnaire",
        "person": "person people adult respondent consumer",
    }.items()
}
"""Nouns people use for one another when they ask what is in a report."""

COMPANY_MARKS = frozenset(
    """
    inc ltd llc plc gmbh ag corp corporation co limited company group n.v nv s.a sa pvt holdings ab oy bv kg spa
    kk as asa llp lp se srl sarl pty
    """.split()
)
"""Ends of a company's name, lower case without a full stop."""

TOPICS = ("driver", "restraint", "opportunity", "trend", "recommendation", "method")
"""Classes that are topics of a report: their words may be looked for in place of one another in its text."""

TOPIC_STEMS = tuple(frozenset(stem(member) for member in CLASSES[name]) for name in TOPICS)
ALIKE_STEMS = tuple(frozenset(stem(m) for m in members) for name, members in CLASSES.items() if name not in TOPICS)
CLASS_STEMS = tuple(frozenset(stem(member) for member in members) for members in CLASSES.values())

TOPIC_PHRASES = tuple(
    (stem(topic), frozenset(map(stem, phrase.split())))
    for topic, phrase in (("restraint", "hold back"), ("restraint", "held back"), ("restraint", "stand way"))
)
"""Topics and the words of a phrase that says one without its name: "What stands in the way"."""

PLACE_STEMS = frozenset(stem(word) for word in "region country nation geography area state place".split())
"""What stands beside the name of a place and says no more."""

NOUN_STEMS = frozenset(
    stem(member)
    for name in ("company", "region", "country", "segment", "chapter", "application", "end user", "product")
    for member in CLASSES[name]
)
"""Nouns that say what kind of thing is asked for, beside its name."""

CONTRACTION = re.compile(
    r"(?:i|you|we|they|he|she|it|that|there|this|who|what|where|how)['’](?:ve|re|ll|d|s|m)", re.IGNORECASE
)
"""A pronoun with its verb: "you've got" names nothing."""

COVERABLE = frozenset(stem(w) for w in "pricing price cost volume demand supply consumption sales".split())
"""Measures a report may treat or not."""

UNITS = tuple(
    frozenset(stem(member) for member in members.split())
    for members in (
        "kg kilo kilogram kilogramme kilos",
        "tonne ton tons mt",
        "unit piece item",
        "litre liter",
        "hectare ha",
        "kilotonne kiloton kt",
        "hour hr",
        "month mo",
        "internet online web ecommerce e-commerce",
        "cost price priced",
        "employee worker staff headcount workforce personnel employed jobs",
        "people ppl",
        "town city municipality",
        "shoe footwear",
        "guarantee guaranteed warranty warranted",
        "invoice bill",
        "life lifetime lifespan",
        "plant factory mill",
        "delivery delivered shipment shipped",
        "acquire acquired acquisition takeover",
        "output production produced",
        "subsidy grant",
        "survey poll",
        "waste rubbish trash",
        "wage salary",
        "child kid",
        "doctor physician",
        "machine apparatus",
    )
)
"""Units, trade and everyday words for the same, whatever the market."""

_FRAME = """
able absolute according account accounted accounts active actual actually add added additional addressable adds affect
affected affecting affects after ahead all almost also although amid amount analyse analysed analyst analyze analyzed
annual annually answer anticipated any anyone anything approx approximate approximately around asap ask assess
assesses assistant available average back ballpark basically basis be become before begin beginning believe belong
belongs benefit benefited benefits between big bigger biggest billion bit bn bought break brief briefly bring brings
broke broken brought btw bullet bullets buy buys cagr cagrs calculate calculated came capture captured captures
carries carry change changed chart check checked chunk climb cny collapse collapsed collapses combined come comes
coming command commands compare compared comparison complete compound compute computed concern concerned concerning
conclusion conclusions confirm confirms consequence consequences consider considered considers consume consumed
consumes contain contained contains contribute contributed contributes correct cost costs cover coverage covered
covers crore cross curious currency current currently data deal deals decline declined declines describe despite
detail details determine determines difference different discuss discussed discusses distinguish distinguishes divide
divided document dollar dollars dominant dominate dominates dominating double doubled doubles down dozen draw drop
dropped drops during e.g. each earlier earn earned edition effect effects eight eleven end ending entire estimate
estimated estimation et eur euro evaluate evaluated evaluates even every exact exactly examine examined examines
exceed exist exists expect expectation expected explain extra factor fall falls far fast faster fastest fell figure
figures find first five focus focused focuses focusing follow following follows forecast forecasted four fraction from
full fully further future fyi gain gained gains gbp generate generated generates get gets give given gives global
globally go gonna good gotta graph great grew grow growing grown grows growth guess halve halved halves halving happen
happened happens heard held hello help here hey hi high higher highest historic historical historically hit hmm hold
holds honestly hundred i'd i'm i.e. id idea ignore im impact impacted impacts implication implications importance
important include included includes including increase increased increases industry influence influences info
information inr instructions interested involve involved involves issue issued jpy just key kind kindly kinds knew
know lakh large larger largest last later latest launch launches lead leading leads least led less level like likely
list listed lol long look looking lose loses lost lot low lower lowest made main mainly major make makes many market
math maths matter matters maybe mean meant measure measured mention mentioned mentions million mkt mkts mn moment
money more most mostly much multiple name named names nearly need news next nine no now nowadays number nutshell offer
offered offers ok okay one ones only operate operates opinion order out outlook over overall p.a p.a. paid
part past pay pays pc pct per percent percentage perhaps period piece play plays please plot pls plus plz point points
portion possible possibly pound pounds predict predicted prediction present price priced prices pricing primarily
principal produce profile profiled profiles project projected projection proportion provide provided provides
publication publish published publishes put puts quantify quarter quarterly quarters question quick quickly quite r
raise raised rank ranked ranking rapidly rate reach reached read really reason reasons recent recently regarding
relative repeat reply report represent represented represents respectively result revenue right rise rises rising rmb
rn role roles rose roughly row rupee rupees said sale sales same say says second see seem seems seen sell selling
sells sense separate separately serve served serves seven share ship shipped ships short show shown shows shrank
shrink shrinks simply sit sits situation six size sized sizing slice slide slides small smaller sold someone something
sorry sort sorts speak speaks spend spends spent split splits spoken stand stands start starting state stated states
stem stems still stood studied study sub suggest sum summarise summarize sure surpass system table tackle tackled talk
talks tam tell ten term terms thank thanks there thing things think third thought thousand three thx til till time
times today together top total touch trillion triple true turnover twelve two typical typically u uh um und unit units
until up ur usd use used user using valuation value valued various verify versus view volume volumes vs wanna want wat
way well went whereas whole wil wonder wondering word words work worked working works world worldwide worth write
written wrong wrote y year yearly years yen yes you're yoy yuan
"""
FRAME = frozenset(_FRAME.split())
"""Words that ask rather than name: they constrain nothing by themselves, and only tell near figures apart."""


@lru_cache(maxsize=8192)
def is_frame(word: str) -> bool:
    """Whether a lower-case word, or its lemma, only asks; stems would join "imports" to "important"."""
    return (
        word in FRAME
        or CONTRACTION.fullmatch(word) is not None
        or any(lemma in FRAME for lemmas in getAllLemmas(word).values() for lemma in lemmas)
    )
