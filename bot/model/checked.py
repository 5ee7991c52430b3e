"""Puts what a model proposes through the same gate as every draft, and through one more: it tells nothing new."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.arithmetic import compute
from bot.cited import occurs
from bot.evidence import Draft, Evidence, Paragraph, Sentence
from bot.model.faithful import in_own_words, wording_fault
from bot.model.figures import Told, cited_by, figure_of, figures_in, loose_in, quantities_in
from bot.model.offer import Offer
from bot.model.reply import Proposal, ProposedSentence
from bot.model.undressed import undressed
from bot.model.worded import Wording
from bot.phrase import NOT_PUBLISHED
from bot.readings import cleaned, folded, sentence_spans
from bot.verify import verify

RESULT = "{result}"
"""Where the model wants the result of a calculation, which it is not told to say."""

MOST_MORE = 2
"""Sentences a model may say beyond those of the answer so far; where there is none, one more."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposed sentence that may not be shown, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What is left of a proposal."""

    sentences: tuple[Sentence, ...]
    refused: tuple[Refused, ...]


def checked(proposal: Proposal, offer: Offer, told: Told) -> Checked:
    """The sentences of a proposal that may be shown, each cleaned and with the evidence it needs."""
    kept: list[Sentence] = []
    refused: list[Refused] = []
    for proposed in proposal.sentences:
        whole = undressed(proposed)
        judged = _judged(whole, offer, told)
        if isinstance(judged, Sentence):
            kept.append(judged)
            continue
        parts = _singly(whole)
        for part in parts:
            judged = _judged(part, offer, told) if len(parts) > 1 else judged
            if isinstance(judged, Sentence):
                kept.append(judged)
            else:
                refused.append(Refused(part.text, judged))
    most = max(len(offer.told) + MOST_MORE, MOST_MORE + 1)
    return Checked(tuple(dict.fromkeys(kept))[:most], tuple(refused))


def _singly(proposed: ProposedSentence) -> list[ProposedSentence]:
    """Sentence by sentence, where several were sent as one."""
    if proposed.calculation:
        return [proposed]
    spans = sentence_spans(proposed.text)
    return [proposed.model_copy(update={"text": proposed.text[start:end]}) for start, end in spans] or [proposed]


def _judged(proposed: ProposedSentence, offer: Offer, told: Told) -> Sentence | str:
    """The sentence as it may be shown, or why it may not."""
    sentence = _cited(proposed, offer)
    if isinstance(sentence, str):
        return sentence
    sentence = _sparing(sentence, offer)
    if own := next((each for each in offer.told if _is_same(each, sentence)), None):
        return own
    why = _fault(sentence, offer, told)
    if not why:
        return sentence
    plainer = replace(sentence, text=in_own_words(_wording(sentence, offer)))
    return plainer if plainer != sentence and not _fault(plainer, offer, told) else why


def _is_same(own: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence is one of the answer so far, but for the mark of what is calculated."""
    bare = own.text.removeprefix(NOT_PUBLISHED)
    same = folded(cleaned(sentence.text)) in (folded(own.text), folded(bare))
    return same and sentence.calculation == own.calculation


def _fault(sentence: Sentence, offer: Offer, told: Told) -> str:
    return _figure_fault(sentence, offer, told) or wording_fault(_wording(sentence, offer)) or _unverified(sentence)


def _cited(proposed: ProposedSentence, offer: Offer) -> Sentence | str:
    """The sentence with its evidence and the result of its calculation, or why there is none such. Numbers of no
    evidence beside one that exists support nothing and lose nothing: all that the sentence says is checked by that."""
    known = [number for number in proposed.evidence if 1 <= number <= len(offer.evidence)]
    if proposed.evidence and not known:
        return f"there is no evidence number {proposed.evidence[0]}"
    evidence = tuple(dict.fromkeys(offer.evidence[number - 1] for number in known))
    asked = proposed.calculation
    calculation = offer.calculation(asked.operation, asked.operands) if asked else None
    if asked is None or (calculation is None and RESULT not in proposed.text):
        if not evidence:
            return "it cites nothing"
        return (
            "it has a placeholder and names no calculation"
            if "{" in proposed.text
            else Sentence(proposed.text, evidence)
        )
    if calculation is None:
        return "its calculation is not one of the answer: name its operation and figures as they are given, in order"
    if proposed.text.count(RESULT) != 1:
        return f"put {RESULT} once, where the result of its calculation belongs"
    result = compute(calculation)
    operands = tuple(operand.evidence for operand in calculation.operands)
    text = cleaned(proposed.text.replace(RESULT, result.text.replace("−", "")))
    return Sentence(text, tuple(item for item in evidence if item in operands), calculation)


def _sparing(sentence: Sentence, offer: Offer) -> Sentence:
    """The sentence without evidence that it does not need: more of it would let it say more."""
    if sentence.calculation:
        return sentence
    if figures_in(sentence.text, sentence.evidence):
        amounts = {(f.kind, f.currency, f.amount) for f in figures_in(sentence.text, sentence.evidence)}
        needed = tuple(item for item in sentence.evidence if amounts & _amounts(item))
        return replace(sentence, evidence=needed or sentence.evidence)
    single = (replace(sentence, evidence=(item,)) for item in sentence.evidence)
    return next((each for each in single if not wording_fault(_wording(each, offer))), sentence)


def _amounts(item: Evidence) -> set[tuple[object, ...]]:
    visible = (figure_of(q) for q in item.quantities if folded(q.text) in folded(item.quote))
    return {(f.kind, f.currency, f.amount) for f in visible}


def _wording(sentence: Sentence, offer: Offer) -> Wording:
    cited = set(cited_by(sentence))
    return Wording(sentence, tuple(each for each in offer.told if cited.intersection(cited_by(each))))


def _figure_fault(sentence: Sentence, offer: Offer, told: Told) -> str:
    """Why a figure may not be told: it is not one of the answer so far, at the time it is told of."""
    kin = _wording(sentence, offer).kin
    for text in (piece.text for piece in loose_in(sentence.text, cited_by(sentence))):
        if not _is_named(text, kin):
            return f"'{text}' is not in the answer so far: tell its numbers, and no others"
    for quantity in quantities_in(sentence.text, cited_by(sentence)):
        figure = figure_of(quantity)
        times = " or ".join(told.times_of(figure))
        if offer.words_only:
            return "it has a figure, and the answer has none: say it in words"
        if told.has(figure) or (not times and quantity.kind == "number" and _is_named(quantity.text, kin)):
            continue
        if times:
            return f"it must say that '{quantity.text}' is of {times}"
        return f"'{quantity.text}' is not a figure of the answer so far: tell those, and no others"
    return ""


def _is_named(text: str, kin: Sequence[Sentence]) -> bool:
    """Whether a number stands as it is in the answer so far, where it is read as a part of a name: "100 to 300 kg"."""
    return any(occurs(text, each.text) for each in kin)


def _unverified(sentence: Sentence) -> str:
    """Why verification rejects it, standing alone."""
    rejections = verify(Draft((Paragraph((sentence,)),), answerer="model")).rejections
    return rejections[0].why if rejections else ""


def reasons(refused: Sequence[Refused]) -> tuple[str, ...]:
    """What a model is told of its sentences that were refused."""
    return tuple(f"{each.text} ({each.why})" for each in refused)
