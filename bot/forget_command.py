"""The command python -m bot forget."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime

from bot.erasing import Eraser, overwrite
from bot.records import Records


def add_forget_command(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``python -m bot forget``."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--conversation", metavar="ID", help="a conversation, with its answers and thumbs")
    what.add_argument("--before", metavar="DATE", type=day, help="what was asked and left before that day (UTC)")
    what.add_argument("--email", metavar="ADDRESS", help="an address's leads, and the conversations they came from")
    what.add_argument("--all", action="store_true", help="every conversation and every lead")


def run_forget_command(
    options: argparse.Namespace, eraser: Eraser, records: Records, say: Callable[[str], None] = print
) -> int:
    """Delete what the options name, and say how much it was."""
    if options.conversation is not None:
        erased = eraser.conversation(options.conversation)
    elif options.before is not None:
        erased = eraser.before(options.before)
    elif options.email is not None:
        erased = eraser.of(options.email)
    else:
        erased = eraser.everything(datetime.now(UTC))
    overwrite(records)
    say(f"Deleted: {erased}." if erased else "There was nothing of it.")
    return 0


def day(text: str) -> datetime:
    """The beginning of a day (UTC). Raises ArgumentTypeError."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2027-01-31") from None
