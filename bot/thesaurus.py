"""What accounts, statistics and market reports call in several ways: who asks says one, the report another."""

from functools import cache

from bot.cells import Name, name_of

SAME: tuple[str, ...] = (
    # income and expenses
    "operating profit | operating income | operating result | operating earnings | profit from operations"
    " | income from operations | result from operations | EBIT | earnings before interest and taxes",
    "operating loss | loss from operations",
    "net profit | net income | net earnings | net result | profit for the period | profit for the year"
    " | profit after tax"
    " | income for the period | result for the period | result for the year | bottom line | PAT"
    " | net income attributable to shareholders | profit attributable to owners of parent",
    "pre-tax profit | profit before tax | profit before taxation | income before income taxes | income before taxes"
    " | earnings before tax | result before tax | PBT | EBT",
    "gross profit | gross income | gross result | gross earnings",
    "gross margin | gross profit margin",
    "wage bill | staff costs | personnel expense | personnel costs | employee benefit expense"
    " | employee benefits expense"
    " | employee costs | payroll | payroll costs | labour costs | labor costs | wages and salaries | salaries and wages"
    " | salaries and employee benefits | compensation and benefits | employee compensation and benefits"
    " | salaries and personnel costs | staff expenses | pay bill",
    "administrative expenses | admin costs | administrative costs | general and administrative | G&A | administration",
    "selling expenses | distribution costs | selling costs | selling and distribution | sales and marketing"
    " | marketing and selling",
    "marketing | advertising | advertising and promotion | sales promotion",
    "cost of sales | cost of goods sold | COGS | cost of revenue | cost of products sold | cost of materials",
    "raw materials | materials consumed | cost of materials consumed | cost of materials | material costs",
    "interest expense | finance costs | financial expenses | finance expense | interest paid | borrowing costs"
    " | interest costs | interest payable",
    "interest income | finance income | financial income | interest received | interest earned",
    "tax charge | income tax expense | tax expense | income taxes | provision for income taxes | taxation | tax bill",
    "tax rate | effective tax rate | effective income tax rate",
    "impairment | impairment losses | impairment charges | impairments | write-downs",
    "depreciation | depreciation and amortisation | depreciation and amortization | D&A",
    "fuel bill | fuel costs | fuel expense | fuel",
    "energy bill | energy costs | energy expense | energy",
    "rent | rental expense | rents",
    "rental income | rental revenue | rents received | base rent | minimum rent | gross rents",
    "one-offs | exceptional items | adjusting items | special items | non-recurring items",
    # balance sheet and cash
    "capex | capital expenditure | capital expenditures | capital spending | capital investment | additions to property"
    " | purchases of property | purchase of property | payments for property | acquisition of property"
    " | purchases of property plant and equipment | purchase of property plant and equipment"
    " | acquisition of property plant and equipment | investments in property plant and equipment"
    " | investment in tangible assets",
    "fixed assets | property plant and equipment | PP&E | tangible assets | tangible fixed assets",
    "intangibles | intangible assets",
    "inventory | inventories | stock | stocks | stock in trade",
    "receivables | trade receivables | accounts receivable | debtors | trade debtors | customer receivables",
    "payables | trade payables | accounts payable | creditors | trade creditors",
    "cash | cash and cash equivalents | cash and bank balances | cash and deposits | liquid funds | cash at bank",
    "borrowings | debt | financial debt | total debt | loans and borrowings | interest-bearing liabilities"
    " | interest-bearing debt | financial liabilities",
    "net debt | net borrowings | net financial debt | net financial liabilities",
    "leverage | net debt to EBITDA | net debt / EBITDA | leverage ratio | gearing",
    "equity ratio | capital adequacy ratio | shareholders equity ratio",
    "shareholders equity | stockholders equity | net assets | total equity | equity | shareholders funds",
    "minority interests | non-controlling interests | noncontrolling interests | minorities",
    "buybacks | share buybacks | share repurchases | repurchases of common stock | repurchase of common stock"
    " | purchase of treasury shares | purchase of treasury stock | purchase of own shares | repurchase of shares"
    " | acquisition of own shares",
    "dividends paid | dividend payments | payment of dividends | distributions paid | dividends to shareholders",
    "final dividend | year-end dividend | dividend for the second half",
    "dividend | divi | payout | distribution | cash dividend | dividend per share",
    "M&A | acquisitions | acquisition of subsidiaries | purchase of subsidiaries | business combinations | takeovers"
    " | acquisitions net of cash acquired | acquisition of businesses",
    "disposals | divestments | divestitures | sale of subsidiaries | proceeds from disposals | proceeds from sale",
    "provision | provisions | reserve | allowance",
    "pensions | retirement benefits | post-employment benefits | pension obligations",
    "market cap | market capitalisation | market capitalization",
    # banks and insurers
    "loan book | loans | loans and advances | net loans | loans to customers | lending | customer loans | gross loans",
    "mortgages | mortgage book | home loans | residential mortgages | mortgage loans | residential mortgage loans"
    " | housing loans",
    "deposits | customer deposits | customer accounts | deposits from customers | client deposits",
    "time deposits | term deposits | certificates of deposit | fixed deposits | CDs",
    "bad loans | non-performing loans | nonperforming loans | NPLs | nonaccrual loans | non-accrual loans"
    " | impaired loans"
    " | non-accruals | nonaccruals | stage 3 loans",
    "bad loan ratio | NPL ratio | non-performing loan ratio | gross NPA | non-performing loans ratio",
    "loan losses | provision for credit losses | credit loss expense | expected credit losses | loan loss provisions"
    " | impairment charges on loans | loan impairments",
    "fees | fee income | net fee income | fee and commission income | net fee and commission income | commissions",
    "trading income | net trading income | trading result | net trading result",
    "cost-income ratio | cost to income ratio | efficiency ratio | cost/income ratio | cost/income",
    "core capital ratio | CET1 ratio | common equity tier 1 ratio | CET1",
    "core tier one ratio | core tier 1 ratio | CET1 ratio | common equity tier 1 ratio",
    "bank branches | branches | offices | outlets",
    "premiums | gross premiums | gross written premium | gross written premiums | GWP | premium income",
    "claims | claims incurred | losses incurred | insurance claims",
    "solvency ratio | SCR ratio | SCR coverage | solvency II ratio",
    # orders, people, sites
    "backlog | order backlog | order book | orders on hand | orders in hand | unfilled orders | order stock",
    "order intake | new orders | incoming orders | orders received | orders booked | bookings | orders",
    "headcount | employees | workforce | staff | personnel | full-time equivalents | FTEs | FTE | colleagues"
    " | number of employees | people employed | jobs",
    "trainees | apprentices",
    "women | female | females",
    "men | male | males",
    "plants | factories | production sites | manufacturing sites | mills | sites",
    "shops | stores | outlets | branches | points of sale",
    "CEO pay | total remuneration | total compensation",
    # sales by way, place and customer
    "e-commerce | online | online retail | internet retailing | online sales | web",
    "petrol stations | gas stations | forecourt retailers | filling stations | service stations",
    "hospitality | hotels and restaurants | accommodation and food services | hotels | horeca"
    " | accommodation and catering",
    "offline | store-based retailing | brick and mortar | physical stores",
    "supermarkets | grocery retailers | food retailers | grocers",
    "pharma | pharmaceutical | pharmaceuticals",
    "biotech | biotechnology",
    "car makers | automotive | automotive OEMs | carmakers",
    "cars | passenger cars | automobiles | passenger vehicles",
    "trucks | lorries | commercial vehicles | heavy goods vehicles",
    "vans | light commercial vehicles",
    "freight | cargo",
    "pax | passengers | travellers | travelers",
    "airports | aviation",
    "train stations | rail stations | rail hubs | railway stations",
    "residential | households | homes | housing",
    "government | public sector | public | public administration",
    "army | defence | defense | military",
    "farmers | agriculture | farms | agricultural",
    "banks and insurers | financial services | BFSI | finance and insurance | banking or insurance",
    "subscribers | subscriptions | subs | customers | lines | accounts",
    "churn | attrition | cancellation rate",
    "foreigners | non-residents | foreign guests | foreign visitors | international visitors | foreign tourists",
    "locals | residents | domestic guests | domestic visitors | domestic tourists",
    "arrivals | guests | visitors",
    "length of stay | average stay | nights per arrival",
    "vacancies | open positions | job openings | vacant positions | unfilled jobs | open jobs | job vacancies",
    "in work | employed | in employment | employed persons | employment",
    "bikes | bicycles | cycles",
    "kids | children | juvenile",
    "jobless rate | unemployment rate | rate of unemployment",
    "jobless | unemployed | unemployed persons | unemployment",
    "pay | wages | earnings | salary | salaries",
    "trade deficit | trade balance | balance of trade | trade surplus | balance",
    "inflation | consumer prices | CPI | consumer price index",
    "population | inhabitants | residents",
    # commodities, energy, property
    "crop | harvest | production | output",
    "carryover | ending stocks | closing stocks | carry-out | end stocks | stocks at end",
    "beginning stocks | opening stocks | carry-in",
    "soya | soybean | soybeans | soya beans",
    "corn | maize",
    "tonnage | tonnes | volume in tonnes",
    "wind power | wind",
    "solar power | solar | photovoltaic | photovoltaics | solar PV",
    "hydro | hydropower | hydroelectric",
    "carbon emissions | CO2 emissions | greenhouse gas emissions | GHG emissions | emissions | CO2",
    "fleet | aircraft | vessels | vehicles",
    "square feet | gross leasable area | GLA | square footage | floor space | leasable area",
    "occupancy | occupancy rate | percent leased | leased | let",
    "annualized rent | annualized base rent | ABR | annual rent",
    "real estate taxes | property taxes",
    "same-store | same property | comparable | like-for-like",
    "customer counts | guest traffic | traffic | footfall | transactions",
    # scenarios and products
    "optimistic | high case | high | best case | upside | bull case | optimistic case | optimistic scenario"
    " | high scenario",
    "pessimistic | low case | low | worst case | downside | bear case | pessimistic case"
    " | pessimistic scenario | low scenario",
    "base case | central case | base | reference case | base scenario | reference scenario | baseline",
    "unit price | average price | average selling price | ASP | price per unit | price",
    "machines | equipment | instruments | hardware",
    "software | platforms | digital solutions",
    "aftermarket | spare parts | parts and service | after-sales",
    "maintenance | servicing | service and maintenance",
    "guidance | forecast | outlook | expects | expect | forecasts | target",
    "jobs | positions | roles | employees",
)
"""Names of one thing, parted by "|"; small words, case and the plural do not matter."""


@cache
def groups() -> dict[Name, tuple[tuple[str, ...], ...]]:
    """Each name as stems → the groups of names it stands in, as written."""
    found: dict[Name, tuple[tuple[str, ...], ...]] = {}
    for line in SAME:
        names = tuple(part.strip() for part in line.split("|"))
        for name in names:
            found[name_of(name)] = (*found.get(name_of(name), ()), names)
    return found


@cache
def longest() -> int:
    """The number of words of the longest name."""
    return max(map(len, groups()))
