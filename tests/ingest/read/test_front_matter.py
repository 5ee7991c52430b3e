from datetime import date

import pytest

from ingest.domain import Contact
from ingest.errors import UnreadableFile
from ingest.read.front_matter import Front, parse_date, split_front_matter


def front(lines: str) -> Front:
    return split_front_matter(f"---\n{lines}\n---\n# Kites\n", "report.md")


def test_a_text_without_front_matter_stays_whole() -> None:
    text = "# Kites\n\n---\n\na: b\n"
    assert split_front_matter(text, "report.md") == Front(front("title: x").metadata.__class__(), text, 0)


def test_every_field_is_read_and_the_body_follows() -> None:
    read = front(
        "title: Kites\npublisher: Windy\npublished: 2025-03-31\nedition: 3\nurl: https://windy.example/kites\n"
        "access: licensed\ncontact:\n  name: Ann\n  role: Sales\n  email: ann@windy.example"
    )
    assert read.body == "# Kites\n" and read.lines == 12 and read.notices == ()
    metadata = read.metadata
    assert (metadata.title, metadata.publisher, metadata.published) == ("Kites", "Windy", date(2025, 3, 31))
    assert (metadata.edition, metadata.url, metadata.access) == ("3", "https://windy.example/kites", "licensed")
    assert metadata.contact == Contact("Ann", "Sales", "ann@windy.example")


@pytest.mark.parametrize("title", ["Tea: an Outlook", 'Tea: the "green" kind', "Tea: Part 2: Leaves"])
def test_a_value_with_a_colon_is_text(title: str) -> None:
    read = front(f"title: {title}\ncontact:\n  name: Ann: the one\n  email: ann@windy.example")
    assert read.metadata.title == title
    assert read.metadata.contact == Contact("Ann: the one", None, "ann@windy.example")


def test_what_is_no_yaml_however_it_is_read_is_told_where_it_stands() -> None:
    with pytest.raises(UnreadableFile, match=r"report\.md:3: the front matter is not YAML"):
        front("title: Tea: an Outlook\ncontact: @a")


@pytest.mark.parametrize(
    ("lines", "line", "part"),
    [
        ("title: Kites\ncolour: red", 3, "colour"),
        ("title: [a, b]", 2, "title"),
        ("published: soon", 2, "published"),
        ("url: windy.example", 2, "url"),
        ("contact: 7", 2, "contact"),
        ("contact:\n  fax: 1\n  name: Ann", 3, "fax"),
    ],
)
def test_what_is_not_understood_is_noticed_with_its_line(lines: str, line: int, part: str) -> None:
    notices = front(lines).notices
    assert [(notice.file, notice.line) for notice in notices] == [("report.md", line)]
    assert part in notices[0].message


@pytest.mark.parametrize("access", ["private", "Public", "true"])
def test_an_unknown_access_is_kept_from_the_public(access: str) -> None:
    read = front(f"access: {access}")
    assert read.metadata.access == "licensed" and len(read.notices) == 1


@pytest.mark.parametrize(("lines", "line"), [("title: @a", 2), ("title: x\ncontact: [a", 4)])
def test_front_matter_that_is_no_yaml_is_refused_with_its_line(lines: str, line: int) -> None:
    with pytest.raises(UnreadableFile) as caught:
        front(lines)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-03-12", date(2025, 3, 12)),
        ("12 March 2025", date(2025, 3, 12)),
        ("March 12, 2025", date(2025, 3, 12)),
        ("12.03.2025", date(2025, 3, 12)),
        ("March 2025", None),
        ("2025-02-30", None),
    ],
)
def test_a_full_date_is_read_as_people_write_it(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("licensed: Market by country", ("Market by country",)),
        ("licensed: [A, b.csv]", ("A", "b.csv")),
        ("licensed:\n- 2025\n- ' C '", ("2025", "C")),
        ("title: x", ()),
    ],
)
def test_the_names_of_licensed_parts_are_read(lines: str, names: tuple[str, ...]) -> None:
    assert front(lines).metadata.licensed == names
    assert front(lines.replace("licensed", "public")).metadata.public == names


@pytest.mark.parametrize("value", ["", "[]", "true", "{a: b}", "[A, null]", "['']", "[[A]]"])
@pytest.mark.parametrize("key", ["licensed", "public"])
def test_what_names_no_part_is_refused_with_its_line(key: str, value: str) -> None:
    with pytest.raises(UnreadableFile, match=f"'{key}' should name sections or tables") as caught:
        front(f"title: x\n{key}: {value}")
    assert caught.value.line == 3
