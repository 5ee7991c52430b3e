"""What the privacy page says, from the settings: what is stored, for how long, and how to have it deleted."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.answer import Record
from bot.settings import BotSettings

LANGUAGES = ("en", "de", "fr", "es", "ar")
"""Languages that the page is written in, the first where none of them is asked for."""

_HERE = Path(__file__).parent


class Kept(Record):
    """One thing that is stored: what, why, and for how long."""

    what: str
    why: str
    how_long: str


class Notice(Record):
    """The page's words in one language. ``contact`` is whom to write to, None where the settings do not say."""

    language: str
    title: str
    lead: str
    columns: tuple[str, str, str]
    kept: tuple[Kept, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    contact_title: str
    contact_text: str
    contact: str | None


def notice_of(settings: BotSettings, language: str) -> Notice:
    """What is true of a server with these settings; ``language`` is one of LANGUAGES."""
    say = texts(language)
    passed_on = [
        say["model"].format(settings.model.partition(":")[0]) if settings.model else "",
        say["delivered"] if settings.leads_webhook or settings.leads_email else "",
        say["log_questions"] if settings.log_questions else say["log"],
    ]
    return Notice(
        language=language,
        title=say["title"],
        lead=say["intro"],
        columns=(say["what"], say["why"], say["how_long"]),
        kept=(
            _kept(say, "conversation", _span(say, settings.keep_conversations_days)),
            _kept(say, "thumb", _span(say, settings.keep_conversations_days)),
            _kept(say, "lead", _span(say, settings.keep_leads_days)),
            _kept(say, "visitor", say["visitor_span"]),
            _kept(say, "key", say["key_span"]),
        ),
        sections=(
            (say["address_title"], (say["address"],)),
            (say["cookies_title"], (say["cookies"],)),
            (say["passed_on_title"], tuple(text for text in passed_on if text)),
            (say["deletion_title"], (say["deletion"], say["backups"])),
        ),
        contact_title=say["contact_title"],
        contact_text=say["contact"] if settings.privacy_contact else say["no_contact"],
        contact=settings.privacy_contact,
    )


def language_asked(named: str | None, accepted: str) -> str:
    """The language of the page: the one named, else the one a browser likes best (``Accept-Language``)."""
    wanted = [named] if named else [name for name, _ in sorted(_weighed(accepted), key=lambda each: -each[1])]
    known = (name.lower().replace("_", "-").partition("-")[0] for name in wanted)
    return next((name for name in known if name in LANGUAGES), LANGUAGES[0])


@cache
def texts(language: str) -> Mapping[str, str]:
    """The page's words in a language, by what they are about."""
    found: Mapping[str, str] = json.loads((_HERE / f"{language}.json").read_text(encoding="utf-8"))
    return found


def _kept(say: Mapping[str, str], name: str, how_long: str) -> Kept:
    return Kept(what=say[name], why=say[f"{name}_why"], how_long=how_long)


def _span(say: Mapping[str, str], days: int) -> str:
    if not days:
        return say["until_deleted"]
    return say["day"] if days == 1 else say["days"].format(days)


def _weighed(accepted: str) -> list[tuple[str, float]]:
    found = []
    for each in accepted.split(",")[:20]:
        name, _, weight = each.partition(";")
        try:
            found.append((name.strip(), float(weight.strip().removeprefix("q=") or 1)))
        except ValueError:
            continue
    return found
