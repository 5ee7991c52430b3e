"""Whether a sentence says in other words what its source says: verification reads its figures, this its words.

A model has the order of a sentence, its small words and some that mean the same. What a sentence is about, and what it
says of that, are words of the report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.cited import occurs
from bot.evidence import Evidence, Sentence
from bot.measuring import MOVES
from bot.model.figures import cited_by, figure_of, quantities_in
from bot.model.wording import (
    CONDITIONS,
    LIMITS,
    MARKUP,
    NEGATIONS,
    PLAIN,
    ROLES,
    TAILS,
    UNSURE,
    WITH_FIGURES,
    alike,
)
from bot.readings import cleaned, folded, sentence_spans
from ingest.domain import Quantity
from ingest.words import Word, words

LEAD_IN = re.compile(
    r"(?:according to|as stated in|as described in|in) the (?:report|study),? "
    r"|(?:as )?the (?:report|study) (?:also )?(?:says|states|notes|adds|explains)(?: that|,|:)? ",
    re.IGNORECASE,
)
"""Opens a sentence and says nothing: all that is answered is of the report."""
_REFERS_BACK = re.compile(
    r"(?:it|its|they|their|them|this|these|those|such|the (?:same|latter|former))\b(?! (?:report|study|market)\b)", re.I
)


@dataclass(frozen=True)
class Wording:
    """A proposed sentence, with what it cites and the sentences of the answer so far that cite the same (``kin``)."""

    sentence: Sentence
    kin: tuple[Sentence, ...] = ()

    @cached_property
    def text(self) -> str:
        """As it will be shown."""
        return cleaned(self.sentence.text)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """All it cites."""
        return cited_by(self.sentence)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The sentences it may say again: those of its quotes, and of the answer so far."""
        quotes = (cleaned(item.quote[start:end]) for item in self.evidence for start, end in sentence_spans(item.quote))
        return tuple(dict.fromkeys((*quotes, *(cleaned(each.text) for each in self.kin))))

    @cached_property
    def titles(self) -> frozenset[str]:
        """Stems of the reports' titles, without what would turn a sentence."""
        said = (word for item in self.evidence for word in words(item.title))
        return frozenset(word.stem for word in said if word.text.casefold() not in NEGATIONS | LIMITS)

    @cached_property
    def known(self) -> frozenset[str]:
        """Stems, and words as spelled, of all that it may take its words from."""
        labels = [
            label
            for item in self.evidence
            if item.table
            for label in (*item.heading, item.table, item.row, item.column)
            if label
        ]
        said = [word for text in (*self.units, *labels) for word in words(cleaned(text))]
        return self.titles.union((word.stem for word in said), (word.text.casefold() for word in said))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures it tells."""
        return quantities_in(self.text, self.evidence)

    @cached_property
    def sources(self) -> tuple[Quantity, ...]:
        """The figures of the ledger that can be seen in what it cites."""
        return tuple(q for item in self.evidence for q in item.quantities if folded(q.text) in folded(item.quote))


def wording_fault(wording: Wording) -> str:
    """Why a sentence may not be shown, in words that its author can act on; empty when it may."""
    if MARKUP.search(wording.text) and not any(folded(wording.text) in folded(unit) for unit in wording.units):
        return "it has a link, an address or markup"
    if not _is_whole(wording):
        return "it is not one whole sentence"
    if _REFERS_BACK.match(wording.text):
        return "it begins with a word that refers to another sentence: name what it is about"
    if any(_unended(wording.text) == _unended(unit) for unit in wording.units):
        return ""
    if denied := next(_denials(wording), None):
        return f"'{denied}' is not said in what it cites"
    if stranger := next(_strangers(wording), None):
        return f"'{stranger}' is not a word of what it cites: use the words of the report"
    if wording.quantities:
        return _unsure_fault(wording) or _move_fault(wording) or _crowd_fault(wording) or _order_fault(wording)
    said = _is_said_again(wording.text, wording) or all(_is_said_again(p, wording) for p in _parts(wording.text))
    return "" if said else _OTHERWISE


_OTHERWISE = (
    "it says more, less or otherwise than one sentence of what it cites: keep that sentence's words and their order"
)


def _is_whole(wording: Wording) -> bool:
    """Whether it begins as a sentence does, ends with a full stop, and not in the middle of something."""
    said = words(wording.text)
    if len(said) < 2 or not _ENDS.search(wording.text) or not wording.text[0].isalnum():
        return False
    if wording.text[0].islower() and not any(unit.startswith(said[0].text) for unit in wording.units):
        return False
    if not set(_SIGNED.findall(wording.text)) <= {sign for unit in wording.units for sign in _SIGNED.findall(unit)}:
        return False
    if wording.text.count("(") != wording.text.count(")"):
        return False
    if _TWICE.search(wording.text) and not any(_TWICE.search(unit) for unit in wording.units):
        return False
    return said[-1].text.casefold() not in _UNFINISHED or any(_ends_alike(wording.text, unit) for unit in wording.units)


def _ends_alike(text: str, unit: str) -> bool:
    return [word.stem for word in words(text)][-2:] == [word.stem for word in words(unit)][-2:]


_ENDS = re.compile(r"[^\W_]['’”\")%]*[.!]$")
_UNFINISHED = frozenset(
    "a an one the of in on at to for from by with within among as into and or both is are was were be been which who"
    " whose that has have had than between over up down against due because followed compared driven ahead set"
    " expected forecast projected anticipated usd eur gbp inr jpy cny".split()
)
_TWICE = re.compile(r"\b([^\W\d_]+(?: [^\W\d_]+){0,2}) \1\b|[$€£¥₹] ?[A-Z]{3}\b", re.IGNORECASE)
"""A word or a currency said twice."""

_SIGNED = re.compile(r"(?<![\w)])[-−–] ?[$€£¥₹]?\d[\d.,]*")
"""A number behind a minus, or what a reader may take for one."""


def _unended(text: str) -> str:
    return folded(text).rstrip(" .")


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r";\s*", text) if part.strip()]


def in_own_words(wording: Wording) -> str:
    """The text with the report's word in place of each that is only like it."""
    said = {word.text.casefold(): word.text for unit in wording.units for word in words(unit)}
    text, end = "", 0
    for word in words(wording.text):
        others = (said[form] for form in sorted(_alike(word)) if form in said)
        is_own = {word.stem, word.text.casefold()} & (wording.known | PLAIN | ROLES)
        text += wording.text[end : word.start] + (word.text if is_own else next(others, word.text))
        end = word.end
    return text + wording.text[end:]


def _strangers(wording: Wording) -> Iterator[str]:
    """Words that neither say nothing by themselves nor stand, as themselves or as one alike, in what is cited."""
    plain = PLAIN | ROLES | (WITH_FIGURES if wording.quantities else frozenset())
    for at, word in enumerate(words(wording.text)):
        spelled = word.text.casefold()
        if not any(map(str.isalpha, word.text)) or _in_number(wording.text, word):
            continue
        is_name = word.text[0].isupper() and at > 0 and spelled not in WITH_FIGURES
        if is_name or spelled in NEGATIONS | LIMITS or spelled.endswith(("n't", "n’t")):
            if not {word.stem, spelled} & wording.known and word.text != "May":
                yield word.text
        elif not ({word.stem, spelled} & plain or _alike(word) & wording.known):
            yield word.text


def _denials(wording: Wording) -> Iterator[str]:
    """Words that deny, with what they deny, where no sentence of the source denies that; and headings, sources and
    shares that it does not have."""
    source = {pair for unit in wording.units for pair in pairwise([word.stem for word in words(unit)])}
    for word, denied in pairwise(words(wording.text)):
        negates = word.text.casefold() in NEGATIONS or word.text.casefold().endswith(("n't", "n’t"))
        if negates and (word.stem, denied.stem) not in source:
            yield f"{word.text} {denied.text}"
    for match in _CLAIMED.finditer(wording.text):
        if not any(folded(match[0]) in folded(unit) for unit in wording.units):
            yield match[0]


_CLAIMED = re.compile(r"^[^,;:.]+:|\baccording to \w+|\bshare of (?:[A-Z]{3} |[$€£¥₹])", re.IGNORECASE)


def _in_number(text: str, word: Word) -> bool:
    """Whether letters are the scale of a number, "4.2bn", which verification reads."""
    return word.text[0].isdigit() or (word.start > 0 and text[word.start - 1].isdigit())


def _alike(word: Word) -> frozenset[str]:
    return alike(word.stem) | alike(word.text.casefold())


def _unsure_fault(wording: Wording) -> str:
    """What the report expects is not said as if it had come."""
    spelled = {word.text.casefold() for word in words(wording.text)}
    amounts = {(f.kind, f.currency, f.amount) for f in map(figure_of, wording.quantities)}
    told = [q for q in wording.sources if (q.kind, q.currency, q.amount) in amounts]
    times = {q.period for q in wording.quantities}
    if spelled & UNSURE:
        return ""
    is_expected = any(q.forecast and (q.period is None or times & {q.period, None}) for q in told)
    return "the report only expects it: say so" if is_expected or any(_is_hedged(q, wording) for q in told) else ""


def _move_fault(wording: Wording) -> str:
    """By how much something moved is not said as what it stood at, nor a level as a move."""
    if any(quantity.measure in MOVES for quantity in wording.quantities) or _MOVING.search(wording.text):
        return ""
    amounts = {(f.kind, f.currency, f.amount) for f in map(figure_of, wording.quantities)}
    told = [q for q in wording.sources if (q.kind, q.currency, q.amount) in amounts and q.measure in MOVES]
    saying = [unit for unit in wording.units if any(occurs(q.text, unit) for q in told)]
    return "it is a growth or a change: say so" if told and all(map(_MOVING.search, saying)) else ""


_MOVING = re.compile(
    r"\b(?:gr[eo]w\w*|ris(?:e[sn]?|ing)|rose|increas\w+|expan\w+|gain\w*|climb\w*|add(?:s|ed)?|jump\w*|surg\w+|declin\w+"
    r"|f[ae]ll\w*|drop\w*|decreas\w+|shr[aiu]nk\w*|contract\w+|los[et]\w*|slump\w*|change[sd]?|CAGR|rate|up|down|more|less"
    r"|higher|lower|faster|slower|fastest|slowest)\b",
    re.IGNORECASE,
)
"""Words that say that something moved, or how fast."""


def _is_hedged(quantity: Quantity, wording: Wording) -> bool:
    """Whether every sentence that tells a figure says, behind the figure before it, that it is not sure."""
    telling = [unit for unit in wording.units if occurs(quantity.text, unit)]
    before = (re.split(r"\d%?(?= )", unit[: folded(unit).find(folded(quantity.text))])[-1] for unit in telling)
    return bool(telling) and all({word.text.casefold() for word in words(text)} & UNSURE for text in before)


def _order_fault(wording: Wording) -> str:
    """A few words stand as well in another order; many say something else in it, and so do other years in all its
    words."""
    masked = _masked(wording.text)
    if any(_masked(unit) == masked for unit in wording.units):
        return "a number or a year in it is another than in what it cites"
    said = _beside_figures(wording.text, wording.titles)
    if len(said) <= FEW:
        return ""
    of_units = [_beside_figures(unit, wording.titles) for unit in wording.units]
    in_order = any(_is_part(said, way) for unit in of_units for way in (unit, *_turned(unit)))
    return "" if in_order else _OTHERWISE


FEW = 4
"""Words beside figures that may stand in any order."""


def _masked(text: str) -> str:
    return re.sub(r"\d", "0", _unended(text))


def _beside_figures(text: str, titles: frozenset[str]) -> "list[_Token]":
    """The words of a sentence that neither tell figures nor name its report."""
    tokens = (token for token in _tokens(text) if token.forms and not token.forms & (WITH_FIGURES | titles))
    return [token for token in tokens if token.spelled not in ROLES and not any(map(str.isdigit, token.spelled))]


def _is_part(said: "Sequence[_Token]", unit: "Sequence[_Token]") -> bool:
    """Whether words stand in a unit in this order, with others between them."""
    rest = iter(unit)
    return all(any(token.forms & other.forms for other in rest) for token in said)


def _crowd_fault(wording: Wording) -> str:
    """Where names stand beside a figure that is of another, each figure must stand by its name as in the source."""
    named = frozenset[str]().union(*map(_scope, wording.sources))
    named |= frozenset(word.stem for unit in wording.units for word in _capitals(unit))
    named -= PLAIN | WITH_FIGURES | wording.titles
    sequence = _anchors(wording.text, named)
    amounts = {(f.kind, f.currency, f.amount) for f in map(figure_of, wording.quantities)}
    own = [_scope(q) for q in wording.sources if (q.kind, q.currency, q.amount) in amounts]
    names = {anchor for anchor in sequence if not anchor[:1].isdigit()}
    if not names or (len(wording.quantities) == 1 and any(names <= each for each in own)):
        return ""
    if _is_woven(sequence, [_anchors(unit, named) for unit in wording.units]):
        return ""
    return "its names and figures stand otherwise than in what it cites: put each figure with its own name, in order"


def _scope(quantity: Quantity) -> frozenset[str]:
    """The stems of what a figure is of, and where."""
    return frozenset(word.stem for part in (*quantity.subject, quantity.place or "") for word in words(part))


def names_in(text: str, evidence: Sequence[Evidence]) -> frozenset[str]:
    """The stems of a sentence that name what its figures are of, and of what it writes with a capital."""
    named = frozenset[str]().union(*(_scope(q) for item in evidence for q in item.quantities))
    capitals = {word.stem for word in _capitals(text)}
    return frozenset(word.stem for word in words(text) if word.stem in named or word.stem in capitals)


def _capitals(unit: str) -> list[Word]:
    return [word for at, word in enumerate(words(unit)) if at and word.text[0].isupper() and word.text.isalpha()]


def _anchors(text: str, named: frozenset[str]) -> list[str]:
    """The names and numbers of a text in order; years are no figures."""
    anchors = [
        word.stem.rstrip("0").rstrip(".") if "." in word.stem and word.text[0].isdigit() else word.stem
        for word in words(text)
        if word.stem in named or (word.text[0].isdigit() and not re.fullmatch(r"(?:19|20)\d\d", word.text))
    ]
    return [anchor for at, anchor in enumerate(anchors) if at == 0 or anchors[at - 1] != anchor]


def _is_woven(sequence: Sequence[str], units: Sequence[Sequence[str]]) -> bool:
    """Whether a sequence is made of runs that each stand in one unit in this order, with a figure and, where the unit
    has names, a name."""
    if not sequence:
        return True
    for end in range(len(sequence), 0, -1):
        run = sequence[:end]
        if any(_is_whole_run(run, unit) for unit in units) and _is_woven(sequence[end:], units):
            return True
    return False


def _is_whole_run(run: Sequence[str], unit: Sequence[str]) -> bool:
    has_figure = any(anchor[0].isdigit() for anchor in run)
    has_name = any(not anchor[0].isdigit() for anchor in run) or all(anchor[0].isdigit() for anchor in unit)
    rest = iter(unit)
    return has_figure and has_name and all(anchor in rest for anchor in run)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word that says something, and whether what it begins may be left out at the end."""

    forms: frozenset[str]
    spelled: str
    opens_tail: bool = False


def _tokens(text: str) -> list[_Token]:
    """The words of a sentence that say something, in order."""
    tokens: list[_Token] = []
    opened, end = False, 0
    for word in words(text):
        spelled = word.text.casefold()
        opened = opened or bool(re.search(r"[,;:—–]", text[end : word.start])) or spelled in ("because", "since")
        end = word.end
        opens = opened and spelled in TAILS
        opened = False
        if not {word.stem, spelled} & PLAIN or spelled in ROLES:
            tokens.append(_Token(_alike(word), spelled, opens))
        elif opens:
            tokens.append(_Token(frozenset(), spelled, opens_tail=True))
    return tokens


def _is_said_again(part: str, wording: Wording) -> bool:
    said = [token for token in _tokens(part) if token.forms]
    return any(_says_again(said, unit, wording.titles) for unit in wording.units)


def _says_again(said: Sequence[_Token], unit: str, titles: frozenset[str]) -> bool:
    """Whether words are those of a unit, or of all of it but a tail, in order; its two halves may change places, and
    who does something may be said behind what is done."""
    tokens = _tokens(unit)
    of_unit = frozenset[str]().union(*(token.forms for token in tokens))
    said = [token for token in said if token.forms & of_unit or not token.forms & titles]
    for end in _ends(tokens):
        kept = [token for token in tokens[:end] if token.forms]
        ways = [kept, *_turned(kept), *_done_by(kept)]
        if any(_same(said, way) for way in ways) or any(_same(way, kept) for way in _done_by(said)):
            return True
    return False


def _turned(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """With the half in front that a word such as "because" begins."""
    return [[*tokens[at:], *tokens[:at]] for at, token in enumerate(tokens) if token.spelled in _FRONTED]


_FRONTED = frozenset("because since if when while although though until unless after before".split())


def _ends(tokens: Sequence[_Token]) -> Iterator[int]:
    yield len(tokens)
    for at, token in enumerate(tokens):
        left_out = {each.spelled for each in tokens[at:]}
        if at and token.opens_tail and not left_out & (CONDITIONS | NEGATIONS):
            yield at


def _done_by(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """ "Demand is driven by falling numbers" as "falling numbers drive demand"."""
    for at, token in enumerate(tokens):
        if token.spelled == "by" and at > 1:
            yield [*tokens[at + 1 :], tokens[at - 1], *tokens[: at - 1]]


def _same(one: Sequence[_Token], other: Sequence[_Token]) -> bool:
    return len(one) == len(other) and bool(one) and all(a.forms & b.forms for a, b in zip(one, other, strict=True))
