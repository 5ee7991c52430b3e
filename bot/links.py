"""Addresses outside: the publisher's page opened at a quote, and only of schemes that cannot run anything."""

from urllib.parse import quote, urlsplit

_WHOLE_QUOTE = 80  # characters; a longer text fragment is given by its first and last words
_EDGE_WORDS = 5


def safe_url(url: str | None) -> str | None:
    """The address if it is of the web, else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def text_fragment(url: str | None, quotation: str) -> str | None:
    """The address that scrolls to the quotation where the browser can.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    address = safe_url(url)
    words = quotation.split()
    if address is None or not words:
        return address
    page, _, anchor = address.partition("#")
    return f"{page}#{anchor.partition(':~:')[0]}:~:text={_directive(words)}"


def _directive(words: list[str]) -> str:
    text = " ".join(words)
    if len(text) <= _WHOLE_QUOTE or len(words) <= 2 * _EDGE_WORDS:
        return _encoded(text)
    return f"{_encoded(' '.join(words[:_EDGE_WORDS]))},{_encoded(' '.join(words[-_EDGE_WORDS:]))}"


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")  # a bare dash marks a prefix or suffix
