"""A catalogue of reports that look alike: editions, neighbours, and publishers who disagree."""

from datetime import date

from bot.routing.catalogue import Catalogue
from ingest.versions import Version


def version(report: str, title: str, publisher: str, year: int, edition: str | None = None) -> Version:
    return Version(report, 1, "", "", "", "", 1, title, publisher, date(year, 3, 1), edition)


CATALOGUE = Catalogue(
    [
        version("kites-23", "Kite Market, 2023-2030", "Northfield Research", 2023),
        version("kites-24", "Kite Market, 2024-2031", "Northfield Research", 2024),
        version("kites-25", "Kite Market, 2025-2032", "Northfield Research", 2025),
        version("kite-services", "Kite Services Market", "Northfield Research", 2025),
        version("kite-software", "Kite Software Market", "Northfield Research", 2025),
        version("kites-brook", "The World Market for Kites", "Brook & Vale Insights", 2025),
        version("mowers", "Robotic Lawn Mowers - Outlook", "Brook & Vale Insights", 2024, "Third edition"),
        version("mowers-old", "Robotic Lawn Mowers - Outlook", "Brook & Vale Insights", 2022, "Second edition"),
        version("europe-tents", "Europe Tent Market", "Water Data", 2025),
        version("tents", "Tent Market", "Water Data", 2025),
        version("sups", "Inflatable Stand-Up Paddleboards", "Water Data", 2025),
    ]
)
