"""How people ask in English: the patterns that tell one kind of question from another.

Nothing here is about a market. A pattern earns its place by being said of any report.
"""

import re

from bot.evidence import Operation
from ingest.domain import Measure
from ingest.words import stem


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{a})" for a in alternatives), re.IGNORECASE)


REPORT = r"(?:(?:this|the|your|full|whole|complete|that|a|market|research)\s+)*(?:report|study|publication|document|research)s?"

GREETING = _any(
    r"^\W*(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|greetings|yo)\b(?:\s+(?:there|all|bot|footnote|team))?\W*$"
)
THANKS = _any(
    r"^\W*(?:many |ok(?:ay)?,? |great,? |perfect,? )?(?:thanks?|thank you|thx|cheers|ta|much appreciated)\b[\w\s,!.]{0,30}$",
    r"^\W*(?:ok(?:ay)?|great|perfect|cool|nice|good|awesome|got it|understood|i see)\W*$",
)
FAREWELL = _any(r"^\W*(?:bye|goodbye|see you|cu|ciao|good night)\b[\w\s,!.]{0,20}$")
ABOUT_BOT = _any(
    r"\bwho (?:are|made|built|created) you\b",
    r"\bwhat (?:are|is your name|can you (?:do|answer|help)|do you (?:do|know))\b(?! about)(?! of)[^?]{0,25}\??$",
    r"\bare you (?:a |an )?(?:bot|human|robot|ai|person|real|chatgpt|gpt|machine)\b",
    r"\bhow (?:are you|do you work|can you help|does this (?:chat|bot|work))\b",
    r"^\W*(?:help|help me|what should i ask|what can i ask(?: you)?)\W*$",
)

CONTACT = _any(
    r"\b(?:contact|get in touch|reach out|reach (?:you|someone|sales|the)|speak (?:to|with)|talk (?:to|with)|call (?:you|someone)|"
    r"e-?mail address|phone number|telephone|sales (?:rep|team|person|contact|manager)|account manager|who (?:do|can|should) i (?:ask|call|email|write))\b",
    r"\b(?:buy|purchase|order|subscribe to|download|obtain|acquire)\b[^?.]{0,30}\b(?:report|study|copy|it|this|license|licence|edition|version)\b",
    r"\b(?:how|where)(?: much)? (?:do|can|could|would|should|may) (?:i|we|one) (?:get|buy|purchase|order|acquire|obtain|pay)\b",
    rf"\b(?:price|cost|pricing|fee|discount|quote|invoice)s?\b[^?.]{{0,25}}\b(?:of|for|on|to buy)\b[^?.]{{0,12}}\b{REPORT}\b",
    rf"\bhow (?:much|expensive)\b[^?.]{{0,20}}\b{REPORT}\b(?:[^?.]{{0,10}}\bcosts?\b)?",
    rf"\bcost of {REPORT}\b|\breport (?:price|cost|pricing)\b|\b(?:single|multi|enterprise|corporate)[- ]?(?:user )?licen[cs]e\b",
    r"\b(?:free )?sample (?:report|copy|pages?|pdf)\b|\bsample\b[^?]{0,12}\breport\b|\brequest (?:a )?(?:sample|demo|quote|customi[sz]ation)\b",
    r"\b(?:customi[sz]e|customi[sz]ation|tailor(?:ed)?)\b[^?]{0,30}\breport\b|\breport\b[^?]{0,30}\bcustomi[sz]",
)
DELIVERY = _any(
    rf"\b(?:when|how (?:soon|fast|quickly|long))\b[^?.]{{0,25}}\b(?:get|receive|deliver(?:ed|y)?|arrive|be sent)\b[^?.]{{0,25}}\b(?:{REPORT}|it|copy)\b",
    r"\b(?:what|which|in what|in which)\b[^?.]{0,20}\bformats?\b|\b(?:delivered|available|come|comes|get it|provided) (?:as|in) (?:an? )?(?:pdf|excel|word|powerpoint|ppt|xlsx)\b",
    rf"\b(?:share|forward|distribute|reuse|reprint|quote|cite|use|present)\b[^?.]{{0,25}}\b(?:{REPORT}|it|figures|charts|data)\b[^?.]{{0,30}}\b(?:team|colleagues?|presentations?|clients?|customers?|website|slides?|company)\b",
    r"\b(?:refund|return policy|payment (?:method|option)s?|delivery time|turnaround)\b",
)

WORKING = _any(
    r"\bhow (?:did|do|have) you (?:get|got|calculate|compute|derive|know|work|arrive|come|figure|reach)[\w\s]{0,12}\b(?:that|this|it|these|those|there|at|to|up|out)\b",
    r"\bhow (?:is|was|were|are) (?:that|this|it|these) (?:figure |number |value )?(?:calculated|computed|derived|worked out|obtained|arrived)\b",
    r"\bwhere (?:does|did|do|is) (?:that|this|it|these)(?: figure| number| value)? (?:come|came|from|stated|written|printed)\b",
    r"^\W*(?:what(?:'s| is) (?:the|your) )?(?:source|sources|reference|formula|calculation|working|proof)\W*$",
    r"\b(?:show|give|tell) me (?:the|your) (?:source|sources|formula|calculation|working|math|maths|reference)s?\b",
    r"^\W*(?:are you|r u) (?:really )?sure\b",
)

COVERAGE = _any(
    r"^\W*(?:and |so |but |also |please |hi,? |hello,? )*(?:does|do|did|will|would|is|are|has|have|can)\b[^?]*\b(?:cover(?:s|ed|age)?|includ(?:e|es|ed|ing)|"
    r"mention(?:s|ed)?|discuss(?:es|ed)?|address(?:es|ed)?|contain(?:s|ed)?|treat(?:s|ed)?|analy[sz](?:e|es|ed)|profil(?:e|es|ed)|list(?:ed|s)?|"
    r"feature(?:s|d)?|examine(?:s|d)?|deal(?:s|t)? with|talk(?:s|ed)? about|say anything|said anything|speak of|look(?:s|ed)? (?:at|into)|touch(?:es|ed)? on|named|provide|have)\b",
    r"\b(?:is|are|was|were) there (?:any|a|an|some|also|anything)\b",
    r"\b(?:anything|something|any (?:info|information|data|details?|chapter|section|coverage|mention|analysis)) (?:on|about|regarding|concerning|of|for)\b",
    rf"\b{REPORT} (?:also )?(?:covers?|includes?|mentions?|contains?)\b[^?]*\?",
    r"\bis\b[^?]{2,60}\b(?:covered|included|mentioned|listed|profiled|part of|among|one of|in (?:the|this|your) (?:report|study|list|scope))\b",
)
MEMBER = _any(
    r"^\W*(?:and )?(?:is|are|was)\b[^?]{2,60}\b(?:an?|one of|among)\b[^?]*\b(?:players?|compan(?:y|ies)|vendors?|competitors?|segments?|regions?|suppliers?|providers?|manufacturers?)\b"
)

WHY = _any(
    r"\bwhy\b|\bwhat (?:effect|impact|role|influence|difference|consequence|implication|benefit|advantage|reason|happens|happened)s?\b",
    r"\bhow (?:do|does|did|can|could|will|would|is|are|was|were|has|have|might|should)\b(?! (?:the )?(?:market|industry|sector)[\w\s]{0,12}\b(?:big|large|worth|grow|growing|valued)\b)",
    r"\b(?:explain|describe|elaborate|summari[sz]e|outline|discuss|tell me (?:more )?about|walk me through|overview of|what about the role)\b",
    r"\b(?:drivers?|driving|drives?|restraints?|challenges?|barriers?|hurdles?|opportunit(?:y|ies)|trends?|reasons?|factors?|causes?|caused|effects?|impacts?|impacted|affects?|affected|influences?|implications?|"
    r"benefits?|advantages?|recommend(?:s|ed|ations?)?|advice|advise[sd]?|strateg(?:y|ies)|prospects?|outlook|risks?|threats?|methodolog(?:y|ies)|methods?|role|fuel(?:s|led|ling)?|hamper(?:s|ed)?|hinder(?:s|ed)?|boost(?:s|ed)?)\b",
)

LIST_HEAD = _any(
    r"^\W*(?:and |so |please |can you |could you |pls )*(?:list|name|enumerate|give me (?:a |the )?(?:full |complete )?(?:list|names)|show me (?:a |the )?list|tell me (?:all )?the (?:names|list))\b",
    r"\b(?:who|which|what) (?:are|were)\b",
    r"\b(?:which|what)(?: \w+){0,4} (?:compan|player|vendor|firm|competitor|manufacturer|supplier|provider|segment|region|countr|application|chapter|categor|product|end[- ]us|modalit|channel|topic|table|technolog|section|part|brand|organi[sz]ation|material|type|geograph|sector|industr|market)\w*",
    r"\b(?:list|names?) of\b|\ball (?:the |of the )?\w+(?:ies|s)\b|\b(?:segmented|divided|split|broken down|categori[sz]ed|classified) (?:by|into)?\b|\bsegmentation\b|\btable of contents\b|\btoc\b",
    r"^\W*(?:the )?(?:(?:key|main|major|leading|top|principal|biggest) )?(?:players|companies|vendors|competitors|segments|regions|countries|chapters|applications|manufacturers|suppliers|contents|end[- ]users)(?: (?:covered|listed|profiled|included|in the report|in the market|please|pls|list))*\W*$",
    r"\bwho (?:else )?(?:competes?|operates?|plays?|leads?|makes?|sells?|supplies|is (?:active|in (?:the|this)))\b|\bwho's who\b",
)

LARGEST = _any(
    r"\b(?:largest|biggest|leading|leads?|led|top|dominat\w+|dominant|highest|greatest|main|number one|no\.? ?1|most)\b"
)
FASTEST = _any(
    r"\b(?:fastest|quickest|most rapidly|most quickly|highest growth|highest cagr|strongest growth|most growth|grow(?:s|ing)? (?:the )?(?:fastest|most|quickest|quicker))\b"
)
SMALLEST = _any(r"\b(?:smallest|lowest|least|slowest|weakest)\b")
BARE_SUPERLATIVE = _any(
    r"^\W*(?:and )?(?:the )?(?:largest|biggest|leading|top|smallest|fastest[- ]growing|dominant|main) (?:\w+ ){0,2}"
    r"(?:region|country|segment|type|product|application|market|category|channel|company|vendor|player|end[- ]us\w+)\W*$"
)
WHICH = _any(r"\b(?:which|what|who|where|name the|whose)\b")

SERIES = _any(
    r"\b(?:by year|per year|each year|every year|year by year|year-by-year|over time|over the years|annually|yearly|time series|trajectory|chart|graph|plot|annual figures?|all years|across years|evolution|history)\b"
)

OPERATIONS: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (
        _any(
            r"\bhow many times\b|\bmultiple\b|\btimes (?:larger|bigger|as (?:big|large)|more|the size)\b|\bfactor (?:of|by)\b|\bx-?fold\b|\b\w+fold\b|\bdouble|\btriple|\bquadruple"
        ),
        "multiple",
    ),
    (
        _any(
            r"\bcagr\b|\bcompound(?:ed)?\b|\baverage annual\b|\bannual(?:ly|i[sz]ed)?\b[^?]{0,12}\b(?:growth|rate)\b|\bper (?:year|annum)\b"
        ),
        "cagr",
    ),
    (
        _any(
            r"\b(?:percent(?:age)?|%|per cent|relative|rate)\b[^?]*\b(?:increase|grow|growth|change|rise|rose|jump|gain)\b|\b(?:grow|growth|increase|change|rise)\b[^?]*\b(?:percent(?:age)?|%|per cent)\b|\byoy\b|\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\bgrowth (?:rate )?(?:from|between|in)\b|\bhow (?:fast|quickly|strongly)\b"
        ),
        "growth",
    ),
    (
        _any(
            r"\b(?:difference|absolute|how much (?:more|bigger|larger|will|did|does|would|is|has|was)?\b[^?]*\b(?:add|added|grow|grew|grown|increase|gain|rise|expand|change|more|larger|bigger)|(?:add|added|increase|gain|change|rise|jump|gap|delta|increment(?:al)?|uplift)\b[^?]*\b(?:between|from|in dollars|dollar|in money|in absolute)|dollar (?:growth|increase)|between\b[^?]*\bdifference)\b"
        ),
        "difference",
    ),
    (_any(r"\b(?:add(?:ed|s)? up|sum|total of|combined|together|altogether|in total for)\b"), "sum"),
    (_any(r"\bwhat (?:share|percent(?:age)?|proportion|fraction|part)\b|\bhow much of\b"), "share"),
)

MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (
        _any(
            r"\bcagr\b|\bcompound(?:ed)? (?:annual )?(?:growth )?rate\b|\bcompound annual\b|\bannual growth rate\b|\baverage annual growth\b"
        ),
        "cagr",
    ),
    (_any(r"\b(?:yoy|y-o-y|year[- ]on[- ]year|year[- ]over[- ]year)\b|\bannual growth\b"), "growth"),
    (
        _any(
            r"\b(?:market |revenue |volume |value )?shares?\b(?! (?:this|the|it|my|our|with))|\bwhat (?:percent(?:age)?|proportion|fraction)\b|\bpercent(?:age)? of\b|\bhow much of\b|\bper cent of\b"
        ),
        "share",
    ),
    (
        _any(
            r"\b(?:growth|grow|grows|growing|grew|grown|expand\w*|rising)\b[^?]*\brate\b|\bgrowth rate\b|\bhow (?:fast|quick(?:ly)?|rapid(?:ly)?|strongly)\b|\bpace\b|\bgrowth\b|\bgrow(?:s|ing|n)?\b|\bgrew\b|\bexpand(?:s|ing)?\b|\brate of (?:increase|expansion)\b"
        ),
        "growth",
    ),
    (
        _any(
            r"\b(?:average |selling |unit |list )?pric(?:e|es|ed|ing)\b|\bcost of (?:a|an|one|each)\b|\bhow expensive\b|\basp\b|\bcosts? per\b"
        ),
        "price",
    ),
    (
        _any(
            r"\b(?:volume|tonnage|tonnes|tons|shipments?|units (?:sold|shipped)|installed base|production|output|consumption|capacity|kilotons?)\b|\bunit sales\b"
        ),
        "volume",
    ),
    (
        _any(
            r"\bhow (?:big|large|huge|small|sizable|sizeable)\b|\bsiz(?:e|ed|ing)\b|\bworth\b|\bvalu(?:e|ed|ation)\b|\brevenues?\b|\bsales\b|\bturnover\b|\bhow much (?:money|is|was|will|would|does|did)\b|\b(?:market|industry) (?:cap|total)\b|\b(?:in|how many) (?:us )?(?:dollars|usd|euros?|billions?|millions?)\b|\bbillions?\b|\bmarket in \d{4}\b|\bspend(?:ing)?\b|\breach\b"
        ),
        "size",
    ),
    (_any(r"\bhow many\b|\bnumber of\b|\bcount of\b|\btotal (?:number|count)\b"), "count"),
)

STRONG_FIGURE = _any(
    r"\bhow (?:big|large|huge|much|many|fast|quickly|rapidly|small|strongly)\b|\bcagr\b|\bgrowth rates?\b|\bmarket size\b|\bsize of\b|\bworth\b|\bvalued?\b|\b(?:market |revenue )?share (?:of|does|did|held|is|was|in|for|by)\b|"
    r"\bmarket shares?\b|\brevenues?\b|\bsales\b|\bturnover\b|\bwhat (?:is|was|were|will be|would be|'s) the (?:\w+ ){0,3}(?:size|growth|share|value|price|volume|number)\b|\bnumber of\b|\bwhat (?:percent(?:age)?|proportion|share)\b|\byoy\b|\byear[- ]o[nv]e?r?[- ]year\b|"
    r"\bhow expensive\b|\bpric(?:e|ed)\b"
)

ABOUT: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        _any(r"\bbase[- ]?(?:line )?year\b|\breference year\b|\byear of (?:estimation|estimate)\b|\bestimated year\b"),
        "base year",
    ),
    (
        _any(
            r"\bforecast(?:ing)?(?:ed)? (?:period|years?|horizon|window|range|timeframe|span)\b|\b(?:projection|prediction) period\b|\bhow far (?:ahead|out|into the future)\b|\b(?:until|till|up to) (?:when|what year|which year)\b|\bwhich years? (?:does|do|is|are)\b[^?]*\b(?:forecast|cover|predict|project)\w*|\bwhat (?:period|years?|time ?frame|timespan)\b[^?]*\b(?:forecast|cover|predict|project)\w*|\btime ?(?:frame|span|horizon) of\b"
        ),
        "forecast period",
    ),
    (_any(r"\b(?:study|historical?|history|review) (?:period|years?|data|range)\b"), "historical period"),
    (
        _any(
            r"\bwho (?:is the )?(?:publish(?:ed|er|es)?|wrote|writes|author(?:ed)?|made|produced|issued|created)\b(?! you)|\bpublisher\b|\bpublished by\b|\bauthors?\b|\bwhose report\b|\bwhat company (?:made|wrote|published)\b"
        ),
        "publisher",
    ),
    (
        _any(
            r"\bwhen (?:was|is|were)\b[^?]*\b(?:published|released|issued|written|updated|dated)\b|\bpublication date\b|\bdate of (?:publication|the report|this report)\b|\bhow (?:old|recent|current|up[- ]to[- ]date) is\b|\bwhich edition\b|\bwhat edition\b|\bedition is this\b"
        ),
        "published",
    ),
    (
        _any(
            rf"\bwhat(?:'s| is) (?:the )?(?:title|name) of {REPORT}|\bwhat(?:'s| is) {REPORT} (?:about|called|titled|on)\b|\btitle of\b|\bwhat (?:does|do) {REPORT} (?:cover|contain|include)\b|\bwhat(?:'s| is) in {REPORT}\b|\bscope of\b"
        ),
        "title",
    ),
)

ELLIPSIS = _any(
    r"^\W*(?:and|but|or|also|plus|then|so)\b",
    r"^\W*(?:what|how) about\b",
    r"^\W*(?:in|for|by|during|as of|at|on|since|until|from|between|versus|vs) (?:the )?[\w\s&'-]{2,40}\??$",
    r"^\W*(?:same|ditto|likewise)\b",
    r"^\W*(?:no|nope|sorry)[,.]? (?:i mean|i meant|for|in|not)\b|^\W*i (?:mean|meant)\b",
    r"^\W*(?:19|20)\d\d\W*$",
)
PRONOUN = _any(
    r"\b(?:it|its|they|them|their|those|these|that|this one|that one|he|she|him|her|the former|the latter|the same)\b"
)

PREMISE = _any(
    r"\b(?:right|correct|true|isn'?t it|doesn'?t it|wasn'?t it|is that (?:so|right|correct)|yes)\W*$",
    r"^\W*(?:so |and |but )?(?:is|are|was|were|does|do|did|will|isn'?t|wasn'?t|doesn'?t)\b",
    r"\b(?:i (?:heard|read|think|thought|believe|guess|assume|understand|was told)|apparently|supposedly|confirm|your report (?:says|claims|states)|the report (?:says|claims|states)|you said|according to|given that|since|as)\b",
)

CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(members.split())
    for name, members in {
        "company": "company player vendor competitor manufacturer supplier provider firm participant brand organization "
        "organisation business producer maker rival participants",
        "region": "region geography area territory regional geographic geographical",
        "country": "country nation national",
        "segment": "segment segmentation category breakdown",
        "chapter": "chapter content section topic toc outline contents agenda",
        "application": "application use-case usage use",
        "end user": "end-user enduser user customer end-use client",
        "product": "product type offering component solution service kind",
        "channel": "channel distribution",
        "question": "question faq",
        "trend": "trend driver opportunity challenge restraint barrier factor",
    }.items()
}
"""Nouns people use for one another when they ask what is in a report."""

FRAME_WORDS = frozenset(
    """
    market industry report study research document publication figure number value total amount tell give show
    know want need please much many big large small current currently today now nowadays present expected expect
    forecast forecasted projected project predicted predict estimated estimate estimation anticipated year years
    period annual annually yearly dollar usd eur euro billion million trillion bn mn say says state stated
    states exact exactly approximately roughly approx around according next coming future past last overall
    whole entire global globally worldwide world size sized sizing worth valued valuation grow grows growing
    growth grew rate cagr compound percent percentage pct share revenue sale sales turnover money reach reached
    hit be become get gets go went increase increases increased rise rises rising change changed difference
    times multiple bigger larger smaller higher lower more most less least fast faster fastest quick quickly
    rapidly largest biggest leading lead leads led dominant dominate dominates dominating highest lowest top key
    main major principal important list listed name names named cover covers covered coverage include includes
    included including mention mentions mentioned discuss discusses discussed contain contains contained detail
    details information info data answer question ask find read look looking think believe heard right correct
    true wrong sure really just also still even only hi hello hey thanks thank ok okay yes no bit thing things
    something anything someone anyone explain describe summarize summarise account accounts accounted hold holds
    held command commands capture captures captured make makes made come comes use used using between from till
    until during over per each every all any there here various different kind kinds sort sorts compare compared
    comparison versus vs relative part proportion fraction add added adds sum combined together say ignore
    instructions start end starting ending begin beginning level time long short term terms way profile profiled
    profiles active operate operates operating exist exists exactly wonder wondering curious interested help
    guess cagrs yoy i'm im i'd id you're u ur pls plz thx lot approximate actual actually high low great good
    well able like quite maybe perhaps roughly ballpark quantify measure measured
    """.split()
)
"""Words that ask rather than name: they constrain nothing by themselves."""

FRAME_STEMS = frozenset(stem(word) for word in FRAME_WORDS)
CLASS_STEMS = tuple(frozenset(stem(member) for member in members) for members in CLASSES.values())

LEADERS = _any(
    r"\b(?:who|which|what|list|name)\b[^?]*\b(?:are|the)\b[^?]*\b(?:leading|key|main|major|top|largest|biggest|dominant|most important)\b(?: \w+){0,3} "
    r"(?:players|companies|vendors|competitors|manufacturers|suppliers|providers|firms|brands|participants|producers)\b(?![^?]*\bshare\b)",
    r"\bmost (?:recent|important|relevant|common|useful)\b|\bat most\b|\bat the top\b",
)
