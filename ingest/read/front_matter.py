"""Reads the front matter of a report: who published it, when, for whom, and whom to ask."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import frontmatter
import yaml

from ingest.domain import Access, Contact, Notice
from ingest.errors import UnreadableFile
from ingest.read.contacts import contact_in
from ingest.read.document import Metadata

_FRONT = re.compile(
    r"\A\s*---[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*[\w-]+[ \t]*:)(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_KEYS = ("title", "publisher", "published", "edition", "url", "access", "licensed", "public", "contact")
_CONTACT_KEYS = ("name", "role", "email", "phone", "url")
_DATE_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y")


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter, the text after it, and how many lines stand before that text."""

    metadata: Metadata
    body: str
    lines: int
    notices: tuple[Notice, ...] = ()


def split_front_matter(text: str, file: str) -> Front:
    """Split a file's text from its front matter. Raises UnreadableFile when it is opened but is not YAML."""
    match = _FRONT.match(text)
    if not match:
        return Front(Metadata(), text, 0)
    values = _values(match[0], file, text.count("\n", 0, match.start(1)) + 1)
    fields = _Fields(file, match[0], values)
    return Front(_metadata(fields), text[match.end() :], match[0].count("\n"), tuple(fields.notices))


def parse_date(text: str) -> date | None:
    """A full date as people write it ("2025-03-12", "12 March 2025"), else None."""
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def _values(front: str, file: str, line: int) -> Mapping[str, object]:
    try:
        values = _parsed(front.strip())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = line + mark.line - 1 if mark else line  # the parser counts the opening mark too
        problem = f"the front matter is not YAML: {error.problem}"
        raise UnreadableFile(
            file, problem, "Write it as 'key: value' lines, with quotes where a value has a colon", where
        ) from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2025-02-30
        raise UnreadableFile(file, f"the front matter is not YAML: {error}", "Correct or remove it", line) from error
    return {str(key): value for key, value in values.items()}


def _parsed(front: str) -> Mapping[str, object]:
    """The values; where they are not YAML, what has a colon in it is taken for text: "title: Tea: an Outlook". Raises
    YAMLError, and ValueError for a date that is none."""
    try:
        return frontmatter.parse(front)[0]
    except yaml.YAMLError:
        quoted = _UNQUOTED.sub(lambda match: match["key"] + json.dumps(match["value"], ensure_ascii=False), front)
        return frontmatter.parse(quoted)[0]


_UNQUOTED = re.compile(
    r"^(?P<key>[ \t]*[\w-]+:[ \t]+)(?P<value>[^\s\"'\[{>|&*!#%@`][^\n]*:[ \t][^\n]*?)[ \t]*$", re.MULTILINE
)
"""A value on its key's line that YAML would take for another key and its value."""


@dataclass(slots=True)
class _Fields:
    """The values by key, and what was not understood of them."""

    file: str
    front: str
    values: Mapping[str, object]
    notices: list[Notice] = field(default_factory=list)

    def notice(self, key: str, message: str) -> None:
        self.notices.append(Notice(self.file, self.line(key), message))

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
        self.notice(key, f"'{key}' should be text, not {value!r}; it was left out")
        return None

    def line(self, key: str) -> int:
        match = re.search(rf"^\s*['\"]?{re.escape(key)}['\"]?\s*:", self.front, re.MULTILINE)
        return self.front.count("\n", 0, match.end()) + 1 if match else 1


def _metadata(fields: _Fields) -> Metadata:
    for key in fields.values:
        if key not in _KEYS:
            fields.notice(key, f"'{key}' is not known in front matter ({', '.join(_KEYS)}); it was left out")
    return Metadata(
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        published=_published(fields),
        edition=fields.text("edition"),
        url=_url(fields),
        access=_access(fields),
        licensed=_names(fields, "licensed"),
        public=_names(fields, "public"),
        contact=_contact(fields),
    )


def _published(fields: _Fields) -> date | None:
    value = fields.values.get("published")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    found = parse_date(value) if isinstance(value, str) else None
    if found is None:
        fields.notice(
            "published", f"'published' should be a full date such as 2025-03-31, not {value!r}; it was left out"
        )
    return found


def _url(fields: _Fields) -> str | None:
    url = fields.text("url")
    if url and not re.match(r"https?://\S+$", url):
        fields.notice("url", f"'url' should start with https://, not {url!r}; it was left out")
        return None
    return url


def _access(fields: _Fields) -> Access | None:
    """Whatever is not plainly public is kept from the public."""
    match fields.values.get("access"):
        case None:
            return None
        case "public":
            return "public"
        case "licensed":
            return "licensed"
        case value:
            fields.notice("access", f"'access' should be public or licensed, not {value!r}; it is kept as licensed")
            return "licensed"


def _names(fields: _Fields, key: str) -> tuple[str, ...]:
    """The parts that a rule on access names. Raises UnreadableFile for what names none: nobody guesses who may read."""
    if key not in fields.values:
        return ()
    value = fields.values[key]
    names = value if isinstance(value, list) else [value]
    told = [str(name).strip() for name in names if isinstance(name, str | int | float) and not isinstance(name, bool)]
    if not told or len(told) < len(names) or not all(told):
        problem = f"'{key}' should name sections or tables, not {value!r}"
        raise UnreadableFile(fields.file, problem, "Write it as a list of headings, titles or files", fields.line(key))
    return tuple(told)


def _contact(fields: _Fields) -> Contact | None:
    match fields.values.get("contact"):
        case None:
            return None
        case str(text) if text.strip():
            return contact_in(text)
        case dict(values):
            return _contact_of(
                fields, _Fields(fields.file, fields.front, {str(key): value for key, value in values.items()})
            )
        case value:
            fields.notice(
                "contact", f"'contact' should be text or name, role, email, …, not {value!r}; it was left out"
            )
            return None


def _contact_of(fields: _Fields, parts: _Fields) -> Contact | None:
    for key in parts.values:
        if key not in _CONTACT_KEYS:
            parts.notice(key, f"'{key}' is not known in a contact ({', '.join(_CONTACT_KEYS)}); it was left out")
    name, role, email, phone, url = (parts.text(key) for key in _CONTACT_KEYS)
    fields.notices.extend(parts.notices)
    if not name:
        name = email or phone or url
    if not name:
        fields.notice("contact", "'contact' names nobody; it was left out")
        return None
    return Contact(name, role, email, phone, url)
