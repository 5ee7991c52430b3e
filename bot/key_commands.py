"""The commands python -m bot keys create, list and revoke."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import get_args

from bot.keys import Key, Keys, Scope

_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_NAME = re.compile(r"[\w][\w .@-]{0,99}")


def add_key_commands(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``python -m bot keys``."""
    commands = parser.add_subparsers(dest="key_command", metavar="create, list, revoke", required=True)
    creating = commands.add_parser("create", help="make a key and show it, this once")
    creating.add_argument("name", type=named, help="whose it is")
    creating.add_argument(
        "--scope", choices=get_args(Scope), required=True, help="reads public reports; licensed ones too; staff: all"
    )
    creating.add_argument("--report", metavar="ID", action="append", help="reads only this report; may be repeated")
    creating.add_argument("--expires", metavar="WHEN", type=expiry, help="2027-01-31 (that day's end, UTC), 90d, 12h")
    creating.add_argument(
        "--quoted", metavar="N", type=number, help="characters of licensed text it is quoted a day (UTC); 0: any number"
    )
    listing = commands.add_parser("list", help="show the keys, without their secrets")
    listing.add_argument("--json", action="store_true", help="print them for programs")
    revoking = commands.add_parser("revoke", help="make a key worthless")
    revoking.add_argument("key", metavar="NAME_OR_ID")


def run_key_command(
    options: argparse.Namespace, keys: Keys, known: Sequence[str], say: Callable[[str], None] = print
) -> int:
    """Do what the options ask for; ``known`` are the ids of the reports there are. Raises NameTaken, NoSuchKey."""
    match options.key_command:
        case "create":
            _create(options, keys, known, say)
        case "list":
            found = keys.all()
            say(json.dumps([key.model_dump(mode="json") for key in found], indent=2) if options.json else table(found))
        case _:
            for key in keys.revoke(options.key):
                say(f"{key.name} ({key.id}) is revoked. It is refused from now on.")
    return 0


def _create(options: argparse.Namespace, keys: Keys, known: Sequence[str], say: Callable[[str], None]) -> None:
    reports = tuple(options.report) if options.report else None
    key, token = keys.create(options.name, options.scope, reports, options.expires, options.quoted)
    for report in reports or ():
        if report not in known:
            print(f"note: there is no report {report} yet.", file=sys.stderr)
    what = f"{key.scope} reports" if key.scope != "staff" else "everything"
    only = f", of those only {', '.join(reports)}" if reports else ""
    until = f", until {key.expires_at:%Y-%m-%d %H:%M} UTC" if key.expires_at else ""
    print(
        f"{key.name} ({key.id}) reads {what}{only}{until}. It is shown this once; only its hash is kept:",
        file=sys.stderr,
    )
    say(token)


def table(keys: Sequence[Key], now: datetime | None = None) -> str:
    """The keys in lines."""
    if not keys:
        return "There is no key. Make one with: python -m bot keys create NAME --scope public"
    at = now or datetime.now(UTC)
    head = ("id", "name", "scope", "reports", "state", "created", "last used")
    rows = [head, *(_row(key, at) for key in keys)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _row(key: Key, now: datetime) -> tuple[str, ...]:
    reports = "all" if key.reports is None else " ".join(key.reports)
    used = f"{key.used_at:%Y-%m-%d %H:%M}" if key.used_at else "never"
    return key.id, key.name, key.scope, reports, _state(key, now), f"{key.created_at:%Y-%m-%d}", used


def _state(key: Key, now: datetime) -> str:
    if key.revoked_at:
        return "revoked"
    if not key.is_valid(now):
        return "expired"
    return f"until {key.expires_at:%Y-%m-%d}" if key.expires_at else "in use"


def expiry(text: str, now: datetime | None = None) -> datetime:
    """When a key ends: the end of a day (UTC), or a span from now. Raises ArgumentTypeError."""
    at = now or datetime.now(UTC)
    if span := re.fullmatch(r"(\d{1,5})([hdw])", text):
        return at + int(span[1]) * _UNITS[span[2]]
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither a date such as 2027-01-31 nor a span such as 90d"
        ) from None
    end = datetime.combine(day + timedelta(days=1), time(), UTC)
    if end <= at:
        raise argparse.ArgumentTypeError(f"{text} is over")
    return end


def number(text: str) -> int:
    """A number of things, 0 or more. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number such as 20000")
    return int(text)


def named(text: str) -> str:
    """A name for a key or a site, on one line. Raises ArgumentTypeError."""
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError("a name has 1 to 100 letters, digits, blanks and . @ - _")
    return text
