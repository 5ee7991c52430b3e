"""How a follow-up was understood, where its answer does not show it."""

from bot.question import Question
from bot.readings import places_in
from bot.sense import stems
from ingest.words import words


def understood_as(question: Question, answer: str) -> str:
    """A line with what a follow-up took over, as far as its answer does not name it; empty where it names all."""
    if question.previous is None or question.kind not in ("figure", "series", "list", "superlative", "explanation"):
        return ""
    own, said = {word.stem for word in words(question.ask)}, stems((answer,))
    taken = [word for word in question.words if not word.stems & own and not any(c.isdigit() for c in word.text)]
    places = [place for place in question.places if place not in places_in(question.ask)]
    times = [period for period in question.periods if str(period.last) not in question.ask]
    unsaid = any(not word.stands_in(said) for word in taken) or any(place not in places_in(answer) for place in places)
    if not unsaid and all(str(period.last) in answer for period in times):
        return ""
    parts = (" ".join(word.text for word in taken), " and ".join(places), " and ".join(map(str, times)))
    return f"I took this to be about {', '.join(part for part in parts if part)}."
