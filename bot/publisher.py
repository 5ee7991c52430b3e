"""Tells what is asked of the publisher, for a person or about the report as a thing that is sold, from what is asked of
the market.

The same words say both: a price, a licence, a contact. What tells them apart is who deals with whom. It is asked of the
publisher by somebody who speaks of themselves ("I", "we"), who addresses the publisher ("you", "your"), or who names
the report as what is dealt in ("price of the report") and not as what is read ("does the report cover prices?"). A word
of trade counts where it is a thing by itself: "an invoice", and not "invoice factoring". What names a measure, a part
or a time of a market is asked of the market.
"""

import re
from typing import Literal

Errand = Literal["person", "price", "delivery", "sale"]
"""Somebody to talk to; what the report costs; how it comes and what may be done with it; buying it, and what else."""


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{a})" for a in alternatives), re.IGNORECASE)


_NOUN = (
    r"(?:reports?|stud(?:y|ies)|publications?|documents?|(?:your|this|market) research|data ?(?:set|base|book)s?|pdfs?"
    r"|(?:hard |printed |paper |digital |free |full )?cop(?:y|ies)|editions?|full version|excel(?: files?| sheets?)?"
    r"|spreadsheets?|bulletin|newsletter|chapters?)(?!\s+(?:software|management|paper|services?|cards?|readers?"
    r"|scann\w+|machines?|storage|solutions?|tools?|systems?|platforms?|cent(?:er|re)s?|compan\w+|firms?))"
)
PRODUCT = (
    rf"\b(?:(?:this|the|your|that|a|an|one|our|these|those|two|three|several|individual|single|just|only|both|all)\s+)*"
    rf"(?:(?:full|whole|complete|entire|market|research|industry|annual|latest|new|digital|printed|same|final)\s+)*"
    rf"{_NOUN}\b"
)
"""What the publisher sells."""

_READ = _any(
    rf"{PRODUCT}\s+(?:also |even )?(?:says?|cover(?:s|ed)?|includes?|gives?|states?|mentions?|contains?|lists?|shows?"
    r"|discuss(?:es)?|treats?|expects?|forecasts?|tells?|talks?|looks?|names?|analy[sz]es?|describes?|reports?|has)\b",
    rf"\b(?:according to|in|by|from|within|throughout) (?=the|this|your|that){PRODUCT}",
)
"""The report as what is read: it says something, or something stands in it."""

_ASKER = r"\b(?:i|i['’](?:d|m|ll|ve)|we|we['’](?:d|re|ll|ve)|me|us|my|our|mine|myself|ourselves)\b"
_YOU = r"\b(?:you|your|yours|you['’](?:d|re|ll|ve))\b"
_PARTY = _any(_ASKER, _YOU, r"\b(?:is it |would it be )?possible to\b|\b(?:how|where|want|wish|like) to\b")
_AMERICA = re.compile(r"\b[Tt]he (?:us|US)\b|\bUS\b")
"""Is not those who ask."""

_OF_MARKET = _any(
    r"\b(?:market(?!ing)|industry|sector|segment|revenues?|turnover|growth|growing|grow|grows|grew|cagr|forecasts?"
    r"|trends?|average|median|demand|supply|vendors?|players?|manufacturers?|suppliers?|retailers?|competitors?"
    r"|consumers?|households?|patients?|hospitals?|buyers?|drivers?|capacity|exports?|imports?|production)\b",
    r"\b(?:market share|shares? of|what share|size|worth|volume(?! discount)|elasticity|strateg(?:y|ies))\b",
    r"\bper (?:unit|tonne|ton|kg|kilogram|litre|transaction|day|year|capita|operator)\b|\b(?:19|20)\d\d\b",
    r"\bhow (?:many|large|big|fast)\b(?! (?:users|people|seats|colleagues|licen|can|could|will|would|do you|pages))",
    r"\b(?:which|what|all) (?:\w+ )?(?:compan(?:y|ies)|firms|brands|regions?|countr(?:y|ies)|states)\b",
)
"""A measure, a part or a time of a market."""

_HEAD = (
    r"(?=\W*$|[,;.:!?–-]|\s+(?:for|on|to|of|if|when|in|into|with|as|by|or|and|that|than|which|from|before|after|per|at"
    r"|please|pls|available|options?|terms|conditions|types|policy|pages?|report|allow\w*|cover|include\w*|permit\w*"
    r"|cost|costs|last|expire|works?|is|are|will|would|can|could|i|we|you|my|our|your|the|this|here|now|today|first)\b)"
)
"""Stands behind a word that is a thing by itself; a noun behind it makes it a part of that noun's name."""

_MONEY = rf"\b(?:price|prices|pricing|cost|costs|fees?|charges?|expensive|cheap(?:er)?|how much|pay){_HEAD}"
_DELIVERED = (
    rf"\b(?:(?:file )?formats?|file types?|pdf|excel(?: files?| sheets?)?|xlsx?|csv|powerpoint|refunds?|refundable"
    rf"|return policy|payment (?:method|option|term)s?|download link){_HEAD}"
)
_ARRIVES = rf"\b(?:deliver(?:y|ed)?|delivery time|turnaround|receive|arrives?|shipped|ship){_HEAD}"
_PAPER = (
    r"\b(?:quotes?|quotation|proposal|offers?|invoices?|receipt|brochure|flyer|samples?(?: (?:report|pages?|copy|pdf))?"
    r"|extract|excerpt|preview|price ?list|rate card|order form|discounts?|(?:better|lower|special|reduced) price"
    r"|sign an nda|special offer|demo|free trial|trial"
    r"|licen[cs](?:es?|ing)|subscriptions?|access|credit cards?|paypal|bank transfer|purchase order|vat(?: number)?|tax"
    r"|resellers?|distributors?|hard copy|free|custom(?:i[sz]ed?|i[sz]ation)?(?: research| work| data)?|tailor(?:ed)?"
    r"|bespoke|consulting|updates?|upgrade|renew(?:al)?|customer|subscriber|next steps?|terms(?: of sale| of use)?"
    rf"|office|download|euros|dollars|bulk licensing){_HEAD}"
)
_SHARE = r"(?:share|quote|cite)(?= (?:the|it|this|these|those|them|with|your|our|some|figures|data|charts|parts?)\b)"
_DEAL = (
    r"\b(?:buy|bought|purchas(?:e|ed|ing)|order(?:ed)?|subscribe|download|licen[cs]e|acquire|obtain|get hold of|afford"
    r"|sell(?:s|ing)?|sold|access|pay(?:ing)?|upgrade|renew|cancel|return|customi[sz]e|tailor|adapt|extend|translate"
    rf"|send|e-?mail|{_SHARE}|forward|distribute|reuse|reprint|publish|present|store|use|add)\b"
)
_RIGHTS = re.compile(
    rf"\b(?:{_SHARE}|forward|distribute|reuse|reprint|publish|present|store|use|copy|print|translate"
    rf"|show)\b",
    re.IGNORECASE,
)

_SOMEBODY = (
    r"(?:someone|somebody|anyone|anybody|(?:a |the |an |one of |some |your |our |any )*(?:real |live |actual "
    r"|human |lead "
    r"|research |sales |account |senior )*(?:humans?|persons?|people|beings?|analysts?|authors?|experts?|advis[eo]rs?"
    r"|consultants?|specialists?|agents?|representatives?|reps?|sales(?:people|men|man|woman|person)?|support|team"
    r"|staff"
    r"|manager|head|researchers?|editors?|department|office|operator|publisher|colleagues?|contact))"
)
_CALLS = r"(?:call|phone|ring|contact|e-?mail|write to|reach|text|message|address|ask)"
_PERSON = _any(
    rf"\b(?:talk|speak|chat|discuss|meet|connect)\b(?: \w+){{0,2}}? (?:to|with) {_SOMEBODY}\b",
    rf"{_ASKER}(?: \w+){{0,3}}? (?:talk|speak|chat)\b(?: to| with)?",
    rf"\b(?:connect|put|transfer|refer|introduce|pass)\b {_ASKER}(?: \w+)? (?:to|with|through|on)\b",
    r"\b(?:call|phone|ring|contact|e-?mail|write|text|message) (?:me|us)\b(?! (?:the|a|an|your|this|that|how|what)\b)",
    r"\bget back to (?:me|us)\b|\breach out to (?:me|us)\b|\bcall[ -]?back\b|\bget in touch\b|\bbe in touch\b",
    rf"\b(?:have|get|ask|let|tell|want|need|like|can|could|would|will"
    rf"|may) {_SOMEBODY}\b[^?.]{{0,30}}\b{_CALLS} (?:me|us)\b",
    rf"\b(?:who|whom|where|how) (?:\w+ )?(?:can|do|could|should|may|must|would|shall) (?:i|we)\b[^?.]{{0,25}}\b"
    rf"(?:{_CALLS}|turn to|write)\b(?! (?:it|this|that|these)\b)",
    r"\bwho(?:m)?\b[^?.]{0,30}\b(?:can|could|would|may) (?:answer|help|explain|assist|advise)\b",
    rf"\b(?:question|query|enquiry|inquiry)s? (?:about|on|for|regarding) (?:the |your |this )?(?:methodolog\w+"
    rf"|{_NOUN})\b"
    r"[^?.]*\bwho\b",
    rf"\b(?:book|schedule|arrange|set up|organi[sz]e|request|have|want|like|plan|hold)\b[^?.]{{0,15}}\b(?:a|an|the)? ?"
    rf"(?:phone |video |sales |briefing |short |quick |intro\w* )*(?:call|meeting|appointment|briefing|consultation"
    rf"|walk-?through|chat){_HEAD}",
    r"\bcontact (?:persons?|details?|info(?:rmation)?|data|number|address|e-?mail|form|page|point|us|you)\b",
    r"\b(?:point of|press|media|sales) contact\b|\b(?:the|a|your|named) contact(?=\W*$| (?:for|of|at|named|in|on"
    r"|here)\b)",
    r"\b(?:who|which person)\b[^?.]{0,15}\bcontact(?=\W*$| (?:for|at|about|if|here|me|us)\b)"
    r"|^\W*contact\W*(?:please\W*)?$",
    r"\b(?:to|can|could|may|should|please|do) (?:i |we )?contact (?:you|sales|support|the (?:author|publisher|team"
    r"|analyst))\b",
    rf"\b(?:phone|telephone|mobile|fax) numbers?{_HEAD}|\b(?:e-?)?mail ad+ress(?:es)?{_HEAD}|\bhotline{_HEAD}",
    r"^\W*(?:your |the )?(?:(?:tele)?phone|e-?mail|hotline|sales(?: team| department)?|support)\W*(?:please\W*)?$",
    r"^\W*(?:a |an |real |live )*(?:human|person|agent|representative|operator)(?: please| pls)\W*$",
    r"\b(?:anybody|anyone|somebody|someone|person) (?:i|we) can (?:ask|call|ring|talk|speak|write|contact|e-?mail"
    r"|phone)\b",
    r"\bquestions? (?:about|on|regarding) your\b|\b(?:whom?|where) can (?:i|we) (?:buy|order)(?: it)? from\b",
    r"\bwho answers questions\b|\baccount manager\b",
)
"""Wants somebody to talk to."""

_OFFERED = _any(
    r"\b(?:do|can|could|will|would) you (?:also |ever |still |only )?(?:sell|offer|ship|deliver|accept|take|invoice"
    r"|customi[sz]e|tailor|adapt"
    r"|extend|discount|refund|consider)\b",
    r"\bdo you (?:have|do|give|grant|provide|issue)\b(?: \w+){0,3}? (?:resellers?|distributors?|office|discounts?"
    r"|samples?"
    r"|demos?|trials?|licen[cs]es?|custom|bespoke|tailored|subscriptions?|invoices?|refunds?)\b",
    r"\byour (?:\w+ )?(?:prices?|pricing|fees|rates|discounts?|licen\w+|terms|sales|refund|return|payment|delivery"
    r"|subscriptions?|packages?|plans?|updates|phone|e-?mail|address|office|price list|customers?)\b",
    r"\bcan you (?:also )?(?:add|include) (?:them|it|more|another|other|extra|these|some)\b|\bspecial offer\b",
    r"\bhow (?:soon|fast|quickly|long)\b[^?.]{0,15}\byou\b[^?.]{0,15}\bdeliver",
)
"""Asks what the publisher offers."""

_SOLD = _any(
    rf"\b(?:prices?|pricing|costs?|fees?|discounts?|quotes?|quotation|proposal|offer|invoice|licen[cs](?:e|es|ing)"
    rf"|subscriptions?|payment|samples?|preview|extract|formats?|delivery|refunds?|free version|access|updates?|terms)"
    rf"(?: \w+){{0,2}}? (?:of|for|on|to|from|with) (?:\w+ ){{0,3}}?{PRODUCT}",
    rf"{PRODUCT}(?:['’]s)? (?:price|prices|pricing|cost|costs|fee|licen[cs]e|sample|format|delivery|discount)\W*$",
    rf"\b(?:does|do|will|would|did|is|are|was|can) {PRODUCT}(?: also)? (?:come|cost|ship|arrive|be (?:delivered|sent"
    r"|bought|shared)|free|available|delivered|sold|discounted|refundable|for sale|worth it)\b",
    rf"\bhow (?:much|expensive)\b[^?.]{{0,20}}{PRODUCT}",
    r"\b(?:what|which) (?:file )?formats? (?:is|does|do|will|are|can) (?:it|this|they|i|we|you)\b",
    rf"\bwho (?:else )?(?:sells?|distributes?|resells?)\b[^?.]{{0,30}}{PRODUCT}|\bwho can sell\b|\bsell (?:me|us)\b",
    rf"\b(?:when|how soon|how long|how fast)\b[^?.]{{0,30}}\b(?:get|receive|deliver(?:ed|y)?|arrive"
    rf"|sent)\b[^?.]{{0,20}}"
    rf"(?:{PRODUCT}|\bit\b)",
    r"\b(?:single|multi|enterprise|corporate|site|team|academic|group)[- ](?:user |wide )?licen[cs]e"
    r"(?=\W*$| (?:price|cost|fee|for|to)\b)",
    r"\b(?:does|do|is|are|would|will|of) (?:the|this|your|a) licen[cs]es? ?(?:allow|cover|permit|include|last"
    r"|expire|for)\b"
    r"|\bthe licen[cs]e (?:allow|cover|permit|include)s?\b",
    rf"\b(?:customi[sz]\w*|tailor\w*)\b[^?]{{0,30}}{PRODUCT}|{PRODUCT}[^?]{{0,30}}\bcustomi[sz]",
)
"""Names the report as what is sold."""

_BARE = _any(
    r"^\W*(?:(?:get|request|ask for|download|order|the|a|an|any|free|please|your|is there|are there|what is|what['’]?s"
    r"|what|about|and)\s+)*"
    r"(?:(?:free|student|academic|university|volume|bulk|educational|early|sales|custom)\s+)?(?:quote|quotation"
    r"|samples?"
    r"(?: (?:report|pages?|copy|pdf))?|brochure|discounts?(?: for [\w-]+)?|price list|licen[cs]e (?:options|types"
    r"|terms|fee"
    r"|price)s?|pricing options|order form|invoice|hard copy|demo|free trial|refunds?(?: policy)?|return policy"
    r"|payment (?:options|methods?)|delivery time|turnaround|formats?|pdf(?: or \w+)?|excel(?: or \w+)?"
    r"|terms of (?:sale|use))(?: please| pls)?\W*$"
)
"""A word of trade, and little else."""

_ON_BEHALF = _any(
    rf"\b(?:price|cost|costs|how much|pay)\b[^?.]*\b(?:access|licen[cs]e|{_NOUN}|a team of)\b",
)


def errand(asked: str) -> Errand | None:
    """What is asked of the publisher; None where it is asked of the market."""
    asked = _AMERICA.sub(" ", asked)
    if _PERSON.search(asked):
        return "person"
    dealt = _READ.sub(" ", asked)
    named = re.search(PRODUCT, dealt, re.IGNORECASE) is not None
    rest = re.sub(PRODUCT, " it ", dealt, flags=re.IGNORECASE)
    if _OF_MARKET.search(rest):
        return None
    if _SOLD.search(dealt) or _OFFERED.search(dealt) or _BARE.search(dealt) or _is_dealt(dealt, named):
        return _sort(dealt)
    return None


def is_of_sale(text: str, around: str, heading: str) -> bool:
    """Whether a sentence of a report may speak of the report's own sale: it, or what stands ``around`` it, names the
    report as a thing, or its heading what is sold, and it names nothing of a market."""
    own = _READ.sub(" ", text)
    rest = re.sub(PRODUCT, " it ", own, flags=re.IGNORECASE)
    named = re.search(PRODUCT, f"{own} {_READ.sub(' ', f'{heading} {around}')}", re.IGNORECASE)
    return bool(named or _OF_REPORTS.search(own) or OF_SALE.match(heading)) and not _OF_MARKET.search(rest)


OF_SALE = re.compile(
    r"\W*(?:(?:our|the|available|choose|select|your|a) )*(?:(?:report|user) )?"
    r"(?:licen[cs]e (?:options?|types?)(?: (?:and|&) pric(?:es?|ing))?|(?:purchas(?:e|ing)|buying|ordering) options?"
    r"|(?:buy|order|purchase|price of|pricing of) (?:this|the|your) (?:full )?(?:report|study)(?: now| online)?)\W*\Z",
    re.IGNORECASE,
)
"""A heading over what a report is sold for: "Licence options", "Buy this report"."""


_OF_REPORTS = re.compile(
    r"\bfree samples?\b|\bsample (?:report|pages?|copy|chapter)s?\b|\b(?:single|multi)[- ]user\b|\btable of contents\b"
    r"|\b(?:site|corporate|enterprise|team|department\w*|academic|global|regional|company)[- ]?(?:wide )?licen[cs]es?\b"
    r"(?!\s+(?:of|for|to)\b)"
    r"|\b(?:pdf|print(?:ed)?|hard)[- ]?(?:copy|copies|edition|version|licen[cs]e)\b",
    re.IGNORECASE,
)
"""What is said of the sale of reports, and hardly of another's."""


def _is_dealt(asked: str, named: bool) -> bool:
    """Whether somebody deals with the publisher: in papers of trade, in the report, or in the right to use it."""
    if not _PARTY.search(asked):
        return named and bool(_ON_BEHALF.search(asked))
    if re.search(_PAPER, asked, re.IGNORECASE) or re.search(_DELIVERED, asked, re.IGNORECASE):
        return True
    if named and re.search(rf"{_DEAL}|{_MONEY}|{_ARRIVES}", asked, re.IGNORECASE):
        return True
    return bool(_UNNAMED.search(asked) or (_RIGHTS.search(asked) and _MATERIAL.search(asked)))


_UNNAMED = _any(
    r"\b(?:buy|purchase|order|subscribe|pay|download|customi[sz]e|license)\b(?=\W*$|\s+(?:it|this|that|for it"
    r"|for this|now"
    r"|online|by|with|to|via)\b)|\bpay in\b",
)
"""Deals in what is not named, or is only pointed at."""

_MATERIAL = re.compile(r"\b(?:it|figures|charts?|data|numbers|graphs?|tables|pictures)\b", re.IGNORECASE)
"""What is used of a report."""


def _sort(asked: str) -> Errand:
    if re.search(_MONEY, asked, re.IGNORECASE) and not re.search(r"\bpay by\b|\bpayment\b", asked, re.IGNORECASE):
        return "price"
    if re.search(rf"{_DELIVERED}|{_ARRIVES}", asked, re.IGNORECASE) or _RIGHTS.search(asked):
        return "delivery"
    return "sale"
