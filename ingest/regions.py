"""World regions and blocs with their member countries (ISO 3166 codes), and the other names countries go by.

After the UN geoscheme (M49), widened where the trade reads a region wider: Mexico is in North and in Latin America.
"""

_PARTS = {
    "North America": "US CA MX BM GL",
    "Central America": "BZ CR SV GT HN NI PA MX",
    "Caribbean": "AG BS BB CU DM DO GD HT JM KN LC VC TT PR AW CW KY VG VI TC MQ GP",
    "South America": "AR BO BR CL CO EC GY PY PE SR UY VE GF FK",
    "Northern Europe": "DK EE FI IS IE LV LT NO SE GB FO",
    "Nordics": "DK FI IS NO SE",
    "Baltics": "EE LV LT",
    "Western Europe": "AT BE FR DE LI LU MC NL CH GB IE ES PT IT",
    "Southern Europe": "AL AD BA HR GR IT MT ME MK PT SM RS SI ES CY VA XK",
    "Eastern Europe": "BY BG CZ HU PL MD RO RU SK UA",
    "Central Europe": "DE AT CH CZ HU PL SK SI LI",
    "Central and Eastern Europe": "BG CZ HU PL RO SK SI HR EE LV LT RS",
    "Balkans": "AL BA BG HR GR ME MK RO RS SI XK",
    "DACH": "DE AT CH",
    "Benelux": "BE NL LU",
    "Middle East": "BH CY EG IR IQ IL JO KW LB OM PS QA SA SY TR AE YE",
    "GCC": "BH KW OM QA SA AE",
    "Levant": "IL JO LB PS SY",
    "North Africa": "DZ EG LY MA SD TN EH",
    "West Africa": "BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG",
    "East Africa": "BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS TZ UG ZM ZW",
    "Central Africa": "AO CM CF TD CG CD GQ GA ST",
    "Southern Africa": "BW SZ LS NA ZA",
    "East Asia": "CN HK JP KP KR MO MN TW",
    "Greater China": "CN HK MO TW",
    "South Asia": "AF BD BT IN MV NP PK LK",
    "Southeast Asia": "BN KH ID LA MY MM PH SG TH TL VN",
    "ASEAN": "BN KH ID LA MY MM PH SG TH VN",
    "Central Asia": "KZ KG TJ TM UZ",
    "Oceania": "AU NZ FJ PG SB VU NC PF WS TO KI FM MH PW NR TV",
    "Australia and New Zealand": "AU NZ",
    "European Union": "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE",
    "BRICS": "BR RU IN CN ZA",
    "USMCA": "US MX CA",
    "Mercosur": "AR BO BR PY UY",
    "G7": "CA FR DE IT JP GB US",
    "G20": "AR AU BR CA CN FR DE IN ID IT JP KR MX RU SA ZA TR GB US",
    "NATO": "AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US",
    "CIS": "AM AZ BY KZ KG MD RU TJ UZ",
}
_UNIONS = {
    "Latin America": ("Central America", "Caribbean", "South America"),
    "Americas": ("North America", "Central America", "Caribbean", "South America"),
    "Europe": ("Northern Europe", "Western Europe", "Southern Europe", "Eastern Europe"),
    "Africa": ("North Africa", "West Africa", "East Africa", "Central Africa", "Southern Africa"),
    "Sub-Saharan Africa": ("West Africa", "East Africa", "Central Africa", "Southern Africa"),
    "Middle East and North Africa": ("Middle East", "North Africa"),
    "Middle East and Africa": ("Middle East", "Africa"),
    "Europe, Middle East and Africa": ("Europe", "Middle East", "Africa"),
    "Asia-Pacific": ("East Asia", "South Asia", "Southeast Asia", "Oceania", "Central Asia"),
    "South Asia and Pacific": ("South Asia", "Southeast Asia", "Oceania"),
    "Asia": ("East Asia", "South Asia", "Southeast Asia", "Central Asia", "Middle East"),
    "Latin America, Middle East and Africa": ("Latin America", "Middle East and Africa"),
}


def region_members() -> dict[str, frozenset[str]]:
    """Every region's canonical name and its countries' two-letter codes."""
    members = {name: frozenset(codes.split()) for name, codes in _PARTS.items()}
    for name, parts in _UNIONS.items():
        members[name] = frozenset[str]().union(*(members[part] for part in parts))
    return members


REGION_ALIASES = {
    "North America": "N. America|NA region|North American|Northern America",
    "Latin America": (
        "LATAM|Latin American|Latin America and the Caribbean|Latin America & the Caribbean"
        "|Latin America and Caribbean|LAC region"
    ),
    "South America": "South American|Latin and South America",
    "Central America": "Central American",
    "Americas": "Pan-American",
    "Europe": "European|Pan-European",
    "Western Europe": "West Europe|Western European",
    "Eastern Europe": "East Europe|Eastern European",
    "Northern Europe": "Northern European",
    "Southern Europe": "Southern European",
    "Central Europe": "Central European",
    "Central and Eastern Europe": "Central & Eastern Europe|Central and East Europe|CEE",
    "Nordics": "Nordic|Nordic countries|Nordic region|Scandinavia|Scandinavian",
    "Baltics": "Baltic states|Baltic countries",
    "Middle East": "Middle Eastern|Mideast|the Gulf region",
    "Africa": "African",
    "North Africa": "North African",
    "Sub-Saharan Africa": "Subsaharan Africa|Sub-Saharan African",
    "Middle East and North Africa": "MENA|Middle East & North Africa",
    "Middle East and Africa": (
        "MEA|Middle East & Africa|Middle East-Africa|Middle East/Africa|Middle East Africa"
        "|Middle East, Africa|Africa and the Middle East|the Middle East and Africa|ME&A"
    ),
    "Europe, Middle East and Africa": (
        "EMEA|Europe, Middle East & Africa|Europe, Middle East, and Africa|Europe, the Middle East and Africa"
        "|Europe, the Middle East, and Africa|Europe Middle East and Africa|Europe Middle East Africa"
        "|Europe, Middle East, & Africa|Europe, the Middle East & Africa|Europe Middle East & Africa"
    ),
    "Asia-Pacific": (
        "Asia Pacific|APAC|Asia-Pac|Asia Pac|AsiaPac|Asia/Pacific|Asia–Pacific|Asia and the Pacific|Asia-Pacific region"
    ),
    "South Asia and Pacific": "South Asia & Pacific|South Asia Pacific|South Asia and the Pacific",
    "Asia": "Asian",
    "East Asia": "East Asian|Eastern Asia|Northeast Asia",
    "South Asia": "South Asian|Southern Asia|Indian subcontinent",
    "Southeast Asia": "South East Asia|South-East Asia|Southeast Asian|South-Eastern Asia|SEA region",
    "ASEAN": "ASEAN countries",
    "GCC": "Gulf Cooperation Council|GCC countries",
    "Oceania": "Oceanian|Australasia",
    "Australia and New Zealand": "Australia & New Zealand|ANZ",
    "European Union": "EU|EU-27|EU27|E.U.",
    "BRICS": "BRIC|BRICS countries",
    "DACH": "DACH region",
    "Benelux": "Benelux region",
    "USMCA": "US MX CA",
    "Mercosur": "AR BO BR PY UY",
    "G7": "G-7|Group of Seven",
    "G20": "G-20|Group of Twenty",
    "Latin America, Middle East and Africa": (
        "LAMEA|Latin America, Middle East & Africa|Latin America, Middle East, and Africa"
    ),
    "World": (
        "global|globally|worldwide|world|across the globe|around the globe|around the world|internationally|Global"
    ),
}
COUNTRY_ALIASES = {
    "US": "United States|U.S.|US|USA|U.S.A.|United States of America|America|American|the US|the us",
    "GB": "United Kingdom|UK|U.K.|Great Britain|Britain|British",
    "AE": "United Arab Emirates|UAE|U.A.E.|Emirates|Emirati",
    "KR": "South Korea|Korea|Republic of Korea|South Korean|Korean|S. Korea",
    "KP": "North Korea|North Korean",
    "RU": "Russia|Russian|Russian Federation",
    "VN": "Vietnam|Viet Nam|Vietnamese",
    "TR": "Türkiye|Turkey|Turkiye|Turkish",
    "CN": "China|Chinese|Mainland China|PRC|People's Republic of China",
    "JP": "Japan|Japanese",
    "IN": "India|Indian",
    "DE": "Germany|German",
    "FR": "France|French",
    "IT": "Italy|Italian",
    "ES": "Spain|Spanish",
    "NL": "Netherlands|Dutch|Holland|the Netherlands",
    "CH": "Switzerland|Swiss",
    "SE": "Sweden|Swedish",
    "NO": "Norway|Norwegian",
    "DK": "Denmark|Danish",
    "FI": "Finland|Finnish",
    "PL": "Poland|Polish",
    "AT": "Austria|Austrian",
    "BE": "Belgium|Belgian",
    "PT": "Portugal|Portuguese",
    "GR": "Greece|Greek",
    "IE": "Ireland|Irish",
    "CZ": "Czech Republic|Czechia|Czech",
    "HU": "Hungary|Hungarian",
    "RO": "Romania|Romanian",
    "UA": "Ukraine|Ukrainian",
    "CA": "Canada|Canadian",
    "MX": "Mexico|Mexican",
    "BR": "Brazil|Brazilian",
    "AR": "Argentina|Argentine|Argentinian",
    "CL": "Chile|Chilean",
    "CO": "Colombia|Colombian",
    "PE": "Peru|Peruvian",
    "AU": "Australia|Australian",
    "NZ": "New Zealand",
    "SG": "Singapore|Singaporean",
    "MY": "Malaysia|Malaysian",
    "ID": "Indonesia|Indonesian",
    "TH": "Thailand|Thai",
    "PH": "Philippines|Philippine|Filipino|the Philippines",
    "TW": "Taiwan|Taiwanese",
    "HK": "Hong Kong",
    "PK": "Pakistan|Pakistani",
    "BD": "Bangladesh|Bangladeshi",
    "LK": "Sri Lanka|Sri Lankan",
    "SA": "Saudi Arabia|Saudi|KSA|Kingdom of Saudi Arabia",
    "QA": "Qatar|Qatari",
    "KW": "Kuwait|Kuwaiti",
    "IL": "Israel|Israeli",
    "EG": "Egypt|Egyptian",
    "ZA": "South Africa|South African",
    "NG": "Nigeria|Nigerian",
    "KE": "Kenya|Kenyan",
    "MA": "Morocco|Moroccan",
    "GH": "Ghana|Ghanaian",
    "IR": "Iran|Iranian",
    "SY": "Syria",
    "LA": "Laos",
    "MD": "Moldova",
    "VE": "Venezuela",
    "BO": "Bolivia",
    "TZ": "Tanzania",
    "BN": "Brunei",
    "PS": "Palestine",
    "MO": "Macau|Macao",
    "CI": "Ivory Coast|Côte d'Ivoire|Cote d'Ivoire",
    "CD": "Democratic Republic of the Congo|DR Congo|DRC",
    "CG": "Republic of the Congo|Congo",
    "MK": "North Macedonia|Macedonia",
    "CV": "Cape Verde|Cabo Verde",
    "SZ": "Eswatini|Swaziland",
    "MM": "Myanmar|Burma",
    "VA": "Vatican City",
    "FM": "Micronesia",
    "RE": "Réunion",
}
NATIONS = {"England": "", "Scotland": "Scottish", "Wales": "Welsh", "Northern Ireland": "Northern Irish"}
"""The nations of the United Kingdom and what belongs to them is called; "English" is a language, too."""
STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska"
    "|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    "|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia"
    "|Wisconsin|Wyoming"
)
"""The states of the United States but Georgia, which is a country too."""
