"""The line above an answer that is not whole, the same on every face."""

from bot.answer import Answer
from bot.evidence import Reason
from bot.metered import ANSWERER

_DECLINED: dict[Reason, str] = {
    "not_in_report": "I found nothing on this in the report.",
    "not_published": "I found no such figure in the report.",
    "out_of_scope": "This is not a question for the report.",
    "unclear": "It is not clear what to look for.",
    "no_report": "There is no such report here.",
    "unverified": "Nothing that was found could be verified.",
}


def notice(answer: Answer) -> str | None:
    """What kind of answer this is, in a sentence; None for one that is whole."""
    match answer.status:
        case "answered":
            return None
        case "partial":
            return "The report answers only a part of this."
        case "declined" if answer.answerer == ANSWERER:
            return "No more can be quoted today."
        case "declined":
            return _DECLINED[answer.reason or "not_in_report"]
