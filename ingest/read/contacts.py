"""Reads a person to ask out of a contact line or an invitation in the text."""

import re
from collections.abc import Iterable

from ingest.domain import Contact

_EMAIL = re.compile(r"<?(?:mailto:)?(?<![\w.+-])([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)>?")
_URL = re.compile(r"https?://[^\s,;<>]+[^\s,;<>.)]")
_PHONE = re.compile(r"\+?\(?\d[\d ()./‑-]{6,}\d")
_CHANNEL = re.compile(
    r"(?:e-?mail|mail|tel|telephone|phone|mobile|web|url|at|or|and|ph|t|e|contact)\.?:?", re.IGNORECASE
)
_NAME = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+)?[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|de|van|von|der|bin|al|[A-Z][\w'’-]+)){1,3}"
_ROLE = (
    r"(?:[A-Z][\w/-]*|of|and|for|&|the|[–-])(?:\s+(?:[A-Z][\w/-]*|of|and|for|&|the|[–-])){0,9}"
    r"(?:,\s+[A-Z][\w-]+(?:\s+(?:&|and|of|[A-Z][\w-]+)){0,3})?"
)
_POST = re.compile(
    r"\b(?:director|manager|analyst|head|president|executive|officer|lead|associate|partner|editor|consultant|specialist"
    r"|representative|coordinator|advisor|adviser|chief|founder)\b",
    re.IGNORECASE,
)
_INVITATION = (
    r"engage(?: directly)? with|contact|reach out to|connect with|(?:speak|talk) (?:directly )?(?:to|with)|write to"
    r"|call|e-?mail|get in touch with|ask"
)
_PERSON = rf"(?P<name>{_NAME}),\s+(?:(?:our|the|its)\s+)?(?P<role>{_ROLE})(?=[,.;)]|\s+[a-z(]|$)"
_INVITED = re.compile(rf"\b(?i:{_INVITATION})\s+{_PERSON}")
_INTRODUCED = re.compile(rf"^(?:- )?{_PERSON}", re.MULTILINE)
_NAMED = re.compile(rf"\b{_PERSON}")
MAX_DISTANCE = 200
"""Characters between a person and the e-mail address that is theirs."""


def contact_in(text: str) -> Contact | None:
    """A contact written on one line: name, role, e-mail, phone, address of a page; None when it names nobody."""
    email, url = _EMAIL.search(text), _URL.search(text)
    rest = _URL.sub(",", _EMAIL.sub(",", text))
    phone = _PHONE.search(rest)
    rest = _PHONE.sub(",", rest)
    parts = [part.strip(" .–—-|()") for part in re.split(r"[,;|]|\s[–—-]\s|\(", rest)]
    names = [part for part in parts if part and not _CHANNEL.fullmatch(part)]
    name = names[0] if names else email[1] if email else None
    if not name:
        return None
    return Contact(
        name,
        ", ".join(names[1:]) or None,
        email[1] if email else None,
        phone[0].strip() if phone else None,
        url[0] if url else None,
    )


def person_in(text: str, introduced: bool = False) -> Contact | None:
    """The person a text invites its reader to talk to, by name and post: "engage directly with Ann Lee, Head of Sales".

    ``introduced``: the text is about whom to contact, so a line may open with the person; elsewhere a person whose
    e-mail address follows is one to write to. None unless the role names a post: a company or a place after a comma
    is no person.
    """
    invited = [*_INVITED.finditer(text), *(_INTRODUCED.finditer(text) if introduced else ())]
    for match in (*invited, *(one for one in _NAMED.finditer(text) if _address_behind(text, one))):
        if _POST.search(match["role"]):
            email = _address_behind(text, match)
            phone = _PHONE.search(text, match.end(), match.end() + MAX_DISTANCE) if email else None
            return Contact(
                match["name"], match["role"], email[1] if email else None, phone[0].strip() if phone else None
            )
    return None


def _address_behind(text: str, person: re.Match[str]) -> re.Match[str] | None:
    return _EMAIL.search(text, person.end(), person.end() + MAX_DISTANCE)


def mailbox_in(texts: Iterable[str], owner: str | None) -> Contact | None:
    """The first e-mail address of a page as a contact, by its owner's name or else its own."""
    found = next((match[1] for text in texts if (match := _EMAIL.search(text))), None)
    return Contact(owner or found, email=found) if found else None
