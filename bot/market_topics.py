"""What market reports explain: how it is asked for, how its section is headed, and how a sentence says it."""

import re
from dataclasses import dataclass

from ingest.words import stem

_NUMBERED = r"\A(?:[\dIVX]+[.)] ?)*"


@dataclass(frozen=True, slots=True)
class Topic:
    """``asked``: in a question; ``headed``: in a heading, or in a label before what is said; ``said``: in a sentence
    that names it without a heading."""

    asked: re.Pattern[str]
    headed: re.Pattern[str]
    said: re.Pattern[str]


def _topic(asked: str, headed: str, said: str = r"(?!)") -> Topic:
    return Topic(*(re.compile(pattern, re.IGNORECASE) for pattern in (asked, headed, said)))


_RISING = (
    r"(?:gr[eo]w(?:s|ing|th|n)?|ris(?:e|es|ing)|rose|increas\w+|expand\w*|expansion|boom\w*|tak(?:e|es|ing) off|up\b"
    r"|upturn|climb\w*|surg\w+|recover\w*|popular\w*|demand|thriv\w+|so (?:high|strong|fast)"
    r"|(?:(?:spend|buy|order|pay)(?:s|ing)?|us(?:e|es|ing)) (?:\w+ )?more)"
)
_FALLING = (
    r"(?:shrink\w*|declin\w+|fall\w*|fell|drop\w*|slow\w*|stall\w*|down\b|weak\w*|contract\w+|decreas\w+|stagnat\w+"
    r"|bearish|pessimistic|gloomy|so (?:low|small))"
)
_WHY = (
    r"\b(?:why|how come|what makes|reasons? (?:for|why|behind|that)|reason\b"
    r"|what(?:'s|s| is| are| was)? (?:the )?(?:behind|reasons?))\b"
)
_HURDLE = (
    r"(?:restrain\w*|challeng\w+|barriers?|hurdles?|obstacles?|headwinds?|threats?|threaten\w*|pitfalls?|brakes?"
    r"|risks?|bottlenecks?|worr(?:y|ies|ied)|downsides?)"
)
_FIRST = r"(?:main|chief|key|biggest|greatest|foremost|principal|strongest|most important|single largest)"
_METHOD_ASKED = (
    r"(?:methodolog(?:y|ies)|research method\w*|how (?:was|were) (?:the )?(?:data|research|figures|study)\b.*)"
)

TOPICS = DRIVERS, HURDLES, _, _, ADVICE, _, SCOPE = (
    _topic(
        rf"{_WHY}.*\b{_RISING}|{_RISING}.*\bwhy\b|\b(?:driv(?:er|ers|es|ing|en)|propel\w*|fuel(?:s|ling|led)?"
        r"|push(?:es|ing)|boost\w*|underpin\w*|growth (?:factors?|engines?|reasons?)|tailwinds?)\b"
        r"|\bwhere (?:does|do|will|is) (?:\w+ ){0,3}growth (?:come|coming)\b"
        r"|\bwhat keeps\b.*\b(?:alive|going|growing)\b",
        rf"\bdriv(?:er|ers|es|ing)\b|\bwhy\b.*\b{_RISING}|\bgrowth (?:factors?|engines?)\b|\bwhat (?:is |are )?"
        rf"(?:behind|push\w*|driv\w*|propel\w*|fuel\w*|carr(?:y|ies))\b|\breasons? for (?:the )?growth\b"
        rf"|{_NUMBERED}demand(?: drivers?| side)?\Z|\bthe demand side\Z|\bwhere (?:the )?growth comes from\b"
        r"|\bwho (?:wants|buys|needs) (?:it|them)\b|\btailwinds?\b|\bsources of growth\b",
        rf"\b{_FIRST} (?:growth )?(?:driver|factor|force|reason|cause|engine)s?\b|\bengines? of\b"
        r"|\b(?:is|are|was|were) (?:being )?(?:driven|fuelled|fueled|propelled|carried|lifted|pushed) by\b"
        r"|\b(?:driv|fuel|propel|underpin|carr(?:y|i)|lift)(?:s|es|ing|ling)? (?:the )?"
        r"(?:\w+ ){0,2}(?:market|demand|growth|sales|category|trade|industry)\b"
        r"|\bgrowth (?:there is )?comes (?:chiefly |mainly |mostly )?from\b|\bkeeps? (?:the )?\w+ (?:alive|going)\b"
        r"|\bdemand (?:rests|depends) on\b",
    ),
    _topic(
        rf"{_WHY}.*\b{_FALLING}|\b(?:{_HURDLE}|hold(?:s|ing)? (?:\w+ ){{0,3}}back|hamper\w*|hinder\w*|imped\w+"
        r"|slow(?:s|ing)? (?:\w+ ){0,3}(?:down|market|growth|industry|trade|it)|(?:hurt|harm)(?:s|ing)?"
        r"|(?:could|might|may|can) go wrong)\b",
        rf"\b(?:{_HURDLE}|constraints?|concerns?|limits|(?:what|could|may|might)\b.*"
        rf"\b(?:slow|hold|brake|hamper|stop|limit|hurt)\w*|(?:could|may|might|can) go wrong)\b"
        rf"|\bwhy\b.*\b{_FALLING}",
        rf"\bbrakes?\b|\bh(?:e|o)lds? (?:\w+ ){{0,3}}back\b|\bweighs? (?:heavily )?on\b|\bhamper\w*|\bhinder\w*"
        r"|\b(?:obstacle|headwind|bottleneck|restraint|hurdle|constraint)s?\b"
        rf"|\b{_FIRST} (?:worry|risk|concern|problem|threat|challenge)\b|\bhurts?\b",
    ),
    _topic(r"\bopportunit(?:y|ies)\b", r"\bopportunit(?:y|ies)\b"),
    _topic(r"\btrends?\b", r"\btrends\b"),
    _topic(
        r"\b(?:recommend\w*|advi[sc]e\w*|(?:what|which|how)\b.{0,30}\bshould (?:\w+ ){1,4}?"
        r"(?:do|pay|sell|buy|start|begin|avoid|stay|invest|offer|focus|choose|pick|look|watch|plan|change|use|build)"
        r"|(?:tell|urge|suggest)s? (?:\w+ ){1,4}to do)\b",
        r"\b(?:recommend\w*|advice|what (?:to do|\w+ should do)|implications for)\b",
        r"\b(?:recommends?|(?:we|i|i['’]d|would|study|report|institute|authors?) (?:\w+ )?"
        r"(?:advise|recommend|suggest)s?"
        r"|(?:our|my) advice|ought to|better to|(?:stay|keep|steer) (?:away|clear)|had better)\b"
        r"|\b(?:\w+s|entrants?) should,? (?:\w+ \w+, )?"
        r"(?!(?:be|reach|grow|rise|fall|add|climb|exceed|gain|stay|remain|open|see|benefit|come|account|continue)\b)\w+",
    ),
    _topic(
        rf"\b{_METHOD_ASKED}",
        r"\b(?:methodolog(?:y|ies)|research method\w*|about (?:this|the) (?:study|research)"
        r"|how we (?:work|count)\w*)\b",
    ),
    _topic(
        r"\b(?:what|which)\b.*\b(?:left out|excluded|not (?:included|counted|covered|treated|part)\b"
        r"|(?:do|does|is|are)n['’]?t (?:counted|count|included?|covered?|treated|part)\b"
        r"|out(?:side)?(?: of)?(?: the)? scope)",
        r"(?!)",
        r"\b(?:(?:is|are) not (?:part|included|counted|covered|treated|considered)|(?:is|are) excluded"
        r"|(?:study|report|survey|tracker|we|figures|totals|market|definition|it) (?:\w+ ){0,2}"
        r"(?:excludes?|leaves? out)"
        r"|(?:is|are) left out|not included|outside (?:the|our) (?:scope|definition))\b",
    ),
)
"""What market reports have sections on."""

ASKING = frozenset(
    map(
        stem,
        "why how come makes make reason reasons behind driver drive driving push fuel boost growth grow rise boom"
        " increase expand take off pick up upturn climb surge recover popular demand shrink decline fall drop slow"
        " stall weak restrain restraint challenge barrier hurdle obstacle headwind hold back hamper hinder impede"
        " threat threaten pitfall brake risk down opportunity trend recommend recommendation advice advise should"
        " methodology method data research figure study main key biggest major current currently explain describe"
        " tell say says report factor factors think believe expect keep keeps still again happening going sales"
        " revenue market business please could face faces facing see give engine propel underlying core principal"
        " view opinion strong fast quickly lately recently so much sector industry world global worldwide globally"
        " today now trade worry worries worried hurt hurts bottleneck downside most bearish alive thrive tailwind"
        " people spend buy customer firm company companies owner wrong underpin foremost single high low".split(),
    )
)
"""Stems that ask for a topic, and narrow it to nothing."""
