"""The words around a number that tell what it measures, as patterns."""

import re

from ingest.quantity.patterns import either
from ingest.quantity.vocabulary import AUXILIARIES, VERBS


def _cue(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", flags)


_WHAT = rf"(?:(?:{either('market revenue sales value volume unit industry global total overall annual average')})\s+)*"
_FALL = either(
    r"""
    fell falls? falling fallen declin\w+ dropp?\w* decreas\w+ shrank shrinks? shrinking shrunk contract(?:ed|ing|s)?
    slipp?\w* plung\w+ slump\w* reduc(?:ed|es|ing) lower(?:ed|ing)? less down negative loss lost
    """
)
_RISE = either(
    r"""
    grew grow(?:s|ing|n|th)? rose ris(?:es?|ing|en) increas\w+ climb\w* jump\w* surg\w+ soar\w* expand\w* expansion
    advanc\w+ accelerat\w+ gain\w* improv\w+ uptick
    (?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)up hike\w* higher y-o-y yoy year[-_](?:over|on|to)[-_]year
    """.replace("[-_]", r"[-\s]")
)
_GROWTH = rf"{_WHAT}(?:growth\s+rates?|{_RISE}|{_FALL})"
_SHARE_NOUN = rf"{_WHAT}(?:(?<!\bper\s)(?<!\bper-)shares?|portion|proportion|percentage|contribution)"
_SIZE_NOUN = rf"{_WHAT}(?:size|valuation|revenues?|sales|turnover|value|worth|valued|receipts|billings)"
_FILLERS = either(
    """
    by at of with an? the between about around nearly over roughly approximately more than under almost another some
    just only further annually in for during rate annual average is was to_be compound steady pace year y-o-y yoy
    year-on-year year-over-year estimated expected projected up close to(?=\\s+be) robust strong healthy moderate
    significant double-digit nominal real per
    """
)

FALLING = _cue(_FALL)
RISING = _cue(_RISE)
CAGR = _cue(
    rf"{_WHAT}(?:cagr|c\.a\.g\.r\.?|compound(?:ed)?\s+annual(?:i[sz]ed)?\s+(?:growth|rate)(?:\s+rate)?"
    r"|compound(?:ed)?\s+(?:growth|rate)(?:\s+rate)?)"
)
PRICE = _cue(
    r"(?:average\s+)?(?:(?:selling|unit|list|retail|wholesale|spot)\s+)?pric(?:e[sd]?|ing)|asp|arpu|revpar|average\s+revenue\s+per\s+\w+"
    r"|(?:licen[cs]e|subscription)\s+fees?|(?:average|monthly|annual|yearly|weekly)\s+(?:annual\s+|monthly\s+)?rents?"
)
RATE = _cue(
    r"(?:\w+\s+)?(?:"
    + either(
        r"""
        margins? penetration utili[sz]ation adoption(?:_rate)? accuracy efficiency occupancy retention churn sensitivity
        specificity probability likelihood tariffs? dut(?:y|ies) tax(?:es)? vat interest(?:_rate)? inflation
        unemployment prevalence incidence mortality yield vacancy(?:_rates?)?
        """
    )
    + ")"
)
"""Rates that are neither a share of the market nor its growth."""
SHARE_NOUN = _cue(_SHARE_NOUN)
SHARE = _cue(
    rf"{_SHARE_NOUN}|stake|"
    + either(
        r"""
        account(?:ed|s|ing)?_for h[eo]ld(?:s|ing)? captur\w+ contribut\w+ represent\w+ constitut\w+ compris\w+
        command\w* dominat\w+ made_up mak(?:es?|ing)_up leads? led garner\w* brought bring\w* follow(?:s|ed|ing)?
        secur(?:ed|es|ing)
        """
    )
)
INCREASE = _cue(
    r"incremental\s+(?:growth|revenue|opportunity)|(?:absolute\s+)?(?:dollar|\$)\s+opportunity"
    r"|add(?:ing|s|ed)?(?:\s+(?:about|around|an?\s+estimated|up\s+to))*\Z"
)
GROWTH = _cue(_GROWTH)
SIZE_NOUN = _cue(_SIZE_NOUN)
SIZE = _cue(
    rf"(?:market|industry|segment)?\s*size|{_SIZE_NOUN}|{_WHAT}demand|"
    + either(
        r"""
        estimated pegged assessed st(?:ands?|ood) reach\w* hit(?:s|ting)? surpass\w* exceed\w* cross\w*
        pass(?:es|ed|ing)? attain\w* amount\w*_to total(?:l?ed|s|l?ing)? generat\w+ record\w* touch\w*
        doubl(?:es?|ed|ing) tripl(?:es?|ed|ing) project(?:ed|ion) forecast expected anticipated predicted
        expects? gives? puts? top(?:ped|s|ping)? turn(?:s|ed)_over br(?:ings?|ought)_in earn(?:s|ed) was is were
        are be
        """
    )
)
NAMES = _cue(
    either(
        """
        size shares? stake revenues? sales turnover value valuation worth market industry demand receipts billings
        growth
        growth_rates? increase decrease decline rise fall drop gain jump surge uptick expansion portion proportion
        percentage contribution opportunity y-o-y yoy year-on-year year-over-year
        """
    )
)
"""Nouns that name a measure, among the words that only tell of one."""
MARKET_BEHIND = re.compile(r"\s*(?:in\s+)?(?:market|industry|revenues?|sales)\b", re.IGNORECASE)
SEGMENT_OPENS = re.compile(r"\b(?:sub-)?(?:segment|market|industry|sector)\b.*\(\s*\Z", re.IGNORECASE)
"""A segment with its level in brackets: "the software segment (USD 4.8 billion in 2024)"."""

SPENT = _cue(
    either(
        r"""
        acqui\w+ takeover buyout merg\w+ invest(?:s|ed|ing|ments?)? funding funded rais(?:es?|ed|ing) funds? financ\w+
        grants? granted deals? contracts? award\w* pa(?:y|ys|id|ying|yments?) spen[dt]\w* expenditures? outlays?
        costs? costing sav(?:e[sd]?|ing|ings) loans? budget\w* allocat\w+ commit(?:s|ted|ting|ment|ments)? pledg\w+
        penalt(?:y|ies) fin(?:es|ed) settle\w* purchas\w+ bought buys? sold_(?:its|for|to|off) ipo stakes? capital
        capex opex loss(?:es)? damages? debts? profits? income earnings ebitda gdp backlog donat\w+ salar(?:y|ies)
        wages? round series tariffs? duties subsid(?:y|ies|ized) exports? imports? trade economy assets? premiums?
        inflows? outflows? orders? facility plant project_worth r&d research_and_development capitali[sz]ation
        reserves? liabilit(?:y|ies) benefits? incentives? royalt(?:y|ies) rebates? fraud burden launch\w* announc\w+
        sign(?:s|ed|ing) unveil\w* open(?:s|ed|ing) provid(?:e|es|ed|ing)
        """
    )
)
"""Words that make money something else than a market's level, where they head their phrase."""
MARKET_LEVEL = re.compile(
    r"\b(?:market|industry|sector)(?:\s+(?:size|value|revenues?))?\s+(?:was|is|stood|reached|totall?ed|amounted|came|hit)\b"
    r"[^;.]*\Z",
    re.IGNORECASE,
)
"""A market's level is said; what stands behind the number says only what it is counted in."""
COUNTED_IN = re.compile(
    r"\A\s*in\s+(?:[\w-]+\s+){0,3}(?:premiums?|revenues?|sales|receipts|billings|turnover|spending|fees|terms|value)\b",
    re.IGNORECASE,
)
"""What money is counted in, behind its number: "in gross written premiums"."""
HEADS = re.compile(
    r"\s*(?:\Z|[,;:()]|\b(?:"
    + "|".join(sorted(VERBS | AUXILIARIES))
    + "|"
    + either(
        """
        in of for on to by from at with value worth across during and that over under about around nearly its the a an
        per
        """
    )
    + r")\b|[A-Z])"
)
"""What follows a noun that heads its phrase: "investment in", but not "investment banking segment"."""

PRICED_FOR = re.compile(
    r"\A\s*(?:/|per\s|an?\s|each\s|for\s+(?:an?|each|one|the)\s)\s*"
    r"(?:single|global|enterprise|corporate|multi)?[- ]?(?:"
    + either(
        """
        user unit tonne ton kg kilogram litre liter barrel licen[cs]e seat device scan procedure test patient dose kwh
        mwh kw piece head session report copy mt g lb gallon vehicle set subscription
        """
    )
    + r")\b|\A\s*(?:per|/)\s+(?!cent|annum|year|day|month|week|quarter|capita)[a-z][\w-]*",
    re.IGNORECASE,
)
COSTS = re.compile(
    r"\b(?:costs?|sells?\s+(?:for|at)|sold\s+for|retails?\s+(?:for|at)|charges?)(?:\s+(?:an?|the|each|every|its|their)\s+[\w-]+)?"
    r"(?:\s+(?:between|about|around|approximately|from|up|to|over|some|nearly))*\s*\Z"
)
LICENCE = re.compile(r"\blicen[cs]e\s*[:|]?\s*\Z", re.IGNORECASE)

OF_WHOLE = re.compile(
    r"\A\s*(?:share\s+)?of\s+(?!them\b|it\b)(?:(?:the|all|total|global|overall)\s+)*[\w&-]+(?:\s+(?!in\b|by\b|for\b)[\w&-]+)?",
    re.IGNORECASE,
)
DIVIDED_BY = re.compile(r"\b(?:revenues?|sales|market)\b[^:]*\bby\b[^:]*:", re.IGNORECASE)

MOVED_BY = re.compile(
    rf"(?<![\w-])(?P<cue>{_RISE}|{_FALL})\s+(?:further\s+)?by(?:\s+(?!to\b)[\w~-]+){{0,4}}\s*\Z", re.IGNORECASE
)
MOVED = re.compile(rf"(?<![\w-])(?P<cue>{_GROWTH})(?:\s+(?:{_FILLERS}))*[\s:()~|]*\Z", re.IGNORECASE)
"""A word of motion right before a number, but for fillers: "rose by about"."""
PACED = re.compile(
    r"\b(?P<cue>growth)(?:\s+rates?)?\s+(?:of\s+[\w ]+\s+)?(?:slow|accelerat|eas|cool|mov|ris|rose|f[ae]ll|pick)\w*"
    r"\s+(?:\w+\s+)?(?:to|from)(?:\s+\w+)?\s*\Z",
    re.IGNORECASE,
)
GROWTH_BEHIND = re.compile(
    r"\A[\s,(-]*(?:(?:annual|yearly|average|market|revenue|sales|overall|total|a|in|per|year)\s+){0,3}(?P<cue>"
    + either(
        r"""
        growth(?:_rate)? increase rise decline decrease drop fall gain jump surge uptick expansion higher lower more
        less y-o-y yoy year[-\s](?:on|over)[-\s]year annually per_annum p\.a\. (?:per|a)_year up down
        """
    )
    + r")(?![\w-])",
    re.IGNORECASE,
)
CAGR_BEHIND = re.compile(
    r"\A[\s,(-]*(?:(?:"
    + either(
        """
        an? the as market revenue sales forecast growth annual estimated expected projected global overall healthy
        robust strong per year annum annually
        """
    )
    + r")[\s,]+){0,3}(?P<cue>cagr|compound(?:ed)?\s+annual\s+growth(?:\s+rate)?|compounded)(?![\w-])",
    re.IGNORECASE,
)

ANNUALLY_BEHIND = re.compile(
    r"\A\s*(?:growth\s+)?(?:(?:a|per|each|every)\s+(?:year|annum)\b|p\.?\s?a\b|annually\b|yearly\b|annual\s)",
    re.IGNORECASE,
)
"""Behind a percentage: it is of every year."""
GROWS_FROM = re.compile(r"\bfrom (?:the end of )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)

VOLUME = _cue(
    either(
        r"""
        volumes? sales shipments? shipped sold consum(?:ed|es|ption) produc(?:tion|ed) output demand(?:ed)?
        deliver(?:y|ies|ed) registrations? installed installations? deployed deployments? procedures? performed capacity
        units? exported imported traded throughput
        """
    )
)
VOLUME_NOUN = _cue(
    r"(?:\w+\s+)?(?:"
    + either("volumes? shipments? sales output production deliveries registrations installations")
    + ")"
)
SOLD = re.compile(
    r"\s*(?:\w+\s+){0,3}(?:sold|shipped|delivered|installed|performed|deployed|produced|consumed|registered)\b",
    re.IGNORECASE,
)
BULK = re.compile(
    either(
        r"""
        (?:(?:metric|short|long)_)?(?:kilo)?tons? tonnes? kilotonnes kt Mt kg kilograms? litres? liters? L hl hL
        units? MWh GWh TWh kWh MW GW kW TW MWp GWp barrels? bbl gallons? [Tt][Ee][Uu]s? m³ m3 MT MMT Mtpa MTPA bcm bcf
        bushels? pounds lbs? oz koz Moz ounces? kboe MMboe hectares acres m² m2 sq.* square.* cubic.*
        """
    )
)
"""Units that measure rather than count."""
COUNTED = re.compile(
    r"(?:\w+[ -])*(?:"
    + either(
        r"""
        tables? figures? charts? pages? chapters? countries companies players vendors manufacturers firms segments
        regions respondents interviews hospitals clinics startups start-ups beds patents studies trials languages
        slides exhibits tiers profiles suppliers providers members employees people sites facilities patients cases
        users customers subscribers experts executives participants
        """
    )
    + ")",
    re.IGNORECASE,
)

ASKED_SHARE = _cue(rf"{_SHARE_NOUN}|account(?:s|ed)?\s+for|what\s+percent")
ASKED_GROWTH = _cue(
    rf"{_WHAT}(?:growth(?:\s+rates?)?|grow(?:s|ing|n)?|grew|y-o-y|yoy|year[-\s](?:over|on)[-\s]year"
    r"|increas(?:e|ed|ing)|declin(?:e|ed|ing))"
)
ASKED_SIZE = _cue(
    rf"{_WHAT}(?:size|revenues?|sales|turnover|value|worth|valuation|valued|demand)|how\s+(?:big|large|much)"
)
ASKED_VOLUME = _cue(r"(?:(?:market|sales)\s+)?volumes?|shipments?|units|consumption|production|tonnage")
ASKED_COUNT = _cue(r"how\s+many|number\s+of|no\.\s+of|count|total\s+number")
