"""Puts accepted sentences in place of those they say again; what they do not say stays as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.doubt import is_doubted
from bot.draft import TIMED
from bot.echo import heard
from bot.evidence import Draft, DraftBlock, Paragraph, Sentence
from bot.model.figure_wording import names_in
from bot.model.figures import Figure, cited_by, figures_of, told_by
from bot.model.offer import is_open
from bot.model.wording import PLAIN, WITH_FIGURES, alike
from bot.retrieve import Found
from bot.strays import strays
from bot.timely import is_timely
from bot.verify import Verified, verify
from ingest.words import stem, words

ANSWERER = "model"
"""Who proposed an answer of which a model worded a sentence."""

OF_FIGURES = ("figure", "series")
"""Kinds of question of which the figures and their names answer, whatever else the sentence says."""


def rewritten(draft: Draft, found: Found, accepted: Sequence[Sentence]) -> Draft:
    """The draft with accepted sentences in place of its own. It tells the same figures, and passes what it passed;
    otherwise the draft as it was."""
    left = list(accepted)
    standing = [each for each in _open(draft) if not _is_covered(each, accepted, found)]
    again = frozenset[Figure]().union(*map(figures_of, standing))
    left = [each for each in accepted if not (figures_of(each) and figures_of(each) <= again)]
    new = replace(draft, blocks=_merged(draft.blocks, left, standing), answerer=ANSWERER)
    if not left or new.blocks == draft.blocks:
        return draft
    return new if _is_as_good(new, draft, found) else draft


def in_words(declined: Draft, found: Found, accepted: Sequence[Sentence]) -> Draft:
    """An answer in words where there was none, when its sentences have all that is asked for and pass every guard;
    otherwise the draft as it was."""
    if not accepted:
        return declined
    new = Draft((Paragraph(tuple(accepted)),), suggestions=declined.suggestions, answerer=ANSWERER)
    question = found.question
    texts = [text for each in new.cited for text in (each.quote, *each.heading)]
    said = frozenset(word.stem for text in texts for word in words(text))
    asked = [word for word in question.words if not word.is_action]
    if not asked or not all(word.stands_in(said) for word in asked):
        return declined
    if not all(any(place.casefold() in text.casefold() for text in texts) for place in question.places):
        return declined
    if not is_timely(new, question, found.book) or strays(replace(new, answerer="quote"), question, found.book):
        return declined
    return new if _verified(new, found).status == "answered" else declined


def left_standing(draft: Draft, new: Draft) -> int:
    """How many of a draft's own sentences are still in it."""
    kept = {sentence.text for sentence in _open(new)}
    return sum(sentence.text in kept for sentence in _open(draft))


def _open(draft: Draft) -> list[Sentence]:
    paragraphs = (block for block in draft.blocks if isinstance(block, Paragraph))
    return [sentence for block in paragraphs for sentence in block.sentences if is_open(sentence)]


def _merged(
    blocks: Iterable[DraftBlock], accepted: Sequence[Sentence], standing: Sequence[Sentence]
) -> tuple[DraftBlock, ...]:
    """Accepted sentences where the first that they say again stood; those that say none at the end of the last
    paragraph."""
    left = list(accepted)
    merged: list[DraftBlock] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            merged.append(block)
            continue
        sentences: list[Sentence] = []
        for sentence in block.sentences:
            if not is_open(sentence) or sentence in standing:
                sentences.append(sentence)
                continue
            placed = [each for each in left if _says_of(each, sentence)]
            sentences += placed
            left = [each for each in left if each not in placed]
        merged.append(Paragraph(tuple(sentences)))
    last = max((at for at, block in enumerate(merged) if isinstance(block, Paragraph)), default=None)
    if last is not None and left:
        merged[last] = Paragraph((*_sentences(merged[last]), *left))
    return tuple(block for block in merged if not isinstance(block, Paragraph) or block.sentences)


def _sentences(block: DraftBlock) -> tuple[Sentence, ...]:
    return block.sentences if isinstance(block, Paragraph) else ()


def _says_of(accepted: Sentence, sentence: Sentence) -> bool:
    """Whether an accepted sentence tells a figure of another, or, of one without, cites the same."""
    figures = figures_of(sentence)
    if figures:
        return any(_tells(figure, figures_of(accepted)) for figure in figures)
    return bool(set(cited_by(accepted)) & set(cited_by(sentence)))


def _is_covered(sentence: Sentence, accepted: Sequence[Sentence], found: Found) -> bool:
    """Whether accepted sentences tell all figures of one, with the names these are of."""
    saying = [each for each in accepted if _says_of(each, sentence)]
    figures = figures_of(sentence)
    told = frozenset[Figure]().union(*map(figures_of, saying))
    if not saying or not all(_tells(figure, told) for figure in figures):
        return False
    if not figures:
        return any(not figures_of(each) for each in saying)
    said = frozenset(form for each in saying for word in words(each.text) for form in alike(word.stem))
    return all(alike(needed) & said for needed in _needed(sentence, found))


def _tells(figure: Figure, told: Iterable[Figure]) -> bool:
    """Whether a figure is among others; one read without a time is told with any."""
    return any(
        replace(each, period=None) == replace(figure, period=None) and figure.period in (None, each.period)
        for each in told
    )


def _needed(sentence: Sentence, found: Found) -> frozenset[str]:
    """The stems of a sentence that one which says it again must have: its names, and for a question not of figures
    every word that says something."""
    cited = cited_by(sentence)
    headed = {word.stem for item in cited for label in (item.title, item.table or "") for word in words(label)}
    own = {word.stem for item in cited for label in (item.row or "", item.column or "") for word in words(label)}
    if found.question.kind in OF_FIGURES:
        said = names_in(sentence.text, cited)
    else:
        said = frozenset(word.stem for word in words(sentence.text) if any(map(str.isalpha, word.text)))
    return said - PLAIN - WITH_FIGURES - frozenset(map(stem, WITH_FIGURES)) - (headed - own)


def _is_as_good(new: Draft, draft: Draft, found: Found) -> bool:
    """Whether a draft that was worded anew passes what it passed, and tells its figures, all and no others."""
    before, after = _verified(draft, found), _verified(new, found)
    if (after.status, after.reason) != (before.status, before.reason) or len(after.rejections) > len(before.rejections):
        return False
    told, now = told_by(draft), [figure for each in _open(new) for figure in figures_of(each)]
    if not all(map(told.has, now)) or not all(
        _tells(figure, now) for each in _open(draft) for figure in figures_of(each)
    ):
        return False
    named = replace(new, answerer=draft.answerer)
    return _guarded(named, found) or not _guarded(draft, found)


def _guarded(draft: Draft, found: Found) -> bool:
    question, book = found.question, found.book
    if question.kind in TIMED and not is_timely(draft, question, book):
        return False
    return not strays(draft, question, book) and not is_doubted(draft, found)


def _verified(draft: Draft, found: Found) -> Verified:
    return verify(draft, heard(found.question), found.book.report.contact)
