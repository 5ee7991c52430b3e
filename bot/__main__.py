"""The command: python -m bot serves the page and the API; python -m bot ask "..." answers in the terminal."""

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing

from bot.answer import Answer
from bot.app import ForStaff, Service, build_app, joined_bot, open_owners_bot, open_records
from bot.desk import Bot
from bot.erasing import Eraser
from bot.keys import Keys
from bot.leads import Leads
from bot.listen import Server, address, bind
from bot.log import write_log
from bot.manage import add_manage_commands, manage
from bot.monitoring import open_monitoring
from bot.picture.export import picture
from bot.picture.file import NotWritten, PictureFile
from bot.reader import Reader
from bot.retention import Retention, sweeping
from bot.settings import BotSettings
from bot.sites import Sites
from bot.terminal import render
from bot.tongues.glossary import languages
from bot.watch import Watch, Watches
from ingest.embed import Encoder
from ingest.errors import FootnoteError, Misconfigured
from ingest.settings import IngestSettings

FAILED, WRONG_USAGE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code: 0 done, 1 failed, 2 wrong usage or settings."""
    options = parser().parse_args(arguments)
    try:
        settings, ingest = BotSettings.read(), IngestSettings.read()
        match options.command:
            case "ask":
                return ask(options, settings, ingest)
            case "keys" | "leads" | "sites" | "forget":
                return manage(options, settings, ingest)
            case "mcp":
                return speak_mcp(settings, ingest)
            case _:
                return serve(settings, ingest)
    except FootnoteError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_USAGE if isinstance(error, Misconfigured) else FAILED
    except KeyboardInterrupt:
        return 0
    except BrokenPipeError:  # whoever read the answer has read enough; without this Python complains at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def ask(options: argparse.Namespace, settings: BotSettings, ingest: IngestSettings) -> int:
    """Answer one question and print it; with ``--chart``, write its chart to a file too."""
    file = PictureFile.named(options.chart) if options.chart is not None else None
    with open_owners_bot(settings, ingest, Encoder(ingest.embedding_model)) as bot:
        answer = bot.ask(options.question, options.report)
    if options.json:
        print(answer.model_dump_json(indent=2))
    else:
        print(render(answer, shutil.get_terminal_size().columns, colour=sys.stdout.isatty()))
    if file:
        _write_chart(answer, file)
    return 0


def serve(settings: BotSettings, ingest: IngestSettings) -> int:
    """Serve page and API until stopped. Raises Misconfigured where nobody has said who may ask."""
    # Imported here because they bring what reads reports, and the other commands do without.
    from bot.staff.reports import StaffReports
    from ingest.terminal import ProgressBar
    from ingest.upkeep import mend_index

    write_log(settings)
    with closing(open_records(settings, ingest)) as records:
        refuse_to_stand_closed(settings, Keys(records.engine), Sites(records.engine))
        encoder = Encoder(ingest.embedding_model)
        reports = StaffReports(ingest, encoder)
        with bind(settings.host, settings.port) as listening:
            mend_index(ingest, encoder, ProgressBar())
            with (
                sweeping(Retention(records, Eraser(records, Leads(records.engine)), settings)),
                open_monitoring(settings, records, encoder) as monitoring,
                joined_bot(settings, ingest, records, encoder, service(settings, monitoring.watch, reports)) as bot,
            ):
                encoder.encode_query("warm")  # loading the model takes seconds that the first reader should not wait
                languages()  # and so do the glossaries, for half a second
                app = build_app(bot, settings, records, monitoring, ForStaff(encoder, reports))
                Server(app, lambda: _announce(bot, address(listening))).run(sockets=[listening])
    return 0


def service(settings: BotSettings, *watches: Watch) -> Service:
    """What there is where others are served: who watches, people who take leads, and the day's limit of quotes."""
    return Service(Watches(watches), hands_over=True, quoted_per_day=settings.quoted_per_day)


def refuse_to_stand_closed(settings: BotSettings, keys: Keys, sites: Sites) -> None:
    """A server that needs keys and has none serves nobody. Raises Misconfigured with both ways out."""
    if not settings.is_open and not keys.any_valid() and all(site.revoked_at for site in sites.all()):
        raise Misconfigured(
            f"On BOT_HOST={settings.host} a key is needed to ask, and there is none. Make one with python -m bot keys "
            "create NAME --scope public, or set BOT_OPEN=true to let everybody ask."
        )


def speak_mcp(settings: BotSettings, ingest: IngestSettings) -> int:
    """Serve MCP over stdin and stdout until stdin ends."""
    # Imported here because they take a second, and asking does without them.
    from bot.api.asking import Asking
    from bot.mcp.server import mcp_server
    from bot.mcp.stdio import speak

    encoder, owner = Encoder(ingest.embedding_model), Reader(licensed=settings.licensed)
    with open_owners_bot(settings, ingest, encoder) as bot:
        encoder.encode_query("warm")  # as above
        asyncio.run(speak(mcp_server(bot, Asking(bot, settings), owner)))
    return 0


def _write_chart(answer: Answer, file: PictureFile) -> None:
    content = picture(answer, file.ending)
    if content is None:
        raise NotWritten("This answer has no chart. Ask for figures of several years, and one is drawn.")
    file.write(content)
    print(f"The chart is in {file.path}", file=sys.stderr)


def _announce(bot: Bot, url: str) -> None:
    reports = bot.reports()
    print(f"Footnote answers at {url}", flush=True)
    if not reports:
        print("The library is empty. Put a report into corpus/ and run python -m ingest.", flush=True)
        return
    print(f"Reports: {', '.join(report.title for report in reports)}")
    example = next((e for report in reports for e in report.examples), "How big is the market?")
    print(f'Try: {example}\nOr in a terminal: python -m bot ask "{example}"', flush=True)


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Serve the page and the API on BOT_HOST, BOT_PORT (127.0.0.1:8000)."
    )
    commands = parser.add_subparsers(dest="command", metavar="ask, keys, sites, leads, forget, mcp")
    commands.add_parser("mcp", help="speak MCP over stdin and stdout, for clients that start it themselves")
    asking = commands.add_parser("ask", help="answer one question in the terminal")
    asking.add_argument("question")
    asking.add_argument("--report", metavar="ID", help="the report to ask; not needed when there is one")
    asking.add_argument("--json", action="store_true", help="print the answer as the API gives it")
    asking.add_argument("--chart", metavar="FILE", help="write the answer's chart to FILE too, an .svg or a .png")
    add_manage_commands(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
