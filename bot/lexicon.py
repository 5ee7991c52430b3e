"""How people ask in English: the patterns that tell one kind of question from another.

Nothing here is about a market. A pattern earns its place by being said of any report.
"""

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{a})" for a in alternatives), re.IGNORECASE)


REPORT = (
    r"(?:(?:this|the|your|full|whole|complete|that|a|market|research)\s+)*"
    r"(?:report|study|publication|document|research)s?"
)

_HELLO = (
    r"(?:hi|hello|hey|hiya|howdy|hallo|good (?:morning|afternoon|evening|day)|greetings|yo|guten (?:tag|morgen|abend)"
    r"|bonjour|bonsoir|hola|buenos d[ií]as|ciao|buongiorno|ol[aá]|namaste|salut|moin|test(?:ing)?|ping)"
    r"(?:\s+(?:there|all|again|everyone|bot|footnote|team))?"
)
_PLEASANTRY = (
    r"(?:(?:and )?how (?:are|r) (?:you|u|things)(?: doing)?(?: today)?|how(?:'s| is) (?:it going|everything|life)"
    r"|how do you do|how (?:was|is|'s) your (?:day|weekend|week)(?: going)?|what(?:'s|s| is) up|sup"
    r"|(?:it(?:'s| is) )?(?:nice|good|great|pleased|pleasure) to (?:meet|see) you"
    r"|(?:is )?any(?:one|body) (?:there|here)|are you there)"
)
GREETING = _any(rf"^\W*(?:{_HELLO}\W*)+(?:{_PLEASANTRY}\W*)*$", rf"^\W*(?!how (?:are|r) you\b)(?:{_PLEASANTRY}\W*)+$")
_PRAISE = (
    r"(?:ok(?:ay)?|great|perfect|cool|nice|good|awesome|amazing|excellent|brilliant|wonderful|lovely|got it|understood"
    r"|i see|that's|thats|very|so|super|really|fine|lol|haha\w*|wow|well done|sounds good|makes sense|alright|noted"
    r"|(?:good|great|nice) (?:answer|job|work|one)|(?:that|this|it) (?:really )?help(?:s|ed)(?: me)?(?: a lot)?"
    r"|(?:that's |that is |that was )?(?:very |really |so )?(?:helpful|useful|kind)(?: of you)?"
    r"|(?:you're|you are|u r|ur) (?:very |really |so |the )?(?:great|awesome|best|helpful|kind|smart|amazing|clever))"
)
THANKS = _any(
    r"^\W*(?:many |ok(?:ay)?,? |great,? |perfect,? )?(?:thanks?|thank you|thx|cheers|ta|merci|danke|gracias|grazie"
    r"|obrigad[oa]|much appreciated)\b[\w\s,!.]{0,30}$",
    rf"^\W*(?:{_PRAISE}\W*)+(?:(?:thanks?|thank you|thx|cheers)\b[\w\s,!.]{{0,20}})?$",
)
EXCUSE = _any(
    r"^\W*(?:(?:i'?m |so |oh |oops |ups )*(?:sorry|my bad|my mistake|apologies|i apologi[sz]e|oops|never ?mind|nvm"
    r"|forget (?:it|that)|ignore that)\b(?: about that| for that)?\W*)+$"
)
FAREWELL = _any(
    r"^\W*(?:ok(?:ay)?\W+|thanks\W+)?(?:bye(?:[ -]bye)?|goodbye|see (?:you|ya)|cu|ciao|good night|take care|farewell"
    r"|(?:talk|speak) (?:to you )?(?:later|soon)|so long|au revoir|adi[oó]s|tsch[uü]ss)\b[\w\s,!.]{0,20}$",
    r"^\W*(?:thanks\W+)?(?:(?:and )?have a (?:very )?(?:nice|good|great|lovely|pleasant|wonderful) \w+\W*)+$",
    r"^\W*(?:that(?:'s|s| is| was) (?:all|it)|(?:i have )?no (?:more|further|other) questions|i(?:'m| am) done"
    r"|nothing else)\b[\w\s,!.']{0,25}$",
)
ABOUT_BOT = _any(
    r"\bwho (?:are|made|built|created|programmed|trained) you\b",
    r"\bwhat(?:'s|s| is) your (?:name|job|purpose|role)\b|\bdo you have a name\b",
    r"\bwho am i (?:talking|speaking|chatting|writing) (?:to|with)\b",
    r"\b(?:tell me (?:something )?about|introduce) yourself\b",
    r"\bwhat are your (?:abilities|capabilities|limits|skills)\b",
    r"\bwhat (?:are you|can you (?:do|answer|help)|do you (?:do|know))\b(?! about)(?! of)[^?]{0,25}\??$",
    r"\bare you (?:a |an )?(?:bot|human|robot|ai|person|real|chatgpt|gpt|machine)\b",
    r"\bhow (?:are you|do you work|can you help|does this (?:chat|bot|work))\b",
    r"^\W*(?:do|can) you (?:speak|understand|know) (?:any )?(?:other )?(?:languages|english|german|french|spanish"
    r"|italian|hindi|chinese|japanese|portuguese|arabic|dutch|polish|russian|turkish|korean)\W*$",
    rf"^\W*(?:{_HELLO}\W+)?(?:help|help me|(?:can|could|would) you (?:please )?help(?: me)?(?: out)?(?: please)?"
    r"|i need (?:some )?help|what should i ask|what can i ask(?: you)?)\W*$",
    r"\bwhat (?:kinds?|sorts?|types?) of questions\b|\bwhat (?:can|could|should|may) i ask\b"
    r"|\bwhat can you tell me\W*$",
)

WORKING = _any(
    r"\bhow (?:did|do|have) you (?:get|got|calculate|compute|derive|know|work|arrive|come|figure"
    r"|reach)[\w\s]{0,12}\b(?:that|this|it|these|those|there|at|to|up|out)\b",
    r"\bhow (?:is|was|were|are) (?:that|this|it|these) (?:figure |number |value )?(?:calculated|computed|derived"
    r"|worked out|obtained|arrived)\b",
    r"\bwhere (?:does|did|do|is) (?:that|this|it|these)(?: figure| number| value)? (?:come|came|from|stated"
    r"|written|printed)\b",
    r"^\W*(?:what(?:'s| is) (?:the|your) )?(?:source|sources|reference|formula|calculation|working|proof)\W*$",
    r"\b(?:show|give|tell) me (?:the|your) (?:source|sources|formula|calculation|working|math|maths|reference)s?\b",
    r"^\W*(?:are you|r u) (?:really )?sure\b",
)

COVERAGE = _any(
    r"^\W*(?:and |so |but |also |please |hi,? |hello,? )*(?:does|do|did|will|would|is|are|has|have"
    r"|can)\b[^?]*\b(?:cover(?:s|ed|age)?|includ(?:e|es|ed|ing)|"
    r"mention(?:s|ed)?|discuss(?:es|ed)?|address(?:es|ed)?|contain(?:s|ed)?|treat(?:s|ed)?|analy[sz](?:e|es|ed)"
    r"|profil(?:e|es|ed)|list(?:ed|s)?|"
    r"feature(?:s|d)?|examine(?:s|d)?|deal(?:s|t)? with|talk(?:s|ed)? about|say anything|said anything|speak of"
    r"|look(?:s|ed)? (?:at|into)|touch(?:es|ed)? on|named|provide|have)\b",
    r"\b(?:is|are|was|were) there (?:any|a|an|some|also|anything)\b",
    r"\b(?:anything|something|any (?:info|information|data|details?|chapter|section|coverage|mention"
    r"|analysis)) (?:on|about|regarding|concerning|of|for)\b",
    rf"^\W*(?!(?:and |so )?(?:which|what|who|whose|how|list|name)\b)[^?]*\b{REPORT} (?:also )?"
    r"(?:covers?|includes?|mentions?|contains?)\b[^?]*\?",
    r"\bis\b[^?]{2,60}\b(?:covered|included|mentioned|listed|profiled|part of|among|one of|in (?:the|this"
    r"|your) (?:report|study|list|scope))\b",
    r"^\W*(?:and |so |but )?(?:is|are|was|were)\b[^?]{2,60}\b(?:in there"
    r"|part of (?:it|this|that|(?:the|this|your) (?:report|study|scope|list)))\b",
)
ONLY = _any(r"\b(?:only|just|exclusively|solely|nothing but)\b")
"""Asks whether nothing else is treated, which no mention answers."""

COVERED = _any(
    r"^\W*(?!which|what|who|list|name|how|where|when)[\w\s&-]{2,40}\b(?:covered|included|mentioned|listed|profiled)\W*$"
)
MEMBER = _any(
    r"\b(?:one of|among) (?:them|these|those|the (?:ones|list))\b",
    r"^\W*(?:and )?(?:is|are|was)\b[^?]{2,60}\b(?:an?|one of|among)\b[^?]*\b(?:players?|compan(?:y|ies)|vendors?"
    r"|competitors?|segments?|regions?|suppliers?|providers?|manufacturers?)\b",
)

WHY = _any(
    r"\bwhy\b|\bwhat (?:effect|impact|role|influence|difference|consequence|implication|benefit|advantage|reason"
    r"|happens|happened)s?\b",
    r"\bhow (?:do|does|did|can|could|will|would|is|are|was|were|has|have|might|should)\b(?! (?:the )?(?:market"
    r"|industry|sector)[\w\s]{0,12}\b(?:big|large|worth|grow|growing|valued)\b)",
    r"\b(?:explain|describe|elaborate|summari[sz]e|outline|discuss|tell me (?:more )?about|walk me through"
    r"|overview of|what about the role)\b",
    r"\b(?:drivers?|driving|drives?|restraints?|challenges?|barriers?|hurdles?|opportunit(?:y|ies)|trends?"
    r"|reasons?|factors?|causes?|caused|effects?|impacts?|impacted|affects?|affected|influences?|implications?|"
    r"benefits?|advantages?|recommend(?:s|ed|ations?)?|advice|advise[sd]?|strateg(?:y|ies)|prospects?|outlook"
    r"|risks?|threats?|methodolog(?:y|ies)|methods?|role|fuel(?:led|ling)"
    r"|(?:what|which \w+|that|factors|it|will|would|could|may|might|to) fuels?"
    r"|hamper(?:s|ed)?|hinder(?:s|ed)?"
    r"|boost(?:s|ed)?)\b",
)

_LISTED = (
    r"(?:compan|player|vendor|firm|competitor|manufacturer|supplier|provider|segment|region|countr|application"
    r"|chapter|categor|"
    r"product|end[- ]?us|modalit|channel|topic|table|technolog|section|part|brand|organi[sz]ation|material|type"
    r"|geograph|sector|"
    r"industr|dimension|component|driver|trend|challenge|restraint|opportunit|recommendation|framework|method"
    r"|source|area|group)"
)
DEFINITION = _any(
    r"^\W*(?:and |so )?(?:what(?:'s| is| are)|define|what does|meaning of|definition of"
    r"|tell me what)\b(?![^?]*\b(?:report|study|market|industry)\b)"
)
SEGMENTED = _any(r"\b(?:segmented|divided|split|broken down|categori[sz]ed|classified)\b|\bsegmentation\b")
BARE_LIST = _any(
    rf"^\W*(?:the |all |key |main )*(?:[\w-]+ ){{0,2}}{_LISTED}(?:s|ies|ors|ers)?(?:,? (?:covered|listed|profiled"
    rf"|included|named|please|pls|list))*\W*$"
)
NAMES_LIST = _any(rf"^\W*(?:please |pls |can you |could you )*(?:name|list|enumerate) (?:[\w-]+ ){{0,5}}?{_LISTED}\w*")
"""Tells to name things: "name the regions the study splits revenue into" asks for no revenue."""

LIST_HEAD = _any(
    r"^\W*(?:and |so |please |can you |could you |pls )*(?:list|name|enumerate|give me (?:a |the )?(?:full "
    r"|complete )?(?:list|names)|"
    r"show me (?:a |the )?list|tell me (?:all )?the (?:names|list))\b",
    r"\b(?:who|which|what) (?:are|were)\b",
    rf"\b(?:which|what)(?: [\w-]+){{0,4}}? {_LISTED}\w*",
    r"\b(?:which|what) (?:\w+ ){0,2}\w+s (?:does|do|did|are|were|can|has|have)\b",
    r"\b(?:list|names?) of\b|\ball (?:the |of the )?\w+(?:ies|s)\b|\btable of contents\b|\btoc\b|\bbreak-?(?:up"
    r"|down)\b",
    r"\b(?:segmented|divided|split|broken down|categori[sz]ed|classified)(?: (?:by|into))?\b|\bsegmentation\b",
    rf"^\W*(?:the )?(?:[\w-]+ ){{0,2}}{_LISTED}\w*(?: (?:covered|listed|profiled|included|in (?:the|this) \w+"
    rf"|please|pls|list|named))*\W*$",
    r"\bwho (?:else )?(?:competes?|operates?|plays?|leads?|makes?|sells?|supplies|is (?:active|in (?:the|this)))\b"
    r"|\bwho's who\b",
)

LARGEST = _any(
    r"\b(?:largest|biggest|leading|leads?|led|top|dominat\w+|dominant|highest|greatest|main|number one|no\.? ?1|most"
    r"|dearest|priciest)\b"
)
FASTEST = _any(
    r"\b(?:fastest|quickest|most rapidly|most quickly|highest growth|highest cagr|strongest growth|most growth"
    r"|grow(?:s|ing)? (?:the )?(?:fastest|most|quickest|quicker))\b"
)
_LEAST = "smallest|lowest|least|slowest|weakest|worst|fewest|cheapest"
SMALLEST = _any(rf"\b(?:{_LEAST})\b")
_CLASS_NOUN = (
    r"(?:regions?|countr(?:y|ies)|nations?|places?|(?:sub-?)?segments?|types?|products?|applications?|markets?"
    r"|categor(?:y|ies)|channels?|compan(?:y|ies)|vendors?|players?|suppliers?|manufacturers?|providers?|brands?"
    r"|end[- ]?us\w+"
    r"|producers?|operators?|exporters?|importers?|makers?|buyers?|customers?|leaders?|species|districts?|provinces?"
    r"|components?|"
    r"materials?|technolog\w+|sectors?|industr\w+|geograph\w+|states?|class(?:es)?|grades?|forms?|ones?|areas?|groups?)"
)
WHICH = _any(
    r"\b(?:which|what)\s+(?:[\w-]+\s+){1,3}(?:is|are|was|were|has|have|had|grows?|grew|will|holds?|held|leads?|led"
    r"|dominates?|accounts?"
    r"|contributes?|generates?|makes?|shows?|registers?)\b",
    rf"\b(?:which|what|whose)(?:'s| is| are| was| were)?\s+(?:the\s+)?(?:[\w-]+\s+){{0,4}}?{_CLASS_NOUN}\b",
    r"^\W*(?:(?:and|so|but)\s+)?(?:which|what|who|where)(?:'s| is| are| was| were| will be| has| have| had| holds?"
    r"| held| leads?"
    r"| dominates?| grows?| accounts?)\b",
    rf"\b(?:name|tell me|show me|give me) the (?:[\w-]+\s+){{0,3}}?{_CLASS_NOUN}\b",
    rf"^\W*(?:and |so |but )?(?:the )?(?:largest|biggest|leading|top|smallest|fastest(?:[- ]growing)?|dominant"
    rf"|main|most \w+) "
    rf"(?:[\w-]+ ){{0,2}}{_CLASS_NOUN}\b(?!.*\b(?:how|what|when|why)\b)",
)
"""Asks which one of a kind; "since North America is the largest region, what was its share" does not."""

_TAG = (
    r"\b(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could)n['’]?t (?:it|they|he|she|we|that|this|there)"
    r"\W*$|[,;–—-]\s*(?:no|or|or not|or am i wrong|or what|am i right|not so|eh|huh|innit)\W*$"
)
"""Behind what is taken for granted, asks to have it confirmed."""

_TAGGED = rf"(?:\b(?:right|correct|true|no|yes|i (?:suppose|guess|think|believe))\W*$|{_TAG})"
CLAIMS_LARGEST = _any(
    rf"^\W*(?:and |so |but )?(?:is|are|was|were) (?!(?:it|this|that|there|they|which|what) )[\w&' -]{{2,40}}? "
    rf"the (?:largest|biggest|leading|top|smallest|fastest(?:[- ]growing)?|dominant|main) "
    rf"(?:[\w-]+ ){{0,2}}{_CLASS_NOUN}\W*$",
    rf"\b(?:grew|grows?|growing|expands?|expanded) (?:the )?(?:fastest|quickest|most)\b[^?]*{_TAGGED}",
    rf"^\W*(?:so |and |but )?(?!(?:which|what|who|whose|where|when|how|why|is|are|was|were|does|do|did)\b)"
    rf"[\w&' -]{{2,40}} (?:is|are|was|were) the (?:largest|biggest|leading|top|smallest|fastest(?:[- ]growing)?"
    rf"|dominant|main) (?:[\w-]+ ){{0,2}}{_CLASS_NOUN}\b[^?]*\?\W*$",
    rf"\b(?:is|are|was|were) (?:the )?(?:number one|no\.? ?1|market leader|leader|most \w+ \w+)\b[^?]*{_TAGGED}",
    rf"\bdominates? (?:the )?(?:\w+ ){{0,3}}(?:market|industry|sector)\b[^?]*{_TAGGED}",
    rf"\b(?:is|are|was|were|has|have) the (?:largest|biggest|leading|top|smallest|fastest(?:[- ]growing)?|dominant"
    rf"|main) (?:[\w-]+ ){{0,2}}{_CLASS_NOUN}\b"
    rf"[^?]*{_TAGGED}",
    rf"^\W*(?:so |and )?the (?:largest|biggest|leading|top|smallest|fastest(?:[- ]growing)?|dominant"
    rf"|main) (?:[\w-]+ ){{0,2}}{_CLASS_NOUN} (?:is|are|was|were)\b[^?]*{_TAGGED}",
)
PREMISED = _any(r"^\W*(?:since|as|given|because|if|considering|assuming|with)\b")
"""Opens with what is taken for granted."""

ABOUT: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        _any(r"\bbase[- ]?(?:line )?year\b|\breference year\b|\byear of (?:estimation|estimate)\b|\bestimated year\b"),
        "base year",
    ),
    (
        _any(
            r"\bforecast(?:ing)?(?:ed)? (?:period|years?|horizon|window|range|timeframe|span)\b|\b(?:projection"
            r"|prediction) period\b|\bhow far (?:ahead(?! of)|out|into the future)\b|\b(?:until|till|up to) (?:when"
            r"|what year|which year)\b|\bwhich years? (?:does|do|is|are)\b[^?]*\b(?:forecast|cover|predict"
            r"|project)\w*|\bwhat (?:period|years?|time ?frame|timespan)\b[^?]*\b(?:forecast|cover|predict"
            r"|project)\w*|\btime ?(?:frame|span|horizon) of\b"
        ),
        "forecast period",
    ),
    (_any(r"\b(?:study|historical?|history|review) (?:period|years?|data|range)\b"), "historical period"),
    (
        _any(
            r"\bpublish(?:ed|es)? (?:this|the|your|that)\b|\bwho (?:is the )?(?:publish(?:ed|er|es)?|wrote|writes"
            r"|author(?:ed)?|made|produced|issued|created)\b(?! you)|\bpublisher\b|\bpublished by\b|\bauthors?\b"
            r"|\bwhose report\b|\bwhat company (?:made|wrote|published)\b"
        ),
        "publisher",
    ),
    (
        _any(
            r"\bwhen (?:was|is|were)\b[^?]*\b(?:it |this )?(?:last )?(?:published|released|issued|written|updated"
            r"|dated)\b|\bpublication date\b|\bdate of (?:publication|the report|this report)\b|\bhow (?:old"
            r"|recent|current|up[- ]to[- ]date) is\b|\bwhich edition\b|\bwhat edition\b|\bedition is this\b"
        ),
        "published",
    ),
    (
        _any(
            rf"\bwhat(?:'s| is) (?:the )?(?:title|name) of {REPORT}|\bwhat(?:'s| is) {REPORT} (?:about|called"
            rf"|titled|on)\b|\btitle of\b|\bwhat (?:does|do) {REPORT} (?:cover|contain|include)\b|\bwhat(?:'s"
            rf"| is) in {REPORT}\b|\bscope of\b"
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
    r"\b(?:employees|people|staff|works?|employed?|made|sold|produced) there\b",
    r"\b(?:it|its|they|them|their|those|these|that|this one|that one|he|she|him|her|the former|the latter|the same)\b",
)

PREMISE = _any(
    r"\b(?:right|correct|true|is that (?:so|right|correct)|yes)\W*$",
    _TAG,
    r"^\W*(?:so |and |but )?(?:is|are|was|were|does|do|did|will|isn'?t|wasn'?t|doesn'?t)\b",
    r"\b(?:i (?:heard|read|think|thought|believe|guess|assume|understand|was told)|apparently|supposedly|confirm"
    r"|your report (?:says|claims|states)|the report (?:says|claims|states)|you said|according to|given that|since"
    r"|as)\b",
)

PERSONAL = _any(
    r"\b(?:should|can|could|may|must|shall) i (?:invest|buy shares|trust|worry|eat|take|sell my|put my)\b"
    r"|\bmy (?:savings|money|x-?ray|health|child|homework|essay|code|website|dog|cat)\b",
    r"\b(?:draft|write|compose|translate|diagnose|code|program|book|recommend) (?:me |us )?(?:an?|my|the|this)\b"
    r"|\bfor my (?:flat|house|home|family|garden)\b",
)
"""Asks for a service or for advice on a person's own affairs."""

LEADERS = _any(
    r"^\W*(?:and )?(?:the )?(?:leading|key|main|major|top|largest|biggest)(?: (?:\d+|two|three|four|five|six"
    r"|ten))? (?:\w+ )?"
    r"(?:players|companies|vendors|competitors|manufacturers|suppliers|providers|firms|brands|makers|producers)\b",
    r"\b(?:who|which|what|list|name)\b[^?]*\b(?:are|the)\b[^?]*\b(?:leading|key|main|major|top|largest|biggest"
    r"|dominant|most important)\b(?: \w+){0,3} "
    r"(?:players|companies|vendors|competitors|manufacturers|suppliers|providers|firms|brands|participants"
    r"|producers)\b(?![^?]*\bshare\b)",
    r"\bmost (?:recent|important|relevant|common|useful)\b|\bat most\b|\bat the top\b",
)

SUPERLATIVES_SAID: dict[str, re.Pattern[str]] = {
    "fastest": re.compile(
        r"\b(?:fast(?:est|er)|quick(?:est|er)|most rapid\w*|highest (?:\w+ )?(?:cagr|growth|rate)"
        r"|strongest (?:growth|cagr)|"
        r"fastest-growing|grow(?:s|ing)? (?:the )?most)\b",
        re.IGNORECASE,
    ),
    "smallest": re.compile(rf"\b(?:{_LEAST}|minor)\b", re.IGNORECASE),
    "largest": re.compile(
        r"\b(?:largest|biggest|dominat\w+|dominant|lead(?:er|s|ing)?(?! (?:in|to|through|the way|time|analysts?"
        r"|authors?|editors?|investors?))"
        r"|led(?! (?:to|by))|highest|greatest|majority|top|main|most of)\b",
        re.IGNORECASE,
    ),
}
"""How reports, and those who ask, say that something is largest, fastest or smallest."""
