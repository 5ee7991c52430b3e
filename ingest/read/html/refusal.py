"""Tells what is no page, or a page without its content, and says what to do about it."""

import re

from selectolax.lexbor import LexborHTMLParser

from ingest.errors import UnreadableFile

_OTHERS = (
    (b"%PDF", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a zip archive, as Word and Excel files are", ".docx, .xlsx or .zip"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", ".doc or .xls"),
    (b"{\\rtf", "an RTF file", ".rtf"),
    (b"\x89PNG", "a picture", ".png"),
    (b"\xff\xd8\xff", "a picture", ".jpg"),
    (b"GIF8", "a picture", ".gif"),
    (b"\x1f\x8b", "a gzip archive", ".gz"),
)
_MHTML = re.compile(
    rb"\s*(?:From: <?Saved by|MIME-Version:|(?:From|Subject|Date|Snapshot-Content-Location): [^\n]*\n)", re.I
)
_ANY_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|frameset|main|article|section|table|tr|div|p|h[1-6]|ul|ol|li|dl|pre|span|font|center"
    r"|br|b|a|title|meta)\b",
    re.IGNORECASE,
)
_SCRIPT_ONLY = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|without|aktivieren sie|activer|habilit\w+)\b.{0,40}java ?script"
    r"|java ?script.{0,40}(?:disabled|required|enable|deaktiviert|aktivieren|désactivé|necesario)",
    re.IGNORECASE | re.DOTALL,
)
_TURNED_AWAY = re.compile(
    r"access (?:to this page (?:has been )?)?denied|just a moment|attention required|are you (?:a )?(?:human|robot)"
    r"|verify(?:ing)? (?:that )?you are|captcha|(?:error|http|status)\W{0,3}(?:40[134]|429|50[0234])\b"
    r"|\b(?:40[134]|429|50[0234])\W{0,3}(?:not found|forbidden|error|bad|service|unauthori[sz]ed|gateway|page)"
    r"|page not found|bad gateway"
    r"|service (?:temporarily )?unavailable|too many requests|request (?:blocked|unsuccessful)|unusual traffic"
    r"|checking your browser|security check|forbidden|zugriff verweigert|seite nicht gefunden|accès refusé",
    re.IGNORECASE,
)
FEW_WORDS = 80
"""A page of fewer may be one that only says why there is none."""

_SHELL_WORDS = 25
_SAVE = "Open it in a browser, wait until the report is shown, and save it anew as 'Webpage, complete'"


def refuse_other_formats(data: bytes, name: str) -> None:
    """Raise UnreadableFile for a file that is no web page, whatever its name says."""
    for mark, what, ending in _OTHERS:
        if data.startswith(mark):
            raise UnreadableFile(name, f"it is {what}, no web page", f"Rename it to end in {ending}")
    if _MHTML.match(data[:400]) and b"Content-Type:" in data[:4096]:
        remedy = "Save the page as 'Webpage, HTML only' instead"
        raise UnreadableFile(name, "it is a web archive (MHTML), no web page", remedy)


def refuse_other_text(text: str, name: str) -> None:
    """Raise UnreadableFile for a text that has none of HTML's tags."""
    if not _ANY_TAG.search(text):
        raise UnreadableFile(name, "there is no HTML in it", "Rename it by what it is, such as .txt or .csv")


def refuse_empty(parser: LexborHTMLParser, name: str, title: str, text: str) -> None:
    """Raise UnreadableFile for a page whose ``text`` is not a report: none, made by scripts, or an error's."""
    count = len(text.split())
    if count >= FEW_WORDS:
        return
    if parser.css_first("frameset, frame") is not None and count < _SHELL_WORDS:
        remedy = "Add the files it is made of (in the folder saved beside it) in its place"
        raise UnreadableFile(name, "the page only frames other files", remedy)
    if _TURNED_AWAY.search(title) or _TURNED_AWAY.search(text[:200]):
        problem = "the page is an error or a check for robots, not the report"
        raise UnreadableFile(name, problem, _SAVE)
    unscripted = " ".join(node.text() for node in parser.css("noscript"))
    asks = _SCRIPT_ONLY.search(text) or _SCRIPT_ONLY.search(unscripted)
    if count < _SHELL_WORDS and (asks or (count < 8 and _runs_scripts(parser))):
        raise UnreadableFile(name, "the page's content is made by scripts and was not saved", _SAVE)
    if not count:
        raise UnreadableFile(name, "there is no text on the page", "Fill it or remove it")


def _runs_scripts(parser: LexborHTMLParser) -> bool:
    return any("json" not in (script.attributes.get("type") or "") for script in parser.css("script"))
