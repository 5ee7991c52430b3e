"""Words of accounts and statistics for one thing, as labels and questions write it."""

import re

from ingest.quantity.dates import TRAILING_MONTHS

ALIKE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (said, re.compile(rf"(?:\b|(?<!\w)(?=%))(?:{others})(?!\w)", re.IGNORECASE))
    for said, others in (
        ("earnings per share", r"EPS"),
        ("earnings before interest and taxes", r"EBIT"),
        ("research and development", r"R\s?&\s?D|R and D"),
        ("selling general and administrative", r"SG\s?&\s?A|selling,? general,? (?:&|and) administrative"),
        ("general and administrative", r"G\s?&\s?A"),
        ("sales and marketing", r"S\s?&\s?M"),
        *(
            (
                f"{flow}ing cash flow",
                rf"(?:net )?cash (?:flows? )?(?:\(?(?:provided by|generated (?:from|by|in)|from|used (?:in|for))\)?"
                rf"[ ,/]*(?:or |and )?){{1,2}}{flow}(?:ing activities|ions)"
                rf"|cash (?:was |is )?(?:spent|used) (?:on|in|for) {flow}ing(?: activities)?",
            )
            for flow in ("operat", "invest", "financ")
        ),
        ("book value per share", r"BVPS"),
        ("net interest margin", r"NIM"),
        ("net interest income", r"NII"),
        ("common equity tier 1", r"CET ?1"),
        ("return on equity", r"ROE"),
        ("return on assets", r"ROA"),
        (
            "operating margin",
            r"ratio of operating (?:profit|income) to (?:net )?(?:sales|revenues?)"
            r"|operating (?:profit|income) (?:to (?:operating |net )?(?:sales|revenues?)|margin|ratio)",
        ),
        ("margin", r"(?:%|per ?cent|percentage) of (?:net )?(?:sales|revenues?)"),
        ("comparable", r"(?:same|comparable)[- ](?:store|restaurant|shop|club|hotel)s?|like[- ]for[- ]like|LFL"),
        (
            "constant currency",
            r"constant (?:exchange[- ]rates?|FX)|at CER"
            r"|(?:excluding|without|before) (?:the )?(?:effects? of )?(?:FX|currency|exchange rates?)"
            r"(?: effects?| impact)?",
        ),
        ("currency", r"FX|foreign exchange|exchange[- ]rates? (?:effects?|impacts?)|currency (?:effects?|impacts?)"),
        ("loss", r"lose|loses|lost|losses"),
        (
            "employee cost",
            r"(?:employees?|staff|personnel|payroll)(?: benefits?)? (?:costs?|expenses?)|wages (?:and|&) salaries",
        ),
        ("net debt to ebitda", r"leverage multiple|net debt ?(?:/|to) ?(?:adjusted )?EBITDA"),
        ("above", r"(?:or|and|&)[ -](?:more|over|larger|greater|bigger|higher|older|upwards?)"),
        ("assets", r"asset base"),
        ("net retention rate", r"NRR"),
        ("net retention", r"(?:dollar[- ]based )?net (?:revenue |dollar )?retention|dollar[- ]based retention"),
        ("capital expenditure", r"capex|capital (?:expenditures|spending|investments?)"),
        ("property plant and equipment", r"PP\s?&\s?E"),
        ("depreciation and amortization", r"D\s?&\s?A|depreciation,? (?:&|and) amorti[sz]ation"),
        ("gross domestic product", r"GDP"),
        ("adjusted", r"adj\."),
        ("ltm", rf"(?:(?:over|in|for|during) )?(?:the )?(?:{TRAILING_MONTHS})"),
        (
            "profit before tax",
            r"PBT|pre-?tax (?:profit|income|earnings)|(?:income|earnings) before (?:income )?tax(?:es)?",
        ),
        (
            "net profit",
            r"net (?:income|earnings)|profit for the (?:year|period)|(?:net )?profit after tax(?:es|ation)?|N?PAT",
        ),
        ("tangible book value", r"TBV"),
        ("dividend per share", r"DPS"),
        ("time deposits", r"CDs|certificates of deposit|term deposits"),
        ("revenue per available room", r"RevPAR"),
        ("average daily rate", r"ADR"),
        ("assets under management", r"AUM"),
        ("free cash flow", r"FCF"),
        ("annual recurring revenue", r"ARR"),
        ("gross written premiums", r"GWP|gross premiums written"),
        ("return on capital employed", r"ROCE"),
        ("return on invested capital", r"ROIC"),
        ("non-performing loans", r"NPLs?"),
        ("loan to value", r"LTV"),
        ("cost to income", r"cost[-/ ]income|CIR"),
        ("operating expenses", r"opex|operating costs"),
        ("all-in sustaining cost", r"AISC"),
        ("average revenue per user", r"ARPU"),
        ("nights", r"overnight stays|(?:guest|bed)[- ]nights?|nights spent"),
        ("net loss", r"loss for the (?:year|period)"),
        (
            "income per share",
            r"(?:earnings|income|profit|result)(?: \((?:loss|losses)\))? per (?:common |ordinary |equity )?share"
            r"|\(?loss\)?(?:/| and | )earnings per (?:common |ordinary |equity )?share",
        ),
        (
            "revenue",
            r"net (?:sales|turnover|revenues?)|sales"
            r"|(?<!inventory )(?<!asset )(?<!stock )(?<!debtors )(?<!receivables )(?<!staff )turnover"
            r"|revenues",
        ),
        (
            "employees",
            r"headcount|staff|workforce|personnel|people employed|persons employed|workers|colleagues"
            r"|employs? (?:the )?(?:most|fewest) people|(?<=people )employed",
        ),
        ("registration", r"registered"),
        ("shipments", r"shipped"),
        ("share", r"(?:market|mkt) shares?"),
        ("square foot", r"sq\.? ?(?:ft|feet|foot)\.?|square feet|SF|sqft|psf"),
        (
            "unadjusted",
            r"(?:without|before|excluding|no) seasonal(?:ly)? adjust(?:ment|ed|ing)|not (?:seasonally )?adjusted"
            r"|non-adjusted",
        ),
        (
            "buyback",
            r"(?:buy(?:s|ing)?|bought|buy)[- ]back (?:of )?(?:its |their |own )?(?:shares|stock)|share buy-?backs?"
            r"|(?:share |stock )repurchases?|repurchases? of (?:common |treasury |own )?(?:stock|shares)",
        ),
        ("electricity production", r"(?:electricity|power) (?:generation|output)"),
        ("production", r"output|produced|produces|built|build(?=\?| in\b)|(?<=were )made|(?<=was )made"),
        ("tax", r"taxation|taxes|income tax(?:es)?"),
        ("cost of revenue", r"COGS|costs? of (?:goods sold|sales|revenues?|products sold)"),
        ("shareholders equity", r"(?:stock|share)holders['’]? (?:equity|funds)"),
        ("organization", r"organisation"),
        ("average", r"avg\.?|averaged"),
        ("ounce", r"oz\.?|ounces"),
        ("percent", r"per cent|percentage|%"),
    )
)
"""The first stands for the others, which are looked for in this order."""
