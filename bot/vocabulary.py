"""The words people ask with: those that stand for one another, and those that name nothing by themselves."""

from ingest.words import stem

CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(members.split())
    for name, members in {
        "company": "company player vendor competitor manufacturer supplier provider firm participant brand organization "
        "organisation business producer maker rival",
        "region": "region geography area territory regional geographic geographical",
        "country": "country nation national",
        "segment": "segment segmentation category breakdown subsegment subcategory dimension",
        "chapter": "chapter content section topic toc outline contents agenda",
        "application": "application usage",
        "end user": "enduser user customer client",
        "product": "product type offering kind",
        "component": "component part module",
        "channel": "channel distribution",
        "question": "question faq",
        "driver": "driver drive driven driving fuel propel boost catalyst",
        "restraint": "restraint restrain challenge barrier hurdle obstacle hamper hinder limit constrain constraint threat "
        "restraining limiting pitfall headwind impede",
        "opportunity": "opportunity prospect",
        "trend": "trend development shift",
        "recommendation": "recommendation recommend advise advice advised suggestion suggest should priority prioritize",
        "method": "methodology method approach interview survey triangulation questionnaire",
        "person": "person people adult respondent consumer",
    }.items()
}
"""Nouns people use for one another when they ask what is in a report."""

TOPICS = ("driver", "restraint", "opportunity", "trend", "recommendation", "method")
"""Classes that are topics of a report: their words may be looked for in place of one another in its text."""

TOPIC_STEMS = tuple(frozenset(stem(member) for member in CLASSES[name]) for name in TOPICS)
ALIKE_STEMS = tuple(frozenset(stem(m) for m in members) for name, members in CLASSES.items() if name not in TOPICS)
CLASS_STEMS = tuple(frozenset(stem(member) for member in members) for members in CLASSES.values())

PLACE_STEMS = frozenset(stem(word) for word in "region country nation geography area state place".split())
"""What stands beside the name of a place and says no more."""

NOUN_STEMS = frozenset(
    stem(member)
    for name in ("company", "region", "country", "segment", "chapter", "application", "end user", "product")
    for member in CLASSES[name]
)
"""Nouns that say what kind of thing is asked for, beside its name."""

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
        "internet online web ecommerce",
        "cost price priced",
    )
)
"""Units and trade words written in more than one way."""

_FRAME = """
market industry report study research document publication figure number value total amount tell give show know want
need please much many big large small current currently today now nowadays present expected expect forecast forecasted
projected project predicted predict estimated estimate estimation anticipated year years period annual annually yearly
dollar usd eur euro billion million trillion bn mn say says said state stated states exact exactly approximately roughly
approx around according next coming future past last overall whole entire global globally worldwide world size sized
sizing worth valued valuation grow grows growing growth grew grown rate cagr compound percent percentage pct share
revenue sale sales turnover money reach reached hit be become get gets go went increase increases increased rise rises
rising rose change changed difference times multiple bigger larger smaller higher lower more most less least fast faster
fastest quick quickly rapidly largest biggest leading lead leads led dominant dominate dominates dominating highest
lowest top key main major principal important list listed name names named cover covers covered coverage include
includes included including mention mentions mentioned discuss discusses discussed contain contains contained detail
details information info data answer question ask find read look looking think believe heard right correct true wrong
sure really just also still even only hi hello hey thanks thank ok okay yes no bit thing things something anything
someone anyone explain describe summarize summarise account accounts accounted hold holds held command commands capture
captures captured make makes made come comes came use used using between from till until during over per each every all
any there here various different kind kinds sort sorts compare compared comparison versus vs relative part proportion
fraction portion slice chunk piece add added adds sum combined together ignore instructions start end starting ending
begin beginning level time long short term terms way profile profiled profiles active operate operates operating exist
exists wonder wondering curious interested help guess cagrs yoy i'm im i'd id you're u ur pls plz thx lot approximate
actual actually high low great good well able like quite maybe perhaps ballpark quantify measure measured price prices
priced pricing average mean cost costs volume volumes sold sell sells selling buy buys bought ship ships shipped pay pays
paid spend spends spent bring brings brought carry carries earn earned gain gains gained lose loses lost given gives
calculate calculated compute computed work works working worked figures out absolute relative terms historic historical
historically confirm confirms check checked verify distinguish distinguishes broken break broke down divided divide
split splits segmented demand generate generates generated produce contribute contributes contributed represent
represents represented come stem stems stand stands stood sit sits touch cross surpass exceed climb fall falls fell
decline declines declined drop drops dropped shrink shrinks shrank raise raised recent recently latest news
speak speaks spoken talk talks deal deals consider considers considered basis points point first second third same
rank ranked ranking order sort plot draw chart graph table row follow follows following result concern concerning
regarding concerned belong belongs involved involve involves available provide provides provided publish published
publishes issue issued write wrote written suggest put puts see seen seem seems expectation projection prediction
opinion view idea sense roughly nearly almost far further ahead back up respectively mostly mainly primarily
four five six seven eight nine ten eleven twelve thousand hundred dozen later earlier before after shown show shows edition
supply supplies supplied consume consumes consumed offer offers offered launch launches sub pct pc much compared
affect affects affected affecting effect effects impact impacts impacted influence influences role roles play plays
benefit benefits benefited matter matters situation focus focuses focused focusing tackle tackled determine determines
conclusion conclusions importance happen happens happened consequence consequences implication implications reason reasons
p.a. i.e. e.g. tam addressable unit units serve serves served wat gonna wanna gotta til r wil sorry btw asap fyi hmm um uh lol thought knew meant mean analyst user system word words reply
analyse analyze analyzed analysed assess assesses evaluate evaluates evaluated examine examines examined studied full
complete fully outlook p.a exact dollars pound pounds gbp inr rupee rupees yen yuan rmb cny jpy crore lakh currency
possible possibly likely simply basically honestly kindly quick brief briefly short one ones two three
"""
FRAME_STEMS = frozenset(stem(word) for word in _FRAME.split())
"""Stems of words that ask rather than name: they constrain nothing by themselves, and only tell near figures apart."""
