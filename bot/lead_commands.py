"""The commands python -m bot leads list, export, forget and retry."""

import argparse
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.api.csv import csv_of_words
from bot.delivery.outbox import Outbox
from bot.leads import Delivery, Lead, Leads
from ingest.errors import FootnoteError


class NotExported(FootnoteError):  # noqa: N818 - named for what happened
    """The file could not be written."""


def add_lead_commands(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``python -m bot leads``."""
    commands = parser.add_subparsers(dest="lead_command", metavar="list, export, forget, retry", required=True)
    listing = commands.add_parser("list", help="show the leads, oldest first, and how far each is")
    listing.add_argument("--json", action="store_true", help="print all of them for programs")
    exporting = commands.add_parser("export", help="write all of them into a file for a spreadsheet")
    exporting.add_argument("file", metavar="FILE.csv", type=Path)
    forgetting = commands.add_parser("forget", help="delete an address's leads, delivered or not")
    forgetting.add_argument("email", metavar="EMAIL")
    commands.add_parser("retry", help="try what has not arrived at once")


def run_lead_command(
    options: argparse.Namespace, leads: Leads, outbox: Outbox, say: Callable[[str], None] = print
) -> int:
    """Do what the options ask for. Raises NoAddress, NotExported."""
    match options.lead_command:
        case "list":
            found = [(lead, leads.deliveries(lead.id)) for lead in leads.all()]
            say(_for_programs(found) if options.json else table(found))
        case "export":
            found = [(lead, leads.deliveries(lead.id)) for lead in leads.all()]
            _write(options.file, csv_of_words(rows(found)))
            say(f"{_counted(len(found), 'lead')} in {options.file}.")
        case "forget":
            say(f"{_counted(leads.forget(options.email), 'lead')} deleted.")
        case _:
            say(f"{_counted(outbox.retry(), 'delivery')} to be tried now by the server that runs.")
    return 0


Known = Sequence[tuple[Lead, Sequence[Delivery]]]
"""Leads with their deliveries."""


def table(known: Known) -> str:
    """The leads in lines."""
    if not known:
        return "There is no lead."
    head = ("received", "email", "name", "company", "report", "delivery")
    lines = [
        head,
        *(
            (
                f"{lead.received_at:%Y-%m-%d %H:%M}", lead.email, lead.name or "", lead.company or "",
                lead.report or "", ", ".join(map(state, deliveries)) or "none",
            )
            for lead, deliveries in known
        ),
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines)


def rows(known: Known) -> Iterator[tuple[str, ...]]:
    """The leads as rows of text, under a header."""
    yield (*Lead.model_fields, "deliveries")
    for lead, deliveries in known:
        fields = lead.model_dump(mode="json")
        yield (*("" if each is None else str(each) for each in fields.values()), ", ".join(map(state, deliveries)))


def state(delivery: Delivery) -> str:
    """How far a delivery is."""
    if delivery.delivered_at:
        return f"{delivery.channel}: delivered {delivery.delivered_at:%Y-%m-%d %H:%M}"
    if delivery.error is None:
        return f"{delivery.channel}: waiting"
    return f"{delivery.channel}: {delivery.error} ({delivery.attempts} tries)"


def _for_programs(known: Known) -> str:
    told = [
        {**lead.model_dump(mode="json"), "deliveries": [each.model_dump(mode="json") for each in deliveries]}
        for lead, deliveries in known
    ]
    return json.dumps(told, indent=2)


def _write(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read. Raises NotExported."""
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise NotExported(f"{path} cannot be written: {error.strerror}.") from error


def _counted(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"
