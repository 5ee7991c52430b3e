"""The commands python -m bot sites create, list and revoke."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence

from bot.key_commands import named, number
from bot.sites import BadOrigin, Site, Sites, origin_of, snippet

HERE = "https://bot.example"
"""Stands for the server's own address where ``BOT_PUBLIC_URL`` does not say it."""


def add_site_commands(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``python -m bot sites``."""
    commands = parser.add_subparsers(dest="site_command", metavar="create, list, revoke", required=True)
    creating = commands.add_parser("create", help="make a site and show the line of HTML for its pages")
    creating.add_argument("name", type=named, help="whose pages they are")
    creating.add_argument(
        "--origin", metavar="URL", action="append", required=True, type=_origin,
        help="where its pages are, such as https://www.example.org; may be repeated",
    )  # fmt: skip
    creating.add_argument("--report", metavar="ID", action="append", help="reads only this report; may be repeated")
    creating.add_argument("--licensed", action="store_true", help="its visitors read licensed text too")
    creating.add_argument("--visitor-limit", metavar="N", type=_some, help="questions a day (UTC) of one visitor")
    creating.add_argument("--day-limit", metavar="N", type=_some, help="questions a day (UTC) of all visitors")
    listing = commands.add_parser("list", help="show the sites with their keys")
    listing.add_argument("--json", action="store_true", help="print them for programs")
    revoking = commands.add_parser("revoke", help="let a site's pages ask no more")
    revoking.add_argument("site", metavar="NAME_OR_KEY")


def run_site_command(
    options: argparse.Namespace,
    sites: Sites,
    known: Sequence[str],
    public_url: str | None,
    say: Callable[[str], None] = print,
) -> int:
    """Do what the options ask for; ``known`` are the ids of the reports there are. Raises NoSuchSite."""
    match options.site_command:
        case "create":
            _create(options, sites, known, public_url, say)
        case "list":
            found = sites.all()
            listed = [site.model_dump(mode="json") for site in found]
            say(json.dumps(listed, indent=2) if options.json else table(found))
        case _:
            for site in sites.revoke(options.site):
                say(f"{site.name} ({site.id}) is revoked. Its pages are refused within a second or so.")
    return 0


def _create(
    options: argparse.Namespace,
    sites: Sites,
    known: Sequence[str],
    public_url: str | None,
    say: Callable[[str], None],
) -> None:
    reports = tuple(dict.fromkeys(options.report)) if options.report else None
    site = sites.create(
        options.name, tuple(options.origin), reports, options.licensed, options.visitor_limit, options.day_limit
    )
    for report in reports or ():
        if report not in known:
            print(f"note: there is no report {report} yet.", file=sys.stderr)
    if public_url is None:
        print(f"note: put your server's address in place of {HERE}, or set BOT_PUBLIC_URL.", file=sys.stderr)
    what = "licensed reports too" if site.licensed else "public reports"
    only = f", of those only {', '.join(reports)}" if reports else ""
    print(
        f"{site.name}: visitors of {', '.join(site.origins)} read {what}{only}. Put this line into the pages:",
        file=sys.stderr,
    )
    for report in reports or (None,):
        say(snippet(site, public_url or HERE, report))


def table(sites: Sequence[Site]) -> str:
    """The sites in lines."""
    if not sites:
        return "There is no site. Make one with: python -m bot sites create NAME --origin https://www.example.org"
    head = ("key", "name", "origins", "reports", "licensed", "a day", "state", "created")
    rows = [head, *map(_row, sites)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _row(site: Site) -> tuple[str, ...]:
    limits = [(site.visitor_limit, "a visitor"), (site.day_limit, "in all")]
    said = ", ".join(f"{limit} {whose}" for limit, whose in limits if limit is not None)
    return (
        site.id, site.name, " ".join(site.origins), "all" if site.reports is None else " ".join(site.reports),
        "yes" if site.licensed else "no", said or "any", "revoked" if site.revoked_at else "in use",
        f"{site.created_at:%Y-%m-%d}",
    )  # fmt: skip


def _origin(text: str) -> str:
    try:
        return origin_of(text)
    except BadOrigin as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _some(text: str) -> int:
    if not number(text):
        raise argparse.ArgumentTypeError("a limit is 1 or more")
    return number(text)
