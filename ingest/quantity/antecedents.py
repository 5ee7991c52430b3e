"""Settles what a unit speaks about by what its sentence, the one before, the list's lead-in and the heading say."""

from dataclasses import dataclass, replace

from ingest.domain import Measure
from ingest.places import contains, place_named
from ingest.quantity.subjects import Reading
from ingest.quantity.timing import UNTIMED, Timed
from ingest.quantity.vocabulary import word_set


@dataclass(frozen=True, slots=True)
class Subject:
    """What a quantity is about: ``Reading`` with its gaps filled. ``market``: a market named with what narrows it;
    ``world``: it is said of the world, which is more than the geography of a report on one place.
    """

    opening: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    place: str | None = None
    outer: str | None = None
    market: bool = False
    world: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it is about less than the whole market."""
        return bool(self.opening or self.head or self.whole or self.place)

    def path(self, measure: Measure) -> tuple[str, ...]:
        """The subject path, outermost first; the place around the inner one counts where it is what is shared."""
        around = (self.outer,) if self.outer and measure in {"share", "other", "ratio"} else ()
        return tuple(dict.fromkeys((*around, *self.whole, *self.opening, *self.head)))


@dataclass(frozen=True, slots=True)
class Background:
    """What was said before: the last sentence's subject, the paragraph's place, the list's lead-in, the heading.

    ``label`` and ``time`` are the lead-in's or heading's words and period; they hold for lines without a verb.
    """

    last: Subject | None = None
    topic: str | None = None
    lead: Subject | None = None
    scope: Subject = Subject()
    label: str = ""
    time: Timed = UNTIMED


_POINTS_AT_PLACE = word_set("region country regional area geography regions countries")
_PRONOUNS = word_set("it its they their these this such")
_LISTS = word_set("followed ahead and , ( plus | versus vs against or")
_CONTRASTS = word_set("while whereas but ;")


def settle(reading: Reading, link: str, before: Subject | None, background: Background) -> Subject:
    """The subject of a unit; ``before`` is that of the unit before it in its sentence."""
    return _within(_settled(reading, link, before, background), reading)


def _settled(reading: Reading, link: str, before: Subject | None, background: Background) -> Subject:
    if reading.is_silent:
        settled = _silent(reading, before, background)
        set_against = link in {"against", "versus", "vs", "compared"} and reading.whole
        return replace(settled, head=()) if set_against else settled  # "against USD 2 billion for Y"
    if reading.pointer and not reading.place:
        return _pointed(reading, before, background)
    if reading.market and not reading.head and not reading.place:
        return _market(reading, before, background)
    return _named(reading, link, before, background)


def _within(subject: Subject, reading: Reading) -> Subject:
    """With the place behind the number: where it is, what is around where it is, or words when they do not nest."""
    if reading.around is None or reading.around.name == subject.place:
        return subject
    behind = reading.around.name
    if subject.place is None:
        return replace(subject, place=behind)
    if contains(behind, subject.place):
        return replace(subject, outer=behind)
    if contains(subject.place, behind):
        return replace(subject, place=behind, outer=subject.place)
    if reading.is_silent:
        return replace(subject, place=behind)
    return replace(subject, whole=(*subject.whole, behind))


def _silent(reading: Reading, before: Subject | None, background: Background) -> Subject:
    base = before or background.lead or background.scope
    opening_place = reading.opening_place.name if reading.opening_place else None
    return replace(
        base,
        opening=reading.opening or base.opening,
        whole=reading.whole or base.whole,
        place=opening_place or base.place,
    )


def _pointed(reading: Reading, before: Subject | None, background: Background) -> Subject:
    base = before if before and (before.narrows or reading.pointer in {"it", "its"}) else background.last
    word = reading.pointer or "it"
    if word in {"former", "latter"} or base is None or not _can_point(word, base):
        base = (
            background.scope
            if _can_point(word, background.scope)
            else Subject(head=(word if word in _PRONOUNS else f"the {word}",))
        )
    head = tuple(dict.fromkeys((*base.head, *reading.head)))
    settled = replace(base, head=head, whole=reading.whole or base.whole, opening=reading.opening or base.opening)
    return _placed(settled, reading, background)


def _can_point(word: str, base: Subject) -> bool:
    if word in {"former", "latter"}:
        return False
    if word in _POINTS_AT_PLACE:
        return base.place is not None
    if word in {"it", "its", "they", "their", "these", "this", "such"}:
        return base != Subject() or word in {"it", "its"}
    return bool(base.head or base.whole or base.opening)


def _market(reading: Reading, before: Subject | None, background: Background) -> Subject:
    """ "The market": the whole of it, unless the talk is of a narrower market."""
    plain = Subject(opening=reading.opening, whole=reading.whole)
    if reading.whole_market:
        return _placed(plain, reading, background)
    for base in (before, background.last):
        if base and base.market and base.narrows and not reading.opening and reading.opening_place is None:
            return replace(base, whole=reading.whole or base.whole)
    scope = background.scope
    return _placed(replace(plain, head=scope.head), reading, background)


def _named(reading: Reading, link: str, before: Subject | None, background: Background) -> Subject:
    own = Subject(
        opening=reading.opening,
        head=reading.head,
        whole=reading.whole,
        outer=reading.outer,
        place=reading.place.name if reading.place else None,
        market=reading.market,
    )
    if link == "with" and before and before.narrows:
        return _nested(own, before)
    if link in {"which", "who", "that"} and before and not (reading.head or reading.place):
        return replace(before, whole=reading.whole or before.whole)
    if before and link in _LISTS | _CONTRASTS:
        own = _beside(own, link, before)
    if background.lead and before is None:
        own = _under(own, background.lead)
    return _placed(own, reading, background)


def _nested(own: Subject, before: Subject) -> Subject:
    """ "North America held 36%, with the U.S. accounting for 80%": the inner part of the outer."""
    inside = bool(own.place and before.place and own.place != before.place)
    outer = before.place if inside and before.place and own.place and contains(before.place, own.place) else own.outer
    return replace(
        own,
        opening=own.opening or before.opening,
        head=tuple(dict.fromkeys((*before.head, *own.head))),
        whole=own.whole or before.whole,
        place=own.place or before.place,
        outer=outer,
    )


def _beside(own: Subject, link: str, before: Subject) -> Subject:
    """A further item of a list or contrast: it shares what opened the sentence, and the side the item leaves out."""
    opening = own.opening or before.opening
    if own.place and not own.head:
        head = before.head if before.place else ()
        return replace(own, opening=opening, head=head, whole=own.whole or (before.whole if link in _LISTS else ()))
    carried = before.place if before.head or before.market else None
    whole = own.whole or (before.whole if link in _LISTS else ())
    return replace(own, opening=opening, place=own.place or carried, whole=whole)


def _under(own: Subject, lead: Subject) -> Subject:
    return replace(
        own,
        opening=tuple(dict.fromkeys((*lead.opening, *lead.head, *own.opening))),
        whole=own.whole or lead.whole,
        place=own.place or lead.place,
    )


def _placed(subject: Subject, reading: Reading, background: Background) -> Subject:
    """With the place the sentence opens with, the paragraph is about, or the heading names."""
    opening = reading.opening_place.name if reading.opening_place else None
    if subject.place:
        around = opening if opening and opening != subject.place and contains(opening, subject.place) else subject.outer
        if opening and around != opening and opening != subject.place:
            return replace(subject, opening=(*subject.opening, opening))
        return replace(subject, outer=around)
    if opening:
        return replace(subject, place=opening)
    if reading.world:
        return replace(subject, world=True)
    return replace(subject, place=background.topic or background.scope.place)


def in_frame(place: str | None, whole: str | None) -> str | None:
    """A place as it is recorded: None for the report's own geography."""
    named = place_named(place) if place else None
    return None if named is None or named.name == whole else named.name
