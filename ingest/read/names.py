"""Makes report ids and titles out of file names."""

import re
import unicodedata


def slug(name: str) -> str:
    """The id of a report by the name of its folder or file without ending: "Cold_Chain 2025" is "cold-chain-2025"."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", bare).strip("-")


def title_from_name(name: str) -> str:
    """A title by a name without ending: "market_size-by-year" is "Market Size by Year"."""
    parts = re.split(r"[\s_-]+", name.strip(" _-"))
    return " ".join(_capitalised(part, first=number == 0) for number, part in enumerate(parts))


_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "vs", "with"}
)


def _capitalised(part: str, first: bool) -> str:
    if part in _SMALL and not first:
        return part
    return part[:1].upper() + part[1:] if part.islower() else part
