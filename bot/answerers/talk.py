"""What is said without the report: small talk, and questions that cannot be read."""

from dataclasses import replace

from bot.answerers.contact import front_evidence
from bot.evidence import Draft, Paragraph, Sentence
from bot.retrieve import Found
from bot.suggest import openers
from ingest.quantity.framing import names_market

SPEAKS_OF_REPORTS = ("greeting", "about")
"""Small talk that is answered by what questions can be about."""


def small_talk(found: Found) -> Draft | None:
    """One friendly line, and examples of what to ask."""
    aspect = found.question.aspect
    return said(
        friendly(aspect, _report(found), "the report is silent"), found, cites_title=aspect in SPEAKS_OF_REPORTS
    )


def friendly(aspect: str, reports: str, silent: str) -> str:
    """What is said to a greeting, thanks and the like by who answers questions about some reports."""
    return {
        "greeting": f"Hello! I answer questions about {reports} and show where each figure stands.",
        "thanks": "You are welcome.",
        "excuse": "No problem.",
        "farewell": "Goodbye.",
        "about": f"I am a program that answers questions about {reports}; I cite the place of every figure, and say so "
        f"when {silent}.",
    }[aspect]


def _report(found: Found) -> str:
    """The report by its market's name, where its title has one and no numbers as headlines have."""
    market, title = found.book.market, found.book.report.title
    is_plain = names_market(title) and not any(char.isdigit() for char in market)
    return f"the report on the {market} market" if is_plain else "this report"


def foreign(found: Found) -> Draft | None:
    """One line in English: other languages are not read."""
    return said("Sorry, I read questions in English only. Please ask again in English.", found, declined=True)


def personal(found: Found) -> Draft | None:
    """A service or advice the report cannot give."""
    draft = said("I can only say what the report says; this is not a question it can answer.", found, declined=True)
    return replace(draft, reason="out_of_scope")


def empty(found: Found) -> Draft | None:
    """Nothing was named to look for."""
    instance = ", for instance one of the questions below" if openers(found.book) else ""
    return said(f"Please name what you would like to know of the report{instance}.", found, declined=True)


def said(text: str, found: Found, declined: bool = False, cites_title: bool = False) -> Draft:
    """A line that says nothing of the report's subject matter, at most its title."""
    evidence = (front_evidence(found.book),) if cites_title else ()
    return Draft(
        (Paragraph((Sentence(text, evidence),)),),
        reason="unclear" if declined else None,
        speaks=False,
        suggestions=openers(found.book),
        answerer="talk",
    )
