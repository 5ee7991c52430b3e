"""The commands that look after what is kept: keys, leads, sites, and deleting it."""

import argparse
from collections.abc import Sequence
from contextlib import closing

from bot.app import open_records
from bot.delivery.outbox import Outbox
from bot.erasing import Eraser
from bot.forget_command import add_forget_command, run_forget_command
from bot.key_commands import add_key_commands, run_key_command
from bot.keys import Keys
from bot.lead_commands import add_lead_commands, run_lead_command
from bot.leads import Leads
from bot.settings import BotSettings
from bot.site_commands import add_site_commands, run_site_command
from bot.sites import Sites
from ingest.library import Library
from ingest.settings import IngestSettings


def add_manage_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The arguments of ``python -m bot`` keys, leads, sites and forget."""
    add_key_commands(commands.add_parser("keys", help="make, list and revoke keys for the API"))
    add_lead_commands(commands.add_parser("leads", help="list, export and forget leads, and send them again"))
    add_site_commands(commands.add_parser("sites", help="make, list and revoke sites with the widget on them"))
    add_forget_command(commands.add_parser("forget", help="delete conversations and leads"))


def manage(options: argparse.Namespace, settings: BotSettings, ingest: IngestSettings) -> int:
    """Do what such a command says; its exit code. Raises FootnoteError where that cannot be done."""
    with closing(open_records(settings, ingest)) as records:
        match options.command:
            case "keys":
                return run_key_command(options, Keys(records.engine), known_reports(ingest))
            case "leads":
                return run_lead_command(options, Leads(records.engine), Outbox(records.engine))
            case "sites":
                return run_site_command(options, Sites(records.engine), known_reports(ingest), settings.public_url)
            case _:
                return run_forget_command(options, Eraser(records, Leads(records.engine)), records)


def known_reports(ingest: IngestSettings) -> Sequence[str]:
    """The ids of the reports in the library."""
    with Library(ingest.library_location) as library:
        return [version.id for version in library.reports()]
