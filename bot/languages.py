"""Questions in other languages: the words people ask about a market with, put into English. Answers stay English."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

ALIKE = 80
"""Similarity (0 to 100) from which a long foreign word is taken for one of the report: "Telemetrie", "telemetry"."""

LONG = 6
"""Letters of a word that is compared so."""

FEWEST = 2
"""Words of a language a question has at least to be taken for it."""


@dataclass(frozen=True)
class Language:
    """``common`` are its function words, ``glossary`` lines of "foreign phrase = English", longer phrases first."""

    common: frozenset[str]
    glossary: str

    @cached_property
    def phrases(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Each phrase as a pattern on text without accents, with its English, the longest first."""
        entries = [entry for line in self.glossary.strip().splitlines() for entry in line.split(";")]
        pairs = [(foreign.strip(), english.strip()) for foreign, _, english in (e.partition("=") for e in entries)]
        pairs.sort(key=lambda pair: -len(pair[0]))
        return tuple((re.compile(rf"\b(?:{_plain(foreign)})\b", re.IGNORECASE), english) for foreign, english in pairs)


GERMAN = Language(
    frozenset(
        "wie der die das ist im ich wenn wen kann mich von und wer welche welcher was für wird war "
        "den dem zu ein eine werden bis um".split()
    ),
    """
wie gross ist = how big is; wie gross war = how big was; wie gross wird = how big will be
wie hoch ist = what is; wie hoch war = what was; wie hoch = what is; wie viel prozent = by what percent
wie viele = how many; wie viel = how much; um wie viel = by how much; wie schnell = how fast
jahrliche wachstumsrate = annual growth rate; wachstumsrate = growth rate; wachstum = growth; wachst = grows
marktgrosse = market size; marktanteil = market share; marktvolumen = market size; marktwert = market value
markt = market; umsatz = revenue; anteil = share; preis = price; im jahr = in; jahr = year; welche = which
welcher = which; welches = which; wer = who; was kostet = what does cost; was = what; warum = why; wo = where
wann = when; unternehmen = companies; firmen = companies; anbieter = vendors; hersteller = manufacturers
wettbewerber = competitors; regionen = regions; lander = countries; segmente = segments
anwendungen = applications; kapitel = chapters; bericht = report; studie = report; kaufen = buy
wenden = contact; an wen = who can i contact; werden genannt = are named; genannt = named; sind = are; ist = is
wird = will; war = was; von = from; bis = to; und = and; oder = or; der = the; die = the; das = the; den = the
dem = the; im = in the; in = in; prozent = percent; milliarden = billion; millionen = million; zolle = tariffs
auswirkungen = impact; treiber = drivers; herausforderungen = challenges; prognose = forecast; ein = a; eine = a
kann ich mich =; kann ich = can i; wenn ich = if i; will = want; kleine = small; problem = problem; fur = for
kliniken = clinics; krankenhauser = hospitals; mich = me; weltweit = global
""",
)
FRENCH = Language(
    frozenset(
        "quel quelle quels quelles est le la les du de des qui dans en et une un sont sera combien "
        "pour pourquoi".split()
    ),
    """
quelle est la taille = what is the size; quel est le taux = what is the rate
taux de croissance annuel compose = compound annual growth rate; taux de croissance = growth rate
quelle est = what is; quel est = what is; quels sont = what are; quelles sont = what are; quelles = which
quels = which; quelle = what; quel = what; combien = how much; qui = who; pourquoi = why; quand = when
taille = size; marche = market; croissance = growth; part de marche = market share; part = share
chiffre d'affaires = revenue; prix = price; valeur = value; annee = year; rapport = report; etude = report
entreprises = companies; acteurs = players; concurrents = competitors; fournisseurs = suppliers
regions = regions; pays = countries; segments = segments; applications = applications; chapitres = chapters
mentionnees = mentioned; cites = named; est = is; sera = will be; etait = was; sont = are; le = the; la = the
les = the; du = of the; des = of the; de = of; dans = in; en = in; et = and; un = a; une = a
milliards = billion; millions = million; pour cent = percent; moteurs = drivers; defis = challenges
prevision = forecast; acheter = buy; contacter = contact; jusqu'en = until; entre = between; a = in
par an = per year
""",
)
SPANISH = Language(
    frozenset(
        "cuál cual cuáles cuales qué que el la los las de del en es será fue quién quiénes cuánto "
        "son y por para cómo".split()
    ),
    """
cual es el tamano = what is the size; cual sera el tamano = what will be the size; cual es = what is
cual sera = what will be; cual fue = what was; cuales son = what are; quienes son = who are; quien es = who is
tamano = size; mercado = market; tasa de crecimiento anual compuesta = compound annual growth rate
tasa de crecimiento = growth rate; crecimiento = growth; cuota de mercado = market share; cuota = share
participacion = share; ingresos = revenue; precio = price; valor = value; ano = year; informe = report
estudio = report; empresas = companies; companias = companies; competidores = competitors
proveedores = suppliers; regiones = regions; paises = countries; segmentos = segments
aplicaciones = applications; capitulos = chapters; cuanto = how much; cuantos = how many; que = what
por que = why; cuando = when; quien = who; cual = which; cuales = which; es = is; sera = will be; fue = was
son = are; el = the; la = the; los = the; las = the; del = of the; de = of; en = in; y = and; hasta = until
entre = between; por ciento = percent; mil millones = billion; millones = million; impulsores = drivers
desafios = challenges; pronostico = forecast; comprar = buy; contactar = contact; crece = grows; vale = is worth
por ano = per year; mencionadas = mentioned
""",
)
ITALIAN = Language(
    frozenset(
        "qual quale quali quanto il la lo gli le di del della nel nella è e sono chi che per perché "
        "come sarà vale".split()
    ),
    """
quanto vale = how much is; qual e la dimensione = what is the size; qual e il tasso = what is the rate
tasso di crescita annuo composto = compound annual growth rate; tasso di crescita = growth rate
qual e = what is; quali sono = what are; chi sono = who are; dimensione = size; dimensioni = size
mercato = market; crescita = growth; cresce = grows; quota di mercato = market share; quota = share
ricavi = revenue; fatturato = revenue; prezzo = price; valore = value; anno = year; rapporto = report
studio = report; aziende = companies; societa = companies; concorrenti = competitors; fornitori = suppliers
regioni = regions; paesi = countries; segmenti = segments; applicazioni = applications; capitoli = chapters
quanto = how much; quanti = how many; perche = why; quando = when; chi = who; quali = which; sara = will be
sono = are; il = the; lo = the; la = the; gli = the; le = the; del = of the; della = of the; di = of; nel = in
nella = in the; fino al = until; tra = between; percento = percent; per cento = percent; miliardi = billion
milioni = million; acquistare = buy; comprare = buy; contattare = contact; sfide = challenges
previsione = forecast; e = and
""",
)
PORTUGUESE = Language(
    frozenset(("qual quais quanto o os as do da dos das de em no na é são será quem que por para como foi").split()),
    """
qual e o tamanho = what is the size; qual sera o tamanho = what will be the size
taxa de crescimento anual composta = compound annual growth rate; taxa de crescimento = growth rate
qual e = what is; qual sera = what will be; quais sao = what are; quem sao = who are; tamanho = size
mercado = market; crescimento = growth; cresce = grows; participacao de mercado = market share
participacao = share; quota = share; receita = revenue; preco = price; valor = value; ano = year
relatorio = report; estudo = report; empresas = companies; concorrentes = competitors; fornecedores = suppliers
regioes = regions; paises = countries; segmentos = segments; aplicacoes = applications; capitulos = chapters
quanto = how much; quantos = how many; por que = why; quando = when; quem = who; quais = which; sera = will be
foi = was; sao = are; do = of the; da = of the; dos = of the; das = of the; de = of; em = in; no = in the
na = in the; o = the; os = the; as = the; ate = until; entre = between; por cento = percent; bilhoes = billion
milhoes = million; comprar = buy; contatar = contact; desafios = challenges; previsao = forecast; e = and
por ano = per year; vale = is worth
""",
)
LANGUAGES = (GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE)


def in_english(text: str, vocabulary: frozenset[str]) -> str | None:
    """A question with what it asks put into English, or None when it is in none of these languages.

    Long words that are nearly words of the report are taken for those; what is not known stays as it is.
    """
    plain = _plain(text)
    tokens = set(re.findall(r"[^\W\d_]+", text.lower()))
    counts = [len([token for token in tokens if token in language.common]) for language in LANGUAGES]
    best = max(range(len(LANGUAGES)), key=lambda at: counts[at])
    if counts[best] < FEWEST or len([t for t in tokens if t in _ENGLISH]) >= counts[best]:
        return None
    kept: list[str] = []
    for pattern, english in LANGUAGES[best].phrases:
        plain = pattern.sub(lambda match, said=english: _kept(kept, said), plain)  # type: ignore[misc]
    plain = re.sub(rf"[^\W\d_]{{{LONG},}}", lambda match: _like(match[0], vocabulary), plain)
    return re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], plain)


_ENGLISH = frozenset(
    "the of what which how is are in to for and who market does will you me we they it that this have".split()
)


def _kept(kept: list[str], english: str) -> str:
    """A mark in place of what is translated already, so that it is not translated again."""
    kept.append(english)
    return f"\x00{len(kept) - 1}\x00"


def _like(word: str, vocabulary: frozenset[str]) -> str:
    match = process.extractOne(word.lower(), vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return match[0] if match else word


def _plain(text: str) -> str:
    """Without accents."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
